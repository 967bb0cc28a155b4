import pytest

from rapportbyggare.sources.nearest import nearest, suggestion

MUNICIPALITIES = ("Berg", "Bräcke", "Härjedalen", "Krokom", "Åre", "Östersund")


def test_nearest_ignores_case_and_keeps_the_known_spelling() -> None:
    assert nearest("östersund", MUNICIPALITIES) == ("Östersund",)


@pytest.mark.parametrize(
    ("name", "text"),
    [("Ostersund", "Menade du ”Östersund”?"), ("Bräkce", "Menade du ”Bräcke”?"), ("Xyz", ""), ("Stockholm", ""), ("Brage", "")],
)
def test_suggestion(name: str, text: str) -> None:
    assert suggestion(name, MUNICIPALITIES) == text


def test_several_suggestions_are_joined() -> None:
    assert suggestion("antal_kk", ("antal_kkb", "antal_kka")) == "Menade du ”antal_kkb” eller ”antal_kka”?"


def test_a_long_list_is_searched_too() -> None:
    assert nearest("Plats 70O", [f"Plats {number}" for number in range(1000)])[0].startswith("Plats 70")


@pytest.mark.parametrize("name", ["Åre kommun", "ÅRE KOMMUN", "Åre kommuns", "Åre län"])
def test_a_place_is_known_by_its_name_with_its_kind(name: str) -> None:
    assert nearest(name, MUNICIPALITIES) == ("Åre",)


@pytest.mark.parametrize("name", ["Jämtland", "Jämtlands", "jämtlands lan"])
def test_a_county_is_known_by_its_name_alone(name: str) -> None:
    assert nearest(name, (*MUNICIPALITIES, "Jämtlands län")) == ("Jämtlands län",)

from decimal import Decimal
from pathlib import Path

import pytest

from rapportbyggare.core.figure import Status, Unit
from rapportbyggare.data.catalogue import read_catalogue
from tests.unit.data.archives import CATALOGUE, catalogue, write_catalogue


def test_everything_is_read(tmp_path: Path) -> None:
    found = catalogue(tmp_path)
    indicator = found.indicators["antal_kkb"]
    assert [measure.name for measure in indicator.measures] == ["antal", "andel"]
    assert (indicator.measures[1].unit, indicator.measures[1].decimals) == (Unit.PERCENT, 1)
    assert (indicator.period, indicator.timeless, indicator.source) == ("juli {ar}", False, "scb")
    assert str(indicator.place) == "report/katalog.toml:36:1"
    assert found.sources["scb"].base_note.startswith("Preliminär uppgift.")
    assert found.indicators["andel_riket"].timeless


def test_limits_are_off_unless_they_are_set(tmp_path: Path) -> None:
    limits = CATALOGUE.replace("decimaler = 1", "decimaler = 1\nminsta_antal = 3\ndominans = 0.8")
    write_catalogue(tmp_path, limits)
    found, problems = read_catalogue(tmp_path)
    assert found is not None and problems == ()
    number, share = found.indicators["antal_kkb"].measures
    assert (number.smallest, number.dominance, share.smallest, share.dominance) == (0, None, 3, Decimal("0.8"))


def test_a_largest_change_is_none_unless_it_is_set(tmp_path: Path) -> None:
    write_catalogue(tmp_path, CATALOGUE.replace("decimaler = 1", "decimaler = 1\nstorsta_andring = 0.5", 1))
    found, problems = read_catalogue(tmp_path)
    assert found is not None and problems == ()
    number, share = found.indicators["antal_kkb"].measures
    assert (number.largest_change, share.largest_change) == (None, Decimal("0.5"))


def test_what_a_figure_counts_and_is_not_compared_with(tmp_path: Path) -> None:
    said = CATALOGUE.replace("prelnot", 'enheter = "aktiebolag"\nprelnot').replace(
        'period = "juli {ar}"', 'jamfors_inte_med = ["andel_riket"]'
    )
    write_catalogue(tmp_path, said)
    found, problems = read_catalogue(tmp_path)
    assert found is not None and problems == ()
    assert (found.sources["scb"].units, found.indicators["antal_kkb"].unlike) == ("aktiebolag", ("andel_riket",))
    plain = catalogue(tmp_path)
    assert (plain.sources["scb"].units, plain.indicators["antal_kkb"].unlike) == ("enheter", ())


def test_areas_are_in_swedish_order_with_the_county_first(tmp_path: Path) -> None:
    found = catalogue(tmp_path)
    assert list(found.areas) == ["Jämtlands län", "Berg", "Åre", "Östersund", "Riket"]
    assert found.municipalities == ("Berg", "Åre", "Östersund")
    assert found.county == "Jämtlands län"


def test_statuses_have_words_of_their_own_or_the_usual(tmp_path: Path) -> None:
    found = catalogue(tmp_path)
    assert found.statuses[Status.MISSING].text == "Ingen statistik"
    assert found.statuses[Status.NOT_YET].text == "Mäts {ar}"


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ('id = "andel_riket"', 'id = "antal_kkb"', "dubbelt-id", "53:1"),
        ('id = "antal_kkb"', 'id = "antal-kkb"', "fel-id", "37:7"),
        ('id = "antal_kkb"', 'id = "summa"', "upptaget-id", "37:7"),
        ('kalla = "scb"', 'kalla = "sbc"', "okand-kalla", "40:10"),
        ('enhet = "procent"\ndecimaler', 'enhet = "procnt"\ndecimaler', "okant-val", "49:10"),
        ("decimaler = 1", "decimaler = -1", "fel-decimaler", "50:13"),
        ("decimaler = 1", "decimaler = 1\nminsta_antal = -1", "fel-minsta-antal", "51:16"),
        ("decimaler = 1", "decimaler = 1\ndominans = 80", "fel-dominans", "51:12"),
        ('period = "juli {ar}"', 'jamfors_inte_med = ["andel_riket", "andel_rike"]', "okand-indikator-i-katalog", "41:37"),
        ("prelnot", 'enheter = ""\nprelnot', "tom-text", "26:12"),
        ("juli {ar}", "juli {år}", "okant-namn-i-monster", "41:11"),
        ("{antal} företag", "{antl} företag", "okant-namn-i-monster", "26:12"),
        ("{antal} företag", "{ar} företag", "okant-namn-i-monster", "26:12"),
        ('text = "Ingen statistik"', 'text = "Mäts {ar+1}"', "okant-namn-i-monster", "32:9"),
        ('kod = "2321"', 'kod = "2380"', "dubbelt-id", "7:1"),
        ('namn = "Åre"', 'namn = "Östersund"', "dubbelt-id", "8:1"),
        ('namn = "Åre"', 'namn = "Åre "', "tom-text", "8:9"),
        ('niva = "riket"', 'niva = "län"', "fel-antal-lan", "2:1"),
        ("[status.saknas]", "[status.sakna]", "okand-status", "31:1"),
        (
            'id = "andel"\nnamn = "andel"\nenhet = "procent"\ndecimaler',
            'id = "antal"\nnamn = "andel"\nenhet = "procent"\ndecimaler',
            "dubbelt-id",
            "47:1",
        ),
        ("utan_ar = true", 'utan_ar = true\nperiod = "{ar}"', "ar-i-tidlos-period", "58:11"),
        ("utan_ar = true", "utanar = true", "okand-nyckel", "57:1"),
        ("format = 1", "format = 2", "nyare-format", "1:10"),
        ("format = 1", "format = ", "toml-kan-inte-lasas", "1:10"),
    ],
)
def test_each_fault_is_said_once_at_its_place(tmp_path: Path, old: str, new: str, code: str, place: str) -> None:
    assert CATALOGUE.count(old) >= 1
    write_catalogue(tmp_path, CATALOGUE.replace(old, new, 1))
    problems = read_catalogue(tmp_path, frozenset({"summa"}))[1]
    assert [(problem.code, str(problem.place)) for problem in problems] == [(code, f"report/katalog.toml:{place}")]


def test_a_source_is_suggested(tmp_path: Path) -> None:
    write_catalogue(tmp_path, CATALOGUE.replace('kalla = "scb"', 'kalla = "sccb"', 1))
    assert "Menade du ”scb”?" in read_catalogue(tmp_path)[1][0].message


def test_a_catalogue_with_faults_can_still_be_looked_things_up_in(tmp_path: Path) -> None:
    write_catalogue(tmp_path, CATALOGUE.replace("decimaler = 1", "decimaler = -1"))
    assert read_catalogue(tmp_path)[0] is not None


@pytest.mark.parametrize(
    "text", ["", "format = 1\n", "format = 7\n", "[[plats", CATALOGUE.replace('niva = "län"', 'niva = "riket"')]
)
def test_a_catalogue_without_a_county_is_of_no_use(tmp_path: Path, text: str) -> None:
    write_catalogue(tmp_path, text)
    found, problems = read_catalogue(tmp_path)
    assert found is None and problems


def test_no_catalogue(tmp_path: Path) -> None:
    found, (problem,) = read_catalogue(tmp_path)
    assert (found, problem.code) == (None, "fil-saknas")

"""Months, years and reservations that are not those of the figures they are about."""

from dataclasses import replace

import pytest

from rapportbyggare.checks.figures import figures
from rapportbyggare.checks.subject import Line, Subject
from rapportbyggare.core.figure import Status
from tests.unit.checks.figure_samples import COUNTY, DATASET, faults, in_table, line, observed, said, subject

ODD = (
    ("Antalet KKB-företag förändrades från juni 2024 till juli 2025.", "juni 2024"),
    ("Så utvecklades antalet KKB-företag mellan juli 2024 och augusti 2025:", "augusti 2025"),
    ("Jämfört med maj 2024 är andelen KKB-företag lägre.", "maj 2024"),
    ("Andelen KKB-företag var störst i Åre i juni 2025.", "juni 2025"),
    ("I juni 2025 fanns 1 106 KKB-företag i länet.", "juni 2025"),
    ("I länet fanns 1 114 KKB-företag i juli 2023. Antalet ökade därefter, från juni 2023 till juli 2024.", "juni 2023"),
)


@pytest.mark.parametrize(("text", "quote"), ODD)
def test_a_month_that_the_measure_does_not_have_is_found(text: str, quote: str) -> None:
    assert faults(text) == [("period-avviker", quote)]


@pytest.mark.parametrize(
    "text",
    (
        "Antalet KKB-företag förändrades från juli 2024 till juli 2025.",
        "I juni 2025 presenterades en rapport om antalet KKB-företag.",
        "Arbetsgruppen träffades i juni 2025 och gick igenom de 1 106 KKB-företagen i registret.",
        "I augusti 2025 redovisades att antalet KKB-företag var 1 106.",
        "Nettoomsättningen i KKB-bolagen har ökat sedan maj 2024.",
        "Projektet pågick från juni 2024 till augusti 2025.",
        "Från april 2024 till mars 2025 fick 22 företag stöd i Samspel63.",
        "I juni 2025 startade 12 nya KKB-företag i Åre.",
        "Den 30 juni 2025 fanns 1 106 KKB-företag i länet.",
        "Under juni 2025 ordnades tre möten om KKB-företag.",
        "Uppgifterna om antalet KKB-företag hämtades i augusti 2025.",
    ),
)
def test_months_that_are_right_or_date_something_else_are_left_alone(text: str) -> None:
    assert faults(text) == []


def test_a_month_over_a_table_is_held_against_its_columns_or_the_measure() -> None:
    heads, rows = ("juli 2024", "juli 2025"), (("Berg", "69", "63"), ("Åre", "279", "285"))
    assert in_table("Antal KKB-företag per kommun, juni 2024–2025", heads, *rows) == [("period-avviker", "juni 2024")]
    assert in_table("Antal KKB-företag per kommun, juni 2024–2025", ("2024", "2025"), *rows) == [("period-avviker", "juni 2024")]
    assert in_table("Antal KKB-företag per kommun, juli 2024–2025", heads, *rows) == []
    assert in_table("Antal besökare, juni 2024–2025", ("2024", "2025"), ("Berg", "1", "2"), ("Åre", "3", "4")) == []


def _chart(caption: str) -> tuple[Line, ...]:
    rest = [replace(line(text), block="diagram:a", part="serie") for text in ("juli 2024", "juli 2025")]
    return replace(line(caption), block="diagram:a", part="rubrik"), *rest


def test_a_month_over_a_chart_is_held_against_its_series() -> None:
    wrong, right = ("Besökare per kommun, juni 2024–2025", "Besökare per kommun, juli 2024–2025")
    assert said(list(figures(subject(*_chart(wrong))))) == [("period-avviker", "juni 2024")]
    assert said(list(figures(subject(*_chart(right))))) == []


def test_a_comparison_with_the_year_it_speaks_of_is_found() -> None:
    first = "I juli 2025 var andelen KKB-företag i länet 5,1 %. "
    assert faults(first + "Jämfört med juli 2025 minskade andelen.") == [("period-avviker", "Jämfört med juli 2025")]
    assert faults(first + "Jämfört med juli 2024 minskade andelen.") == []
    assert faults("I juli 2024 var andelen 5,3 % i länet. Jämfört med juli 2024 har andelen KKB-företag minskat.") == []


def _preliminary() -> Subject:
    one = observed("omsattning", "belopp", 2024, COUNTY, "1124543000", 335, Status.PRELIMINARY)
    return replace(subject(), dataset=replace(DATASET, observations={**DATASET.observations, one.key: one}))


@pytest.mark.parametrize(
    ("text", "quotes"),
    (
        ("Uppgifterna för 2023 kan ändras när fler bokslut kommer in.", ["2023"]),
        ("Alla bokslut för 2023 har inte kommit in.", ["2023"]),
        ("Alla bokslut för 2024 har inte kommit in, så uppgiften justeras.", []),
        ("Siffrorna för 2025 är preliminära.", ["2025"]),
        ("Uppgifterna för 2024 kan komma att ändras.", []),
        ("Uppgifterna för 2023 är inte preliminära.", []),
        ("Uppgifterna för 2023 och 2024 kan ändras.", []),
        ("Det preliminära programmet för 2023 skickades ut.", []),
        ("Den preliminära tidplanen för 2023 byggde på siffror.", []),
        ("De preliminära siffrorna för 2023 är lägre.", ["2023"]),
        ("Uppgifterna för 2019 kan ändras.", []),
    ),
)
def test_a_year_called_preliminary_must_have_preliminary_figures(text: str, quotes: list[str]) -> None:
    found = said(list(figures(replace(_preliminary(), lines=(line(text),)))))
    assert found == [("preliminart-ar", quote) for quote in quotes]
    assert faults(text) == []


def test_a_column_with_its_neighbours_year_is_found_even_of_what_the_dataset_does_not_know() -> None:
    rows = (("Besök", "1", "2", "3"), ("Lån", "4", "5", "6"))
    assert in_table("Bibliotek", ("2023", "2023", "2025"), *rows) == [("period-avviker", "2023")]
    for heads in (("2023", "2024", "2025"), ("2015", "2020", "2025"), ("2024", "2025", "Mål"), ("2025", "2024", "2023")):
        assert in_table("Bibliotek", heads, *rows) == []
    assert in_table("Bibliotek", ("2024", "2024", "2025", "2025"), ("Besök", "1", "2", "3", "4")) == []


def test_a_number_that_is_another_years_is_found_without_the_measures_full_name() -> None:
    assert faults("Statistiken från juli 2024 visar på 1 106 aktiva företag i länet.") == [("tal-avviker", "1 106")]
    assert faults("Statistiken från juli 2024 visar på 1 135 aktiva KKB-företag i länet.") == []
    assert faults("Under 2024 betalades 1 106 kronor ut.") == []


def test_a_long_period_keeps_its_own_span() -> None:
    assert faults("Perioden är 1 april 2023–31 mars 2025.") == [("period-avviker", "1 april 2023–31 mars 2025")]
    for text in ("Perioden är 1 april 2023 – 31 mars 2024.", "Avtalet gäller 1 maj 2023–31 mars 2025."):
        assert faults(text) == []


def test_a_table_of_slipped_measures() -> None:
    heads = ("2023", "2024", "2025")
    rows = (("Ungdomar", "12 %", "14 st", "16 %"), ("Bidrag", "10 tkr", "12 mnkr", "13 tkr"), ("Träffar", "2 st", "3 st", "4 st"))
    assert in_table("Läget", heads, *rows) == [("blandade-matt", "14 st"), ("blandade-matt", "12 mnkr")]
    assert in_table("Läget", ("antal", "andel"), ("Ungdomar", "12 st", "14 %")) == []
    assert in_table("Läget", ("2023", "2024"), ("Bidrag", "10 kronor", "12 kr"), ("Stöd", "2 st (10 kr)", "3 st (12 kr)")) == []

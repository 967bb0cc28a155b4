"""Figures that nothing contradicts, and that are doubtful all the same: said twice otherwise, or a leap from the year before."""

from dataclasses import replace
from decimal import Decimal

import pytest

from rapportbyggare.checks.figures import figures
from rapportbyggare.checks.subject import Subject
from rapportbyggare.core.derivation import Break
from rapportbyggare.core.figure import Status
from rapportbyggare.core.place import NOWHERE
from rapportbyggare.core.problem import Problem
from tests.unit.checks.figure_samples import CATALOGUE, DATASET, faults, line, observed, said, subject

ONCE = "Under 2024 deltog 34 företagare i rådgivningen om export."


def test_the_same_thing_with_two_numbers_is_found_at_the_second() -> None:
    other = "I rådgivningen om export deltog 43 företagare 2024."
    assert faults(ONCE, "Något annat.", other) == [("olika-tal", "43")]
    assert faults("Bidraget till mötesplatsen var 300 000 kr 2024.", "År 2024 var bidraget till mötesplatsen 330 000 kr.") == [
        ("olika-tal", "330 000 kr")
    ]


@pytest.mark.parametrize(
    "other",
    (
        "I rådgivningen om export deltog 34 företagare 2024.",
        "Under 2023 deltog 43 företagare i rådgivningen om export.",
        "Under 2024 deltog 43 studenter i rådgivningen om export.",
        "Under 2024 deltog 43 företagare i rådgivningen om export i Åre.",
        "Under 2024 deltog 43 företagare i en mässa i Trondheim.",
        "Under 2024 deltog omkring 35 företagare i rådgivningen om export.",
        "Målet för 2024 var 40 företagare i rådgivningen om export.",
        "Under 2024 ökade rådgivningen om export med 43 företagare.",
        "”Under 2024 deltog 43 företagare i rådgivningen om export”, står det.",
    ),
)
def test_other_things_and_rounded_numbers_are_left_alone(other: str) -> None:
    assert faults(ONCE, other) == []


def limited(limit: str, *texts: str, status: Status = Status.DEFINITIVE, broken: bool = False) -> list[Problem]:
    """What is found when no count of companies, and no share, may change more than this."""
    indicators = dict(CATALOGUE.indicators)
    for name in ("antal_kkb", "andel_kkb"):
        own = indicators[name]
        (measure,) = own.measures
        breaks = (Break(2025, "ny avgränsning", NOWHERE),) if broken else ()
        indicators[name] = own._replace(measures=(measure._replace(largest_change=Decimal(limit)),), breaks=breaks)
    own_facts = (one for one in DATASET.observations.values() if one.amount is not None)
    facts = {one.key: observed(*one.key, str(one.amount), one.base, status) for one in own_facts}
    dataset = replace(DATASET, catalogue=CATALOGUE._replace(indicators=indicators), observations=facts)
    lines = tuple(line(text, number) for number, text in enumerate(texts, 1))
    return list(figures(Subject(lines, dataset, 2025)))


def test_a_leap_is_told_once_where_the_figure_is_printed() -> None:
    text = "I juli 2025 fanns 63 KKB-företag i Berg och 285 i Åre."
    found = limited("5", text, text)
    assert said(found) == [("stort-hopp", "63")]
    assert "Antal KKB-företag, Berg, 2025 är 63, mot 69 året före" in found[0].message
    assert found[0].expected == "högst 5 procent"


def test_a_share_is_limited_in_percentage_points() -> None:
    text = "Andelen KKB-företag i Östersund var 6,2 % i juli 2025."
    assert said(limited("0.3", text)) == [("stort-hopp", "6,2 %")]
    assert said(limited("0.4", text)) == []


def test_no_leap_over_a_break_in_preliminary_figures_or_in_what_is_not_printed() -> None:
    text = "I juli 2025 fanns 63 KKB-företag i Berg."
    assert said(limited("5", text, broken=True)) == []
    assert said(limited("5", text, status=Status.PRELIMINARY)) == []
    assert said(limited("5", "I juli 2025 fanns 285 KKB-företag i Åre.")) == []
    assert said(list(figures(subject(line(text))))) == []

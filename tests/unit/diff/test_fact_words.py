"""A changed fact in words."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from rapportbyggare.core.dataset import Delivery
from rapportbyggare.core.figure import FactKey, Status
from rapportbyggare.diff.changes import FactChange
from rapportbyggare.diff.fact_words import aside, delivered, fact_name, moved
from rapportbyggare.diff.facts import changed_facts
from tests.small import COUNTY, DATASET
from tests.unit.diff.twice import BERG_2025, TURNOVER, altered

SHARE = FactKey("andel_kkb", "andel", 2025, COUNTY)
NOT_YET = FactKey("stod", "antal", 2025, COUNTY)


def change(key: FactKey, to: str | Mapping[str, Any] | None) -> FactChange:
    return changed_facts(DATASET, altered({key: to}))[key]


@pytest.mark.parametrize(
    ("key", "to", "words"),
    [
        (BERG_2025, "71", "72 → 71 (−1, −1,4 %)"),
        (SHARE, "5.25", "5,1 % → 5,3 % (+0,2 procentenheter)"),
        (SHARE, "5.051", "5,050 % → 5,051 % (+0,001 procentenheter)"),
        (TURNOVER, "834900000", "830,5 mnkr → 834,9 mnkr (+4,4 mnkr, +0,5 %)"),
        (TURNOVER, "830499000", "830 500 000 kr → 830 499 000 kr (−1 000 kr)"),
        (TURNOVER, {"base": 340}, "830,5 mnkr (samma tal som förut)"),
        (NOT_YET, {"amount": Decimal(3), "status": Status.DEFINITIVE}, "mäts 2026 → 3 st"),
        (BERG_2025, {"amount": None, "status": Status.CONFIDENTIAL}, "72 → sekretess"),
        (BERG_2025, None, "72 → finns inte längre"),
    ],
)
def test_how_a_fact_moved(key: FactKey, to: str | Mapping[str, Any] | None, words: str) -> None:
    assert moved(change(key, to)).replace("\u00a0", " ") == words


def test_a_fact_is_named_by_indicator_measure_area_and_period() -> None:
    assert (
        fact_name(change(TURNOVER, {"period": "räkenskapsåret 2024"})) == "Omsättning, belopp, Jämtlands län, räkenskapsåret 2024"
    )
    assert fact_name(change(BERG_2025, "1")) == "Företag, Berg, 2025"
    assert fact_name(change(FactKey("riksandel", "andel", 0, "Riket"), "8")) == "Andel, Riket"


def test_status_base_and_period_are_said_aside() -> None:
    told = aside(change(TURNOVER, {"status": Status.DEFINITIVE, "base": 340}))
    assert told == ("Förut preliminär, nu definitiv.", "Underlag 340 (förut 335).")
    assert aside(change(TURNOVER, "9")) == ("Preliminär uppgift.",)
    assert aside(change(TURNOVER, {"base": None})) == ("Preliminär uppgift.", "Underlaget är inte längre känt (förut 335).")
    assert aside(change(BERG_2025, {"base": 3})) == ("Underlag 3 (förut okänt).",)


def test_both_deliveries_are_named_when_they_differ() -> None:
    origin = DATASET.observations[BERG_2025].origin._replace(delivery=7, extract="2025-11", cell="Blad1!B7")
    late = Delivery(7, "scb", "2025-11", "2025-11-03", "sen.xlsx", "", ())
    both = change(BERG_2025, {"amount": Decimal(9), "origin": origin})
    assert delivered(both, {7: late}) == "leverans 7 (sen.xlsx, Blad1!B7, uttag 2025-11); förut leverans 1 (uttag 2025-07)"
    assert delivered(change(BERG_2025, "9"), {}) == "leverans 1 (uttag 2025-07)"
    assert delivered(change(BERG_2025, None), {}) == "förut leverans 1 (uttag 2025-07)"

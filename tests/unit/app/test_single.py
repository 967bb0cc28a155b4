"""One figure by word of mouth."""

from dataclasses import replace
from decimal import Decimal

import pytest

from rapportbyggare.app.single import Said, delivered_of
from rapportbyggare.core.figure import FactKey, Status
from tests.small import CATALOGUE, COUNTY

SAID = Said(
    "omsattning",
    "1 124 543 000",
    "Bisnis Analys, telefon",
    "skrivfel",
    "2025-09-12",
    year="2024",
    base="335",
    status="preliminär",
)


def test_it_becomes_a_delivery_of_the_indicators_source() -> None:
    delivered, problems = delivered_of(SAID, CATALOGUE)
    assert problems == () and delivered is not None
    (one,) = delivered.observations
    assert (delivered.source, delivered.extract, delivered.file, delivered.checksum) == ("bisnis", "2025-09-12", "", "")
    assert one.key == FactKey("omsattning", "belopp", 2024, COUNTY)
    assert (one.amount, one.status, one.base, one.note) == (Decimal(1124543000), Status.PRELIMINARY, 335, "skrivfel")
    assert one.key in delivered.coverage[0]
    assert SAID.note == "Bisnis Analys, telefon, 2025-09-12: skrivfel"


@pytest.mark.parametrize(
    "value", ["1 124 543 000 kr", "1124543000 Kronor", " 1124543000kr ", "1 124 543 tkr", "1 124,543 mnkr", "1,124543mdkr"]
)
def test_the_measures_own_unit_may_be_said(value: str) -> None:
    delivered, problems = delivered_of(replace(SAID, value=value), CATALOGUE)
    assert problems == () and delivered is not None
    assert delivered.observations[0].amount == Decimal(1124543000)


def test_a_figure_yet_to_be_measured_says_when() -> None:
    said = Said("stod", "", "enheten", "mäts i vår", "2025-09-12", year="2025", status="mäts 2026")
    delivered, problems = delivered_of(said, CATALOGUE)
    assert problems == () and delivered is not None
    assert (delivered.observations[0].status, delivered.observations[0].measured) == (Status.NOT_YET, 2026)


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        ({"indicator": "omsätning"}, "okand-indikator", "--indikator"),
        ({"value": "5 %"}, "annan-enhet", "--varde"),
        ({"value": "1.341"}, "", "--varde"),
        ({"value": "1 124 543 tkr", "indicator": "andel_kkb", "measure": ""}, "annan-enhet", "--varde"),
        ({"value": "0,051", "indicator": "andel_kkb", "measure": ""}, "procent-eller-andel", "--varde"),
        ({"sender": " "}, "ursprung-saknas", "--avsandare"),
        ({"reason": ""}, "ursprung-saknas", "--skal"),
        ({"year": "24"}, "fel-ar", "--ar"),
        ({"area": "Bergs"}, "okand-plats", "--plats"),
        ({"measure": "beloppet"}, "okant-matt", "--matt"),
        ({"status": "slutgiltig"}, "okand-status", "--status"),
        ({"base": "många"}, "", "--underlag"),
    ],
)
def test_a_fault_is_told_at_its_flag(change: dict[str, str], code: str, place: str) -> None:
    delivered, problems = delivered_of(replace(SAID, **change), CATALOGUE)
    assert delivered is None
    assert any((not code or one.code == code) and one.place.file == place and one.remedy for one in problems), problems


def test_all_faults_are_told_at_once() -> None:
    _, problems = delivered_of(Said("omsattning", "x", "", "", "2025-09-12", year="24"), CATALOGUE)
    assert {one.place.file for one in problems} >= {"--avsandare", "--skal", "--ar", "--varde"}
    assert any('--avsandare "Bisnis Analys, telefon"' in one.expected for one in problems)

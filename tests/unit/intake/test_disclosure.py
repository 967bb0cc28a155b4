from decimal import Decimal

import pytest

from rapportbyggare.core.dataset import Measure
from rapportbyggare.core.figure import Unit
from rapportbyggare.intake.aggregate import Totals
from rapportbyggare.intake.disclosure import is_withheld
from rapportbyggare.intake.units_rules import Calculation, Level, Sort

LEVELS = (Level.MUNICIPALITY, Level.COUNTY)


def calculation(sort: Sort, column: str = "belopp") -> Calculation:
    return Calculation("i", "m", sort, column, "", "", (), (), LEVELS)


def measure(smallest: int = 0, dominance: str = "") -> Measure:
    return Measure("m", "m", Unit.KRONOR, 0, smallest, Decimal(dominance) if dominance else None)


def totals(units: int, largest: int = 0, weight: int = 0) -> Totals:
    return Totals(units, units, Decimal(weight), Decimal(0), Decimal(largest), Decimal(weight))


@pytest.mark.parametrize(("units", "withheld"), [(0, False), (1, True), (2, True), (3, False)])
def test_a_value_of_too_few_units_is_withheld_and_nought_is_not(units: int, withheld: bool) -> None:
    assert is_withheld(totals(units), calculation(Sort.COUNT), measure(smallest=3)) is withheld
    assert not is_withheld(totals(units), calculation(Sort.COUNT), measure())


@pytest.mark.parametrize(("largest", "withheld"), [(79, False), (80, True), (100, True)])
def test_an_amount_that_one_unit_dominates_is_withheld(largest: int, withheld: bool) -> None:
    for sort in (Sort.SUM, Sort.RATIO, Sort.SHARE):
        assert is_withheld(totals(5, largest, 100), calculation(sort), measure(dominance="0.8")) is withheld


def test_numbers_of_units_are_dominated_by_none() -> None:
    for one in (calculation(Sort.COUNT), calculation(Sort.SHARE, column="")):
        assert not is_withheld(totals(1, 1, 1), one, measure(dominance="0.8"))


def test_amounts_that_are_all_nought_are_dominated_by_none() -> None:
    assert not is_withheld(totals(4, 0, 0), calculation(Sort.SUM), measure(dominance="0.8"))

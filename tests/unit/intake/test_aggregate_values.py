from decimal import Decimal

import pytest

from rapportbyggare.core.figure import Status
from rapportbyggare.intake.aggregate import Totals
from rapportbyggare.intake.aggregate_values import value_of
from rapportbyggare.intake.units_rules import Calculation, Level, Sort


def value(sort: Sort, top: str, bottom: str, units: int = 1, candidates: int = 1) -> Decimal | Status:
    one = Calculation("i", "m", sort, "", "", "", (), (), (Level.COUNTY,))
    return value_of(one, Totals(candidates, units, Decimal(top), Decimal(bottom)))


@pytest.mark.parametrize(
    ("sort", "top", "bottom", "expected"),
    [
        (Sort.COUNT, "3", "0", "3"),
        (Sort.SUM, "1448086000", "0", "1448086000"),
        (Sort.RATIO, "830000", "1", "830000"),
        (Sort.RATIO, "1", "8", "0.125"),
        (Sort.SHARE, "1", "3", "33.333333333333333"),
        (Sort.SHARE, "2", "3", "66.666666666666667"),
        (Sort.SHARE, "1", "200", "0.5"),
        (Sort.SHARE, "0", "200", "0"),
    ],
)
def test_values_are_exact_or_have_fifteen_decimals(sort: Sort, top: str, bottom: str, expected: str) -> None:
    found = value(sort, top, bottom)
    assert isinstance(found, Decimal) and f"{found:f}" == expected


def test_rounding_to_fifteen_decimals_turns_no_printed_number() -> None:
    """4,349999 percent of a large amount is 4,3 and never 4,4 by way of 4,35."""
    found = value(Sort.SHARE, "4349999999999", "100000000000000")
    assert isinstance(found, Decimal) and found < Decimal("4.35")


def test_nothing_to_divide_by_cannot_occur_and_no_number_at_all_is_missing() -> None:
    assert value(Sort.RATIO, "1", "0") is Status.IMPOSSIBLE
    assert value(Sort.SHARE, "0", "0", 0, 0) is Status.IMPOSSIBLE
    assert value(Sort.SUM, "0", "0", 0, 4) is Status.MISSING
    assert value(Sort.SUM, "0", "0", 0, 0) == 0

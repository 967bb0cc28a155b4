from decimal import Decimal

import pytest

from rapportbyggare.core.figure import Format, Unit
from rapportbyggare.typography.ticks import nice_ticks


@pytest.mark.parametrize(
    ("low", "high", "zero", "form", "labels"),
    [
        ("37", "727", True, Format(Unit.COUNT), ["0", "250", "500", "750"]),
        ("1", "2", True, Format(Unit.COUNT), ["0", "1", "2", "3"]),
        ("0", "0", True, Format(Unit.COUNT), ["0", "1", "2", "3"]),
        ("3", "8", True, Format(Unit.PERCENT, 1), ["0 %", "2 %", "4 %", "6 %", "8 %"]),
        ("830000", "1200000", False, Format(Unit.KRONOR, 0, 3, ""), ["800", "900", "1 000", "1 100", "1 200"]),
        ("-3", "4", True, Format(Unit.POINTS, 1, unit_text=""), ["−4", "−2", "0", "2", "4"]),
        ("5", "5", False, Format(Unit.INDEX), ["4,50", "4,75", "5,00", "5,25", "5,50"]),
    ],
)
def test_ticks(low: str, high: str, zero: bool, form: Format, labels: list[str]) -> None:
    ticks = nice_ticks(Decimal(low), Decimal(high), zero, form)
    assert [label for _, label in ticks] == [label.replace(" ", "\u00a0") for label in labels]


def test_the_styles_own_mark_parts_the_thousands() -> None:
    ticks = nice_ticks(Decimal(0), Decimal(4000), True, Format(Unit.COUNT), "\u202f")
    assert [label for _, label in ticks] == ["0", "1\u202f000", "2\u202f000", "3\u202f000", "4\u202f000"]

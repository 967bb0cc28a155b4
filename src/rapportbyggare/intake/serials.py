"""Days as Excel stores them: numbers counted from the last day of 1899."""

from datetime import date, timedelta
from decimal import Decimal

_END = 2_958_466
_MAC = 1462
_NEVER_WAS = 60


def as_date(number: Decimal, from_1904: bool) -> date | None:
    """The day a serial number means, its time of day left out; None when it means none.

    Day 60 is 29 February 1900, which never was: Excel counts it, so earlier days are one off.
    """
    days = int(number) + (_MAC if from_1904 else 0)
    if not 1 <= days < _END:
        return None
    return date(1899, 12, 31 if days < _NEVER_WAS else 30) + timedelta(days)

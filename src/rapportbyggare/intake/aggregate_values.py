"""Totals to values: unrounded where a number has an end, else with fifteen decimals."""

from decimal import ROUND_HALF_UP, Context, Decimal

from rapportbyggare.core.figure import Status
from rapportbyggare.intake.aggregate import Totals
from rapportbyggare.intake.units_rules import Calculation, Sort

_EXACT = Context(prec=60)
_FIFTEEN = Decimal(1).scaleb(-15)
"""So many decimals that rounding to those a report prints is never turned by this first rounding."""


def value_of(one: Calculation, totals: Totals) -> Decimal | Status:
    """The value of a calculation, or why it has none: no unit has the numbers, or there is nothing to divide by."""
    if not totals.units and totals.candidates:
        return Status.MISSING
    match one.sort:
        case Sort.COUNT | Sort.SUM:
            return totals.top
        case Sort.RATIO:
            return _quotient(totals.top, totals.bottom)
        case Sort.SHARE:
            return _quotient(100 * totals.top, totals.bottom)


def _quotient(top: Decimal, bottom: Decimal) -> Decimal | Status:
    if not bottom:
        return Status.IMPOSSIBLE
    quotient = _EXACT.divide(top, bottom).quantize(_FIFTEEN, ROUND_HALF_UP, _EXACT)
    return plain(quotient)


def plain(number: Decimal) -> Decimal:
    """The number without noughts at its end, and without an exponent."""
    return number.quantize(Decimal(1), context=_EXACT) if number == number.to_integral_value() else number.normalize(_EXACT)

"""Round ticks for a value axis."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from rapportbyggare.core.figure import Format
from rapportbyggare.typography.numbers import HARD_SPACE, write_amount

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))


def nice_ticks(
    low: Decimal, high: Decimal, zero: bool, form: Format, thousands: str = HARD_SPACE
) -> tuple[tuple[Decimal, str], ...]:
    """Four to six round ticks that span `low` to `high` (and 0 when `zero`), with their written form.

    Labels have the unit of `form`, `thousands` between groups and just the decimals the ticks need; counts are never split.
    """
    bottom, top = _span(low, high, zero)
    whole = form.unit.is_count and form.scale == 0
    first, last, step = min(_candidates(bottom, top, whole), key=lambda c: (c[1] - c[0], c[2]))
    count = int((last - first) / step)
    ticks = [first + step * index for index in range(max(count, 3 if whole else count) + 1)]
    return _labelled(ticks, step, form, thousands)


def _span(low: Decimal, high: Decimal, zero: bool) -> tuple[Decimal, Decimal]:
    bottom, top = min(low, high), max(low, high)
    if zero:
        bottom, top = min(bottom, Decimal(0)), max(top, Decimal(0))
    if bottom < top:
        return bottom, top
    room = abs(bottom) / 10 or Decimal(1)
    return bottom - (0 if zero or not bottom else room), top + room


def _candidates(bottom: Decimal, top: Decimal, whole: bool) -> list[tuple[Decimal, Decimal, Decimal]]:
    """First tick, last tick and step for every round step that gives three to five intervals."""
    exponent = (top - bottom).adjusted()
    steps = [step.scaleb(power) for power in (exponent - 1, exponent, exponent + 1) for step in _STEPS]
    allowed = [step for step in steps if step == step.to_integral_value()] or [Decimal(1)] if whole else steps
    found = [(_round(bottom, step, ROUND_FLOOR), _round(top, step, ROUND_CEILING), step) for step in allowed]
    fitting = [one for one in found if 3 <= (one[1] - one[0]) / one[2] <= 5]
    return fitting or found[:1]


def _round(amount: Decimal, step: Decimal, way: str) -> Decimal:
    return (amount / step).to_integral_value(way) * step


def _labelled(ticks: list[Decimal], step: Decimal, form: Format, thousands: str) -> tuple[tuple[Decimal, str], ...]:
    scaled = step.scaleb(-form.scale).normalize().as_tuple().exponent
    decimals = max(0, -scaled) if isinstance(scaled, int) else 0
    plain = form._replace(decimals=decimals, words=False, signed=False)
    return tuple((tick + 0, write_amount(tick, plain, thousands)) for tick in ticks)

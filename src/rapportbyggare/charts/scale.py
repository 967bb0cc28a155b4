"""From amounts to places on the sheet."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from rapportbyggare.core.chart import Chart, ChartKind

Limits = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Scale:
    """Amounts from `low` to `high` on the stretch from `start` to `end` points."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def at(self, amount: Decimal) -> float:
        """The place in points of an amount."""
        return self.start + self.share(amount) * (self.end - self.start)

    def share(self, amount: Decimal) -> float:
        """How far along the scale an amount lies, 0 to 1."""
        return float((amount - self.low) / (self.high - self.low))

    @property
    def zero(self) -> Decimal:
        """Where bars start: zero."""
        return min(max(Decimal(0), self.low), self.high)


def limits(chart: Chart) -> Limits:
    """The least and greatest amount to make room for: ticks, data and, unless lines are drawn, zero."""
    found = [amount for amount, _ in chart.ticks] + list(_reached(chart))
    if chart.kind is not ChartKind.LINES or not found:
        found.append(Decimal(0))
    low, high = min(found), max(found)
    return (low, high) if low < high else (low, low + 1)


def scaled(bounds: Limits, start: float, end: float, needs: Iterable[tuple[Decimal, float]] = ()) -> Scale | None:
    """A scale on the stretch where each (amount, points) of `needs` has its points left beyond it.

    None when less than half the stretch would be left for the data.
    """
    low, high = bounds
    wants = tuple(needs)
    foot = start + max((room for amount, room in wants if amount < 0), default=0.0)
    whole = Scale(low, high, foot, end)
    ends = (foot + (end - room - foot) / whole.share(amount) for amount, room in wants if amount >= 0 and amount > low)
    reach = min((end, *ends))
    return Scale(low, high, foot, reach) if reach - foot >= (end - start) / 2 else None


def _reached(chart: Chart) -> Iterable[Decimal]:
    """The amounts that bars or points reach; stacked bars reach their sums above and below zero."""
    for place in range(len(chart.categories)):
        amounts = [a for a in (row.points[place].amount for row in chart.series) if a is not None]
        if chart.kind is ChartKind.STACKED:
            amounts = [sum((a for a in amounts if a > 0), Decimal(0)), sum((a for a in amounts if a < 0), Decimal(0))]
        yield from amounts

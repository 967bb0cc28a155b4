"""Where bars stand: grouped or stacked, upright or level."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rapportbyggare.charts.palette import Look
from rapportbyggare.charts.scale import Scale
from rapportbyggare.charts.scene import Box
from rapportbyggare.charts.sheet import Sheet
from rapportbyggare.core.chart import ChartKind, Point

_FILLED = 0.88
_FILLED_ALONE = 0.62
_THICKEST = 46.0
_AIR = 0.7


@dataclass(frozen=True, slots=True)
class Bar:
    """A point's bar; the box of a point without amount is flat and lies on the base line."""

    box: Box
    point: Point
    look: Look
    series: int
    category: int


def bars(sheet: Sheet, plot: Box, scale: Scale, upright: bool) -> tuple[Bar, ...]:
    """All bars, category by category; categories go from the left, or from the top when bars are level."""
    stacked = sheet.chart.kind is ChartKind.STACKED
    lanes = _lanes(_slot(sheet, plot, upright), 1 if stacked else len(sheet.chart.series))
    found: list[Bar] = []
    for category in range(len(sheet.chart.categories)):
        offset = category * _slot(sheet, plot, upright)
        for number, stretch in enumerate(_stretches(sheet, scale.zero, category, stacked)):
            start, end = lanes[0 if stacked else number]
            box = _box(plot, (offset + start, offset + end), (scale.at(stretch[0]), scale.at(stretch[1])), upright)
            row = sheet.chart.series[number]
            found.append(Bar(box, row.points[category], sheet.ink.looks[number], number, category))
    return tuple(found)


def _slot(sheet: Sheet, plot: Box, upright: bool) -> float:
    return (plot.width if upright else plot.height) / max(1, len(sheet.chart.categories))


def _lanes(slot: float, count: int) -> tuple[tuple[float, float], ...]:
    """Start and end of each bar across its slot, in order, with a hair of air between."""
    filled = min(slot * (_FILLED if count > 1 else _FILLED_ALONE), _THICKEST * count)
    first, step = (slot - filled) / 2, filled / max(1, count)
    air = min(_AIR, step / 5) / 2
    return tuple((first + n * step + air, first + (n + 1) * step - air) for n in range(count))


def _stretches(sheet: Sheet, zero: Decimal, category: int, stacked: bool) -> Iterator[tuple[Decimal, Decimal]]:
    """From and to, as amounts, for each series; stacked bars go on where the last on their side of zero ended."""
    above = below = zero
    for row in sheet.chart.series:
        amount = row.points[category].amount
        if amount is None:
            yield zero, zero
        elif not stacked:
            yield zero, amount
        elif amount >= 0:
            yield above, above + amount
            above += amount
        else:
            yield below, below + amount
            below += amount


def _box(plot: Box, across: tuple[float, float], along: tuple[float, float], upright: bool) -> Box:
    low, high = sorted(along)
    if upright:
        return Box(plot.left + across[0], low, plot.left + across[1], high)
    return Box(low, plot.top - across[1], high, plot.top - across[0])

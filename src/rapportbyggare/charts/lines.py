"""Line charts: markers joined by lines, series named at the right end where there is room."""

from dataclasses import dataclass
from itertools import pairwise

from rapportbyggare.charts.axes import base_line, name_lines, names_below, names_height, tick_width, upright_rules
from rapportbyggare.charts.endnames import end_names, end_room
from rapportbyggare.charts.head import head
from rapportbyggare.charts.labels import all_placed, on_paper, placed
from rapportbyggare.charts.lettering import CAP, taken
from rapportbyggare.charts.palette import Look
from rapportbyggare.charts.scale import Scale, limits
from rapportbyggare.charts.scene import Anchor, Box, Dot, Mark, Stroke, Words
from rapportbyggare.charts.shapes import marker
from rapportbyggare.charts.sheet import Sheet, written
from rapportbyggare.core.chart import Point

_RADIUS = 3.2
_LINE = 1.8
_DASHES = (3.0, 2.0)
_ROOM_ABOVE = 12.0


@dataclass(frozen=True, slots=True)
class Trace:
    """A series on the sheet: a dot for each category, None where there is no amount."""

    dots: tuple[Dot | None, ...]
    points: tuple[Point, ...]
    look: Look


def lines(sheet: Sheet) -> tuple[Mark, ...]:
    """Lines with the names of the series at their ends, or in a key above when the ends have no room."""
    right = end_room(sheet)
    above, top = head(sheet, named=right is None)
    left = sheet.page.left + tick_width(sheet)
    names = name_lines(sheet, (sheet.page.right - (right or 0) - left) / max(1, len(sheet.chart.categories)))
    plot = Box(left, sheet.page.bottom + names_height(sheet, names), sheet.page.right - (right or 0), top)
    scale = _scale(sheet, plot)
    traces = _traces(sheet, plot, scale)
    frame = (*upright_rules(sheet, plot, scale), base_line(sheet, (plot.left, plot.bottom), (plot.right, plot.bottom)))
    ends = end_names(sheet, [trace.dots[-1] for trace in traces], plot) if right is not None else ()
    drawn = tuple(mark for trace in traces for mark in _joined(trace)) + tuple(m for trace in traces for m in _markers(trace))
    return *above, *frame, *drawn, *_words(sheet, traces, plot), *ends, *names_below(sheet, plot, names)


def _scale(sheet: Sheet, plot: Box) -> Scale:
    """Values keep clear of the base line when they do not start there, and of the key above."""
    low, high = limits(sheet.chart)
    foot = plot.bottom if low >= 0 else plot.bottom + _ROOM_ABOVE
    return Scale(low, high, foot, plot.top - (_ROOM_ABOVE if sheet.chart.direct_labels else 0))


def _traces(sheet: Sheet, plot: Box, scale: Scale) -> tuple[Trace, ...]:
    slot = plot.width / max(1, len(sheet.chart.categories))
    places = [plot.left + (number + 0.5) * slot for number in range(len(sheet.chart.categories))]
    return tuple(
        Trace(tuple(_dot(x, point, scale) for x, point in zip(places, row.points, strict=True)), row.points, look)
        for row, look in zip(sheet.chart.series, sheet.ink.looks, strict=True)
    )


def _dot(x: float, point: Point, scale: Scale) -> Dot | None:
    return None if point.amount is None else (x, scale.at(point.amount))


def _joined(trace: Trace) -> tuple[Stroke, ...]:
    """Lines between neighbours; dashed on the way to or from a preliminary value, none across a gap or a break in the series."""
    firm = tuple((one, two) for one, two, loose in _steps(trace) if not loose)
    loose = tuple((one, two) for one, two, loose in _steps(trace) if loose)
    strokes = ((firm, ()), (loose, _DASHES))
    return tuple(Stroke(found, trace.look.colour, _LINE, dashes) for found, dashes in strokes if found)


def _steps(trace: Trace) -> tuple[tuple[Dot, Dot, bool], ...]:
    """The neighbours that a line joins, and whether one of them is preliminary."""
    pairs = pairwise(zip(trace.dots, trace.points, strict=True))
    return tuple((one, two, a.preliminary or b.preliminary) for (one, a), (two, b) in pairs if one and two and not b.parted)


def _markers(trace: Trace) -> tuple[Mark, ...]:
    pairs = zip(trace.dots, trace.points, strict=True)
    return tuple(mark for dot, point in pairs if dot for mark in marker(dot, trace.look, _RADIUS, point.preliminary))


def _words(sheet: Sheet, traces: tuple[Trace, ...], plot: Box) -> tuple[Mark, ...]:
    """The values at the points and, where it is free, why values are missing."""
    busy = [box for trace in traces for box in _covered(trace)]
    page = Box(plot.left, plot.bottom + 1, sheet.page.right, plot.top + 4)
    values = _values(sheet, traces, busy, page) if sheet.chart.direct_labels else ()
    places = range(len(sheet.chart.categories))
    gaps = [_gap_places(sheet, number, plot, label) for number in places for label in _missing_at(sheet, number)]
    boxes = busy + [taken(words, sheet.width) for words in values]
    reasons = (words for words in placed(gaps, boxes, page, sheet.width) if words)
    return on_paper((*values, *reasons), sheet.width)


def _values(sheet: Sheet, traces: tuple[Trace, ...], busy: list[Box], page: Box) -> tuple[Words, ...]:
    """Every value (but those that stand at the ends) when all have room, else the last of each line, else none."""
    ended = end_room(sheet)
    count = len(sheet.chart.categories) - (1 if ended else 0)
    every = [_value_places(sheet, trace, n) for trace in traces for n, dot in enumerate(trace.dots[:count]) if dot]
    last = [_value_places(sheet, trace, _last(trace)) for trace in traces if any(trace.dots) and not ended]
    tries = (all_placed(wanted, busy, page, sheet.width) for wanted in (every, last))
    return next((found for found in tries if found is not None), ())


def _last(trace: Trace) -> int:
    return max(number for number, dot in enumerate(trace.dots) if dot)


def _covered(trace: Trace) -> tuple[Box, ...]:
    """Small boxes along the lines and around the markers."""
    around = _RADIUS + 0.6
    dots = [dot for dot in trace.dots if dot]
    markers = tuple(Box(x - around, y - around, x + around, y + around) for x, y in dots)
    return markers + tuple(box for one, two, _ in _steps(trace) for box in _along(one, two))


def _along(one: Dot, two: Dot) -> tuple[Box, ...]:
    """The line between two dots as a row of boxes a few points long."""
    steps = max(1, int(max(abs(two[0] - one[0]), abs(two[1] - one[1])) / 4))
    stops = [(one[0] + (two[0] - one[0]) * n / steps, one[1] + (two[1] - one[1]) * n / steps) for n in range(steps + 1)]
    pairs = pairwise(stops)
    return tuple(Box(a[0], min(a[1], b[1]) - _LINE, b[0], max(a[1], b[1]) + _LINE) for a, b in pairs)


def _value_places(sheet: Sheet, trace: Trace, number: int) -> tuple[Words, ...]:
    """Over the point, under it, or to its right."""
    dot = trace.dots[number]
    if dot is None:
        return ()
    (x, y), off, cap = dot, _RADIUS + 3.0, CAP * sheet.ink.size
    text, size, ink = written(trace.points[number]), sheet.ink.size, sheet.ink.text
    sides = ((x, y + off, Anchor.MIDDLE), (x, y - off - cap, Anchor.MIDDLE), (x + off, y - cap / 2, Anchor.START))
    return tuple(Words(text, across, up, size, ink, anchor=anchor) for across, up, anchor in sides)


def _missing_at(sheet: Sheet, number: int) -> tuple[str, ...]:
    """The different reasons for missing values at a category."""
    points = (row.points[number] for row in sheet.chart.series)
    return tuple(dict.fromkeys(point.label for point in points if point.amount is None and point.label))


def _gap_places(sheet: Sheet, number: int, plot: Box, text: str) -> tuple[Words, ...]:
    """Just over the base line across, or standing on it."""
    x = plot.left + (number + 0.5) * plot.width / len(sheet.chart.categories)
    size, ink = sheet.ink.size, sheet.ink.muted
    across = Words(text, x, plot.bottom + 4, size, ink, anchor=Anchor.MIDDLE)
    return across, Words(text, x + CAP * size / 2, plot.bottom + 4, size, ink, upright=True)

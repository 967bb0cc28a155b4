"""Small multiples: one panel a series, all on the same scale."""

from dataclasses import replace

from rapportbyggare.charts.axes import name_lines, tick_width
from rapportbyggare.charts.barchart import upright
from rapportbyggare.charts.head import head
from rapportbyggare.charts.lettering import CAP, LINE, fitted
from rapportbyggare.charts.palette import Look
from rapportbyggare.charts.scale import Limits, limits
from rapportbyggare.charts.scene import Box, Mark, Words
from rapportbyggare.charts.sheet import Sheet

_LOWEST = 96.0
_BETWEEN = 14.0
_MOST_ACROSS = 4


def multiples(sheet: Sheet) -> tuple[Mark, ...]:
    """The panels row by row, in one colour, the ticks written at the left of each row."""
    sheet = _in_one_colour(sheet)
    above, top = head(sheet, named=False)
    room = Box(sheet.page.left, sheet.page.bottom, sheet.page.right, top)
    bounds = limits(sheet.chart)
    panels = (_panel(sheet, room, bounds, number) for number in range(len(sheet.chart.series)))
    return above + tuple(mark for panel in panels for mark in panel)


def multiples_height(sheet: Sheet) -> float:
    """The height in points that the panels need."""
    above = sheet.page.top - head(sheet, named=False)[1]
    return above + _rows(sheet) * (_LOWEST + _BETWEEN) - _BETWEEN


def _across(sheet: Sheet) -> int:
    """Panels side by side: as many as have room for every category's name, balanced over the rows."""
    count = len(sheet.chart.series)
    fitting = [n for n in range(1, min(_MOST_ACROSS, count) + 1) if _names_stand(sheet, _width(sheet, n))]
    rows = -(-count // max(fitting, default=1))
    return -(-count // max(1, rows))


def _rows(sheet: Sheet) -> int:
    return -(-len(sheet.chart.series) // max(1, _across(sheet)))


def _width(sheet: Sheet, across: int) -> float:
    return (sheet.page.width - tick_width(sheet) - _BETWEEN * (across - 1)) / across


def _names_stand(sheet: Sheet, width: float) -> bool:
    return all(name_lines(sheet, width / max(1, len(sheet.chart.categories)))) and width > 60


def _panel(sheet: Sheet, room: Box, bounds: Limits, number: int) -> tuple[Mark, ...]:
    across, rows = _across(sheet), _rows(sheet)
    row, column = divmod(number, across)
    width, height = _width(sheet, across), (room.height - _BETWEEN * (rows - 1)) / rows
    left, top = room.left + tick_width(sheet) + column * (width + _BETWEEN), room.top - row * (height + _BETWEEN)
    lone = _alone(sheet, number, Box(left, top - height, left + width, top))
    title = _title(lone)
    below = top - len(title) * LINE * sheet.ink.size - 6
    return title + upright(lone, Box(left, top - height, left + width, below), bounds, column == 0)


def _title(sheet: Sheet) -> tuple[Words, ...]:
    name, size = sheet.chart.series[0].name, sheet.ink.size
    lines = fitted(name, sheet.page.width * 0.94, 2, size, sheet.width)
    first = sheet.page.top - CAP * size - 1
    return tuple(
        Words(line, sheet.page.left, first - n * LINE * size, size, sheet.ink.text, True) for n, line in enumerate(lines)
    )


def _alone(sheet: Sheet, number: int, page: Box) -> Sheet:
    """The sheet of one series."""
    chart = sheet.chart._replace(series=(sheet.chart.series[number],))
    return replace(sheet, chart=chart, page=page)


def _in_one_colour(sheet: Sheet) -> Sheet:
    colour = sheet.ink.looks[-1 if sheet.chart.ordered else 0].colour
    return replace(sheet, ink=sheet.ink._replace(looks=(Look(colour, 0, 0),) * len(sheet.chart.series)))

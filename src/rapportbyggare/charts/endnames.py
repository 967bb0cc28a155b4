"""Names of series at the right end of their lines."""

from collections.abc import Sequence

from rapportbyggare.charts.lettering import CAP, LINE
from rapportbyggare.charts.scene import Box, Dot, Mark, Stroke, Words
from rapportbyggare.charts.sheet import Sheet, written
from rapportbyggare.core.chart import Series

_WIDEST_SHARE = 0.36
_OFF = 10.0


def end_room(sheet: Sheet) -> float | None:
    """The room to the right of the plot that the names need; None when they belong in a key above instead.

    That is so when a line has no last value, when a name is long, or when there are more names than lines of text.
    """
    rows = sheet.chart.series
    if len(rows) < 2:
        return 0.0
    if not all(row.points and row.points[-1].amount is not None for row in rows):
        return None
    widest = max(sheet.wide(_named(sheet, row)) for row in rows)
    crowded = len(rows) * LINE * sheet.ink.size > sheet.page.height * 0.6
    return None if crowded or widest > sheet.page.width * _WIDEST_SHARE else widest + _OFF


def end_names(sheet: Sheet, ends: Sequence[Dot | None], plot: Box) -> tuple[Mark, ...]:
    """Names and last values beside the last points, moved apart where lines end close together; thin lines lead there."""
    if len(sheet.chart.series) < 2:
        return ()
    known = [(dot, _named(sheet, row)) for dot, row in zip(ends, sheet.chart.series, strict=True) if dot]
    known.sort(key=lambda pair: pair[0][1])
    heights = _apart([dot[1] for dot, _ in known], LINE * sheet.ink.size, plot.top)
    marks: list[Mark] = []
    for (dot, name), y in zip(known, heights, strict=True):
        marks.append(Stroke((((dot[0] + 5, dot[1]), (plot.right + _OFF - 3, y)),), sheet.ink.axis, 0.6))
        marks.append(Words(name, plot.right + _OFF, y - CAP * sheet.ink.size / 2, sheet.ink.size, sheet.ink.text))
    return tuple(marks)


def _named(sheet: Sheet, row: Series) -> str:
    """The name with the last value."""
    return f"{row.name}  {written(row.points[-1])}".rstrip() if sheet.chart.direct_labels else row.name


def _apart(wanted: Sequence[float], least: float, top: float) -> tuple[float, ...]:
    """Rising heights at least `least` apart and not over `top`, near the wanted ones."""
    found: list[float] = []
    for height in wanted:
        found.append(max(height, found[-1] + least) if found else height)
    ceiling = top
    for place in range(len(found) - 1, -1, -1):
        found[place] = min(found[place], ceiling)
        ceiling = found[place] - least
    return tuple(found)

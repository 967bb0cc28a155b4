"""Above the plot: the key to series and marks, and the title of the value axis."""

from rapportbyggare.charts.lettering import CAP, LINE, fitted
from rapportbyggare.charts.palette import Look
from rapportbyggare.charts.scene import Box, Mark, Words
from rapportbyggare.charts.shapes import bar, marker
from rapportbyggare.charts.sheet import Sheet, has_preliminary
from rapportbyggare.charts.wording import PRELIMINARY_KEY
from rapportbyggare.core.chart import ChartKind

_SWATCH = 10.0
_GAP = 4.0
_BETWEEN = 16.0
_BELOW = 7.0

Entry = tuple[str, Look, bool]


def head(sheet: Sheet, named: bool = True) -> tuple[tuple[Mark, ...], float]:
    """The marks above the plot and the height where the plot may end; `named` puts the series in the key."""
    marks, top = _key(sheet, _entries(sheet, named), sheet.page.top)
    title = fitted(sheet.chart.axis, sheet.page.width, 2, sheet.ink.size, sheet.width) if sheet.chart.axis else ()
    rows = tuple(_row(sheet, text, top - number * _line(sheet)) for number, text in enumerate(title))
    below = top - len(rows) * _line(sheet)
    return (*marks, *rows), below - _BELOW if marks or rows else below


def _entries(sheet: Sheet, named: bool) -> tuple[Entry, ...]:
    chart = sheet.chart
    pairs = zip(chart.series, sheet.ink.looks, strict=True)
    names = tuple((row.name, look, False) for row, look in pairs) if named and len(chart.series) > 1 else ()
    if not has_preliminary(chart):
        return names
    colours = {look.colour for look in sheet.ink.looks}
    return (*names, (PRELIMINARY_KEY, Look(colours.pop() if len(colours) == 1 else sheet.ink.muted, 0, 0), True))


def _key(sheet: Sheet, entries: tuple[Entry, ...], top: float) -> tuple[tuple[Mark, ...], float]:
    marks: list[Mark] = []
    left = sheet.page.left
    for name, look, preliminary in entries:
        width = _SWATCH + _GAP + sheet.wide(name)
        if left > sheet.page.left and left + width > sheet.page.right:
            left, top = sheet.page.left, top - _line(sheet)
        marks += _entry(sheet, (left, top), (name, look, preliminary))
        left += width + _BETWEEN
    return tuple(marks), top - (_line(sheet) + 3 if entries else 0)


def _entry(sheet: Sheet, at: tuple[float, float], entry: Entry) -> tuple[Mark, ...]:
    """One swatch or marker with its name, hanging from `at`."""
    (left, top), (name, look, preliminary) = at, entry
    base = top - CAP * sheet.ink.size - 2
    middle = base + CAP * sheet.ink.size / 2
    swatch = Box(left, middle - _SWATCH / 2 + 0.5, left + _SWATCH, middle + _SWATCH / 2 - 0.5)
    line = sheet.chart.kind is ChartKind.LINES
    sign = marker((left + _SWATCH / 2, middle), look, 3.4, preliminary) if line else bar(swatch, look, preliminary)
    return *sign, Words(name, left + _SWATCH + _GAP, base, sheet.ink.size, sheet.ink.text)


def _row(sheet: Sheet, text: str, top: float) -> Words:
    return Words(text, sheet.page.left, top - CAP * sheet.ink.size - 2, sheet.ink.size, sheet.ink.muted)


def _line(sheet: Sheet) -> float:
    return LINE * sheet.ink.size

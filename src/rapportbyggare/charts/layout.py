"""From a chart to a scene: the form is chosen, the paper sized, the marks laid out."""

from decimal import Decimal

from rapportbyggare.charts.axes import names_fit, tick_width
from rapportbyggare.charts.barchart import columns, level, level_height
from rapportbyggare.charts.lines import lines
from rapportbyggare.charts.multiples import multiples, multiples_height
from rapportbyggare.charts.palette import ink
from rapportbyggare.charts.scene import Box, Mark, Scene, Width
from rapportbyggare.charts.sheet import Sheet, cleaned
from rapportbyggare.core.chart import Chart, ChartKind
from rapportbyggare.core.style import Style

POINTS_PER_CM = 72 / 2.54
_NARROWEST = 90.0
_LOWEST = 90.0
_HIGHEST = 22 * POINTS_PER_CM


def laid_out(chart: Chart, style: Style, width: Width) -> Scene:
    """The scene of a chart; higher than asked for when its rows or panels need it, at most 22 cm."""
    tidy = cleaned(chart)
    across = max(_NARROWEST, _points(chart.width_cm))
    asked = max(_LOWEST, _points(chart.height_cm))
    sheet = Sheet(tidy, ink(tidy, style), width, Box(1, 1, across - 1, asked - 1))
    if not tidy.series or not tidy.categories:
        return Scene(across, asked, ())
    high = round(max(asked, min(_needed(sheet) + 2, _HIGHEST)), 1)
    return Scene(across, high, _marks(sheet.within(Box(1, 1, across - 1, high - 1))))


def _points(length_cm: Decimal) -> float:
    return round(float(length_cm) * POINTS_PER_CM, 1)


def _lies(sheet: Sheet) -> bool:
    """Whether bars lie down: asked for, or columns whose names have no room below them."""
    if sheet.chart.kind is ChartKind.BARS:
        return True
    slot = (sheet.page.width - tick_width(sheet)) / max(1, len(sheet.chart.categories))
    return not names_fit(sheet, slot)


def _needed(sheet: Sheet) -> float:
    match sheet.chart.kind:
        case ChartKind.BARS | ChartKind.COLUMNS | ChartKind.STACKED:
            return level_height(sheet) if _lies(sheet) else 0.0
        case ChartKind.MULTIPLES:
            return multiples_height(sheet)
        case ChartKind.LINES:
            return 0.0


def _marks(sheet: Sheet) -> tuple[Mark, ...]:
    match sheet.chart.kind:
        case ChartKind.BARS | ChartKind.COLUMNS | ChartKind.STACKED:
            return level(sheet) if _lies(sheet) else columns(sheet)
        case ChartKind.LINES:
            return lines(sheet)
        case ChartKind.MULTIPLES:
            return multiples(sheet)

"""What every layout works on: the chart, its colours, the ruler for text and the paper."""

from dataclasses import dataclass, replace

from rapportbyggare.charts.lettering import clean
from rapportbyggare.charts.palette import Ink
from rapportbyggare.charts.scene import Box, Width
from rapportbyggare.charts.wording import HARD_SPACE, PRELIMINARY_MARK
from rapportbyggare.core.chart import Chart, Point, Series


@dataclass(frozen=True, slots=True)
class Sheet:
    """A chart to lay out inside `page` (points), with its ink and the ruler for text."""

    chart: Chart
    ink: Ink
    width: Width
    page: Box

    def wide(self, text: str, bold: bool = False) -> float:
        """The width in points of a text at the chart's text size."""
        return self.width(text, self.ink.size, bold)

    def within(self, page: Box) -> "Sheet":
        """The same on another part of the paper."""
        return replace(self, page=page)


def cleaned(chart: Chart) -> Chart:
    """The chart with every text on one line and every series as long as the categories."""
    names = tuple(clean(name) for name in chart.categories)
    series = tuple(Series(clean(row.name), _filled(row, len(names))) for row in chart.series)
    ticks = tuple((amount, clean(text)) for amount, text in chart.ticks)
    return chart._replace(categories=names, series=series, axis=clean(chart.axis), ticks=ticks)


def written(point: Point) -> str:
    """The printed label, a preliminary one marked "p" once."""
    words = point.label.replace(HARD_SPACE, " ").split()
    if not point.preliminary or point.amount is None or (words and words[-1].strip("()") == PRELIMINARY_MARK):
        return point.label
    return f"{point.label}{HARD_SPACE}{PRELIMINARY_MARK}".strip(HARD_SPACE)


def has_preliminary(chart: Chart) -> bool:
    """Whether anything drawn is preliminary."""
    return any(point.preliminary and point.amount is not None for row in chart.series for point in row.points)


def _filled(row: Series, count: int) -> tuple[Point, ...]:
    points = tuple(replace(point, label=clean(point.label)) for point in row.points[:count])
    return points + (Point(None, ""),) * (count - len(points))

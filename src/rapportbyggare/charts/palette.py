"""From style tokens and a chart to the colours, patterns and marks of its series."""

from typing import NamedTuple

from rapportbyggare.core.chart import Chart
from rapportbyggare.core.colour import mix
from rapportbyggare.core.style import Style

PAPER = "#FFFFFF"
SMALLEST_TEXT = 9.0
PATTERNS = 5
"""Number of patterns and of markers; the first pattern is plain."""

_DEFAULTS = {"text": "#1A1A1A", "dampad": "#4D4D4D", "linje": "#767676", "rutnat": "#D9DEE4"}
_FALLBACK = "#17365D"


class Look(NamedTuple):
    """How one series looks: colour, pattern and marker number (0 to PATTERNS − 1)."""

    colour: str
    pattern: int
    marker: int


class Ink(NamedTuple):
    """All the colours and the text size (points) of one chart."""

    text: str
    muted: str
    axis: str
    grid: str
    size: float
    looks: tuple[Look, ...]


def ink(chart: Chart, style: Style) -> Ink:
    """The tokens of `style` that a chart uses, missing ones by neutral defaults."""
    text, muted, axis, grid = (style.colours.get(name, default) for name, default in _DEFAULTS.items())
    size = max(SMALLEST_TEXT, float(style.sizes.get("diagram", SMALLEST_TEXT)))
    return Ink(text, muted, axis, grid, size, looks(chart, style))


def looks(chart: Chart, style: Style) -> tuple[Look, ...]:
    """One look a series: years by lightness, oldest lightest; kinds by colour with pattern and marker."""
    count = len(chart.series)
    if chart.ordered:
        return tuple(Look(colour, 0, number % PATTERNS) for number, colour in enumerate(_steps(style.years, count)))
    return tuple(_kind(style.categories or (_FALLBACK,), number) for number in range(count))


def _kind(colours: tuple[str, ...], number: int) -> Look:
    """Colours start over with the next pattern, so that no two series look the same."""
    turn = number + number // len(colours)
    return Look(colours[number % len(colours)], turn % PATTERNS, turn % PATTERNS)


def _steps(colours: tuple[str, ...], count: int) -> tuple[str, ...]:
    """Steps spread over the scale from the lightest to the darkest; more than there are tokens are mixed."""
    if not colours:
        return (_FALLBACK,) * count
    if count == 1:
        return colours[-1:]
    if count <= len(colours):
        return tuple(colours[(2 * number * (len(colours) - 1) + count - 1) // (2 * (count - 1))] for number in range(count))
    return tuple(mix(colours[0], colours[-1], number / (count - 1)) for number in range(count))

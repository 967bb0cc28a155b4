"""Rules and tick texts of the value axis, and the names of the categories."""

import math
import re
from collections.abc import Sequence

from rapportbyggare.charts.labels import placed
from rapportbyggare.charts.lettering import CAP, LINE, broken, fitted, shortened
from rapportbyggare.charts.scale import Scale
from rapportbyggare.charts.scene import Anchor, Box, Dot, Stroke, Words
from rapportbyggare.charts.sheet import Sheet

MOST_LINES = 3
_APART = 4.0
_WIDEST_TICK = 110.0
_SHORT = re.compile(r"[0-9A-Za-z]{0,3}[ -]?\d{1,4}([-/–:]\d{1,4})*\Z")


def tick_width(sheet: Sheet) -> float:
    """The room to the left of the plot that the tick texts of an upright axis take."""
    widest = max((sheet.wide(text) for _, text in sheet.chart.ticks), default=0.0)
    return min(widest, _WIDEST_TICK) + 6 if sheet.chart.ticks else 0.0


def upright_rules(sheet: Sheet, plot: Box, scale: Scale, texts: bool = True) -> tuple[Stroke | Words, ...]:
    """Light level rules at the ticks, with their texts to the left unless `texts` is off."""
    size = sheet.ink.size
    heights = [(scale.at(amount), text) for amount, text in sheet.chart.ticks]
    rules = tuple(((plot.left, y), (plot.right, y)) for y, _ in heights)
    words = [_tick(sheet, text, plot.left - 6, y - CAP * size / 2, Anchor.END) for y, text in heights]
    return _grid(sheet, rules), *(_apart(sheet, words) if texts else ())


def level_rules(sheet: Sheet, plot: Box, scale: Scale) -> tuple[Stroke | Words, ...]:
    """Light upright rules at the ticks of a level axis, with their texts below."""
    places = [(scale.at(amount), text) for amount, text in sheet.chart.ticks]
    rules = tuple(((x, plot.bottom), (x, plot.top)) for x, _ in places)
    base = plot.bottom - 4 - CAP * sheet.ink.size
    words = [_tick(sheet, text, _inside(sheet, text, x), base, Anchor.MIDDLE) for x, text in places]
    return _grid(sheet, rules), *_apart(sheet, words)


def base_line(sheet: Sheet, start: Dot, end: Dot) -> Stroke:
    """The line that bars stand on."""
    return Stroke(((start, end),), sheet.ink.axis, 1.0)


def names_fit(sheet: Sheet, slot: float) -> bool:
    """Whether the categories' names can stand under slots so wide, in a few lines or with short ones left out."""
    if all(_SHORT.match(name) for name in sheet.chart.categories):
        return True
    return all(_stands(sheet, name, slot - _APART) for name in sheet.chart.categories)


def name_lines(sheet: Sheet, slot: float) -> tuple[tuple[str, ...], ...]:
    """The lines under each slot; where they do not fit only every second, third … counted from the last is written."""
    names = sheet.chart.categories
    step = next((step for step in range(1, len(names)) if _all_stand(sheet, slot * step, step)), max(1, len(names)))
    room = min(slot * step, sheet.page.width) - _APART
    shown = ((len(names) - 1 - place) % step == 0 for place in range(len(names)))
    pairs = zip(names, shown, strict=True)
    return tuple(fitted(n, room, MOST_LINES, sheet.ink.size, sheet.width) if show else () for n, show in pairs)


def names_height(sheet: Sheet, lines: tuple[tuple[str, ...], ...]) -> float:
    """The room below the plot that so many lines take."""
    return max(map(len, lines), default=0) * LINE * sheet.ink.size + 4


def names_below(sheet: Sheet, plot: Box, lines: tuple[tuple[str, ...], ...]) -> tuple[Words, ...]:
    """The categories' names, centred under their slots."""
    slot = plot.width / max(1, len(lines))
    first = plot.bottom - 5 - CAP * sheet.ink.size
    return tuple(
        _name(sheet, text, plot.left + (place + 0.5) * slot, first - row * LINE * sheet.ink.size)
        for place, rows in enumerate(lines)
        for row, text in enumerate(rows)
    )


def _all_stand(sheet: Sheet, room: float, step: int) -> bool:
    return all(_stands(sheet, name, room - _APART) for name in sheet.chart.categories[::-1][::step])


def _stands(sheet: Sheet, name: str, room: float) -> bool:
    rows = broken(name, room, sheet.ink.size, sheet.width)
    return len(rows) <= MOST_LINES and all(sheet.wide(row) <= room for row in rows)


def _name(sheet: Sheet, text: str, x: float, y: float) -> Words:
    """Centred, but never over the edge of the paper."""
    return Words(text, _inside(sheet, text, x), y, sheet.ink.size, sheet.ink.text, anchor=Anchor.MIDDLE)


def _inside(sheet: Sheet, text: str, x: float) -> float:
    """The middle nearest to x where a centred text keeps on the paper."""
    half = sheet.wide(text) / 2
    return min(max(x, sheet.page.left + half), max(sheet.page.right - half, sheet.page.left + half))


def _apart(sheet: Sheet, words: Sequence[Words]) -> tuple[Words, ...]:
    """The tick texts that have room, from the first; rules without text are drawn all the same."""
    everywhere = Box(-math.inf, -math.inf, math.inf, math.inf)
    return tuple(word for word in placed([(word,) for word in words], (), everywhere, sheet.width) if word)


def _tick(sheet: Sheet, text: str, x: float, y: float, anchor: Anchor) -> Words:
    cut = shortened(text, _WIDEST_TICK, sheet.ink.size, sheet.width)
    return Words(cut, x, y, sheet.ink.size, sheet.ink.muted, anchor=anchor)


def _grid(sheet: Sheet, rules: tuple[tuple[Dot, ...], ...]) -> Stroke:
    return Stroke(rules, sheet.ink.grid, 0.6)

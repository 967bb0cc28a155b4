"""Bar charts: upright columns and level bars, grouped or stacked."""

from dataclasses import dataclass

from rapportbyggare.charts.axes import base_line, level_rules, name_lines, names_below, names_height, tick_width, upright_rules
from rapportbyggare.charts.bars import Bar, bars
from rapportbyggare.charts.figures import at_ends, choices, inside, missing, needs
from rapportbyggare.charts.head import head
from rapportbyggare.charts.labels import on_paper
from rapportbyggare.charts.lettering import CAP, LINE, fitted
from rapportbyggare.charts.scale import Limits, Scale, limits, scaled
from rapportbyggare.charts.scene import Anchor, Box, Mark, Words
from rapportbyggare.charts.shapes import bar as shape
from rapportbyggare.charts.sheet import Sheet
from rapportbyggare.core.chart import ChartKind

_NAMES_SHARE = 0.36
_BETWEEN_ROWS = 6.0
_AROUND = 4.0
_ASIDE = 8.0


@dataclass(frozen=True, slots=True)
class _Plan:
    """Bars on their scale, with the labels that found room; `sheet` is the paper that words at bars may use."""

    sheet: Sheet
    scale: Scale
    bars: tuple[Bar, ...]
    labels: tuple[Words, ...]


def columns(sheet: Sheet) -> tuple[Mark, ...]:
    """Upright bars with the key and the axis title above."""
    above, top = head(sheet)
    aside = _ASIDE if len(sheet.chart.series) > 1 else 0.0
    room = Box(sheet.page.left + tick_width(sheet), sheet.page.bottom, sheet.page.right - aside, top)
    return above + upright(sheet, room, limits(sheet.chart), True)


def upright(sheet: Sheet, room: Box, bounds: Limits, texts: bool) -> tuple[Mark, ...]:
    """Columns with their names below inside `room`; `texts` writes the ticks to the left of it."""
    names = name_lines(sheet, room.width / max(1, len(sheet.chart.categories)))
    plot = Box(room.left, room.bottom + names_height(sheet, names), room.right, room.top)
    plan = _plan(sheet, plot, bounds, True)
    zero = plan.scale.at(plan.scale.zero)
    rules = upright_rules(sheet, plot, plan.scale, texts)
    base = base_line(sheet, (plot.left, zero), (plot.right, zero))
    return *rules, *_drawn(plan, True), base, *names_below(sheet, plot, names)


def level(sheet: Sheet) -> tuple[Mark, ...]:
    """Level bars, categories from the top in the given order."""
    above, top = head(sheet)
    plot = _level_plot(sheet, top)
    plan = _plan(sheet, plot, limits(sheet.chart), False)
    zero = plan.scale.at(plan.scale.zero)
    base = base_line(sheet, (zero, plot.bottom), (zero, plot.top))
    return *above, *level_rules(sheet, plot, plan.scale), *_drawn(plan, False), base, *_names_left(sheet, plot)


def level_height(sheet: Sheet) -> float:
    """The height in points that level bars need for their names and labels."""
    above = sheet.page.top - head(sheet)[1]
    lanes = 1 if sheet.chart.kind is ChartKind.STACKED else max(1, len(sheet.chart.series))
    rows = max((len(_name(sheet, name, 3)) for name in sheet.chart.categories), default=1)
    line = LINE * sheet.ink.size
    slot = max(rows * line + 3, lanes * (CAP * sheet.ink.size + 3.2) + _BETWEEN_ROWS)
    return above + slot * len(sheet.chart.categories) + line + 6


def _plan(sheet: Sheet, plot: Box, bounds: Limits, standing: bool) -> _Plan:
    """The fullest labelling that has room; bars give way for it, at most to half the plot."""
    start, end = (plot.bottom, plot.top) if standing else (plot.left, plot.right)
    near = sheet.within(_near(sheet, plot, standing))
    for chosen in choices(sheet):
        scale = scaled(bounds, start, end, needs(sheet, chosen, standing))
        drawn = bars(sheet, plot, scale, standing) if scale else ()
        labels = at_ends(near, drawn, chosen, standing)
        if scale and labels is not None:
            return _Plan(near, scale, drawn, labels)
    plain = Scale(*bounds, start, end)
    return _Plan(near, plain, bars(sheet, plot, plain, standing), ())


def _near(sheet: Sheet, plot: Box, standing: bool) -> Box:
    """The plot and the little around it that words at bars may use without meeting ticks, names or key."""
    page = sheet.page
    if not standing:
        return Box(plot.left, plot.bottom, page.right, plot.top)
    return Box(max(page.left, plot.left - _AROUND), plot.bottom, min(page.right, plot.right + _ASIDE), plot.top + _AROUND)


def _drawn(plan: _Plan, standing: bool) -> tuple[Mark, ...]:
    """The bars, then all their words."""
    visible = [bar for bar in plan.bars if bar.point.amount is not None and bar.box.width > 0 and bar.box.height > 0]
    marks = tuple(mark for bar in visible for mark in shape(bar.box, bar.look, bar.point.preliminary))
    within = inside(plan.sheet, plan.bars) if plan.sheet.chart.kind is ChartKind.STACKED else ()
    words = plan.labels + missing(plan.sheet, plan.bars, plan.labels, standing)
    return marks + within + on_paper(words, plan.sheet.width)


def _level_plot(sheet: Sheet, top: float) -> Box:
    every = (line for name in sheet.chart.categories for most in (1, 2, 3) for line in _name(sheet, name, most))
    left = sheet.page.left + max(map(sheet.wide, every), default=0.0) + 6
    last = sheet.wide(sheet.chart.ticks[-1][1]) / 2 if sheet.chart.ticks else 0.0
    below = LINE * sheet.ink.size + 2 if sheet.chart.ticks else 2.0
    return Box(left, sheet.page.bottom + below, max(sheet.page.right - last, left + 1), top)


def _name(sheet: Sheet, name: str, lines: int) -> tuple[str, ...]:
    return fitted(name, sheet.page.width * _NAMES_SHARE, lines, sheet.ink.size, sheet.width)


def _names_left(sheet: Sheet, plot: Box) -> tuple[Words, ...]:
    """Names flush right at the plot, as many lines as the slot holds; too many slots leave some out."""
    slot, line = plot.height / max(1, len(sheet.chart.categories)), LINE * sheet.ink.size
    step = max(1, -int(-line // slot))
    most = max(1, min(3, int(slot / line)))
    return tuple(
        words
        for place, name in enumerate(sheet.chart.categories)
        if place % step == 0
        for words in _name_rows(sheet, _name(sheet, name, most), plot.left - 6, plot.top - (place + 0.5) * slot)
    )


def _name_rows(sheet: Sheet, rows: tuple[str, ...], x: float, middle: float) -> tuple[Words, ...]:
    line, size = LINE * sheet.ink.size, sheet.ink.size
    first = middle + (len(rows) - 1) * line / 2 - CAP * size / 2
    return tuple(Words(text, x, first - n * line, size, sheet.ink.text, anchor=Anchor.END) for n, text in enumerate(rows))

"""The words at bars: values, and why a value is missing."""

from collections.abc import Iterable
from decimal import Decimal

from rapportbyggare.charts.bars import Bar
from rapportbyggare.charts.labels import all_placed, placed
from rapportbyggare.charts.lettering import CAP, centred, taken
from rapportbyggare.charts.palette import PAPER, SMALLEST_TEXT
from rapportbyggare.charts.scene import Anchor, Area, Box, Mark, Words
from rapportbyggare.charts.sheet import Sheet, written
from rapportbyggare.core.chart import ChartKind
from rapportbyggare.core.colour import contrast, mix

_OFF = 3.0


def choices(sheet: Sheet) -> tuple[frozenset[int], ...]:
    """Which series to label, best first: all, the newest year alone, none."""
    everything = frozenset(range(len(sheet.chart.series)))
    newest = frozenset({len(sheet.chart.series) - 1}) if sheet.chart.ordered else frozenset()
    nothing: frozenset[int] = frozenset()
    if not sheet.chart.direct_labels or sheet.chart.kind is ChartKind.STACKED:
        return (nothing,)
    return everything, newest, nothing


def needs(sheet: Sheet, chosen: frozenset[int], upright: bool) -> Iterable[tuple[Decimal, float]]:
    """The room in points beyond each bar that its label takes."""
    for number in chosen:
        for point in sheet.chart.series[number].points:
            if point.amount is not None:
                yield point.amount, _OFF + (CAP * sheet.ink.size if upright else sheet.wide(written(point)) + 1)


def at_ends(sheet: Sheet, drawn: tuple[Bar, ...], chosen: frozenset[int], upright: bool) -> tuple[Words, ...] | None:
    """The labels at the ends of the chosen series' bars; None when one would collide."""
    labelled = [bar for bar in drawn if bar.series in chosen and bar.point.amount is not None]
    wanted = [_upright_places(sheet, bar) if upright else _level_places(sheet, bar) for bar in labelled]
    return all_placed(wanted, [bar.box for bar in drawn], sheet.page, sheet.width)


def inside(sheet: Sheet, drawn: tuple[Bar, ...]) -> tuple[Mark, ...]:
    """Labels in the middle of the bars that have room for them."""
    if not sheet.chart.direct_labels:
        return ()
    return tuple(mark for bar in drawn if bar.point.amount is not None for mark in _in_bar(sheet, bar))


def missing(sheet: Sheet, drawn: tuple[Bar, ...], busy: Iterable[Words | Box], upright: bool) -> tuple[Words, ...]:
    """Why there is no bar, where it fits; said once for a category that lacks every series for the same reason."""
    gaps = [bar for bar in drawn if bar.point.amount is None and bar.point.label and not _said(drawn, bar)]
    wanted = [_gap_places(sheet, drawn, bar) if upright else (_beside(sheet, bar),) for bar in gaps]
    boxes = [bar.box for bar in drawn] + [_box(sheet, item) for item in busy]
    return tuple(words for words in placed(wanted, boxes, sheet.page, sheet.width) if words is not None)


def _box(sheet: Sheet, item: Words | Box) -> Box:
    return item if isinstance(item, Box) else taken(item, sheet.width)


def _upright_places(sheet: Sheet, bar: Bar) -> tuple[Words, ...]:
    """Over the bar (under a negative one): centred, else flush with one of its sides."""
    below = bar.point.amount is not None and bar.point.amount < 0
    y = bar.box.bottom - _OFF - CAP * sheet.ink.size if below else bar.box.top + _OFF
    middle = (bar.box.left + bar.box.right) / 2
    sides = ((middle, Anchor.MIDDLE), (bar.box.left + 1, Anchor.START), (bar.box.right - 1, Anchor.END))
    return tuple(Words(written(bar.point), x, y, sheet.ink.size, sheet.ink.text, anchor=anchor) for x, anchor in sides)


def _level_places(sheet: Sheet, bar: Bar) -> tuple[Words, ...]:
    if bar.point.amount is not None and bar.point.amount < 0:
        return (
            Words(written(bar.point), bar.box.left - _OFF, _level(sheet, bar), sheet.ink.size, sheet.ink.text, anchor=Anchor.END),
        )
    return (Words(written(bar.point), bar.box.right + _OFF, _level(sheet, bar), sheet.ink.size, sheet.ink.text),)


def _level(sheet: Sheet, bar: Bar) -> float:
    """The baseline of a text beside a level bar."""
    return (bar.box.bottom + bar.box.top - CAP * sheet.ink.size) / 2


def _beside(sheet: Sheet, bar: Bar) -> Words:
    return Words(bar.point.label, bar.box.left + _OFF + 1, _level(sheet, bar), sheet.ink.size, sheet.ink.muted)


def _said(drawn: tuple[Bar, ...], bar: Bar) -> bool:
    return bar.series > 0 and _alike(drawn, bar)


def _alike(drawn: tuple[Bar, ...], bar: Bar) -> bool:
    """Whether every series lacks its value here, for the same reason."""
    here = [other.point for other in drawn if other.category == bar.category]
    return all(point.amount is None and point.label == bar.point.label for point in here)


def _gap_places(sheet: Sheet, drawn: tuple[Bar, ...], bar: Bar) -> tuple[Words, ...]:
    """On the base line across the gap, else along it from below."""
    here = [other.box for other in drawn if other.category == bar.category] if _alike(drawn, bar) else [bar.box]
    left, right = min(box.left for box in here), max(box.right for box in here)
    middle, y, size = (left + right) / 2, bar.box.top + _OFF + 1, sheet.ink.size
    along = Words(bar.point.label, middle + CAP * size / 2, y, size, sheet.ink.muted, upright=True)
    across = Words(bar.point.label, middle, y, size, sheet.ink.muted, anchor=Anchor.MIDDLE)
    room = (right - left) * (1.5 if len(sheet.chart.series) == len(here) else 1.0)
    return (across, along) if sheet.wide(bar.point.label) <= room else (along,)


def _in_bar(sheet: Sheet, bar: Bar) -> tuple[Mark, ...]:
    text, size = written(bar.point), sheet.ink.size
    wide, high = sheet.wide(text) + 4, CAP * size + 4
    if not text or wide > bar.box.width or high > bar.box.height:
        return ()
    ground = mix(bar.look.colour, PAPER, 0.85) if bar.point.preliminary else bar.look.colour
    ink = max((PAPER, sheet.ink.text), key=lambda colour: contrast(colour, ground))
    words = centred(text, bar.box, max(size, SMALLEST_TEXT), ink)
    return _pad(bar.box, wide, high, ground), words


def _pad(box: Box, wide: float, high: float, colour: str) -> Area:
    """A patch of plain colour behind a text, so that a pattern does not run through it."""
    x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    left, right, low, top = x - wide / 2, x + wide / 2, y - high / 2, y + high / 2
    return Area(((left, low), (right, low), (right, top), (left, top)), colour)

"""A chart or a picture of two editions: its image, what is written round it and what is said of it."""

import re
from collections.abc import Iterator, Sequence

from rapportbyggare.core.blocks import ChartFigure, Picture, Table
from rapportbyggare.core.chart import Chart, Point
from rapportbyggare.core.compared import Cause, ComparedFigure, RedlineBlock, RedlineText, Side, Standing, Whole
from rapportbyggare.core.figure import FactKey
from rapportbyggare.core.images import ImageFile, chart_name, picture_name
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import DocumentLeaf, DocumentText
from rapportbyggare.core.walk import all_blocks
from rapportbyggare.diff.editions.record import Record, Spot
from rapportbyggare.diff.editions.texts import Reader
from rapportbyggare.passages.chapters import figure_name
from rapportbyggare.typography.numbers import write_plain

Drawn = ChartFigure[DocumentLeaf] | Picture[DocumentLeaf]
Pairs = Sequence[tuple[str, str]]
NUMBERED = re.compile(r"(?<=abell[ \u00a0])\d+")
HEIGHT = "höjd:"
LONGEST = 8


def woven_figure(old: Drawn, new: Drawn, reader: Reader) -> RedlineBlock:
    """Both figures as one; before and after when the image, or what is said of it, differs."""
    record = reader.record
    name = figure_name(new, record.chapter)
    spot = Spot("figurrubrik", f"{name}, rubriken", new.place, old.place)
    caption = reader.merged(old.caption, new.caption, spot)
    source = reader.merged(source_of(old), source_of(new), Spot("källrad", f"{name}, källraden", new.place, old.place))
    block = _changed(old, new, reader, name, caption, source) or _kept(new, caption, source)
    if old.number != new.number and old.number and new.number:
        spot = Spot("figurnummer", name, new.place, old.place)
        number = record.renumbered(new.key or name, spot, f"figur {old.number}", f"figur {new.number}")
        return Whole(Standing.CHANGED, Cause.NUMBERING, number, (block,))
    return block


def source_of(figure: Drawn) -> DocumentText:
    """The source line; a picture has none."""
    return figure.source if isinstance(figure, ChartFigure) else ()


def _kept(new: Drawn, caption: RedlineText, source: RedlineText) -> RedlineBlock:
    if isinstance(new, Picture):
        return Picture(new.path, new.alt, caption, new.key, new.place, new.number)
    return ChartFigure(new.key, caption, source, new.alt, new.chart, new.table, new.place, new.number)


def _changed(
    old: Drawn, new: Drawn, reader: Reader, name: str, caption: RedlineText, source: RedlineText
) -> ComparedFigure | None:
    record = reader.record
    redrawn = image_of(old, record.old) != image_of(new, record.new)
    points, shape = tuple(_points(old, new)), tuple(_shape(old, new))
    retold = _retold(old, new, record)
    if not (redrawn or points or shape or retold):
        return None
    facts = tuple(fact for _, _, keys in points for fact in keys)
    by_data = bool(points) and record.touched(facts)
    told = _of_data(points) if by_data else shape or _of_data(points) or ((_alt(old), _alt(new)),)
    cause = Cause.DATA if by_data else _of_form(old, new, told, bool(retold or points))
    spot = Spot("diagram" if isinstance(new, ChartFigure) else "bild", name, new.place, old.place)
    was, now = (_said([pair[side] for pair in told]) for side in (0, 1))
    given = record.given(facts) if by_data else ()
    number = record.add(cause, Standing.CHANGED, spot, was, now, facts if by_data else (), given)
    if by_data and shape:
        was, now = (_said([pair[side] for pair in shape]) for side in (0, 1))
        record.add(_of_form(old, new, shape, False), Standing.CHANGED, spot, was, now)
    return ComparedFigure(old, new, caption, source, cause, number)


def _of_form(old: Drawn, new: Drawn, told: Pairs, worded: bool) -> Cause:
    """Whether a chart only looks otherwise: its height, its colours; what is written in it is text, and a picture's image is."""
    if not isinstance(new, ChartFigure) or worded:
        return Cause.TEXT
    return Cause.STYLE if all(pair == (_alt(old), _alt(new)) or pair[0].startswith(HEIGHT) for pair in told) else Cause.TEXT


def _of_data(points: Sequence[tuple[str, str, tuple[FactKey, ...]]]) -> Pairs:
    return tuple((was, now) for was, now, _ in points)


def _said(parts: Sequence[str]) -> str:
    more = len(parts) - LONGEST
    return "; ".join(parts[:LONGEST]) + (f" och {more} till" if more > 0 else "")


def _retold(old: Drawn, new: Drawn, record: Record) -> bool:
    """Whether the text alternative says something else; that its table has another number is told as numbering."""
    was, now = _alt(old), _alt(new)
    if was == now:
        return False
    first, second = NUMBERED.findall(was), NUMBERED.findall(now)
    if NUMBERED.sub("", was) != NUMBERED.sub("", now) or len(first) != len(second):
        return True
    if not record.tables:
        record.tables += [_tables(record.old), _tables(record.new)]
    before, after = record.tables
    for one, other in zip(first, second, strict=True):
        if one != other:
            key = after.get(other)
            if key is None or before.get(one) != key:
                return True
            spot = Spot("alternativtext", figure_name(new, record.chapter), new.place, old.place)
            record.renumbered(key, spot, f"tabell {one}", f"tabell {other}")
    return False


def _tables(side: Side) -> dict[str, str]:
    """The keys of an edition's tables, by their numbers."""
    blocks = (block for section in side.sections for block in all_blocks(section.blocks))
    return {str(block.number): block.key for block in blocks if isinstance(block, Table) and block.key}


def _shape(old: Drawn, new: Drawn) -> Iterator[tuple[str, str]]:
    """What else a chart's specification says: its form, the words on its axis, its series and categories, its height."""
    if isinstance(old, ChartFigure) and isinstance(new, ChartFigure) and old.chart.series and new.chart.series:
        yield from (pair for pair in zip(_form(old.chart), _form(new.chart), strict=True) if pair[0] != pair[1])


def _form(chart: Chart) -> Iterator[str]:
    yield f"form: {chart.kind.value}"
    yield f"axel: {chart.axis}"
    yield f"serier: {', '.join(one.name for one in chart.series)}"
    yield f"kategorier: {', '.join(chart.categories)}"
    yield f"{HEIGHT} {write_plain(chart.height_cm, 1)}\u00a0cm"


def image_of(figure: Drawn, side: Side) -> ImageFile | None:
    """The image of a figure, as its edition shows it."""
    return side.images.get(chart_name(figure.key) if isinstance(figure, ChartFigure) else picture_name(figure.path))


def _alt(figure: Drawn) -> str:
    return figure.alt if isinstance(figure, ChartFigure) else plain(figure.alt)


def _points(old: Drawn, new: Drawn) -> Iterator[tuple[str, str, tuple[FactKey, ...]]]:
    """The values that are drawn otherwise: before, after, and the facts that they show."""
    if not (isinstance(old, ChartFigure) and isinstance(new, ChartFigure) and old.chart.series and new.chart.series):
        return
    before, after = _labels(old.chart), _labels(new.chart)
    for name in dict.fromkeys((*before, *after)):
        one, other = before.get(name), after.get(name)
        if one is None or other is None or _drawn(one) != _drawn(other):
            found = [point.figure for point in (one, other) if point and point.figure]
            facts = tuple(dict.fromkeys(fact for figure in found for fact in figure.facts))
            where = ", ".join(part for part in name if part)
            yield _label(where, one), _label(where, other), facts


def _labels(chart: Chart) -> dict[tuple[str, str], Point]:
    return {
        (category, series.name): point
        for series in chart.series
        for category, point in zip(chart.categories, series.points, strict=True)
    }


def _drawn(point: Point) -> tuple[object, ...]:
    return point.amount, point.label, point.preliminary, point.parted


def _label(where: str, point: Point | None) -> str:
    return f"{where}: {point.label or '–'}" if point else f"{where}: fanns inte"

"""A chart or a picture of two editions: its image, what is written round it and what is said of it."""

from collections.abc import Iterator

from rapportbyggare.core.blocks import ChartFigure, Picture
from rapportbyggare.core.chart import Chart, Point
from rapportbyggare.core.compared import Cause, ComparedFigure, RedlineBlock, RedlineText, Side, Standing, Whole
from rapportbyggare.core.figure import FactKey
from rapportbyggare.core.images import ImageFile, chart_name, picture_name
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import DocumentLeaf, DocumentText
from rapportbyggare.diff.editions.record import Spot
from rapportbyggare.diff.editions.texts import Reader
from rapportbyggare.passages.chapters import figure_name

Drawn = ChartFigure[DocumentLeaf] | Picture[DocumentLeaf]
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
    points = tuple(_points(old, new))
    if not (redrawn or points or _alt(old) != _alt(new)):
        return None
    kind = "diagram" if isinstance(new, ChartFigure) else "bild"
    spot = Spot(kind, name, new.place, old.place)
    facts = tuple(fact for _, _, keys in points for fact in keys)
    cause = Cause.DATA if points else Cause.STYLE if redrawn and _alt(old) == _alt(new) and kind == "diagram" else Cause.TEXT
    was, now = (
        _said(one) for one in (zip(*((a, b) for a, b, _ in points), strict=True) if points else ((_alt(old),), (_alt(new),)))
    )
    number = record.add(cause, Standing.CHANGED, spot, was, now, facts, record.given(facts))
    return ComparedFigure(old, new, caption, source, cause, number)


def _said(points: tuple[str, ...]) -> str:
    more = len(points) - LONGEST
    return "; ".join(points[:LONGEST]) + (f" och {more} till" if more > 0 else "")


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

"""The passages of a picture or a chart: what is written round it, drawn in it and said of it."""

from collections.abc import Iterator

from rapportbyggare.core.blocks import ChartFigure, Picture
from rapportbyggare.core.chart import Chart, Point
from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.core.text import DocumentLeaf, DocumentText, Expression, Text, Value
from rapportbyggare.passages.chapters import Chapter, figure_name
from rapportbyggare.passages.passage import Identity, Passage, PrintedKind, place_of, words


def picture_passages(picture: Picture[DocumentLeaf], chapter: Chapter) -> Iterator[Passage]:
    """A picture's heading and alt text."""
    return _round(f"bild:{picture.key or picture.place}", picture, picture.alt, chapter)


def chart_passages(figure: ChartFigure[DocumentLeaf], chapter: Chapter) -> Iterator[Passage]:
    """A chart's heading, alt text and source line, and the texts and labels drawn in it."""
    block, name, place = f"diagram:{figure.key}", figure_name(figure, chapter), figure.place
    yield from _round(block, figure, words(figure.alt, place), chapter)
    source = Identity(block, "källa")
    own = place_of(figure.source, place)
    yield Passage(source, PrintedKind.FIGURE_TEXT, f"{name}, källraden", chapter, own, figure.source)
    yield from _drawn_texts(block, figure.chart, name, place, chapter)
    yield from _labels(block, figure.chart, name, place, chapter)


def _round(
    block: str, figure: ChartFigure[DocumentLeaf] | Picture[DocumentLeaf], alt: DocumentText, chapter: Chapter
) -> Iterator[Passage]:
    name, place = figure_name(figure, chapter), place_of(figure.caption, figure.place)
    yield Passage(Identity(block, "rubrik"), PrintedKind.FIGURE_TEXT, f"{name}, rubriken", chapter, place, figure.caption)
    place = place_of(alt, figure.place)
    yield Passage(Identity(block, "alternativtext"), PrintedKind.ALT, f"alternativtexten till {name}", chapter, place, alt)


def _drawn_texts(block: str, chart: Chart, name: str, place: Place, chapter: Chapter) -> Iterator[Passage]:
    series = tuple(one.name for one in chart.series)
    texts = [("axel", "axelns rubrik", chart.axis)]
    texts += [("kategori", f"kategorin {text}", text) for text in chart.categories]
    texts += [("serie", f"serien {text}", text) for text in series]
    for part, said, text in texts:
        turn = "" if part == "axel" else text
        content = words(text, place)
        yield Passage(Identity(block, part), PrintedKind.CHART_TEXT, f"{name}, {said}", chapter, place, content, turn)


def _labels(block: str, chart: Chart, name: str, place: Place, chapter: Chapter) -> Iterator[Passage]:
    several = len(chart.series) > 1
    for series in chart.series:
        for category, point in zip(chart.categories, series.points, strict=True):
            where = ", ".join([name, category, *([series.name] if several else [])])
            identity = Identity(block, "punkt", NOWHERE, series.name)
            yield Passage(identity, PrintedKind.CHART, where, chapter, place, _drawn(point, place), category)


def _drawn(point: Point, place: Place) -> DocumentText:
    """A label, and what the drawing says in another way of a preliminary value."""
    figure = point.figure
    value = Value(point.label, figure, (figure,) if figure else (), Expression("", place))
    return (value, Text(" (preliminärt)", place)) if point.preliminary else (value,)

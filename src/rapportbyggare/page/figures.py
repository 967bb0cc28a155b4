"""Charts and pictures with their headings below, alone or before and after."""

from base64 import b64encode
from collections.abc import Iterator

from rapportbyggare.core.blocks import ChartFigure, Picture
from rapportbyggare.core.chart import Chart
from rapportbyggare.core.compared import ComparedFigure, RedlineLeaf, RedlineText
from rapportbyggare.core.images import ImageFile, chart_name, picture_name
from rapportbyggare.core.text import DocumentLeaf
from rapportbyggare.page.captions import FIGURE, heading_line, source_line
from rapportbyggare.page.markup import words
from rapportbyggare.page.pen import Age, Pen, aged
from rapportbyggare.page.signs import marked, replaced, side, sign
from rapportbyggare.page.wording import alt_text

AnyFigure = ChartFigure[RedlineLeaf] | Picture[RedlineLeaf]
DocumentFigure = ChartFigure[DocumentLeaf] | Picture[DocumentLeaf]
MISSING = "Bilden finns inte i filen."
HEADS = {Age.OLD: "Före", Age.NEW: "Efter"}


def figure_html(pen: Pen, figure: AnyFigure) -> str:
    """A chart or a picture as it stands in one edition."""
    caption = _caption(pen, (figure.number, figure.number), figure.caption, source_of(figure))
    return f"<figure{pen.target(figure.key)}>{_image(pen, figure)}{caption}</figure>"


def compared_figure_html(pen: Pen, compared: ComparedFigure) -> str:
    """A chart or a picture before and after, each value that differs, and the heading of both."""
    own, number = sign(pen, compared.cause, compared.change)
    before = aged(pen, Age.OLD)
    images = [_image(before, compared.old), _image(pen, compared.new)]
    same = _file(before, compared.old) == _file(pen, compared.new)
    shown = images[1] if same else _pair(images)
    caption = _caption(pen, (compared.old.number, compared.new.number), compared.caption, compared.source)
    inside = f"<figure{pen.target(compared.new.key)}>{number}{shown}{caption}{''.join(_details(compared))}</figure>"
    return f'<div class="jamford"{own}{marked(compared.cause, compared.change)}>{inside}</div>'


def source_of(figure: AnyFigure) -> RedlineText:
    """The source a figure names; a picture of the author's own has none."""
    return figure.source if isinstance(figure, ChartFigure) else ()


def _pair(images: list[str]) -> str:
    parts = zip(HEADS.items(), images, strict=True)
    return (
        f'<div class="par-bilder">{"".join(f"<div{side(age)}><p>{head}</p>{image}</div>" for (age, head), image in parts)}</div>'
    )


def _caption(pen: Pen, number: tuple[int, int], caption: RedlineText, source: RedlineText) -> str:
    line = heading_line(pen, FIGURE, number, caption)
    content = (f"<p>{line}</p>" if line else "") + source_line(pen, source)
    return f"<figcaption>{content}</figcaption>" if content else ""


def _image(pen: Pen, figure: AnyFigure) -> str:
    image = _file(pen, figure)
    alt = words(alt_text(figure))
    if image is None:
        return f'<p class="okand">{MISSING} {alt}</p>'
    return f'<img src="{_address(image)}" alt="{alt}"{_size(image)}>'


def _file(pen: Pen, figure: AnyFigure) -> ImageFile | None:
    name = chart_name(figure.key) if isinstance(figure, ChartFigure) else picture_name(figure.path)
    return pen.edition.images.get(name)


def _size(image: ImageFile) -> str:
    """The picture's size on paper in CSS pixels, so that the page stands still while it is read."""
    width, height = (round(part / 2.54 * 96) for part in (image.width_cm, image.height_cm))
    return f' width="{width}" height="{height}"'


def _address(image: ImageFile) -> str:
    """The picture inside an address: the vector twin where it is the lighter one (as an image nothing in it can run)."""
    vector = image.svg if image.svg and len(image.svg) < len(image.png) else None
    kind = "svg+xml" if vector else image.extension
    return f"data:image/{kind};base64,{b64encode(vector or image.png).decode('ascii')}"


def _details(compared: ComparedFigure) -> Iterator[str]:
    rows = list(_values(compared))
    if rows:
        yield f'<details><summary>Ändrade värden i diagrammet</summary><ul class="varden">{"".join(rows)}</ul></details>'
    old, new = words(alt_text(compared.old)), words(alt_text(compared.new))
    if old != new:
        yield f"<details><summary>Ändrad beskrivning i ord</summary><p>{replaced(old, new)}</p></details>"


def _values(compared: ComparedFigure) -> Iterator[str]:
    if not isinstance(compared.old, ChartFigure) or not isinstance(compared.new, ChartFigure):
        return
    before, after = labels(compared.old.chart), labels(compared.new.chart)
    for spot in dict.fromkeys((*before, *after)):
        old, new = before.get(spot, ""), after.get(spot, "")
        if old != new:
            yield f"<li>{words(', '.join(filter(None, spot)))}: {replaced(words(old), words(new))}</li>"


def labels(chart: Chart) -> dict[tuple[str, str], str]:
    """What is written at each point of a chart, by category and series."""
    return {
        (category, series.name): point.label
        for series in chart.series
        for category, point in zip(chart.categories, series.points, strict=False)
    }

"""Charts and pictures with their headings below."""

from collections.abc import Iterator

from rapportbyggare.core.blocks import ChartFigure, Picture
from rapportbyggare.core.images import chart_name, picture_name
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import DocumentLeaf
from rapportbyggare.word.anchors import block_anchor
from rapportbyggare.word.captions import caption_content, source_para
from rapportbyggare.word.drawing import picture_run
from rapportbyggare.word.flow import Para, Piece, enclosed
from rapportbyggare.word.roles import Role
from rapportbyggare.word.scope import Scope

NEAR, CLOSE, APART = 80, 20, 260


def chart_pieces(scope: Scope, chart: ChartFigure[DocumentLeaf]) -> list[Piece]:
    """A chart, its heading and its source, inside the anchor of the whole."""
    start, end = block_anchor(scope, "figur", chart.key)
    image = picture_run(scope, scope.images[chart_name(chart.key)], "Diagram", chart.alt)
    lead = scope.look.style.figure_lead
    caption = caption_content(scope, lead, "Figur", chart.number, chart.key, chart.caption)
    pieces = [
        Para(scope.look.ids[Role.FIGURE], image, keep_next=True),
        Para(scope.look.ids[Role.CAPTION], caption, keep_next=bool(chart.source), before=NEAR, after=CLOSE),
        *([source_para(scope, chart.source)._replace(before=0)] if chart.source else []),
    ]
    return enclosed(pieces, start, end)


def picture_pieces(scope: Scope, picture: Picture[DocumentLeaf]) -> Iterator[Para]:
    """An image of the author's, with its heading if it has one."""
    image = scope.images[picture_name(picture.path)]
    yield Para(
        scope.look.ids[Role.FIGURE], picture_run(scope, image, "Bild", plain(picture.alt)), keep_next=bool(picture.caption)
    )
    if picture.caption:
        lead = scope.look.style.figure_lead
        content = caption_content(scope, lead, "Figur", picture.number, picture.key, picture.caption)
        yield Para(scope.look.ids[Role.CAPTION], content, before=NEAR, after=APART)

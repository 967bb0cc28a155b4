"""The blocks of a document as HTML: of one edition, of a file that was read, or of two editions laid together."""

from collections.abc import Iterable
from typing import assert_never

from rapportbyggare.core.blocks import (
    ChartFigure,
    FactBox,
    Heading,
    HeadingKind,
    Landscape,
    ListBlock,
    Opaque,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from rapportbyggare.core.compared import ComparedFigure, ComparedTable, RedlineBlock, RedlineLeaf, Standing, Whole
from rapportbyggare.page.figures import compared_figure_html, figure_html
from rapportbyggare.page.inlines import text_html
from rapportbyggare.page.markup import HARD_SPACE, words
from rapportbyggare.page.pen import Pen, aged
from rapportbyggare.page.signs import AGES, label, marked, side, whole_sign
from rapportbyggare.page.tables import compared_table_html, table_html

DEEPEST = 6


def blocks_html(blocks: Iterable[RedlineBlock], pen: Pen) -> str:
    """Blocks as markup, one after the other; a document's own blocks and those of a file that was read are such blocks.

    The pen carries what they share: pictures, notes, and the ids given out. Addresses that are neither http, https nor
    mailto are no links, and words stay words whatever they hold.
    """
    return "\n".join(filter(None, (block_html(block, pen) for block in blocks)))


def block_html(block: RedlineBlock, pen: Pen) -> str:
    """One block as markup; "" for one that shows nothing on a page without sheets."""
    match block:
        case Paragraph(content):
            return f"<p>{text_html(pen, content)}</p>"
        case Heading():
            return heading(pen, block)
        case ListBlock():
            return list_html(pen, block)
        case Quote(blocks):
            return f"<blockquote>{blocks_html(blocks, pen)}</blockquote>"
        case FactBox(title, blocks):
            return fact_box(text_html(pen, title), blocks_html(blocks, pen))
        case Landscape(blocks):
            return f'<div class="liggande">{blocks_html(blocks, pen)}</div>'
        case Table():
            return table_html(pen, block)
        case ComparedTable():
            return compared_table_html(pen, block)
        case Picture() | ChartFigure():
            return figure_html(pen, block)
        case ComparedFigure():
            return compared_figure_html(pen, block)
        case Whole():
            return whole(pen, block)
        case Opaque():
            return opaque(block)
        case PageBreak():
            return ""
        case _:
            assert_never(block)


def fact_box(title: str, content: str) -> str:
    """A fact box: beside the text, and no landmark of the page."""
    lead = f'<p class="titel">{title}</p>' if title else ""
    return f'<aside class="faktaruta" role="note">{lead}{content}</aside>'


def heading(pen: Pen, block: Heading[RedlineLeaf]) -> str:
    """A heading of its level, with its number."""
    name = f"h{min(pen.descend(block.level) + pen.shift, DEEPEST)}"
    lead = f"Bilaga{HARD_SPACE}" if block.kind is HeadingKind.APPENDIX and block.number else ""
    number = f'<span class="nummer">{words(lead + block.number)}</span> ' if block.number else ""
    return f"<{name}{pen.target(block.key)}>{number}{text_html(pen, block.content)}</{name}>"


def list_html(pen: Pen, block: ListBlock[RedlineBlock]) -> str:
    """A list with its items; an item that is one whole block of one edition bears its marks itself."""
    items = "".join(_item(pen, item) for item in block.items)
    if not block.ordered:
        return f"<ul>{items}</ul>"
    start = f' start="{block.start}"' if block.start != 1 else ""
    return f"<ol{start}>{items}</ol>"


def _item(pen: Pen, item: tuple[RedlineBlock, ...]) -> str:
    match item:
        case (Whole() as only,):
            return _one_sided("li", pen, only)
        case _:
            return f"<li>{blocks_html(item, pen)}</li>"


def whole(pen: Pen, block: Whole[RedlineBlock]) -> str:
    """Blocks of one edition only, under words that say what has happened to them."""
    return _one_sided("div", pen, block)


def _one_sided(name: str, pen: Pen, block: Whole[RedlineBlock]) -> str:
    age = AGES.get(block.standing, pen.age)
    own, number = whole_sign(pen, block.cause, block.change)
    lead = f'<p class="vad">{number}{label(block.standing)}</p>'
    attributes = f'{own} class="{_look(block.standing)}"{marked(block.cause, block.change)}{side(age)}'
    return f"<{name}{attributes}>{lead}{blocks_html(block.blocks, aged(pen, age))}</{name}>"


def _look(standing: Standing) -> str:
    return "helt flytt" if standing in (Standing.MOVED_HERE, Standing.MOVED_AWAY) else "helt"


def opaque(block: Opaque) -> str:
    """What the model has no word for: what it is, and the words in it."""
    said = f" {words(block.text)}" if block.text else ""
    return f'<div class="okand" role="note"><p><strong>{words(block.kind)}</strong> (visas inte här).{said}</p></div>'

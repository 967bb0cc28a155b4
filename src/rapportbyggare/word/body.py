"""The blocks of a document as a flow of paragraphs and tables."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from rapportbyggare.core.blocks import (
    ChartFigure,
    DocumentBlock,
    FactBox,
    Heading,
    Landscape,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from rapportbyggare.core.text import DocumentLeaf
from rapportbyggare.word.figures import chart_pieces, picture_pieces
from rapportbyggare.word.flow import NewPage, Para, Piece, Turn, aired
from rapportbyggare.word.geometry import turned
from rapportbyggare.word.headings import heading_para
from rapportbyggare.word.lists import Setting, list_pieces
from rapportbyggare.word.roles import Role
from rapportbyggare.word.runs import runs
from rapportbyggare.word.scope import Scope
from rapportbyggare.word.tables import table_pieces

AFTER_LIST = 160
AFTER_BOX = 240


def body_pieces(scope: Scope, blocks: Iterable[DocumentBlock]) -> Iterator[Piece]:
    """Blocks in order."""
    for block in blocks:
        yield from block_pieces(scope, block)


def block_pieces(scope: Scope, block: DocumentBlock) -> Iterator[Piece]:
    """One block as paragraphs, tables and marks."""
    match block:
        case Heading():
            yield heading_para(scope, block)
        case Paragraph(content):
            yield Para(scope.look.ids[Role.NORMAL], runs(scope, content))
        case ListBlock():
            yield from aired(list_pieces(scope, block, Setting(0, None, lambda child: block_pieces(scope, child))), AFTER_LIST)
        case Quote(blocks):
            yield from styled(scope, blocks, Role.QUOTE)
        case FactBox():
            yield from aired(fact_box(scope, block), AFTER_BOX)
        case Landscape(blocks):
            yield Turn(True)
            yield from body_pieces(replace(scope, width=turned(scope.look.page).text_width), blocks)
            yield Turn(False)
        case PageBreak():
            yield NewPage()
        case Table():
            yield from table_pieces(scope, block)
        case Picture():
            yield from picture_pieces(scope, block)
        case ChartFigure():
            yield from chart_pieces(scope, block)
        case _:
            assert_never(block)


def styled(scope: Scope, blocks: Iterable[DocumentBlock], role: Role, items: Role | None = None) -> Iterator[Piece]:
    """Blocks whose paragraphs have the style of `role`, and the items of lists that of `items`."""
    for block in blocks:
        match block:
            case Paragraph(content):
                yield Para(scope.look.ids[role], runs(scope, content))
            case ListBlock():
                yield from list_pieces(scope, block, Setting(0, items, lambda child: block_pieces(scope, child)))
            case _:
                yield from block_pieces(scope, block)


def fact_box(scope: Scope, box: FactBox[DocumentLeaf, DocumentBlock]) -> Iterator[Piece]:
    """A fact box: a title and paragraphs with a frame that their styles share."""
    if box.title:
        yield Para(scope.look.ids[Role.FACT_TITLE], runs(scope, box.title), keep_next=True)
    yield from styled(scope, box.blocks, Role.FACT_TEXT, Role.FACT_LIST)

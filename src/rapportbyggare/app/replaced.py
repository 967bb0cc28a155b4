"""Blocks with some of them exchanged, wherever they stand, and with other texts and names."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from rapportbyggare.core.blocks import (
    Cell,
    ChartFigure,
    FactBox,
    Heading,
    Landscape,
    ListBlock,
    Paragraph,
    Picture,
    Quote,
    ReadBlock,
    Row,
    Table,
)
from rapportbyggare.core.compared import Side
from rapportbyggare.core.text import DocumentLeaf, DocumentText

Exchange = Callable[[ReadBlock], ReadBlock]
Retell = Callable[[DocumentText], DocumentText]
Rename = Callable[[str], str]


def in_side(side: Side, exchange: Exchange) -> Side:
    """An edition with each block as `exchange` makes it; a container after what it holds."""
    return replace(side, sections=tuple(replace(one, blocks=in_blocks(one.blocks, exchange)) for one in side.sections))


def in_blocks(blocks: Iterable[ReadBlock], exchange: Exchange) -> tuple[ReadBlock, ...]:
    """Blocks with each as `exchange` makes it."""
    return tuple(exchange(_inside(block, exchange)) for block in blocks)


def _inside(block: ReadBlock, exchange: Exchange) -> ReadBlock:
    match block:
        case ListBlock(items=items):
            return replace(block, items=tuple(in_blocks(item, exchange) for item in items))
        case Quote(blocks=blocks) | Landscape(blocks=blocks) | FactBox(blocks=blocks):
            return replace(block, blocks=in_blocks(blocks, exchange))
        case _:
            return block


def retold(block: ReadBlock, text: Retell, name: Rename) -> ReadBlock:
    """A block with its own texts as `text` makes them, and its key as `name` does; what stands inside it is left."""
    match block:
        case Heading():
            return replace(block, content=text(block.content), key=name(block.key))
        case Paragraph():
            return replace(block, content=text(block.content))
        case FactBox():
            return replace(block, title=text(block.title))
        case Table():
            return _table(block, text, name)
        case Picture():
            return replace(block, caption=text(block.caption), key=name(block.key))
        case ChartFigure():
            return replace(block, caption=text(block.caption), source=text(block.source), key=name(block.key))
        case _:
            return block


def _table(table: Table[DocumentLeaf], text: Retell, name: Rename) -> Table[DocumentLeaf]:
    head, *body = (_row(row, text) for row in (table.head, *table.body))
    notes = tuple(replace(note, content=text(note.content)) for note in table.notes)
    caption, source = text(table.caption), text(table.source)
    return replace(table, caption=caption, head=head, body=tuple(body), source=source, notes=notes, key=name(table.key))


def _row(row: Row[DocumentLeaf], text: Retell) -> Row[DocumentLeaf]:
    return replace(row, cells=tuple(Cell(tuple(map(text, cell.lines))) for cell in row.cells))

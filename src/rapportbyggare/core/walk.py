"""Walks a document in reading order: its blocks, its texts, its values."""

from collections.abc import Iterable, Iterator
from typing import assert_never, overload

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
    ReadBlock,
    Row,
    Table,
)
from rapportbyggare.core.document import Document
from rapportbyggare.core.text import (
    DocumentInline,
    DocumentLeaf,
    DocumentText,
    Emphasis,
    Link,
    Reference,
    Span,
    Strong,
    Text,
    Value,
)


@overload
def all_blocks(blocks: Iterable[DocumentBlock]) -> Iterator[DocumentBlock]: ...


@overload
def all_blocks(blocks: Iterable[ReadBlock]) -> Iterator[ReadBlock]: ...


def all_blocks(blocks: Iterable[ReadBlock]) -> Iterator[ReadBlock]:
    """Every block, a container before what it holds."""
    for block in blocks:
        yield block
        match block:
            case Quote() | Landscape() | FactBox():
                yield from all_blocks(block.blocks)
            case ListBlock():
                for item in block.items:
                    yield from all_blocks(item)
            case _:
                pass


def all_texts(document: Document) -> Iterator[DocumentText]:
    """Every piece of running text, the notes last."""
    for section in document.sections:
        for block in all_blocks(section.blocks):
            yield from own_texts(block)
    for note in document.notes:
        yield note.content


def own_texts(block: DocumentBlock) -> Iterable[DocumentText]:
    """The running texts of a block itself, not of blocks inside it."""
    match block:
        case Heading(content=content) | Paragraph(content=content):
            return (content,)
        case FactBox(title=title):
            return (title,)
        case Table():
            return _table_texts(block)
        case Picture(alt=alt, caption=caption):
            return (alt, caption)
        case ChartFigure(caption=caption, source=source):
            return (caption, source)
        case ListBlock() | Quote() | Landscape() | PageBreak():
            return ()
        case _:
            assert_never(block)


def _table_texts(table: Table[DocumentLeaf]) -> Iterator[DocumentText]:
    yield table.caption
    for row in (table.head, *table.body):
        for cell in row.cells:
            yield from cell.lines
    yield table.source
    for note in table.notes:
        yield note.content


def row_texts(row: Row[DocumentLeaf]) -> Iterator[DocumentText]:
    """The lines of a row's cells."""
    for cell in row.cells:
        yield from cell.lines


def values_in(text: DocumentText) -> Iterator[Value]:
    """The values printed in a text, in order."""
    return values_of((text,))


def values_of(texts: Iterable[DocumentText]) -> Iterator[Value]:
    """The values printed in several texts, in order."""
    for text in texts:
        for item in text:
            if isinstance(item, Value):
                yield item
            elif not isinstance(item, Text):
                yield from _values(item)


def _values(item: DocumentInline) -> Iterator[Value]:
    match item:
        case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children) | Reference(children=children):
            yield from values_in(children)
        case _:
            return

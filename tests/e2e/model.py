"""What a document says, as plain text: its headings, paragraphs, table cells and notes in reading order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
    Row,
    Table,
)
from rapportbyggare.core.document import Document
from rapportbyggare.core.plain import plain_inline
from rapportbyggare.core.text import (
    DocumentInline,
    DocumentLeaf,
    DocumentText,
    Emphasis,
    LineBreak,
    Link,
    NoteNumber,
    Reference,
    Span,
    Strong,
    TableNoteMark,
)
from rapportbyggare.core.walk import all_blocks

HARD = "\u00a0"


@dataclass(frozen=True, slots=True)
class Contents:
    """Headings with their levels, paragraphs (captions, list items and lines under tables too), cells by table and row, notes."""

    headings: tuple[tuple[int, str], ...]
    paragraphs: tuple[str, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...]
    notes: tuple[str, ...]


def blocks_of(document: Document) -> list[DocumentBlock]:
    """Every block, those inside others too."""
    return [block for section in document.sections for block in all_blocks(section.blocks)]


def tables_of(document: Document) -> list[Table[DocumentLeaf]]:
    """The tables."""
    return [block for block in blocks_of(document) if isinstance(block, Table)]


def charts_of(document: Document) -> list[ChartFigure[DocumentLeaf]]:
    """The charts."""
    return [block for block in blocks_of(document) if isinstance(block, ChartFigure)]


def contents_of(document: Document) -> Contents:
    """What the document says."""
    blocks = blocks_of(document)
    return Contents(
        tuple((block.level, said(block.content)) for block in blocks if isinstance(block, Heading)),
        tuple(line for block in blocks for line in lines(block)),
        tuple(map(grid, tables_of(document))),
        tuple(said(note.content) for note in document.notes),
    )


def lines(block: DocumentBlock) -> Iterator[str]:
    """The paragraphs of a block itself, not of blocks inside it."""
    match block:
        case Paragraph(content):
            yield said(content)
        case FactBox(title=title):
            yield from [said(title)] if title else []
        case Table():
            yield from around(block)
        case ChartFigure():
            yield numbered("Figur", block.number, block.caption)
            yield from sourced(block.source)
        case Picture():
            yield from [numbered("Figur", block.number, block.caption)] if block.caption else []
        case Heading() | ListBlock() | Quote() | Landscape() | PageBreak():
            return
        case _:
            assert_never(block)


def around(table: Table[DocumentLeaf]) -> Iterator[str]:
    """What stands above and below a table."""
    if table.caption:
        yield numbered("Tabell", table.number, table.caption)
    yield from sourced(table.source)
    for note in table.notes:
        yield f"{note.letter}{HARD}{said(note.content)}" if note.letter else f"Anm. {said(note.content)}"
    if table.symbols:
        yield f"Teckenförklaring: {'; '.join(f'{symbol}{HARD}= {meaning}' for symbol, meaning in table.symbols)}."


def numbered(lead: str, number: int, caption: DocumentText) -> str:
    """A caption with its number, if it has one."""
    return f"{lead}{HARD}{number}. {said(caption)}" if number else said(caption)


def sourced(source: DocumentText) -> Iterable[str]:
    """The source line, if there is one."""
    return [f"Källa: {said(source)}"] if source else []


def grid(table: Table[DocumentLeaf]) -> tuple[tuple[str, ...], ...]:
    """The cells of a table, its head first."""
    return tuple(cells(row) for row in (table.head, *table.body))


def cells(row: Row[DocumentLeaf]) -> tuple[str, ...]:
    """The cells of a row, a line for each of theirs."""
    return tuple("\n".join(said(line) for line in cell.lines) for cell in row.cells)


def said(content: DocumentText) -> str:
    """Running text as words."""
    return "".join(spoken(item) for item in content).strip()


def spoken(item: DocumentInline) -> str:
    """One inline as words.

    A note's first mark is the note itself; the second is a field that shows its number, so it has words.
    """
    match item:
        case NoteNumber(number, repeated):
            return str(number) if repeated else ""
        case TableNoteMark(letter):
            return letter
        case LineBreak():
            return "\n"
        case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children):
            return "".join(spoken(child) for child in children)
        case Reference(children=children) if children:
            return "".join(spoken(child) for child in children)
        case _:
            return plain_inline(item)

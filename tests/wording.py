"""A bound document printed as a plain outline: one line a block, so that a person can review it.

Signs: `‹…›` a value, `[^1]` a note's mark (`[^1=]` when repeated, `[^a]` under a table), `⟨…⟩` a reference.
"""

from collections.abc import Iterator
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
    RowKind,
    Table,
)
from rapportbyggare.core.document import Document
from rapportbyggare.core.plain import referred
from rapportbyggare.core.text import (
    Code,
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
    Text,
    Value,
)

SPACE = "\u00a0"


def outline(document: Document) -> str:
    lines = [line for section in document.sections for block in section.blocks for line in of_block(block, "")]
    lines += [f"not {note.number}: {said(note.content)}" for note in document.notes]
    return "".join(f"{line.replace(SPACE, ' ').rstrip()}\n" for line in lines)


def of_block(block: DocumentBlock, indent: str) -> Iterator[str]:
    match block:
        case Heading():
            number = " ".join(part for part in (block.kind.value, block.number) if part)
            yield f"{indent}rubrik {block.level} ({number}){keyed(block.key)}: {said(block.content)}"
        case Paragraph(content):
            yield f"{indent}stycke: {said(content)}"
        case ListBlock(ordered, start, items):
            for nth, item in enumerate(items, start):
                yield f"{indent}punkt {nth}" if ordered else f"{indent}punkt"
                yield from of_blocks(item, indent + "  ")
        case Quote(blocks):
            yield f"{indent}citat"
            yield from of_blocks(blocks, indent + "  ")
        case Landscape(blocks):
            yield f"{indent}liggande"
            yield from of_blocks(blocks, indent + "  ")
        case FactBox(title, blocks):
            yield f"{indent}faktaruta: {said(title)}"
            yield from of_blocks(blocks, indent + "  ")
        case PageBreak():
            yield f"{indent}sidbrytning"
        case Table():
            yield from of_table(block, indent)
        case Picture():
            yield f"{indent}bild {block.number}{keyed(block.key)} {block.path}: {said(block.caption)} | {said(block.alt)}"
        case ChartFigure():
            yield f"{indent}diagram {block.number}{keyed(block.key)}: {said(block.caption)} | {said(block.source)}"
            yield f"{indent}  alt: {block.alt}"
            for series in block.chart.series:
                yield f"{indent}  {series.name}: {', '.join(point.label for point in series.points)}"
        case _:
            assert_never(block)


def of_blocks(blocks: tuple[DocumentBlock, ...], indent: str) -> Iterator[str]:
    for block in blocks:
        yield from of_block(block, indent)


def of_table(table: Table[DocumentLeaf], indent: str) -> Iterator[str]:
    yield f"{indent}tabell {table.number}{keyed(table.key)}: {said(table.caption)}"
    yield from (of_row(row, indent + "  ") for row in (table.head, *table.body))
    yield from (f"{indent}  {symbol} = {meaning}" for symbol, meaning in table.symbols)
    yield from (f"{indent}  not {note.letter}: {said(note.content)}".replace(" :", ":") for note in table.notes)
    if table.source:
        yield f"{indent}  källa: {said(table.source)}"


def of_row(row: Row[DocumentLeaf], indent: str) -> str:
    cells = " | ".join(" / ".join(said(line) for line in cell.lines) for cell in row.cells)
    return f"{indent}{'=' if row.kind is RowKind.TOTAL else '|'} {cells}"


def keyed(key: str) -> str:
    return f" #{key}" if key else ""


def said(content: DocumentText) -> str:
    return "".join(mark(item) for item in content)


def mark(item: DocumentInline) -> str:
    match item:
        case Text(text):
            return text
        case Code(text):
            return f"`{text}`"
        case Value(text):
            return f"‹{text}›"
        case Emphasis(children):
            return f"*{said(children)}*"
        case Strong(children):
            return f"**{said(children)}**"
        case Span(language, children):
            return f"[{said(children)}]{{{language}}}"
        case Link(address, children):
            return f"[{said(children)}]({address})"
        case Reference(children=children):
            return f"⟨{said(children)} → {referred(item)}⟩" if children else f"⟨{referred(item)}⟩"
        case NoteNumber(number, repeated):
            return f"[^{number}{'=' if repeated else ''}]"
        case TableNoteMark(letter):
            return f"[^{letter}]"
        case LineBreak():
            return "⏎"
        case _:
            assert_never(item)

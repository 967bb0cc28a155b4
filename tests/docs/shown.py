"""A bound report as a reader meets it, in plain text: what the handbook shows under its examples."""

from collections.abc import Iterator
from typing import assert_never

from rapportbyggare.core.blocks import (
    ChartFigure,
    DocumentBlock,
    FactBox,
    Heading,
    HeadingKind,
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

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def shown(document: Document) -> str:
    """Blocks and notes, hard spaces as spaces."""
    lines = [line for section in document.sections for line in blocks(section.blocks)]
    lines += [f"Fotnot {note.number}: {words(note.content)}" for note in document.notes]
    return "\n".join(lines).replace("\u00a0", " ")


def blocks(found: tuple[DocumentBlock, ...]) -> list[str]:
    return [line for block in found for line in lines_of(block)]


def lines_of(block: DocumentBlock) -> Iterator[str]:
    match block:
        case Heading():
            yield f"Rubrik {block.level}: {heading(block)}"
        case Paragraph(content):
            yield words(content)
        case ListBlock():
            yield from items(block)
        case Quote(inside):
            yield from under("Citat:", inside)
        case FactBox(title, inside):
            yield from under(f"Faktaruta: {words(title)}", inside)
        case Landscape(inside):
            yield from under("Liggande sidor:", inside)
        case PageBreak():
            yield "(ny sida)"
        case Table():
            yield from table(block)
        case ChartFigure():
            yield from (f"Figur {block.number}. {words(block.caption)}", f"Källa: {words(block.source)}")
            yield f"Alternativtext: {block.alt}"
        case Picture():
            yield f"Figur {block.number}. {words(block.caption)}" if block.number else "(bild)"
            yield f"Alternativtext: {words(block.alt)}"
        case _:
            assert_never(block)


def heading(block: Heading[DocumentLeaf]) -> str:
    lead = {HeadingKind.APPENDIX: f"Bilaga {block.number}"}.get(block.kind, block.number)
    return f"{lead} {words(block.content)}".strip()


def items(block: ListBlock[DocumentBlock]) -> Iterator[str]:
    for number, item in enumerate(block.items, block.start):
        first, *rest = blocks(item)
        yield f"{f'{number}.' if block.ordered else '•'} {first}"
        yield from (f"   {line}" for line in rest)


def under(lead: str, inside: tuple[DocumentBlock, ...]) -> Iterator[str]:
    yield lead
    yield from (f"   {line}" for line in blocks(inside))


def table(block: Table[DocumentLeaf]) -> Iterator[str]:
    yield f"Tabell {block.number}. {words(block.caption)}" if block.number else "Tabell utan nummer"
    yield from (row(one) for one in (block.head, *block.body))
    if block.source:
        yield f"Källa: {words(block.source)}"
    yield from (f"{note.letter} {words(note.content)}" if note.letter else f"Anm. {words(note.content)}" for note in block.notes)
    if block.symbols:
        yield f"Teckenförklaring: {'; '.join(f'{symbol} = {meaning}' for symbol, meaning in block.symbols)}."


def row(one: Row[DocumentLeaf]) -> str:
    return " | ".join(" / ".join(words(line) for line in cell.lines) for cell in one.cells)


def words(content: DocumentText) -> str:
    return "".join(word(item) for item in content)


def word(item: DocumentInline) -> str:
    match item:
        case Text(text) | Value(text):
            return text
        case Code(text):
            return f"`{text}`"
        case LineBreak():
            return " ⏎ "
        case Emphasis(children):
            return f"*{words(children)}*"
        case Strong(children):
            return f"**{words(children)}**"
        case Span(language, children):
            return f"{words(children)} (språk: {language})"
        case Link(address, children):
            return f"{words(children)} <{address}>"
        case NoteNumber(number):
            return str(number).translate(RAISED)
        case TableNoteMark(letter):
            return f"({letter})"
        case Reference():
            return words(item.children) if item.children else referred(item)
        case _:
            assert_never(item)

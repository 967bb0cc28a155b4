"""What a block is, so that it can be found in another edition: its kind, its name, its words."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import assert_never

from rapportbyggare.alignment.sequence import Item
from rapportbyggare.alignment.tokens import tokens
from rapportbyggare.core.blocks import (
    ChartFigure,
    FactBox,
    Heading,
    Landscape,
    ListBlock,
    Opaque,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    ReadBlock,
    Row,
    Table,
)
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import DocumentInline, DocumentLeaf, DocumentText, Emphasis, Link, Reference, Span, Strong, Value


def item_of(block: ReadBlock) -> Item:
    """A block as something to be aligned; what has no word is of a kind of its own."""
    kind = f"{kind_of(block)} {block.digest}" if isinstance(block, Opaque) else kind_of(block)
    return text_item(kind, _name(block), texts_of((block,)))


def in_both(old: Sequence[Item], new: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """The items of two editions, without the names that one edition alone has: what was renamed is known by its words."""
    names = {(item.kind, item.key) for item in old} & {(item.kind, item.key) for item in new}
    before, after = ([item if (item.kind, item.key) in names else replace(item, key=None) for item in one] for one in (old, new))
    return before, after


def text_item(kind: str, name: Hashable | None, content: Iterable[DocumentText]) -> Item:
    """Some texts as something to be aligned: a list's item, a note."""
    every = tuple(content)
    return Item(kind, name, tuple(map(plain, every)), _words(every))


def _words(content: Iterable[DocumentText]) -> tuple[str, ...]:
    """The words that somebody wrote: without values, and without spaces."""
    return tuple(word for text in content for word in tokens(typed(text)) if not word.isspace())


def typed(content: DocumentText) -> str:
    """A text without what the data, and the order of things, put in it."""
    return "".join(map(_typed, content))


def _typed(item: DocumentInline) -> str:
    match item:
        case Value():
            return ""
        case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children):
            return typed(children)
        case Reference(children=children):
            return typed(children) if children else item.lead
        case _:
            return plain((item,))


def kind_of(block: ReadBlock) -> str:
    """What the reader calls a block of this sort."""
    match block:
        case Heading():
            return "rubrik"
        case Paragraph():
            return "stycke"
        case ListBlock():
            return "lista"
        case Quote():
            return "citat"
        case FactBox():
            return "faktaruta"
        case Landscape():
            return "liggande sidor"
        case PageBreak():
            return "sidbrytning"
        case Table():
            return "tabell"
        case Picture():
            return "bild"
        case ChartFigure():
            return "diagram"
        case Opaque():
            return block.kind
        case _:
            assert_never(block)


def _name(block: ReadBlock) -> Hashable | None:
    match block:
        case Heading(key=key) | Table(key=key) | ChartFigure(key=key):
            return key or None
        case Picture(key=key, path=path):
            return key or path or None
        case _:
            return None


def texts_of(blocks: Iterable[ReadBlock]) -> Iterable[DocumentText]:
    """The texts of blocks, in reading order."""
    for block in blocks:
        match block:
            case Heading(content=content) | Paragraph(content=content):
                yield content
            case ListBlock(items=items):
                for item in items:
                    yield from texts_of(item)
            case FactBox(title=title, blocks=inside):
                yield title
                yield from texts_of(inside)
            case Quote(blocks=inside) | Landscape(blocks=inside):
                yield from texts_of(inside)
            case Table():
                yield from table_texts(block)
            case Picture(caption=caption):
                yield caption
            case ChartFigure(caption=caption, source=source):
                yield from (caption, source)
            case PageBreak() | Opaque():
                pass
            case _:
                assert_never(block)


def table_texts(table: Table[DocumentLeaf]) -> Iterable[DocumentText]:
    """The texts of a table: its heading, cells, source and notes."""
    yield table.caption
    for row in (table.head, *table.body):
        yield from row_texts(row)
    yield table.source
    for note in table.notes:
        yield note.content


def row_texts(row: Row[DocumentLeaf]) -> Iterable[DocumentText]:
    """The texts of a row's cells."""
    for cell in row.cells:
        yield from cell.lines


def words_of(blocks: Iterable[ReadBlock]) -> str:
    """What blocks say, a line a text."""
    return "\n".join(words for content in texts_of(blocks) if (words := plain(content)))

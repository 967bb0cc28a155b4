"""The whole passages that came or went because of the data, by their words as a Word file has them."""

from collections.abc import Iterable, Iterator

from rapportbyggare.core.blocks import FactBox, Heading, Landscape, ListBlock, Paragraph, Quote, Row, Table
from rapportbyggare.core.compared import (
    Cause,
    Changed,
    ComparedTable,
    Comparison,
    RedlineBlock,
    RedlineLeaf,
    RedlineText,
    Standing,
    Whole,
)
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import DocumentInline, Emphasis, LineBreak, Link, Reference, Span, Strong

ALONE = (Standing.ADDED, Standing.REMOVED, Standing.MOVED_HERE, Standing.MOVED_AWAY)
BETWEEN_CELLS = "\t"


def data_passages(comparison: Comparison) -> frozenset[str]:
    """The words of each paragraph, note and table row (its cells parted by tabs) that data alone brought or took."""
    by_data = frozenset(change.number for change in comparison.changes if change.cause is Cause.DATA)
    blocks = [block for section in comparison.sections for block in section.blocks]
    notes = (
        _words(note.content) for note in comparison.notes if note.standing in ALONE and note.change in by_data and note.content
    )
    return frozenset(words for words in (*_of_blocks(blocks, by_data, False), *notes) if words.strip())


def _of_blocks(blocks: Iterable[RedlineBlock], by_data: frozenset[int], alone: bool) -> Iterator[str]:
    for block in blocks:
        match block:
            case Whole(standing, change=change, blocks=inside):
                yield from _of_blocks(inside, by_data, alone or (standing in ALONE and change in by_data))
            case ComparedTable(table, rows):
                came = (row for row, (standing, change) in zip(table.body, rows, strict=True) if _came(standing, change, by_data))
                yield from map(_row, came)
            case ListBlock(items=items):
                for item in items:
                    yield from _of_blocks(item, by_data, alone)
            case FactBox(blocks=inside) | Quote(blocks=inside) | Landscape(blocks=inside):
                yield from _of_blocks(inside, by_data, alone)
            case Paragraph(content) | Heading(content=content) if alone:
                yield _words(content)
            case Table() if alone:
                yield from map(_row, (block.head, *block.body))
            case _:
                pass


def _came(standing: Standing, change: int, by_data: frozenset[int]) -> bool:
    return standing in ALONE and change in by_data


def _row(row: Row[RedlineLeaf]) -> str:
    return BETWEEN_CELLS.join("".join(map(_words, cell.lines)) for cell in row.cells)


def _words(content: RedlineText) -> str:
    """The words as they stand in the edition that has them; a line break is nothing in Word's text."""
    return "".join(map(_of_inline, content))


def _of_inline(item: object) -> str:
    match item:
        case Changed(old=old, new=new):
            return _words(new or old)
        case LineBreak():
            return ""
        case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children):
            return _words(children)
        case Reference(children=children) if children:
            return _words(children)
        case _:
            return plain((_leaf(item),))


def _leaf(item: object) -> DocumentInline:
    return item  # type: ignore[return-value]

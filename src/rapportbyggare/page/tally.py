"""How much of a report is touched: its paragraphs, tables, figures and notes, counted once each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import assert_never

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
    Table,
)
from rapportbyggare.core.compared import (
    Cause,
    Changed,
    ComparedFigure,
    ComparedTable,
    Comparison,
    RedlineBlock,
    RedlineLeaf,
    RedlineNote,
    RedlineText,
    Standing,
    Whole,
)
from rapportbyggare.core.text import Emphasis, Inline, Link, Span, Strong

ALONE = (Standing.ADDED, Standing.REMOVED, Standing.MOVED_HERE)


class Part(Enum):
    """What is counted; the values are one and many of it."""

    PASSAGE = ("stycke eller rubrik", "stycken och rubriker")
    TABLE = ("tabell", "tabeller")
    FIGURE = ("diagram eller bild", "diagram och bilder")
    NOTE = ("not", "noter")
    OTHER = ("annat", "annat")


def tally(comparison: Comparison) -> Counter[Part]:
    """How many of each part differ. A part that has another number only, or is referred to by another, does not count."""
    blocks = (block for section in comparison.sections for block in section.blocks)
    notes = (Part.NOTE for note in comparison.notes if _note_differs(note))
    return Counter((*_touched(blocks), *notes))


def parts_of(blocks: Iterable[RedlineBlock]) -> Counter[Part]:
    """How many of each part some blocks are, whatever differs in them."""
    return Counter(_touched(blocks, True))


def counted_parts(count: Mapping[Part, int]) -> list[tuple[int, str]]:
    """Those that there are, each with its number: (2, "tabeller")."""
    return [(count[part], part.value[count[part] != 1]) for part in Part if count[part]]


def _note_differs(note: RedlineNote) -> bool:
    return note.standing in ALONE or differs(note.content)


def _touched(blocks: Iterable[RedlineBlock], alone: bool = False) -> Iterator[Part]:
    for block in blocks:
        match block:
            case Paragraph(content) | Heading(content=content):
                yield from (Part.PASSAGE,) * (alone or differs(content))
            case ListBlock(items=items):
                for item in items:
                    yield from _touched(item, alone)
            case FactBox(title, inside):
                yield from (Part.PASSAGE,) * (alone or differs(title))
                yield from _touched(inside, alone)
            case Quote(inside) | Landscape(inside):
                yield from _touched(inside, alone)
            case Table():
                yield from (Part.TABLE,) * (alone or any(map(differs, _table_texts(block))))
            case ComparedTable(table, rows, columns):
                came = any(standing in ALONE for standing, _ in (*rows, *columns))
                yield from (Part.TABLE,) * (alone or came or any(map(differs, _table_texts(table))))
            case Picture() | ChartFigure():
                yield from (Part.FIGURE,) * (alone or differs(block.caption))
            case ComparedFigure():
                yield Part.FIGURE
            case Whole(standing, blocks=inside):
                yield from _touched(inside, standing in ALONE or (alone and standing is Standing.CHANGED))
            case Opaque():
                yield from (Part.OTHER,) * alone
            case PageBreak():
                pass
            case _:
                assert_never(block)


def _table_texts(table: Table[RedlineLeaf]) -> Iterator[RedlineText]:
    yield table.caption
    for row in (table.head, *table.body):
        for cell in row.cells:
            yield from cell.lines
    yield table.source
    for note in table.notes:
        yield note.content


def differs(text: RedlineText) -> bool:
    """Whether words or figures of a text differ, and not only a number in a series."""
    return any(map(_differs, text))


def _differs(item: Inline[RedlineLeaf]) -> bool:
    match item:
        case Changed(cause=cause):
            return cause is not Cause.NUMBERING
        case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children):
            return differs(children)
        case _:
            return False

"""Small editions made by hand, and what a comparison's tree says of each of the two editions that it was made of."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from hypothesis import strategies as st

from rapportbyggare.core.blocks import (
    Align,
    Cell,
    Column,
    FactBox,
    Heading,
    HeadingKind,
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
from rapportbyggare.core.compared import (
    Changed,
    ComparedFigure,
    ComparedTable,
    Comparison,
    ReadSection,
    RedlineBlock,
    RedlineText,
    Side,
    Standing,
    Whole,
)
from rapportbyggare.core.document import Note
from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import (
    DocumentInline,
    DocumentLeaf,
    DocumentText,
    Emphasis,
    Expression,
    Link,
    NoteNumber,
    Reference,
    Span,
    Strong,
    Text,
    Value,
)
from rapportbyggare.diff.editions.items import texts_of

T = TypeVar("T")
OLD = (Standing.ADDED, Standing.MOVED_HERE)
NEW = (Standing.REMOVED, Standing.MOVED_AWAY)


def value(text: str, name: str) -> Value:
    return Value(text, None, (), Expression(name, NOWHERE), name)


def paragraph(*content: str | DocumentInline, line: int = 1) -> Paragraph[DocumentLeaf]:
    return Paragraph(text(*content), Place("sections/a.md", line, 1))


def text(*content: str | DocumentInline) -> DocumentText:
    return tuple(Text(one) if isinstance(one, str) else one for one in content)


def heading(words: str, level: int = 1, number: str = "", key: str = "") -> Heading[DocumentLeaf]:
    return Heading(level, text(words), key, HeadingKind.NUMBERED, Place("sections/a.md", 1, 1), number)


def row(*cells: str | DocumentInline) -> Row[DocumentLeaf]:
    return Row(tuple(Cell((text(one),)) for one in cells))


def table(key: str, caption: str, *rows: Row[DocumentLeaf], number: int = 1) -> Table[DocumentLeaf]:
    columns = tuple(Column(Align.LEFT) for _ in rows[0].cells)
    return Table(key, text(caption), columns, rows[0], tuple(rows[1:]), text("SCB"), number=number)


def side(*blocks: ReadBlock, notes: Sequence[DocumentText] = (), name: str = "utgåvan") -> Side:
    numbered = tuple(Note(number, f"sections/a.md:{number}", content, NOWHERE) for number, content in enumerate(notes, 1))
    return Side(name, "Uppföljning", (), (ReadSection("sections/a.md", blocks),), numbered)


def sayings(comparison: Comparison, old: bool) -> list[str]:
    """What the tree says of one of the editions, text by text; empty ones left out."""
    blocks = [block for section in comparison.sections for block in section.blocks]
    notes = [plain(projected(note.content, old)) for note in comparison.notes]
    return [words for words in (*map(plain, _texts(blocks, old)), *notes) if words]


def said(side: Side) -> list[str]:
    """What an edition says, text by text."""
    blocks = [block for section in side.sections for block in section.blocks]
    return [words for words in (*map(plain, texts_of(blocks)), *(plain(note.content) for note in side.notes)) if words]


def projected(content: RedlineText, old: bool) -> DocumentText:
    """A text of both editions as one of them has it."""
    return tuple(item for part in content for item in _projected(part, old))


def _projected(item: object, old: bool) -> Iterator[DocumentInline]:
    match item:
        case Changed():
            yield from item.old if old else item.new
        case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children) if children:
            yield from projected(children, old)
        case Reference(children=children) if children:
            yield from projected(children, old)
        case _:
            yield item  # type: ignore[misc]


def _texts(blocks: Iterable[RedlineBlock], old: bool) -> Iterator[DocumentText]:
    for block in blocks:
        match block:
            case Whole(standing, blocks=inside):
                if standing not in (OLD if old else NEW):
                    yield from _texts(inside, old)
            case ComparedTable():
                yield from _table(block, old)
            case ComparedFigure():
                yield projected(block.caption, old)
                yield projected(block.source, old)
            case Heading(content=content) | Paragraph(content=content):
                yield projected(content, old)
            case ListBlock(items=items):
                for one in items:
                    yield from _texts(one, old)
            case FactBox(title=title, blocks=inside):
                yield projected(title, old)
                yield from _texts(inside, old)
            case Quote(blocks=inside) | Landscape(blocks=inside):
                yield from _texts(inside, old)
            case _:
                yield from texts_of((block,))  # type: ignore[arg-type]


def _table(compared: ComparedTable, old: bool) -> Iterator[DocumentText]:
    absent = OLD if old else NEW
    columns = [standing not in absent for standing, _ in compared.columns]
    standings = [Standing.KEPT, *(standing for standing, _ in compared.rows)]
    yield projected(compared.table.caption, old)
    for standing, one in zip(standings, (compared.table.head, *compared.table.body), strict=True):
        for cell, is_there in zip(one.cells, columns, strict=True):
            if standing not in absent and is_there:
                yield from (projected(line, old) for line in cell.lines)
    yield projected(compared.table.source, old)
    yield from (projected(note.content, old) for note in compared.table.notes)


WORDS = st.sampled_from(("företag", "ökade", "i länet", "och", "1\u00a0341", "5,3", "%", ".", "Berg", "Åre", "§\u00a05"))
NAMES = st.sampled_from("abc")
LEAVES: st.SearchStrategy[DocumentInline] = st.one_of(
    st.lists(WORDS, min_size=1, max_size=5).map(lambda words: Text(" ".join(words))),
    st.builds(value, WORDS, NAMES),
    st.builds(lambda number: NoteNumber(number, False), st.integers(1, 2)),
    st.builds(lambda number: Reference("t1", "tabell", "tabell", str(number)), st.integers(1, 2)),
)
INLINES: st.SearchStrategy[DocumentInline] = st.one_of(
    LEAVES,
    st.lists(LEAVES, min_size=1, max_size=2).map(lambda inside: Emphasis(tuple(inside))),
    st.builds(lambda address, inside: Link(address, (inside,)), st.sampled_from(("https://a.se", "https://b.se")), LEAVES),
)
TEXTS = st.lists(INLINES, min_size=1, max_size=4).map(tuple)
ROWS = st.lists(st.lists(LEAVES, min_size=3, max_size=3), min_size=1, max_size=4)
COLUMNS = st.permutations(("2023", "2024", "2025"))
PLAIN_BLOCKS: st.SearchStrategy[ReadBlock] = st.one_of(
    TEXTS.map(Paragraph),
    TEXTS.map(Paragraph),
    st.builds(heading, st.sampled_from(("Bakgrund", "Statistik över länet", "Analys")), st.integers(1, 2), st.sampled_from("12")),
    st.builds(
        lambda key, number, columns, rows: table(
            key, f"Antal {key}", row("Kommun", *columns[:2]), *(row(*cells) for cells in rows), number=number
        ),
        st.sampled_from(("t1", "t2")),
        st.integers(1, 2),
        COLUMNS,
        ROWS,
    ),
    st.builds(lambda alt: Picture("bild.png", text(alt), text("Karta"), "karta", number=1), WORDS),
    st.just(PageBreak()),
)
BLOCKS: st.SearchStrategy[ReadBlock] = st.one_of(
    PLAIN_BLOCKS,
    PLAIN_BLOCKS,
    st.builds(
        lambda ordered, items: ListBlock(ordered, 1, tuple((Paragraph(item),) for item in items)),
        st.booleans(),
        st.lists(TEXTS, min_size=1, max_size=4),
    ),
    st.lists(PLAIN_BLOCKS, min_size=1, max_size=2).map(lambda blocks: Quote(tuple(blocks))),
    st.builds(lambda title, blocks: FactBox(title, tuple(blocks)), TEXTS, st.lists(PLAIN_BLOCKS, min_size=1, max_size=2)),
    st.lists(PLAIN_BLOCKS, min_size=1, max_size=2).map(lambda blocks: Landscape(tuple(blocks))),
)
EDITIONS = st.builds(
    lambda blocks, first, second: side(*blocks, notes=(first, second)), st.lists(BLOCKS, max_size=7), TEXTS, TEXTS
)


@st.composite
def pairs_of_editions(draw: st.DrawFn) -> tuple[Side, Side]:
    """An edition, and one that somebody made of it: some blocks kept, some exchanged, some new, perhaps in another order."""
    old = draw(EDITIONS)
    blocks = list(old.sections[0].blocks)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(blocks)))
        blocks[at : at + draw(st.integers(0, 2))] = draw(st.lists(BLOCKS, max_size=2))
    if draw(st.booleans()):
        blocks = draw(st.permutations(blocks))
    notes = draw(st.one_of(st.just([note.content for note in old.notes]), st.lists(TEXTS, min_size=2, max_size=2)))
    return old, side(*blocks, notes=notes)

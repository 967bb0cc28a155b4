"""A document as the stretches of text that an author edits, one by one, whether it was bound or read from a Word file."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from rapportbyggare.core.blocks import (
    ChartFigure,
    FactBox,
    Heading,
    HeadingKind,
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
from rapportbyggare.core.document import Note
from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import DocumentLeaf, DocumentText, LineBreak, Text
from rapportbyggare.passages.chapters import BEFORE_ALL, Chapter, chapter_of, figure_name, table_name
from rapportbyggare.passages.passage import place_of

TEXT, CELL, NOTE, PICTURE, WHOLE, BREAK = "text", "cell", "fotnot", "bild", "föremål", "sidbrytning"


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text: its kind, where it stands in words, and where it is written.

    `lead` and `tail` are the Markdown round it ("- ", "## " … "{#nyckel}"), `key` what it is whatever it says (None: only
    its words tell), `block` the table or chart it belongs to, `row` and `column` the place in a table,
    `number` that of a note.
    """

    kind: str
    content: DocumentText
    where: str
    chapter: str
    place: Place
    lead: str = ""
    tail: str = ""
    key: Hashable | None = None
    block: str = ""
    row: int = -1
    column: int = -1
    number: int = 0

    @property
    def text(self) -> str:
        """Its words, without marks of notes."""
        return plain(self.content)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a block stands: its chapter, and the Markdown before each paragraph of it."""

    chapter: Chapter
    lead: str = ""


def units_of(blocks: Iterable[ReadBlock]) -> list[Unit]:
    """The stretches of blocks in reading order."""
    found: list[Unit] = []
    chapter = BEFORE_ALL
    for block in blocks:
        found += _block(block, Setting(chapter))
        chapter = next((chapter_of(heading) for heading in reversed(list(_headings((block,))))), chapter)
    return found


def note_units(notes: Iterable[Note], named: Mapping[int, str]) -> list[Unit]:
    """The footnotes; `named` gives the label of each by its number, "" for one that nobody wrote."""
    return [_note(note, named.get(note.number, "")) for note in notes]


def _note(note: Note, label: str) -> Unit:
    lead, key = (f"[^{label}]: ", (NOTE, label)) if label else ("", None)
    place = place_of(note.content, note.place)
    return Unit(NOTE, note.content, f"not {note.number}", "", place, lead, key=key, number=note.number)


def _headings(blocks: Iterable[ReadBlock]) -> Iterator[Heading[DocumentLeaf]]:
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Landscape(inner) | Quote(inner):
                yield from _headings(inner)
            case _:
                pass


def _block(block: ReadBlock, setting: Setting) -> Iterator[Unit]:
    match block:
        case Paragraph(content, place):
            yield Unit(TEXT, content, setting.chapter.name, setting.chapter.name, place, setting.lead)
        case Heading():
            yield _heading(block)
        case ListBlock():
            yield from _list(block, setting)
        case Quote(inner):
            yield from _within(inner, replace(setting, lead=f"{setting.lead}> "))
        case FactBox():
            where = f"faktarutans rubrik i {setting.chapter.name}"
            if block.title:
                yield Unit("ruta", block.title, where, setting.chapter.name, block.place, "{% faktaruta ", " %}")
            yield from _within(block.blocks, setting)
        case Landscape(inner):
            yield from _within(inner, setting)
        case Table():
            yield from _table(block, setting.chapter)
        case Picture() | ChartFigure():
            yield from _figure(block, setting.chapter)
        case PageBreak(place):
            yield Unit(BREAK, (), f"sidbrytning i {setting.chapter.name}", setting.chapter.name, place, "{% sidbrytning %}")
        case Opaque(kind, text):
            words: DocumentText = (Text(f"[{kind}] {text}".strip()),)
            yield Unit(WHOLE, words, f"{kind} i {setting.chapter.name}", setting.chapter.name, NOWHERE)
        case _:
            assert_never(block)


def _within(blocks: Iterable[ReadBlock], setting: Setting) -> Iterator[Unit]:
    for block in blocks:
        yield from _block(block, setting)
        if isinstance(block, Heading):
            setting = replace(setting, chapter=chapter_of(block))


def _heading(heading: Heading[DocumentLeaf]) -> Unit:
    chapter = chapter_of(heading)
    classes = [f"#{heading.key}"] if heading.key else []
    classes += [] if heading.kind is HeadingKind.NUMBERED else [f".{heading.kind.value}"]
    tail = f" {{{' '.join(classes)}}}" if classes else ""
    where = f"rubriken till {chapter.name}" if chapter.number else f"rubriken {chapter.name}"
    key = ("rubrik", heading.key) if heading.key else None
    return Unit("rubrik", heading.content, where, chapter.name, heading.place, f"{'#' * heading.level} ", tail, key)


def _list(block: ListBlock[ReadBlock], setting: Setting) -> Iterator[Unit]:
    for n, item in enumerate(block.items):
        mark = f"{block.start + n}. " if block.ordered else "- "
        for position, child in enumerate(item):
            lead = setting.lead + (" " * len(mark) if position or isinstance(child, ListBlock) else mark)
            yield from _block(child, replace(setting, lead=lead))


def _table(table: Table[DocumentLeaf], chapter: Chapter) -> Iterator[Unit]:
    name, block = table_name(table, chapter), f"tabell:{table.key}" if table.key else f"tabell {table.number}"
    base = Unit("tabell", (), name, chapter.name, table.place, block=block)

    def line(kind: str, where: str, content: DocumentText, lead: str, tail: str = "") -> Iterator[Unit]:
        if content:
            place, key = place_of(content, table.place), (block, kind) if table.key else None
            yield replace(base, kind=kind, content=content, where=where, place=place, lead=lead, tail=tail, key=key)

    keyed = f" {{#{table.key}}}" if table.key and not table.generated else ""
    yield from line("tabellrubrik", f"{name}, rubriken", table.caption, "" if table.generated else "Tabell: ", keyed)
    columns = [plain(joined(cell.lines)) for cell in table.head.cells]
    for number, row in enumerate((table.head, *table.body)):
        yield from _row(row, number, columns, base)
    yield from line("källa", f"{name}, källraden", table.source, "" if table.generated else "Källa: ")
    for note in table.notes:
        yield from line(f"tabellnot {note.letter}", f"{name}, noten under", note.content, "" if table.generated else "Not: ")


def _row(row: Row[DocumentLeaf], number: int, columns: list[str], base: Unit) -> Iterator[Unit]:
    heading = plain(joined(row.cells[0].lines)) if row.cells else ""
    for column, cell in enumerate(row.cells):
        content = joined(cell.lines)
        said = columns[column] if column < len(columns) else str(column + 1)
        where = f"{base.where}, {f'rad {heading}, kolumn {said}' if number else f'kolumnrubriken {said}'}"
        key = (base.block, heading if number else number, column)
        place = place_of(content, base.place)
        yield replace(base, kind=CELL, content=content, where=where, place=place, key=key, row=number, column=column)


def joined(lines: tuple[DocumentText, ...]) -> DocumentText:
    """The lines of a cell as one text."""
    done: DocumentText = ()
    for n, line in enumerate(lines):
        done = (*done, LineBreak(), *line) if n else line
    return done


def _figure(figure: Picture[DocumentLeaf] | ChartFigure[DocumentLeaf], chapter: Chapter) -> Iterator[Unit]:
    name, block = figure_name(figure, chapter), f"figur:{figure.key}" if figure.key else ""
    source = figure.source if isinstance(figure, ChartFigure) else ()
    if isinstance(figure, Picture):
        alt = figure.alt or (Text(""),)
        yield Unit(PICTURE, alt, name, chapter.name, figure.place, "![", f"]({figure.path})", block=block)
    for kind, where, content in (("figurrubrik", f"{name}, rubriken", figure.caption), ("källa", f"{name}, källraden", source)):
        if content:
            key = (block, kind) if block else None
            yield Unit(kind, content, where, chapter.name, place_of(content, figure.place), key=key, block=block)

"""Everything a document prints, passage by passage."""

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
    Table,
)
from rapportbyggare.core.document import Document, Note
from rapportbyggare.core.walk import all_blocks
from rapportbyggare.passages.chapters import BEFORE_ALL, Chapter, chapter_of
from rapportbyggare.passages.figures import chart_passages, picture_passages
from rapportbyggare.passages.passage import Identity, Passage, PrintedKind, names, notes_in, place_of
from rapportbyggare.passages.tables import table_passages


def passages(document: Document) -> tuple[Passage, ...]:
    """Every passage in reading order, the notes last."""
    chapter, found = BEFORE_ALL, list[Passage]()
    marked: dict[int, Chapter] = {}
    for section in document.sections:
        for block in all_blocks(section.blocks):
            chapter = chapter_of(block) if isinstance(block, Heading) else chapter
            of_block = list(_of_block(block, chapter))
            for number in (number for passage in of_block for number in notes_in(passage.content)):
                marked.setdefault(number, chapter)
            found += of_block
    found += [_of_note(note, marked.get(note.number, chapter)) for note in document.notes]
    return tuple(found)


def _of_block(block: DocumentBlock, chapter: Chapter) -> Iterator[Passage]:
    match block:
        case Paragraph(content, place):
            yield Passage(Identity("", "stycke", place), PrintedKind.PROSE, chapter.name, chapter, place, content, names(content))
        case Heading(content=content, place=place):
            where = f"rubriken till {chapter.name}" if chapter.number else f"rubriken {chapter.name}"
            yield Passage(Identity("", "rubrik", place), PrintedKind.HEADING, where, chapter, place, content, names(content))
        case FactBox(title=title, place=place):
            where = f"faktarutans rubrik i {chapter.name}"
            yield Passage(Identity("", "faktaruta", place), PrintedKind.HEADING, where, chapter, place, title, names(title))
        case Table():
            yield from table_passages(block, chapter)
        case Picture():
            yield from picture_passages(block, chapter)
        case ChartFigure():
            yield from chart_passages(block, chapter)
        case ListBlock() | Quote() | Landscape() | PageBreak():
            return
        case _:
            assert_never(block)


def _of_note(note: Note, chapter: Chapter) -> Passage:
    identity, place = Identity("not", note.key, note.place), place_of(note.content, note.place)
    return Passage(identity, PrintedKind.NOTE, f"not {note.number}", chapter, place, note.content, note.key)

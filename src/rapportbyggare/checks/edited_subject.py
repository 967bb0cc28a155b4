"""A Word file of any origin as the checks read it: paragraph by paragraph, cell by cell."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rapportbyggare.checks.captions import with_captions
from rapportbyggare.checks.pieces import typed_pieces
from rapportbyggare.checks.subject import Line
from rapportbyggare.core.blocks import HeadingKind
from rapportbyggare.core.edited import CellSpot, EditedFile, EditedText, TextKind
from rapportbyggare.core.place import Place
from rapportbyggare.passages.chapters import BEFORE_ALL, Chapter
from rapportbyggare.passages.passage import PrintedKind


@dataclass(slots=True)
class _Counted:
    """How many paragraphs and notes have been passed, and the heading above."""

    paragraphs: int = 0
    notes: int = 0
    chapter: Chapter = BEFORE_ALL
    rows: dict[tuple[int, str], set[int]] = field(default_factory=dict)


def lines_of_edited(file: EditedFile, name: str) -> tuple[Line, ...]:
    """The lines of a file that the user calls `name`; a place names the paragraph, the cell or the note."""
    counted = _Counted()
    return with_captions(tuple(line for text in file.texts for line in _lines(text, name, counted) if line.text))


def _lines(text: EditedText, name: str, counted: _Counted) -> Iterator[Line]:
    match text.kind:
        case TextKind.HEADING:
            counted.paragraphs += 1
            counted.chapter = Chapter(1, "", text.text, HeadingKind.UNNUMBERED) if text.text else counted.chapter
            yield _line(text, name, f"stycke {counted.paragraphs}", PrintedKind.HEADING, "rubrik", counted)
        case TextKind.PARAGRAPH:
            counted.paragraphs += 1
            yield _line(text, name, f"stycke {counted.paragraphs}", PrintedKind.PROSE, "stycke", counted)
        case TextKind.NOTE:
            counted.notes += 1
            yield _line(text, name, f"not {counted.notes}", PrintedKind.NOTE, "not", counted)
        case TextKind.CELL if text.cell is not None:
            yield _cell(text, text.cell, name, counted)
        case TextKind.CELL:
            return


def _line(text: EditedText, name: str, where: str, kind: PrintedKind, part: str, counted: _Counted) -> Line:
    place = Place(name, cell=where)
    block = "not" if part == "not" else ""
    return Line(text.text, typed_pieces(text.text, place), kind, where, counted.chapter, place, block, part)


def _cell(text: EditedText, spot: CellSpot, name: str, counted: _Counted) -> Line:
    where = f"tabell {spot.table + 1}, rad {spot.row + 1}, kolumn {spot.column + 1}"
    place = Place(name, cell=where)
    alike = counted.rows.setdefault((spot.table, spot.row_words), set())
    alike.add(spot.row)
    row = spot.row_words if len(alike) == 1 else f"{spot.row_words} ({len(alike)})"
    part = "kolumnrubrik" if not spot.row else "cell" if spot.column else "radrubrik"
    return Line(
        text.text,
        typed_pieces(text.text, place),
        PrintedKind.CELL if part == "cell" else PrintedKind.TABLE_TEXT,
        where,
        counted.chapter,
        place,
        f"tabell:{spot.table + 1}",
        part,
        row if part != "kolumnrubrik" else "",
        spot.column if part != "radrubrik" else 0,
        spot.column_words if part == "cell" else "",
    )

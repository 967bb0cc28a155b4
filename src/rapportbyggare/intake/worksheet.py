"""The cells of one sheet of a workbook, row by row, from its XML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING
from unicodedata import normalize

from rapportbyggare.intake.cells import Cell, Grid
from rapportbyggare.intake.formats import NumberFormat
from rapportbyggare.intake.package import Package
from rapportbyggare.intake.serials import as_date

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_CELLS = 2_000_000
MOST_MERGED = 100_000
WIDEST = 16_384
_DIGITS = 15
_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class TooManyCellsError(Exception):
    """The workbook holds more than is read as a workbook."""


@dataclass(frozen=True, slots=True)
class Book:
    """What the sheets of a workbook share: texts by number, number formats by cell style, and where dates begin."""

    texts: list[str]
    formats: tuple[NumberFormat, ...]
    from_1904: bool

    def format(self, style: str | None) -> NumberFormat:
        """The number format of a cell's style."""
        number = int(style or 0)
        return self.formats[number] if number < len(self.formats) else NumberFormat.PLAIN


@dataclass(slots=True)
class _Reading:
    """A sheet on its way: rows by number, what is hidden, and merged areas as written (A1:B2)."""

    book: Book
    rows: dict[int, list[Cell]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    areas: list[str] = field(default_factory=list)
    cells: int = 0
    last: int = 0

    def take(self, element: "_Element") -> None:
        """One row, column or merged area of the sheet."""
        name = str(element.tag).rpartition("}")[2]
        if name == "row":
            self.row(element)
        elif name == "mergeCell":
            self.areas.append(element.get("ref", ""))
        elif element.get("hidden") in ("1", "true"):
            last = min(int(element.get("max", "1")), WIDEST)
            self.hidden_columns.update(range(int(element.get("min", "1")), last + 1))

    def row(self, element: "_Element") -> None:
        self.last = number = int(element.get("r") or self.last + 1)
        cells = _cells(element, number, self.book)
        self.cells += len(cells)
        if self.cells > MOST_CELLS:
            raise TooManyCellsError
        if element.get("hidden") in ("1", "true"):
            self.hidden_rows.add(number)
        if cells:
            self.rows[number] = cells

    def merge(self) -> None:
        """Give each cell of a merged area the value of its first; areas reach no further than the sheet is filled."""
        room, lowest = MOST_MERGED, max(self.rows, default=0)
        for first, column, last, end in map(_corners, self.areas):
            source = _cell_at(self.rows.get(first, []), column)
            rows = range(first, min(last, lowest) + 1)
            if source is None or not source.filled:
                continue
            room -= len(rows) * (end - column + 1)
            if room < 0:
                raise TooManyCellsError
            self.fill(source, rows, range(column, end + 1))

    def fill(self, source: Cell, rows: range, columns: range) -> None:
        for number in rows:
            row = self.rows.setdefault(number, [])
            row.extend(Cell(None, number, column) for column in range(len(row) + 1, columns.stop))
            for column in columns:
                if (number, column) != (source.row, source.column):
                    row[column - 1] = source._replace(row=number, column=column, merged=True)


def read_sheet(package: Package, part: str, empty: Grid, book: Book) -> Grid:
    """The sheet's cells put into its `empty` grid."""
    reading = _Reading(book)
    for element in package.elements(part, "row", "col", "mergeCell"):
        reading.take(element)
    reading.merge()
    rows = tuple(reading.rows[number] for number in sorted(reading.rows))
    return replace(empty, rows=rows, hidden_rows=frozenset(reading.hidden_rows), hidden_columns=frozenset(reading.hidden_columns))


def text_of(element: "_Element") -> str:
    """The text of a shared or inline string, its runs together, without how it is pronounced."""
    if len(element) == 1 and str(element[0].tag)[-2:] == "}t":  # nearly all
        return tidy(element[0].text or "")
    return tidy("".join(item.text or "" for item in element.iter("{*}t") if not _is_phonetic(item)))


def tidy(text: str) -> str:
    """Composed letters, and the characters Excel writes as _x000D_."""
    whole = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
    return whole if whole.isascii() else normalize("NFC", whole)


@cache
def column_number(letters: str) -> int:
    """The number of a column by its letters: A is 1."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number


def _is_phonetic(item: "_Element") -> bool:
    parent = item.getparent()
    return parent is not None and str(parent.tag).endswith("}rPh")


def _cells(element: "_Element", number: int, book: Book) -> list[Cell]:
    """The cells of a row from column 1 to the last filled one, blanks between them."""
    row: list[Cell] = []
    column = 0
    for item in element.iterchildren("{*}c"):
        address = item.get("r")
        column = column_number(address.rstrip("0123456789")) if address else column + 1
        cell = _cell(item, number, column, book)
        if cell is None:
            continue
        if column != len(row) + 1:
            row.extend(_blanks(number, len(row) + 1, column))
        row.append(cell)
    return row


def _blanks(row: int, first: int, end: int) -> Iterator[Cell]:
    if not first < end <= WIDEST:
        raise ValueError(end)
    return (Cell(None, row, column) for column in range(first, end))


def _cell(element: "_Element", row: int, column: int, book: Book) -> Cell | None:
    """The cell; None when it is blank."""
    kind, raw, formula = element.get("t", "n"), None, False
    for child in element:
        last = str(child.tag)[-2:]
        if last == "}v":
            raw = child.text
        elif last == "}f":
            formula = True
        elif last == "is":
            kind, raw = "text", text_of(child)
    if raw is None:
        return Cell(None, row, column, unknown=True) if formula and kind != "str" else None
    if kind != "n":
        return _other(kind, raw, row, column, book)
    return _number_cell(raw, row, column, book.format(element.get("s")), book)


def _other(kind: str, raw: str, row: int, column: int, book: Book) -> Cell | None:
    match kind:
        case "s":
            text = book.texts[int(raw)]
        case "b":
            return Cell(raw == "1", row, column)
        case "d":
            return Cell(date.fromisoformat(raw[:10]), row, column)
        case _:
            text = raw if kind == "text" else tidy(raw)
    return None if not text or text.isspace() else Cell(text, row, column, error=kind == "e")


def _number_cell(raw: str, row: int, column: int, form: NumberFormat, book: Book) -> Cell:
    number = as_shown(raw)
    if form is NumberFormat.PLAIN:
        return Cell(number, row, column)
    day = as_date(number, book.from_1904) if form is NumberFormat.DATE else None
    percent, scaled, mixed = (form is one for one in (NumberFormat.PERCENT, NumberFormat.SCALED, NumberFormat.MIXED))
    return Cell(number if day is None else day, row, column, percent, scaled=scaled, mixed=mixed)


def as_shown(raw: str) -> Decimal:
    """The number a cell holds: the decimal of its 15 significant digits, which is what Excel shows and counts with."""
    if len(raw) <= _DIGITS and raw.isascii() and raw.replace(".", "", 1).isdigit():
        return Decimal(raw)
    number = float(raw)
    if not isfinite(number):
        raise ValueError(raw)
    return Decimal(f"{Decimal(format(number, f'.{_DIGITS}g')):f}")


def _corners(area: str) -> tuple[int, int, int, int]:
    """First row, first column, last row and last column of an area."""
    first, _, last = area.partition(":")
    (start, top), (end, bottom) = (_split(corner) for corner in (first, last or first))
    return top, start, bottom, min(end, WIDEST)


def _split(address: str) -> tuple[int, int]:
    match = _ADDRESS.fullmatch(address)
    if not match:
        raise ValueError(address)
    return column_number(match[1]), int(match[2])


def _cell_at(row: list[Cell], column: int) -> Cell | None:
    return row[column - 1] if column <= len(row) else None

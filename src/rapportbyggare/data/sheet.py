"""A semicolon file as rows of cells under known columns."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from typing import NamedTuple

from rapportbyggare.core.place import Place
from rapportbyggare.data import sheet_messages
from rapportbyggare.data.faults import Faults

_FORMULA = ("=", "+", "@")


Row = tuple[int, list[str]]


class Sheet(NamedTuple):
    """The rows of a file. `columns` gives each column's name its position (from 0) in a row's cells.

    A row is the line it begins at and its cells, without surrounding blanks; rows are read as they are asked for,
    once, and their faults of form reported then.
    """

    file: str
    columns: dict[str, int]
    rows: Iterator[Row]

    def place(self, line: int, column: str) -> Place:
        """The cell of a line and a named column; a column's number is counted from 1, as in Excel."""
        return Place(self.file, line, self.columns[column] + 1, 0, column)


def read_sheet(text: str, file: str, columns: tuple[str, ...], faults: Faults) -> Sheet | None:
    """The rows of a text that has exactly `columns`, in any order; None when they cannot be told apart."""
    rows = _rows(text, file, faults)
    line, head = next(rows, (1, []))
    places = _columns([cell.casefold() for cell in head], line, columns, faults)
    if places is None:
        for _ in rows:  # so that a fault of form further down is said too
            pass
        return None
    sheet = Sheet(file, places, _of_right_width(rows, len(head), faults))
    marked = any(mark in text for mark in _FORMULA)
    return sheet._replace(rows=_without_formulas(sheet, faults)) if marked else sheet


def heading(text: str) -> list[str]:
    """The names over the columns, as they are compared."""
    _, cells = next(_rows(text, "", Faults("")), (0, []))
    return [cell.casefold() for cell in cells]


def _rows(text: str, file: str, faults: Faults) -> Iterator[Row]:
    """Rows that are not blank, with the line each begins at."""
    reader = csv.reader(StringIO(text), delimiter=";", strict=True)
    line = 1
    try:
        for row in reader:
            cells = list(map(str.strip, row))
            if any(cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        faults.add(sheet_messages.broken_quotes, Place(file, line))


def _columns(head: list[str], line: int, wanted: tuple[str, ...], faults: Faults) -> dict[str, int] | None:
    if not head:
        faults.add(sheet_messages.empty_file, Place(faults.file), wanted)
        return None
    if len(head) == 1 and len(wanted) > 1 and re.search(r"[,\t]", head[0]):
        faults.add(sheet_messages.wrong_separator, Place(faults.file, line), "tabb" if "\t" in head[0] else "komma")
        return None
    places: dict[str, int] = {}
    missing = [name for name in wanted if name not in head]
    for index, name in enumerate(head):
        place = Place(faults.file, line, index + 1, 0, name)
        if name in places:
            faults.add(sheet_messages.column_twice, place, name)
        elif name in wanted:
            places[name] = index
        elif name:
            faults.add(sheet_messages.unknown_column, place, name, missing or wanted)
    for name in missing:
        faults.add(sheet_messages.missing_column, Place(faults.file, line), name, wanted)
    return None if missing else places


def _of_right_width(rows: Iterator[Row], width: int, faults: Faults) -> Iterator[Row]:
    for line, cells in rows:
        if len(cells) == width or (len(cells) > width and not any(cells[width:])):
            yield line, cells
        else:
            faults.add(sheet_messages.wrong_width, Place(faults.file, line), len(cells), width)


def _without_formulas(sheet: Sheet, faults: Faults) -> Iterator[Row]:
    """The same rows; cells that a spreadsheet would read as formulas are reported."""
    for line, cells in sheet.rows:
        for name, index in sheet.columns.items():
            if cells[index].startswith(_FORMULA):
                faults.add(sheet_messages.formula, sheet.place(line, name), cells[index])
        yield line, cells

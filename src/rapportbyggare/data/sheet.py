"""A semicolon file as rows of cells under known columns."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from rapportbyggare.core.place import Place
from rapportbyggare.data import sheet_messages
from rapportbyggare.data.faults import Faults

_FORMULA = ("=", "+", "@")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file. `columns` gives each column's name its position (from 0) in a row's cells.

    A row is the line it begins at and its cells, without surrounding blanks.
    """

    file: str
    columns: dict[str, int]
    rows: tuple[tuple[int, list[str]], ...]

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
    sheet = Sheet(file, places, tuple(_of_right_width(rows, head, file, faults)))
    if any(mark in text for mark in _FORMULA):
        _report_formulas(sheet, faults)
    return sheet


def _rows(text: str, file: str, faults: Faults) -> Iterator[tuple[int, list[str]]]:
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


def _of_right_width(
    rows: Iterator[tuple[int, list[str]]], head: list[str], file: str, faults: Faults
) -> Iterator[tuple[int, list[str]]]:
    width = len(head)
    for line, cells in rows:
        if len(cells) == width or (len(cells) > width and not any(cells[width:])):
            yield line, cells
        else:
            faults.add(sheet_messages.wrong_width, Place(file, line), len(cells), width)


def _report_formulas(sheet: Sheet, faults: Faults) -> None:
    for line, cells in sheet.rows:
        for name, index in sheet.columns.items():
            if cells[index].startswith(_FORMULA):
                faults.add(sheet_messages.formula, sheet.place(line, name), cells[index])

"""What stands in the cells of a received sheet, before anybody has asked what it means."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from unicodedata import category

from rapportbyggare.core.place import Place

_UNSEEN = ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp")
Content = str | Decimal | date | bool | None
"""Text is composed (NFC) and otherwise as it stands, blanks and all; a blank cell is None."""


class Cell(NamedTuple):
    """One cell. A named tuple, since a register has hundreds of thousands.

    `row` and `column` count from 1; `percent` tells of a number format in percent (0.12 is shown as 12 %); `error`
    that the value is an error's name ("#DIV/0!"); `unknown` that it is a formula whose result was not saved; `merged`
    that the value stands in the first cell of the merged area this cell is part of; `scaled` that the number format
    shows the number in thousands or millions; `mixed` that it shows some numbers so, or in percent, and others as they are.
    """

    value: Content
    row: int
    column: int
    percent: bool = False
    error: bool = False
    unknown: bool = False
    merged: bool = False
    scaled: bool = False
    mixed: bool = False

    @property
    def address(self) -> str:
        """The cell's name in the spreadsheet: "C17"."""
        return f"{column_letters(self.column)}{self.row}"

    @property
    def text(self) -> str:
        """The text without surrounding blanks; a whole number (a code, a year) as its digits; "" for the rest."""
        match self.value:
            case str():
                return self.value.strip()
            case Decimal() if self.value == self.value.to_integral_value():
                return f"{self.value:f}".partition(".")[0]
            case _:
                return ""

    @property
    def filled(self) -> bool:
        """Whether anything stands in the cell."""
        return self.unknown or self.value is not None


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one sheet, row by row; blank rows are left out, and a row has no cells after its last filled one.

    `file` is the file's name without folders, `sheet` the sheet's ("" for a CSV file). `hidden` is true for a hidden
    sheet; `hidden_rows` and `hidden_columns` are numbers from 1. Merged cells hold the same value in each of their cells.
    """

    file: str
    sheet: str
    rows: Sequence[Sequence[Cell]]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def place(self, cell: Cell) -> Place:
        """Where a cell is, for a problem: file, line and "Blad1!C17"."""
        return Place(self.file, cell.row, cell.column, 0, self.origin(cell))

    def origin(self, cell: Cell) -> str:
        """The cell as the archive names it: "Blad1!C17", "C17" for a CSV file."""
        return f"{self.sheet}!{cell.address}" if self.sheet else cell.address


def clean(text: str) -> str:
    """Words to keep: blanks and line breaks as single spaces, without characters that are not seen."""
    words = " ".join(text.split())
    return words if words.isascii() and words.isprintable() else "".join(one for one in words if category(one) not in _UNSEEN)


def fold(text: str) -> str:
    """A text as it is compared: case and blanks do not count."""
    return " ".join(text.split()).casefold()


def column_letters(column: int) -> str:
    """The letters of a column: 1 is A, 28 is AB."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

"""The rows of a file of units as numbers: each distinct cell once, and for each row only which of them it has.

A register has millions of cells and a few thousand different ones. What a cell means is asked once for each of
those, in plain Python, and carried to the rows by Polars; no cell of a company is kept as text.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import polars as pl

from rapportbyggare.core.figure import Format, Unit
from rapportbyggare.core.place import Place
from rapportbyggare.intake.cells import Cell, column_letters
from rapportbyggare.typography.numbers import HARD_SPACE, write_amount

Contents = Callable[[Sequence[int]], Mapping[int, tuple[object, ...]]]
"""The whole rows of some row numbers, each as what can be compared with another row."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A column: for each row the position of its cell in `cells`, where the first is a blank one.

    `whole` holds, where it is not null, a row's number when that was plainly a whole one; its cell is then blank.
    """

    codes: pl.Series
    cells: tuple[Cell, ...]
    whole: pl.Series | None = None

    def flags(self, test: Callable[[Cell], bool]) -> pl.Series:
        """For each row, whether its cell passes the test."""
        return self.picked([test(cell) for cell in self.cells])

    def picked(self, answers: Sequence[bool]) -> pl.Series:
        """For each row, the answer given for its cell."""
        return pl.Series(answers, dtype=pl.Boolean).gather(self.codes)

    def blank(self, test: Callable[[Cell], bool]) -> pl.Series:
        """For each row, whether its cell passes the test of a blank one and it has no plain number either."""
        blank = self.flags(test)
        return blank if self.whole is None else blank & self.whole.is_null()

    def kept(self, mask: pl.Series) -> "Coded":
        """The column of the rows that `mask` keeps."""
        return Coded(self.codes.filter(mask), self.cells, None if self.whole is None else self.whole.filter(mask))


@dataclass(frozen=True, slots=True)
class Units:
    """The rows of a file of units.

    `rows` are the rows' numbers in the file, `keys` a digest of each one's identity (null when it has none), `heads`
    the positions of the columns from 0 and `width` how many columns the file has.
    """

    file: str
    sheet: str
    rows: pl.Series
    keys: pl.Series
    columns: Mapping[str, Coded]
    heads: Mapping[str, int]
    width: int
    contents: Contents

    def __len__(self) -> int:
        return len(self.rows)

    def address(self, row: int, column: str) -> str:
        """A cell as a spreadsheet names it: "C17"."""
        return f"{column_letters(self.heads[column] + 1)}{row}"

    def place(self, row: int, column: str = "") -> Place:
        """Where a row, or its cell under a column, is."""
        if not column:
            return Place(self.file, row, cell=f"{self.sheet}!{row}:{row}" if self.sheet else "")
        return Place(self.file, row, self.heads[column] + 1, 0, self._in_sheet(self.address(row, column)))

    @property
    def beginning(self) -> Place:
        """Where the rows begin."""
        return self.place(int(self.rows[0])) if len(self) else Place(self.file)

    def extent(self) -> str:
        """The rows as the archive names them: "Företag!A2:H26001 (26 000 rader)"."""
        if not len(self):
            return self.sheet
        area = f"A{int(self.rows[0])}:{column_letters(self.width)}{int(self.rows[-1])}"
        return f"{self._in_sheet(area)} ({counted(len(self), 'rad', 'rader')})"

    def kept(self, mask: pl.Series) -> "Units":
        """The units that `mask` keeps."""
        columns = {name: column.kept(mask) for name, column in self.columns.items()}
        return replace(self, rows=self.rows.filter(mask), keys=self.keys.filter(mask), columns=columns)

    def _in_sheet(self, area: str) -> str:
        return f"{self.sheet}!{area}" if self.sheet else area


def counted(count: int, one: str, many: str) -> str:
    """A number and what it counts: "1 rad", "26 000 rader"."""
    return f"{write_amount(Decimal(count), Format(Unit.COUNT))}{HARD_SPACE}{one if count == 1 else many}"


def digest(text: pl.Expr) -> pl.Expr:
    """A number for each identity, null for none; hyphens and blanks around do not tell identities apart."""
    bare = text.str.replace_all("-", "", literal=True).str.strip_chars()
    return pl.when(bare != "").then(bare.hash())

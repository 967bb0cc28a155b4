"""Where something stands: a section line, a dataset cell, a whole file."""

from typing import NamedTuple


class Place(NamedTuple):
    """A spot in a file the user can open.

    `file` is relative to the project folder with forward slashes; `line`, `column` and `end` (the column
    after the last character) are 1-based, 0 meaning unknown; `cell` names a spreadsheet or CSV column.
    """

    file: str
    line: int = 0
    column: int = 0
    end: int = 0
    cell: str = ""

    def __str__(self) -> str:
        if self.file and self.line and self.column:  # nearly all; asked for by the ten thousand
            spot = f"{self.file}:{self.line}:{self.column}"
        else:
            spot = ":".join([str(part) for part in (self.file, self.line, self.column) if part])
        return f"{spot} ({self.cell})" if self.cell else spot


NOWHERE = Place("")

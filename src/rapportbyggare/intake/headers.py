"""Which row holds the headings, and which column each of them names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase

from rapportbyggare.intake.cells import Cell, Grid, fold
from rapportbyggare.intake.columns import Column
from rapportbyggare.sources.nearest import nearest
from rapportbyggare.typography.dates import MONTHS

DEEPEST = 60
"""How many rows of titles are looked through for the headings."""


@dataclass(frozen=True, slots=True)
class Heads:
    """Which of the wanted columns the headings name.

    `found` gives positions from 0; `missing` are the required columns that are not there, `twice` those whose heading
    stands over several columns.
    """

    found: Mapping[str, int]
    missing: tuple[Column, ...]
    twice: tuple[tuple[Column, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Located:
    """The headings of a sheet: `first` is their row's position among the sheet's, `count` how many rows they take."""

    grid: Grid
    first: int
    count: int
    headings: tuple[str, ...]
    heads: Heads
    filled_in: bool = False

    @property
    def head_row(self) -> Sequence[Cell]:
        """The lowest row of headings."""
        return self.grid.rows[self.first + self.count - 1]


def match_headings(headings: Sequence[str], columns: Iterable[Column]) -> Heads:
    """The columns by the headings over them; for each column the first of its names that there is decides."""
    folded = [fold_heading(heading) for heading in headings]
    wanted = tuple(columns)
    places = {column.name: _positions(column, folded) for column in wanted}
    return Heads(
        found={name: found[0] for name, found in places.items() if found},
        missing=tuple(column for column in wanted if column.required and not places[column.name]),
        twice=tuple((column, places[column.name]) for column in wanted if len(places[column.name]) > 1),
    )


def locate(grid: Grid, columns: Iterable[Column], rows: int) -> Located | None:
    """The headings of a sheet: the first that name all required columns, else those that name most; None for no rows."""
    wanted = tuple(columns)
    tries = [one for lower in ((False, True) if rows == 2 else (False,)) for one in _tries(grid, wanted, rows, lower)]
    complete = (one for one in tries if not one.heads.missing and one.heads.found)
    return next(complete, None) or max(tries, key=_likeness, default=None)


def _likeness(one: Located) -> tuple[int, int, int]:
    """How like the headings a row is: columns it names, columns it nearly names, cells that are filled."""
    names = [heading for heading in one.headings if heading]
    nearly = sum(any(nearest(wanted, names, 1) for wanted in column.headings) for column in one.heads.missing)
    return len(one.heads.found), nearly, len(names)


def fold_heading(heading: str) -> str:
    """A heading as it is compared: a final colon does not count either."""
    return fold(heading).rstrip(" :")


def _positions(column: Column, folded: Sequence[str]) -> tuple[int, ...]:
    for heading in map(fold_heading, column.headings):
        exact = "*" not in heading
        found = tuple(at for at, one in enumerate(folded) if one and (one == heading if exact else fnmatchcase(one, heading)))
        if found:
            return found
    return ()


def _tries(grid: Grid, columns: tuple[Column, ...], rows: int, lower: bool) -> Iterator[Located]:
    for first in range(min(DEEPEST, len(grid.rows) - rows + 1)):
        heads = [heading_texts(row) for row in grid.rows[first : first + rows]]
        joined, filled_in = _joined(heads[0], heads[-1]) if rows == 2 else (heads[0], False)
        found = match_headings(heads[-1] if lower else joined, columns)
        yield Located(grid, first, rows, tuple(joined), found, filled_in)


def heading_texts(row: Sequence[Cell]) -> list[str]:
    """The headings of a row as text; a day is written as its month, which is what Excel shows of such a heading."""
    return [" ".join(_written(cell).split()) for cell in row]


def _written(cell: Cell) -> str:
    match cell.value:
        case date() as day:
            return f"{MONTHS[day.month - 1]} {day.year}"
        case _:
            return cell.text


def _joined(upper: list[str], lower: list[str]) -> tuple[list[str], bool]:
    """Two rows of headings as one. A blank upper one continues the one to its left, as where merged cells were lost."""
    joined, group, filled_in = [], "", False
    for at in range(max(len(upper), len(lower))):
        above, below = (row[at] if at < len(row) else "" for row in (upper, lower))
        filled_in = filled_in or bool(below and group and not above)
        group = above or (group if below else "")
        joined.append(group if group == below or not below else f"{group} {below}".strip())
    return joined, filled_in

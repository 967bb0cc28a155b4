"""The table of a received sheet: its columns, and its rows without titles, notes and totals."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapportbyggare.core.place import Place
from rapportbyggare.intake import table_messages as messages
from rapportbyggare.intake.cells import Cell, Grid
from rapportbyggare.intake.columns import ColumnType
from rapportbyggare.intake.findings import Findings
from rapportbyggare.intake.headers import Located, fold_heading, heading_texts, locate
from rapportbyggare.intake.maps import Kind, SourceMap

Row = Sequence[Cell]
Knows = Callable[[str], bool]
"""Whether a text that begins a row is one of the table's own: a place, a subject."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a sheet under known columns. `heads` gives each column's position (from 0) by its own name.

    `headings` are all headings as written, `totals` the rows that begin as a total does.
    """

    grid: Grid
    headings: tuple[str, ...]
    heads: Mapping[str, int]
    head_row: Row
    rows: tuple[Row, ...]
    totals: tuple[Row, ...] = ()

    def cell(self, row: Row, column: str) -> Cell:
        """A row's cell under a column; a blank one when the row is shorter or the column is not there."""
        return self.at(row, self.heads.get(column, -1))

    def at(self, row: Row, position: int) -> Cell:
        """A row's cell at a position (from 0); a blank one when there is none."""
        return row[position] if 0 <= position < len(row) else Cell(None, row[0].row, position + 1)

    def place(self, cell: Cell) -> Place:
        """Where a cell is, for a problem."""
        return self.grid.place(cell)

    def origin(self, cell: Cell) -> str:
        """The cell as the archive names it."""
        return self.grid.origin(cell)


def find_table(grids: Sequence[Grid], map_: SourceMap, findings: Findings) -> Table | None:
    """The one sheet that holds the columns of the map, as a table; what is not read is remarked."""
    located = _located(grids, map_, findings)
    if len(located) > 1 and not map_.sheets:
        findings.refuse(messages.several_sheets, Place(findings.file), [one.grid.sheet for one in located], map_.file)
        return None
    _remark_others(grids, located[:1], findings)
    return _table(located[0], map_, findings) if located else None


def find_tables(grids: Sequence[Grid], map_: SourceMap, findings: Findings, knows: Knows) -> tuple[Table, ...]:
    """Every sheet that holds the columns of the map (of those it names), as tables; what is not read is remarked."""
    located = _located(grids, map_, findings)
    _remark_others(grids, located, findings)
    return tuple(table for one in located if (table := _table(one, map_, findings, knows)))


def _located(grids: Sequence[Grid], map_: SourceMap, findings: Findings) -> list[Located]:
    """The sheets that hold the required columns, in the map's order of sheets; when there is none, that is a problem."""
    candidates = _candidates(grids, map_, findings)
    tried = [one for grid in candidates if (one := locate(grid, map_.columns.values(), map_.header_rows))]
    found = [one for one in tried if not one.heads.missing]
    if tried and not found:
        _refuse_missing(max(tried, key=lambda one: len(one.heads.found)), map_, findings)
    elif candidates and not tried:
        findings.refuse(messages.no_rows, Place(findings.file), [grid.sheet for grid in candidates])
    return found


def _candidates(grids: Sequence[Grid], map_: SourceMap, findings: Findings) -> list[Grid]:
    by_name = {grid.sheet.casefold(): grid for grid in grids}
    visible = [grid for grid in grids if not grid.hidden and grid.rows]
    named = [by_name[name.casefold()] for name in map_.sheets if name.casefold() in by_name]
    if any(grid.hidden for grid in named):
        findings.refuse(messages.hidden_sheet, Place(findings.file), next(grid.sheet for grid in named if grid.hidden))
        return []
    is_text = any(not grid.sheet for grid in grids)
    if map_.sheets and not named and not is_text:
        names = [grid.sheet for grid in grids if not grid.hidden]
        findings.refuse(messages.no_such_sheet, Place(findings.file), map_.sheets, names, map_.file)
        return []
    if not visible:
        findings.refuse(messages.no_rows, Place(findings.file), [grid.sheet for grid in grids])
    return [grid for grid in named if grid.rows] if named else visible


def _refuse_missing(located: Located, map_: SourceMap, findings: Findings) -> None:
    row = located.head_row
    place = located.grid.place(row[0])
    listable = bool(located.heads.found) and map_.kind is not Kind.UNITS  # without headings, the first row is a person's
    for column in located.heads.missing:
        findings.refuse(messages.missing_column, place, column, located.headings, map_.file, listable)


def _remark_others(grids: Sequence[Grid], used: Iterable[Located], findings: Findings) -> None:
    names = {one.grid.sheet for one in used}
    for grid in grids:
        if grid.sheet not in names and grid.rows and names:
            findings.remark(messages.sheet_not_read, Place(findings.file), grid.sheet, grid.hidden)


def _nothing(_: str) -> bool:
    return False


def _table(located: Located, map_: SourceMap, findings: Findings, knows: Knows = _nothing) -> Table | None:
    grid, heads = located.grid, located.heads
    for column, positions in heads.twice:
        cells = [grid.origin(_head_cell(located, at)) for at in positions]
        findings.refuse(messages.column_twice, grid.place(located.head_row[0]), column, cells)
    if located.filled_in:
        findings.remark(messages.headings_filled_in, grid.place(located.head_row[0]))
    below = grid.rows[located.first + located.count :]
    body, totals = _body(below, located, map_, findings, knows)
    table = Table(grid, located.headings, heads.found, located.head_row, body, totals)
    _check_hidden(table, findings)
    _check_width(table, findings)
    if not body:
        findings.refuse(messages.no_rows_below, grid.place(located.head_row[0]))
    return table


def _head_cell(located: Located, at: int) -> Cell:
    row = located.head_row
    return row[at] if at < len(row) else Cell(None, row[0].row, at + 1)


def _body(
    rows: Sequence[Row], located: Located, map_: SourceMap, findings: Findings, knows: Knows
) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The rows of the table and those of totals; notes below, totals and repeated headings are remarked."""
    end = len(rows)
    while end and _is_note(rows[end - 1], knows):
        end -= 1
    body, totals = [], []
    footers = tuple(fold_heading(word) for word in map_.footers)
    for row in rows[:end]:
        if _is_footer(row, footers, located, map_, knows):
            totals.append(row)
            findings.remark(messages.footer, located.grid.place(_first(row)), _shown(row, map_), map_.kind is Kind.CROSSTAB)
        elif _first(row).value == _first(located.head_row).value and heading_texts(row) == heading_texts(located.head_row):
            findings.remark(messages.heading_again, located.grid.place(_first(row)))
        else:
            body.append(row)
    for row in rows[end:]:
        findings.remark(messages.note_below, located.grid.place(_first(row)), _shown(row, map_))
    return tuple(body), tuple(totals)


def _shown(row: Row, map_: SourceMap) -> str:
    """How a row begins, for a remark; "" where it may be about a person."""
    return "" if map_.kind is Kind.UNITS else _first(row).text


def _first(row: Row) -> Cell:
    return next(cell for cell in row if cell.filled)


def _is_note(row: Row, knows: Knows) -> bool:
    """A text alone in its row, or across it in a merged cell."""
    filled = [cell for cell in row if cell.filled and not cell.merged]
    return len(filled) == 1 and isinstance(filled[0].value, str) and not knows(filled[0].text)


def _is_footer(row: Row, footers: tuple[str, ...], located: Located, map_: SourceMap, knows: Knows) -> bool:
    """A row that begins with one of the map's words for totals and notes, and is none of the table's own.

    A company may be called "Summa AB": a row of units or facts is a footer only where a required column is blank.
    """
    first = _first(row)
    label = fold_heading(first.text) if isinstance(first.value, str) else ""
    if not any(label.startswith(word) and not label[len(word) :][:1].isalpha() for word in footers):
        return False
    if map_.kind is Kind.CROSSTAB:
        of_places = any(column.type is ColumnType.PLACE for column in map_.columns.values())
        return not knows(first.text) and (of_places or sum(cell.filled for cell in row) == 1)
    required = (located.heads.found[column.name] for column in map_.columns.values() if column.required)
    return any(at >= len(row) or not row[at].filled for at in required)


def _check_hidden(table: Table, findings: Findings) -> None:
    rows = [row for row in table.rows if row[0].row in table.grid.hidden_rows]
    if rows:
        findings.refuse(messages.hidden_rows, table.place(_first(rows[0])), len(rows))
    for name, at in table.heads.items():
        if at + 1 in table.grid.hidden_columns:
            findings.remark(messages.hidden_column, table.place(table.at(table.head_row, at)), name)


def _check_width(table: Table, findings: Findings) -> None:
    """Cells to the right of the headings: in a text file the row has come apart, in a workbook it is a remark beside."""
    strays = (cell for row in table.rows for cell in row[len(table.headings) :] if cell.filled)
    if table.grid.sheet:
        stray = next(strays, None)
        if stray:
            findings.remark(messages.beside_table, table.place(stray))
        return
    for stray in strays:
        findings.refuse(messages.too_wide, table.place(stray), len(table.headings))

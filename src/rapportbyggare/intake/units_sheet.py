"""The rows of a sheet as coded columns."""

from collections.abc import Mapping, Sequence

import polars as pl

from rapportbyggare.intake.cells import Cell
from rapportbyggare.intake.tables import Row, Table
from rapportbyggare.intake.units_frame import Coded, Contents, Units, digest


def units_of(table: Table, key: Sequence[str], used: Sequence[str]) -> Units:
    """The units of a table; `key` are the columns of their identity, `used` those that are asked about."""
    return Units(
        file=table.grid.file,
        sheet=table.grid.sheet,
        rows=pl.Series([row[0].row for row in table.rows], dtype=pl.UInt32),
        keys=_keys([_identity(table, row, key) for row in table.rows]),
        columns={name: _coded([table.cell(row, name) for row in table.rows]) for name in used if name in table.heads},
        heads=table.heads,
        width=len(table.headings),
        contents=_contents(table),
    )


def _keys(texts: Sequence[str]) -> pl.Series:
    return pl.DataFrame({"key": texts}, schema={"key": pl.String}).select(digest(pl.col("key"))).to_series()


def _identity(table: Table, row: Row, key: Sequence[str]) -> str:
    parts = [_text(table.cell(row, name)) for name in key]
    return "\x1f".join(parts) if any(parts) else ""


def _text(cell: Cell) -> str:
    return cell.text or ("" if cell.value is None else str(cell.value))


def _coded(cells: Sequence[Cell]) -> Coded:
    """The distinct cells of a column, blank first; two are the same when nothing but their places differs."""
    known: dict[object, int] = {}
    distinct = [Cell(None, 0, 0)]
    codes = []
    for cell in cells:
        if not cell.filled:
            codes.append(0)
            continue
        likeness = (cell.value.__class__, cell.value, *cell[3:])
        code = known.get(likeness)
        if code is None:
            code = known[likeness] = len(distinct)
            distinct.append(cell)
        codes.append(code)
    return Coded(pl.Series(codes, dtype=pl.UInt32), tuple(distinct))


def _contents(table: Table) -> Contents:
    def contents(rows: Sequence[int]) -> Mapping[int, tuple[object, ...]]:
        wanted = set(rows)
        return {row[0].row: tuple(cell.value for cell in row) for row in table.rows if row[0].row in wanted}

    return contents

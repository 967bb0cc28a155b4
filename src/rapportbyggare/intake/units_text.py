"""A text file with one row per unit, read in one pass however large it is."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from pathlib import Path

import polars as pl

from rapportbyggare.intake.cells import Cell, Grid
from rapportbyggare.intake.columns import Column, ColumnType, NumberUnit
from rapportbyggare.intake.csv_sheet import cell_of, row_of, tidy
from rapportbyggare.intake.findings import Findings
from rapportbyggare.intake.maps import SourceMap
from rapportbyggare.intake.tables import Row, Table, find_table
from rapportbyggare.intake.units_frame import Coded, Contents, Units, digest

_LOOKED_AT = 200
_MOST_SUSPECT = 20_000
_LARGE = 1_000_000_000
"""From here on a number is looked at one by one: it may be too large to be true."""
_ROW, _KEY, _NAMELESS, _SUSPECT, _WHOLE = "rad", "nyckel", "namnlös", "misstänkt", "heltal "
_IN_PERCENT = (NumberUnit.PERCENT, NumberUnit.SHARE)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the rows of a text file begin and how they are parted.

    `table` is what its beginning holds, `head` the rows down to the headings and the first one below, `lines` how many
    lines come before the units, and `columns` how many cells a row has.
    """

    path: Path
    file: str
    delimiter: str
    table: Table
    head: tuple[Row, ...]
    lines: int
    columns: int

    @property
    def first(self) -> int:
        """The number of the row that the units begin at."""
        return self.table.head_row[0].row + 1

    def scan(self) -> pl.LazyFrame:
        """The units as text, each column under its position, with the numbers of the rows."""
        return pl.scan_csv(
            self.path,
            separator=self.delimiter,
            has_header=False,
            skip_lines=self.lines,
            schema=pl.Schema({str(at): pl.String() for at in range(self.columns)}),
            row_index_name=_ROW,
            row_index_offset=self.first,
        )

    def has_line_breaks(self) -> bool:
        """Whether any cell of the units holds a line break."""
        cells = (pl.col(str(at)).str.contains("\n", literal=True) for at in range(self.columns))
        return bool(self.scan().select(pl.any_horizontal(*cells).any()).collect(engine="streaming").item())


def layout_of(path: Path, file: str, beginning: str, delimiter: str, map_: SourceMap, findings: Findings) -> Layout | None:
    """The layout of a text file in UTF-8 at `path`, out of its `beginning` (whole lines); None when it has faults.

    `file` is the name it was received under. Raises csv.Error when the rows cannot be told apart.
    """
    reader = csv.reader(StringIO(tidy(beginning), newline=""), delimiter=delimiter, strict=True)
    read = list(islice(reader, _LOOKED_AT))
    grid = Grid(file, "", _rows(enumerate(read, 1)))
    own = Findings(file)
    table = find_table([grid], map_, own)
    if table is None or own.count:
        findings.take(own)
        return None
    last = table.head_row[0].row
    head = tuple(row for row in grid.rows if row[0].row <= last)
    columns = max(len(row) for row in read)
    return Layout(path, file, delimiter, table, (*head, table.rows[0]), _lines(beginning, delimiter, last), columns)


def units_in(layout: Layout, map_: SourceMap, key: Sequence[str], used: Sequence[str], findings: Findings) -> Units:
    """The units of a text file; `key` are the columns of their identity, `used` those that are asked about.

    Raises PolarsError when the rows cannot be told apart.
    """
    heads = layout.table.heads
    columns = {name: map_.columns[name] for name in used if name in heads}
    required = [str(heads[column.name]) for column in map_.columns.values() if column.required]
    keys = [pl.col(str(heads[name])) for name in key]
    plain = len(key) == 1 and all(layout.table.cell(row, key[0]).text.isdecimal() for row in layout.table.rows)
    identity = [_plain_identity(keys[0]) if plain else _identity(keys), keys[0].is_null().alias(_NAMELESS)]
    frame = _read(layout, [*identity, *_asked(heads, columns, [*keys, *required])])
    if plain and frame[_KEY].null_count() > frame[_NAMELESS].sum():
        frame = frame.with_columns(_read(layout, [_identity(keys)]).to_series())
    units = Units(
        file=layout.file,
        sheet="",
        rows=frame[_ROW],
        keys=frame[_KEY],
        columns={name: _coded(frame, name, heads[name] + 1) for name in columns},
        heads=heads,
        width=len(layout.table.headings),
        contents=_contents(layout),
    )
    return _without_notes(units, frame[_SUSPECT], layout, map_, findings)


def _read(layout: Layout, asked: Sequence[pl.Expr]) -> pl.DataFrame:
    return layout.scan().select(*asked).collect(engine="streaming")


def _identity(keys: Sequence[pl.Expr]) -> pl.Expr:
    joined = keys[0] if len(keys) == 1 else pl.concat_str(*keys, separator="\x1f", ignore_nulls=True)
    return digest(joined).alias(_KEY)


def _plain_identity(key: pl.Expr) -> pl.Expr:
    """The digest of identities that are digits alone, in a third of the time; null for the rest."""
    whole = key.cast(pl.Int64, strict=False)
    return pl.when(whole.is_not_null()).then(whole.hash()).alias(_KEY)


def _asked(heads: Mapping[str, int], columns: Mapping[str, Column], required: Sequence[str | pl.Expr]) -> list[pl.Expr]:
    """What is read besides the identity: the rows' numbers, whether a cell that should not be is blank, the columns."""
    cells = [pl.col(one) if isinstance(one, str) else one for one in required]
    asked = [pl.col(_ROW), pl.any_horizontal(*(cell.is_null() for cell in cells)).alias(_SUSPECT)]
    for name, column in columns.items():
        text = pl.col(str(heads[name]))
        if column.type is ColumnType.NUMBER and column.unit not in _IN_PERCENT:
            whole = text.cast(pl.Int64, strict=False)
            plain = pl.when((whole >= 0) & (whole < _LARGE) & (whole.cast(pl.String) == text)).then(whole)
            asked.append(plain.alias(_WHOLE + name))
            text = pl.when(plain.is_null()).then(text)
        asked.append(text.cast(pl.Categorical()).alias(name))
    return asked


def _coded(frame: pl.DataFrame, name: str, position: int) -> Coded:
    """A column of categories as coded cells. The categories' own numbers are not dense, so they are numbered anew."""
    distinct = frame[name].unique().drop_nulls()
    physical = distinct.to_physical()
    cells = (Cell(None, 0, position), *(cell_of(tidy(text), 0, position) for text in distinct.cast(pl.String)))
    size = max(physical.to_list(), default=0) + 1
    own = pl.int_range(1, len(cells), dtype=pl.UInt32, eager=True)
    codes = pl.zeros(size, dtype=pl.UInt32, eager=True).scatter(physical, own)
    whole = frame[_WHOLE + name] if _WHOLE + name in frame.columns else None
    return Coded(codes.gather(frame[name].to_physical()).fill_null(0), cells, whole)


def _without_notes(units: Units, suspect: pl.Series, layout: Layout, map_: SourceMap, findings: Findings) -> Units:
    """The units without rows that are none: blank ones, and the notes and totals that the map knows, which are remarked."""
    numbers = units.rows.filter(suspect).to_list()
    if not numbers or len(numbers) > _MOST_SUSPECT:
        return units
    rows = _rows(sorted(units.contents(numbers).items()))
    table = find_table([Grid(layout.file, "", (*layout.head, *rows))], map_, findings)
    kept = {row[0].row for row in table.rows} if table else set()
    return units.kept(~suspect | units.rows.is_in(sorted(kept)))


def _contents(layout: Layout) -> Contents:
    def contents(rows: Sequence[int]) -> Mapping[int, tuple[object, ...]]:
        wanted = pl.Series(sorted(rows), dtype=pl.UInt32)
        found = layout.scan().filter(pl.col(_ROW).is_in(wanted.implode())).collect(engine="streaming")
        return {row[0]: row[1:] for row in found.iter_rows()}

    return contents


def _rows(numbered: Iterable[tuple[int, Sequence[object]]]) -> tuple[Row, ...]:
    """Rows of texts as rows of cells, none of them blank."""
    rows = (row_of([str(text or "") for text in texts], number) for number, texts in numbered)
    return tuple(row for row in rows if row)


def _lines(text: str, delimiter: str, row: int) -> int:
    """How many lines the first rows take: a heading may have line breaks in it."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    for _ in range(row):
        next(reader)
    return reader.line_num

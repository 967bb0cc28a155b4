"""A table with its heading, and its source, notes and symbols below, alone or in two editions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from rapportbyggare.core.blocks import Align, Cell, Row, RowKind, Table, TableNote
from rapportbyggare.core.compared import Cause, ComparedTable, RedlineLeaf, Standing
from rapportbyggare.page.captions import NOTE, TABLE, heading_line, source_line
from rapportbyggare.page.inlines import text_html
from rapportbyggare.page.markup import HARD_SPACE, words
from rapportbyggare.page.pen import Pen, aged
from rapportbyggare.page.signs import AGES, label, marked, side, whole_sign

CLASSES = {Align.RIGHT: ' class="h"', Align.DECIMAL: ' class="h"', Align.CENTER: ' class="m"'}


@dataclass(frozen=True, slots=True)
class Track:
    """A row or a column: what has happened to it, by which change; `dress` is the class of a column's cells."""

    standing: Standing = Standing.KEPT
    change: int = 0
    dress: str = ""

    @property
    def whole(self) -> bool:
        """Whether it stands in one edition only."""
        return self.standing in AGES


KEPT = Track()


def table_html(pen: Pen, table: Table[RedlineLeaf]) -> str:
    """A table as it stands in one edition."""
    return compared_table_html(pen, ComparedTable(table, (), (), (table.number, table.number)))


def compared_table_html(pen: Pen, compared: ComparedTable) -> str:
    """A table of both editions: rows and columns that came and went are marked as such."""
    table = compared.table
    line = heading_line(pen, TABLE, compared.number, table.caption)
    caption = f"<caption{pen.target(table.key)}>{line}</caption>" if line else ""
    columns = _columns(compared)
    head = "".join(_head_cell(pen, *pair) for pair in zip(table.head.cells, _endless(columns), strict=False))
    rows = zip(table.body, _endless([Track(*turn) for turn in compared.rows]), strict=False)
    body = "".join(_row(pen, row, track, columns) for row, track in rows)
    grid = f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="tabell"><div class="rulla">{grid}</div>{"".join(_below(pen, table))}</div>'


def _columns(compared: ComparedTable) -> list[Track]:
    turns = chain(compared.columns, repeat((Standing.KEPT, 0)))
    looks = [CLASSES.get(column.align, "") for column in compared.table.columns]
    return [Track(*turn, dress if n else "") for n, (turn, dress) in enumerate(zip(turns, looks, strict=False))]


def _endless(tracks: Sequence[Track]) -> Iterator[Track]:
    return chain(tracks, repeat(KEPT))


def _head_cell(pen: Pen, cell: Cell[RedlineLeaf], column: Track) -> str:
    own, lead = _lead(pen, column)
    content = lead + _lines(pen, cell, column)
    name, scope = ("th", ' scope="col"') if content else ("td", "")
    return f"<{name}{own}{scope}{column.dress}{_standing(pen, column)}>{content}</{name}>"


def _row(pen: Pen, row: Row[RedlineLeaf], track: Track, columns: Sequence[Track]) -> str:
    pen = aged(pen, AGES.get(track.standing, pen.age))
    own, lead = _lead(pen, track)
    cells = "".join(
        _cell(pen, cell, column, n == 0, "" if n else lead)
        for n, (cell, column) in enumerate(zip(row.cells, _endless(columns), strict=False))
    )
    total = ' class="summa"' if row.kind is RowKind.TOTAL else ""
    return f"<tr{own}{total}{_standing(pen, track)}>{cells}</tr>"


def _cell(pen: Pen, cell: Cell[RedlineLeaf], column: Track, first: bool, lead: str) -> str:
    content = lead + _lines(pen, cell, column)
    name, scope = ("th", ' scope="row"') if first and content else ("td", "")
    return f"<{name}{scope}{column.dress}{_standing(pen, column)}>{content}</{name}>"


def _lines(pen: Pen, cell: Cell[RedlineLeaf], column: Track) -> str:
    of_column = aged(pen, AGES.get(column.standing, pen.age))
    return "<br>".join(text_html(of_column, line) for line in cell.lines)


def _lead(pen: Pen, track: Track) -> tuple[str, str]:
    """The id of a row or column that came or went, and what stands before its words."""
    if not track.whole:
        return "", ""
    own, number = whole_sign(pen, _cause(pen, track), track.change)
    return own, number + label(track.standing)


def _standing(pen: Pen, track: Track) -> str:
    return marked(_cause(pen, track), track.change) + side(AGES[track.standing]) if track.whole else ""


def _cause(pen: Pen, track: Track) -> Cause:
    return pen.causes.get(track.change, Cause.STRUCTURE)


def _below(pen: Pen, table: Table[RedlineLeaf]) -> Iterator[str]:
    yield source_line(pen, table.source)
    for note in table.notes:
        yield f'<p class="tabellnot">{_note_lead(note)}{text_html(pen, note.content)}</p>'
    if table.symbols:
        meanings = "; ".join(f"{words(symbol)}{HARD_SPACE}= {words(meaning)}" for symbol, meaning in table.symbols)
        yield f'<p class="tabellnot">Teckenförklaring: {meanings}.</p>'


def _note_lead(note: TableNote[RedlineLeaf]) -> str:
    return f"<sup>{words(note.letter)}</sup>{HARD_SPACE}" if note.letter else NOTE

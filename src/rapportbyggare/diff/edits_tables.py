"""Whole tables and rows that came or went in an edited copy: each is one edit, not one for each cell."""

from collections.abc import Callable, Container, Sequence
from itertools import groupby

from rapportbyggare.diff.edits_units import CELL, Unit

Cells = Sequence[Unit]


def whole(units: Sequence[Unit], alone: Container[object]) -> dict[int, Cells]:
    """The cells of each table, or else of each row, that stands in one of the two only, by the index of the first.

    `alone` tells which stretches do.
    """
    found: dict[int, Cells] = {}
    for table in _tables(units):
        rows = [[n for n, _ in row] for _, row in groupby(table, lambda one: one[1].row)]
        every = [[n for row in rows for n in row]]
        parts = every if all(n in alone for n in every[0]) else rows
        found |= {part[0]: [units[n] for n in part] for part in parts if all(n in alone for n in part)}
    return found


def _tables(units: Sequence[Unit]) -> list[list[tuple[int, Unit]]]:
    """The cells of each table, with their indexes; those of the next begin from the first row again."""
    tables: list[list[tuple[int, Unit]]] = []
    for n, unit in enumerate(units):
        if unit.kind == CELL:
            if not tables or (unit.row, unit.column) <= (tables[-1][-1][1].row, tables[-1][-1][1].column):
                tables.append([])
            tables[-1].append((n, unit))
    return tables


def name_of(cells: Cells) -> str:
    """What a table, or a row of one, is called."""
    table, _, _ = cells[0].where.partition(", kolumnrubriken ")
    return table.rpartition(", kolumn ")[0] or table


def _rows(cells: Cells, said: Callable[[Unit], str]) -> list[str]:
    rows = groupby(cells, lambda unit: unit.row)
    return [f"| {' | '.join(said(unit) for unit in row)} |" for _, row in rows]


def words_of(cells: Cells) -> str:
    """What a table says, row by row."""
    return "\n".join(_rows(cells, lambda unit: unit.text))


def table_markdown(cells: Cells, said: Callable[[Unit], str]) -> str:
    """A table or a row as it is written by hand; `said` gives a cell as it is written."""
    head, *body = _rows(cells, said)
    rule = [f"|{'---|' * sum(unit.row == 0 for unit in cells)}"] if cells[0].row == 0 else []
    return "\n".join((head, *rule, *body))

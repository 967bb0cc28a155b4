"""Widths of a table's columns, and where its decimal commas stand."""

import re

from rapportbyggare.core.blocks import Align, Row, Table
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import DocumentInline, DocumentLeaf, DocumentText, NoteNumber, TableNoteMark
from rapportbyggare.core.walk import values_in

SAMPLE = 200
PADDING = 85
LEAST, MOST = 6, 40
DECIMALS = re.compile(r"\d(,\d.*)$")
REST = re.compile(r"\d(\D+)$")
MOST_ROWS = 15
MOST_LINES = 24
MARK_SHARE = 0.34
NARROW = {",": 0.25, ".": 0.25, "\u00a0": 0.23, "%": 0.72}
DIGIT = 0.51


def column_widths(table: Table[DocumentLeaf], room: int) -> tuple[int, ...]:
    """Widths that fill `room` exactly: the author's shares, else by what the columns hold."""
    given = [column.width for column in table.columns]
    shares = [width for width in given if width]
    weights = [float(share) for share in shares] if len(shares) == len(given) else weighed(table)
    return shared(weights, room)


def shared(weights: list[float], room: int) -> tuple[int, ...]:
    """Room shared by weight, without remainder."""
    total = sum(weights) or 1.0
    edges = [round(room * sum(weights[: n + 1]) / total) for n in range(len(weights))]
    return tuple(edge - before for edge, before in zip(edges, [0, *edges[:-1]], strict=True))


def weighed(table: Table[DocumentLeaf]) -> list[float]:
    """Each column's longest line in characters, within reason; columns of numbers are as wide as the widest of them."""
    rows = (table.head, *table.body[:SAMPLE])
    lengths = [longest(rows, n) for n in range(len(table.columns))]
    numbers = [n for n, column in enumerate(table.columns) if n and column.align in (Align.DECIMAL, Align.RIGHT)]
    widest = max((lengths[n] for n in numbers), default=0)
    return [float(widest if n in numbers else length) for n, length in enumerate(lengths)]


def longest(rows: tuple[Row[DocumentLeaf], ...], column: int) -> int:
    """The longest line of a column."""
    lines = (plain(line) for row in rows if column < len(row.cells) for line in row.cells[column].lines)
    return min(max(max((len(line) for line in lines), default=LEAST), LEAST), MOST)


def decimal_stop(table: Table[DocumentLeaf], column: int, width: int, size: float) -> int | None:
    """Where a column's decimal comma stands, from the cell's text edge; None when no cell has decimals or is marked as revised.

    `size` is the type size in points; room is left for the longest decimals and marks after them.
    """
    lines = [line for row in table.body[:SAMPLE] if column < len(row.cells) for line in row.cells[column].lines]
    revised = any(value.printed for line in lines for value in values_in(line))
    tails = [tail(line, revised) for line in lines]
    if not any(decimals for decimals, _ in tails):
        return None
    return max(0, width - 2 * PADDING - round(max(sum(pair) for pair in tails) * size * 20))


def tail(line: DocumentText, revised: bool = False) -> tuple[float, float]:
    """Width from the decimal comma on, and width of marks of notes, in one line, as shares of the type size.

    In a column with `revised` figures what stands after a whole number counts as decimals.
    """
    words = plain(line)
    found = DECIMALS.search(words) or (REST.search(words) if revised else None)
    marks = sum([len(mark_of(item)) for item in line])
    return sum([NARROW.get(character, DIGIT) for character in found[1]]) if found else 0.0, marks * MARK_SHARE


def mark_of(item: DocumentInline) -> str:
    """What a mark of a note shows; "" for anything else."""
    match item:
        case NoteNumber(number):
            return str(number)
        case TableNoteMark(letter):
            return letter
        case _:
            return ""


def is_short(table: Table[DocumentLeaf], widths: tuple[int, ...], size: float) -> bool:
    """Whether a table is to be kept on one page: few rows, and few lines of `size` points when long words wrap."""
    rows = (table.head, *table.body)
    return len(table.body) <= MOST_ROWS and sum(lines_of(row, widths, size) for row in rows) <= MOST_LINES


def lines_of(row: Row[DocumentLeaf], widths: tuple[int, ...], size: float) -> int:
    """How many lines a row takes, roughly."""
    cells = zip(row.cells, widths, strict=False)
    return max([sum([wrapped(plain(line), width, size) for line in cell.lines]) for cell, width in cells], default=1)


def wrapped(words: str, width: int, size: float) -> int:
    """Lines that words take in a column, roughly."""
    return 1 + round(len(words) * size * 20 * DIGIT) // max(1, width - 2 * PADDING)

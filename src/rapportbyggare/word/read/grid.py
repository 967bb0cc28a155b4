"""The rows of a table as they lie: spans and merged cells laid out on its grid."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapportbyggare.core.blocks import Align
from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.read.fields import Item
from rapportbyggare.word.read.ground import order_of
from rapportbyggare.word.read.messages import LIST_IN_CELL, TABLE_IN_CELL
from rapportbyggare.word.read.pen import Pen
from rapportbyggare.word.roles import Role
from rapportbyggare.word.values import number, said

if TYPE_CHECKING:
    from lxml.etree import _Element

P, TBL, TR, TC = map(w, ("p", "tbl", "tr", "tc"))
INSIDE = frozenset(map(w, ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")))
ALIGNS = {"right": Align.RIGHT, "end": Align.RIGHT, "center": Align.CENTER}
MOST_COLUMNS = 100


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its paragraphs, how they stand, and whether they are those of a row that sums others."""

    lines: tuple[tuple[Item, ...], ...]
    align: Align = Align.LEFT
    total: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row; what merged cells cover is empty cells."""

    cells: tuple[GridCell, ...]


EMPTY = GridCell(((),))


def grid_rows(table: "_Element", pen: Pen) -> Iterator[GridRow]:
    """The rows of a table, its cells read in order."""
    for row in _within(table, TR):
        yield GridRow(tuple(_cells(row, pen))[:MOST_COLUMNS])


def _cells(row: "_Element", pen: Pen) -> Iterator[GridCell]:
    yield from _empty(said(row, "trPr", "gridBefore"), 0)
    for cell in _within(row, TC):
        merged = cell.find(f"{w('tcPr')}/{w('vMerge')}")
        read = _cell(cell, pen)
        yield EMPTY if merged is not None and said(cell, "tcPr", "vMerge") != "restart" and not any(read.lines) else read
        yield from _empty(said(cell, "tcPr", "gridSpan"), 1)
    yield from _empty(said(row, "trPr", "gridAfter"), 0)


def _empty(columns: str, less: int) -> Iterator[GridCell]:
    return iter([EMPTY] * (min(number(columns) or less, MOST_COLUMNS) - less))


def _cell(cell: "_Element", pen: Pen) -> GridCell:
    paragraphs = list(_paragraphs(cell, pen))
    first = paragraphs[0] if paragraphs else None
    known = None if first is None else pen.ground.known.get(order_of(first))
    align = Align.LEFT if first is None else _align(first)
    total = known is not None and known.role is Role.TABLE_TOTAL
    return GridCell(tuple(tuple(pen.line(one)) for one in paragraphs) or ((),), align, total)


def _align(paragraph: "_Element") -> Align:
    tabs = paragraph.iterfind(f"{w('pPr')}/{w('tabs')}/{w('tab')}")
    if any(tab.get(w("val")) == "decimal" for tab in tabs):
        return Align.DECIMAL
    return ALIGNS.get(said(paragraph, "pPr", "jc"), Align.LEFT)


def _paragraphs(cell: "_Element", pen: Pen) -> "Iterator[_Element]":
    """The paragraphs of a cell, those of tables inside it too."""
    for element in _within(cell, P, TBL):
        if element.tag == TBL:
            pen.ground.remarks[TABLE_IN_CELL] += 1
            for row in _within(element, TR):
                for inner in _within(row, TC):
                    yield from _paragraphs(inner, pen)
        else:
            known = pen.ground.known.get(order_of(element))
            pen.ground.remarks[LIST_IN_CELL] += known is not None and known.listed is not None
            yield element


def _within(parent: "_Element", *tags: str) -> "Iterator[_Element]":
    """The elements of some names in another, also where a control or a change lies between."""
    for element in parent.iterchildren("*"):
        if element.tag in tags:
            yield element
        elif element.tag in INSIDE:
            yield from _within(element, *tags)

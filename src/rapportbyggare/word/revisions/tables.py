"""Rows and cells that came or went as tracked changes."""

from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.lint.tables import span
from rapportbyggare.word.revisions.names import MARKERS, drop, killed, parent_of

if TYPE_CHECKING:
    from lxml.etree import _Element

MERGED = {"rest": "restart", "cont": "continue"}


def resolve_tables(root: "_Element", accept: bool) -> None:
    """Every tracked row and cell of a story; a row or table that loses all it holds goes too."""
    for row in [row for row in root.iter(w("tr")) if row_goes(row, accept)]:
        leave(row, w("tbl"), w("tr"))
    for mark in list(root.iter(w("cellIns"), w("cellDel"))):
        resolve_cell(mark, accept)
    for mark in list(root.iter(w("cellMerge"))):
        resolve_merge(mark, accept)


def row_goes(row: "_Element", accept: bool) -> bool:
    """Whether a row goes; one that stays is no longer marked."""
    properties = row.find(w("trPr"))
    marks = [] if properties is None else [one for one in properties if one.tag in MARKERS]
    for mark in marks:
        drop(mark)
    return any(mark.tag in killed(accept) for mark in marks)


def leave(part: "_Element", whole: str, kind: str) -> None:
    """A part goes, and the `whole` it is part of with its last part of that kind."""
    parent = parent_of(part)
    parent.remove(part)
    if parent.tag == whole and next(parent.iter(kind), None) is None:
        leave(parent, w("tbl"), w("tr")) if whole == w("tr") else drop(parent)


def resolve_cell(mark: "_Element", accept: bool) -> None:
    """A cell that came or went."""
    properties = parent_of(mark)
    cell = properties.getparent()
    drop(mark)
    if mark.tag != (w("cellDel") if accept else w("cellIns")) or cell is None or cell.getparent() is None:
        return
    before = cell.getprevious()
    leave(cell, w("tr"), w("tc"))
    if accept and before is not None and before.tag == w("tc"):
        widen(before)


def widen(cell: "_Element") -> None:
    """A cell takes the columns that its row has no cell for: cells were merged, not a column deleted."""
    row = parent_of(cell)
    columns = len(parent_of(row).findall(f"{w('tblGrid')}/{w('gridCol')}"))
    free = columns - sum(span(one) for one in row.iterchildren(w("tc")))
    if free > 0:
        spread(cell, span(cell) + free)


def spread(cell: "_Element", columns: int) -> None:
    """A cell over so many columns."""
    properties = cell.find(w("tcPr"))
    if properties is None:
        return
    spanned = properties.find(w("gridSpan"))
    if spanned is None:
        spanned = cell.makeelement(w("gridSpan"), {})
        properties.insert(1 if properties.find(w("tcW")) is not None else 0, spanned)
    spanned.set(w("val"), str(columns))


def resolve_merge(mark: "_Element", accept: bool) -> None:
    """A cell that was merged with those above or below it, or parted from them."""
    state = mark.get(w("vMerge" if accept else "vMergeOrig"))
    if state is not None:
        made = mark.makeelement(w("vMerge"), {w("val"): MERGED.get(state, state)})
        mark.addprevious(made)
    drop(mark)

"""Which stretch of an edited copy a tracked change or a comment stands in."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapportbyggare.core.place import Place
from rapportbyggare.core.read import PendingChange, Where
from rapportbyggare.diff.edits_units import CELL, NOTE, Unit

ORDER = re.compile(r"\d+$")
Cell = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Spots:
    """Where the stretches of a copy stand: by paragraph, by the table's first paragraph with row and column, by note.

    `orders` are those of the paragraphs, rising, `tables` those of the tables.
    """

    units: Sequence[Unit]
    paragraphs: Mapping[int, int]
    cells: Mapping[Cell, int]
    notes: Mapping[int, int]
    orders: Sequence[int]
    tables: Sequence[int]

    def at(self, where: Where) -> tuple[int | None, bool]:
        """The index of the stretch that something stands in, else of the one before it; and whether it stands in it."""
        if where.part:
            return None, False
        if where.note:
            return self.notes.get(where.note), where.note in self.notes
        if where.row >= 0 and (table := before(self.tables, where.order)) is not None:
            found = self.cells.get((table, where.row, where.column))
            if found is not None:
                return found, True
        if where.order in self.paragraphs:
            return self.paragraphs[where.order], True
        near = before(self.orders, where.order)
        return (None if near is None else self.paragraphs[near]), False

    def changes(self, unit: Unit, pending: Iterable[PendingChange]) -> tuple[PendingChange, ...]:
        """The tracked changes that stand in a stretch."""
        found = ((change, *self.at(change.where)) for change in pending)
        return tuple(change for change, index, exact in found if exact and index is not None and self.units[index] is unit)


def spots_of(units: Sequence[Unit]) -> Spots:
    """The stretches of a copy made ready to be looked for."""
    orders = [order_of(unit.place) for unit in units]
    paragraphs = {orders[n]: n for n in reversed(range(len(units))) if units[n].kind not in (CELL, NOTE)}
    cells = {(orders[n], unit.row, unit.column): n for n, unit in enumerate(units) if unit.kind == CELL}
    notes = {unit.number: n for n, unit in enumerate(units) if unit.kind == NOTE}
    return Spots(units, paragraphs, cells, notes, sorted(paragraphs), sorted({table for table, _, _ in cells}))


def order_of(place: Place) -> int:
    """Which paragraph of its file a place is, 0 for none."""
    found = ORDER.search(place.cell)
    return int(found.group()) if found else 0


def before(orders: Sequence[int], order: int) -> int | None:
    """The last of some rising orders that is not after another."""
    place = bisect_right(orders, order)
    return orders[place - 1] if place else None

"""Where some rows are, as a message says it: the first of them by name, the rest by number."""

from collections.abc import Sequence

import polars as pl

from rapportbyggare.core.place import Place
from rapportbyggare.intake.units_frame import Units
from rapportbyggare.typography.words import join_words

Where = tuple[Place, int, str]
"""Some rows: the place of the first, how many they are, and their cells or rows as text ("C17, C18 och 4 till")."""

_NAMED = 12


def where(units: Units, mask: pl.Series, column: str = "") -> Where | None:
    """The rows that `mask` picks, by their cells under `column` or by number; None when there are none."""
    count = int(mask.sum())
    if not count:
        return None
    rows = [int(row) for row in units.rows.filter(mask).head(_NAMED)]
    names = [units.address(row, column) for row in rows] if column else [str(row) for row in rows]
    return units.place(rows[0], column), count, f"{'' if column else 'rad '}{listed(names, count)}"


def listed(names: Sequence[str], count: int) -> str:
    """The first of `count` names, and how many more there are."""
    shown = names[:_NAMED]
    return f"{', '.join(shown)} och {count - len(shown)} till" if count > len(shown) else join_words(shown)

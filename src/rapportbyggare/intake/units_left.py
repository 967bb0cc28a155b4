"""What the rows that a filter leaves out have in its column: only short words and codes that many rows share."""

import re

import polars as pl

from rapportbyggare.intake.masking import has_identity, may_be_a_person
from rapportbyggare.intake.units_frame import Coded

_TOLD = 4
_LONGEST = 20
_KINDS = 30
"""With more different values than these the column is hardly one of codes."""
_LONG_NUMBER = re.compile(r"[0-9]{6}")


def left_values(column: Coded, left: pl.Series) -> str:
    """The commonest values of the rows in `left`, each with its number of rows; "" when none of them may be told.

    A word that stands in a single row is not told unless it is a code of digits: it may be somebody's name.
    """
    counts = column.codes.filter(left).value_counts(sort=True, name="antal")
    rows = sorted(counts.iter_rows(), key=lambda row: (-row[1], column.cells[row[0]].text))
    told = [(column.cells[code].text, count) for code, count in rows if _may_be_told(column.cells[code].text, count)]
    if not told or len(rows) > _KINDS:
        return ""
    shown = [f"”{text}” ({count})" for text, count in told[:_TOLD]]
    return ", ".join(shown) + (" och andra" if len(rows) > len(shown) else "")


def _may_be_told(text: str, count: int) -> bool:
    if not text or len(text) > _LONGEST or _LONG_NUMBER.search(text) or has_identity(text):
        return False
    return text.isdecimal() or (count > 1 and not may_be_a_person(text))

"""The numbers of units, exactly: whole numbers of a fraction of the catalogue's unit, never binary doubles."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import polars as pl

from rapportbyggare.core.problem import Problem
from rapportbyggare.intake import units_messages as messages
from rapportbyggare.intake.columns import NumberUnit
from rapportbyggare.intake.findings import Findings
from rapportbyggare.intake.numbers import Amount, Written, read_amount
from rapportbyggare.intake.units_filters import Judge
from rapportbyggare.intake.units_frame import Coded, Units
from rapportbyggare.intake.units_listing import where

NO_COUNT = "inget-antal"
_LARGEST = Decimal(10) ** 18
_FINEST = 9


@dataclass(frozen=True, slots=True)
class Numbers:
    """A column of numbers: `values` are whole (Int128), null where there is none, and 10 to `decimals` times too large."""

    values: pl.Series
    decimals: int

    def exact(self, total: int) -> Decimal:
        """A sum of the values in the catalogue's unit."""
        return Decimal(total).scaleb(-self.decimals)


def read_numbers(units: Units, name: str, counted: pl.Series, judge: Judge, findings: Findings) -> Numbers:
    """The numbers of a column. Of the rows in `counted`, those without one are remarked, the unreadable ones refused."""
    column, declared = units.columns[name], judge.map_.columns[name]
    written = Written(declared.unit, judge.map_.words, judge.map_.file, beyond=judge.map_.beyond)
    blank = column.blank(judge.is_blank)
    place = units.place(0, name)
    empty = [judge.is_blank(cell) for cell in column.cells]
    found_in = [None if none else read_amount(cell, place, written) for cell, none in zip(column.cells, empty, strict=True)]
    read = [_exact(one) for one in found_in]
    reasons = [_reason(one, value) for one, value in zip(found_in, read, strict=True)]
    if found := where(units, blank & counted, name):
        findings.remark(messages.no_number, found, judge.title(name))
    for reason in dict.fromkeys(one for one in reasons if one is not None):
        if found := where(units, column.picked([one == reason for one in reasons]) & counted, name):
            make = messages.no_count if reason == NO_COUNT else messages.unreadable_number
            findings.refuse(make, found, judge.title(name), name, judge.map_.file)
    as_text = column.picked([isinstance(one, Amount) and one.as_text for one in found_in]) & counted
    if units.sheet and (found := where(units, as_text, name)):
        findings.remark(messages.stored_as_text, found, judge.title(name))
    return _scaled(column, read, declared.unit)


def _reason(read: object, value: Decimal | None) -> str | None:
    """Why a cell gives no number that can be summed, as a problem's code; None when it gives one, or is blank."""
    if read is None or value is not None:
        return None
    return NO_COUNT if isinstance(read, Problem) and read.code == NO_COUNT else ""


def _exact(read: object) -> Decimal | None:
    """An amount that can be summed without losing anything; None for any other."""
    if isinstance(read, Problem) or not isinstance(read, Amount) or abs(read.value) >= _LARGEST:
        return None
    return read.value if _decimals(read.value) <= _FINEST else None


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else _FINEST + 1


def _scaled(column: Coded, read: Sequence[Decimal | None], unit: NumberUnit | None) -> Numbers:
    decimals = max((_decimals(value) for value in read if value is not None), default=0)
    known = [None if value is None else int(value.scaleb(decimals)) for value in read]
    values = pl.Series(known, dtype=pl.Int128).gather(column.codes)
    if column.whole is not None:
        factor = int((unit.factor if unit else Decimal(1)).scaleb(decimals))
        values = pl.select((column.whole.cast(pl.Int128) * pl.lit(factor, dtype=pl.Int128)).fill_null(values)).to_series()
    return Numbers(values, decimals)

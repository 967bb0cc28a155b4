"""Units to totals: counted and summed for each year and place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import reduce

import polars as pl

from rapportbyggare.intake.units_numbers import Numbers
from rapportbyggare.intake.units_rules import Calculation, Level, Sort

_COMPLETE = "fullständig"
_TOP, _BOTTOM = "täljare", "nämnare"


@dataclass(frozen=True, slots=True)
class Ready:
    """The units as what totals are made of, all columns of one length.

    `years` are whole years, `municipalities` positions among `names` (null when not known), `in_county` truths; `choices`
    are, for each named filter, which units pass it, and `numbers` the numbers of each column.
    """

    years: pl.Series
    municipalities: pl.Series
    in_county: pl.Series
    names: Sequence[str]
    choices: Mapping[str, pl.Series]
    numbers: Mapping[str, Numbers]

    def among(self, names: Sequence[str]) -> pl.Series:
        """Which units pass every filter of some names; by no name, all."""
        every = pl.repeat(True, len(self.years), dtype=pl.Boolean, eager=True)
        return reduce(lambda some, name: some & self.choices[name], names, every)


@dataclass(frozen=True, slots=True)
class Totals:
    """What the units of a year and a place come to, in the catalogue's unit.

    `units` are those with every number that is needed, out of `candidates`. `top` and `bottom` are the sums above and
    below the line (a count's and a sum's `bottom` is 0), and `largest` and `weight` the largest single amount in `top`
    and the sum of all of them, both without sign.
    """

    candidates: int = 0
    units: int = 0
    top: Decimal = field(default_factory=Decimal)
    bottom: Decimal = field(default_factory=Decimal)
    largest: Decimal = field(default_factory=Decimal)
    weight: Decimal = field(default_factory=Decimal)


def totals_of(one: Calculation, level: Level, ready: Ready) -> dict[tuple[int, str], Totals]:
    """The totals of a calculation by year and municipality ("" for the county and the country)."""
    frame = _frame(one, ready).filter(_of_level(level, ready) & ready.among(one.among))
    keys = ["year", "area"] if level is Level.MUNICIPALITY else ["year"]
    complete, top = pl.col(_COMPLETE), pl.col(_TOP).filter(pl.col(_COMPLETE))
    sums = frame.group_by(keys, maintain_order=True).agg(
        pl.len().alias("candidates"),
        complete.sum().alias("units"),
        top.sum().alias("top"),
        pl.col(_BOTTOM).filter(complete).sum().alias("bottom"),
        top.abs().max().fill_null(0).alias("largest"),
        top.abs().sum().alias("weight"),
    )
    return dict(_read(one, sums, ready))


def _frame(one: Calculation, ready: Ready) -> pl.DataFrame:
    """The units' year and municipality, what each adds above and below the line, and whether all its numbers are known."""
    top, bottom = _lines(one, ready)
    return pl.DataFrame(
        {
            "year": ready.years,
            "area": ready.municipalities,
            _TOP: top,
            _BOTTOM: bottom,
            _COMPLETE: top.is_not_null() & bottom.is_not_null(),
        }
    )


def _lines(one: Calculation, ready: Ready) -> tuple[pl.Series, pl.Series]:
    """What each unit adds above and below the line; null where a number is missing."""
    ones = pl.repeat(1, len(ready.years), dtype=pl.Int64, eager=True)
    match one.sort:
        case Sort.COUNT:
            return ones, ones * 0
        case Sort.SUM:
            return ready.numbers[one.column].values, ones * 0
        case Sort.RATIO:
            return ready.numbers[one.numerator].values, ready.numbers[one.denominator].values
        case Sort.SHARE:
            whole = ready.numbers[one.column].values if one.column else ones
            return whole * ready.among(one.part).cast(whole.dtype), whole


def _of_level(level: Level, ready: Ready) -> pl.Series:
    match level:
        case Level.MUNICIPALITY:
            return ready.municipalities.is_not_null()
        case Level.COUNTY:
            return ready.in_county
        case Level.COUNTRY:
            return pl.repeat(True, len(ready.years), dtype=pl.Boolean, eager=True)


def _read(one: Calculation, sums: pl.DataFrame, ready: Ready) -> Iterator[tuple[tuple[int, str], Totals]]:
    plain = Numbers(sums["year"], 0)
    above = ready.numbers[one.numerator or one.column] if one.numerator or one.column else plain
    below = ready.numbers[one.denominator or one.column] if one.denominator or one.column else plain
    for row in sums.iter_rows(named=True):
        yield (
            (row["year"], ready.names[row["area"]] if "area" in row else ""),
            Totals(
                row["candidates"],
                row["units"],
                above.exact(row["top"]),
                below.exact(row["bottom"]),
                above.exact(row["largest"]),
                above.exact(row["weight"]),
            ),
        )

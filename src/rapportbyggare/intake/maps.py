"""The declared maps: how a source's files are laid out, and what stands in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from rapportbyggare.intake.columns import Column, NumberUnit, Word
from rapportbyggare.intake.units_rules import UnitRules

FOLDER = "report/kallor"
FOOTERS = ("Summa", "Totalt", "Källa", "Anm")


class Kind(Enum):
    """What a file's rows are: units to be counted, the cells of a cross table, or one fact each."""

    UNITS = "enheter"
    CROSSTAB = "korstabell"
    LONG = "lang"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a cross table may be about: a measure and the words that tell of it in a heading, a sheet's name or a row.

    `unit` is what the numbers are in; `sums` whether the municipalities' values make the county's. `base_of` is for
    rows that hold the number of units behind other measures, and then `indicator` is "". `note` is what is known of all its
    amounts, for rows that have no note of their own.
    """

    indicator: str
    measure: str
    names: tuple[str, ...]
    unit: NumberUnit
    sums: bool
    base_of: tuple[tuple[str, str], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class SourceMap:
    """The layout of a source's files. `file` is the map's own; `source` is "" when the facts' indicators tell it.

    `area` is the place of every fact when no column tells it, `skipped` headings (with *) that are not read. With `beyond`
    its percentages may be under 0 or over 100, as changes are.
    """

    name: str
    file: str
    source: str
    kind: Kind
    patterns: tuple[str, ...]
    sheets: tuple[str, ...]
    header_rows: int
    footers: tuple[str, ...]
    columns: Mapping[str, Column]
    place_names: Mapping[str, str]
    words: tuple[Word, ...]
    area: str
    skipped: tuple[str, ...]
    subjects: tuple[Subject, ...]
    rules: UnitRules | None
    beyond: bool = False

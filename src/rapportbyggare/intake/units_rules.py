"""What a map of units says: which rows count, for which year, where, and what they are counted to."""

from dataclasses import dataclass
from enum import Enum

from rapportbyggare.core.figure import Status
from rapportbyggare.core.place import Place


class Sort(Enum):
    """How rows become a number: counted, summed, one sum by another, or a part of them in percent."""

    COUNT = "antal"
    SUM = "summa"
    RATIO = "kvot"
    SHARE = "andel"


class Level(Enum):
    """The places a number is computed for."""

    MUNICIPALITY = "kommun"
    COUNTY = "län"
    COUNTRY = "riket"


class Extent(Enum):
    """Whether a file holds every unit, or only those that are counted: then no share of every unit can be computed."""

    ALL = "alla"
    CHOSEN = "urval"


@dataclass(frozen=True, slots=True)
class Year:
    """A year: the one given, or the extract's plus `offset` when `given` is 0."""

    given: int = 0
    offset: int = 0


@dataclass(frozen=True, slots=True)
class YearRule:
    """The year of a row: `fixed`, or what stands in `column`, of which those from `first` to `last` count."""

    fixed: Year | None = None
    column: str = ""
    first: Year | None = None
    last: Year | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on the rows. Without a name it holds for every calculation; those of one name hold together.

    One of: `one_of` or `none_of` some texts, standing in a list of codes (or a `group` of it), or being `present`.
    """

    name: str
    column: str
    one_of: tuple[str, ...]
    none_of: tuple[str, ...]
    code_list: str
    group: str
    present: bool | None
    place: Place


@dataclass(frozen=True, slots=True)
class Calculation:
    """A measure and how it is computed, for the rows that pass every filter named in `among`.

    COUNT: the rows. SUM: of `column`. RATIO: the sum of `numerator` by that of `denominator` (columns). SHARE: the rows
    that also pass the filters `part`, in percent of the rows; by `column` when it is given, else by number.
    """

    indicator: str
    measure: str
    sort: Sort
    column: str
    numerator: str
    denominator: str
    part: tuple[str, ...]
    among: tuple[str, ...]
    levels: tuple[Level, ...]

    @property
    def numbers(self) -> tuple[str, ...]:
        """The columns whose numbers are summed."""
        return tuple(name for name in (self.column, self.numerator, self.denominator) if name)


@dataclass(frozen=True, slots=True)
class UnitRules:
    """The rules of a map of units.

    `key` are the columns that tell one unit from another, `areas` those that may tell its municipality (the first that
    a file has is used), `period` those where a unit's period begins and ends. `final_from` is a pattern such as
    "{ar+2}-04-01": the first extract in which a year's numbers are definitive ("": `status` says what they are).
    """

    key: tuple[str, ...]
    year: YearRule
    areas: tuple[str, ...]
    extent: Extent
    status: Status
    final_from: str
    period: tuple[str, ...]
    filters: tuple[Filter, ...]
    calculations: tuple[Calculation, ...]

    def named(self, name: str) -> tuple[Filter, ...]:
        """The filters of a name, all of which a row must pass."""
        return tuple(one for one in self.filters if one.name == name)

    def chosen(self, names: tuple[str, ...]) -> tuple[Filter, ...]:
        """The filters of some names."""
        return tuple(one for name in names for one in self.named(name))

    @property
    def numbers(self) -> tuple[str, ...]:
        """The columns whose numbers are summed, each once."""
        return tuple(dict.fromkeys(name for one in self.calculations for name in one.numbers))

    @property
    def used(self) -> tuple[str, ...]:
        """Every column the rules ask about, each once; of the places only one has to be there."""
        asked = (*self.key, self.year.column, *self.period, *(one.column for one in self.filters), *self.numbers)
        return tuple(dict.fromkeys(name for name in asked if name))

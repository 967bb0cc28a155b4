"""A figure on its way from a cell of a delivery to a word on a page."""

from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from rapportbyggare.core.place import Place


class Status(Enum):
    """What is known of a fact; the values are what stands in the dataset's column `status`."""

    DEFINITIVE = "definitiv"
    PRELIMINARY = "preliminär"
    NOT_YET = "mäts senare"
    MISSING = "saknas"
    IMPOSSIBLE = "kan inte finnas"
    CONFIDENTIAL = "sekretess"

    @property
    def has_amount(self) -> bool:
        """Whether a number belongs to the status."""
        return self in (Status.DEFINITIVE, Status.PRELIMINARY)


class Unit(Enum):
    """What a number counts; the values are what stands in the catalogue."""

    COUNT = "antal"
    PIECES = "st"
    PERCENT = "procent"
    POINTS = "procentenheter"
    KRONOR = "kr"
    INDEX = "index"

    @property
    def is_count(self) -> bool:
        """Whether it counts things, one by one."""
        return self in (Unit.COUNT, Unit.PIECES)

    @property
    def adds_up(self) -> bool:
        """Whether the amounts of a whole's parts make that of the whole, added."""
        return self.is_count or self is Unit.KRONOR


class Origin(NamedTuple):
    """Where an amount was read: the delivery and the cell of its file.

    `extract` is the date or month (`2025-07`) the source was read, `received` the date it was taken in;
    `place` is the observation's own row in the archive, `cell` the cell of the source's file as written there.
    """

    delivery: int
    source: str
    extract: str
    received: str
    place: Place
    cell: str = ""


class FactKey(NamedTuple):
    """What a fact is about. `year` is 0 for a fact without a known year.

    A named tuple, since every look-up hashes it.
    """

    indicator: str
    measure: str
    year: int
    area: str


class ComputedKey(NamedTuple):
    """What tells a computed figure from others: how it is written, and the facts it is computed from.

    The facts are known as a ledger tells of them, each part by itself; a year is written, "" without one.
    """

    source: str
    indicators: frozenset[str]
    measures: frozenset[str]
    years: frozenset[str]
    areas: frozenset[str]


def computed_key(source: str, facts: tuple[FactKey, ...]) -> ComputedKey:
    """The key of a figure that the expression `source` computes from facts."""
    indicators, measures, years, areas = zip(*facts, strict=True) if facts else ((), (), (), ())
    written = frozenset(str(year or "") for year in years)
    return ComputedKey(source, frozenset(indicators), frozenset(measures), written, frozenset(areas))


class Observation(NamedTuple):
    """One fact as one delivery gives it.

    `amount` is unrounded and None unless the status has one; `measured` is the year a fact not measured
    yet will be; `base` is the number of units (companies, projects) behind the amount.
    """

    key: FactKey
    amount: Decimal | None
    status: Status
    period: str
    base: int | None
    measured: int | None
    note: str
    origin: Origin


class Format(NamedTuple):
    """How an amount is written. `scale` is the power of ten the unit stands for (3: tkr, 6: mnkr, 9: mdkr).

    `unit_text` replaces the unit's own text (None: the unit's own, "": none); `words` writes small
    numbers as words; `signed` always writes the sign.
    """

    unit: Unit
    decimals: int = 0
    scale: int = 0
    unit_text: str | None = None
    words: bool = False
    signed: bool = False


class Reason(NamedTuple):
    """Why there can be no amount, in Swedish, for the author who needs one."""

    code: str
    message: str
    expected: str
    remedy: str


class DoubtKind(Enum):
    """What makes a comparison uncertain."""

    STATUS = "preliminär mot definitiv"
    COVERAGE = "olika underlag"
    PERIOD = "olika långa perioder"
    DEFINITION = "olika definitioner"


class Doubt(NamedTuple):
    """An uncertain comparison between two facts, or sums of facts; `reserved` when the author acknowledges it."""

    kind: DoubtKind
    new: tuple[FactKey, ...]
    old: tuple[FactKey, ...]
    reserved: bool = False


class Figure(NamedTuple):
    """An amount with all that must follow it: its format, status and origins.

    `key` is the fact it is (None for what an expression computes), `facts` the delivered facts it is computed from,
    `base` the number of units behind it, `broken` the reason when no delivery could give it an amount,
    `doubts` the uncertain comparisons it comes from.
    """

    amount: Decimal | None
    form: Format
    status: Status
    key: FactKey | None
    facts: tuple[FactKey, ...]
    period: str
    base: int | None
    measured: int | None
    origins: tuple[Origin, ...]
    broken: Reason | None = None
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_delivered(self) -> bool:
        """Whether it is a fact of a delivery itself, not computed."""
        return self.facts == (self.key,)

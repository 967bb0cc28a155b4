"""The facts as known on a date, and what the catalogue says of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from rapportbyggare.core.derivation import Break, Derivation, Part
from rapportbyggare.core.figure import ComputedKey, FactKey, Observation, Status, Unit
from rapportbyggare.core.place import Place


class Measure(NamedTuple):
    """One way an indicator is measured: its unit and the decimals it is printed with.

    A value is confidential when fewer than `smallest` units are behind it, or when one of them has the part `dominance`
    of the amount or more (0 and None: no limit). `largest_change` is how much it may differ from the year before without
    being doubted: percent of the earlier value, percentage points for a share (None: no limit). A `derived` measure is
    computed when it is asked for, never stored.
    """

    name: str
    label: str
    unit: Unit
    decimals: int
    smallest: int = 0
    dominance: Decimal | None = None
    derived: Derivation | None = None
    largest_change: Decimal | None = None


class Indicator(NamedTuple):
    """What the catalogue says of an indicator.

    `measures` are in order, the first is the default; `timeless` indicators have facts without a year;
    `period` is a pattern such as "juli {ar}" or "räkenskapsåret {ar}"; `source` is a source's id; `breaks` are the
    years from which it means something else than before, oldest first; `unlike` are the indicators of another
    definition, which it is not compared with.
    """

    name: str
    label: str
    definition: str
    source: str
    period: str
    measures: tuple[Measure, ...]
    timeless: bool
    place: Place
    breaks: tuple[Break, ...] = ()
    unlike: tuple[str, ...] = ()


class Source(NamedTuple):
    """A source of figures. `base_note` is what a preliminary figure's note says, with {antal} and {uttag}.

    `units` is what the number of units behind a figure counts ("aktiebolag").
    """

    name: str
    label: str
    base_note: str
    units: str = "enheter"


class Area(NamedTuple):
    """A place figures are about. `level` is `kommun`, `län` or `riket`."""

    code: str
    name: str
    level: str


class StatusWords(NamedTuple):
    """How a missing status is written in full and as a symbol, and what the symbol means."""

    text: str
    symbol: str
    meaning: str


REVISED = StatusWords("reviderad", "r", "reviderad uppgift")


class Catalogue(NamedTuple):
    """Indicators, sources and areas by name; municipalities in Swedish order.

    `revised` marks, in tables, a figure that a decided edition printed otherwise.
    """

    indicators: Mapping[str, Indicator]
    sources: Mapping[str, Source]
    areas: Mapping[str, Area]
    statuses: Mapping[Status, StatusWords]
    revised: StatusWords = REVISED

    @property
    def municipalities(self) -> tuple[str, ...]:
        """Names of the municipalities, å ä ö last."""
        return tuple(area.name for area in self.areas.values() if area.level == "kommun")

    @property
    def county(self) -> str:
        """The county's name; "" in a catalogue at fault, which has none."""
        return next((area.name for area in self.areas.values() if area.level == "län"), "")


def measure_of(part: Part, indicators: Mapping[str, Indicator]) -> Measure | None:
    """The measure that a part of a derived one names, None when there is none."""
    indicator = indicators.get(part.indicator)
    return next((one for one in indicator.measures if part.measure in ("", one.name)), None) if indicator else None


@dataclass(frozen=True, slots=True)
class Coverage:
    """A block of facts a delivery answers for: each of its measures, for each year, for each area.

    `measures` are pairs of indicator and measure; a `years` of (0,) is for facts without a year.
    """

    measures: tuple[tuple[str, str], ...]
    years: tuple[int, ...]
    areas: tuple[str, ...]

    def __iter__(self) -> Iterator[FactKey]:
        """Every fact of the block."""
        for (indicator, measure), year, area in product(self.measures, self.years, self.areas):
            yield FactKey(indicator, measure, year, area)


class Delivery(NamedTuple):
    """One intake of figures: what it is called, when it was read from its source and when taken in (ISO).

    `file` is the name of the file it came from ("" when a person's word is its origin) and `file_checksum` that
    file's SHA-256; `withdrawn` is the date from which it no longer counts (ISO, "" while it does), `withdrawn_by` the
    number of the withdrawal in the index and `withdrawn_why` its reason. `checksum` is the SHA-256 of the observations
    as the archive stores them.
    """

    number: int
    source: str
    extract: str
    received: str
    file: str
    note: str
    observations: tuple[Observation, ...]
    file_checksum: str = ""
    coverage: tuple[Coverage, ...] = ()
    withdrawn: str = ""
    withdrawn_by: int = 0
    withdrawn_why: str = ""
    checksum: str = ""


class PrintedFact(NamedTuple):
    """What a decided edition printed of a fact or a computed figure.

    Exactly (None: words for a number), as written, and the edition's name.
    """

    amount: Decimal | None
    text: str
    edition: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """Each fact once, as known on `date` (ISO: the newest intake or withdrawal).

    `printed` is what decided editions said of facts, and of figures computed from them.
    """

    catalogue: Catalogue
    observations: Mapping[FactKey, Observation]
    deliveries: tuple[Delivery, ...]
    date: str
    printed: Mapping[FactKey | ComputedKey, PrintedFact] = field(default_factory=dict)

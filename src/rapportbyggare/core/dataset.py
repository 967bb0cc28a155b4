"""The facts as known on a date, and what the catalogue says of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from rapportbyggare.core.figure import FactKey, Observation, Status, Unit
from rapportbyggare.core.place import Place


@dataclass(frozen=True, slots=True)
class Measure:
    """One way an indicator is measured: its unit and the decimals it is printed with."""

    name: str
    label: str
    unit: Unit
    decimals: int


@dataclass(frozen=True, slots=True)
class Indicator:
    """What the catalogue says of an indicator.

    `measures` are in order, the first is the default; `timeless` indicators have facts without a year;
    `period` is a pattern such as "juli {ar}" or "räkenskapsåret {ar}"; `source` is a source's id.
    """

    name: str
    label: str
    definition: str
    source: str
    period: str
    measures: tuple[Measure, ...]
    timeless: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Source:
    """A source of figures. `base_note` is what a preliminary figure's note says, with {antal} and {uttag}."""

    name: str
    label: str
    base_note: str


@dataclass(frozen=True, slots=True)
class Area:
    """A place figures are about. `level` is `kommun`, `län` or `riket`."""

    code: str
    name: str
    level: str


@dataclass(frozen=True, slots=True)
class StatusWords:
    """How a missing status is written in full and as a symbol, and what the symbol means."""

    text: str
    symbol: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Indicators, sources and areas by name; municipalities in Swedish order."""

    indicators: Mapping[str, Indicator]
    sources: Mapping[str, Source]
    areas: Mapping[str, Area]
    statuses: Mapping[Status, StatusWords]

    @property
    def municipalities(self) -> tuple[str, ...]:
        """Names of the municipalities, å ä ö last."""
        return tuple(area.name for area in self.areas.values() if area.level == "kommun")

    @property
    def county(self) -> str:
        """The county's name; "" in a catalogue at fault, which has none."""
        return next((area.name for area in self.areas.values() if area.level == "län"), "")


@dataclass(frozen=True, slots=True)
class Coverage:
    """A block of facts a delivery answers for: each of its measures, for each year, for each area.

    `measures` are pairs of indicator and measure; a `years` of (0,) is for facts without a year.
    """

    measures: tuple[tuple[str, str], ...]
    years: tuple[int, ...]
    areas: tuple[str, ...]

    def __contains__(self, key: FactKey) -> bool:
        return (key.indicator, key.measure) in self.measures and key.year in self.years and key.area in self.areas


@dataclass(frozen=True, slots=True)
class Delivery:
    """One intake of figures: what it is called, when it was read from its source and when taken in (ISO).

    `file` is the name of the file it came from ("" when a person's word is its origin) and `file_checksum` that
    file's SHA-256; `withdrawn` is the date from which it no longer counts (ISO, "" while it does).
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


@dataclass(frozen=True, slots=True)
class Dataset:
    """Each fact once, as known on `date` (ISO: the newest intake used)."""

    catalogue: Catalogue
    observations: Mapping[FactKey, Observation]
    deliveries: tuple[Delivery, ...]
    date: str

"""What differs between two bindings of one draft: facts, figures as printed, words, passages, notes."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Union

from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.document import Document
from rapportbyggare.core.figure import FactKey, Observation, Unit
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.passages.chapters import Chapter
from rapportbyggare.passages.passage import PrintedKind
from rapportbyggare.passages.printed import PrintedThing

BROKEN_CLAIM = "pastaende-galler-inte"
IN_PROSE = (PrintedKind.PROSE, PrintedKind.HEADING, PrintedKind.NOTE)


@dataclass(frozen=True, slots=True)
class Version:
    """A document with the dataset it was bound to and the problems of its binding."""

    document: Document
    dataset: Dataset
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a change stands: in the report's words, under which heading, and in the sources."""

    kind: PrintedKind
    where: str
    chapter: Chapter
    place: Place


@dataclass(frozen=True, slots=True)
class PrintedChange:
    """One printed thing that reads otherwise; None where it does not stand. `derived` is computed from the fact it is told of."""

    old: PrintedThing | None
    new: PrintedThing | None
    derived: bool = False

    @property
    def thing(self) -> PrintedThing:
        """It as it stands now, else as it stood."""
        found = self.new or self.old
        assert found is not None
        return found


class WordKind(Enum):
    """Why words change: by what they say of the figures, in a text made whole from data, of the source, a reference's number."""

    WORDING = "ordval"
    MADE = "gjord av uppgifterna"
    ABOUT = "om källan"
    NUMBERING = "hänvisning"


@dataclass(frozen=True, slots=True)
class WordChange:
    """A sentence that rewrites itself: whole, before and after ("" where it does not stand).

    `words` are the words that were exchanged, `things` the printed things among them, `facts` the changed facts they rest on.
    Figures of the same sentence that merely have a new value are told with their facts.
    """

    kind: WordKind
    spot: Spot
    before: str
    after: str
    words: tuple[tuple[str, str], ...]
    things: tuple[PrintedChange, ...]
    facts: tuple[FactKey, ...]


class Part(Enum):
    """What came or went; the values are what the reader meets."""

    PASSAGE = "stycke"
    HEADING = "rubrik"
    NOTE = "not"
    ROW = "rad"
    TABLE = "tabell"
    TABLE_NOTE = "not under tabell"
    SYMBOL = "teckenförklaring"
    COLUMN = "kolumn"
    FIGURE = "figur"
    POINT = "värde i diagram"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class PassageChange:
    """A passage, note, row, table or figure that came, went, or was exchanged for another arm of the same `{% if %}`.

    `before` and `after` are its words ("" where it does not stand), `things` the printed things that came or went with it.
    """

    part: Part
    spot: Spot
    before: str
    after: str
    things: tuple[PrintedChange, ...]
    facts: tuple[FactKey, ...]


Rewording = Union[WordChange, PassageChange]


@dataclass(frozen=True, slots=True)
class MarkChange:
    """The mark of a note that came or went at one place, while the text round it stands; `note` is what the note says."""

    spot: Spot
    came: bool
    note: str


@dataclass(frozen=True, slots=True)
class Renumbering:
    """Something that has the same words and another number: "not 9" is now "not 8"."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that the two datasets give differently; None where one of them does not have it.

    `difference` is in `unit` (percent: percentage points), `percent` relative to the old amount; both None without two amounts,
    `percent` also where it would mislead (shares, an old amount of zero). `printed` are the places that are told here: the fact
    itself first, then what is computed from it; `shared` what is computed from it and told with another fact; `rewordings` the
    sentences and passages it rewrites; `same` where it stands and reads as before.
    """

    key: FactKey
    label: str
    measure: str
    unit: Unit
    decimals: int
    old: Observation | None
    new: Observation | None
    difference: Decimal | None
    percent: Decimal | None
    printed: tuple[PrintedChange, ...] = ()
    shared: tuple[PrintedChange, ...] = ()
    rewordings: tuple[Rewording, ...] = ()
    same: tuple[PrintedThing, ...] = ()

    @property
    def is_printed(self) -> bool:
        """Whether the report shows it anywhere, or words of it rest on it."""
        return bool(self.printed or self.shared or self.rewordings or self.same)


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs, the largest consequences first (`compare` says how); every printed thing that differs is told once.

    `broken` are the claims that no longer hold, `mended` those that hold again, `raised` the other problems that the new
    figures give; `unprinted` the facts that changed and are printed nowhere.
    """

    facts: tuple[FactChange, ...]
    unprinted: tuple[FactChange, ...]
    words: tuple[WordChange, ...]
    passages: tuple[PassageChange, ...]
    marks: tuple[MarkChange, ...]
    renumbered: tuple[Renumbering, ...]
    broken: tuple[Problem, ...] = ()
    mended: tuple[Problem, ...] = ()
    raised: tuple[Problem, ...] = ()

    def printed(self) -> Iterator[PrintedChange]:
        """Every printed thing that differs, once."""
        for fact in self.facts:
            yield from fact.printed
        for sentence in self.words:
            yield from sentence.things
        for passage in self.passages:
            yield from passage.things

    @property
    def nothing(self) -> bool:
        """Whether the two editions say the same of the same facts."""
        return not any(
            (
                self.facts,
                self.unprinted,
                self.words,
                self.passages,
                self.marks,
                self.renumbered,
                self.broken,
                self.mended,
                self.raised,
            )
        )

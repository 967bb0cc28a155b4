"""What an expression can evaluate to."""

from decimal import Decimal
from typing import NamedTuple, Union

from rapportbyggare.core.dataset import Indicator
from rapportbyggare.core.figure import Doubt, FactKey, Figure


class Year(NamedTuple):
    """A calendar year: counted with, never written with a thousands mark."""

    number: int


class Words(NamedTuple):
    """A word or name; `facts` are the figures it is about or was chosen by.

    `figure` is the figure that is written in the word ("Åtta"), `marked` whether it brings its notes. `weighed` are the
    figures whose values chose it, which hand their notes on to it; `doubts` the uncertain comparisons that did; `broken` what
    it claims and the figures do not say.
    """

    text: str
    facts: tuple[Figure, ...] = ()
    figure: Figure | None = None
    marked: bool = True
    weighed: tuple[Figure, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    broken: "tuple[BrokenClaim, ...]" = ()


class Rank(NamedTuple):
    """A place in an order, 1 the largest; `below` counts from the smallest, `doubts` are the uncertain comparisons behind it."""

    number: int
    below: int
    facts: tuple[Figure, ...]
    doubts: tuple[Doubt, ...] = ()


class Items(NamedTuple):
    """A list: municipalities, years, figures; `facts` are the figures that chose its members, by the comparisons `doubts`."""

    members: "tuple[Thing, ...]"
    facts: tuple[Figure, ...] = ()
    doubts: tuple[Doubt, ...] = ()


class Count(NamedTuple):
    """How many members a list has that figures chose."""

    number: int
    facts: tuple[Figure, ...]
    doubts: tuple[Doubt, ...] = ()


class Side(NamedTuple):
    """One of the things a condition compares, as its author wrote it."""

    source: str
    thing: "Thing"


class Verdict(NamedTuple):
    """Whether a condition holds, and what decided it.

    `facts` are the figures it looked at, `weighed` those whose values mattered (not only that they have one), `sides` what it
    compared, `doubts` its uncertain comparisons. What did not decide (`or` after what holds) is left out.
    """

    holds: bool
    facts: tuple[Figure, ...] = ()
    weighed: tuple[Figure, ...] = ()
    sides: tuple[Side, ...] = ()
    doubts: tuple[Doubt, ...] = ()


class BrokenClaim(NamedTuple):
    """Words that say something, and the verdict that it is not so."""

    words: str
    verdict: Verdict


class Unmarked(NamedTuple):
    """A figure that is not to bring its own note (`| utan_not`)."""

    figure: Figure


class Record(NamedTuple):
    """The report's own facts: `rapport.titel`."""

    fields: "tuple[tuple[str, Thing], ...]"


Thing = Union[Figure, Unmarked, Year, Words, Rank, Items, Count, Verdict, Indicator, Record, Decimal, bool]


class Fault(Exception):
    """Why an expression has no value, in Swedish, for the author. Never leaves the package.

    `lacking` are the facts that it needed and the dataset has no number for.
    """

    def __init__(self, code: str, message: str, expected: str = "", remedy: str = "", lacking: tuple[FactKey, ...] = ()) -> None:
        super().__init__(message)
        self.code, self.message, self.expected, self.remedy, self.lacking = code, message, expected, remedy, lacking


def kind_of(thing: Thing) -> str:
    """What a thing is called in a message."""
    names: dict[type, str] = {
        Figure: "en uppgift",
        Unmarked: "en uppgift",
        Year: "ett år",
        Words: "en text",
        Rank: "en placering",
        Items: "en lista",
        Count: "ett antal",
        Verdict: "ett villkor",
        Indicator: "en indikator utan parentes",
        Record: "rapporten",
        Decimal: "ett tal",
        bool: "ett villkor",
    }
    return names[type(thing)]

"""What an author declares for the checks: constants, terms, words, and findings that are excused."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from rapportbyggare.core.place import NOWHERE, Place


class Constant(NamedTuple):
    """A fact of the report that has one wording: what it is called, how it is written, and the words that announce it.

    `leads` are words that the value is expected to stand after ("plan för kulturella och kreativa branscher").
    """

    name: str
    value: str
    leads: tuple[str, ...] = ()


class Term(NamedTuple):
    """A word of the report, and what it is not to be called."""

    word: str
    avoid: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Excuse:
    """A finding that the author has looked at and lets stand, with the reason.

    `quote` is the words in question ("" for any in the file), `file` the file it holds for ("" for all), `first` and
    `last` the lines of it (1-based; 0: all).
    """

    code: str
    quote: str
    reason: str
    file: str = ""
    place: Place = field(compare=False, default=NOWHERE)
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Delimitation:
    """A definition: what it takes in and what it leaves out, as the author lists them."""

    name: str
    includes: tuple[str, ...]
    excludes: tuple[str, ...]
    place: Place = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class Settings:
    """All that is declared; without anything declared the checks use what the catalogue and the manifest say.

    `aliases` are words of the texts that mean an indicator, by the indicator's name; `words` the report's own words,
    which no dictionary knows; `small_base` the number of units below which a share is not printed with decimals
    (0: no limit).
    """

    constants: tuple[Constant, ...] = ()
    terms: tuple[Term, ...] = ()
    excuses: tuple[Excuse, ...] = ()
    delimitations: tuple[Delimitation, ...] = ()
    words: frozenset[str] = frozenset()
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    small_base: int = 0

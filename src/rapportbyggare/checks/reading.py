"""Lines as sentences, with the numbers, places and years that each of them speaks of."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple, TypeVar

from rapportbyggare.checks.lexicon import Lexicon, lexicon_of
from rapportbyggare.checks.numbers_meant import numbers_of
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.stems import stems_of
from rapportbyggare.checks.subject import Line, PieceKind, Subject
from rapportbyggare.core.dataset import Catalogue
from rapportbyggare.core.figure import Observation, Unit
from rapportbyggare.typography.numerals import Numeral, NumeralKind
from rapportbyggare.typography.sentences import sentence_ends

QUIET_PARTS = frozenset(("beskrivning", "tecken", "alternativtext", "kategori", "serie", "axel", "punkt"))
YEAR_BEHIND = lazy(r"[ \u00a0](20\d\d)$")
TO = lazy(r"\s?[–-]\s?|\s(?:till|till och med|t\.o\.m\.)\s(?:den\s)?")
SPAN = lazy(r"(\d{1,2} \w+) \{ar\}–(\d{1,2} \w+) \{ar\+1\}")
MOST_NUMBERS = 60
LONGEST = 2000
"""No sentence has more numbers, or signs: what goes on is cut, so that time grows with the text and no faster."""
LEVELS = {"län": r"[Ll]änets?\b|hela länet\b", "riket": r"[Rr]ikets?\b|[Ll]andets?\b|Sveriges?\b"}


class Spot(NamedTuple):
    """A place or a year named in a text: `value` is an area's name, or the year in digits; `weak` says it in general words."""

    start: int
    end: int
    value: str
    weak: bool = False


class Sentence(NamedTuple):
    """A sentence of a line (a cell is one sentence); offsets are those of the line.

    `measuring` are the numbers that count or measure, in digits, outside quotations. `before` are the sentences of the same
    paragraph that come before it, the nearest last, and the words that lead in to the list it stands in.
    """

    line: Line
    start: int
    end: int
    numbers: tuple[Numeral, ...]
    areas: tuple[Spot, ...]
    years: tuple[Spot, ...]
    stems: frozenset[str]
    measuring: tuple[Numeral, ...]
    before: tuple["Sentence", ...] = ()

    @property
    def text(self) -> str:
        """Its words."""
        return self.line.text[self.start : self.end]

    def typed(self, start: int, end: int) -> bool:
        """Whether a stretch (offsets of the line) is the author's own words."""
        return self.line.typed(start, end)

    def quoted(self, one: Numeral) -> bool:
        """Whether a number is someone else's words."""
        return self.line.quoted(one.start, one.end)


_T = TypeVar("_T", Numeral, Spot)


class Reading(NamedTuple):
    """A subject read once for all rules about figures: `sentences` are in reading order.

    `latest` is the last year that a measure (its indicator's name and its own) has a number for;
    `bases` are the facts with a known number of units behind them, `extracts` when the facts were read (ISO),
    `by_amount` the facts by whether they are kronor, whether they are percent, and what they are.
    """

    subject: Subject
    lexicon: Lexicon
    sentences: tuple[Sentence, ...]
    latest: Mapping[tuple[str, str], int]
    bases: tuple[Observation, ...]
    extracts: frozenset[str]
    by_amount: Mapping[tuple[bool, bool, Decimal], Observation]


def read(subject: Subject) -> Reading:
    """The sentences of a subject."""
    catalogue = subject.dataset.catalogue
    places = places_of(catalogue)
    lexicon = lexicon_of(catalogue, subject.settings.aliases)
    facts = [one for one in subject.dataset.observations.values() if one.amount is not None]
    latest: dict[tuple[str, str], int] = {}
    for one in facts:
        latest[one.key[:2]] = max(latest.get(one.key[:2], 0), one.key.year)
    bases = tuple(one for one in facts if one.base is not None)
    extracts = frozenset(one.origin.extract for one in facts if one.origin.extract)
    sentences = tuple(_sentences(subject.lines, places))
    return Reading(subject, lexicon, sentences, latest, bases, extracts, _by_amount(facts, catalogue))


def _by_amount(facts: list[Observation], catalogue: Catalogue) -> dict[tuple[bool, bool, Decimal], Observation]:
    units = {(one.name, each.name): each.unit for one in catalogue.indicators.values() for each in one.measures}
    return {
        (units[one.key[:2]] is Unit.KRONOR, units[one.key[:2]] is Unit.PERCENT, abs(one.amount)): one
        for one in facts
        if one.amount is not None
    }


def _sentences(lines: Sequence[Line], places: "Places") -> Iterator[Sentence]:
    intro: tuple[Sentence, ...] = ()
    for line in lines:
        if line.part in QUIET_PARTS:
            continue
        found = list(_of_line(line, places, intro if line.listed else ()))
        yield from found
        if line.part == "stycke" and not line.listed:
            intro = tuple(found[-4:])


def _of_line(line: Line, places: "Places", intro: tuple[Sentence, ...]) -> Iterator[Sentence]:
    numbers, areas = numbers_of(line.text), places.found(line.text)
    years = tuple(
        Spot(one.start, one.end, one.text[:4]) for one in numbers if one.kind is NumeralKind.YEAR and "/" not in one.text
    )
    if line.part != "cell" and any(one.kind is NumeralKind.DATE for one in numbers):
        years = tuple(sorted((*years, *_year_of_span(line.text, numbers, places.spans)), key=_spot_start))
    measuring = _measuring(line, numbers)
    ends = sentence_ends(line.text) if line.part in ("stycke", "not", "rubrik") else (0, len(line.text))
    before = list(intro)
    for start, end in pairwise(_cut(line.text, ends, numbers)):
        one = Sentence(
            line,
            start,
            end,
            _within(numbers, start, end),
            _within(areas, start, end),
            _within(years, start, end),
            stems_of(line.text[start:end]),
            _within(measuring, start, end),
            tuple(before[-4:]),
        )
        before.append(one)
        yield one


def _cut(text: str, ends: Sequence[int], numbers: Sequence[Numeral]) -> Iterator[int]:
    """The ends of sentences, and places in what goes on for longer, or with more numbers, than any sentence does."""
    for start, end in pairwise(ends):
        yield start
        counted = [one.start for one in _within(numbers, start, end)[MOST_NUMBERS::MOST_NUMBERS]]
        spaces = [text.find(" ", place, end) for place in range(start + LONGEST, end, LONGEST)]
        yield from sorted({*counted, *spaces} - {-1})
    yield from ends[-1:]


def _measuring(line: Line, numbers: Sequence[Numeral]) -> tuple[Numeral, ...]:
    found = tuple([one for one in numbers if one.measures and one.kind is not NumeralKind.WORD])
    quotes = any(piece.kind is PieceKind.LITERAL for piece in line.pieces)
    return tuple([one for one in found if not line.quoted(one.start, one.end)]) if quotes else found


def _year_of_span(text: str, numbers: Sequence[Numeral], spans: frozenset[tuple[str, str]]) -> Iterator[Spot]:
    """The year that a period from day to day has in the catalogue: the one it begins in."""
    for one, other in pairwise(numbers) if spans else ():
        if one.kind is other.kind is NumeralKind.DATE and TO.fullmatch(text, one.end, other.start):
            days = (YEAR_BEHIND.sub("", one.text).lower(), YEAR_BEHIND.sub("", other.text).lower())
            year = YEAR_BEHIND.search(one.text)
            if year is not None and days in spans:
                yield Spot(one.start, other.end, year[1])


def _spot_start(spot: Spot) -> int:
    return spot.start


def _within(found: Sequence[_T], start: int, end: int) -> tuple[_T, ...]:
    if not found:
        return ()
    first = bisect_left(found, start, key=lambda one: one.start)
    return tuple(found[first : bisect_left(found, end, key=lambda one: one.start)])


class Places(NamedTuple):
    """The areas' names as texts write them; `spans` are the first and last day of periods that go from one day to another."""

    pattern: re.Pattern[str]
    names: tuple[str, ...]
    weak: frozenset[int]
    spans: frozenset[tuple[str, str]] = frozenset()

    def found(self, text: str) -> tuple[Spot, ...]:
        """The areas named in a text; a region's own name is no place."""
        return tuple(
            Spot(one.start(), one.end(), self.names[group], group in self.weak)
            for one in self.pattern.finditer(text)
            if (group := int((one.lastgroup or "g0")[1:])) >= 0 and not text[: one.start()].endswith("Region ")
        )


def places_of(catalogue: Catalogue) -> Places:
    """A catalogue's areas, with the ways a county is named: without "län", with a neighbour's name after it, as "länet"."""
    written: list[tuple[str, str, bool]] = []
    for area in catalogue.areas.values():
        name = re.escape(area.name)
        if area.level == "län":
            short = re.escape(area.name.removesuffix(" län").removesuffix("s"))
            written.append(
                (
                    rf"{name}|{short}s?(?:\s*[/–-]\s*|\s+){_neighbours(catalogue)}s?\b|{short}s? län\b|{short}s?\b",
                    area.name,
                    False,
                )
            )
        elif area.level == "kommun":
            written.append((rf"{name}s?(?:\s+kommuns?)?(?![\w-])", area.name, False))
        if area.level in LEVELS:
            written.append((LEVELS[area.level], area.name, True))
    written.sort(key=lambda one: (one[2], "län" not in one[1]))
    pattern = "|".join(f"(?P<g{number}>{words})" for number, (words, _, _) in enumerate(written))
    weak = frozenset(number for number, one in enumerate(written) if one[2])
    at_words = rf"(?<!\w)(?:{pattern or '(?!)'})"  # once, before them all: most of a text is inside words
    return Places(re.compile(at_words), tuple(one[1] for one in written), weak, frozenset(_spans(catalogue)))


def _spans(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The first and the last day of the catalogue's periods from day to day."""
    for one in catalogue.indicators.values():
        if found := SPAN.fullmatch(one.period):
            yield found[1].lower(), found[2].lower()


def _neighbours(catalogue: Catalogue) -> str:
    return "(?:" + "|".join(re.escape(name) for name in catalogue.municipalities) + ")"

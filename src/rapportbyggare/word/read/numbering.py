"""The lists of a file: which list and level a paragraph is in, and the number it shows."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.numbering import DEEPEST
from rapportbyggare.word.read.styles import Styles
from rapportbyggare.word.template.package import Package, root_of
from rapportbyggare.word.values import number, said

if TYPE_CHECKING:
    from lxml.etree import _Element

PLACES = re.compile(r"%([1-9])")
UNNUMBERED = ("", "none")
BULLET = "bullet"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"))
ROMAN_LAST = ((5, "v"), (4, "iv"), (1, "i"))
LETTERS = 26
MOST_LETTERS = 1000


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: the form of its number, its text ("%1.%2"), where it starts, the paragraph style bound to it."""

    form: str
    text: str
    start: int
    style: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list in use. Those with one `abstract` count on in each other, but for the levels that `starts` starts anew."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Listed:
    """A paragraph's place in a list: the list it goes on with, its level (0 the outermost), and the number it shows.

    `count` is that number as a number, `label` as shown with all levels above, `lead` the words before it ("Bilaga ").
    """

    number: str
    level: int
    ordered: bool
    count: int
    label: str
    lead: str


@dataclass(slots=True)
class Lists:
    """The lists of a file, and how far each has been counted."""

    numbered: Mapping[str, Numbered]
    styles: Styles
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)
    series: dict[str, str] = field(default_factory=dict)
    last: dict[tuple[str, int], str] = field(default_factory=dict)

    def listed(self, paragraph: "_Element", style: str) -> Listed | None:
        """The paragraph's place, counting it; paragraphs are asked for in order. None outside lists and without number."""
        ident, level = self._place(paragraph, style)
        found = self.numbered.get(ident)
        form = None if found is None else found.levels.get(level)
        if found is None or form is None:
            return None
        if form.form == BULLET:
            return Listed(ident, level, False, 1, "", "")
        count = self._count(ident, found, level)
        if form.form in UNNUMBERED and not PLACES.search(form.text):
            return None
        return Listed(
            self._series(ident, found, level), level, True, count, self._label(found, form), form.text.partition("%")[0]
        )

    def _place(self, paragraph: "_Element", style: str) -> tuple[str, int]:
        own = paragraph.find(f"{w('pPr')}/{w('numPr')}")
        ident, level = said(own, "numId"), number(said(own, "ilvl"))
        for base in self.styles.chain(style):
            said_by = self.styles.lists[base]
            if ident:
                break
            ident = said_by.number or ""
            level = self._bound(ident, base, said_by.level) if level is None else level
        return ident, min(max(level or 0, 0), DEEPEST)

    def _bound(self, ident: str, style: str, level: int | None) -> int | None:
        found = self.numbered.get(ident)
        bound = (n for n, one in found.levels.items() if one.style == style) if found else iter(())
        return next(bound, level)

    def _count(self, ident: str, found: Numbered, level: int) -> int:
        counts = self.counts.setdefault(found.abstract, [None] * (DEEPEST + 1))
        if level in found.starts and (ident, level) not in self.started:
            self.started.add((ident, level))
            counts[level] = None
        before = counts[level]
        first = found.starts.get(level, found.levels[level].start)
        counts[level] = first if before is None else before + 1
        counts[level + 1 :] = [None] * (DEEPEST - level)
        return counts[level] or 0

    def _series(self, ident: str, found: Numbered, level: int) -> str:
        """The list that a paragraph goes on with: another number that starts nothing anew is the same list to the reader."""
        spot = (found.abstract, level)
        if ident not in self.series:
            self.series[ident] = ident if found.starts else self.last.get(spot, ident)
        self.last[spot] = self.series[ident]
        return self.series[ident]

    def _label(self, found: Numbered, form: Level) -> str:
        return ".".join(_numbers(form, found.levels, self.counts[found.abstract]))


def _numbers(form: Level, levels: Mapping[int, Level], counts: list[int | None]) -> Iterator[str]:
    for place in PLACES.findall(form.text):
        level = int(place) - 1
        one = levels.get(level)
        count = counts[level]
        yield written("decimal" if one is None else one.form, count if count is not None else one.start if one else 1)


def written(form: str, count: int) -> str:
    """A number in the form of its level."""
    match form:
        case "lowerLetter" | "upperLetter" if 0 < count < MOST_LETTERS:
            text = chr(97 + (count - 1) % LETTERS) * ((count - 1) // LETTERS + 1)
        case "lowerRoman" | "upperRoman" if 0 < count < MOST_LETTERS:
            text = _roman(count)
        case "decimalZero":
            text = f"{count:02}"
        case _:
            text = str(count)
    return text.upper() if form.startswith("upper") else text


def _roman(count: int) -> str:
    done = ""
    for worth, letters in (*ROMAN, *ROMAN_LAST):
        times, count = divmod(count, worth)
        done += letters * times
    return done


def read_lists(package: Package, styles: Styles) -> Lists:
    """The lists of a package, none of them counted."""
    root = root_of(package.related("numbering") or b"")
    if root is None:
        return Lists({}, styles)
    abstracts = {one.get(w("abstractNumId"), ""): one for one in root.iterchildren(w("abstractNum"))}
    linked = {said(one, "styleLink"): one for one in abstracts.values() if one.find(w("styleLink")) is not None}
    nums = list(root.iterchildren(w("num")))
    return Lists({one.get(w("numId"), ""): _numbered(one, abstracts, linked) for one in nums}, styles)


def _numbered(num: "_Element", abstracts: "Mapping[str, _Element]", linked: "Mapping[str, _Element]") -> Numbered:
    ident = said(num, "abstractNumId")
    abstract = abstracts.get(ident)
    if abstract is not None and (link := said(abstract, "numStyleLink")):
        abstract = linked.get(link, abstract)
    overrides = [(number(one.get(w("ilvl"))), one) for one in num.iterchildren(w("lvlOverride"))]
    own = {n: level for n, one in overrides if n is not None for _, level in _levels(one.iterchildren(w("lvl")))}
    starts = {n: start for n, one in overrides if n is not None and (start := number(said(one, "startOverride"))) is not None}
    levels = {} if abstract is None else dict(_levels(abstract.iterchildren(w("lvl"))))
    return Numbered(ident, levels | own, starts)


def _levels(elements: "Iterable[_Element]") -> Iterator[tuple[int, Level]]:
    for one in elements:
        level = number(one.get(w("ilvl")))
        if level is not None and 0 <= level <= DEEPEST:
            start = number(said(one, "start"))
            yield level, Level(said(one, "numFmt"), said(one, "lvlText"), 1 if start is None else start, said(one, "pStyle"))

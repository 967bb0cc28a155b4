"""What changed, told in Swedish: a summary, and sections of items that a terminal, a page or a file can lay out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapportbyggare.core.dataset import Delivery
from rapportbyggare.core.problem import Problem
from rapportbyggare.diff.changes import Changes, FactChange, MarkChange, Part, PassageChange, PrintedChange, WordChange
from rapportbyggare.diff.fact_words import ARROW, aside, delivered, fact_name, moved
from rapportbyggare.diff.place_words import heading_of, listed, of_spot, of_thing
from rapportbyggare.diff.summary import OF_FIGURES, is_sentence, summary

BASE = re.compile(r"\s*underlag\s*\(")
LONG = 60
NONE = "(inget)"
NAMES = {
    Part.PASSAGE: "Stycke",
    Part.HEADING: "Rubrik",
    Part.NOTE: "Not",
    Part.ROW: "Rad",
    Part.TABLE: "Tabell",
    Part.TABLE_NOTE: "Not under tabell",
    Part.SYMBOL: "Teckenförklaring",
    Part.COLUMN: "Kolumn",
    Part.FIGURE: "Figur",
    Part.POINT: "Värde i diagram",
    Part.TEXT: "Text",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A label and what it says."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One change: what it is, and its details."""

    lead: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """Changes of one sort under a heading."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """The sentences that say it all at once, and the chapters that have something to tell."""

    summary: tuple[str, ...]
    chapters: tuple[Chapter, ...]


def between(old: str, new: str) -> str:
    """The title, of what the two points in time are called."""
    return f"Ändringar från {old} till {new}"


def tell(changes: Changes, deliveries: Iterable[Delivery]) -> Telling:
    """All changes in words, what needs a person first; `deliveries` are those of both editions."""
    by_number = {delivery.number: delivery for delivery in deliveries}
    sentences = [change for change in changes.words if is_sentence(change)]
    texts = [change for change in changes.words if change.kind in OF_FIGURES and not is_sentence(change)]
    others = [change for change in changes.words if change.kind not in OF_FIGURES]
    chapters = (
        Chapter("Stämmer inte längre och behöver skrivas om", _problems(changes.broken)),
        Chapter("Nya fel och brister med de nya uppgifterna", _problems(changes.raised)),
        Chapter("Stämmer igen", _problems(changes.mended)),
        Chapter("Meningar som får nya ord av sig själva", tuple(map(_sentence, sentences))),
        Chapter("Kommer till, försvinner eller byts", tuple(map(_passage, changes.passages))),
        Chapter("Uppgifter som har ändrats", tuple(_fact(fact, by_number) for fact in changes.facts)),
        Chapter("Ändrade uppgifter som inte står i rapporten", tuple(_fact(fact, by_number) for fact in changes.unprinted)),
        Chapter("Texter i tabeller och figurer", tuple(map(_sentence, texts))),
        Chapter("Uttagsdatum, källor och hänvisningar", tuple(map(_sentence, others))),
        Chapter("Notmärken", tuple(_marks(changes.marks))),
        Chapter("Nya nummer", tuple(Item(f"{one.old}{ARROW}{one.new}") for one in changes.renumbered)),
    )
    return Telling(summary(changes), tuple(chapter for chapter in chapters if chapter.items))


def _problems(problems: Iterable[Problem]) -> tuple[Item, ...]:
    return tuple(_problem(problem) for problem in problems)


def _problem(problem: Problem) -> Item:
    place = f"{problem.place}: " if problem.place.file else ""
    told = (("Väntat", problem.expected), ("Gör så här", problem.remedy))
    return Item(f"{place}{problem.message}", tuple(Line(label, text) for label, text in told if text))


def _sentence(change: WordChange) -> Item:
    return Item(heading_of(change.spot), _before_and_after(change.before, change.after))


def _passage(change: PassageChange) -> Item:
    what = "byts" if change.before and change.after else "kommer till" if change.after else "försvinner"
    return Item(f"{NAMES[change.part]} {what}: {heading_of(change.spot)}", _before_and_after(change.before, change.after))


def _before_and_after(before: str, after: str) -> tuple[Line, ...]:
    return tuple(Line(label, text) for label, text in (("Före", before), ("Efter", after)) if text)


def _fact(fact: FactChange, deliveries: dict[int, Delivery]) -> Item:
    lead = " ".join([f"{fact_name(fact)}: {moved(fact)}.", *aside(fact)])
    return Item(lead, (*_printed(fact.printed), *_elsewhere(fact), Line("Källa", delivered(fact, deliveries))))


def _printed(changes: Iterable[PrintedChange]) -> Iterator[Line]:
    """The places grouped by what they read before and after; what is not the fact itself is said to be computed."""
    groups: dict[tuple[str, str], list[PrintedChange]] = {}
    for change in changes:
        before, after = (change.old.text if change.old else NONE, change.new.text if change.new else NONE)
        groups.setdefault((f"{before}{ARROW}{after}", _made(change)), []).append(change)
    for (label, made), found in groups.items():
        where = listed(of_thing(change.thing) for change in found)
        if len(label) > LONG:
            yield Line("Ändras", f"{where}: ”{found[0].new.text}”" if found[0].new else f"{where} försvinner")
        else:
            yield Line(label, made + where)


def _made(change: PrintedChange) -> str:
    if not change.derived:
        return ""
    return "underlaget: " if BASE.match(change.thing.source) else "uträknat: "


def _elsewhere(fact: FactChange) -> Iterator[Line]:
    if fact.shared:
        yield Line("Ingår också i", listed(of_thing(change.thing) for change in fact.shared))
    rewordings = [change for change in fact.rewordings if isinstance(change, PassageChange) or change.kind in OF_FIGURES]
    if rewordings:
        yield Line("Ändrar ord i", listed(of_spot(change.spot) for change in rewordings))
    if fact.same:
        yield Line("Läses som förut i", listed(map(of_thing, fact.same)))


def _marks(marks: Iterable[MarkChange]) -> Iterator[Item]:
    """The marks that came or went, by the note they lead to."""
    groups: dict[tuple[str, bool], list[MarkChange]] = {}
    for mark in marks:
        groups.setdefault((mark.note, mark.came), []).append(mark)
    for (note, came), found in groups.items():
        names = ("Nytt märke", "Nya märken") if came else ("Borttaget märke", "Borttagna märken")
        lead = f"{names[len(found) > 1]} för noten ”{note}”"
        yield Item(lead, (Line("Vid", listed(of_spot(mark.spot) for mark in found)),))

"""The changes as they are found, numbered in reading order."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from rapportbyggare.core.compared import Cause, Change, Side, Standing
from rapportbyggare.core.figure import FactKey, Figure
from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.core.text import Value
from rapportbyggare.passages.chapters import BEFORE_ALL, Chapter


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a text stands: what it is ("stycke", "rubrik", "tabellcell"), where in words, and its places then and now."""

    kind: str
    where: str
    place: Place = NOWHERE
    old_place: Place = NOWHERE


@dataclass(slots=True)
class Record:
    """What has been found so far; `chapter` is the one that is being read.

    `numbered` holds the change that tells of each renumbered target, by its key; `tables` the keys of the tables of both
    editions by their numbers, once somebody has asked.
    """

    old: Side
    new: Side
    changes: list[Change] = field(default_factory=list)
    chapter: Chapter = BEFORE_ALL
    numbered: dict[str, int] = field(default_factory=dict)
    tables: list[dict[str, str]] = field(default_factory=list)

    def add(
        self,
        cause: Cause,
        standing: Standing,
        spot: Spot,
        old: str,
        new: str,
        facts: Iterable[FactKey] = (),
        deliveries: Iterable[int] = (),
    ) -> int:
        """One more change; its number."""
        number = len(self.changes) + 1
        said = Change(
            number,
            cause,
            standing,
            spot.kind,
            spot.where or self.chapter.name,
            self.chapter.heading,
            old,
            new,
            spot.place,
            spot.old_place,
            tuple(dict.fromkeys(facts)),
            tuple(sorted(set(deliveries))),
        )
        self.changes.append(said)
        return number

    def value(self, spot: Spot, old: Value, new: Value) -> int:
        """A figure that is printed otherwise: the data differ, somebody wrote over it or asked for something else, or how

        figures are written.
        """
        place = new.expression.place if new.expression.place.file else spot.place
        facts = facts_of(new, self.new) or facts_of(old, self.old)
        there = replace(spot, place=place)
        if old.ident in self.old.overtyped or new.ident in self.new.overtyped:
            return self.add(Cause.TEXT, Standing.CHANGED, there, old.text, new.text)
        if self.touched((*facts, *facts_of(old, self.old))):
            return self.add(Cause.DATA, Standing.CHANGED, there, old.text, new.text, facts, self.deliveries(new, facts))
        cause = Cause.STYLE if old.text.split() == new.text.split() else Cause.TEXT
        return self.add(cause, Standing.CHANGED, there, old.text, new.text, facts)

    @property
    def both_bound(self) -> bool:
        """Whether both editions are made of sources that are known."""
        return self.old.document is not None and self.new.document is not None

    def touched(self, facts: Iterable[FactKey]) -> bool:
        """Whether the data tell any of the facts otherwise, or by another delivery; so it is held when a dataset is unknown."""
        if self.old.dataset is None or self.new.dataset is None:
            return True
        before, after = self.old.dataset.observations, self.new.dataset.observations
        return any(before.get(fact) != after.get(fact) for fact in facts)

    def deliveries(self, value: Value, facts: Iterable[FactKey]) -> tuple[int, ...]:
        """The deliveries that gave a value, those that the old edition did not have if there are such."""
        found = {origin.delivery for figure in figures_of(value) for origin in figure.origins} or self.given(facts)
        known = {one.number for one in self.old.deliveries}
        return tuple(sorted(found - known or found))

    def given(self, facts: Iterable[FactKey]) -> set[int]:
        """The deliveries that gave facts, as far as the newer edition tells."""
        dataset = self.new.dataset or self.old.dataset
        observed = (dataset.observations.get(fact) for fact in facts) if dataset else ()
        return {one.origin.delivery for one in observed if one is not None}

    def renumbered(self, key: str, spot: Spot, old: str, new: str) -> int:
        """Something that has the same words and another number: told once, however many places refer to it."""
        if key not in self.numbered:
            self.numbered[key] = self.add(Cause.NUMBERING, Standing.CHANGED, spot, old, new)
        return self.numbered[key]


def figures_of(value: Value) -> tuple[Figure, ...]:
    """The figures that a value is or rests on."""
    return value.facts if value.figure is None else (value.figure,)


def facts_of(value: Value, side: Side) -> tuple[FactKey, ...]:
    """The facts that a value rests on."""
    return tuple(key for figure in figures_of(value) for key in figure.facts) or side.facts.get(value.ident, ())

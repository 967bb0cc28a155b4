"""Running text is bound: expressions become values, marks become numbers."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha1

from rapportbyggare.binding import messages
from rapportbyggare.binding.arithmetic import missing
from rapportbyggare.binding.evaluate import evaluate, truth
from rapportbyggare.binding.marks import Notes, Register
from rapportbyggare.binding.preliminary import preliminary_note
from rapportbyggare.binding.printing import Printed, printed, status_text
from rapportbyggare.binding.scope import Scope
from rapportbyggare.binding.things import Fault, Items, Thing, Unmarked
from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.document import DraftNote
from rapportbyggare.core.figure import FactKey, Figure, Status
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import (
    Code,
    CrossReference,
    DocumentInline,
    DocumentText,
    DraftInline,
    DraftText,
    Emphasis,
    Expression,
    LineBreak,
    Link,
    NoteMark,
    NoteNumber,
    Reference,
    Span,
    Strong,
    TableNoteMark,
    Text,
    Value,
)

IN_KEY = re.compile(r"\{\{ (.*?) \}\}")
NEAR_YEARS = 10
NOT_IN_KEY = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class Context:
    """Where a text stands: `seed` names the place for anchors, `tabular` lets a missing figure print its status."""

    seed: str
    scope: Scope
    notes: Notes
    tabular: bool = False
    symbols: bool = False

    def running(self) -> "Context":
        """The same place as running text: a missing figure is a fault there."""
        return replace(self, tabular=False)

    def having(self, /, **names: Thing) -> "Context":
        """The same place with more names."""
        return Context(self.seed, self.scope.having(**names), self.notes, self.tabular, self.symbols)

    def at(self, spot: str) -> "Context":
        """A spot inside this place."""
        return Context(f"{self.seed}|{spot}", self.scope, self.notes, self.tabular, self.symbols)


@dataclass(slots=True)
class TextBinder:
    """Binds the texts of one report, in reading order.

    `pending` holds the references whose keys may lead forward; `preliminary` each preliminary figure printed
    without its note, by the note it needs; `printed_below` the notes that stand under tables; `missing` the
    facts without a number, by the place that needs them.
    """

    register: Register
    problems: list[Problem]
    pending: list[tuple[str, Place]] = field(default_factory=list)
    printed_below: set[str] = field(default_factory=set)
    preliminary: list[tuple[str, Place]] = field(default_factory=list)
    missing: dict[Place, list[Fault]] = field(default_factory=dict)
    _seen: Counter[str] = field(default_factory=Counter)

    def bind(self, content: DraftText, context: Context) -> DocumentText:
        """The text with values; an expression without one is a problem and left out."""
        own: set[str] = set()
        return tuple(item for part in content for item in self._one(part, context, own))

    def value(self, expression: Expression, context: Context) -> Thing | None:
        """What an expression evaluates to, or None after a problem."""
        try:
            return evaluate(expression.source, context.scope)
        except Fault as fault:
            self.report(fault, expression.place, context)
            return None

    def report(self, fault: Fault, place: Place, context: Context) -> None:
        """Add the problem of an expression without a value; those of facts that are missing are said together at the end."""
        if fault.lacking:
            self.missing.setdefault(place, []).append(fault)
        else:
            self.problems.append(messages.of_fault(fault, place))

    def missing_facts(self, dataset: Dataset) -> Iterator[Problem]:
        """One problem for each place that needs facts without a number; a year without any is answered by those that have."""
        for place, faults in self.missing.items():
            facts = tuple(dict.fromkeys(fact for fault in faults for fact in fault.lacking))
            years = known_years(facts[0], dataset)
            yield (
                messages.of_fault(faults[0], place, years)
                if len(faults) == 1
                else messages.of_facts(faults[0], place, facts, years)
            )

    def holds(self, condition: Expression, context: Context) -> bool:
        """Whether a condition holds; one that cannot be read does not."""
        try:
            return truth(evaluate(condition.source, context.scope))
        except Fault as fault:
            self.report(fault, condition.place, context)
            return False

    def members(self, items: Expression, context: Context) -> tuple[Thing, ...]:
        """The members of a list."""
        thing = self.value(items, context)
        if thing is not None and not isinstance(thing, Items):
            self.problems.append(messages.not_a_list(items.place, thing))
        return thing.members if isinstance(thing, Items) else ()

    def key(self, key: str, context: Context, place: Place) -> str:
        """A key with its expressions evaluated, in the letters a key may have."""
        return IN_KEY.sub(lambda found: self._key_part(Expression(found[1], place), context), key)

    def _key_part(self, expression: Expression, context: Context) -> str:
        shown = self._printed(expression, context)
        return NOT_IN_KEY.sub("-", shown.text.lower()).strip("-") if shown else ""

    def _one(self, part: DraftInline, context: Context, own: set[str]) -> list[DocumentInline]:
        match part:
            case Text() | Code() | LineBreak():
                return [part]
            case Expression():
                return self._expression(part, context, own)
            case Emphasis(children):
                return [Emphasis(self._inside(children, context, own))]
            case Strong(children):
                return [Strong(self._inside(children, context, own))]
            case Span(language, children):
                return [Span(language, self._inside(children, context, own))]
            case Link(address, children, place):
                return [Link(address, self._inside(children, context, own), place)]
            case NoteMark():
                return self._note(part, context)
            case CrossReference(key, children, place):
                key = self.key(key, context, place)
                self.pending.append((key, place))
                return [Reference(key, "", "", "", self._inside(children, context, own))]

    def _inside(self, children: DraftText, context: Context, own: set[str]) -> DocumentText:
        return tuple(item for part in children for item in self._one(part, context, own))

    def _expression(self, expression: Expression, context: Context, own: set[str]) -> list[DocumentInline]:
        shown = self._printed(expression, context)
        return [] if shown is None or not shown.text else self.marked(shown, expression, context, own)

    def marked(self, shown: Printed, expression: Expression, context: Context, own: set[str]) -> list[DocumentInline]:
        """A printed value and, if it is preliminary, the mark of its note; `own` are the notes marked in the same text."""
        value = self.made(shown.text, shown.figure, expression, context, shown.facts)
        mark = self._preliminary(shown, expression.place, context, own)
        return [value, mark] if mark else [value]

    def made(
        self, text: str, figure: Figure | None, expression: Expression, context: Context, facts: tuple[Figure, ...] = ()
    ) -> Value:
        """A printed value with its anchor's name."""
        return Value(text, figure, facts or ((figure,) if figure else ()), expression, self._ident(expression, context))

    def _printed(self, expression: Expression, context: Context) -> Printed | None:
        try:
            thing = evaluate(expression.source, context.scope)
            shown = _status(thing, context)
            if shown is not None and shown.figure is not None:
                self._check_measured(shown.figure, expression.place, context)
            return shown or printed(thing, context.scope)
        except Fault as fault:
            self.report(fault, expression.place, context)
            return None

    def _check_measured(self, figure: Figure, place: Place, context: Context) -> None:
        if figure.status is Status.NOT_YET and figure.measured is not None and figure.measured <= context.scope.year.number:
            self.problems.append(messages.measured_by_now(place, figure.facts[0], figure.measured))

    def _ident(self, expression: Expression, context: Context) -> str:
        seed = f"{context.seed}|{expression.source}"
        self._seen[seed] += 1
        return sha1(f"{seed}|{self._seen[seed]}".encode(), usedforsecurity=False).hexdigest()[:10]

    def _preliminary(self, shown: Printed, place: Place, context: Context, own: set[str]) -> NoteNumber | TableNoteMark | None:
        if shown.figure is None or shown.figure.status is not Status.PRELIMINARY:
            return None
        note = preliminary_note(shown.figure, context.scope, place)
        if not (context.notes.automatic and shown.marked):
            self.preliminary.append((note.key, place))
            return None
        if note.key in own:
            return None
        own.add(note.key)
        return self._marked(note.key, "", DraftNote("", note.content, place), context)

    def _note(self, mark: NoteMark, context: Context) -> list[DocumentInline]:
        note = context.notes.defined.get(mark.label)
        if note is None:
            return []
        key = f"{context.notes.owner}:{mark.label}"
        return [self._marked(key, mark.label, replace(note, place=mark.place), context)]

    def _marked(self, key: str, label: str, note: DraftNote, context: Context) -> NoteNumber | TableNoteMark:
        inside = replace(context.running(), notes=Notes({}, automatic=False))
        if context.notes.letters is not None:
            self.printed_below.add(key)
            return context.notes.letters.mark(key, self.bind(note.content, inside))
        if (again := self.register.note(key, note.place)) is not None:
            return again
        number = self.register.reserve_note(key, label, note.place)
        self.register.fill_note(key, self.bind(note.content, inside))
        return number


def _status(thing: Thing, context: Context) -> Printed | None:
    """A figure without amount as its status word, where that is allowed: in a table, if the dataset has the fact."""
    figure = thing.figure if isinstance(thing, Unmarked) else thing
    if not context.tabular or not isinstance(figure, Figure) or figure.amount is not None:
        return None
    known(figure, context)
    return Printed(status_text(figure, context.scope, context.symbols), figure, (figure,))


def known(thing: Thing, context: Context) -> None:
    """A fault when the thing is a figure resting on a fact that is not in the dataset at all."""
    figure = thing.figure if isinstance(thing, Unmarked) else thing
    if isinstance(figure, Figure) and any(fact not in context.scope.dataset.observations for fact in figure.facts):
        raise missing(figure)


def known_years(fact: FactKey, dataset: Dataset) -> tuple[int, ...]:
    """The years near `fact` that the dataset has a number for."""
    keys = (fact._replace(year=fact.year + step) for step in range(-NEAR_YEARS, NEAR_YEARS + 1))
    found = (dataset.observations.get(key) for key in keys)
    return tuple(one.key.year for one in found if one is not None and one.amount is not None)

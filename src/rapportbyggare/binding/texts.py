"""Running text is bound: expressions become values, marks become numbers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha1
from typing import NamedTuple

from rapportbyggare.binding import messages
from rapportbyggare.binding.automatic import is_plain, notes_of
from rapportbyggare.binding.claims import broken_words
from rapportbyggare.binding.evaluate import evaluate
from rapportbyggare.binding.lacking import known
from rapportbyggare.binding.marks import AutomaticNote, Marked, Notes, Register
from rapportbyggare.binding.printing import Printed, printed, status_text
from rapportbyggare.binding.reservations import reservation
from rapportbyggare.binding.revised import printed_before
from rapportbyggare.binding.scope import NO_NAMES, Names, Scope
from rapportbyggare.binding.things import Fault, Items, Thing, Unmarked, Verdict, Words
from rapportbyggare.binding.verdicts import verdict
from rapportbyggare.binding.work import Exhausted
from rapportbyggare.core.document import DraftNote
from rapportbyggare.core.figure import Doubt, FactKey, Figure, Status
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
NOT_IN_KEY = re.compile(r"[^\w-]+")


class Context(NamedTuple):
    """Where a text stands, and what it can see there.

    `seed` names the place for anchors, `names` are those of the place itself (loop variables, a table's column) in
    their folded spelling, `tabular` lets a missing figure print its status. A named tuple: every table cell has one.
    """

    seed: str
    scope: Scope
    notes: Notes
    tabular: bool = False
    symbols: bool = False
    names: Names = NO_NAMES

    def running(self) -> "Context":
        """The same place as running text: a missing figure is a fault there."""
        return self._replace(tabular=False)

    def having(self, /, **names: Thing) -> "Context":
        """The same place with more names."""
        return Context(self.seed, self.scope, self.notes, self.tabular, self.symbols, {**self.names, **names})

    def at(self, spot: str, /, **names: Thing) -> "Context":
        """A spot inside this place, with more names."""
        seed = f"{self.seed}|{spot}"
        return Context(seed, self.scope, self.notes, self.tabular, self.symbols, {**self.names, **names})


@dataclass(slots=True)
class TextBinder:
    """Binds the texts of one report, in reading order.

    `pending` holds the references whose keys may lead forward; `unmarked` each value printed without a note that it
    needs, by that note; `printed_below` the notes that stand under tables; `missing` the facts without a number, by the
    place that needs them; `choices` the facts that decide each `{% if %}`.
    """

    register: Register
    problems: list[Problem]
    pending: list[tuple[str, Place]] = field(default_factory=list)
    printed_below: set[str] = field(default_factory=set)
    unmarked: list[tuple[str, Place]] = field(default_factory=list)
    choices: dict[Place, dict[FactKey, None]] = field(default_factory=dict)
    missing: dict[Place, list[Fault]] = field(default_factory=dict)
    _seen: dict[str, int] = field(default_factory=dict)

    def bind(self, content: DraftText, context: Context) -> DocumentText:
        """The text with values; an expression without one is a problem and left out."""
        return self._inside(content, context, Marked())

    def value(self, expression: Expression, context: Context) -> Thing | None:
        """What an expression evaluates to, or None after a problem."""
        try:
            return evaluate(expression.source, context.scope, context.names)
        except Fault as fault:
            self.report(fault, expression.place, context)
            return None

    def report(self, fault: Fault, place: Place, context: Context) -> None:
        """Add the problem of an expression without a value; those of facts that are missing are said together at the end.

        A run that is exhausted is given up here.
        """
        if fault.lacking:
            self.missing.setdefault(place, []).append(fault)
        else:
            self.problems.append(messages.of_fault(fault, place))
        if isinstance(fault, Exhausted):
            raise fault

    def spend(self, steps: int, place: Place, context: Context) -> None:
        """Count the work of what is bound without being evaluated, an expression at `place`."""
        try:
            context.scope.work.take(steps)
        except Fault as fault:
            self.report(fault, place, context)

    def verdict(self, condition: Expression, context: Context) -> Verdict | None:
        """Whether a condition holds and what decided it; None after a problem."""
        try:
            return verdict(evaluate(condition.source, context.scope, context.names), condition.source)
        except Fault as fault:
            self.report(fault, condition.place, context)
            return None

    def holds(self, condition: Expression, context: Context, choice: Place | None = None) -> bool:
        """Whether a condition holds; one that cannot be read does not. Its facts are kept for the `choice` it decides."""
        decided = self.verdict(condition, context)
        if decided is not None and choice is not None:
            self.choices.setdefault(choice, {}).update(dict.fromkeys(fact for one in decided.facts for fact in one.facts))
        return decided is not None and decided.holds

    def members(self, items: Expression, context: Context) -> tuple[Thing, ...]:
        """The members of a list."""
        thing = self.value(items, context)
        if thing is not None and not isinstance(thing, Items):
            self.problems.append(messages.not_a_list(items.place, thing))
        if not isinstance(thing, Items):
            return ()
        self.unreserved(thing.doubts, items.place, context)
        return tuple(map(_without_unreserved, thing.members)) if thing.doubts else thing.members

    def key(self, key: str, context: Context, place: Place) -> str:
        """A key with its expressions evaluated, in the letters a key may have."""
        return IN_KEY.sub(lambda found: self._key_part(Expression(found[1], place), context), key)

    def _key_part(self, expression: Expression, context: Context) -> str:
        shown = self._printed(expression, context)
        return NOT_IN_KEY.sub("-", shown.text.lower()).strip("-") if shown else ""

    def _one(self, part: DraftInline, context: Context, own: Marked) -> list[DocumentInline]:
        match part:
            case Expression():
                return self._expression(part, context, own)
            case Text() | Code() | LineBreak():
                return [part]
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

    def _inside(self, children: DraftText, context: Context, own: Marked) -> DocumentText:
        found: list[DocumentInline] = []
        for part in children:
            if isinstance(part, Text):  # most parts are
                found.append(part)
                own.pass_over(part.text)
            else:
                found += self._one(part, context, own)
        return tuple(found)

    def _expression(self, expression: Expression, context: Context, own: Marked) -> list[DocumentInline]:
        shown = self._printed(expression, context)
        return self.marked(shown, expression, context, own) if shown is not None and shown.text else []

    def marked(self, shown: Printed, expression: Expression, context: Context, own: Marked) -> list[DocumentInline]:
        """A printed value and the marks of the notes that it needs; `own` are the notes marked in the same text.

        Its claims that do not hold and its comparisons without a reservation are added to the problems.
        """
        figure = shown.figure
        facts = shown.facts or ((figure,) if figure else ())
        before = (
            printed_before(figure, expression.source, context.scope)
            if figure is not None and context.scope.dataset.printed
            else ""
        )
        value = Value(shown.text, figure, facts, expression, self.ident(expression, context.seed), before)
        if is_plain(shown, context.scope):  # nearly all are
            return [value]
        place = expression.place
        self.problems += [broken_words(claim, expression, context.scope) for claim in shown.broken]
        self.unreserved(shown.doubts, place, context)
        return [
            value,
            *self.marks(notes_of(shown, context.scope, place, own, context.notes.breaks), shown.marked, place, context),
        ]

    def unreserved(self, doubts: tuple[Doubt, ...], place: Place, context: Context) -> None:
        """Add the problems of uncertain comparisons that the author does not acknowledge."""
        for doubt in doubts:
            if not doubt.reserved:
                self.problems.append(messages.uncertain_comparison(place, reservation(doubt, context.scope, place).key))

    def marks(
        self, notes: Iterable[tuple[AutomaticNote, set[str]]], marked: bool, place: Place, context: Context
    ) -> Iterator[NoteNumber | TableNoteMark]:
        """The marks of automatic notes that their text has not marked yet; none where notes are unwanted."""
        for note, own in notes:
            if not (context.notes.automatic and marked):
                self.unmarked.append((note.key, place))
            elif note.key not in own:
                own.add(note.key)
                yield self._marked(note.key, "", DraftNote("", note.content, place), context)

    def _printed(self, expression: Expression, context: Context) -> Printed | None:
        try:
            thing = evaluate(expression.source, context.scope, context.names)
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

    def ident(self, expression: Expression, spot: str) -> str:
        """The anchor of an expression at a spot, another each time that it is printed there."""
        seed = f"{spot}|{expression.source}"
        count = self._seen[seed] = self._seen.get(seed, 0) + 1
        return sha1(f"{seed}|{count}".encode(), usedforsecurity=False).hexdigest()[:10]

    def _note(self, mark: NoteMark, context: Context) -> list[DocumentInline]:
        note = context.notes.defined.get(mark.label)
        if note is None:
            return []
        key = f"{context.notes.owner}:{mark.label}"
        return [self._marked(key, mark.label, replace(note, place=mark.place), context)]

    def _marked(self, key: str, label: str, note: DraftNote, context: Context) -> NoteNumber | TableNoteMark:
        inside = context._replace(tabular=False, notes=Notes({}, automatic=False))
        if context.notes.letters is not None:
            self.printed_below.add(key)
            return context.notes.letters.mark(key, self.bind(note.content, inside))
        if (again := self.register.note(key, note.place)) is not None:
            return again
        number = self.register.reserve_note(key, label, note.place)
        self.register.fill_note(key, self.bind(note.content, inside))
        return number


def _without_unreserved(member: Thing) -> Thing:
    """A member of a list whose uncertain comparison has been told of, without it; acknowledged ones bring their notes."""
    return member._replace(doubts=tuple(d for d in member.doubts if d.reserved)) if isinstance(member, Words) else member


def _status(thing: Thing, context: Context) -> Printed | None:
    """A figure without amount as its status word, where that is allowed: in a table, if the dataset has the fact."""
    figure = thing.figure if isinstance(thing, Unmarked) else thing
    if not context.tabular or not isinstance(figure, Figure) or figure.amount is not None:
        return None
    known(figure, context.scope.dataset)
    return Printed(status_text(figure, context.scope, context.symbols), figure, (figure,))

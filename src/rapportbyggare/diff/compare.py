"""Two bindings of one draft compared."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from rapportbyggare.core.document import Document, DraftSection
from rapportbyggare.core.figure import FactKey
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.diff.alone import came_and_went
from rapportbyggare.diff.arms import arms
from rapportbyggare.diff.changes import (
    BROKEN_CLAIM,
    IN_PROSE,
    Changes,
    FactChange,
    PassageChange,
    PrintedChange,
    Rewording,
    Version,
    WordChange,
    WordKind,
)
from rapportbyggare.diff.facts import changed_facts
from rapportbyggare.diff.findings import Findings, note_words
from rapportbyggare.diff.pairs import paired
from rapportbyggare.passages.listing import passages
from rapportbyggare.passages.printed import PrintedThing

UNKNOWN = Decimal("Infinity")
KINDS = tuple(WordKind)


def compare(old: Version, new: Version, sections: Iterable[DraftSection] = ()) -> Changes:
    """All that the same draft prints differently with two datasets; `sections` are the draft's, to tell its choices.

    Consequences are in order of size. Facts: first those that rewrite a sentence, then those whose figures stand in running
    text, headings or notes, then those in tables and charts only, then those that read as before; within each the largest
    relative change first (a fact that came or went before all others), else in the catalogue's order. Words: running text
    before tables and figures, what is said of sources and reference numbers last, else in reading order.
    """
    facts = changed_facts(old.dataset, new.dataset)
    changed = frozenset(facts)
    pairs = paired(passages(old.document), passages(new.document))
    found = Findings(changed, note_words(old.document), note_words(new.document))
    found.add_all(pairs)
    gone_and_come = came_and_went(pairs, arms(sections), changed, _deciding(old.document, new.document))
    words = sorted(found.words, key=lambda change: (KINDS.index(change.kind), change.spot.kind not in IN_PROSE))
    ordered = _placed(_in_order(facts, found, (*words, *gone_and_come)), found)
    return Changes(
        tuple(fact for fact in ordered if fact.is_printed),
        tuple(fact for fact in ordered if not fact.is_printed),
        tuple(words),
        tuple(sorted(gone_and_come, key=lambda change: change.spot.kind not in IN_PROSE)),
        tuple(found.marks),
        tuple(dict.fromkeys(found.renumbered)),
        *_problems(old.problems, new.problems),
    )


def _deciding(*documents: Document) -> dict[Place, tuple[FactKey, ...]]:
    """The facts that decided each choice in any of the documents."""
    found: dict[Place, dict[FactKey, None]] = {}
    for document in documents:
        for place, facts in document.choices.items():
            found.setdefault(place, {}).update(dict.fromkeys(facts))
    return {place: tuple(facts) for place, facts in found.items()}


def _in_order(facts: dict[FactKey, FactChange], found: Findings, rewordings: Sequence[Rewording]) -> list[FactChange]:
    reworded: dict[FactKey, list[Rewording]] = {}
    for change in rewordings:
        for key in change.facts:
            reworded.setdefault(key, []).append(change)
    in_prose = {key for change, keys in found.figures if change.thing.kind in IN_PROSE for key in keys}
    elsewhere = {key for _, keys in found.figures for key in keys}

    def size(fact: FactChange) -> tuple[int, Decimal]:
        rewritten = any(_rewrites(change) for change in fact.rewordings)
        places = 0 if rewritten else 1 if fact.key in in_prose else 2 if fact.key in elsewhere or fact.rewordings else 3
        return places, -_relative(fact)

    return sorted((replace(fact, rewordings=tuple(reworded.get(key, ()))) for key, fact in facts.items()), key=size)


def _rewrites(change: Rewording) -> bool:
    match change:
        case WordChange(kind=kind, spot=spot):
            return kind is WordKind.WORDING and spot.kind in IN_PROSE
        case PassageChange(spot=spot):
            return spot.kind in IN_PROSE


def _relative(fact: FactChange) -> Decimal:
    """How large a change is beside the old amount; one between a number and none is larger than any."""
    if fact.difference is None or fact.old is None or fact.old.amount is None:
        gained = (fact.old is None or fact.old.amount is None) != (fact.new is None or fact.new.amount is None)
        return UNKNOWN if gained else Decimal(0)
    return abs(fact.difference / fact.old.amount) if fact.old.amount else UNKNOWN if fact.difference else Decimal(0)


def _placed(facts: Sequence[FactChange], found: Findings) -> list[FactChange]:
    """Each fact with its places: what is computed from several facts is told with the first of them."""
    number = {fact.key: n for n, fact in enumerate(facts)}
    printed: dict[FactKey, list[PrintedChange]] = {}
    shared: dict[FactKey, list[PrintedChange]] = {}
    for change, keys in found.figures:
        first, *others = sorted(keys, key=number.__getitem__)
        printed.setdefault(first, []).append(change)
        for key in others:
            shared.setdefault(key, []).append(change)
    same: dict[FactKey, list[PrintedThing]] = {}
    for thing, keys in found.same:
        for key in keys:
            same.setdefault(key, []).append(thing)
    return [
        replace(
            fact,
            printed=tuple(sorted(printed.get(fact.key, ()), key=lambda change: change.derived)),
            shared=tuple(shared.get(fact.key, ())),
            same=tuple(same.get(fact.key, ())),
        )
        for fact in facts
    ]


def _problems(
    old: Iterable[Problem], new: Iterable[Problem]
) -> tuple[tuple[Problem, ...], tuple[Problem, ...], tuple[Problem, ...]]:
    """The claims that broke, the claims that hold again, and the other new problems, by place and code."""
    before = {(problem.code, problem.place) for problem in old}
    after = {(problem.code, problem.place) for problem in new}
    raised = [problem for problem in new if (problem.code, problem.place) not in before]
    mended = [p for p in old if (p.code, p.place) not in after and p.code == BROKEN_CLAIM]
    broken = [problem for problem in raised if problem.code == BROKEN_CLAIM]
    return tuple(broken), tuple(mended), tuple(problem for problem in raised if problem.code != BROKEN_CLAIM)

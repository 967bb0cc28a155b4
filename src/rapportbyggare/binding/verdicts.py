"""Conditions that know what decided them."""

from rapportbyggare.binding.behind import doubts_of, facts_of, weighed_of
from rapportbyggare.binding.comparability import doubts_between
from rapportbyggare.binding.operators import holds, truth
from rapportbyggare.binding.scope import Scope
from rapportbyggare.binding.things import Rank, Side, Thing, Unmarked, Verdict, Words
from rapportbyggare.core.figure import Doubt, Figure


def verdict(thing: Thing, source: str) -> Verdict:
    """A thing as a condition, written as `source`; a fault when it is none. A list holds when it has members."""
    if isinstance(thing, Verdict):
        return thing
    held, facts = truth(thing), facts_of(thing)
    return Verdict(held, facts, facts, (Side(source, thing),) if facts else (), doubts_of(thing))


def compared(operator: str, left: Side, right: Side, scope: Scope) -> Verdict:
    """The verdict on a comparison; a side with an empty source is a constant and is not told."""
    held = holds(operator, left.thing, right.thing)
    return Verdict(
        held,
        (*facts_of(left.thing), *facts_of(right.thing)),
        (*weighed_of(left.thing), *weighed_of(right.thing)),
        tuple(side for side in (left, right) if side.source),
        (*doubts_of(left.thing), *doubts_of(right.thing), *_doubts(left.thing, right.thing, scope)),
    )


def _doubts(left: Thing, right: Thing, scope: Scope) -> tuple[Doubt, ...]:
    match left, right:
        case ((Figure() | Unmarked()), (Figure() | Unmarked())):
            one, other = (thing.figure if isinstance(thing, Unmarked) else thing for thing in (left, right))
            return doubts_between(one, other, scope)
        case _:
            return ()


def joined(first: Verdict, second: Verdict) -> Verdict:
    """The verdict that `second` decides after `first`."""
    return Verdict(
        second.holds,
        (*first.facts, *second.facts),
        (*first.weighed, *second.weighed),
        (*first.sides, *second.sides),
        (*first.doubts, *second.doubts),
    )


def chosen_by(thing: Thing, test: Verdict) -> Thing:
    """A thing that a condition chose: a word rests on what decided it."""
    match thing:
        case Words() if test.facts:
            return thing._replace(facts=(*thing.facts, *test.facts), weighed=(*thing.weighed, *test.weighed))
        case Rank() if test.facts:
            return thing._replace(facts=(*thing.facts, *test.facts))
        case _:
            return thing

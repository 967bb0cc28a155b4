"""What is behind a thing: the figures it rests on, those whose values matter, the uncertain comparisons it comes from."""

from collections.abc import Iterable
from decimal import Decimal

from rapportbyggare.binding.things import Count, Items, Rank, Thing, Unmarked, Verdict, Words, Year
from rapportbyggare.core.figure import Doubt, Figure


def facts_of(thing: Thing) -> tuple[Figure, ...]:
    """The figures a thing rests on."""
    match thing:
        case Figure():
            return (thing,)
        case Unmarked():
            return (thing.figure,)
        case Words() | Rank() | Items() | Count() | Verdict():
            return thing.facts
        case _:
            return ()


def weighed_of(thing: Thing) -> tuple[Figure, ...]:
    """The figures whose values a thing rests on; a word about a figure's source rests on none."""
    return thing.weighed if isinstance(thing, Words | Verdict) else facts_of(thing)


def doubts_of(thing: Thing) -> tuple[Doubt, ...]:
    """The uncertain comparisons a thing comes from; a list that is written out has those of its members."""
    match thing:
        case Items() if thing.facts and not thing.doubts:
            return tuple(dict.fromkeys(doubt for member in thing.members for doubt in doubts_of(member)))
        case Figure() | Words() | Rank() | Items() | Count() | Verdict():
            return thing.doubts
        case Unmarked():
            return thing.figure.doubts
        case _:
            return ()


def weight_of(things: Iterable[Thing]) -> int:
    """How much work things make for what goes through them: a list's members, and the facts behind each thing."""
    weight = 0
    for thing in things:
        match thing:
            case Year() | Decimal():
                continue
            case Items():
                weight += len(thing.members)
        weight += len(facts_of(thing))
    return weight

"""Passages that stand in one of two documents only: what came, what went, and what took its place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rapportbyggare.core.figure import FactKey
from rapportbyggare.core.place import Place
from rapportbyggare.diff.arms import Chain, standing, turned
from rapportbyggare.diff.changes import Part, PassageChange, PrintedChange
from rapportbyggare.diff.findings import spot_of
from rapportbyggare.diff.pairs import NOTE, Pair
from rapportbyggare.passages.passage import Passage, PrintedKind
from rapportbyggare.passages.printed import things_in

Group = tuple[Part, object]
Choices = Mapping[Place, tuple[FactKey, ...]]
NO_CHOICES: Choices = MappingProxyType({})
ONE_BY_ONE = {"not": Part.TABLE_NOTE, "tecken": Part.SYMBOL, "kolumnrubrik": Part.COLUMN}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands on both sides, and what the draft says of what excludes what."""

    blocks: frozenset[str]
    names: frozenset[tuple[str, str]]
    arms: Mapping[Place, Chain]
    old: tuple[Chain, ...]
    new: tuple[Chain, ...]


def surroundings(pairs: Sequence[Pair], arms: Mapping[Place, Chain]) -> Surroundings:
    """The surroundings of the passages that stand alone."""
    both = [pair.new for pair in pairs if pair.old and pair.new]
    named = {(one.identity.block, one.turn) for one in both if one.identity.part in ("kategori", "radrubrik")}
    old = standing((pair.old.identity.place for pair in pairs if pair.old), arms)
    new = standing((pair.new.identity.place for pair in pairs if pair.new), arms)
    return Surroundings(frozenset(one.identity.block for one in both), frozenset(named), arms, tuple(old), tuple(new))


def came_and_went(
    pairs: Sequence[Pair], arms: Mapping[Place, Chain], changed: frozenset[FactKey], choices: Choices = NO_CHOICES
) -> tuple[PassageChange, ...]:
    """The passages that stand in one document only, each once: a table whole, a row whole, the arms of a choice together.

    `choices` are the facts that decided each choice, by where it begins.
    """
    around = surroundings(pairs, arms)
    groups: dict[Group, list[Pair]] = {}
    for pair in pairs:
        if pair.old is None or pair.new is None:
            groups.setdefault(_group(pair, around), []).append(pair)
    found = (_change(part, members, changed, _deciding(rest, choices)) for (part, rest), members in groups.items())
    return tuple(change for change in found if change is not None)


def _deciding(rest: object, choices: Choices) -> tuple[FactKey, ...]:
    """The facts that decided what a group came and went by."""
    return choices.get(rest, ()) if isinstance(rest, Place) else ()


def _group(pair: Pair, around: Surroundings) -> Group:
    passage, came = pair.either, pair.new is not None
    block, part, place, item = passage.identity
    if not block:
        return _of_prose(passage, came, around)
    if block == NOTE:
        return Part.NOTE, (came, pair.order)
    if block not in around.blocks:
        return (Part.TABLE if block.startswith("tabell:") else Part.FIGURE), (came, block)
    if part in ("cell", "radrubrik", "kategori", "serie", "punkt"):
        return _of_grid(passage, came, around)
    return ONE_BY_ONE.get(part, Part.TEXT), (came, block, part, place, item, pair.order)


def _of_prose(passage: Passage, came: bool, around: Surroundings) -> Group:
    part = Part.PASSAGE if passage.kind is PrintedKind.PROSE else Part.HEADING
    chain = around.arms.get(passage.identity.place, ())
    choice = turned(chain, around.old if came else around.new)
    return (Part.PASSAGE, choice) if choice else (part, (came, passage.identity, passage.turn))


def _of_grid(passage: Passage, came: bool, around: Surroundings) -> Group:
    """A row or a category is known by its name; what remains belongs to a column or a series."""
    block, part, place, item = passage.identity
    across = part in ("cell", "punkt") and (block, passage.turn) in around.names
    if part in ("cell", "radrubrik"):
        return (Part.COLUMN, (came, block, item)) if across else (Part.ROW, (came, block, place, passage.turn))
    return Part.POINT, (came, block, item if across else passage.turn)


def _change(
    part: Part, pairs: Sequence[Pair], changed: frozenset[FactKey], deciding: tuple[FactKey, ...]
) -> PassageChange | None:
    gone = [pair.old for pair in pairs if pair.old]
    come = [pair.new for pair in pairs if pair.new]
    things = tuple(PrintedChange(thing, None) for passage in gone for thing in things_in(passage))
    things += tuple(PrintedChange(None, thing) for passage in come for thing in things_in(passage))
    before, after = _words(part, gone), _words(part, come)
    if not (before or after or things):
        return None
    behind = (*deciding, *(fact for change in things for fact in change.thing.facts))
    facts = dict.fromkeys(fact for fact in behind if fact in changed)
    return PassageChange(part, spot_of((come or gone)[0]), before, after, things, tuple(facts))


def _words(part: Part, passages: Iterable[Passage]) -> str:
    """What the reader would call it by: a table's heading, a row's cells, a passage's words."""
    match part:
        case Part.TABLE | Part.FIGURE:
            return next((passage.text for passage in passages if passage.identity.part == "rubrik"), "")
        case Part.ROW | Part.COLUMN:
            return " | ".join(passage.text for passage in passages)
        case Part.POINT:
            return ", ".join(passage.text for passage in passages if passage.kind is PrintedKind.CHART)
        case _:
            return "\n".join(passage.text for passage in passages)

"""Why a passage came or went: because the data turned a choice, or because somebody wrote."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapportbyggare.core.blocks import DraftBlock, FactBox, Landscape, ListBlock, Opaque, Quote, ReadBlock
from rapportbyggare.core.compared import Cause, Side
from rapportbyggare.core.figure import FactKey
from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.diff.arms import Chain, written
from rapportbyggare.diff.facts import changed_facts


@dataclass(frozen=True, slots=True)
class Written:
    """What is written in an edition's draft, by where; the choices round it, and the facts that decided them."""

    blocks: dict[Place, tuple[DraftBlock, Chain]]
    deciding: dict[Place, frozenset[FactKey]]

    def facts(self, place: Place) -> frozenset[FactKey]:
        """The facts that decide whether what is written at a place stands in the report."""
        _, chain = self.blocks.get(place, (None, ()))
        return frozenset(fact for choice, _ in chain for fact in self.deciding.get(choice, ()))


@dataclass(frozen=True, slots=True)
class Causes:
    """What is known of why passages stand in one edition only: what is written in both drafts came or went with the data."""

    old: Written
    new: Written
    both: frozenset[DraftBlock]
    changed: frozenset[FactKey]

    def of(self, gone: Iterable[ReadBlock], come: Iterable[ReadBlock]) -> tuple[Cause, tuple[FactKey, ...]]:
        """DATA, with the facts that decided it, when the passages are written in both drafts; else TEXT."""
        found = [self._facts(self.old, place_of(block)) for block in gone]
        found += [self._facts(self.new, place_of(block)) for block in come]
        if not found or not all(found):
            return Cause.TEXT, ()
        return Cause.DATA, tuple(sorted(frozenset.union(*found)))

    def _facts(self, side: Written, place: Place) -> frozenset[FactKey]:
        block, _ = side.blocks.get(place, (None, ()))
        return side.facts(place) & self.changed if block in self.both else frozenset()


def causes_of(old: Side, new: Side) -> Causes:
    """What two editions tell of it; nothing unless both are bound from drafts to datasets that are known."""
    before, after = _written(old), _written(new)
    both = {block for block, _ in before.blocks.values()} & {block for block, _ in after.blocks.values()}
    changed = changed_facts(old.dataset, new.dataset) if old.dataset and new.dataset else {}
    return Causes(before, after, frozenset(both), frozenset(changed))


def _written(side: Side) -> Written:
    blocks = {block.place: (block, chain) for block, chain in written(side.draft) if chain}
    return Written(blocks, {place: frozenset(facts) for place, facts in side.choices.items()})


def place_of(block: ReadBlock) -> Place:
    """Where a block is written; that of a container is its first block's when it has none of its own."""
    match block:
        case Opaque():
            return NOWHERE
        case FactBox() | Quote() | Landscape() | ListBlock() if not block.place.file:
            return next((place for inside in _inside(block) if (place := place_of(inside)).file), NOWHERE)
        case _:
            return block.place


def _inside(block: ReadBlock) -> Iterator[ReadBlock]:
    match block:
        case FactBox(blocks=blocks) | Quote(blocks=blocks) | Landscape(blocks=blocks):
            yield from blocks
        case ListBlock(items=items):
            yield from (block for item in items for block in item)
        case _:
            pass

"""Which stretch of an edited copy is which of the draft: those that stand where they stood, and those that were moved."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rapportbyggare.alignment.sequence import Item, Pairing, aligned, likeness, moves, rising, woven
from rapportbyggare.alignment.tokens import tokens
from rapportbyggare.diff.edits_units import Unit

# So much of the words is the same in what was both rewritten and moved past something else.
ALIKE = 0.6
# More comparisons than this are not made: then little of the copy is the draft's.
MOST = 40_000


def paired(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[tuple[Pairing, ...], dict[int, int]]:
    """Both in one order, pairs of indexes and None where a stretch stands in one only; and where what was moved now stands."""
    before, after = [_item(unit) for unit in old], [_item(unit) for unit in new]
    pairs = aligned(before, after)
    moved = dict(moves(before, after, pairs))
    if (likely := _likely(before, after, pairs, moved)) != {}:
        every = sorted([*((a, b) for a, b in pairs if a is not None and b is not None), *moved.items(), *likely.items()])
        stay = rising(every)
        pairs, moved = tuple(woven(stay, len(old), len(new))), dict(set(every) - set(stay))
    return tuple(_exchanged(pairs, old, new, moved)), moved


def _item(unit: Unit) -> Item:
    return Item(unit.kind, unit.key, (unit.lead, unit.text), tokens(unit.text))


def _likely(old: Sequence[Item], new: Sequence[Item], pairs: Sequence[Pairing], moved: Mapping[int, int]) -> dict[int, int]:
    """What is gone and what has come with nearly the same words, the most alike first."""
    there = set(moved.values())
    gone = [a for a, b in pairs if b is None and a is not None and a not in moved]
    come = [b for a, b in pairs if a is None and b is not None and b not in there]
    if len(gone) * len(come) > MOST:
        return {}
    alike = [(likeness(old[a], new[b]), a, b) for a in gone for b in come]
    found: dict[int, int] = {}
    for share, a, b in sorted(alike, key=lambda one: (-one[0], one[1:])):
        if share >= ALIKE and a not in found and b not in found.values():
            found[a] = b
    return found


def _exchanged(pairs: Sequence[Pairing], old: Sequence[Unit], new: Sequence[Unit], moved: Mapping[int, int]) -> Iterator[Pairing]:
    """The pairs, where as many of a kind that came where others went are those, rewritten from the ground."""
    come = set(moved.values())
    for kept, group in groupby(pairs, lambda pair: None not in pair):
        gap = list(group)
        gone = [first for first, _ in gap if first is not None and first not in moved]
        here = [second for _, second in gap if second is not None and second not in come]
        kinds = [old[n].kind for n in gone] == [new[n].kind for n in here]
        if kept or not gone or not kinds:
            yield from gap
        else:
            yield from ((first, second) for first, second in gap if first in moved or second in come)
            yield from zip(gone, here, strict=True)

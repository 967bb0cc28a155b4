"""Where the edges of bookmarks stand in a merged line: those of both editions once, round what both had there."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapportbyggare.word.names import ANCHOR
from rapportbyggare.word.redline.atoms import Line, Mark
from rapportbyggare.word.redline.pieces import KEPT, Piece, State


class Step(NamedTuple):
    """What is done with an atom of the old line, of the new one, or (kept) of both, by their indexes."""

    old: int | None
    new: int | None


class Joint(NamedTuple):
    """A place between two steps: how many atoms of each line stand before it."""

    old: int
    new: int


def laid(old: Line, new: Line, steps: Sequence[Step], come: State, gone: State) -> dict[int, list[Piece]]:
    """The edges to write before each step (or after the last), by its index."""
    if not (old.marks or new.marks):
        return {}
    joints = {joint: index for index, joint in enumerate(joints_of(steps))}
    both = shared(old.marks, new.marks, joints)
    own = [mark for mark in old.marks if (mark.name, mark.start) not in both]
    added = spans(new.marks, {step.new for step in steps if step.old is None})
    taken = spans(own, {step.old for step in steps if step.new is None})
    own = [mark for mark in own if mark.name in taken or not mark.name.startswith(ANCHOR)]
    order = list(joints)
    found: dict[int, list[Piece]] = {}
    for mark in (mark for mark in own if not mark.start):
        found.setdefault(first(order, 0, mark.place), []).append(Piece(gone if mark.name in taken else KEPT, mark.markup))
    for mark in new.marks:
        place = both.get((mark.name, mark.start))
        state = come if place is None and mark.name in added else KEPT
        found.setdefault(own_place(mark, order) if place is None else place, []).append(Piece(state, mark.markup))
    for mark in (mark for mark in own if mark.start):
        found.setdefault(last(order, 0, mark.place), []).append(Piece(gone if mark.name in taken else KEPT, mark.markup))
    return found


def shared(old: Sequence[Mark], new: Sequence[Mark], joints: dict[Joint, int]) -> dict[tuple[str, bool], int]:
    """The edges that both lines have, with the one place where they stand for both.

    A bookmark one of whose edges has no such place is in neither: then it stands twice, and the old one is renamed.
    """
    before = {(mark.name, mark.start): mark.place for mark in old}
    twins = {
        (mark.name, mark.start): (before[mark.name, mark.start], mark.place) for mark in new if (mark.name, mark.start) in before
    }
    found = {edge: joints.get(Joint(*places)) for edge, places in twins.items()}
    apart = {name for (name, _), place in found.items() if place is None}
    return {edge: place for edge, place in found.items() if place is not None and edge[0] not in apart}


def joints_of(steps: Sequence[Step]) -> Iterator[Joint]:
    """The places before each step and after the last."""
    old = new = 0
    yield Joint(old, new)
    for step in steps:
        old, new = old + (step.old is not None), new + (step.new is not None)
        yield Joint(old, new)


def spans(marks: Sequence[Mark], changed: set[int | None]) -> set[str]:
    """The bookmarks that have both edges here, with something between them that is all `changed`."""
    starts = {mark.name: mark.place for mark in marks if mark.start}
    ends = {mark.name: mark.place for mark in marks if not mark.start}
    both = [(name, range(start, ends[name])) for name, start in starts.items() if name in ends]
    return {name for name, places in both if len(places) and all(place in changed for place in places)}


def own_place(mark: Mark, joints: Sequence[Joint]) -> int:
    """Where an edge of the new line alone stands: close to what it begins before or ends after."""
    return last(joints, 1, mark.place) if mark.start else first(joints, 1, mark.place)


def first(joints: Sequence[Joint], side: int, place: int) -> int:
    """The first place with so many atoms of one side before it."""
    return next(index for index, joint in enumerate(joints) if joint[side] == place)


def last(joints: Sequence[Joint], side: int, place: int) -> int:
    """The last such place."""
    return max(index for index, joint in enumerate(joints) if joint[side] == place)

"""The order in which two sequences are told as one: what is kept, what came, what went, what moved."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from rapportbyggare.alignment.sequence import Item, Pairing, aligned, moves
from rapportbyggare.core.compared import Standing

MOVED = (Standing.MOVED_AWAY, Standing.MOVED_HERE)


@dataclass(frozen=True, slots=True)
class Step:
    """Things that stand together and are told together: their indexes in the old and the new sequence.

    What is kept is told one by one. Both ends of a move have the same indexes.
    """

    standing: Standing
    old: tuple[int, ...]
    new: tuple[int, ...]

    @property
    def here(self) -> tuple[int, ...]:
        """The new indexes that the step is about where it stands."""
        return () if self.standing is Standing.MOVED_AWAY else self.new


def steps(old: Sequence[Item], new: Sequence[Item], apart: Callable[[Step, Step], bool] = lambda one, other: True) -> list[Step]:
    """All of both sequences; neighbours that came, went or moved together are one step unless they are to be told `apart`."""
    found: list[Step] = []
    for step in _single(old, new):
        if found and _follows(found[-1], step) and not apart(found[-1], step):
            found[-1] = Step(step.standing, found[-1].old + step.old, found[-1].new + step.new)
        else:
            found.append(step)
    return found


def _single(old: Sequence[Item], new: Sequence[Item]) -> Iterator[Step]:
    pairs = aligned(old, new)
    moved = _with_what_follows(old, new, pairs, dict(moves(old, new, pairs)))
    return _stood(pairs, moved, {there: here for here, there in moved.items()})


def _with_what_follows(
    old: Sequence[Item], new: Sequence[Item], pairs: Iterable[Pairing], moved: Mapping[int, int]
) -> dict[int, int]:
    """What has moved, and with it what is alike after it in both places: a moved chapter is not new where it was rewritten."""
    every = tuple(pairs)
    gone = {first for first, second in every if first is not None and second is None} - set(moved)
    come = {second for first, second in every if first is None and second is not None} - set(moved.values())
    found = dict(moved)
    for first, second in moved.items():
        before, after = _run(first + 1, gone), _run(second + 1, come)
        alike = aligned(old[before.start : before.stop], new[after.start : after.stop])
        found |= {before[a]: after[b] for a, b in alike if a is not None and b is not None}
    return dict(sorted(found.items()))


def _run(start: int, members: Container[int]) -> range:
    """The members that follow on each other from `start`."""
    return range(start, next(number for number in count(start) if number not in members))


def _stood(pairs: Iterable[Pairing], away: dict[int, int], here: dict[int, int]) -> Iterator[Step]:
    for first, second in pairs:
        if first is not None and second is not None:
            yield Step(Standing.KEPT, (first,), (second,))
        elif first is not None:
            moved = first in away
            yield Step(Standing.MOVED_AWAY, (first,), (away[first],)) if moved else Step(Standing.REMOVED, (first,), ())
        elif second is not None:
            moved = second in here
            yield Step(Standing.MOVED_HERE, (here[second],), (second,)) if moved else Step(Standing.ADDED, (), (second,))


def _follows(last: Step, step: Step) -> bool:
    """Whether a step goes on where the last one ended, and is of the same sort."""
    if last.standing is not step.standing or step.standing is Standing.KEPT:
        return False
    if step.standing not in MOVED:
        return True
    return (step.old[0], step.new[0]) == (last.old[-1] + 1, last.new[-1] + 1)

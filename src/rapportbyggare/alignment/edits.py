"""What was done to one sequence to make it another, told as a person would tell it."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

# A word of so many letters ("och", "från") does not make a clause the same.
LIGHT = 4


class Edit(NamedTuple):
    """A stretch of both sequences: kept (`same`), or the old one replaced by the new one, either of them possibly empty."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    same: bool


def edits(old: Sequence[Hashable], new: Sequence[Hashable], weight: Callable[[int], int]) -> tuple[Edit, ...]:
    """The edits in order, covering both sequences; `weight` tells how much the kept element of `old` at an index matters.

    What is kept between two changes, but is too light to be worth it, is taken into them: a reader would rather see one
    change of a clause than five of its words.
    """
    return tuple(_tight(_without_crumbs(_runs(old, new), weight), old, new))


def _runs(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Edit]:
    """Kept and changed stretches in turn, none of them empty."""
    done_old = done_new = 0
    for match in kept(old, new):
        if match.old_start > done_old or match.new_start > done_new:
            yield Edit(done_old, match.old_start, done_new, match.new_start, False)
        yield match
        done_old, done_new = match.old_end, match.new_end
    if done_old < len(old) or done_new < len(new):
        yield Edit(done_old, len(old), done_new, len(new), False)


def kept(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Edit]:
    """The stretches that both sequences have, in order: a longest common subsequence."""
    start, end = _ends(old, new)
    if start:
        yield Edit(0, start, 0, start, True)
    middle_old, middle_new = len(old) - end, len(new) - end
    if start < middle_old and start < middle_new:
        yield from _common(old[start:middle_old], new[start:middle_new], start)
    if end:
        yield Edit(middle_old, len(old), middle_new, len(new), True)


def _ends(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[int, int]:
    """How many elements both begin with, and how many of the rest both end with."""
    shortest = min(len(old), len(new))
    start = next((n for n in range(shortest) if old[n] != new[n]), shortest)
    left = shortest - start
    end = next((n for n in range(left) if old[-1 - n] != new[-1 - n]), left)
    return start, end


def _common(old: Sequence[Hashable], new: Sequence[Hashable], offset: int) -> Iterator[Edit]:
    number: dict[Hashable, int] = {}
    before = [number.setdefault(one, len(number)) for one in old]
    after = [number.setdefault(one, len(number)) for one in new]
    for code in LCSseq.opcodes(before, after):
        if code.tag == "equal":
            yield Edit(code.src_start + offset, code.src_end + offset, code.dest_start + offset, code.dest_end + offset, True)


def _without_crumbs(runs: Iterable[Edit], weight: Callable[[int], int]) -> list[Edit]:
    """The runs, where a kept stretch between two changes is merged into them when it is light."""
    done: list[Edit] = []
    for run in runs:
        done.append(run)
        while len(done) > 2 and not done[-1].same and _is_crumb(done[-3], done[-2], weight):
            first, _, last = done[-3:]
            done[-3:] = [Edit(first.old_start, last.old_end, first.new_start, last.new_end, False)]
    return done


def _tight(runs: Iterable[Edit], old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Edit]:
    """The runs, where what a changed stretch begins or ends with on both sides is kept after all."""
    done: list[Edit] = []
    for run in chain.from_iterable(_parts(run, old, new) for run in runs):
        if done and done[-1].same and run.same:
            done[-1] = done[-1]._replace(old_end=run.old_end, new_end=run.new_end)
        else:
            done.append(run)
    return done


def _parts(run: Edit, old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Edit]:
    """A stretch as what it begins with on both sides, what differs, and what it ends with on both sides."""
    start, end = (0, 0) if run.same else _ends(old[run.old_start : run.old_end], new[run.new_start : run.new_end])
    first = Edit(run.old_start, run.old_start + start, run.new_start, run.new_start + start, True)
    last = Edit(run.old_end - end, run.old_end, run.new_end - end, run.new_end, True)
    middle = Edit(first.old_end, last.old_start, first.new_end, last.new_start, run.same)
    return [one for one in (first, middle, last) if one.old_start < one.old_end or one.new_start < one.new_end]


def _is_crumb(before: Edit, between: Edit, weight: Callable[[int], int]) -> bool:
    if before.same or not between.same:
        return False
    return sum(map(weight, range(between.old_start, between.old_end))) <= LIGHT

"""Two documents of one draft laid side by side, passage by passage, by what each is in the draft."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from rapportbyggare.passages.passage import Passage

Found = list[tuple[Passage | None, Passage | None]]
NOTE = "not"


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage before and after; None where it does not stand. `order` is its place in reading order."""

    old: Passage | None
    new: Passage | None
    order: tuple[int, int]

    @property
    def either(self) -> Passage:
        """The passage as it stands now, else as it stood."""
        found = self.new or self.old
        assert found is not None
        return found


def paired(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[Pair, ...]:
    """Every passage of both documents, in reading order.

    Passages with one identity (the turns of a loop, the rows of a rule) are paired by their names, in order; what is left
    between two such pairs is paired only when there is as much of it before as after.
    """
    found, old_left, new_left = _by(lambda passage: _identity(passage), old, new)
    more, old_left, new_left = _by(lambda passage: _marked_at(passage), old_left, new_left)
    alone: Found = [*((passage, None) for passage in old_left), *((None, passage) for passage in new_left)]
    return _in_order([*found, *more, *alone], old, new)


def _identity(passage: Passage) -> Hashable:
    """A note is known by its key, wherever it is marked first."""
    identity = passage.identity
    return (NOTE, identity.part) if identity.block == NOTE else identity


def _marked_at(passage: Passage) -> Hashable:
    """A preliminary note's key is its words: when they change it is known by the figure that brings it."""
    return (NOTE, passage.identity.place) if passage.identity.block == NOTE else passage.identity


def _by(
    key: Callable[[Passage], Hashable], old: Sequence[Passage], new: Sequence[Passage]
) -> tuple[Found, list[Passage], list[Passage]]:
    before, after = _grouped(key, old), _grouped(key, new)
    found: Found = []
    old_left: list[Passage] = []
    new_left: list[Passage] = []
    for one in dict.fromkeys((*before, *after)):
        for first, second in _turns(before.get(one, []), after.get(one, [])):
            if first and second:
                found.append((first, second))
            elif first:
                old_left.append(first)
            elif second:
                new_left.append(second)
    return found, old_left, new_left


def _grouped(key: Callable[[Passage], Hashable], passages: Sequence[Passage]) -> dict[Hashable, list[Passage]]:
    groups: dict[Hashable, list[Passage]] = {}
    for passage in passages:
        groups.setdefault(key(passage), []).append(passage)
    return groups


def _turns(old: list[Passage], new: list[Passage]) -> Iterator[tuple[Passage | None, Passage | None]]:
    before, after = [one.turn for one in old], [one.turn for one in new]
    if len(old) == len(new) == 1 or before == after:  # nearly always; matching long loops takes time
        yield from zip(old, new, strict=True)
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for _, a, b, c, d in matcher.get_opcodes():
        if b - a == d - c:
            yield from zip(old[a:b], new[c:d], strict=True)
        else:
            yield from zip_longest(old[a:b], ())
            yield from ((None, passage) for passage in new[c:d])


def _in_order(found: Found, old: Sequence[Passage], new: Sequence[Passage]) -> tuple[Pair, ...]:
    """What no longer stands comes after what it stood after."""
    at = {id(passage): number for number, passage in enumerate(new)}
    partner = {id(first): at[id(second)] for first, second in found if first and second}
    orders: dict[int, tuple[int, int]] = {}
    last, gone = -1, 0
    for passage in old:
        if id(passage) in partner:
            last, gone = partner[id(passage)], 0
        else:
            gone += 1
            orders[id(passage)] = (last, gone)
    pairs = [Pair(first, second, (at[id(second)], 0) if second else orders[id(first)]) for first, second in found]
    return tuple(sorted(pairs, key=lambda pair: pair.order))

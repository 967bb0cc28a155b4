"""The items of two documents laid side by side: what is the same thing, what came, what went, what moved."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from rapportbyggare.alignment.edits import kept

# Below this share of words in common two passages are told as one gone and one come.
ALIKE = 0.45
# So many words are not the same by chance.
MANY = 4
# The longest gap compared each with each.
WINDOW = 150

Pairing = tuple[int | None, int | None]
Index = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """A block of a document. Only items of one `kind` can be the same thing.

    `key` is what it is called, wherever it stands and whatever it says (None: it has no name); `exact` all that it says,
    `words` the words of it that somebody wrote, without what the data put there.
    """

    kind: str
    key: Hashable | None
    exact: Hashable
    words: tuple[str, ...]


Within = Callable[[Sequence[Item], Sequence[Item]], Iterable[Index]]


def aligned(old: Sequence[Item], new: Sequence[Item]) -> tuple[Pairing, ...]:
    """Both sequences in one order: pairs of indexes, None where an item stands in one of them only.

    First what has the same name, then what says the same, then what has the same words, then what is alike; in a gap
    between two pairs what is gone comes before what has come.
    """
    found = _named(old, new)
    found = _filled(found, old, new, lambda before, after: _same(before, after, _exact))
    found = _filled(found, old, new, lambda before, after: _same(before, after, _words))
    found = _filled(found, old, new, _alike)
    return tuple(woven(found, len(old), len(new)))


def moves(old: Sequence[Item], new: Sequence[Item], pairs: Iterable[Pairing]) -> tuple[Index, ...]:
    """What is gone from one place and has come in another, each once: the same name, or the same words if they are many."""
    every = tuple(pairs)
    gone = [first for first, second in every if first is not None and second is None]
    come = [second for first, second in every if first is None and second is not None]
    found: dict[int, int] = {}
    for of in (_name, _exact, _many_words):
        taken = set(found.values())
        places = {name: index for index in reversed(come) if index not in taken and (name := of(new[index])) is not None}
        for index in gone:
            name = None if index in found else of(old[index])
            if name is not None and (there := places.pop(name, None)) is not None:
                found[index] = there
    return tuple(sorted(found.items()))


def _name(item: Item) -> Hashable | None:
    return None if item.key is None else (item.kind, item.key)


def _exact(item: Item) -> Hashable:
    return item.kind, item.key, item.exact


def _words(item: Item) -> Hashable:
    return item.kind, item.key, item.words


def _many_words(item: Item) -> Hashable | None:
    return _words(item) if sum(word.isalpha() for word in item.words) >= MANY else None


def _named(old: Sequence[Item], new: Sequence[Item]) -> list[Index]:
    """What bears one name in both, as far as it stands in the same order."""
    before, after = _once(old), _once(new)
    return rising([(index, after[name]) for name, index in before.items() if name in after])


def _once(items: Sequence[Item]) -> dict[Hashable, int]:
    """The index of each name that stands once."""
    names = [_name(item) for item in items]
    count = Counter(names)
    return {name: index for index, name in enumerate(names) if name is not None and count[name] == 1}


def rising(pairs: Sequence[Index]) -> list[Index]:
    """The longest choice of pairs, sorted by their first, whose seconds rise too."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, second) in enumerate(pairs):
        place = bisect_left(ends, second)
        ends[place : place + 1], last[place : place + 1] = [second], [number]
        before.append(last[place - 1] if place else -1)
    number = last[-1] if last else -1
    chosen: list[Index] = []
    while number >= 0:
        chosen.append(pairs[number])
        number = before[number]
    return chosen[::-1]


def _filled(found: Iterable[Index], old: Sequence[Item], new: Sequence[Item], within: Within) -> list[Index]:
    """The pairs, and in each gap between them those that `within` finds there (indexes from the gap's beginning)."""
    result: list[Index] = []
    done_old = done_new = 0
    for first, second in (*found, (len(old), len(new))):
        if done_old < first and done_new < second:
            inside = within(old[done_old:first], new[done_new:second])
            result += [(a + done_old, b + done_new) for a, b in inside]
        result.append((first, second))
        done_old, done_new = first + 1, second + 1
    return result[:-1]


def _same(old: Sequence[Item], new: Sequence[Item], of: Callable[[Item], Hashable]) -> Iterator[Index]:
    for run in kept([of(one) for one in old], [of(one) for one in new]):
        yield from zip(range(run.old_start, run.old_end), range(run.new_start, run.new_end), strict=True)


def _alike(old: Sequence[Item], new: Sequence[Item]) -> list[Index]:
    """The order-preserving choice of pairs whose likeness is greatest in all; a large gap is compared piece by piece."""
    pieces = max(1, -(-max(len(old), len(new)) // WINDOW))
    cuts = [(len(old) * n // pieces, len(new) * n // pieces) for n in range(pieces + 1)]
    return [
        (a + first, b + second)
        for (first, second), (last_old, last_new) in pairwise(cuts)
        for a, b in _most_alike(old[first:last_old], new[second:last_new])
    ]


def _most_alike(old: Sequence[Item], new: Sequence[Item]) -> list[Index]:
    gain = [[likeness(before, after) - ALIKE for after in new] for before in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for a in reversed(range(len(old))):
        for b in reversed(range(len(new))):
            best[a][b] = max(best[a + 1][b], best[a][b + 1], best[a + 1][b + 1] + gain[a][b])
    return list(_traced(best, gain))


def _traced(best: Sequence[Sequence[float]], gain: Sequence[Sequence[float]]) -> Iterator[Index]:
    a = b = 0
    while a < len(gain) and b < len(gain[a]):
        if gain[a][b] > 0 and best[a][b] == best[a + 1][b + 1] + gain[a][b]:
            yield a, b
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1


def likeness(old: Item, new: Item) -> float:
    """The share of words in common, in order; nothing when both have names, which then are not the same."""
    if old.kind != new.kind or (old.key is not None and new.key is not None):
        return 0.0
    return Indel.normalized_similarity(old.words, new.words)


def woven(pairs: Iterable[Index], old: int, new: int) -> Iterator[Pairing]:
    """The pairs, rising in both, with what stands between them; `old` and `new` are the lengths."""
    done_old = done_new = 0
    for first, second in (*pairs, (old, new)):
        yield from ((index, None) for index in range(done_old, first))
        yield from ((None, index) for index in range(done_new, second))
        if first < old:
            yield first, second
        done_old, done_new = first + 1, second + 1

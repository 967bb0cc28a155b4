"""An edited text with its figures bound again where the words of a lost anchor stand untouched, and those written over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapportbyggare.alignment.edits import Edit, edits
from rapportbyggare.alignment.tokens import tokens, weight
from rapportbyggare.core.flat import Atom, flat, nested
from rapportbyggare.core.text import Code, DocumentText, Text, Value
from rapportbyggare.diff.folding import same


@dataclass(frozen=True, slots=True)
class Piece:
    """A token of a text, and the leaf it stands in."""

    word: str
    atom: int


@dataclass(frozen=True, slots=True)
class Bound:
    """A text with its figures, and the figures that read otherwise: each value of the untouched text, and what stands there.

    `loose` are those of them that stand in plain text, where the figure itself is gone.
    """

    content: DocumentText
    overtyped: tuple[tuple[Value, str], ...]
    loose: tuple[str, ...]


def bound_again(old: DocumentText, new: DocumentText, values: Mapping[str, Sequence[Value]]) -> Bound:
    """`new` with the values that `old` has, as they were; `values` are all of the untouched document's, by identity."""
    before, after = list(flat(old)), list(flat(new))
    kept = {atom.leaf.ident for atom in after if isinstance(atom.leaf, Value)}
    found = list(_changed(after, values))
    loose: list[tuple[Value, str]] = []
    lost = [n for n, atom in enumerate(before) if isinstance(atom.leaf, Value) and atom.leaf.ident not in kept]
    if lost:
        spots = list(_spots(before, after, lost))
        after = _replaced(after, [(start, end, value) for value, (start, end), standing in spots if standing])
        loose += _written_over(before, list(flat(new)), spots)
    after = [_untouched(atom, values) for atom in after]
    return Bound(nested(after), (*found, *loose), tuple(words for _, words in loose))


def _untouched(atom: Atom, values: Mapping[str, Sequence[Value]]) -> Atom:
    """A value that reads otherwise as it was: what is pasted in the source is the expression, not what somebody typed over it."""
    known = values.get(atom.leaf.ident, ()) if isinstance(atom.leaf, Value) else ()
    if not known or any(same(value.text, atom.leaf.text) for value in known if isinstance(atom.leaf, Value)):
        return atom
    return replace(atom, leaf=known[0])


def _changed(after: Sequence[Atom], values: Mapping[str, Sequence[Value]]) -> Iterator[tuple[Value, str]]:
    """Values that still have their anchors, and read otherwise."""
    for atom in after:
        if isinstance(atom.leaf, Value):
            known = values.get(atom.leaf.ident, ())
            if known and not any(same(value.text, atom.leaf.text) for value in known):
                yield known[0], atom.leaf.text


Spot = tuple[Value, tuple[int, int], bool]


def _spots(before: Sequence[Atom], after: Sequence[Atom], lost: Sequence[int]) -> Iterator[Spot]:
    """Where among the tokens of the new text each lost value stands, and whether its own words do."""
    old, new = _pieces(before), _pieces(after)
    runs = edits([one.word for one in old], [one.word for one in new], lambda n: weight(old[n].word))
    for number in lost:
        value = before[number].leaf
        assert isinstance(value, Value)
        inside = [n for n, one in enumerate(old) if one.atom == number]
        if inside:
            yield value, *_stands(runs, inside[0], inside[-1] + 1)


def _stands(runs: Sequence[Edit], start: int, end: int) -> tuple[tuple[int, int], bool]:
    for run in runs:
        if run.same and run.old_start <= start and end <= run.old_end:
            first = run.new_start + start - run.old_start
            return (first, first + end - start), True
    touched = [run for run in runs if run.old_start < end and start < run.old_end]
    return (min((run.new_start for run in touched), default=0), max((run.new_end for run in touched), default=0)), False


def _pieces(atoms: Sequence[Atom]) -> list[Piece]:
    return [Piece(word, n) for n, atom in enumerate(atoms) for word in _tokens(atom)]


def _tokens(atom: Atom) -> tuple[str, ...]:
    return tokens(atom.leaf.text) if isinstance(atom.leaf, (Text, Code, Value)) else ()


def _replaced(after: list[Atom], spots: Sequence[tuple[int, int, Value]]) -> list[Atom]:
    """The leaves with values where their words stand in plain text."""
    first = 0
    done: list[Atom] = []
    for atom in after:
        words = _tokens(atom)
        here = [
            (start - first, end - first, value) for start, end, value in spots if first <= start and end <= first + len(words)
        ]
        first += len(words)
        done += _cut(atom, words, sorted(here, key=lambda one: one[0])) if here and isinstance(atom.leaf, Text) else [atom]
    return done


def _cut(atom: Atom, words: Sequence[str], spots: Sequence[tuple[int, int, Value]]) -> Iterator[Atom]:
    done = 0
    for start, end, value in spots:
        if start < done:
            continue
        yield replace(atom, leaf=Text("".join(words[done:start])))
        yield replace(atom, leaf=replace(value, text="".join(words[start:end])))
        done = end
    yield replace(atom, leaf=Text("".join(words[done:])))


def _written_over(before: Sequence[Atom], after: Sequence[Atom], spots: Sequence[Spot]) -> Iterator[tuple[Value, str]]:
    """Figures in whose stead another number stands."""
    words = [one.word for one in _pieces(after)]
    for value, (start, end), standing in spots:
        now = "".join(words[start:end]).strip()
        if not standing and value.figure is not None and any(sign.isdigit() for sign in now):
            yield value, now

"""A text as the smallest things that can be kept or changed, and put together again."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple, TypeVar, assert_never

from rapportbyggare.alignment.tokens import tokens, weight
from rapportbyggare.core.compared import RedlineLeaf
from rapportbyggare.core.text import (
    Code,
    DocumentInline,
    DocumentText,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    NoteNumber,
    Reference,
    Span,
    Strong,
    TableNoteMark,
    Text,
    Value,
)

# What stands in a text for good: a figure, a note's mark, a reference.
HEAVY = 100
L = TypeVar("L")
Wrap = Emphasis[RedlineLeaf] | Strong[RedlineLeaf] | Span[RedlineLeaf] | Link[RedlineLeaf] | Reference
Wraps = tuple[Wrap, ...]
Placed = tuple[Wraps, Inline[RedlineLeaf]]


class Atom(NamedTuple):
    """A word, a figure, a mark: `key` is what it is, `wraps` what it stands in (emphasis, a link …), outermost first."""

    key: Hashable
    item: DocumentInline
    wraps: Wraps
    weight: int


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called in an edition, so that they can be told again in the other: its notes, by number."""

    notes: Callable[[int], Hashable]


def atoms(content: DocumentText, names: Names, wraps: Wraps = ()) -> Iterator[Atom]:
    """The atoms of a text, in order."""
    for item in content:
        yield from _atoms(item, names, wraps)


def _atoms(item: DocumentInline, names: Names, wraps: Wraps) -> Iterator[Atom]:
    match item:
        case Text(text) | Code(text):
            for token in tokens(text):
                yield Atom((type(item), token, frozenset(wraps)), replace(item, text=token), wraps, weight(token))
        case Value():
            yield Atom(("värde", item.ident), item, wraps, HEAVY)
        case NoteNumber(number):
            yield Atom(("not", names.notes(number)), item, wraps, HEAVY)
        case TableNoteMark(letter):
            yield Atom(("bokstav", letter), item, wraps, HEAVY)
        case Reference(key, children=()):
            yield Atom(("hänvisning", key, item.lead.lower()), item, wraps, HEAVY)
        case LineBreak():
            yield Atom(("rad",), item, wraps, 0)
        case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children):
            yield from atoms(children, names, (*wraps, replace(item, children=())))
        case Reference(children=children):
            yield from atoms(children, names, (*wraps, replace(item, children=(), number="")))
        case _:
            assert_never(item)


def keys(old: Sequence[Atom], new: Sequence[Atom]) -> tuple[list[Hashable], list[Hashable]]:
    """The keys by which two texts are laid side by side: a figure that stands in one of them only is known by how it is made."""
    both = {atom.key for atom in old} & {atom.key for atom in new}
    return [_key(atom, both) for atom in old], [_key(atom, both) for atom in new]


def _key(atom: Atom, both: set[Hashable]) -> Hashable:
    if isinstance(atom.item, Value) and not (atom.item.ident and atom.key in both):
        return "uttryck", atom.item.expression.source or atom.item.text
    return atom.key


def together(placed: Iterable[Placed]) -> tuple[Inline[RedlineLeaf], ...]:
    """Atoms as running text again, each inside what it stands in."""
    found: list[Inline[RedlineLeaf]] = []
    for wrap, group in groupby(placed, key=lambda one: one[0][0] if one[0] else None):
        if wrap is None:
            found += _joined(item for _, item in group)
        else:
            inside = together((wraps[1:], item) for wraps, item in group)
            found.append(replace(wrap, children=inside))
    return tuple(found)


def _joined(items: Iterable[Inline[RedlineLeaf]]) -> Iterator[Inline[RedlineLeaf]]:
    """Words beside each other as one text."""
    words: Text | Code | None = None
    for item in items:
        if isinstance(item, (Text, Code)) and type(item) is type(words):
            words = replace(words, text=words.text + item.text)
            continue
        if words is not None:
            yield words
        words = item if isinstance(item, (Text, Code)) else None
        if words is None:
            yield item
    if words is not None:
        yield words


def shared_wraps(stretch: Sequence[Atom]) -> Wraps:
    """What all of a stretch stands in."""
    first = stretch[0].wraps
    length = len(first)
    for atom in stretch[1:]:
        pairs = zip(first[:length], atom.wraps, strict=False)
        length = next((n for n, (a, b) in enumerate(pairs) if a != b), min(length, len(atom.wraps)))
    return first[:length]


def as_text(stretch: Iterable[Atom], depth: int) -> DocumentText:
    """A stretch of one edition as running text, inside the first `depth` things it stands in."""
    return together((atom.wraps[depth:], atom.item) for atom in stretch)  # type: ignore[return-value]

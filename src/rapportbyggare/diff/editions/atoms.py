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
# What the notes that figures bring are called, beside their order.
AUTOMATIC = "automatisk"
L = TypeVar("L")
Wrap = Emphasis[RedlineLeaf] | Strong[RedlineLeaf] | Span[RedlineLeaf] | Link[RedlineLeaf] | Reference
Wraps = tuple[Wrap, ...]
Placed = tuple[Wraps, Inline[RedlineLeaf]]


class Atom(NamedTuple):
    """A word, a figure, a mark: `key` is what it is, `wraps` what it stands in (emphasis, a link …), outermost first."""

    key: tuple[Hashable, ...]
    item: DocumentInline
    wraps: Wraps
    weight: int


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called in an edition, so that they can be told again in the other: notes by number, targets by key."""

    notes: Callable[[int], Hashable]
    targets: Callable[[str], Hashable]


def atoms(content: DocumentText, names: Names, wraps: Wraps = ()) -> Iterator[Atom]:
    """The atoms of a text, in order."""
    for item in content:
        yield from _atoms(item, names, wraps)


def _atoms(item: DocumentInline, names: Names, wraps: Wraps) -> Iterator[Atom]:
    match item:
        case Text(text) | Code(text):
            for token in tokens(text):
                yield Atom((_sort(item), token, _standing_in(wraps, names)), replace(item, text=token), wraps, weight(token))
        case Value():
            yield Atom(("värde", item.ident, _standing_in(wraps, names)), item, wraps, HEAVY)
        case NoteNumber(number):
            yield Atom(("not", names.notes(number)), item, wraps, HEAVY)
        case TableNoteMark(letter):
            yield Atom(("bokstav", letter), item, wraps, HEAVY)
        case Reference(key, children=()):
            yield Atom(("hänvisning", names.targets(key), item.lead.lower(), _standing_in(wraps, names)), item, wraps, HEAVY)
        case LineBreak():
            yield Atom(("rad",), item, wraps, 0)
        case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children):
            yield from atoms(children, names, (*wraps, replace(item, children=())))
        case Reference(children=children):
            yield from atoms(children, names, (*wraps, replace(item, children=(), number="")))
        case _:
            assert_never(item)


def marked(content: DocumentText) -> Iterator[int]:
    """The numbers of the notes that a text marks."""
    for item in content:
        match item:
            case NoteNumber(number):
                yield number
            case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children) | Reference(children=children):
                yield from marked(children)
            case _:
                pass


def _standing_in(wraps: Wraps, names: Names) -> Hashable:
    """What an atom stands in, whichever is outermost, as it can be told again in the other edition."""
    return frozenset((Reference, names.targets(wrap.key)) if isinstance(wrap, Reference) else wrap for wrap in wraps)


def keys(old: Sequence[Atom], new: Sequence[Atom]) -> tuple[list[Hashable], list[Hashable]]:
    """The keys by which two texts are laid side by side: a figure that stands in one of them only is known by how it is made."""
    both = {atom.key for atom in old} & {atom.key for atom in new}
    return [_key(atom, both) for atom in old], [_key(atom, both) for atom in new]


def _key(atom: Atom, both: set[tuple[Hashable, ...]]) -> Hashable:
    if isinstance(atom.item, Value) and not (atom.item.ident and atom.key in both):
        return "uttryck", atom.item.expression.source or atom.item.text, atom.key[2:]
    return atom.key


def printed(stretch: Iterable[Atom]) -> list[Hashable]:
    """What a stretch prints: its words with what they stand in, however they are written in the sources."""
    found: list[Hashable] = []
    for look, group in groupby(stretch, _look):
        words = "".join(atom.item.text if isinstance(atom.item, (Text, Code, Value)) else "|" for atom in group)
        found += [look, words]
    return found


def _look(atom: Atom) -> Hashable:
    return (_sort(atom.item), atom.key[2]) if isinstance(atom.item, (Text, Code, Value)) else atom.key


def _sort(item: Text | Code | Value) -> str:
    return "kod" if isinstance(item, Code) else "ord"


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

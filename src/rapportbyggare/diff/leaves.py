"""A text taken apart into leaves, and two bindings of the same text laid side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import assert_never

from rapportbyggare.core.place import Place
from rapportbyggare.core.plain import referred
from rapportbyggare.core.text import (
    Code,
    DocumentInline,
    DocumentText,
    Emphasis,
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

Key = tuple[object, ...]
NUMBERED = "hänvisning"


@dataclass(frozen=True, slots=True)
class Leaf:
    """What cannot be taken further apart; `key` is what it is in the draft, whatever it reads.

    `mark` is a note's number or letter; a mark reads as nothing.
    """

    key: Key
    text: str
    value: Value | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A leaf before and after, with its offsets among the plain words; None where it does not stand."""

    old: Leaf | None
    new: Leaf | None
    at_old: int
    at_new: int

    @property
    def before(self) -> str:
        """What it read."""
        return self.old.text if self.old else ""

    @property
    def after(self) -> str:
        """What it reads."""
        return self.new.text if self.new else ""

    @property
    def differs(self) -> bool:
        """Whether it reads otherwise, or stands in one of the texts only."""
        return self.before != self.after or (self.old is None) != (self.new is None)

    @property
    def mark(self) -> str:
        """The number or letter of the note it leads to, "" when it is no note's mark."""
        leaf = self.new or self.old
        return leaf.mark if leaf else ""

    @property
    def place(self) -> Place | None:
        """Where a note's mark is written; None for a letter, which is known by its cell."""
        leaf = self.new or self.old
        return next((part for part in leaf.key if isinstance(part, Place) and part.file), None) if leaf else None

    @property
    def is_number(self) -> bool:
        """Whether it is a reference, whose number changes with the order of things."""
        leaf = self.new or self.old
        return leaf is not None and leaf.key[0] == NUMBERED


def leaves(content: DocumentText) -> Iterator[Leaf]:
    """The leaves of a text, in order."""
    for item in content:
        yield from _leaves(item)


def _leaves(item: DocumentInline) -> Iterator[Leaf]:
    match item:
        case Value(text, expression=expression):
            yield Leaf(("värde", expression.place, expression.source), text, item)
        case Text(text, place) | Code(text, place):
            yield Leaf(("ord", place, text), text)
        case LineBreak():
            yield Leaf(("rad",), " ")
        case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children):
            yield from leaves(children)
        case Reference(children=()):
            yield Leaf((NUMBERED, item.key), referred(item))
        case Reference(children=children):
            yield from leaves(children)
        case NoteNumber(number, _, place):
            yield Leaf(("notmärke", place), "", None, str(number))
        case TableNoteMark(letter):
            yield Leaf(("notbokstav",), "", None, letter)
        case _:
            assert_never(item)


def side_by_side(old: DocumentText, new: DocumentText) -> tuple[Piece, ...]:
    """The leaves of both texts in one order; the same leaf of the draft is one piece."""
    before, after = list(leaves(old)), list(leaves(new))
    if [leaf.key for leaf in before] == [leaf.key for leaf in after]:  # nearly always
        return tuple(_placed(list(zip(before, after, strict=True))))
    matcher = SequenceMatcher(None, [leaf.key for leaf in before], [leaf.key for leaf in after], autojunk=False)
    pairs: list[tuple[Leaf | None, Leaf | None]] = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            pairs += zip(before[a:b], after[c:d], strict=True)
        else:
            pairs += [*((leaf, None) for leaf in before[a:b]), *((None, leaf) for leaf in after[c:d])]
    return tuple(_placed(pairs))


def _placed(pairs: Sequence[tuple[Leaf | None, Leaf | None]]) -> Iterator[Piece]:
    at_old = at_new = 0
    for old, new in pairs:
        yield Piece(old, new, at_old, at_new)
        at_old += len(old.text) if old else 0
        at_new += len(new.text) if new else 0

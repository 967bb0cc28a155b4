"""Running text as a flat row of leaves, each with its looks, and that row as the nested text of the model.

Word knows no order of bold round italic: texts that look the same become the same tree, links outermost, then language,
then bold, then italic.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import assert_never

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

Leaf = Text | Code | LineBreak | Value | NoteNumber | TableNoteMark | Reference


@dataclass(frozen=True, slots=True)
class Face:
    """How a leaf looks: the address it leads to, its language ("" for the document's own), weight, slant."""

    address: str = ""
    language: str = ""
    bold: bool = False
    italic: bool = False


PLAIN = Face()


@dataclass(frozen=True, slots=True)
class Atom:
    """A leaf and its looks; `raised` text may be the letter of a note under a table."""

    leaf: Leaf
    face: Face = PLAIN
    raised: bool = False


Wrap = Callable[[DocumentText, Face], DocumentInline]
Wraps = tuple[tuple[Callable[[Face], str | bool], Wrap], ...]
WRAPS: Wraps = (
    (lambda face: face.address, lambda text, face: Link(face.address, text)),
    (lambda face: face.language, lambda text, face: Span(face.language, text)),
    (lambda face: face.bold, lambda text, _: Strong(text)),
    (lambda face: face.italic, lambda text, _: Emphasis(text)),
)


def flat(content: DocumentText, face: Face = PLAIN) -> Iterator[Atom]:
    """The leaves of a text, each with its looks; a reference in words of its own is one leaf."""
    for item in content:
        match item:
            case Emphasis(children):
                yield from flat(children, replace(face, italic=True))
            case Strong(children):
                yield from flat(children, replace(face, bold=True))
            case Span(language, children):
                yield from flat(children, replace(face, language=language))
            case Link(address, children):
                yield from flat(children, replace(face, address=address))
            case Text() | Code() | LineBreak() | Value() | NoteNumber() | TableNoteMark() | Reference():
                yield Atom(item, face)
            case _:
                assert_never(item)


def nested(atoms: Iterable[Atom], wraps: Wraps = WRAPS) -> DocumentText:
    """The row as nested text, its words joined where they look the same; `wraps` are the looks, the outermost first."""
    return _wrapped(_settled([atom for atom in atoms if not (isinstance(atom.leaf, (Text, Code)) and not atom.leaf.text)]), wraps)


def _wrapped(atoms: Sequence[Atom], wraps: Wraps) -> DocumentText:
    if not wraps:
        return _joined(atoms)
    look, wrap = wraps[0]
    done: list[DocumentInline] = []
    for said, group in groupby(atoms, lambda atom: look(atom.face)):
        same = list(group)
        inner = _wrapped(same, wraps[1:])
        done += [wrap(inner, same[0].face)] if said else inner
    return tuple(done)


def _joined(atoms: Iterable[Atom]) -> DocumentText:
    done: list[DocumentInline] = []
    for leaf in (atom.leaf for atom in atoms):
        match done[-1] if done else None, leaf:
            case (Text(before), Text(text)):
                done[-1] = Text(before + text)
            case (Code(before), Code(text)):
                done[-1] = Code(before + text)
            case _:
                done.append(leaf)
    return tuple(done)


def _settled(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """The atoms, where a line break looks as those on both sides of it do."""
    if not any(isinstance(atom.leaf, LineBreak) for atom in atoms):
        return atoms
    done = list(atoms)
    for n, atom in enumerate(atoms):
        if isinstance(atom.leaf, LineBreak):
            before = done[n - 1].face if n else PLAIN
            after = next((other.face for other in atoms[n + 1 :] if not isinstance(other.leaf, LineBreak)), PLAIN)
            done[n] = replace(atom, face=_shared(before, after))
    return done


def _shared(one: Face, other: Face) -> Face:
    return Face(
        one.address if one.address == other.address else "",
        one.language if one.language == other.language else "",
        one.bold and other.bold,
        one.italic and other.italic,
    )

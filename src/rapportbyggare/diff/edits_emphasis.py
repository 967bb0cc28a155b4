"""Emphasis that Markdown can say: its signs do not work between a letter and a mark, so there the mark stands outside them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rapportbyggare.core.flat import Atom, Face
from rapportbyggare.core.text import Text, Value

PARTS = re.compile(r"((?:[^\w\s]|_)*)(.*?)((?:[^\w\s]|_)*)", re.DOTALL)
PARTS_END = {0: re.compile(r"^(?:[^\w\s]|_)"), -1: re.compile(r"(?:[^\w\s]|_)$")}
EDGE = Atom(Text(""))


def loosened(atoms: Iterable[Atom]) -> Iterator[Atom]:
    """The row of leaves, where marks are plain if they touch a letter, or something emphasised, that looks otherwise."""
    parts = [part for atom in atoms for part in _parts(atom)]
    for before, part, after in zip((EDGE, *parts), parts, (*parts[1:], EDGE), strict=False):
        face = _like(part.face, before.face) if _binds(before, -1) and _is_mark(part, 0) else part.face
        yield replace(part, face=_like(face, after.face) if _binds(after, 0) and _is_mark(part, -1) else face)


def _parts(atom: Atom) -> Iterator[Atom]:
    """A text as the marks that begin it, its words, and the marks that end it; anything else as it is."""
    match atom.leaf:
        case Text(text) if (found := PARTS.fullmatch(text)) is not None:
            yield from (replace(atom, leaf=Text(part)) for part in found.groups() if part)
        case _:
            yield atom


def _binds(atom: Atom, end: int) -> bool:
    """Whether a leaf is emphasised, or begins (0) or ends (-1) with a letter; a figure is one to the reader of sections."""
    emphasised = atom.face.bold or atom.face.italic or isinstance(atom.leaf, Value)
    return emphasised or (isinstance(atom.leaf, Text) and atom.leaf.text[end:][:1].isalnum())


def _is_mark(atom: Atom, end: int) -> bool:
    """Whether it begins or ends with a mark: so does all that is written in brackets and signs."""
    return not (isinstance(atom.leaf, Value) or (isinstance(atom.leaf, Text) and PARTS_END[end].search(atom.leaf.text) is None))


def _like(face: Face, beside: Face) -> Face:
    """A look without weight and slant if the one beside has others; between brackets they do not touch."""
    if (face.address, face.language) != (beside.address, beside.language):
        return face
    return face if face == beside else replace(face, bold=False, italic=False)

"""The lines as the rules of form see them: what may not be touched is sealed, character for character.

Sealed are all that `seals` takes out, values of the dataset and what stands in quotation marks.
"""

from collections.abc import Iterator
from typing import NamedTuple

from rapportbyggare.checks.form_rule import BOUND, SEALED
from rapportbyggare.checks.seals import MARKS, QUOTED, kept_names, without_fixed, without_names
from rapportbyggare.checks.subject import Line, Piece, PieceKind, Subject
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import DocumentInline, DocumentText, Emphasis, Strong
from rapportbyggare.core.walk import all_texts


class _Names(NamedTuple):
    """What keeps its own spelling: whole pieces that are `titles`, and the names `kept` wherever they stand."""

    titles: frozenset[str]
    kept: tuple[str, ...]


def masked(subject: Subject) -> tuple[tuple[Line, str], ...]:
    """Each line, and its words with a sign of its own for each character that may not be touched."""
    names = _names_in(subject)
    return tuple((line, _mask_of(line, names)) for line in subject.lines)


def _names_in(subject: Subject) -> _Names:
    """What keeps its own spelling: the words that a document has in italics, as it has titles, and the declared names."""
    texts = all_texts(subject.document) if subject.document else ()
    return _Names(frozenset(words for text in texts for words in _italics(text)), kept_names(subject.settings))


def _italics(text: DocumentText) -> Iterator[str]:
    for item in text:
        yield from _italics_of(item)


def _italics_of(item: DocumentInline) -> Iterator[str]:
    match item:
        case Emphasis(children):
            yield plain(children)
        case Strong(children):
            yield from _italics(children)
        case _:
            return


def _mask_of(line: Line, names: _Names) -> str:
    """A line with what may not be touched sealed; a quotation's own marks are left."""
    if all(piece.kind is not PieceKind.TYPED for piece in line.pieces):
        return SEALED * len(line.text)
    mask = "".join([_sealed(piece, names.titles) for piece in line.pieces])
    return without_names(without_fixed(mask), names.kept)


def _sealed(piece: Piece, titles: frozenset[str]) -> str:
    text = piece.text
    match piece.kind:
        case PieceKind.BOUND:
            return BOUND * len(text)
        case PieceKind.TYPED:
            return SEALED * len(text) if text in titles else QUOTED.sub(SEALED, text)
        case PieceKind.LITERAL:
            quoted = len(text) > 1 and text[0] in MARKS and text[-1] in MARKS
            return text[0] + SEALED * (len(text) - 2) + text[-1] if quoted else SEALED * len(text)

"""Running text as pieces: what is typed, what is bound, what is quoted or taken letter by letter."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from rapportbyggare.checks.addresses import ADDRESS, FILE
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.subject import Piece, PieceKind
from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.core.plain import plain_inline
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

LITERAL = lazy(
    r"[”“][^”“]{1,1500}[”“]|„[^”“„]{1,1500}[”“]|»[^»«]{1,1500}[»«]|\"[^\"]{1,1500}\""
    rf"|{ADDRESS}|{FILE}"
)

CUES = lazy(r"[”“„»\"@]|://|mailto:|www\.|\.\w")
"""What all that `LITERAL` finds has one of: it spares most texts the search."""


def pieces_of(content: DocumentText, made: bool = False) -> tuple[Piece, ...]:
    """The pieces of a text, covering its plain words. `made` says that data made all of it."""
    found = list(_placed(_inlines(content)))
    if made:
        return tuple(Piece(one.text, one.start, PieceKind.BOUND, one.figure, one.facts, one.place) for one in found)
    return tuple(literal_parted(found))


def typed_pieces(text: str, place: Place = NOWHERE) -> tuple[Piece, ...]:
    """The pieces of a text without anything bound, as a file that we did not build has it."""
    return tuple(literal_parted([Piece(text, 0, PieceKind.TYPED, place=place)])) if text else ()


def literal_parted(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces with quotations and addresses as literal pieces of their own; a bound value in a quotation stays bound."""
    text = "".join([one.text for one in pieces])
    spans, first = [found.span() for found in LITERAL.finditer(text)] if CUES.search(text) else [], 0
    for piece in pieces:
        while first < len(spans) and spans[first][1] <= piece.start:
            first += 1
        inside = spans[first : bisect_left(spans, (piece.end, 0), first)]
        if piece.kind is PieceKind.TYPED and inside:
            yield from _cut(piece, inside)
        else:
            yield piece


def _cut(piece: Piece, spans: list[tuple[int, int]]) -> Iterator[Piece]:
    at = piece.start
    for start, end in spans:
        start, end = max(start, piece.start), min(end, piece.end)
        if at < start:
            yield part_of(piece, at, start, PieceKind.TYPED)
        yield part_of(piece, start, end, PieceKind.LITERAL)
        at = end
    if at < piece.end:
        yield part_of(piece, at, piece.end, PieceKind.TYPED)


def part_of(piece: Piece, start: int, end: int, kind: PieceKind) -> Piece:
    """A stretch of a piece, by offsets in the line, as a piece of its own."""
    place = piece.place
    moved = place._replace(column=place.column + start - piece.start) if place.column else place
    return Piece(piece.text[start - piece.start : end - piece.start], start, kind, place=moved)


def _placed(pieces: Iterator[Piece]) -> Iterator[Piece]:
    start = 0
    for piece in pieces:
        if piece.text:
            yield Piece(piece.text, start, piece.kind, piece.figure, piece.facts, piece.place) if start else piece
            start += len(piece.text)


def _inlines(content: DocumentText) -> Iterator[Piece]:
    for item in content:
        yield from _of_inline(item)


def _of_inline(item: DocumentInline) -> Iterator[Piece]:
    match item:
        case Text(text, place):
            yield Piece(text, 0, PieceKind.TYPED, place=place)
        case Value(text, figure, facts, expression):
            yield Piece(text, 0, PieceKind.BOUND, figure, facts, expression.place)
        case Code(text, place):
            yield Piece(text, 0, PieceKind.LITERAL, place=place)
        case Emphasis(children) | Strong(children):
            yield from _inlines(children)
        case Span(_, children) | Link(_, children):
            yield from (_literal(one) for one in _inlines(children))
        case Reference(children=children):
            yield from _inlines(children) if children else (Piece(plain_inline(item), 0, PieceKind.BOUND),)
        case LineBreak():
            yield Piece(" ", 0, PieceKind.TYPED)
        case NoteNumber() | TableNoteMark():
            return
        case _:
            assert_never(item)


def _literal(piece: Piece) -> Piece:
    return replace(piece, kind=PieceKind.LITERAL) if piece.kind is PieceKind.TYPED else piece

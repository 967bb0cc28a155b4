"""Two bindings of one text cut into sentences, where a sentence ends in both."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapportbyggare.diff.leaves import Piece
from rapportbyggare.typography.sentences import sentence_ends

Cut = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence before and after, with the pieces of it that differ; "" where it does not stand."""

    before: str
    after: str
    pieces: tuple[Piece, ...]


def units(pieces: Sequence[Piece]) -> tuple[Unit, ...]:
    """The sentences in which something differs."""
    old, new = "".join(piece.before for piece in pieces), "".join(piece.after for piece in pieces)
    cuts = sorted({(0, 0), *_cuts(pieces, set(sentence_ends(old)), set(sentence_ends(new))), (len(old), len(new))})
    spans = list(pairwise(cuts)) or [((0, 0), (0, 0))]
    inside: dict[int, list[Piece]] = {}
    for piece in pieces:
        if piece.differs and not piece.mark:
            inside.setdefault(_span_of(piece, spans), []).append(piece)
    return tuple(_unit(old, new, spans[number], found) for number, found in sorted(inside.items()))


def _unit(old: str, new: str, span: tuple[Cut, Cut], pieces: list[Piece]) -> Unit:
    (a, c), (b, d) = span
    return Unit(old[a:b].strip(), new[c:d].strip(), tuple(pieces))


def _cuts(pieces: Sequence[Piece], old_ends: set[int], new_ends: set[int]) -> Iterator[Cut]:
    for piece in pieces:
        same = piece.before == piece.after
        steps = range(len(piece.before) + 1) if same else (0,)
        for step in steps:
            if piece.at_old + step in old_ends and piece.at_new + step in new_ends:
                yield piece.at_old + step, piece.at_new + step


def _span_of(piece: Piece, spans: Sequence[tuple[Cut, Cut]]) -> int:
    """The sentence a piece stands in: the first that holds all of it before and after."""
    first, last = (piece.at_old, piece.at_new), (piece.at_old + len(piece.before), piece.at_new + len(piece.after))
    holding = (
        number
        for number, (start, end) in enumerate(spans)
        if start[0] <= first[0] and start[1] <= first[1] and last[0] <= end[0] and last[1] <= end[1]
    )
    return next(holding, len(spans) - 1)

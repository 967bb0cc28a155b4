"""A plain text in which the figures of the dataset are known: where faults can be made, and the same text as it is read."""

import re
from collections.abc import Iterator
from dataclasses import replace

from rapportbyggare.checks.plain_subject import lines_of_text
from rapportbyggare.checks.subject import Line, Piece, PieceKind, Subject
from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.figure import Figure, Format, Observation, Unit
from rapportbyggare.typography.numbers import round_half_up

FIGURE = re.compile(r"(?<![\w,./§-])\d+(?:[ \u00a0]\d{3})*(?:,\d+)?(?:[ \u00a0]?%)?(?![\w,./-]?\d)")
YEAR = re.compile(r"(?:19|20)\d\d")
LEAST_DIGITS = 2


def plain_report(text: str, like: Subject) -> Subject:
    """The text with its figures told apart as if they were bound, against the dataset of another subject."""
    known = dict(_known(like.dataset))
    lines = tuple(_marked(line, known) for line in lines_of_text(text, "a.txt"))
    return Subject(lines, like.dataset, like.year)


def as_typed(subject: Subject) -> Subject:
    """The same text as the checks read it."""
    return replace(subject, lines=tuple(replace(line, pieces=tuple(map(_unmarked, line.pieces))) for line in subject.lines))


def _unmarked(piece: Piece) -> Piece:
    return replace(piece, kind=PieceKind.TYPED, figure=None) if piece.kind is PieceKind.BOUND else piece


def _known(dataset: Dataset) -> Iterator[tuple[str, Observation]]:
    for one in dataset.observations.values():
        if one.amount is not None:
            yield from ((_digits(str(round_half_up(one.amount, decimals))), one) for decimals in (0, 1))


def _digits(written: str) -> str:
    return re.sub(r"[ \u00a0%]", "", written.replace(".", ","))


def _marked(line: Line, known: dict[str, Observation]) -> Line:
    return replace(line, pieces=tuple(part for piece in line.pieces for part in _parts(piece, known)))


def _parts(piece: Piece, known: dict[str, Observation]) -> Iterator[Piece]:
    at = 0
    for found in FIGURE.finditer(piece.text) if piece.kind is PieceKind.TYPED else ():
        digits = _digits(found[0])
        if digits in known and len(digits) >= LEAST_DIGITS and not YEAR.fullmatch(found[0]):
            yield from _stretch(piece, at, found.start())
            one = replace(
                piece, text=found[0], start=piece.start + found.start(), kind=PieceKind.BOUND, figure=_figure(known[digits])
            )
            yield _moved(one, piece, found.start())
            at = found.end()
    yield from _stretch(piece, at, len(piece.text))


def _stretch(piece: Piece, start: int, end: int) -> Iterator[Piece]:
    if start < end:
        yield _moved(replace(piece, text=piece.text[start:end], start=piece.start + start), piece, start)


def _moved(part: Piece, whole: Piece, offset: int) -> Piece:
    return replace(part, place=whole.place._replace(column=whole.place.column + offset))


def _figure(one: Observation) -> Figure:
    form = Format(Unit.COUNT)
    return Figure(one.amount, form, one.status, one.key, (one.key,), one.period, one.base, one.measured, (one.origin,))

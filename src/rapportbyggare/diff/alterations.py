"""What two bindings of one draft print differently, as somebody who corrects a finished text by hand meets it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Union

from rapportbyggare.core.document import Document, DraftSection
from rapportbyggare.diff.alone import came_and_went
from rapportbyggare.diff.arms import arms
from rapportbyggare.diff.changes import Part, PassageChange
from rapportbyggare.diff.findings import note_words
from rapportbyggare.diff.leaves import Piece, side_by_side
from rapportbyggare.diff.pairs import Pair, paired
from rapportbyggare.diff.units import Unit, units
from rapportbyggare.passages.listing import passages
from rapportbyggare.passages.passage import Passage, PrintedKind

DRAWN = (PrintedKind.CHART, PrintedKind.CHART_TEXT)
SAID = (PrintedKind.ALT, PrintedKind.DESCRIPTION)


@dataclass(frozen=True, slots=True)
class ValueAltered:
    """A value that reads otherwise: `text` is now `right`.

    `context` is the words of its passage and `start` where it stands in them, reading `shown`; `before` and `after` are its
    whole sentence, `ident` names its anchor.
    """

    old: Passage
    new: Passage
    ident: str
    text: str
    right: str
    context: str
    start: int
    shown: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class SentenceAltered:
    """A sentence that reads otherwise in more than single values; "" where it does not stand."""

    old: Passage
    new: Passage
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MarkAltered:
    """A note's mark that came or went in a text that stands; `note` is what it says.

    It stands after the words `beside`, which read `was` before; `whole` tells that the note itself came or went with it.
    """

    old: Passage
    new: Passage
    came: bool
    note: str
    beside: str
    was: str
    whole: bool


@dataclass(frozen=True, slots=True)
class DrawingAltered:
    """A chart that is drawn otherwise: what differs in it, as (where, old, new)."""

    passage: Passage
    differences: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class SaidAltered:
    """A text alternative, or a table's description, that reads otherwise."""

    passage: Passage
    text: str
    right: str


@dataclass(frozen=True, slots=True)
class PassageAltered:
    """A passage, row, note, table or figure that came, went or was exchanged; `near` is the text it comes after."""

    change: PassageChange
    near: str


Alteration = Union[ValueAltered, SentenceAltered, MarkAltered, DrawingAltered, SaidAltered, PassageAltered]


def alterations(old: Document, new: Document, sections: Iterable[DraftSection]) -> tuple[Alteration, ...]:
    """What reads otherwise in `new` than in `old`; `sections` are the draft's, to tell what excludes what.

    References whose number alone differs are left out: they are fields, which renew themselves.
    """
    pairs = paired(passages(old), passages(new))
    notes = note_words(old), note_words(new)
    found = [one for pair in pairs if pair.old and pair.new for one in _in_both(pair.old, pair.new, notes)]
    marked = {one.note for one in found if isinstance(one, MarkAltered)}
    alone = [change for change in came_and_went(pairs, arms(sections), frozenset()) if _told(change, marked)]
    return (*found, *_drawings(pairs), *(PassageAltered(change, _near(change, pairs)) for change in alone))


def _told(change: PassageChange, marked: set[str]) -> bool:
    """Charts are told whole, and a note with its mark where the mark stands in a text that stands."""
    if change.part is Part.POINT or change.spot.kind in (*DRAWN, *SAID):
        return False
    return change.part is not Part.NOTE or (change.after or change.before) not in marked


def _in_both(old: Passage, new: Passage, notes: tuple[Mapping[tuple[str, str], str], ...]) -> Iterator[Alteration]:
    if old.content == new.content or new.kind in DRAWN:
        return
    if new.kind in SAID:
        if old.text != new.text:
            yield SaidAltered(new, old.text, new.text)
        return
    pieces = side_by_side(old.content, new.content)
    if old.text != new.text:
        yield from (one for unit in units(pieces) for one in _of_unit(unit, old, new))
    yield from _marks(pieces, old, new, notes)


def _of_unit(unit: Unit, old: Passage, new: Passage) -> Iterator[Alteration]:
    pieces = [piece for piece in unit.pieces if not piece.is_number]
    if unit.before == unit.after:
        return
    if all(piece.old and piece.new and piece.old.value and piece.before and piece.after for piece in pieces):
        yield from (_value(piece, unit, old, new) for piece in pieces)
    else:
        yield SentenceAltered(old, new, unit.before, unit.after)


def _value(piece: Piece, unit: Unit, old: Passage, new: Passage) -> ValueAltered:
    ident = piece.old.value.ident if piece.old and piece.old.value else ""
    return ValueAltered(old, new, ident, piece.before, piece.after, old.text, piece.at_old, piece.before, unit.before, unit.after)


def _marks(
    pieces: Sequence[Piece], old: Passage, new: Passage, notes: tuple[Mapping[tuple[str, str], str], ...]
) -> Iterator[MarkAltered]:
    """Footnotes' marks; a letter in a table is told with the note it leads to."""
    for piece in pieces:
        if piece.mark.isdigit() and piece.differs:
            came = piece.new is not None
            key = ("", piece.mark)
            said, elsewhere = (notes[1], notes[0]) if came else (notes[0], notes[1])
            text, at = (new.text, piece.at_new) if came else (old.text, piece.at_old)
            note = said.get(key, "")
            beside, was = _beside(text[:at], pieces, piece)
            yield MarkAltered(old, new, came, note, beside, was, note not in elsewhere.values())


def _beside(before: str, pieces: Sequence[Piece], mark: Piece) -> tuple[str, str]:
    """The value a mark stands after, now and before; else the last words."""
    place = pieces.index(mark)
    previous = pieces[place - 1] if place else None
    if previous and previous.new and previous.new.value:
        return previous.after, previous.before or previous.after
    words = " ".join(before.split(" ")[-3:])
    return words, words


def _drawings(pairs: Sequence[Pair]) -> Iterator[DrawingAltered]:
    """Each chart that stands in both documents and is drawn otherwise."""
    both = {
        pair.new.identity.block: pair.new for pair in pairs if pair.old and pair.new and pair.new.kind is PrintedKind.FIGURE_TEXT
    }
    drawn: dict[str, list[tuple[str, str, str]]] = {}
    for pair in pairs:
        old, new = pair.old.text if pair.old else "", pair.new.text if pair.new else ""
        if pair.either.kind in DRAWN and old != new:
            drawn.setdefault(pair.either.identity.block, []).append((pair.either.where, old, new))
    for block, differences in drawn.items():
        if block in both:
            yield DrawingAltered(both[block], tuple(differences))


def _near(change: PassageChange, pairs: Sequence[Pair]) -> str:
    """The words of the paragraph or heading before a passage."""
    before = ""
    for pair in pairs:
        if pair.either.kind is change.spot.kind and pair.either.place == change.spot.place:
            return before
        if pair.either.kind in (PrintedKind.PROSE, PrintedKind.HEADING) and pair.new:
            before = pair.new.text
    return before

"""The content of one paragraph in two editions, merged atom by atom."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from rapportbyggare.alignment.edits import Edit, edits
from rapportbyggare.word.redline.atoms import Atom, Line
from rapportbyggare.word.redline.hands import Hands
from rapportbyggare.word.redline.marks import Step, laid
from rapportbyggare.word.redline.pieces import KEPT, Piece, State, piece_of, written


@dataclass(frozen=True, slots=True)
class Pen:
    """What a line is merged with: the hands there are, and the one that changes words here."""

    hands: Hands
    words: str


def merged(old: Line, new: Line, pen: Pen) -> str:
    """Both lines in one."""
    return written(merged_pieces(old, new, pen))


def merged_pieces(old: Line, new: Line, pen: Pen) -> Iterator[Piece]:
    """Pieces in order, the edges of bookmarks among them."""
    steps = list(steps_of(old, new))
    edges = laid(old, new, steps, State("ins", pen.words), State("del", pen.words))
    for place, step in enumerate(steps):
        yield from edges.get(place, ())
        yield from pieces_of(old, new, step, pen)
    yield from edges.get(len(steps), ())


def steps_of(old: Line, new: Line) -> Iterator[Step]:
    """What is done with each atom: kept in both, gone, come; what is gone before what has come."""
    before, after = keys(old.atoms, new.atoms), keys(new.atoms, old.atoms)
    for edit in edits(before, after, lambda place: old.atoms[place].weight):
        yield from same(edit) if edit.same else changed(edit)


def same(edit: Edit) -> Iterator[Step]:
    """Kept atoms."""
    pairs = zip(range(edit.old_start, edit.old_end), range(edit.new_start, edit.new_end), strict=True)
    yield from (Step(first, second) for first, second in pairs)


def changed(edit: Edit) -> Iterator[Step]:
    """Atoms of one edition only."""
    yield from (Step(place, None) for place in range(edit.old_start, edit.old_end))
    yield from (Step(None, place) for place in range(edit.new_start, edit.new_end))


def keys(atoms: Sequence[Atom], others: Sequence[Atom]) -> list[Hashable]:
    """What the atoms are the same by: a value whose anchor the other line lacks, by its words."""
    names = {atom.name for atom in others if atom.kind == "value"}
    return [("words", atom.words) if atom.kind == "value" and atom.name not in names else atom.key for atom in atoms]


def pieces_of(old: Line, new: Line, step: Step, pen: Pen) -> Iterator[Piece]:
    """What a step writes."""
    before = None if step.old is None else old.atoms[step.old]
    after = None if step.new is None else new.atoms[step.new]
    if before is not None and after is not None:
        yield from kept_pieces(before, after, pen)
    elif before is not None:
        yield piece_of(before, State("del", hand_of(before, pen)))
    elif after is not None:
        yield piece_of(after, State("ins", hand_of(after, pen)))


def hand_of(atom: Atom, pen: Pen) -> str:
    """The hand that brought or took an atom."""
    return pen.hands.of_note(atom.name, pen.words) if atom.kind == "note" else pen.words


def kept_pieces(old: Atom, new: Atom, pen: Pen) -> Iterator[Piece]:
    """An atom of both editions; what differs is inside it."""
    if old.markup == new.markup or new.kind not in ("value", "field", "link"):
        yield piece_of(new, KEPT)
    elif old.line is not None and new.line is not None:
        yield Piece(KEPT, new.head + merged(old.line, new.line, pen) + new.tail)
    elif old.result == new.result:
        yield piece_of(new, KEPT)
    else:
        hand = pen.hands.numbering if new.kind == "field" else pen.hands.of_value(new.name)
        yield Piece(KEPT, new.head)
        yield Piece(State("del", hand), old.result)
        yield Piece(State("ins", hand), new.result)
        yield Piece(KEPT, new.tail)

"""What two bindings of one passage print differently: figures of changed facts, and words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from rapportbyggare.core.blocks import Table
from rapportbyggare.core.document import Document
from rapportbyggare.core.figure import FactKey
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import Value
from rapportbyggare.core.walk import all_blocks
from rapportbyggare.diff.changes import MarkChange, PrintedChange, Renumbering, Spot, WordChange, WordKind
from rapportbyggare.diff.leaves import Leaf, Piece, side_by_side
from rapportbyggare.diff.pairs import Pair
from rapportbyggare.diff.units import Unit, units
from rapportbyggare.passages.passage import Passage, PrintedKind
from rapportbyggare.passages.printed import MADE_WHOLE, PrintedThing, facts_of, thing_of, things_in, whole
from rapportbyggare.typography.sentences import sentence_of

ABOUT_SOURCE = re.compile(r"\s*(uttag|kalla|period)\s*\(")
NUMBERS = re.compile(r"[\d,\s\u2212-]+")
SHOWING = (PrintedKind.CHART, PrintedKind.CELL)
Facts = tuple[FactKey, ...]
Notes = Mapping[tuple[str, str], str]


@dataclass(slots=True)
class Findings:
    """What has been found so far, in reading order; `figures` and `same` with the changed facts they rest on."""

    changed: frozenset[FactKey]
    old_notes: Notes
    new_notes: Notes
    figures: list[tuple[PrintedChange, Facts]] = field(default_factory=list)
    same: list[tuple[PrintedThing, Facts]] = field(default_factory=list)
    words: list[WordChange] = field(default_factory=list)
    marks: list[MarkChange] = field(default_factory=list)
    renumbered: list[Renumbering] = field(default_factory=list)
    shown: dict[str, list[PrintedThing]] = field(default_factory=dict)

    def add_all(self, pairs: Iterable[Pair]) -> None:
        """All that differs in the passages that stand in both documents; what is made from others comes after them."""
        differing: list[tuple[Passage, Passage]] = []
        for pair in pairs:
            if pair.old is not None and pair.new is not None:
                self._renumbered(pair.old, pair.new)
                if pair.old.content != pair.new.content:
                    differing.append((pair.old, pair.new))
        for old, new in differing:
            if new.kind not in MADE_WHOLE:
                self._add(old, new)
        for old, new in differing:
            if new.kind in MADE_WHOLE and old.text != new.text:
                self._whole(old, new)

    def _add(self, old: Passage, new: Passage) -> None:
        if new.kind in SHOWING:
            self.shown.setdefault(new.identity.block, []).extend((*things_in(old), *things_in(new)))
        pieces = side_by_side(old.content, new.content)
        self._marks(pieces, old, new)
        for piece in pieces:
            self._figure(piece, old, new)
        for unit in units(pieces):
            self._words(unit, old, new)

    def behind(self, *values: Value | None) -> Facts:
        """The changed facts that values rest on."""
        facts = (fact for value in values if value is not None for fact in facts_of(value))
        return tuple(dict.fromkeys(fact for fact in facts if fact in self.changed))

    def _renumbered(self, old: Passage, new: Passage) -> None:
        if old.identity.part == "rubrik" and not old.identity.block:
            names = old.chapter.name, new.chapter.name
            moved = bool(old.chapter.number and new.chapter.number)
        else:
            names = old.where.partition(",")[0], new.where.partition(",")[0]
            moved = new.identity.part == "rubrik" or new.kind is PrintedKind.NOTE
        if moved and names[0] != names[1]:
            self.renumbered.append(Renumbering(*names))

    def _marks(self, pieces: Iterable[Piece], old: Passage, new: Passage) -> None:
        for piece in pieces:
            if piece.mark and piece.differs:
                passage, notes = (new, self.new_notes) if piece.new else (old, self.old_notes)
                block = passage.identity.block if piece.mark.isalpha() else ""
                spot = replace(spot_of(passage), place=piece.place or passage.place)
                self.marks.append(MarkChange(spot, piece.new is not None, notes.get((block, piece.mark), "")))

    def _figure(self, piece: Piece, old: Passage, new: Passage) -> None:
        if not self._is_figure(piece):
            return
        change = change_of(piece, old, new)
        facts = self.behind(*values_of(piece))
        if piece.differs:
            self.figures.append((change, facts))
        elif is_touched(piece):
            self.same.append((change.thing, facts))

    def _is_figure(self, piece: Piece) -> bool:
        """Whether it prints one and the same figure before and after, and a fact behind that has changed."""
        values = [value for value in values_of(piece) if value is not None]
        if not values or any(value.figure is None for value in values):
            return False
        same = len({facts_of(value) for value in values}) == 1
        return same and bool(self.behind(*values))

    def _words(self, unit: Unit, old: Passage, new: Passage) -> None:
        pieces = tuple(piece for piece in unit.pieces if not self._is_figure(piece))
        if not pieces:
            return
        things = tuple(change_of(piece, old, new) for piece in pieces if any(values_of(piece)))
        facts = self.behind(*(value for piece in pieces for value in values_of(piece)))
        words = tuple((before.strip(), after.strip()) for before, after in runs(pieces))
        place = things[0].thing.place if things else new.place
        spot = Spot(new.kind, new.where, new.chapter, place)
        self.words.append(WordChange(kind_of(pieces), spot, unit.before, unit.after, words, things, facts))

    def _whole(self, old: Passage, new: Passage) -> None:
        before, after = (whole(old) if old.text else None), (whole(new) if new.text else None)
        change, facts = PrintedChange(before, after, True), self._shown_in(old.identity.block, old.text, new.text)
        if facts and NUMBERS.sub("", old.text) == NUMBERS.sub("", new.text):
            self.figures.append((change, facts))
            return
        words = ((old.text, new.text),)
        self.words.append(WordChange(WordKind.MADE, spot_of(new), old.text, new.text, words, (change,), facts))

    def _shown_in(self, block: str, before: str, after: str) -> Facts:
        """The changed facts of a chart or table that a text made from it rests on: those it names, else all of them."""
        things = [thing for thing in self.shown.get(block, ()) if any(fact in self.changed for fact in thing.facts)]
        named = [thing for thing in things if thing.text in before or thing.text in after]
        facts = (fact for thing in named or things for fact in thing.facts)
        return tuple(dict.fromkeys(fact for fact in facts if fact in self.changed))


def runs(pieces: Iterable[Piece]) -> list[tuple[str, str]]:
    """The words before and after of pieces, those that stand side by side as one."""
    found: list[tuple[str, str]] = []
    end = (-1, -1)
    for piece in pieces:
        words = (piece.before, piece.after)
        if (piece.at_old, piece.at_new) == end:
            before, after = found.pop()
            words = (before + piece.before, after + piece.after)
        found.append(words)
        end = (piece.at_old + len(piece.before), piece.at_new + len(piece.after))
    return found


def values_of(piece: Piece) -> tuple[Value | None, Value | None]:
    """The values of a piece before and after."""
    return piece.old.value if piece.old else None, piece.new.value if piece.new else None


def is_touched(piece: Piece) -> bool:
    """Whether a figure that reads as before is a changed fact itself, or has a changed amount that rounding hides."""
    old, new = (value.figure if value else None for value in values_of(piece))
    return old is None or new is None or new.is_delivered or old.amount != new.amount


def change_of(piece: Piece, old: Passage, new: Passage) -> PrintedChange:
    """A piece that holds a value, as printed before and after."""
    before, after = _thing(old, piece.old, piece.at_old), _thing(new, piece.new, piece.at_new)
    value = next(value for value in reversed(values_of(piece)) if value is not None)
    derived = value.figure is not None and not value.figure.is_delivered
    return PrintedChange(before, after, derived)


def _thing(passage: Passage, leaf: Leaf | None, start: int) -> PrintedThing | None:
    if leaf is None or leaf.value is None:
        return None
    return thing_of(passage, leaf.value, sentence_of(passage.text, start, start + len(leaf.text)))


def kind_of(pieces: Iterable[Piece]) -> WordKind:
    """Why the words of a sentence change: the weightiest reason among its pieces."""
    reasons = {_reason(piece) for piece in pieces}
    return next(kind for kind in WordKind if kind in reasons)


def _reason(piece: Piece) -> WordKind:
    if piece.is_number:
        return WordKind.NUMBERING
    sources = [value.expression.source for value in values_of(piece) if value is not None]
    return WordKind.ABOUT if sources and all(ABOUT_SOURCE.match(source) for source in sources) else WordKind.WORDING


def spot_of(passage: Passage) -> Spot:
    """Where a passage stands."""
    return Spot(passage.kind, passage.where, passage.chapter, passage.place)


def note_words(document: Document) -> dict[tuple[str, str], str]:
    """What each note says, by the table it stands under ("" for a footnote) and its number or letter."""
    found = {("", str(note.number)): plain(note.content) for note in document.notes}
    for section in document.sections:
        for block in all_blocks(section.blocks):
            if isinstance(block, Table):
                name = f"tabell:{block.key or block.place}"
                found |= {(name, note.letter): plain(note.content) for note in block.notes if note.letter}
    return found

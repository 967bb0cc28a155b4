"""Two texts as one, with what differs between them."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from rapportbyggare.alignment.edits import Edit, edits
from rapportbyggare.core.compared import Cause, Changed, RedlineText, Standing
from rapportbyggare.core.figure import FactKey
from rapportbyggare.core.plain import plain, referred
from rapportbyggare.core.text import DocumentText, NoteNumber, Reference, TableNoteMark, Value
from rapportbyggare.diff.editions.atoms import (
    AUTOMATIC,
    Atom,
    Names,
    Placed,
    as_text,
    atoms,
    keys,
    marked,
    printed,
    shared_wraps,
    together,
)
from rapportbyggare.diff.editions.record import Record, Spot
from rapportbyggare.typography.sentences import sentence_ends

FORMATTING = "formatering"
MARKS = "nottecken"
MARKED = (NoteNumber, TableNoteMark)
Range = tuple[int, int]
Why = tuple[Cause, tuple[FactKey, ...]]


@dataclass(frozen=True, slots=True)
class Reader:
    """How the texts of both editions are read, and where what differs is told."""

    old: Names
    new: Names
    record: Record

    def merged(
        self, old: DocumentText, new: DocumentText, spot: Spot, cause: Cause = Cause.TEXT, facts: tuple[FactKey, ...] = ()
    ) -> RedlineText:
        """Both texts as one. Words that differ are one change, told for `cause` and `facts`; each figure is one more."""
        if old == new and all(self.old.notes(number) == self.new.notes(number) for number in marked(old)):  # nearly always
            return new
        before, after = tuple(atoms(old, self.old)), tuple(atoms(new, self.new))
        found = edits(*keys(before, after), lambda index: before[index].weight)
        words = self._told(before, after, found, spot, (cause, facts), plain(old), plain(new))
        return together(part for edit in found for part in self._parts(edit, before, after, spot, words))

    def _told(
        self, before: Sequence[Atom], after: Sequence[Atom], found: Sequence[Edit], spot: Spot, why: Why, old: str, new: str
    ) -> tuple[Cause, int]:
        """The change that tells of the words that differ: the sentences they stand in; 0 when no words do."""
        cause, facts = why
        words = [edit for edit in found if _is_words(edit, before, after)]
        if not words:
            return cause, 0
        was, now = _sentences(_words(old, before), _words(new, after), words)
        parts = [(before[edit.old_start : edit.old_end], after[edit.new_start : edit.new_end]) for edit in words]
        if all(_plain(gone) == _plain(come) for gone, come in parts):
            marks = [atom.key for part in parts for atom in (*part[0], *part[1]) if isinstance(atom.item, MARKED)]
            spot = replace(spot, kind=f"{MARKS if marks else FORMATTING}, {spot.kind}")
            cause = Cause.DATA if marks and all(_is_automatic(key) for key in marks) else cause
        return cause, self.record.add(cause, Standing.CHANGED, spot, was, now, facts, self.record.given(facts))

    def _parts(
        self, edit: Edit, before: Sequence[Atom], after: Sequence[Atom], spot: Spot, words: tuple[Cause, int]
    ) -> Iterator[Placed]:
        old, new = before[edit.old_start : edit.old_end], after[edit.new_start : edit.new_end]
        if edit.same:
            for was, now in zip(old, new, strict=True):
                yield self._kept(was, now, spot)
        elif _is_value(edit, before, after):
            yield self._value(old[0], new[0], spot)
        elif not _is_words(edit, before, after):
            yield from ((atom.wraps, atom.item) for atom in new)
        else:
            shared = shared_wraps((*old, *new))
            cause, number = words
            yield shared, Changed(as_text(old, len(shared)), as_text(new, len(shared)), cause, number)

    def _kept(self, old: Atom, new: Atom, spot: Spot) -> Placed:
        match old.item, new.item:
            case Value() as was, Value() as now if was.text != now.text:
                return self._value(old, new, spot)
            case Reference() as was, Reference() as now if was.number != now.number:
                number = self.record.renumbered(now.key, Spot("hänvisning", spot.where), referred(was), referred(now))
                return new.wraps, Changed((was,), (now,), Cause.NUMBERING, number)
            case _:
                return new.wraps, new.item

    def _value(self, old: Atom, new: Atom, spot: Spot) -> Placed:
        was, now = old.item, new.item
        assert isinstance(was, Value) and isinstance(now, Value)
        number = self.record.value(spot, was, now)
        return new.wraps, Changed((was,), (now,), self.record.changes[number - 1].cause, number)


def _is_value(edit: Edit, before: Sequence[Atom], after: Sequence[Atom]) -> bool:
    """Whether one figure took another's place, in editions where nothing more is known of how they were made."""
    if (edit.old_end - edit.old_start, edit.new_end - edit.new_start) != (1, 1):
        return False
    old, new = before[edit.old_start].item, after[edit.new_start].item
    if not (isinstance(old, Value) and isinstance(new, Value)):
        return False
    return old.text != new.text and not (old.expression.source and new.expression.source)


def _is_words(edit: Edit, before: Sequence[Atom], after: Sequence[Atom]) -> bool:
    """Whether words were exchanged: not kept, not figure for figure, and not the same in print but written otherwise."""
    if edit.same or _is_value(edit, before, after):
        return False
    return printed(before[edit.old_start : edit.old_end]) != printed(after[edit.new_start : edit.new_end])


def _plain(stretch: Sequence[Atom]) -> str:
    return plain(tuple(atom.item for atom in stretch))


def _is_automatic(key: Hashable) -> bool:
    """Whether a mark leads to a note that a figure brought."""
    match key:
        case ("not", (sort, _)):
            return sort == AUTOMATIC
        case _:
            return False


@dataclass(frozen=True, slots=True)
class _Words:
    """A text, with where its atoms begin and its sentences end."""

    text: str
    offsets: tuple[int, ...]
    ends: tuple[int, ...]

    def stretch(self, start: int, end: int) -> Range:
        """Where atoms stand, without the spaces round them."""
        first, last = self.offsets[start], self.offsets[end]
        said = self.text[first:last]
        left = len(said) - len(said.lstrip())
        return (first + left, first + len(said.rstrip())) if said.strip() else (first, first)

    def sentences(self, stretch: Range) -> Range:
        """The sentences that a stretch stands in."""
        first = max(one for one in self.ends if one <= stretch[0])
        return first, min(one for one in self.ends if one >= max(stretch[1], first))

    def beyond(self, stretch: Range) -> tuple[bool, bool]:
        """Whether its sentences say more to the left and to the right of it."""
        first, last = self.sentences(stretch)
        return bool(self.text[first : stretch[0]].strip()), bool(self.text[stretch[1] : last].strip())

    def widened(self, stretch: Range, left: bool, right: bool) -> Range:
        """Its sentences, with those just before and after it where asked for."""
        before, after = self.text[: stretch[0]].rstrip(), self.text[stretch[1] :]
        start = max(len(before) - 1, 0) if left else stretch[0]
        end = stretch[1] + len(after) - len(after.lstrip()) + bool(after.strip()) if right else stretch[1]
        return self.sentences((start, end))

    def told(self, ranges: Sequence[Range]) -> str:
        """The sentences, each once; those that do not stand together are parted."""
        found: list[Range] = []
        for first, last in ranges:
            if found and first <= found[-1][1]:
                first, last = found[-1][0], max(last, found.pop()[1])
            found.append((first, last))
        return " … ".join(words for first, last in found if (words := self.text[first:last].strip()))


def _words(text: str, stretch: Sequence[Atom]) -> _Words:
    return _Words(text, tuple(accumulate((len(plain((atom.item,))) for atom in stretch), initial=0)), sentence_ends(text))


def _sentences(old: _Words, new: _Words, edits: Sequence[Edit]) -> tuple[str, str]:
    """The sentences that exchanged words stand in: as much is told of the one text as of the other."""
    gone, come = [], []
    for edit in edits:
        was, now = old.stretch(edit.old_start, edit.old_end), new.stretch(edit.new_start, edit.new_end)
        left, right = (a or b for a, b in zip(old.beyond(was), new.beyond(now), strict=True))
        if was[0] == was[1] and now[0] == now[1]:  # a mark that says nothing belongs to what it stands after
            left, right = (True, right) if now[0] else (left, True)
        gone.append(old.widened(was, left, right))
        come.append(new.widened(now, left, right))
    return old.told(gone), new.told(come)

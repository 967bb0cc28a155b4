"""Two texts as one, with what differs between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from rapportbyggare.alignment.edits import Edit, edits
from rapportbyggare.core.compared import Cause, Changed, RedlineText, Standing
from rapportbyggare.core.plain import plain, referred
from rapportbyggare.core.text import DocumentText, Reference, Value
from rapportbyggare.diff.editions.atoms import Atom, Names, Placed, as_text, atoms, keys, shared_wraps, together
from rapportbyggare.diff.editions.record import Record, Spot
from rapportbyggare.typography.sentences import sentence_ends

FORMATTING = "formatering"


@dataclass(frozen=True, slots=True)
class Reader:
    """How the texts of both editions are read, and where what differs is told."""

    old: Names
    new: Names
    record: Record

    def merged(self, old: DocumentText, new: DocumentText, spot: Spot, cause: Cause = Cause.TEXT) -> RedlineText:
        """Both texts as one. Words that differ are one change, told for `cause`; each figure that differs is one more."""
        before, after = tuple(atoms(old, self.old)), tuple(atoms(new, self.new))
        if [atom[:3] for atom in before] == [atom[:3] for atom in after]:  # nearly always
            return new
        found = edits(*keys(before, after), lambda index: before[index].weight)
        words = self._told(before, after, found, spot, cause, plain(old), plain(new))
        return together(part for edit in found for part in self._parts(edit, before, after, spot, words))

    def _told(
        self, before: Sequence[Atom], after: Sequence[Atom], found: Sequence[Edit], spot: Spot, cause: Cause, old: str, new: str
    ) -> tuple[Cause, int]:
        """The change that tells of the words that differ: the sentences they stand in; 0 when no words do."""
        words = [edit for edit in found if not edit.same and not _is_value(edit, before, after)]
        if not words:
            return cause, 0
        was = _sentences(old, before, [(edit.old_start, edit.old_end) for edit in words])
        now = _sentences(new, after, [(edit.new_start, edit.new_end) for edit in words])
        spot = replace(spot, kind=f"{FORMATTING}, {spot.kind}") if was == now else spot
        return cause, self.record.add(cause, Standing.CHANGED, spot, was, now)

    def _parts(
        self, edit: Edit, before: Sequence[Atom], after: Sequence[Atom], spot: Spot, words: tuple[Cause, int]
    ) -> Iterator[Placed]:
        old, new = before[edit.old_start : edit.old_end], after[edit.new_start : edit.new_end]
        if edit.same:
            for was, now in zip(old, new, strict=True):
                yield self._kept(was, now, spot)
        elif _is_value(edit, before, after):
            yield self._value(old[0], new[0], spot)
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
    return not (old.expression.source and new.expression.source)


def _sentences(text: str, stretch: Sequence[Atom], ranges: Sequence[tuple[int, int]]) -> str:
    """The sentences that stretches of a text stand in, each once; those that do not stand together are parted."""
    offsets = list(accumulate((len(plain((atom.item,))) for atom in stretch), initial=0))
    ends = sentence_ends(text)
    found: list[tuple[int, int]] = []
    for start, end in ranges:
        first = max(one for one in ends if one <= offsets[start])
        last = min(one for one in ends if one >= max(offsets[end], first))
        if found and first <= found[-1][1]:
            first, last = found[-1][0], max(last, found.pop()[1])
        found.append((first, last))
    return " … ".join(words for first, last in found if (words := text[first:last].strip()))

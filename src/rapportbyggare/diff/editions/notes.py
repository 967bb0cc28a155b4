"""The footnotes of two editions: which is which, whatever their numbers."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from rapportbyggare.core.blocks import ChartFigure, Heading, HeadingKind, Picture, Table
from rapportbyggare.core.compared import Cause, Changed, RedlineNote, Side, Standing
from rapportbyggare.core.document import Note
from rapportbyggare.core.plain import plain
from rapportbyggare.core.walk import all_blocks
from rapportbyggare.diff.editions.atoms import AUTOMATIC, Names
from rapportbyggare.diff.editions.items import in_both, kind_of, text_item, texts_of, typed
from rapportbyggare.diff.editions.record import Spot
from rapportbyggare.diff.editions.steps import MOVED, Step, steps
from rapportbyggare.diff.editions.texts import Reader
from rapportbyggare.passages.chapters import Chapter

NOTES = Chapter(0, "", "Fotnoter", HeadingKind.UNNUMBERED)


@dataclass(frozen=True, slots=True)
class NotePair:
    """A note before and after; None where it does not stand."""

    old: Note | None
    new: Note | None

    @property
    def either(self) -> Note:
        """The note as it is, else as it was."""
        found = self.new or self.old
        assert found is not None
        return found


def note_pairs(old: Side, new: Side) -> tuple[NotePair, ...]:
    """The notes of both editions in one order. An author's note keeps its name; others are known by their words."""
    named = old.document is not None and new.document is not None
    before, after = (
        [text_item("not", _name(one) if named else None, (one.content,)) for one in side.notes] for side in (old, new)
    )
    before, after = in_both(before, after)
    found = steps(before, after)
    away = {(step.old, step.new): old.notes[step.old[0]] for step in found if step.standing is Standing.MOVED_AWAY}
    return tuple(_pair(step, old, new, away) for step in found if step.standing is not Standing.MOVED_AWAY)


def _pair(step: Step, old: Side, new: Side, away: dict[tuple[tuple[int, ...], tuple[int, ...]], Note]) -> NotePair:
    if step.standing in MOVED:
        return NotePair(away[step.old, step.new], new.notes[step.new[0]])
    return NotePair(*(side.notes[index[0]] if index else None for side, index in ((old, step.old), (new, step.new))))


def _name(note: Note) -> str | None:
    return None if _is_automatic(note) else note.key


def names_of(old: Side, new: Side, pairs: tuple[NotePair, ...]) -> tuple[Names, Names]:
    """What the notes and the targets of each edition are called in both; a target that has been renamed, by its words."""
    before: dict[int, Hashable] = {pair.old.number: _called(index, pair) for index, pair in enumerate(pairs) if pair.old}
    after: dict[int, Hashable] = {pair.new.number: _called(index, pair) for index, pair in enumerate(pairs) if pair.new}
    first, second = _targets(old), _targets(new)
    return (
        Names(lambda number: before.get(number, ("före", number)), lambda key: key if key in second else first.get(key, key)),
        Names(lambda number: after.get(number, ("efter", number)), lambda key: key if key in first else second.get(key, key)),
    )


def _called(index: int, pair: NotePair) -> tuple[str, int]:
    return AUTOMATIC if _is_automatic(pair.either) else "egen", index


def _targets(side: Side) -> dict[str, Hashable]:
    """The words of everything that can be referred to, by its key."""
    blocks = (block for section in side.sections for block in all_blocks(section.blocks))
    return {
        block.key: (kind_of(block), typed(next(iter(texts_of((block,))))))
        for block in blocks
        if isinstance(block, (Heading, Table, ChartFigure, Picture)) and block.key
    }


def woven_notes(pairs: tuple[NotePair, ...], reader: Reader) -> Iterator[RedlineNote]:
    """Each note of both editions, with what differs in it."""
    reader.record.chapter = NOTES
    for pair in pairs:
        yield _woven(pair, reader)


def _woven(pair: NotePair, reader: Reader) -> RedlineNote:
    note = pair.either
    numbers = tuple(one.number if one else 0 for one in (pair.old, pair.new))
    spot = Spot("fotnot", f"not {note.number}", note.place, pair.old.place if pair.old else note.place)
    if pair.old and pair.new:
        before = len(reader.record.changes)
        content = reader.merged(pair.old.content, pair.new.content, spot, _cause(note))
        change = len(reader.record.changes) if len(reader.record.changes) > before else 0
        standing = Standing.CHANGED if content != pair.new.content else Standing.KEPT
        return RedlineNote(note.key, numbers[0], numbers[1], content, standing, change)
    gone, come = (one.content if one else () for one in (pair.old, pair.new))
    standing = Standing.ADDED if pair.new else Standing.REMOVED
    cause = _cause(note)
    change = reader.record.add(cause, standing, spot, plain(gone), plain(come))
    return RedlineNote(note.key, numbers[0], numbers[1], (Changed(gone, come, cause, change),), standing, change)


def _cause(note: Note) -> Cause:
    return Cause.DATA if _is_automatic(note) else Cause.TEXT


def _is_automatic(note: Note) -> bool:
    """Whether a figure brought the note: its name is then its words, where an author's note is known by file and label."""
    return note.key == plain(note.content)

"""What somebody has done in an edited copy of a draft, each edit with its place in the sources and its text to paste there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rapportbyggare.alignment.sequence import Item, Pairing, aligned, moves
from rapportbyggare.alignment.tokens import tokens
from rapportbyggare.core.document import Document, DraftSection
from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.core.read import AuthorEdit, AuthorEdits, Comment, EditKind, Overtyped, PendingChange, ReadFile, Where
from rapportbyggare.core.text import DocumentText, Value
from rapportbyggare.diff import edits_messages as messages
from rapportbyggare.diff.edits_bound import Bound, bound_again
from rapportbyggare.diff.edits_markdown import Sources, markdown
from rapportbyggare.diff.edits_sources import NEW, Labels, Written, written_in
from rapportbyggare.diff.edits_units import CELL, NOTE, Unit, note_units, units_of
from rapportbyggare.diff.edits_where import Spots, spots_of
from rapportbyggare.diff.folding import same

GENERATED = ("report/", "figures/")
ITEM_NUMBER = re.compile(r"\d+\. ")
REGION = re.compile(r"(\{lang=[a-z]{2,3})[^}]*\}")


@dataclass(frozen=True, slots=True)
class Copy:
    """An edited copy laid beside what it was made from: the stretches of both, and which is which."""

    old: Sequence[Unit]
    new: Sequence[Unit]
    pairs: Sequence[Pairing]
    written: Written
    pending: Sequence[PendingChange]
    spots: Spots


def edits_of(document: Document, sections: Sequence[DraftSection], read: ReadFile) -> AuthorEdits:
    """Every edit, tracked change and comment of `read`, an edited copy of the draft that `document` is.

    `document` is bound from `sections` with the data that the draft was built with, so that what differs was written by hand.
    """
    written = written_in(document, sections, read.side.notes)
    old = [*units_of([block for one in document.sections for block in one.blocks]), *note_units(document.notes, written.labels)]
    new = [
        *units_of([block for one in read.side.sections for block in one.blocks]),
        *note_units(read.side.notes, written.standing),
    ]
    before, after = [_item(unit) for unit in old], [_item(unit) for unit in new]
    pairs = aligned(before, after)
    moved = dict(moves(before, after, pairs))
    copy = Copy(old, new, tuple(_exchanged(pairs, old, new, moved)), written, read.pending, spots_of(new))
    told = list(_edits(copy, moved))
    made = [edit for edit, _ in told if edit is not None]
    seen = {change for edit in made for change in edit.changes}
    rest = [_pending(copy, change) for change in read.pending if change not in seen]
    comments = [_comment(copy, comment) for comment in read.comments]
    every = (*made, *rest, *comments)
    return AuthorEdits(every, tuple(one for _, overtyped in told for one in overtyped))


def _item(unit: Unit) -> Item:
    return Item(unit.kind, unit.key, (unit.lead, unit.text), tokens(unit.text))


def _exchanged(pairs: Sequence[Pairing], old: Sequence[Unit], new: Sequence[Unit], moved: Mapping[int, int]) -> Iterator[Pairing]:
    """The pairs, where as many of a kind that came where others went are those, rewritten from the ground."""
    come = set(moved.values())
    for kept, group in groupby(pairs, lambda pair: None not in pair):
        gap = list(group)
        gone = [first for first, _ in gap if first is not None and first not in moved]
        here = [second for _, second in gap if second is not None and second not in come]
        kinds = [old[n].kind for n in gone] == [new[n].kind for n in here]
        if kept or not gone or not kinds:
            yield from gap
        else:
            yield from ((first, second) for first, second in gap if first in moved or second in come)
            yield from zip(gone, here, strict=True)


Told = tuple[AuthorEdit | None, list[Overtyped]]
"""An edit of the words, if there is one, and the figures written over in them."""


def _edits(copy: Copy, moved: dict[int, int]) -> Iterator[Told]:
    origins = {there: here for here, there in moved.items()}
    after = NOWHERE
    for first, second in copy.pairs:
        if second is None:
            assert first is not None
            after = copy.old[first].place
            if first not in moved:
                yield _gone(copy, copy.old[first]), []
        elif first is None:
            yield _come(copy, copy.new[second], copy.old[origins[second]] if second in origins else None, after)
        else:
            after = copy.old[first].place
            yield from _reworded(copy, copy.old[first], copy.new[second])


def _reworded(copy: Copy, old: Unit, new: Unit) -> Iterator[Told]:
    bound = bound_again(old.content, new.content, copy.written.values)
    before = _compared(old.lead + _source(copy, old.content, copy.written.labels))
    now = _compared(new.lead + _source(copy, bound.content, copy.written.standing))
    if before == now:
        yield None, _overtyped(bound, old)
        return
    text = f"{new.lead}{_source(copy, bound.content, copy.written.standing)}{old.tail}"
    edit = AuthorEdit(EditKind.REWORDED, old.where, old.chapter, old.place, old.text, new.text, text)
    remarks = tuple(_remarks(copy, old, bound))
    yield replace(edit, changes=copy.spots.changes(new, copy.pending), remarks=remarks), _overtyped(bound, old)


def _compared(text: str) -> str:
    """Markdown without what other programs change of themselves: a language's region, the numbers of a list."""
    return " ".join(REGION.sub(r"\1}", ITEM_NUMBER.sub("1. ", text)).split())


def _gone(copy: Copy, old: Unit) -> AuthorEdit:
    changes = tuple(change for change in copy.pending if change.words.strip("¶ ") and same(change.words.strip("¶ "), old.text))
    return AuthorEdit(EditKind.REMOVED, old.where, old.chapter, old.place, old.text, "", "", changes)


def _come(copy: Copy, new: Unit, source: Unit | None, after: Place) -> Told:
    bound = bound_again(source.content if source else (), new.content, copy.written.values)
    text = f"{new.lead}{_source(copy, bound.content, copy.written.standing)}{new.tail}"
    changes = copy.spots.changes(new, copy.pending)
    if source is not None:
        edit = AuthorEdit(EditKind.MOVED, new.where, new.chapter, source.place, source.text, new.text, text, changes)
    else:
        edit = AuthorEdit(EditKind.ADDED, new.where, new.chapter, after, "", new.text, text, changes)
    return replace(edit, remarks=tuple(_remarks_new(copy, new))), _overtyped(bound, new)


def _overtyped(bound: Bound, unit: Unit) -> list[Overtyped]:
    return [
        Overtyped(one.ident, one.expression.source, one.text, now, unit.where, one.expression.place)
        for one, now in bound.overtyped
    ]


def _source(copy: Copy, content: DocumentText, labels: Labels) -> str:
    def expression(value: Value) -> str:
        known = next((one for one in copy.written.values.get(value.ident, ()) if same(one.text, value.text)), None)
        return known.expression.source if known is not None else ""

    return markdown(content, Sources(expression, lambda number: labels.get(number, "")))


def _remarks(copy: Copy, old: Unit, bound: Bound) -> Iterator[str]:
    if old.place in copy.written.looped:
        yield messages.in_loop()
    if old.kind == NOTE and not old.lead:
        yield messages.automatic_note()
    elif old.place.file.startswith(GENERATED):
        yield messages.generated(str(old.place))
    yield from map(messages.unbound, bound.loose)


def _remarks_new(copy: Copy, new: Unit) -> Iterator[str]:
    if new.kind == NOTE and f"^{NEW}-" in new.lead:
        yield messages.new_note(new.lead.strip("[^]: "))
    if new.kind == CELL:
        yield messages.in_table()


def _pending(copy: Copy, change: PendingChange) -> AuthorEdit:
    old, new = _around(copy, change.where)
    edit = _told_at(EditKind.PENDING, change.where, old)
    text = f"{new.lead}{_source(copy, new.content, copy.written.standing)}{old.tail if old else new.tail}" if new else ""
    return replace(edit, old=old.text if old else "", new=new.text if new else "", markdown=text, changes=(change,))


def _comment(copy: Copy, comment: Comment) -> AuthorEdit:
    old, new = _around(copy, comment.where)
    edit = _told_at(EditKind.COMMENT, comment.where, old)
    return replace(edit, old=comment.about, new=new.text if new else "", comment=comment)


def _told_at(kind: EditKind, where: Where, old: Unit | None) -> AuthorEdit:
    if old is None:
        return AuthorEdit(kind, where.part or where.heading, where.heading, NOWHERE, "", "", "")
    return AuthorEdit(kind, old.where, old.chapter, old.place, "", "", "")


def _around(copy: Copy, where: Where) -> tuple[Unit | None, Unit | None]:
    """What stands in the draft where something stands in the copy, or before it; and in the copy itself, if it still does."""
    index, exact = copy.spots.at(where)
    if index is None:
        return None, None
    old: Unit | None = None
    for first, second in copy.pairs:
        old = copy.old[first] if first is not None else old
        if second == index:
            break
    return old, copy.new[index] if exact else None

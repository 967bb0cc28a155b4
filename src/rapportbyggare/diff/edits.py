"""What somebody has done in an edited copy of a draft, each edit with its place in the sources and its text to paste there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapportbyggare.alignment.sequence import Pairing
from rapportbyggare.core.document import Document, DraftSection
from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.core.read import (
    AuthorEdit,
    AuthorEdits,
    Comment,
    EditKind,
    Overtyped,
    PendingChange,
    PendingKind,
    ReadFile,
    Where,
)
from rapportbyggare.core.text import DocumentText, Value
from rapportbyggare.diff import edits_messages as messages
from rapportbyggare.diff.edits_bound import Bound, bound_again
from rapportbyggare.diff.edits_markdown import BREAK, Sources, markdown
from rapportbyggare.diff.edits_pairs import paired
from rapportbyggare.diff.edits_sources import NEW, Labels, Written, written_in
from rapportbyggare.diff.edits_tables import Cells, name_of, table_markdown, whole, words_of
from rapportbyggare.diff.edits_units import CELL, NOTE, TEXT, Unit, note_units, units_of
from rapportbyggare.diff.edits_where import Spots, spots_of
from rapportbyggare.diff.folding import same

GENERATED = ("report/", "figures/")
STRUCK = (PendingKind.DELETED, PendingKind.MOVED_AWAY)
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
    pairs, moved = paired(old, new)
    copy = Copy(old, new, pairs, written, read.pending, spots_of(new))
    told = list(_edits(copy, moved))
    made = [edit for edit, _ in told if edit is not None]
    seen = {change for edit in made for change in edit.changes}
    rest = [_pending(copy, change) for change in read.pending if change not in seen]
    comments = [_comment(copy, comment) for comment in read.comments]
    every = (*made, *rest, *comments)
    return AuthorEdits(every, tuple(one for _, overtyped in told for one in overtyped))


Told = tuple[AuthorEdit | None, list[Overtyped]]
"""An edit of the words, if there is one, and the figures written over in them."""


def _edits(copy: Copy, moved: dict[int, int]) -> Iterator[Told]:
    origins = {there: here for here, there in moved.items()}
    gone = whole(copy.old, {first for first, second in copy.pairs if second is None} - moved.keys())
    come = whole(copy.new, {second for first, second in copy.pairs if first is None} - origins.keys())
    told = {id(unit) for cells in (*gone.values(), *come.values()) for unit in cells}
    after = NOWHERE
    for first, second in copy.pairs:
        if first is not None and second is not None:
            after = copy.old[first].place
            yield from _reworded(copy, copy.old[first], copy.new[second])
        elif first is not None:
            after = copy.old[first].place
            if first in gone:
                yield _cells_gone(gone[first]), []
            elif first not in moved and id(copy.old[first]) not in told:
                yield _gone(copy, copy.old[first]), []
        elif second is not None:
            if second in come:
                yield _cells_come(copy, come[second], after)
            elif id(copy.new[second]) not in told:
                yield _come(copy, copy.new[second], copy.old[origins[second]] if second in origins else None, after)


def _cells_gone(cells: Cells) -> AuthorEdit:
    first = cells[0]
    return AuthorEdit(EditKind.REMOVED, name_of(cells), first.chapter, first.place, words_of(cells), "", "")


def _cells_come(copy: Copy, cells: Cells, after: Place) -> Told:
    bound = {id(cell): bound_again((), cell.content, copy.written.values) for cell in cells}
    text = table_markdown(cells, lambda cell: _to_paste(copy, replace(cell, content=bound[id(cell)].content), False))
    changes = tuple(dict.fromkeys(change for cell in cells for change in copy.spots.changes(cell, copy.pending)))
    edit = AuthorEdit(EditKind.ADDED, name_of(cells), cells[0].chapter, after, "", words_of(cells), text, changes)
    if _in_specified(copy, cells[0]):
        edit = replace(edit, markdown="", remarks=(messages.in_table(),))
    return edit, [one for cell in cells for one in _overtyped(bound[id(cell)], cell)]


def _reworded(copy: Copy, old: Unit, new: Unit) -> Iterator[Told]:
    bound = bound_again(old.content, new.content, copy.written.values)
    before = _compared(old.lead + _source(copy, old.content, copy.written.labels))
    now = _compared(new.lead + _source(copy, bound.content, copy.written.standing))
    if before == now:
        yield None, _overtyped(bound, old)
        return
    text = _to_paste(copy, replace(new, content=bound.content, tail=old.tail), _is_generated(old))
    edit = AuthorEdit(EditKind.REWORDED, old.where, old.chapter, old.place, old.text, new.text, text)
    remarks = tuple(_remarks(copy, old, bound))
    yield replace(edit, changes=copy.spots.changes(new, copy.pending), remarks=remarks), _overtyped(bound, old)


def _compared(text: str) -> str:
    """Markdown without what other programs change of themselves: a language's region, the numbers of a list."""
    return " ".join(REGION.sub(r"\1}", ITEM_NUMBER.sub("1. ", text)).split())


def _gone(copy: Copy, old: Unit) -> AuthorEdit:
    struck = ((change, change.words.strip("¶ ")) for change in copy.pending if change.kind in STRUCK)
    changes = tuple(change for change, words in struck if words and same(words, old.text))
    return AuthorEdit(EditKind.REMOVED, old.where, old.chapter, old.place, old.text, "", "", changes)


def _come(copy: Copy, new: Unit, source: Unit | None, after: Place) -> Told:
    bound = bound_again(source.content if source else (), new.content, copy.written.values)
    text = _to_paste(copy, replace(new, content=bound.content), source is not None and _is_generated(source))
    changes = copy.spots.changes(new, copy.pending)
    if source is not None:
        edit = AuthorEdit(EditKind.MOVED, new.where, new.chapter, source.place, source.text, new.text, text, changes)
    else:
        edit = AuthorEdit(EditKind.ADDED, new.where, new.chapter, after, "", new.text, text, changes)
    here = (messages.stands_after(after),) if source is not None and after.file else ()
    return replace(edit, remarks=(*here, *_remarks_new(copy, new))), _overtyped(bound, new)


def _overtyped(bound: Bound, unit: Unit) -> list[Overtyped]:
    return [
        Overtyped(one.ident, one.expression.source, one.text, now, unit.where, one.expression.place)
        for one, now in bound.overtyped
    ]


def _is_generated(unit: Unit) -> bool:
    return unit.place.file.startswith(GENERATED)


def _in_specified(copy: Copy, cell: Unit) -> bool:
    """Whether a cell stands in a table that a specification makes."""
    return any(unit.kind == CELL and unit.block == cell.block and _is_generated(unit) for unit in copy.old)


def _to_paste(copy: Copy, unit: Unit, generated: bool) -> str:
    """A stretch as it is written; what must stand on one line has no breaks, and a cell of the author's no bars."""
    source = _source(copy, unit.content, copy.written.standing)
    if unit.kind not in (TEXT, NOTE) and not generated:
        source = source.replace(BREAK, " ")
    if unit.kind == CELL and not generated:
        source = source.replace("|", "\\|")
    return f"{unit.lead}{source}{unit.tail}"


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
    elif _is_generated(old):
        yield messages.generated(str(old.place))
    yield from map(messages.unbound, bound.loose)


def _remarks_new(copy: Copy, new: Unit) -> Iterator[str]:
    if new.kind == NOTE and f"^{NEW}-" in new.lead:
        yield messages.new_note(new.lead.strip("[^]: "))
    if new.kind == CELL and _in_specified(copy, new):
        yield messages.in_table()


def _pending(copy: Copy, change: PendingChange) -> AuthorEdit:
    old, new = _around(copy, change.where)
    edit = _told_at(EditKind.PENDING, change.where, old)
    return replace(edit, old=old.text if old else "", new=new.text if new else "", changes=(change,))


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

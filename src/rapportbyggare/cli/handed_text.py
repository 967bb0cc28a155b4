"""What somebody has done in a file, in the terminal."""

from collections.abc import Iterable, Iterator

from rapportbyggare.cli.changes_text import wrapped
from rapportbyggare.core.place import Place
from rapportbyggare.core.read import AuthorEdit, Comment, EditKind, HandedBack, Overtyped, PendingChange
from rapportbyggare.page.telling import signed, spot
from rapportbyggare.typography.words import capitalise, shortened

LEAD, INSIDE = "  ", "      "
TO_PASTE = (EditKind.REWORDED, EditKind.ADDED, EditKind.REMOVED, EditKind.MOVED)


def handed_text(one: HandedBack) -> list[str]:
    """The edits with Markdown to paste, the figures written over, the pending changes and the comments; each under a heading."""
    edits = [edit for edit in one.done.edits if edit.kind in TO_PASTE]
    pending = [(change, edit) for edit in one.done.edits for change in edit.changes]
    comments = [(edit.comment, edit) for edit in one.done.edits if edit.comment is not None]
    remarks = [line for remark in one.remarks for line in wrapped(remark, "- ", LEAD)]
    chapters = (
        ("ändrat i filen, med text att klistra in i avsnittet", map(_edit, edits)),
        ("överskrivna tal, för den som har hand om uppgifterna", map(_overtyped, one.done.overtyped)),
        ("spårade ändringar som ingen har tagit ställning till", (_pending(*pair) for pair in pending)),
        ("kommentarer", (_comment(*pair) for pair in comments)),
    )
    found = [_chapter(f"{heading.upper()} ({one.file})", lines) for heading, lines in chapters]
    return [part for part in ("\n".join(remarks), *found) if part]


def _chapter(heading: str, items: Iterable[Iterator[str]]) -> str:
    lines = [line for item in items for line in item]
    return "\n".join([heading, *lines]).rstrip() if lines else ""


def _edit(edit: AuthorEdit) -> Iterator[str]:
    written = f", efter {spot(edit.place)}" if edit.kind is EditKind.ADDED and edit.place.line else _spot(edit.place)
    yield from wrapped(f"{capitalise(edit.kind.value)}{_where(edit)}{written}", LEAD, INSIDE)
    if edit.old and edit.kind is not EditKind.ADDED:
        yield from wrapped(f"Förut ”{shortened(edit.old)}”", INSIDE, INSIDE)
    for remark in edit.remarks:
        yield from wrapped(f"Obs: {remark}", INSIDE, INSIDE)
    if edit.markdown:  # at the left margin and unbroken: it is to be pasted
        yield from ("", *edit.markdown.split("\n"), "")


def _overtyped(one: Overtyped) -> Iterator[str]:
    where = f", {one.where}" if one.where else ""
    yield from wrapped(f"{one.printed} → {one.now or 'struket'}{where}{_spot(one.place)}", LEAD, INSIDE)


def _pending(change: PendingChange, edit: AuthorEdit) -> Iterator[str]:
    words = f" ”{shortened(change.words.strip())}”" if change.words.strip() else ""
    about = f"{signed(change.author, change.date)}: {change.kind.value}{words}{_under(change.where.heading)}{_spot(edit.place)}"
    yield from wrapped(about, LEAD, INSIDE)


def _comment(comment: Comment, edit: AuthorEdit) -> Iterator[str]:
    about = f" om ”{shortened(comment.about)}”" if comment.about else ""
    done = ", klar" if comment.done else ""
    said = f"{signed(comment.author, comment.date)}{about}{_under(comment.where.heading)}{_spot(edit.place)}{done}"
    yield from wrapped(said, LEAD, INSIDE)
    yield from wrapped(f"”{comment.text}”", INSIDE, INSIDE)
    for answer in comment.answers:
        yield from wrapped(f"Svar, {signed(answer.author, answer.date)}: ”{answer.text}”", INSIDE, INSIDE + LEAD)


def _where(edit: AuthorEdit) -> str:
    where = edit.where or edit.chapter
    return f": {where}" if where else ""


def _under(heading: str) -> str:
    return f", under ”{heading}”" if heading else ""


def _spot(place: Place) -> str:
    return f" ({spot(place)})" if place.file else ""

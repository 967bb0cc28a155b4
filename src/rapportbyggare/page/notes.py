"""Footnotes at the end of a page, with links both ways."""

from collections.abc import Iterable

from rapportbyggare.core.compared import Cause, RedlineNote
from rapportbyggare.core.document import Note
from rapportbyggare.page.inlines import mark_name, text_html
from rapportbyggare.page.markup import words
from rapportbyggare.page.pen import Pen, aged, note_name
from rapportbyggare.page.signs import AGES, label, marked, renumbered, side, whole_sign


def notes_html(pen: Pen, notes: Iterable[Note]) -> str:
    """The notes of one document; to be written after its blocks, which hold their marks."""
    items = (_item(pen, note_name(note.number), str(note.number), text_html(pen, note.content)) for note in notes)
    return f'<ul class="noter" role="list">{"".join(items)}</ul>'


def compared_notes_html(pen: Pen, notes: Iterable[RedlineNote]) -> str:
    """The notes of two editions; to be written after the blocks of both."""
    return f'<ul class="noter" role="list">{"".join(_compared(pen, n, note) for n, note in enumerate(notes, 1))}</ul>'


def _compared(pen: Pen, place: int, note: RedlineNote) -> str:
    whole = note.standing in AGES
    own = aged(pen, AGES[note.standing]) if whole else pen
    number = words(str(note.new_number or note.old_number)) if whole else renumbered(str(note.old_number), str(note.new_number))
    cause = pen.causes.get(note.change, Cause.TEXT)
    mark, lead = whole_sign(pen, cause, note.change) if whole else ("", "")
    lead = f"<span{mark}>{lead}{label(note.standing)}</span>" if whole else ""
    attributes = f"{marked(cause, note.change)}{side(own.age)}" if whole else ""
    return _item(pen, note_name(place), number, text_html(own, note.content), attributes, lead)


def _item(pen: Pen, name: str, number: str, content: str, attributes: str = "", lead: str = "") -> str:
    back = mark_name(name)
    arrow = f' <a href="#{back}" role="doc-backlink" aria-label="tillbaka till texten">↩</a>' if back in pen.taken else ""
    line = f'<span class="notnummer">{number}</span> {lead}<span class="ord">{content}</span>{arrow}'
    return f'<li id="{name}"{attributes}><div class="par"><p>{line}</p></div></li>'

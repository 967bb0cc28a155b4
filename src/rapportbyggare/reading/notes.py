"""Footnotes and their marks must meet: a mark without a note and a note without a mark are both faults."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from rapportbyggare.core.document import DraftNote
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import DraftText, NoteMark
from rapportbyggare.reading import messages


def check_notes(marks: Iterable[NoteMark], notes: Mapping[str, DraftNote]) -> list[Problem]:
    """The problems of one file's (or specification's) marks and notes."""
    marks = tuple(marks)
    used = {mark.label for mark in marks}
    problems = [
        messages.undefined_note(mark.place, mark.label, get_close_matches(mark.label, notes, 1))
        for mark in marks
        if mark.label not in notes
    ]
    return problems + [messages.unused_note(note.place, label) for label, note in notes.items() if label not in used]


def marks_in(texts: Iterable[DraftText]) -> list[NoteMark]:
    """The footnote marks among some texts."""
    return [mark for text in texts for mark in _marks(text)]


def _marks(text: DraftText) -> list[NoteMark]:
    found: list[NoteMark] = []
    for part in text:
        if isinstance(part, NoteMark):
            found.append(part)
        else:
            found += _marks(getattr(part, "children", ()))
    return found


def refuse_marks(texts: Iterable[DraftText], problems: list[Problem]) -> None:
    """Report footnote marks in texts that only a screen reader or a picture shows."""
    problems += [messages.note_in_plain_text(mark.place, mark.label) for mark in marks_in(texts)]

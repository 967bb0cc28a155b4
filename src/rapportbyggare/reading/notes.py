"""Footnotes and their marks must meet: a mark without a note and a note without a mark are both faults."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from rapportbyggare.core.document import DraftNote
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import NoteMark
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

"""Texts and expressions in specification files: read as an author's text, with their place in the file."""

import re

from rapportbyggare.core.document import DraftNote
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import DraftText, Expression, Text
from rapportbyggare.reading import control_messages, messages, specification_messages
from rapportbyggare.reading.inlines import InlineReader
from rapportbyggare.reading.locate import Locator
from rapportbyggare.reading.notes import marks_in
from rapportbyggare.reading.parser import inline_tokens
from rapportbyggare.reading.placeholders import hide
from rapportbyggare.reading.slips import without_echoes
from rapportbyggare.sources.toml import Fields

BRACED = re.compile(r"\{\{|\}\}|^\s*\{.*\}\s*$")
# What nobody can read as anything but words; most texts of a specification are no more.
WORDS = re.compile(r"(?:[^\W_]|[ .,:;()/–’”-])+")
BRACES = re.compile(r"\s*[{}]+\s*")


def text_of(fields: Fields, key: str, problems: list[Problem], default: str | None = "") -> DraftText:
    """The author's text under `key`."""
    source = fields.text(key, default)
    if default is None and isinstance(fields.values.get(key), str) and not source.strip():
        problems.append(specification_messages.empty_text(fields.value_place(key), key))
    return inline(source, fields, key, None, problems)


def texts_of(fields: Fields, key: str, problems: list[Problem]) -> tuple[DraftText, ...]:
    """The list of authors' texts under `key`."""
    lines = fields.texts(key, ())
    return tuple(inline(line, fields, key, index, problems) for index, line in enumerate(lines))


def inline(source: str, fields: Fields, key: str, index: int | None, problems: list[Problem]) -> DraftText:
    """A text of one paragraph with its expressions; every expression in it is read, or a problem says why not."""
    if not source:
        return ()
    place = fields.value_place(key, index)
    if WORDS.fullmatch(source):
        return (Text(source, Place(place.file, place.line, place.column, place.column + len(source))),)
    found: list[Problem] = []
    hidden = hide(source, place.file, found, place.line, place.column)
    reader = InlineReader(hidden, found)
    where = Locator(hidden.text.split("\n"), place.file, 0, hidden.text.count("\n") + 1, place.line, place.column - 1)
    content = reader.read(inline_tokens(hidden.text), where)
    for number, expression in enumerate(hidden.expressions):
        if number not in reader.used:
            found.append(control_messages.unread_expression(expression.place, expression.source))
    problems += without_echoes(found)
    return content


def expression_of(fields: Fields, key: str) -> Expression:
    """The expression under `key`, written without braces."""
    return _bare(fields, key, fields.text(key), fields.value_place(key))


def expressions_of(fields: Fields, key: str) -> tuple[Expression, ...]:
    """The list of expressions under `key`, written without braces."""
    written = enumerate(fields.texts(key))
    return tuple(_bare(fields, key, text, fields.value_place(key, index)) for index, text in written)


def optional_expression(fields: Fields, key: str) -> Expression | None:
    """The expression under `key`, or None when it is not there."""
    source = fields.text(key, "")
    return _bare(fields, key, source, fields.value_place(key)) if key in fields else None


def _bare(fields: Fields, key: str, written: str, place: Place) -> Expression:
    """The expression without the braces that an author set around it out of habit, which are a problem."""
    source = BRACES.sub(" ", written).strip() if BRACED.search(written) else written
    if source != written:
        fields.report(specification_messages.braced_expression(place, key, source))
    return Expression(source, place)


def notes_of(fields: Fields, problems: list[Problem]) -> dict[str, DraftNote]:
    """The footnotes of a specification: its table `noter`."""
    notes = fields.table("noter")
    return {label: _note(notes, label, problems) for label in notes.keys}


def _note(notes: Fields, label: str, problems: list[Problem]) -> DraftNote:
    content = text_of(notes, label, problems)
    if marks_in((content,)):
        problems.append(messages.note_in_note(notes.place(label), label))
    return DraftNote(label, content, notes.place(label))

"""A stretch of printed text, and what it is in the draft."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, assert_never

from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import (
    Code,
    DocumentInline,
    DocumentText,
    Emphasis,
    LineBreak,
    Link,
    NoteNumber,
    Reference,
    Span,
    Strong,
    TableNoteMark,
    Text,
    Value,
)
from rapportbyggare.core.walk import values_in
from rapportbyggare.passages.chapters import Chapter


class PrintedKind(Enum):
    """What sort of text something stands in; the values are what the reader meets."""

    PROSE = "löptext"
    HEADING = "rubrik"
    CELL = "tabellcell"
    TABLE_TEXT = "tabelltext"
    FIGURE_TEXT = "figurtext"
    NOTE = "not"
    CHART = "diagram"
    CHART_TEXT = "diagramtext"
    ALT = "alternativtext"
    DESCRIPTION = "tabellbeskrivning"


class Identity(NamedTuple):
    """What a passage is in the draft, whatever the data make of it.

    `block` is the generated block it belongs to ("tabell:omsattning", "" for running text), `part` what of it,
    `place` where it is written and `item` the column. A loop gives several passages one identity.
    """

    block: str
    part: str
    place: Place = NOWHERE
    item: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a heading, a cell, a note, a chart's label, an alt text.

    `where` says it in words ("tabell 2, rad Berg, kolumn juli 2025"); `turn` tells the turns of a loop apart;
    `row` is the table row it belongs to. A chart's label is a Value without anchor.
    """

    identity: Identity
    kind: PrintedKind
    where: str
    chapter: Chapter
    place: Place
    content: DocumentText
    turn: str = ""
    row: str = ""

    @property
    def text(self) -> str:
        """Its words, without marks of notes."""
        return plain(self.content)


def words(text: str, place: Place) -> DocumentText:
    """A text made from data as running text."""
    return (Text(text, place),) if text else ()


def names(content: DocumentText) -> str:
    """The words that values put in a text: they tell the turns of a loop apart."""
    return "\n".join(value.text for value in values_in(content) if value.figure is None)


def notes_in(content: DocumentText) -> Iterator[int]:
    """The numbers of the footnotes that a text marks."""
    for item in content:
        match item:
            case NoteNumber(number):
                yield number
            case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children) | Reference(children=children):
                yield from notes_in(children)
            case _:
                pass


def place_of(content: DocumentText, otherwise: Place = NOWHERE) -> Place:
    """Where a text is written: the place of the first of its parts that has one."""
    return next((place for item in content if (place := _place(item)).file), otherwise)


def _place(item: DocumentInline) -> Place:
    match item:
        case Text(place=place) | Code(place=place) | NoteNumber(place=place):
            return place
        case Value(expression=expression):
            return expression.place
        case Link(children=children, place=place):
            return place_of(children, place)
        case Emphasis(children) | Strong(children) | Span(_, children) | Reference(children=children):
            return place_of(children)
        case LineBreak() | TableNoteMark():
            return NOWHERE
        case _:
            assert_never(item)

"""Text as plain words, where no markup may stand."""

from typing import assert_never

from rapportbyggare.core.blocks import ChartFigure, Picture
from rapportbyggare.core.compared import Changed, RedlineLeaf, RedlineText
from rapportbyggare.core.plain import plain, plain_inline
from rapportbyggare.core.text import (
    Code,
    Emphasis,
    Inline,
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


def alt_text(figure: ChartFigure[RedlineLeaf] | Picture[RedlineLeaf]) -> str:
    """What a chart or picture is described as, in the new edition."""
    return figure.alt if isinstance(figure, ChartFigure) else new_words(figure.alt)


def new_words(content: RedlineText) -> str:
    """The words of a text in the new edition."""
    return "".join(_new(item) for item in content)


def _new(item: Inline[RedlineLeaf]) -> str:
    match item:
        case Changed(new=new):
            return plain(new)
        case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children):
            return new_words(children)
        case Text() | Value() | Code() | LineBreak() | NoteNumber() | TableNoteMark() | Reference():
            return plain_inline(item)
        case _:
            assert_never(item)

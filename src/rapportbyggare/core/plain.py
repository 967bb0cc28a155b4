"""Running text as plain words: for properties, contents lists, descriptions and widths."""

from typing import assert_never

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


def plain(content: DocumentText) -> str:
    """The words of running text, without marks of notes; a line break is a space."""
    if len(content) == 1:  # most cells of a table
        return plain_inline(content[0])
    return "".join([plain_inline(item) for item in content])


def plain_inline(item: DocumentInline) -> str:
    """The words of one inline."""
    match item:
        case Text() | Value() | Code():
            return item.text
        case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children):
            return plain(children)
        case Reference():
            return plain(item.children) if item.children else referred(item)
        case LineBreak():
            return " "
        case NoteNumber() | TableNoteMark():
            return ""
        case _:
            assert_never(item)


def is_blank(content: DocumentText) -> bool:
    """Whether nothing would be seen: a reference or a note's mark is something, even before it has its number."""
    return all(_nothing(item) for item in content)


def _nothing(item: DocumentInline) -> bool:
    match item:
        case Text(text) | Value(text) | Code(text):
            return not text.strip()
        case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children):
            return is_blank(children)
        case LineBreak():
            return True
        case Reference() | NoteNumber() | TableNoteMark():
            return False
        case _:
            assert_never(item)


def referred(reference: Reference) -> str:
    """What a reference without own words reads as: "tabell 2"."""
    return "\u00a0".join(part for part in (reference.lead, reference.number) if part)

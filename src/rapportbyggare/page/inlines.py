"""Running text as HTML."""

from typing import assert_never

from rapportbyggare.core.compared import Changed, RedlineLeaf, RedlineText
from rapportbyggare.core.plain import referred
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
from rapportbyggare.page.markup import HARD_SPACE, is_safe, words
from rapportbyggare.page.pen import Age, Pen, aged, note_name, target_name
from rapportbyggare.page.signs import come, gone, marked, sign


def text_html(pen: Pen, content: RedlineText) -> str:
    """Running text as markup."""
    return "".join([inline_html(pen, item) for item in content])


def inline_html(pen: Pen, item: Inline[RedlineLeaf]) -> str:
    """One inline as markup."""
    match item:
        case Text(text) | Value(text):
            return words(text)
        case Code(text):
            return f"<code>{words(text)}</code>"
        case LineBreak():
            return "<br>"
        case Emphasis(children):
            return f"<em>{text_html(pen, children)}</em>"
        case Strong(children):
            return f"<strong>{text_html(pen, children)}</strong>"
        case Span(language, children):
            return f'<span lang="{words(language)}">{text_html(pen, children)}</span>'
        case Link(address, children):
            return link(address, text_html(pen, children))
        case NoteNumber():
            return note_mark(pen, item)
        case TableNoteMark(letter):
            return f"<sup>{words(letter)}</sup>"
        case Reference():
            return reference(pen, item)
        case Changed():
            return changed(pen, item)
        case _:
            assert_never(item)


def link(address: str, content: str) -> str:
    """A link that leads out; the words alone where the address is of no kind that may be followed."""
    return f'<a href="{words(address.strip())}" rel="noopener noreferrer">{content}</a>' if is_safe(address) else content


def note_mark(pen: Pen, mark: NoteNumber) -> str:
    """A footnote's number, leading to it; the first mark of the new edition is where the note leads back."""
    name = pen.edition.notes.get(mark.number)
    if name is None:
        return f"<sup>{mark.number}</sup>"
    own = pen.claim(mark_name(name)) if pen.age is Age.NEW else ""
    return f'<sup><a href="#{name}"{own} role="doc-noteref" aria-label="not{HARD_SPACE}{mark.number}">{mark.number}</a></sup>'


def mark_name(note: str) -> str:
    """The id of the first mark of the note with this id."""
    return f"mark-{note}"


def reference(pen: Pen, item: Reference) -> str:
    """A cross-reference, leading to what it names; words only in what the old edition says."""
    content = text_html(pen, item.children) if item.children else words(referred(item))
    if pen.age is Age.OLD:
        return content
    note = pen.note_numbers.get(item.key)
    return f'<a href="#{target_name(item.key) if note is None else note_name(note)}">{content}</a>'


def changed(pen: Pen, item: Changed) -> str:
    """A stretch as it was, struck, and as it is, underlined, after the number of the change."""
    own, number = sign(pen, item.cause, item.change)
    old = gone(text_html(aged(pen, Age.OLD), item.old))
    return f"<span{own}{marked(item.cause, item.change)}>{number}{old}{come(text_html(pen, item.new))}</span>"

"""The footnotes: one series, with the two separators Word demands."""

from collections.abc import Iterator

from rapportbyggare.core.document import Document, Note
from rapportbyggare.core.text import DocumentInline, Emphasis, Link, NoteNumber, Reference, Span, Strong, Text, Value
from rapportbyggare.core.walk import all_texts
from rapportbyggare.word.formats import RunFormat, properties
from rapportbyggare.word.namespaces import word_root
from rapportbyggare.word.ooxml import paragraph, paragraph_style, run, text_run
from rapportbyggare.word.roles import Role
from rapportbyggare.word.runs import runs
from rapportbyggare.word.scope import Scope

TIGHT = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
SEPARATORS = (("separator", -1), ("continuationSeparator", 0))


def note_numbers_led_to(document: Document) -> frozenset[int]:
    """Footnotes that something besides their first mark leads to: a second mark, or a reference."""
    if not document.notes:
        return frozenset()
    keys = {note.number for note in document.notes if note.key in document.targets}
    others = [item for text in all_texts(document) for item in text if not isinstance(item, (Text, Value))]
    return frozenset(keys.union(number for item in others for number in numbers_in(item)))


def numbers_in(item: DocumentInline) -> Iterator[int]:
    """Numbers of notes a single inline leads to."""
    match item:
        case Text() | Value():
            return
        case NoteNumber(number, repeated=True):
            yield number
        case Reference(kind="not", number=number) if number.isdigit():
            yield int(number)
        case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children):
            for child in children:
                yield from numbers_in(child)
        case _:
            return


def footnotes_part(scope: Scope, notes: tuple[Note, ...]) -> str:
    """The whole part; relationships its links need are gathered in `scope`."""
    separators = "".join(separator_xml(kind, number) for kind, number in SEPARATORS)
    return word_root("footnotes", separators + "".join(note_xml(scope, note) for note in notes))


def separator_xml(kind: str, number: int) -> str:
    """The line above the notes, or above notes continued from the page before."""
    return f'<w:footnote w:type="{kind}" w:id="{number}">{paragraph(TIGHT, run(f"<w:{kind}/>"))}</w:footnote>'


def note_xml(scope: Scope, note: Note) -> str:
    """One note: its number, a space, its words."""
    mark = run("<w:footnoteRef/>", properties(RunFormat(style=scope.look.ids[Role.FOOTNOTE_REFERENCE])))
    style = paragraph_style(scope.look.ids[Role.FOOTNOTE_TEXT])
    content = mark + text_run(" ") + runs(scope, note.content)
    return f'<w:footnote w:id="{note.number}">{paragraph(style, content)}</w:footnote>'

"""Running text as runs. Each inline becomes whole runs, so that a run can later be wrapped as inserted or deleted."""

import re
from typing import assert_never

from rapportbyggare.core.plain import referred
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
from rapportbyggare.word.anchors import value_run
from rapportbyggare.word.formats import PLAIN, RunFormat, properties, styled
from rapportbyggare.word.names import TARGET, bookmark_name
from rapportbyggare.word.ooxml import (
    bookmarked,
    escape,
    external_link,
    field,
    footnote_reference,
    internal_link,
    run,
    text_run,
)
from rapportbyggare.word.relations import Relation
from rapportbyggare.word.roles import Role
from rapportbyggare.word.scope import Scope, related

HARD_SPACE = "\u00a0"
UNSAFE_IN_ADDRESS = re.compile(r"[\x00-\x20\"<>\\^`{|}]")


def runs(scope: Scope, content: DocumentText, form: RunFormat = PLAIN) -> str:
    """Running text as markup, in the given format."""
    if len(content) == 1 and isinstance(content[0], Value):  # most cells of a table
        return value_run(scope, content[0], properties(form))
    return "".join([inline(scope, item, form) for item in content])


def inline(scope: Scope, item: DocumentInline, form: RunFormat) -> str:
    """One inline as markup."""
    match item:
        case Text():
            return text_run(item.text, properties(form))
        case Value():
            return value_run(scope, item, properties(form))
        case Emphasis(children):
            return runs(scope, children, form._replace(italic=True))
        case Strong(children):
            return runs(scope, children, form._replace(bold=True))
        case Span(language, children):
            return runs(scope, children, form._replace(language=escape(language)))
        case Code(text):
            return text_run(text, properties(styled(form, scope.look.ids[Role.CODE])))
        case LineBreak():
            return run("<w:br/>")
        case Link():
            return link(scope, item.address, item.children, form)
        case Reference():
            return reference(scope, item, form)
        case NoteNumber():
            return note_mark(scope, item, form)
        case TableNoteMark(letter):
            return text_run(letter, properties(form._replace(raised=True)))
        case _:
            assert_never(item)


def linked(scope: Scope, form: RunFormat) -> RunFormat:
    """The format of words that lead somewhere."""
    return styled(form, scope.look.ids[Role.HYPERLINK])


def link(scope: Scope, address: str, children: DocumentText, form: RunFormat) -> str:
    """Words that lead to an address."""
    ident = related(scope, Relation("hyperlink", encoded(address), external=True))
    return external_link(ident, runs(scope, children, linked(scope, form)))


def encoded(address: str) -> str:
    """An address without the characters that make Word call a file damaged; letters such as å are left."""
    return UNSAFE_IN_ADDRESS.sub(lambda match: f"%{ord(match.group()):02X}", address)


def reference(scope: Scope, item: Reference, form: RunFormat) -> str:
    """A cross-reference: own words linked, or a typed lead and a live number."""
    name = reference_name(scope, item)
    if item.children:
        return internal_link(name, runs(scope, item.children, linked(scope, form)))
    if not item.number:
        return internal_link(name, text_run(item.lead, properties(linked(scope, form))))
    look = properties(form)
    if item.kind == "bilaga":
        return field(appendix_instruction(name, item.lead), referred(item), look)
    lead = text_run(item.lead + HARD_SPACE, look) if item.lead else ""
    return lead + field(instruction(item.kind, name), item.number, look)


def reference_name(scope: Scope, item: Reference) -> str:
    """The bookmark a reference leads to; a note is found by its number, as its mark is where it was first made."""
    if item.kind == "not" and item.number.isdigit() and int(item.number) in scope.note_names:
        return scope.note_names[int(item.number)]
    return bookmark_name(TARGET, item.key)


def instruction(kind: str, name: str) -> str:
    """The field that gives a target's number."""
    match kind:
        case "not":
            return f"NOTEREF {name} \\h"
        case "avsnitt":
            return f"REF {name} \\r \\h"
        case _:
            return f"REF {name} \\h"


def appendix_instruction(name: str, lead: str) -> str:
    """The field that gives an appendix' whole number, "bilaga 1": the word is part of the numbering.

    The switch that leaves the word out (ECMA-376 §17.16.5.51, t) is not known to LibreOffice, which would say it twice.
    """
    return f"REF {name} \\r \\h" + (" \\* lower" if lead[:1].islower() else "")


def note_mark(scope: Scope, item: NoteNumber, form: RunFormat) -> str:
    """A footnote's mark: the note itself the first time, a field that repeats its number after that."""
    look = properties(styled(form, scope.look.ids[Role.FOOTNOTE_REFERENCE]))
    name = scope.note_names.get(item.number, "")
    if item.repeated and name:
        return field(f"NOTEREF {name} \\f \\h", str(item.number), look)
    if scope.in_notes:
        return text_run(str(item.number), properties(form._replace(raised=True)))
    mark = footnote_reference(item.number, look)
    return bookmarked(next(scope.record.bookmark_numbers), name, mark) if name else mark

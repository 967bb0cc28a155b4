"""References are resolved last, when every number is known: a reference may lead forward."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import assert_never

from rapportbyggare.binding.marks import Target
from rapportbyggare.core.blocks import (
    Cell,
    ChartFigure,
    DocumentBlock,
    FactBox,
    Heading,
    Landscape,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Row,
    Table,
    TableNote,
)
from rapportbyggare.core.text import (
    Code,
    DocumentInline,
    DocumentLeaf,
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
from rapportbyggare.typography.words import capitalise

ENDS = (".", "!", "?", ":")
CLOSING = "”\"’'»)"
ABBREVIATIONS = ("jfr.", "dvs.", "osv.", "ca.", "kl.", "s.", "nr.", "resp.", "inkl.", "exkl.", "ev.", "bl.", "tab.", "fig.")
MEMORY = 40
# What nearly all texts are made of, and no reference changes.
STILL: frozenset[type] = frozenset((Text, Value, Code, LineBreak, NoteNumber, TableNoteMark))
Rewrite = Callable[[DocumentText], DocumentText]
ALT_LIMIT = 250


def resolved(blocks: tuple[DocumentBlock, ...], targets: Mapping[str, Target]) -> tuple[DocumentBlock, ...]:
    """The blocks with every reference's words and number."""
    return tuple(_block(block, targets) for block in blocks)


def resolved_text(text: DocumentText, targets: Mapping[str, Target], said: str = "") -> DocumentText:
    """A text with every reference's words and number; one that begins a sentence after `said` gets a capital."""
    if STILL.issuperset(map(type, text)):
        return text
    done: list[DocumentInline] = []
    for item in text:
        done.append(_inline(item, targets, said))
        said = _said(item, said)
    return tuple(done)


def begins_sentence(said: str) -> bool:
    """Whether the word after `said` begins a sentence; an abbreviation such as "t.ex." does not end one."""
    before = said.rstrip().rstrip(CLOSING)
    if not before:
        return True
    word = before.split()[-1]
    return said[-1].isspace() and before.endswith(ENDS) and "." not in word[:-1] and word.lower() not in ABBREVIATIONS


def _said(item: DocumentInline, before: str) -> str:
    match item:
        case Text(text):
            return (before + text)[-MEMORY:]
        case LineBreak():
            return before + " "
        case NoteNumber() | TableNoteMark():
            return before
        case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children):
            for child in children:
                before = _said(child, before)
            return before
        case _:
            return "x"


def _inline(item: DocumentInline, targets: Mapping[str, Target], said: str) -> DocumentInline:
    match item:
        case Reference():
            return _reference(item, targets, said)
        case Emphasis(children):
            return Emphasis(resolved_text(children, targets, said))
        case Strong(children):
            return Strong(resolved_text(children, targets, said))
        case Span(language, children):
            return Span(language, resolved_text(children, targets, said))
        case Link(address, children, place):
            return Link(address, resolved_text(children, targets, said), place)
        case Text() | Code() | LineBreak() | Value() | NoteNumber() | TableNoteMark():
            return item
        case _:
            assert_never(item)


def _reference(item: Reference, targets: Mapping[str, Target], said: str) -> Reference:
    target = targets.get(item.key)
    if target is None:
        return item
    lead = capitalise(target.lead) if begins_sentence(said) else target.lead
    return Reference(item.key, target.kind, lead, target.number, resolved_text(item.children, targets, said))


def _block(block: DocumentBlock, targets: Mapping[str, Target]) -> DocumentBlock:
    def text(content: DocumentText) -> DocumentText:
        return resolved_text(content, targets)

    match block:
        case Paragraph(content, place):
            return Paragraph(text(content), place)
        case Heading():
            return replace(block, content=text(block.content))
        case ListBlock():
            return replace(block, items=tuple(resolved(item, targets) for item in block.items))
        case Quote() | Landscape():
            return replace(block, blocks=resolved(block.blocks, targets))
        case FactBox():
            return replace(block, title=text(block.title), blocks=resolved(block.blocks, targets))
        case Table():
            return _table(block, text)
        case Picture():
            return replace(block, alt=text(block.alt), caption=text(block.caption))
        case ChartFigure():
            alt = with_table(block.alt, targets.get(block.table))
            return replace(block, caption=text(block.caption), source=text(block.source), alt=alt)
        case PageBreak():
            return block
        case _:
            assert_never(block)


def with_table(alt: str, table: Target | None) -> str:
    """An alt text of bounded length that ends by pointing at the table with the same values."""
    ending = f" Se tabell {table.number}." if table else ""
    room = ALT_LIMIT - len(ending)
    return (alt if len(alt) <= room else alt[: room - 1].rsplit(" ", 1)[0] + "…") + ending


def _table(table: Table[DocumentLeaf], text: Rewrite) -> Table[DocumentLeaf]:
    return replace(
        table,
        caption=text(table.caption),
        head=_row(table.head, text),
        body=tuple(_row(row, text) for row in table.body),
        source=text(table.source),
        notes=tuple(TableNote(note.letter, text(note.content)) for note in table.notes),
    )


def _row(row: Row[DocumentLeaf], text: Rewrite) -> Row[DocumentLeaf]:
    if STILL.issuperset([type(item) for cell in row.cells for line in cell.lines for item in line]):
        return row
    return Row(tuple(Cell(tuple(text(line) for line in cell.lines)) for cell in row.cells), row.kind)

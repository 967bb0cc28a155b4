"""The example report as if somebody had typed every figure and reference by hand, and single faults made in it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from rapportbyggare.checks.bound_subject import subject_of
from rapportbyggare.checks.subject import Line, Subject
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
)
from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.document import Document
from rapportbyggare.core.place import Place
from rapportbyggare.core.plain import plain_inline
from rapportbyggare.core.text import (
    DocumentInline,
    DocumentLeaf,
    DocumentText,
    Emphasis,
    Link,
    Reference,
    Span,
    Strong,
    Text,
    Value,
)
from rapportbyggare.typography.dates import MONTHS

SOFT = re.compile(rf"(?<=\d) (?={'|'.join(MONTHS)})|(?:{'|'.join(f'(?<={month})' for month in MONTHS)}) (?=\d)")
"""The soft spaces of a period out of the data: somebody who types with care makes them hard."""
Turned = Callable[[DocumentText], DocumentText]


@dataclass(frozen=True, slots=True)
class Fault:
    """A stretch of a line that becomes something else."""

    family: str
    line: int
    start: int
    end: int
    new: str

    def said(self, lines: tuple[Line, ...]) -> str:
        """The fault in words, for the one who wonders why it was not found."""
        line = lines[self.line]
        before, after = line.text[max(self.start - 30, 0) : self.start], line.text[self.end : self.end + 30]
        return f"{self.family}: {line.where}: …{before}[{line.text[self.start : self.end]} → {self.new}]{after}…"


def typed(document: Document) -> Document:
    """The document with words for values and references; charts are drawn, not typed."""
    return turned(document, _typed)


def _typed(content: DocumentText) -> DocumentText:
    return tuple(_typed_inline(item) for item in content)


def _typed_inline(item: DocumentInline) -> DocumentInline:
    match item:
        case Value(text=text, expression=expression):
            return Text(SOFT.sub("\u00a0", text), Place(expression.place.file, expression.place.line))
        case Reference(children=()):
            return Text(plain_inline(item))
        case Reference(children=children):
            return Link("https://example.se", _typed(children))
        case Emphasis(children):
            return Emphasis(_typed(children))
        case Strong(children):
            return Strong(_typed(children))
        case Span(language, children):
            return Span(language, _typed(children))
        case Link(address, children, place):
            return Link(address, _typed(children), place)
        case _:
            return item


def turned(document: Document, turn: Turned) -> Document:
    """The document with each of its texts turned into another."""
    sections = tuple(one._replace(blocks=_blocks(one.blocks, turn)) for one in document.sections)
    notes = tuple(replace(one, content=turn(one.content)) for one in document.notes)
    return replace(document, sections=sections, notes=notes)


def _blocks(blocks: tuple[DocumentBlock, ...], turn: Turned) -> tuple[DocumentBlock, ...]:
    return tuple(_block(one, turn) for one in blocks)


def _block(block: DocumentBlock, turn: Turned) -> DocumentBlock:
    match block:
        case Heading() | Paragraph():
            return replace(block, content=turn(block.content))
        case ListBlock(items=items):
            return replace(block, items=tuple(_blocks(item, turn) for item in items))
        case Quote() | Landscape():
            return replace(block, blocks=_blocks(block.blocks, turn))
        case FactBox():
            return replace(block, title=turn(block.title), blocks=_blocks(block.blocks, turn))
        case Table():
            return _table(block, turn)
        case Picture() | ChartFigure():
            return replace(block, caption=turn(block.caption))
        case PageBreak():
            return block
        case _:
            assert_never(block)


def _table(table: Table[DocumentLeaf], turn: Turned) -> Table[DocumentLeaf]:
    notes = tuple(replace(note, content=turn(note.content)) for note in table.notes)
    body = tuple(_row(row, turn) for row in table.body)
    head, caption, source = _row(table.head, turn), turn(table.caption), turn(table.source)
    return replace(table, caption=caption, head=head, body=body, source=source, notes=notes, generated=False)


def _row(row: Row[DocumentLeaf], turn: Turned) -> Row[DocumentLeaf]:
    return replace(row, cells=tuple(Cell(tuple(turn(line) for line in cell.lines)) for cell in row.cells))


@dataclass(frozen=True, slots=True)
class Bench:
    """The clean subject and how to make one with a fault in it: the line's words become a single text."""

    subject: Subject

    def with_faults(self, faults: tuple[Fault, ...]) -> Subject:
        """The subject with some stretches otherwise."""
        lines = list(self.subject.lines)
        for fault in sorted(faults, key=lambda one: -one.start):
            lines[fault.line] = _mended(lines[fault.line], fault)
        heads = {(line.block, line.column): line.text for line in lines if line.part == "kolumnrubrik"}
        rows = dict(_renamed_rows(self.subject.lines, lines))
        done = (_in_table(line, heads, rows) for line in lines)
        return replace(self.subject, lines=tuple(done))


def _renamed_rows(before: tuple[Line, ...], after: list[Line]) -> Iterator[tuple[tuple[str, str], str]]:
    for old, new in zip(before, after, strict=True):
        if old.part == "radrubrik" and old.text != new.text:
            yield (old.block, old.row), new.text


def _in_table(line: Line, heads: dict[tuple[str, int], str], rows: dict[tuple[str, str], str]) -> Line:
    row = rows.get((line.block, line.row), line.row)
    return replace(line, head=heads.get((line.block, line.column), line.head) if line.part == "cell" else line.head, row=row)


def _mended(line: Line, fault: Fault) -> Line:
    pieces, shift = [], len(fault.new) - (fault.end - fault.start)
    for piece in line.pieces:
        if piece.end <= fault.start:
            pieces.append(piece)
        elif piece.start >= fault.end:
            pieces.append(replace(piece, start=piece.start + shift))
        else:
            lead = piece.text[: max(fault.start - piece.start, 0)]
            tail = piece.text[fault.end - piece.start :] if piece.end > fault.end else ""
            own = fault.new if piece.start <= fault.start else ""
            start = piece.start if piece.start <= fault.start else fault.start + len(fault.new)
            if lead + own + tail:
                pieces.append(replace(piece, text=lead + own + tail, start=start))
    return replace(line, text=line.text[: fault.start] + fault.new + line.text[fault.end :], pieces=tuple(pieces))


def bench(document: Document, dataset: Dataset) -> Bench:
    """The bench of a report."""
    return Bench(subject_of(typed(document), dataset))

"""Events gathered into texts: what each paragraph, cell and note says, and which stretches of it bear bookmarks."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, assert_never
from unicodedata import normalize

from rapportbyggare.core.edited import CellSpot, EditedText, TextKind
from rapportbyggare.word.edited.events import (
    BookmarkEnd,
    BookmarkStart,
    Closing,
    Event,
    FieldCode,
    FieldMark,
    NoteReference,
    Opening,
    TextBox,
    Words,
)
from rapportbyggare.word.edited.parts import Drawn, Gridded, Mark, OpenTable, OpenText, Spot, Stretch
from rapportbyggare.word.edited.styles import HeadStyle, is_heading
from rapportbyggare.word.namespaces import W

if TYPE_CHECKING:
    from lxml.etree import _Element

COPY = re.compile(r"_Copy_\d+$")
NOTE_FIELD = re.compile(r'\s*NOTEREF\s+"?([^"\s]+)"?.*\\f', re.DOTALL)
CONTENTS_FIELD = re.compile(r"\s*TOC\b")
MARK = re.compile(r"[a-z]{1,2}|\d{1,3}")


@dataclass(slots=True)
class Story:
    """One story of a file (the body, or a note), gathered from its events.

    `marks` holds the notes marked in each text, by order; `stretches` the bookmarks by their ids, `lost` those whose end
    never came.
    """

    styles: Mapping[str, HeadStyle]
    next_order: int = 0
    heading: str = ""
    inside_note: bool = False
    texts: list[EditedText] = field(default_factory=list)
    marks: dict[int, list[tuple[int, Mark]]] = field(default_factory=dict)
    stretches: dict[str, Stretch] = field(default_factory=dict)
    lost: list[Stretch] = field(default_factory=list)
    drawn: list[Drawn] = field(default_factory=list)
    tables: list[Gridded] = field(default_factory=list)
    boxes: int = 0
    _open: list[OpenText] = field(default_factory=list)
    _stack: list[OpenTable] = field(default_factory=list)
    _fields: list[list[str]] = field(default_factory=list)
    _merged: bool = False

    def read(self, events: Iterable[Event]) -> None:
        """Take in events, in order."""
        for event in events:
            self._take(event)
        if self._merged and self._open:
            self._finish()

    def _take(self, event: Event) -> None:
        match event:
            case Words():
                self._words(event)
            case BookmarkStart(ident, name):
                self._begin(ident, name)
            case BookmarkEnd(ident):
                self._end(ident)
            case NoteReference(kind, ident):
                self._mark((kind, ident))
            case FieldMark(kind):
                self._field(kind)
            case FieldCode(text):
                if self._fields and self._fields[-1][0] == "begin":
                    self._fields[-1][1] += text
            case Opening(kind, element):
                self._opening(kind, element)
            case Closing(kind, merged):
                self._closing(kind, merged)
            case TextBox():
                self.boxes += 1
            case _:
                assert_never(event)

    def _words(self, event: Words) -> None:
        if not self._open or self._unseen() or (event.raised and MARK.fullmatch(event.text.strip())):
            return
        self._open[-1].add(event.text if event.text.isascii() else normalize("NFC", event.text))

    def _unseen(self) -> bool:
        """Whether a field hides the words: its instruction, a note's number again, the contents list."""
        return any(state == "begin" or NOTE_FIELD.match(code) or CONTENTS_FIELD.match(code) for state, code in self._fields)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(["begin", ""])
        elif self._fields and kind == "separate":
            self._fields[-1][0] = "separate"
            if found := NOTE_FIELD.match(self._fields[-1][1]):
                self._mark(("bookmark", found[1]))
        elif self._fields and kind == "end":
            self._fields.pop()

    def _mark(self, note: Mark) -> None:
        if self._open:
            self._open[-1].notes.append((self._open[-1].length, note))

    def _here(self) -> Spot:
        return Spot(self._open[-1].order, self._open[-1].length) if self._open else Spot(self.next_order, 0)

    def _begin(self, ident: str, name: str) -> None:
        if ident in self.stretches and self.stretches[ident].end is None:
            self.lost.append(self.stretches[ident])
        self.stretches[ident] = Stretch(COPY.sub("", name), self._here(), None)

    def _end(self, ident: str) -> None:
        begun = self.stretches.get(ident)
        if begun is not None and begun.end is None:
            here = self._here()
            if not here.offset and here.order > begun.start.order:
                here = Spot(here.order - 1, 1 << 30)
            self.stretches[ident] = replace(begun, end=here)

    def _opening(self, kind: str, element: "_Element") -> None:
        match kind:
            case "p":
                self._paragraph(element)
            case "tbl":
                self._stack.append(OpenTable(len(self.tables)))
                self.tables.append(Gridded(element, self.next_order, self.heading))
            case "tr" if self._stack:
                self._stack[-1].row += 1
                self._stack[-1].column = 0
            case "tc" if self._stack:
                self._stack[-1].span = span_of(element)
                self._start(TextKind.CELL)
            case "drawing" if not self._unseen():
                self.drawn.append(Drawn(element, self._here().order, self.heading))
            case _:
                pass

    def _paragraph(self, element: "_Element") -> None:
        if self._merged:
            self._merged = False
        elif self._open:
            self._open[-1].add(" ")
        else:
            kind = TextKind.NOTE if self.inside_note else TextKind.PARAGRAPH
            self._start(TextKind.HEADING if is_heading(element, self.styles) and not self.inside_note else kind)

    def _closing(self, kind: str, merged: bool) -> None:
        match kind:
            case "p":
                self._merged = merged
                if not merged and len(self._open) == 1 and self._open[-1].kind in (TextKind.HEADING, TextKind.PARAGRAPH):
                    self._finish()
            case "tc" if self._open:
                self._merged = False
                self._cell()
            case "tbl" if self._stack:
                self._head_cells(self._stack.pop())
            case _:
                pass

    def _start(self, kind: TextKind) -> None:
        self._open.append(OpenText(self.next_order, kind))
        self.next_order += 1

    def _finish(self, cell: CellSpot | None = None) -> int:
        """Close the text being read; where it lies among the texts."""
        done = self._open.pop()
        text = "".join(done.parts)
        self.marks[done.order] = done.notes
        if done.kind is TextKind.HEADING and text.strip():
            self.heading = text.strip()
        self.texts.append(EditedText(done.order, done.kind, text, self.heading, cell=cell))
        return len(self.texts) - 1

    def finish_note(self) -> None:
        """Close a note when all its paragraphs are read."""
        if self._open:
            self._finish()

    def _cell(self) -> None:
        if not self._stack:
            self._finish()
            return
        table = self._stack[-1]
        table.cells.append(self._finish(CellSpot(table.number, table.row, table.column, "", "")))
        table.column += table.span

    def _head_cells(self, table: OpenTable) -> None:
        """Give each cell the words that head its row and its column."""
        spots = {index: spot for index in table.cells if (spot := self.texts[index].cell) is not None}
        rows = {spot.row: self.texts[index].text.strip() for index, spot in spots.items() if not spot.column}
        columns = {spot.column: self.texts[index].text.strip() for index, spot in spots.items() if not spot.row}
        for index, spot in spots.items():
            headed = replace(spot, row_words=rows.get(spot.row, ""), column_words=columns.get(spot.column, ""))
            self.texts[index] = replace(self.texts[index], cell=headed)


def span_of(cell: "_Element") -> int:
    """How many columns a cell takes."""
    found = cell.find(f"{{{W}}}tcPr/{{{W}}}gridSpan")
    value = "" if found is None else found.get(f"{{{W}}}val", "")
    return int(value) if value.isdecimal() else 1

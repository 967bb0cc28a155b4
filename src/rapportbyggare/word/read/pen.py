"""A paragraph as a row of leaves: words with their looks, values, notes, references; and what stands among them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapportbyggare.core.flat import PLAIN, Atom, Face
from rapportbyggare.core.text import Code, LineBreak, NoteNumber, Reference, Text, Value
from rapportbyggare.word.edited.bookmarks import BLOCKS
from rapportbyggare.word.edited.events import NOTES
from rapportbyggare.word.edited.story import COPY
from rapportbyggare.word.lint.elements import ID, NAME, START, STOP, w
from rapportbyggare.word.names import ANCHOR, END
from rapportbyggare.word.namespaces import MC, R
from rapportbyggare.word.read.anchors import reached
from rapportbyggare.word.read.fields import Item, Items, NewPage, Thing, linked, read_field, with_lead, words_of
from rapportbyggare.word.read.ground import Ground
from rapportbyggare.word.read.styles import run_look
from rapportbyggare.word.roles import Role
from rapportbyggare.word.template.package import Source
from rapportbyggare.word.values import said

if TYPE_CHECKING:
    from lxml.etree import _Element

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
THINGS = frozenset((w("drawing"), w("pict"), w("object"), f"{MATH}oMath", f"{MATH}oMathPara"))
SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad"}
SILENT = frozenset(
    (
        *map(w, ("pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "delInstrText")),
        *map(w, ("footnoteRef", "endnoteRef", "annotationRef", "separator", "continuationSeparator", "rt", "fldData", "ffData")),
    )
)
RUN, WORDS, FIELD, CODE, PROPERTIES, PARAGRAPH = map(w, ("r", "t", "fldChar", "instrText", "rPr", "p"))
BREAKS = (w("br"), w("cr"))
CHOICE, FALLBACK = f"{{{MC}}}Choice", f"{{{MC}}}Fallback"
CONTENTS = re.compile(r"\s*TOC\b")


@dataclass(slots=True)
class Frame:
    """A field while it is read: its instruction, whether its result has begun, and the result.

    `inside` is what stands where the instruction should: words if the field never comes to a result.
    """

    code: str = ""
    begun: bool = False
    items: Items = field(default_factory=list)
    inside: Items = field(default_factory=list)

    @property
    def hidden(self) -> bool:
        """Whether its result is not read: the contents list."""
        return CONTENTS.match(self.code) is not None


@dataclass(frozen=True, slots=True)
class OpenAnchor:
    """A value's anchor while it is read: its identity, and where in which row its words begin."""

    ident: str
    row: Items
    start: int


@dataclass(slots=True)
class Pen:
    """What reads the paragraphs of a story, in order; fields may begin in one and end in another.

    `relations` are those of the story's part; `marked` holds the numbers of the notes marked so far.
    """

    ground: Ground
    relations: Mapping[str, Source]
    marked: set[int] = field(default_factory=set)
    _frames: list[Frame] = field(default_factory=list)
    _rows: list[Items] = field(default_factory=list)
    _anchors: dict[str, OpenAnchor] = field(default_factory=dict)

    @property
    def in_contents(self) -> bool:
        """Whether the reading has come into a contents list."""
        return any(frame.hidden for frame in self._frames)

    def line(self, paragraph: "_Element") -> Items:
        """A paragraph's items. What stands in a field that is not at its end counts as words of this paragraph."""
        own: Items = []
        self._rows.append(own)
        self._within(paragraph, PLAIN)
        for ident in list(self._anchors):
            self._close(ident)
        for frame in self._frames:
            own += [] if self.in_contents else frame.items if frame.begun else frame.inside
            frame.items.clear()
        self._frames = [frame for frame in self._frames if frame.begun]
        self._rows.clear()
        return reached(own, self.ground.printed) if self.ground.printed else own

    @property
    def _row(self) -> Items:
        if self._frames and self._frames[-1].begun:
            return self._frames[-1].items
        return self._rows[-1]

    def _within(self, parent: "_Element", face: Face, raised: bool = False) -> None:
        for element in parent.iterchildren("*"):
            self._element(element, str(element.tag), face, raised)

    def _element(self, element: "_Element", tag: str, face: Face, raised: bool) -> None:
        if tag == RUN:
            self._run(element)
        elif tag == WORDS:
            self._add(Atom(Text(element.text or ""), face, raised))
        elif tag in (START, STOP):
            self._bookmark(element, tag)
        elif tag in THINGS:
            self._add(Thing(element))
        elif tag in SIGNS:
            self._add(Atom(Text(SIGNS[tag]), face, raised))
        elif tag == FIELD:
            self._field(element.get(w("fldCharType"), ""))
        elif tag == CODE:
            self._code(element.text or "")
        elif tag not in SILENT:
            self._other(element, tag, face, raised)

    def _other(self, element: "_Element", tag: str, face: Face, raised: bool) -> None:
        if tag in NOTES:
            self._note(NOTES[tag], element.get(w("id"), ""), face)
        elif tag in BREAKS:
            self._add(NewPage() if element.get(w("type")) == "page" else Atom(LineBreak(), face))
        elif tag == w("hyperlink"):
            self._link(element)
        elif tag == w("fldSimple"):
            self._field("begin")
            self._code(element.get(w("instr"), ""))
            self._field("separate")
            self._within(element, face)
            self._field("end")
        elif tag == w("sym"):
            self._add(Atom(Text(symbol(element)), face, raised))
        elif tag == f"{{{MC}}}AlternateContent":
            chosen = next((one for one in element.iterchildren(CHOICE, FALLBACK)), None)
            if chosen is not None:
                self._within(chosen, face, raised)
        elif tag != PARAGRAPH:
            self._within(element, face, raised)

    def _run(self, run: "_Element") -> None:
        properties = run.find(PROPERTIES)
        if properties is None:
            self._within(run, PLAIN)
            return
        style = said(properties, "rStyle")
        own, base = run_look(properties), self.ground.styles.runs.get(style)
        bold = own.bold if own.bold is not None or base is None else base.bold
        italic = own.italic if own.italic is not None or base is None else base.italic
        language = own.language or (base.language if base else "")
        face = Face("", "" if language == self.ground.language else language, bool(bold), bool(italic))
        if self.ground.styles.roles.get(style) is Role.CODE:
            self._coded(run, face)
        else:
            self._within(run, face, bool(own.raised))

    def _coded(self, run: "_Element", face: Face) -> None:
        before = len(self._row)
        self._within(run, face)
        row = self._row
        row[before:] = [
            Atom(Code(item.leaf.text), item.face) if isinstance(item, Atom) and isinstance(item.leaf, Text) else item
            for item in row[before:]
        ]

    def _add(self, item: Item) -> None:
        waiting = next((frame for frame in self._frames if not frame.begun), None)
        (self._row if waiting is None else waiting.inside).append(item)

    def _note(self, kind: str, ident: str, face: Face) -> None:
        found = self.ground.notes.get((kind, ident))
        if found is not None:
            self._add(Atom(NoteNumber(found, found in self.marked), face))
            self.marked.add(found)

    def _link(self, link: "_Element") -> None:
        source = self.relations.get(link.get(f"{{{R}}}id", ""))
        place = link.get(w("anchor"), "")
        address = (source.target if source is not None and source.external else "") + (f"#{place}" if place else "")
        row, before = self._row, len(self._row)
        self._within(link, PLAIN)
        if row is self._row:
            row[before:] = linked(row[before:], address, self.ground.goals)

    def _bookmark(self, mark: "_Element", tag: str) -> None:
        ident, name = mark.get(ID, ""), COPY.sub("", mark.get(NAME, ""))
        if tag == STOP:
            self._close(ident)
        elif name.startswith(ANCHOR) and not name.startswith((*BLOCKS, END)):
            known = self.ground.edition.values.get(name) if self.ground.edition else None
            self._anchors[ident] = OpenAnchor(known[0] if known else name.removeprefix(ANCHOR), self._row, len(self._row))

    def _close(self, ident: str) -> None:
        """Make what stands in an anchor a value; marks of notes and such among its words come after it."""
        anchor = self._anchors.pop(ident, None)
        if anchor is None or anchor.row is not self._row or anchor.start > len(self._row):
            return
        inside = anchor.row[anchor.start :]
        atoms = [item for item in inside if isinstance(item, Atom) and isinstance(item.leaf, (Text, Code, Value, LineBreak))]
        words = "".join(" " if isinstance(atom.leaf, LineBreak) else words_of([atom]) for atom in atoms)
        face = atoms[0].face if atoms else PLAIN
        rest = [item for item in inside if item not in atoms]
        anchor.row[anchor.start :] = [Atom(Value(words, None, ident=anchor.ident), face), *rest]

    def _code(self, text: str) -> None:
        if self._frames and not self._frames[-1].begun:
            self._frames[-1].code += text

    def _field(self, mark: str) -> None:
        if mark == "begin":
            self._frames.append(Frame())
        elif mark == "separate" and self._frames:
            self._frames[-1].begun = True
        elif mark == "end" and self._frames:
            frame = self._frames.pop()
            for item in [] if frame.hidden else read_field(frame.code, frame.items, self.ground.goals):
                self._finish(item)

    def _finish(self, item: Item) -> None:
        if isinstance(item, Atom) and isinstance(item.leaf, Reference) and self._rows:
            item = Atom(with_lead(self._row, item.leaf), item.face)
        self._add(item)


def symbol(element: "_Element") -> str:
    """The sign that a `w:sym` gives by its code."""
    code = element.get(w("char"), "")
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return sign if sign.isprintable() or "\ue000" <= sign <= "\uf8ff" else ""

"""A story of an edited file as a row of events, tracked changes accepted: what was deleted leaves only its bookmarks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapportbyggare.word.namespaces import MC, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
VAL = _W + "val"
GONE = frozenset({_W + "del", _W + "moveFrom"})
SILENT = frozenset({_W + name for name in ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr")})
SIGNS = {_W + "tab": " ", _W + "br": " ", _W + "cr": " ", _W + "noBreakHyphen": "\u2011", _W + "softHyphen": ""}
NOTES = {_W + "footnoteReference": "footnote", _W + "endnoteReference": "endnote"}


@dataclass(frozen=True, slots=True)
class Words:
    """Text of a run; `raised` when the run itself says that it is superscript."""

    text: str
    raised: bool = False


@dataclass(frozen=True, slots=True)
class BookmarkStart:
    """Where a bookmark begins."""

    ident: str
    name: str


@dataclass(frozen=True, slots=True)
class BookmarkEnd:
    """Where a bookmark ends."""

    ident: str


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The mark of a note, by kind ("footnote", "endnote") and id."""

    kind: str
    ident: str


@dataclass(frozen=True, slots=True)
class FieldMark:
    """`begin`, `separate` or `end` of a field."""

    kind: str


@dataclass(frozen=True, slots=True)
class FieldCode:
    """Part of a field's instruction."""

    text: str


@dataclass(frozen=True, slots=True)
class Opening:
    """A paragraph, table, row, cell or drawing begins; the element is its own."""

    kind: str
    element: "_Element"


@dataclass(frozen=True, slots=True)
class Closing:
    """A paragraph, table, row or cell ends; `merged` when a paragraph's end mark is deleted."""

    kind: str
    merged: bool = False


@dataclass(frozen=True, slots=True)
class TextBox:
    """A text box, which is not read."""


Event = Words | BookmarkStart | BookmarkEnd | NoteReference | FieldMark | FieldCode | Opening | Closing | TextBox
CONTAINERS = {_W + "p": "p", _W + "tbl": "tbl", _W + "tr": "tr", _W + "tc": "tc"}


def events(parent: "_Element", raised: bool = False) -> Iterator[Event]:
    """What stands in an element, in reading order."""
    for element in parent.iterchildren("*"):
        yield from _of_element(element, raised)


def _of_element(element: "_Element", raised: bool) -> Iterator[Event]:
    tag = element.tag
    if tag == _W + "t":
        yield Words(element.text or "", raised)
    elif tag == _W + "r":
        yield from events(element, _raised(element))
    elif tag in CONTAINERS:
        yield from _container(element, CONTAINERS[tag])
    elif tag in GONE:
        yield from _bookmarks(element)
    elif tag in SIGNS:
        yield Words(SIGNS[tag])
    elif tag not in SILENT:
        yield from _other(element, tag, raised)


def _other(element: "_Element", tag: str, raised: bool) -> Iterator[Event]:
    if tag in (_W + "bookmarkStart", _W + "bookmarkEnd"):
        yield from _bookmarks_of(element)
    elif tag in NOTES:
        yield NoteReference(NOTES[tag], element.get(_W + "id", ""))
    elif tag == _W + "fldChar":
        yield FieldMark(element.get(_W + "fldCharType", ""))
    elif tag == _W + "instrText":
        yield FieldCode(element.text or "")
    elif tag == _W + "fldSimple":
        yield from (FieldMark("begin"), FieldCode(element.get(_W + "instr", "")), FieldMark("separate"))
        yield from events(element, raised)
        yield FieldMark("end")
    elif tag == _W + "txbxContent":
        yield from [TextBox()] if any((text.text or "").strip() for text in element.iter(_W + "t")) else []
    elif tag != f"{{{MC}}}Fallback":
        yield from [Opening("drawing", element)] if tag == _W + "drawing" else []
        yield from events(element, raised)


def _container(element: "_Element", kind: str) -> Iterator[Event]:
    if _removed(element, kind):
        yield from _bookmarks(element)
        return
    yield Opening(kind, element)
    yield from events(element)
    yield Closing(kind, kind == "p" and _unended(element))


def _removed(element: "_Element", kind: str) -> bool:
    """Whether a row or a cell is deleted."""
    if kind == "tr":
        return element.find(f"{_W}trPr/{_W}del") is not None
    return kind == "tc" and element.find(f"{_W}tcPr/{_W}cellDel") is not None


def _unended(paragraph: "_Element") -> bool:
    """Whether the paragraph's end is deleted: it reads on in the next one."""
    return any(paragraph.find(f"{_W}pPr/{_W}rPr/{tag}") is not None for tag in GONE)


def _bookmarks(element: "_Element") -> Iterator[Event]:
    for mark in element.iter(_W + "bookmarkStart", _W + "bookmarkEnd"):
        yield from _bookmarks_of(mark)


def _bookmarks_of(mark: "_Element") -> Iterator[Event]:
    ident = mark.get(_W + "id", "")
    yield BookmarkStart(ident, mark.get(_W + "name", "")) if mark.tag == _W + "bookmarkStart" else BookmarkEnd(ident)


def _raised(run: "_Element") -> bool:
    found = run.find(f"{_W}rPr/{_W}vertAlign")
    return found is not None and found.get(VAL) == "superscript"

"""Where in a Word file something stands, as far as a reader can see."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapportbyggare.core.read import Where
from rapportbyggare.word.edited.story import span_of
from rapportbyggare.word.lint.elements import ID, w
from rapportbyggare.word.read.ground import PARAGRAPH, order_of, place_of
from rapportbyggare.word.read.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

INSERTED = frozenset((w("ins"), w("moveTo")))
DELETED = frozenset((w("del"), w("moveFrom")))
TR, TC = w("tr"), w("tc")
NOTES = {w("footnote"): "footnote", w("endnote"): "endnote"}
T, DELETED_T = w("t"), w("delText")
BREAKS = frozenset((w("tab"), w("br"), w("cr")))
IGNORED = frozenset((w("pPr"), w("rPr")))


@dataclass(frozen=True, slots=True)
class Guide:
    """What tells where something stands: the file's name, its styles, its notes' numbers, and how changes are taken."""

    name: str
    styles: Styles
    notes: Mapping[tuple[str, str], int]
    accept: bool

    def paragraphs(self, root: "_Element", part: str = "") -> "Iterator[tuple[_Element, Where]]":
        """Every paragraph of a story and where it is."""
        heading = ""
        for paragraph in root.iter(PARAGRAPH):
            words = " ".join(self.words(paragraph).split())
            heading = words if words and self.styles.level(paragraph) is not None else heading
            yield paragraph, self._where(paragraph, heading, words, part)

    def words(self, paragraph: "_Element") -> str:
        """What a paragraph says when its changes are taken."""
        return "".join(_words(paragraph, DELETED if self.accept else INSERTED))

    def _where(self, paragraph: "_Element", heading: str, words: str, part: str) -> Where:
        order = order_of(paragraph)
        row = next(paragraph.iterancestors(TR), None)
        cell = next(paragraph.iterancestors(TC), None)
        place = place_of(self.name, order)
        if row is None or cell is None:
            return Where(order, heading, words, note=self._note(paragraph), part=part, place=place)
        line = sum(1 for _ in row.itersiblings(TR, preceding=True))
        column = sum(map(span_of, cell.itersiblings(TC, preceding=True)))
        return Where(order, heading, words, line, column, self._note(paragraph), part, place)

    def _note(self, paragraph: "_Element") -> int:
        note = next(paragraph.iterancestors(*NOTES), None)
        return 0 if note is None else self.notes.get((NOTES[str(note.tag)], note.get(ID, "")), 0)


def _words(parent: "_Element", gone: frozenset[str]) -> Iterator[str]:
    for element in parent.iterchildren("*"):
        tag = element.tag
        if tag in (T, DELETED_T):
            yield element.text or ""
        elif tag in BREAKS:
            yield " "
        elif tag not in gone and tag not in IGNORED and tag != PARAGRAPH:
            yield from _words(element, gone)


def words_in(element: "_Element") -> str:
    """All words in an element, changed or not."""
    return "".join(_words(element, frozenset()))

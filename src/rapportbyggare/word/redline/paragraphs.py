"""Paragraphs of a merged document: those of one edition whole, those of both merged."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.redline.atoms import line_of
from rapportbyggare.word.redline.lines import Pen, merged
from rapportbyggare.word.redline.markup import markup
from rapportbyggare.word.redline.pieces import KEPT, State, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

PROPERTIES, SECTION = w("pPr"), w("sectPr")
BOTH = "<w:p><w:pPr><w:rPr><w:ins {hand}/><w:del {hand}/></w:rPr></w:pPr></w:p>"


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph's properties as markup, and those of the section it ends ("" for none)."""

    direct: str
    section: str


def look_of(paragraph: "_Element") -> Look:
    """A paragraph's look."""
    properties = paragraph.find(PROPERTIES)
    children = [] if properties is None else list(properties)
    direct = "".join([markup(child) for child in children if child.tag != SECTION])
    return Look(direct, "".join([markup(child) for child in children if child.tag == SECTION]))


def merged_paragraph(old: "_Element", new: "_Element", pen: Pen, end: State = KEPT) -> str:
    """A paragraph of both editions; its end may be of one only."""
    content = merged(line_of(old), line_of(new), pen)
    return paragraph_markup(look_of(new), look_of(old), content, pen.hands.text, end)


def paragraph_markup(look: Look, before: Look, content: str, hand: str, end: State = KEPT) -> str:
    """A paragraph of this look, and what it was before."""
    change = "" if before.direct == look.direct else look_change(before.direct, hand)
    mark = f"<w:rPr><w:{end.tag} {end.hand}/></w:rPr>" if end.tag else ""
    return f"<w:p><w:pPr>{look.direct}{mark}{look.section}{change}</w:pPr>{content}</w:p>"


def look_change(before: str, hand: str) -> str:
    """What a paragraph looked like before."""
    return f"<w:pPrChange {hand}><w:pPr>{before}</w:pPr></w:pPrChange>"


def whole_paragraph(paragraph: "_Element", state: State) -> str:
    """A paragraph that has come or gone, its end with it."""
    look = look_of(paragraph)
    return paragraph_markup(look, look, whole(line_of(paragraph), state), "", state)


def between_tables(hand: str) -> str:
    """A paragraph that is in neither edition: two tables in a row would become one."""
    return BOTH.format(hand=hand)


def plain_words(element: "_Element") -> str:
    """The words of a paragraph or a cell."""
    return "".join([text.text or "" for text in element.iter(w("t"))])

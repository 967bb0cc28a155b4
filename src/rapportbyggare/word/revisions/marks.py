"""Ends of paragraphs that came or went as tracked changes: a paragraph without its end reads on in the next one."""

from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.revisions.names import MARKERS, SILENT, drop, killed, parent_of

if TYPE_CHECKING:
    from lxml.etree import _Element

PARAGRAPH, PROPERTIES, LOOK, CELL = w("p"), w("pPr"), w("rPr"), w("tc")


def resolve_marks(root: "_Element", accept: bool) -> None:
    """Every tracked end of a paragraph in a story; from the last, so that each paragraph's words are moved once."""
    looks = [look for look in root.iter(LOOK) if parent_of(look).tag == PROPERTIES]
    ended = [(parent_of(parent_of(look)), unmarked(look)) for look in looks if any(one.tag in MARKERS for one in look)]
    for paragraph, marks in reversed(ended):
        if any(mark in killed(accept) for mark in marks):
            read_on(paragraph)


def unmarked(look: "_Element") -> list[str]:
    """What a paragraph's end was marked as; it no longer is."""
    marks = [one for one in look if one.tag in MARKERS]
    for mark in marks:
        look.remove(mark)
    if not len(look):
        drop(look)
    return [str(mark.tag) for mark in marks]


def read_on(paragraph: "_Element") -> None:
    """A paragraph loses its end. Where no paragraph follows, one with words keeps it, and an empty one goes."""
    content = [one for one in paragraph if one.tag != PROPERTIES]
    after = following(paragraph)
    if after is not None and after.tag == PARAGRAPH:
        move(content, after)
        drop(paragraph)
    elif all(one.tag in SILENT for one in content) and not is_needed(paragraph):
        for edge in content:
            paragraph.addprevious(edge)
        drop(paragraph)


def move(content: "list[_Element]", target: "_Element") -> None:
    """Content to the beginning of another paragraph."""
    properties = target.find(PROPERTIES)
    place = 0 if properties is None else 1
    target[place:place] = content


def following(paragraph: "_Element") -> "_Element | None":
    """The block after a paragraph."""
    return next((one for one in paragraph.itersiblings() if one.tag not in SILENT), None)


def is_needed(paragraph: "_Element") -> bool:
    """Whether a cell would end without a paragraph if this one went."""
    parent = parent_of(paragraph)
    before = next((one for one in paragraph.itersiblings(preceding=True) if one.tag not in SILENT), None)
    return parent.tag == CELL and (before is None or before.tag != PARAGRAPH)

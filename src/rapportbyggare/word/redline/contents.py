"""Contents lists: fields that go through many paragraphs."""

from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.redline.atoms import FIELD, KIND

if TYPE_CHECKING:
    from lxml.etree import _Element

PARAGRAPH = w("p")


def contents_of(body: "_Element") -> "list[_Element]":
    """The paragraphs of the first field that begins in one paragraph and ends in another, or of none."""
    starts: list[_Element] = []
    for mark in body.iter(FIELD):
        kind = mark.get(KIND)
        paragraph = next(mark.iterancestors(PARAGRAPH), None)
        if paragraph is None:
            continue
        if kind == "begin":
            starts.append(paragraph)
        elif kind == "end" and starts and (start := starts.pop()) is not paragraph:
            return [start, *until(start, paragraph)]
    return []


def until(start: "_Element", end: "_Element") -> "list[_Element]":
    """The paragraphs after one and to another."""
    found = []
    for sibling in start.itersiblings(PARAGRAPH):
        found.append(sibling)
        if sibling is end:
            break
    return found

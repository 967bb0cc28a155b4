"""Paragraphs whose changes follow from others': contents lists, and what the cover says of the edition."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.redline.atoms import FIELD, KIND
from rapportbyggare.word.redline.paragraphs import plain_words

if TYPE_CHECKING:
    from lxml.etree import _Element

PARAGRAPH = w("p")
# A cover has fewer paragraphs.
COVER = 20
EDITION = re.compile("Utkast, uppgifter per\u00a0[0-9-]+|Utgåva\u00a0[0-9a-f]+")


def following_of(body: "_Element") -> "Iterator[_Element]":
    """The paragraphs of a body whose changes follow from others'."""
    yield from contents_of(body)
    yield from (child for child in islice(body, COVER) if child.tag == PARAGRAPH and EDITION.fullmatch(plain_words(child)))


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

"""Running text: bookmarks, fields, drawings, controls, empty paragraphs, in one part."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, cast

from rapportbyggare.word.lint.elements import DRAWING, Story, w
from rapportbyggare.word.namespaces import W

if TYPE_CHECKING:
    from lxml.etree import XPath, _Element

LONGEST_TAG = 64
SHOWING = ("t", "delText", "drawing", "br", "fldChar", "footnoteReference", "sectPr", "tab", "pict")
PARAGRAPH, TABLE = w("p"), w("tbl")


def story_findings(part: Story) -> Iterator[str]:
    """Faults in one part's running text."""
    for check in (bookmark_findings, field_findings, drawing_findings, control_findings, empty_findings):
        yield from (f"{part.name}: {finding}" for finding in check(part))


def bookmark_findings(part: Story) -> Iterator[str]:
    """Bookmarks never closed, closed twice, closed before they open, or with a name Word refuses."""
    yield from part.faults


def field_findings(part: Story) -> Iterator[str]:
    """Fields whose begin, separate and end do not match."""
    depth: list[str] = []
    for mark in part.found[w("fldChar")]:
        kind = mark.get(w("fldCharType"), "")
        if kind == "begin":
            depth.append(kind)
        elif not depth or (kind == "separate" and depth[-1] != "begin"):
            yield f"fältmärket {kind} står utan sin början"
        elif kind == "separate":
            depth[-1] = kind
        else:
            depth.pop()
    if depth:
        yield "ett fält avslutas aldrig"


def drawing_findings(part: Story) -> Iterator[str]:
    """Pictures without a text alternative."""
    for properties in part.found[DRAWING]:
        if not properties.get("descr"):
            yield f"bilden {properties.get('id')} saknar alternativtext"


def control_findings(part: Story) -> Iterator[str]:
    """Content controls with too long a tag, or nothing in them."""
    for control in part.found[w("sdt")]:
        tag = control.find(f"{w('sdtPr')}/{w('tag')}")
        content = control.find(w("sdtContent"))
        if tag is not None and len(tag.get(w("val"), "")) > LONGEST_TAG:
            yield f"innehållskontrollens tagg är längre än {LONGEST_TAG} tecken"
        if content is None or not len(content):
            yield "innehållskontrollen är tom"


def empty_findings(part: Story) -> Iterator[str]:
    """Empty paragraphs that are not needed: one may end a section, part two tables, or close the text after a table."""
    for paragraph in cast("list[_Element]", bare_paragraphs()(part.root)):
        if not needed(paragraph):
            yield f"stycke {1 + sum(1 for _ in paragraph.itersiblings(PARAGRAPH, TABLE, preceding=True))} är tomt"


@cache
def bare_paragraphs() -> "XPath":
    """The question which of the body's paragraphs show nothing, made ready once."""
    from lxml.etree import XPath

    showing = " or ".join(f"self::w:{name}" for name in SHOWING)
    return XPath(f"w:body/w:p[not(w:r/w:t)][not(descendant::*[{showing}])]", namespaces={"w": W})


def needed(paragraph: "_Element") -> bool:
    """Whether a paragraph must stand where it does even if it is empty: between two tables, or alone at the end."""
    before = next(paragraph.itersiblings(PARAGRAPH, TABLE, preceding=True), None)
    after = next(paragraph.itersiblings(PARAGRAPH, TABLE), None)
    if before is None or before.tag == PARAGRAPH:
        return after is None and before is not None and before.find(f"{w('pPr')}/{w('sectPr')}") is not None
    return after is None or after.tag == TABLE

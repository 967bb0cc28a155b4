"""Words that came or went as tracked changes, and what they leave behind."""

from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.revisions.names import DELETED, ID, INSERTED, RANGES, SILENT, STARTS, drop, killed, parent_of, unwrap

if TYPE_CHECKING:
    from lxml.etree import _Element

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# In these a mark is a property of something else: of a paragraph's end, a row, a number.
PROPERTIES = frozenset({w("rPr"), w("trPr"), w("numPr")})
UNDELETED = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
EDGES = (*STARTS, *STARTS.values())
OTHER = STARTS | {end: start for start, end in STARTS.items()}
HOLDERS = (w("hyperlink"), w("smartTag"), w("fldSimple"))


def resolve_runs(root: "_Element", accept: bool) -> None:
    """Every stretch of words in a story that came or went; what was deleted and stays is text again.

    Links in which nothing is left go: a paragraph whose end goes with all its words is empty, whatever held them.
    """
    going = [one for one in root.iter(*killed(accept)) if parent_of(one).tag not in PROPERTIES]
    lone = lone_edges(going)
    for stretch in going:
        take_away(stretch, lone)
    for stretch in [one for one in root.iter(*(INSERTED if accept else DELETED)) if parent_of(one).tag not in PROPERTIES]:
        unwrap(stretch)
    for text in root.iter(*UNDELETED):
        text.tag = UNDELETED[str(text.tag)]
    for holder in [one for one in root.iter(*HOLDERS) if not shows(one)]:
        unwrap(holder)


def take_away(stretch: "_Element", lone: set[tuple[str, str]]) -> None:
    """A stretch goes. The edge of a bookmark or comment whose other edge stays is kept; so is what a formula is made of."""
    parent = stretch.getparent()
    if parent is None:
        return
    for edge in [one for one in stretch.iter(*EDGES) if edge_of(one) in lone]:
        stretch.addprevious(edge)
    parent.remove(stretch)
    if parent.tag == f"{MATH}ctrlPr":
        take_apart(parent_of(parent_of(parent)))


def take_apart(structure: "_Element") -> None:
    """A formula's fraction, root or power whose sign goes: its arguments' parts stand alone."""
    for argument in list(structure):
        if not str(argument.tag).endswith("Pr"):
            unwrap(argument)
        else:
            drop(argument)
    unwrap(structure)


def lone_edges(going: "list[_Element]") -> set[tuple[str, str]]:
    """The edges in what goes whose other edges stay."""
    edges = {edge_of(edge) for stretch in going for edge in stretch.iter(*EDGES)}
    return {(tag, ident) for tag, ident in edges if (OTHER[tag], ident) not in edges}


def edge_of(edge: "_Element") -> tuple[str, str]:
    """An edge's kind and number."""
    return str(edge.tag), edge.get(ID, "")


def without_empty(root: "_Element") -> None:
    """The edges of tracked ranges go, and controls in which nothing is left."""
    for edge in list(root.iter(*RANGES)):
        drop(edge)
    for content in [one for one in root.iter(w("sdtContent")) if not len(one)]:
        drop(parent_of(content))


def shows(element: "_Element") -> bool:
    """Whether anything in it is more than an edge or a property."""
    return any(child.tag not in SILENT and not str(child.tag).endswith("Pr") for child in element)

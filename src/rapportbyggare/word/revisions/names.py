"""The elements that tell of tracked changes, and small steps in their tree."""

from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import w

if TYPE_CHECKING:
    from lxml.etree import _Element

INSERTED = (w("ins"), w("moveTo"))
DELETED = (w("del"), w("moveFrom"))
MARKERS = (*INSERTED, *DELETED)
CHANGES = tuple(
    w(f"{name}Change") for name in ("rPr", "pPr", "tblPr", "tblPrEx", "trPr", "tcPr", "sectPr", "tblGrid", "numbering")
)
RANGES = tuple(
    w(f"{kind}Range{edge}")
    for kind in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for edge in ("Start", "End")
)
STARTS = {w("bookmarkStart"): w("bookmarkEnd"), w("commentRangeStart"): w("commentRangeEnd")}
SILENT = frozenset((*STARTS, *STARTS.values(), *RANGES, w("proofErr")))
ID = w("id")


def killed(accept: bool) -> tuple[str, str]:
    """What goes, with what is in it, when all is accepted or rejected."""
    return DELETED if accept else INSERTED


def parent_of(element: "_Element") -> "_Element":
    """The element it stands in; the root of a part is none of those asked about."""
    parent = element.getparent()
    if parent is None:
        raise ValueError(element.tag)
    return parent


def drop(element: "_Element") -> None:
    """Away with it, unless it has gone already with what it stood in."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: "_Element", content: "_Element | None" = None) -> None:
    """What is in it (in `content`) takes its place."""
    for child in list(element if content is None else content):
        element.addprevious(child)
    drop(element)

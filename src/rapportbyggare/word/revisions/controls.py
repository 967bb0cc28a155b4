"""Content controls put round something, or taken away from round it, as tracked changes: what is in them stays."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.revisions.names import ID, unwrap

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTROLS = (w("sdt"), w("customXml"))


def resolve_controls(root: "_Element", accept: bool) -> None:
    """Every control that goes, in a story."""
    for control in list(going(root, accept)):
        unwrap(control, control.find(w("sdtContent")) if control.tag == CONTROLS[0] else None)


def going(root: "_Element", accept: bool) -> "Iterator[_Element]":
    """Controls that begin within a range whose controls go."""
    kinds = ("customXmlDel", "customXmlMoveFrom") if accept else ("customXmlIns", "customXmlMoveTo")
    starts, ends = ({w(f"{kind}Range{edge}") for kind in kinds} for edge in ("Start", "End"))
    pending: set[str] = set()
    for element in root.iter(*starts, *ends, *CONTROLS):
        if element.tag in starts:
            pending.add(element.get(ID, ""))
        elif element.tag in ends:
            pending.discard(element.get(ID, ""))
        elif pending:
            yield element

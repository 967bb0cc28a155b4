"""Tracked changes of properties: the new ones stay, or the old ones come back."""

from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.revisions.names import CHANGES, MARKERS, drop, parent_of

if TYPE_CHECKING:
    from lxml.etree import _Element

# What the old properties do not speak of, by what holds them.
UNTOUCHED = {
    w("pPr"): frozenset({w("rPr"), w("sectPr")}),
    w("rPr"): frozenset(MARKERS),
    w("trPr"): frozenset(MARKERS),
    w("tcPr"): frozenset(w(name) for name in ("cellIns", "cellDel", "cellMerge")),
    w("sectPr"): frozenset(w(name) for name in ("headerReference", "footerReference")),
}
FIRST = frozenset({w("pPr"), w("tcPr")})
NUMBERING = w("numberingChange")


def resolve_properties(root: "_Element", accept: bool) -> None:
    """Every change of properties in a story."""
    for change in list(root.iter(*CHANGES)):
        if not accept and change.tag != NUMBERING:
            restore(parent_of(change), change)
        drop(change)
    for mark in list(root.iter(w("ins"))):
        if (numbers := parent_of(mark)).tag == w("numPr"):
            drop(mark if accept else numbers)


def restore(properties: "_Element", change: "_Element") -> None:
    """The old properties instead of the new."""
    kept = UNTOUCHED.get(properties.tag, frozenset())
    for element in [one for one in properties if one.tag not in kept and one is not change]:
        properties.remove(element)
    old = [] if not len(change) else [one for one in change[0] if one.tag not in kept]
    if properties.tag in FIRST:
        properties[:0] = old
    else:
        properties.extend(old)

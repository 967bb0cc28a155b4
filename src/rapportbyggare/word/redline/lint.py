"""Tracked changes as such: what no schema says, and accepting or rejecting does not show."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import repeated, w
from rapportbyggare.word.revisions.names import CHANGES, ID, MARKERS

if TYPE_CHECKING:
    from lxml.etree import _Element

HOLDERS = frozenset(w(name) for name in ("p", "hyperlink"))
PROPERTIES = frozenset(w(name) for name in ("rPr", "trPr"))
GONE, COME = w("del"), w("ins")
LIVE, DELETED = (w("t"), w("instrText")), (w("delText"), w("delInstrText"))
GRID = w("tblGridChange")
PARAGRAPH, SECTION, ROW, ROW_LOOK, LOOK = w("p"), w("sectPr"), w("tr"), w("trPr"), w("rPr")


def tracking_findings(roots: "Mapping[str, _Element]") -> Iterator[str]:
    """Faults in the tracked changes of all parts, each with its part's name."""
    for name, root in roots.items():
        yield from (f"{name}: {fault}" for fault in part_findings(root))
    numbers = [change.get(ID, "") for root in roots.values() for change in root.iter(*MARKERS, *CHANGES)]
    yield from (f"ändringens id {number} finns två gånger" for number in repeated(numbers))


def part_findings(root: "_Element") -> Iterator[str]:
    """Faults in one part."""
    for change in root.iter(*MARKERS, *CHANGES):
        if change.tag != GRID and not (change.get(w("author")) and change.get(w("date"))):
            yield "en ändring saknar namn eller tid"
    for stretch in root.iter(*MARKERS):
        yield from place_findings(stretch)
    for text in root.iter(*LIVE):
        if next(text.iterancestors(GONE), None) is not None:
            yield "en borttagen text är inte skriven som borttagen"
    for text in root.iter(*DELETED):
        if next(text.iterancestors(GONE), None) is None:
            yield "en text som står kvar är skriven som borttagen"


def end_findings(mark: "_Element") -> Iterator[str]:
    """The last paragraph of a body, a note or a cell keeps its end, unless the cell's row is marked too."""
    paragraph = next(mark.iterancestors(PARAGRAPH), None)
    after = None if paragraph is None else paragraph.getnext()
    if after is not None and after.tag != SECTION:
        return
    row = next(mark.iterancestors(ROW), None)
    if row is None or not any(row.find(f"{ROW_LOOK}/{tag}") is not None for tag in (COME, GONE)):
        yield "det sista styckets slut är spårat"


def place_findings(stretch: "_Element") -> Iterator[str]:
    """A stretch stands where runs do, or is the mark of a row or of a paragraph's end, and is not within another."""
    parent = stretch.getparent()
    if parent is None or parent.tag not in HOLDERS | PROPERTIES:
        yield "en ändring står där ingen får stå"
    elif parent.tag in HOLDERS and not len(stretch):
        yield "en ändring är tom"
    elif parent.tag == LOOK:
        yield from end_findings(stretch)
    if next(stretch.iterancestors(COME, GONE), None) is not None:
        yield "en ändring står inne i en annan"

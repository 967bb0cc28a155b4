"""Tracked changes as such: what no schema says, and accepting or rejecting does not show."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import repeated, w
from rapportbyggare.word.revisions.names import CHANGES, ID, MARKERS, parent_of

if TYPE_CHECKING:
    from lxml.etree import _Element

HOLDERS = frozenset(w(name) for name in ("p", "hyperlink"))
PROPERTIES = frozenset(w(name) for name in ("rPr", "trPr"))
GONE, COME = w("del"), w("ins")
LIVE, DELETED = (w("t"), w("instrText")), (w("delText"), w("delInstrText"))
GRID = w("tblGridChange")
PARAGRAPH, SECTION, ROW, ROW_LOOK, LOOK = w("p"), w("sectPr"), w("tr"), w("trPr"), w("rPr")
PARAGRAPH_LOOK, RUN, NOTE, MARK = w("pPr"), w("r"), w("footnote"), w("footnoteReference")
MOVED = frozenset({w("moveFrom"), w("moveTo")})
HELD = {RUN, w("bookmarkStart"), w("bookmarkEnd")}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def tracking_findings(roots: "Mapping[str, _Element]") -> Iterator[str]:
    """Faults in the tracked changes of all parts, each with its part's name."""
    for name, root in roots.items():
        yield from (f"{name}: {fault}" for fault in part_findings(root))
    yield from note_findings(roots)
    numbers = [change.get(ID, "") for root in roots.values() for change in root.iter(*MARKERS, *CHANGES)]
    yield from (f"ändringens id {number} finns två gånger" for number in repeated(numbers))


def part_findings(root: "_Element") -> Iterator[str]:
    """Faults in one part."""
    for change in root.iter(*MARKERS, *CHANGES):
        if change.tag != GRID and not (change.get(w("author")) and MOMENT.fullmatch(change.get(w("date"), ""))):
            yield "en ändring saknar namn eller tid"
        if change.tag in MOVED:
            yield "en flytt är spårad som flytt"
    for stretch in root.iter(*MARKERS):
        yield from place_findings(stretch)
    for row in root.iter(ROW):
        yield from row_findings(row)
    for text in root.iter(*LIVE):
        if next(text.iterancestors(GONE), None) is not None:
            yield "en borttagen text är inte skriven som borttagen"
    for text in root.iter(*DELETED):
        if next(text.iterancestors(GONE), None) is None:
            yield "en text som står kvar är skriven som borttagen"


def row_findings(row: "_Element") -> Iterator[str]:
    """All that is in a row that has come or gone is marked as the row is."""
    for tag in (COME, GONE):
        if row.find(f"{ROW_LOOK}/{tag}") is None:
            continue
        ends = (paragraph.find(f"{PARAGRAPH_LOOK}/{LOOK}/{tag}") is not None for paragraph in row.iter(PARAGRAPH))
        if not (all_within(row, tag) and all(ends)):
            yield "en spårad rad har ospårat innehåll"


def note_findings(roots: "Mapping[str, _Element]") -> Iterator[str]:
    """All that is in a note is marked as the note's mark is, when that has come or gone."""
    bodies = {note.get(ID): note for root in roots.values() for note in root.iter(NOTE)}
    for mark in (mark for root in roots.values() for mark in root.iter(MARK)):
        tag = next((one.tag for one in mark.iterancestors(COME, GONE)), "")
        if tag and (note := bodies.get(mark.get(ID))) is not None and not all_within(note, tag):
            yield "en spårad fotnot har ospårat innehåll"


def all_within(element: "_Element", tag: str) -> bool:
    """Whether every run in an element stands in a stretch of one kind."""
    return all(parent_of(run).tag == tag for run in element.iter(RUN))


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
    elif parent.tag in HOLDERS and not (len(stretch) and {one.tag for one in stretch} <= HELD):
        yield "en ändring är tom, eller har något annat i sig än ord"
    elif parent.tag == LOOK:
        yield from end_findings(stretch)
    if next(stretch.iterancestors(COME, GONE), None) is not None:
        yield "en ändring står inne i en annan"

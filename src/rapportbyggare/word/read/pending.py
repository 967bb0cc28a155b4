"""The tracked changes of a file that nobody has taken a stand on, one by one."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rapportbyggare.core.read import PendingChange, PendingKind, Where
from rapportbyggare.word.edited.events import NOTES
from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.read.ground import PARAGRAPH
from rapportbyggare.word.read.where import Guide, words_in
from rapportbyggare.word.revisions.names import CHANGES, SILENT

if TYPE_CHECKING:
    from lxml.etree import _Element

KINDS = {
    w("ins"): PendingKind.INSERTED,
    w("del"): PendingKind.DELETED,
    w("moveTo"): PendingKind.MOVED_HERE,
    w("moveFrom"): PendingKind.MOVED_AWAY,
}
ROWS = {w("ins"): PendingKind.ROW_INSERTED, w("del"): PendingKind.ROW_DELETED}
CELLS = {
    w("cellIns"): PendingKind.CELL_INSERTED,
    w("cellDel"): PendingKind.CELL_DELETED,
    w("cellMerge"): PendingKind.CELL_MERGED,
}
CONTROLS = {
    w(f"customXml{name}RangeStart"): kind
    for name, kind in (
        ("Ins", PendingKind.CONTROL_INSERTED),
        ("Del", PendingKind.CONTROL_DELETED),
        ("MoveTo", PendingKind.MOVED_HERE),
        ("MoveFrom", PendingKind.MOVED_AWAY),
    )
}
R, RPR, PPR, TR, TC = map(w, ("r", "rPr", "pPr", "tr", "tc"))
ROW_OF, CELL_OF, NUMBER_OF = w("trPr"), w("tcPr"), w("numPr")
MARK = "¶"
SIGNS = dict.fromkeys(NOTES, "[fotnot]") | {w("drawing"): "[bild]", w("pict"): "[bild]", w("object"): "[föremål]"}
LOOKS = frozenset(CHANGES)


def pending_in(root: "_Element", guide: Guide, part: str = "") -> Iterator[PendingChange]:
    """The changes of a story, in order; what is said of a whole row is said once."""
    told: set[_Element] = set()
    controls = {mark: _next_paragraph(mark) for mark in root.iter(*CONTROLS)}
    for paragraph, where in guide.paragraphs(root, part):
        for mark in [mark for mark, beside in controls.items() if beside is paragraph]:
            yield _change(mark, CONTROLS[str(mark.tag)], where.text, where)
        row, cell = next(paragraph.iterancestors(TR), None), next(paragraph.iterancestors(TC), None)
        for holder, properties, kinds in ((row, ROW_OF, ROWS), (cell, CELL_OF, CELLS)):
            if holder is not None and holder not in told:
                told.add(holder)
                yield from _whole(holder, properties, kinds, where)
        if not _follows(row):
            yield from _joined(paragraph, where)


def _next_paragraph(mark: "_Element") -> "_Element | None":
    """The paragraph that a mark stands in, else the first one after it, else the last before it."""
    own = next(mark.iterancestors(PARAGRAPH), None)
    if own is not None:
        return own
    every = list(mark.getroottree().iter(PARAGRAPH, str(mark.tag)))
    place = every.index(mark)
    beside = (*every[place + 1 :], *reversed(every[:place]))
    return next((one for one in beside if one.tag == PARAGRAPH), None)


def _follows(row: "_Element | None") -> bool:
    """Whether what changes in a row does so because the row does."""
    return row is not None and any(row.find(f"{ROW_OF}/{tag}") is not None for tag in ROWS)


def _whole(holder: "_Element", properties: str, kinds: "dict[str, PendingKind]", where: Where) -> Iterator[PendingChange]:
    for mark in holder.iterfind(f"{properties}/*"):
        kind = kinds.get(str(mark.tag), PendingKind.FORMAT if mark.tag in LOOKS else None)
        if kind is not None:
            words = "; ".join(text for one in holder.iter(PARAGRAPH) if (text := " ".join(words_in(one).split())))
            yield _change(mark, kind, words, where)


def _change(mark: "_Element", kind: PendingKind, words: str, where: Where) -> PendingChange:
    return PendingChange(mark.get(w("author"), ""), mark.get(w("date"), ""), kind, words, where)


def _joined(paragraph: "_Element", where: Where) -> Iterator[PendingChange]:
    """The changes of a paragraph; what one person did beside each other at one time is one change."""
    last: PendingChange | None = None
    end: _Element | None = None
    for mark, kind, words in (*_in_runs(paragraph), *_at_end(paragraph)):
        change = _change(mark, kind, words, where)
        if last is not None and replace(last, words=change.words) == change and _beside(end, mark, kind):
            last = replace(last, words=last.words + words if kind is not PendingKind.FORMAT else last.words)
        else:
            yield from [last] if last is not None else []
            last = change
        end = mark
    yield from [last] if last is not None else []


def _in_runs(paragraph: "_Element") -> "Iterator[tuple[_Element, PendingKind, str]]":
    for mark in paragraph.iter(*KINDS, *CHANGES):
        if next(mark.iterancestors(PARAGRAPH), None) is not paragraph:
            continue
        parent = mark.getparent()
        inside = None if parent is None else parent.tag
        if mark.tag in LOOKS:
            run = parent if inside != RPR or parent is None else parent.getparent()
            yield mark, PendingKind.FORMAT, words_in(run if run is not None and run.tag == R else paragraph)
        elif inside == NUMBER_OF:
            yield mark, PendingKind.FORMAT, words_in(paragraph)
        elif inside not in (RPR, ROW_OF):
            yield mark, KINDS[str(mark.tag)], words_in(mark) or "".join(SIGNS[str(one.tag)] for one in mark.iter(*SIGNS))


def _at_end(paragraph: "_Element") -> "Iterator[tuple[_Element, PendingKind, str]]":
    for mark in paragraph.iterfind(f"{PPR}/{RPR}/*"):
        if mark.tag in KINDS:
            yield mark, KINDS[str(mark.tag)], MARK


def _beside(before: "_Element | None", mark: "_Element", kind: PendingKind) -> bool:
    """Whether nothing that is read stands between two changes."""
    if kind is PendingKind.FORMAT or before is None:
        return kind is PendingKind.FORMAT
    end = mark.getparent() is not None and mark.getparent().tag == RPR  # type: ignore[union-attr]
    for other in before.itersiblings("*"):
        if other is mark:
            return True
        if other.tag not in SILENT and words_in(other):
            return False
    return end

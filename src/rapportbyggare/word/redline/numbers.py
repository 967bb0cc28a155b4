"""A merged document numbered: bookmarks, drawings and changes, each series in the order of the text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.names import END
from rapportbyggare.word.redline.atoms import ID, NAME, RUN, START, STOP
from rapportbyggare.word.redline.identity import DRAWN
from rapportbyggare.word.revisions.names import CHANGES, MARKERS, drop

PARAGRAPH, PROPERTIES = w("p"), w("pPr")

if TYPE_CHECKING:
    from lxml.etree import _Element


def clashes(roots: "Iterable[_Element]") -> set[str]:
    """Names of which more than one bookmark begins, or ends."""
    edges = Counter((mark.tag, mark.get(ID, "").lower()) for root in roots for mark in root.iter(START, STOP))
    return {name for (_, name), times in edges.items() if times > 1}


def numbered(roots: "Sequence[_Element]") -> None:
    """All series of the parts."""
    without_halves(roots)
    with_end(roots[0])
    numbers = count(1)
    for root in roots:
        number_bookmarks(root, numbers)
    for root in roots:
        for change in root.iter(*MARKERS, *CHANGES):
            change.set(ID, str(next(numbers)))
    drawings = count(1)
    for root in roots:
        for drawn in root.iter(DRAWN[0]):
            name_drawing(drawn, next(drawings))


def without_halves(roots: "Sequence[_Element]") -> None:
    """Bookmarks that have lost an edge go."""
    for root in roots:
        marks = list(root.iter(START, STOP))
        starts = {mark.get(ID): place for place, mark in enumerate(marks) if mark.tag == START}
        stops = {mark.get(ID): place for place, mark in enumerate(marks) if mark.tag == STOP}
        sound = {name for name, place in starts.items() if stops.get(name, -1) > place}
        for mark in [mark for mark in marks if mark.get(ID) not in sound]:
            drop(mark)


def with_end(root: "_Element") -> None:
    """The bookmark that the count of pages leads to, where the writer sets it: last in the text, or round its last paragraph."""
    last = [child for child in root[0] if child.tag == PARAGRAPH][-1]
    start, stop = last.makeelement(START, {ID: END, NAME: END}), last.makeelement(STOP, {ID: END})
    edges = [element.tag for element in last.iter(RUN, STOP)]
    last.insert(len(last) if edges[-1:] != [STOP] else len(last.findall(PROPERTIES)), start)
    last.append(stop)


def number_bookmarks(root: "_Element", numbers: Iterator[int]) -> None:
    """The bookmarks of a part."""
    given: dict[str, str] = {}
    for mark in root.iter(START, STOP):
        name = mark.get(ID, "")
        if mark.tag == START:
            given[name] = str(next(numbers))
        mark.set(ID, given[name])


def name_drawing(drawn: "_Element", number: int) -> None:
    """A drawing's number, in its name too."""
    inline = drawn.getparent()
    for element in (drawn,) if inline is None else inline.iter(*DRAWN):
        element.set("id", str(number))
        element.set("name", f"{element.get('name', '')}{number}")

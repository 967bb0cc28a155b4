"""The elements a lint looks at, gathered from a part once."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from rapportbyggare.word.lint.short import Short
from rapportbyggare.word.namespaces import ASVG, WP, A, R, W

if TYPE_CHECKING:
    from lxml.etree import _Element

LONGEST_NAME = 40


def w(name: str) -> str:
    """A WordprocessingML name as lxml writes it."""
    return f"{{{W}}}{name}"


DRAWING = f"{{{WP}}}docPr"
START, STOP, ID, NAME, VALUE = w("bookmarkStart"), w("bookmarkEnd"), w("id"), w("name"), w("val")
USES = tuple(f"{{{R}}}{name}" for name in ("id", "embed", "link"))
LIST = w("numId")
NAMED = (LIST, *(w(name) for name in ("pStyle", "rStyle", "tblStyle")))
RELATED = (w("hyperlink"), w("headerReference"), w("footerReference"), f"{{{A}}}blip", f"{{{ASVG}}}svgBlip")
KEPT = (*RELATED, DRAWING, *(w(name) for name in ("fldChar", "instrText", "footnoteReference", "sdt", "tbl")))


class Story(NamedTuple):
    """A part with running text: its name, root, what it holds much of in short, and the other elements by name.

    `bookmarks` are the names, `faults` what is wrong with where bookmarks begin and end,
    `styles` and `lists` what the text uses.
    """

    name: str
    root: "_Element"
    bookmarks: list[str]
    faults: list[str]
    styles: set[str]
    lists: set[str]
    found: "dict[str, list[_Element]]"


def story(name: str, root: "_Element", short: Short) -> Story:
    """A part gathered from its root and what stood in the runs that were shortened."""
    marks: list[_Element] = []
    used: dict[str, set[str]] = {tag: set() for tag in NAMED}
    found: dict[str, list[_Element]] = {tag: [] for tag in KEPT}
    for element in root.iter(START, STOP, *NAMED, *KEPT):  # once: to go through the tree costs more than to look at what is found
        tag = element.tag
        if tag in used:
            used[tag].add(element.get(VALUE, ""))
        elif tag in found:
            found[tag].append(element)
        else:
            marks.append(element)
    lists = used.pop(LIST)
    names = [mark.get(NAME, "") for mark in marks if mark.tag == START]
    faults = list(mark_faults(marks, short.idents))
    return Story(name, root, [*names, *short.names], faults, set().union(*used.values()), lists, found)


def mark_faults(marks: "list[_Element]", others: tuple[str, ...]) -> Iterator[str]:
    """Bookmarks closed before they begin or not at all, ids given out twice, names Word refuses.

    `others` are the ids of sound bookmarks that are not among `marks`.
    """
    seen = set(others)
    if len(seen) < len(others):
        yield from (f"bokmärkets id {ident} finns två gånger" for ident in repeated(others))
    pending: dict[str, str] = {}
    for mark in marks:
        ident = mark.get(ID, "")
        if mark.tag == START:
            label = pending[ident] = mark.get(NAME, "")
            if ident in seen:
                yield f"bokmärkets id {ident} finns två gånger"
            if not 0 < len(label) <= LONGEST_NAME:
                yield f"bokmärkets namn {label!r} är tomt eller för långt"
            seen.add(ident)
        elif pending.pop(ident, None) is None:
            yield f"bokmärket {ident} stängs utan att vara öppet"
    yield from (f"bokmärket {label} stängs aldrig" for label in pending.values())


def repeated(given: Iterable[str]) -> list[str]:
    """Values that occur more than once, in order."""
    every = list(given)
    if len(set(every)) == len(every):
        return []
    return [value for value, count in Counter(every).items() if count > 1]


def values(stories: tuple[Story, ...], tag: str, attribute: str) -> Iterator[str]:
    """An attribute's values in all running text."""
    return (element.get(attribute, "") for one in stories for element in one.found[tag])


def bookmarks(stories: tuple[Story, ...]) -> Iterator[str]:
    """The names of all bookmarks."""
    return (name for one in stories for name in one.bookmarks)

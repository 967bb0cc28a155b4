"""The elements a lint looks at, gathered from a part in one pass: a part may hold half a million."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

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
NAMED = tuple(w(name) for name in ("pStyle", "rStyle", "tblStyle", "numId"))
RELATED = (w("hyperlink"), w("headerReference"), w("footerReference"), f"{{{A}}}blip", f"{{{ASVG}}}svgBlip")
KEPT = (*RELATED, DRAWING, *(w(name) for name in ("fldChar", "instrText", "footnoteReference", "sdt", "tbl")))


@dataclass(frozen=True, slots=True)
class Story:
    """A part with running text: its name, root, what it holds much of in short, and the other elements by name.

    `bookmarks` are the names in order, `faults` what is wrong with where they begin and end,
    `named` the styles and lists used, as (element, value).
    """

    name: str
    root: "_Element"
    bookmarks: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    named: set[tuple[str, str]] = field(default_factory=set)
    found: "dict[str, list[_Element]]" = field(default_factory=lambda: {tag: [] for tag in KEPT})


def story(name: str, root: "_Element") -> Story:
    """A part gathered."""
    part = Story(name, root)
    seen: set[str] = set()
    pending: dict[str, str] = {}
    for element in root.iter(START, STOP, *NAMED, *KEPT):
        tag = element.tag
        if tag == START:
            begun(part, element, seen, pending)
        elif tag == STOP:
            if pending.pop(element.get(ID, ""), None) is None:
                part.faults.append(f"bokmärket {element.get(ID)} stängs utan att vara öppet")
        elif tag in NAMED:
            part.named.add((tag, element.get(VALUE, "")))
        else:
            part.found[tag].append(element)
    part.faults.extend(f"bokmärket {label} stängs aldrig" for label in pending.values())
    return part


def begun(part: Story, element: "_Element", seen: set[str], pending: dict[str, str]) -> None:
    """A bookmark that begins: its name noted, its id checked."""
    ident, label = element.get(ID, ""), element.get(NAME, "")
    if ident in seen:
        part.faults.append(f"bokmärkets id {ident} finns två gånger")
    if not 0 < len(label) <= LONGEST_NAME:
        part.faults.append(f"bokmärkets namn {label!r} är tomt eller för långt")
    seen.add(ident)
    pending[ident] = label
    part.bookmarks.append(label)


def values(stories: tuple[Story, ...], tag: str, attribute: str) -> Iterator[str]:
    """An attribute's values in all running text."""
    return (element.get(attribute, "") for one in stories for element in one.found[tag])


def bookmarks(stories: tuple[Story, ...]) -> Iterator[str]:
    """The names of all bookmarks."""
    return (name for one in stories for name in one.bookmarks)

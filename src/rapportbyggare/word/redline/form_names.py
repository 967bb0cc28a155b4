"""Names and numbers that say nothing in themselves: a bookmark by its place among those led to, a list by its kind."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.lint.references import LEADS
from rapportbyggare.word.names import END
from rapportbyggare.word.redline.markup import inner

if TYPE_CHECKING:
    from lxml.etree import _Element

STARTS, ENDS, IDENT = w("bookmarkStart"), w("bookmarkEnd"), w("id")
PASSED = tuple(w(name) for name in ("p", "t", "br", "tab", "fldChar", "instrText", "footnoteReference", "footnoteRef", "drawing"))


@dataclass(frozen=True, slots=True)
class Names:
    """Where each bookmark stands that something leads to, and what each list is."""

    bookmarks: dict[str, str]
    lists: dict[str, str]


def names_of(root: "_Element", notes: "_Element", numbering: "_Element | None") -> Names:
    """The names of a document."""
    needed = {*led_to(root), *led_to(notes)} - {END}
    return Names(stretches((root, notes), needed), dict(lists(root, numbering)))


def stretches(roots: "Iterable[_Element]", needed: Set[str]) -> dict[str, str]:
    """Each bookmark by where it begins and ends: edges side by side are in one place, in whichever order they stand."""
    edges = {edge: place for edge, place in edges_in(roots) if edge[0] in needed}
    ranks = {place: rank for rank, place in enumerate(sorted(set(edges.values())))}
    return {
        name: f"#{ranks[place]}-{ranks.get(edges.get((name, False), -1), '')}" for (name, start), place in edges.items() if start
    }


def edges_in(roots: "Iterable[_Element]") -> Iterator[tuple[tuple[str, bool], int]]:
    """The edges of bookmarks: name, whether it is the beginning, and how much stands before it."""
    place = 0
    for root in roots:
        names: dict[str, str] = {}
        for element in root.iter(*PASSED, STARTS, ENDS):
            if element.tag == STARTS:
                name = names[element.get(IDENT, "")] = element.get(w("name"), "")
                yield (name, True), place
            elif element.tag == ENDS:
                yield (names.get(element.get(IDENT, ""), ""), False), place
            else:
                place += 1


def led_to(root: "_Element") -> Iterator[str]:
    """The bookmarks that fields and links of a part lead to."""
    yield from (link.get(w("anchor"), "") for link in root.iter(w("hyperlink")))
    yield from (found[1] for code in root.iter(w("instrText")) if (found := LEADS.match(code.text or "")))


def lists(root: "_Element", numbering: "_Element | None") -> Iterator[tuple[str, str]]:
    """What is said of each list, and the place of one that begins anew among those that do."""
    every = [] if numbering is None else numbering.findall(w("num"))
    said = {one.get(w("numId"), ""): inner(one) for one in every}
    used = dict.fromkeys(use.get(w("val"), "") for use in root.iter(w("numId")))
    place = 0
    for number in used:
        place += "lvlOverride" in said.get(number, "")
        yield number, f"{said.get(number, number)} {place if 'lvlOverride' in said.get(number, '') else ''}"

"""What stands in a paragraph, in the form in which two that read the same are equal."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.lint.references import LEADS
from rapportbyggare.word.namespaces import R
from rapportbyggare.word.ooxml import escape
from rapportbyggare.word.redline.form_names import Names
from rapportbyggare.word.redline.markup import inner, markup

if TYPE_CHECKING:
    from lxml.etree import _Element

LISTED = re.compile(r'<w:numId w:val="(\w+)"/>')
RELATED = re.compile(r'r:(id|embed|link)="([^"]*)"')
NUMBERED = re.compile(r'(<(?:wp:docPr|pic:cNvPr)) id="\d+" name="[^"]*"')
MARKS = {w("bookmarkStart"): "[", w("bookmarkEnd"): "]"}
ID, NAME = w("id"), w("name")
RUN, LOOK, TEXT, CODE, NOTE = w("r"), w("rPr"), w("t"), w("instrText"), w("footnoteReference")
LINK, PROPERTIES, ANCHOR = w("hyperlink"), w("pPr"), w("anchor")
RELATION = f"{{{R}}}id"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Part = tuple[str, str]
"""A look and words; or "" and something else than words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What ids mean in a part: names, what its relationships lead to, what its notes say; and what has been spelled out."""

    names: Names
    targets: Mapping[str, str]
    notes: Mapping[str, str]
    spelled: dict[str, str]

    def resolved(self, text: str) -> str:
        """Markup with what its ids mean."""
        if "r:" not in text and "numId" not in text:
            return text
        listed = LISTED.sub(lambda found: f"<lista {self.names.lists.get(found[1], found[1])}/>", text)
        return RELATED.sub(lambda found: f'r:{found[1]}="{self.targets.get(found[2], "saknas")}"', listed)


def inlines(parent: "_Element", reading: Reading) -> Iterator[str]:
    """Runs joined, links, and the edges of the bookmarks that something leads to."""
    for look, group in groupby(parts(parent, reading), lambda part: part[0]):
        words = "".join([words for _, words in group])
        yield f"<text {look}>{words}</text>" if look else words


def parts(parent: "_Element", reading: Reading) -> Iterator[Part]:
    """What stands in a paragraph or a link, in order; edges of bookmarks that stand side by side in an order of their own."""
    open_names: dict[str, str] = {}
    edges: list[str] = []
    for child in parent:
        if child.tag in MARKS:
            name = open_names.setdefault(child.get(ID, ""), child.get(NAME, ""))
            edges += edge(child, reading.names.bookmarks.get(name, ""))
        elif child.tag != PROPERTIES and (found := list(child_parts(child, reading))):
            yield from (("", one) for one in sorted(edges))
            edges.clear()
            yield from found
    yield from (("", one) for one in sorted(edges))


def child_parts(child: "_Element", reading: Reading) -> Iterator[Part]:
    """A run, a link, or something that is neither."""
    if child.tag == RUN:
        yield from run_parts(child, reading)
    elif child.tag == LINK:
        address = reading.targets.get(child.get(RELATION, ""), "")
        place = reading.names.bookmarks.get(child.get(ANCHOR, ""), "")
        kind = " ".join(f"{name}={child.get(name)}" for name in map(str, child.keys()) if name not in (RELATION, ANCHOR))
        yield "", f"<länk {escape(address)}{place} {kind}>{''.join(inlines(child, reading))}</länk>"
    else:
        yield "", markup(child)


def edge(mark: "_Element", place: str) -> Iterator[str]:
    """The edge of a bookmark, if something leads to it."""
    if place:
        yield f"{MARKS[str(mark.tag)]}{place}"


def run_parts(run: "_Element", reading: Reading) -> Iterator[Part]:
    """What stands in a run."""
    look = "utseende="
    for child in run:
        if child.tag == TEXT:
            if words := words_in(child):
                yield look, escape(words)
        elif child.tag == LOOK:
            look = f"utseende={inner(child)}"
        elif child.tag == CODE:
            yield look, f"<kod {coded(child.text or '', reading)}>"
        elif child.tag == NOTE:
            yield look, f"<not>{reading.notes.get(child.get(ID, ''), 'saknas')}</not>"
        else:
            yield look, NUMBERED.sub(r"\1", reading.resolved(markup(child)))


def words_in(text: "_Element") -> str:
    """The words of a text as Word reads them: spaces round them count only where it is said that they do."""
    words = text.text or ""
    return words if text.get(SPACE) else words.strip(" ")


def coded(code: str, reading: Reading) -> str:
    """A field's code, what it leads to by its place."""
    found = LEADS.match(code)
    return code.replace(found[1], reading.names.bookmarks.get(found[1], "saknas")) if found else code

"""The body of a file as a row of pieces: paragraphs and tables in order, with what is known of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapportbyggare.core.blocks import Align, Opaque
from rapportbyggare.core.place import Place
from rapportbyggare.word.edited.bookmarks import BLOCKS
from rapportbyggare.word.edited.story import COPY
from rapportbyggare.word.lint.elements import ID, NAME, START, STOP, w
from rapportbyggare.word.namespaces import R
from rapportbyggare.word.read.fields import Item, Items, NewPage
from rapportbyggare.word.read.grid import GridRow, grid_rows
from rapportbyggare.word.read.ground import Ground, Known, order_of, place_of
from rapportbyggare.word.read.pen import Pen
from rapportbyggare.word.read.things import digest_of
from rapportbyggare.word.values import number, said, switch

if TYPE_CHECKING:
    from lxml.etree import _Element

P, TBL = w("p"), w("tbl")
INSIDE = frozenset((*map(w, ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")),))
SKIPPED = frozenset(map(w, ("sdtPr", "sdtEndPr", "sectPr", "customXmlPr", "del", "moveFrom")))


@dataclass(frozen=True, slots=True)
class Paper:
    """What a section is printed on: whether the page lies down, and whether it began on a new page."""

    landscape: bool
    new_page: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: what it is and says, the key that references find it by, its indent in twentieths of a point.

    `block` is the kind and key of the generated block it is part of, `ends` the paper of the section that it ends.
    """

    known: Known
    items: tuple[Item, ...]
    place: Place
    key: str = ""
    indent: int | None = None
    new_page: bool = False
    contents: bool = False
    block: tuple[str, str] | None = None
    ends: Paper | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows, the alignment of its columns, its title and description."""

    rows: tuple[GridRow, ...]
    aligns: tuple[Align, ...]
    title: str
    description: str
    place: Place
    block: tuple[str, str] | None = None


Piece = Line | Grid | Opaque


def pieces_of(body: "_Element", pen: Pen) -> Iterator[Piece]:
    """Everything in the body, in order."""
    elements = list(_elements(body))
    blocks = _blocks(elements, pen.ground)
    for n, element in enumerate(elements):
        if element.tag == P:
            yield _line(element, pen, blocks.get(n))
        elif element.tag == TBL:
            grid = _grid(element, pen, blocks.get(n))
            yield from [grid] if grid.rows else []  # Word leaves a table without rows where all of them are gone
        elif element.tag == w("altChunk"):
            source = pen.relations.get(element.get(f"{{{R}}}id", ""))
            content = pen.ground.package.entries.get(source.target, b"") if source else b""
            yield Opaque("infogad fil", "", digest_of(content))


def last_paper(body: "_Element") -> Paper:
    """The paper of the last section."""
    return paper_of(body.find(w("sectPr")))


def paper_of(section: "_Element | None") -> Paper:
    """What a section is printed on."""
    size = None if section is None else section.find(w("pgSz"))
    width, height = (None, None) if size is None else (number(size.get(w("w"))), number(size.get(w("h"))))
    return Paper((width or 0) > (height or 0), said(section, "type") not in ("continuous", "nextColumn"))


def _elements(parent: "_Element") -> "Iterator[_Element]":
    for element in parent.iterchildren("*"):
        if element.tag in INSIDE:
            yield from _elements(element)
        elif element.tag not in SKIPPED:
            yield element


def _blocks(elements: "list[_Element]", ground: Ground) -> dict[int, tuple[str, str]]:
    """The generated block each element is part of: from where its anchor first begins to where it last ends."""
    ends: dict[str, str] = {}
    reach: dict[str, tuple[int, int]] = {}
    for n, element in enumerate(elements):
        for mark in element.iter(START, STOP):
            name = COPY.sub("", mark.get(NAME, "")) if mark.tag == START else ends.get(mark.get(ID, ""), "")
            if name.startswith(BLOCKS):
                ends[mark.get(ID, "")] = name
                reach[name] = (reach[name][0] if name in reach else n, n)
    known = {} if ground.edition is None else ground.edition.blocks
    return {n: known[name] for name, (first, last) in reach.items() if name in known for n in range(first, last + 1)}


def _line(paragraph: "_Element", pen: Pen, block: tuple[str, str] | None) -> Line:
    order, properties = order_of(paragraph), paragraph.find(w("pPr"))
    hidden = pen.in_contents
    items, broken = _unbroken(pen.line(paragraph))
    section = None if properties is None else properties.find(w("sectPr"))
    indent = None if properties is None else properties.find(w("ind"))
    return Line(
        pen.ground.known[order],
        tuple(items),
        place_of(pen.ground.name, order),
        _key(paragraph, pen.ground),
        None if indent is None else number(indent.get(w("left")) or indent.get(w("start"))),
        broken or bool(switch(properties, "pageBreakBefore")),
        hidden or pen.in_contents,
        block,
        None if section is None else paper_of(section),
    )


def _unbroken(items: Items) -> tuple[Items, bool]:
    """Items without the page break they begin with, and whether they do."""
    return (items[1:], True) if len(items) > 1 and isinstance(items[0], NewPage) else (items, False)


def _key(paragraph: "_Element", ground: Ground) -> str:
    keys = {} if ground.edition is None else ground.edition.keys
    names = [mark.get(NAME, "") for mark in paragraph.iterchildren(START)]
    goals = [goal for name in names if (goal := ground.goals.get(name)) is not None and goal.kind != "not"]
    return next((keys[name] for name in names if name in keys), "") or next((goal.key for goal in goals), "")


def _grid(table: "_Element", pen: Pen, block: tuple[str, str] | None) -> Grid:
    first = next(table.iter(P), None)
    rows = tuple(grid_rows(table, pen))
    width = max((len(row.cells) for row in rows), default=0)
    body = next((row for row in rows[1:] if len(row.cells) == width), rows[0] if rows else None)
    aligns = tuple(cell.align for cell in body.cells) if body else ()
    properties = table.find(w("tblPr"))
    title, description = (said(properties, name) for name in ("tblCaption", "tblDescription"))
    place = place_of(pen.ground.name, 0 if first is None else order_of(first))
    return Grid(rows, (*aligns, *[Align.LEFT] * (width - len(aligns))), title, description, place, block)

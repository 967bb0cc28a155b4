"""A Word file of any origin taken apart for inspection: its paragraphs, tables and styles, each with its place in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.word.edited.package import open_edited
from rapportbyggare.word.edited.styles import HeadStyle, head_styles, heading_level
from rapportbyggare.word.namespaces import W
from rapportbyggare.word.template.package import Package, root_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
DEEPEST_STYLE = 20
OFF = ("0", "false", "off")
BOXED, GONE_TEXT = _W + "txbxContent", _W + "moveFrom"


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph: its element, its words, its style's id, its heading level (0 for none) and where it stands."""

    element: "_Element"
    text: str
    style: str
    level: int
    where: str
    in_table: bool


@dataclass(frozen=True, slots=True)
class Inspected:
    """The parts of a file that are looked at. `name` is what the user calls it;

    `styles` are elements by id, `notes` and `margins` by part.
    """

    name: str
    package: Package
    body: "_Element"
    styles: "Mapping[str, _Element]"
    defaults: "_Element | None"
    notes: "Mapping[str, _Element]"
    margins: "Mapping[str, _Element]"
    paras: tuple[Para, ...]
    tables: "tuple[_Element, ...]"

    def place(self, where: str = "") -> Place:
        """A spot in the file, in words."""
        return Place(self.name, cell=where)


def inspected(data: bytes, name: str) -> tuple[Inspected | None, tuple[Problem, ...]]:
    """The file of these bytes, or why it cannot be read."""
    package, problems = open_edited(data, name)
    if package is None:
        return None, problems
    return _taken_apart(package, name), ()


def said(element: "_Element | None", path: str) -> str | None:
    """What a property says ("" when it only is there), None when it is not."""
    found = None if element is None else element.find("/".join(_W + step for step in path.split("/")))
    return None if found is None else found.get(_W + "val", "")


def on(element: "_Element | None", path: str) -> bool:
    """Whether a property that is there or not is there and not switched off."""
    return said(element, path) not in (None, *OFF)


def words(element: "_Element") -> str:
    """The words in an element, those of text boxes inside it left out."""
    parts = []
    for item in element.iter(_W + "t", _W + "tab", _W + "br", _W + "noBreakHyphen"):
        if not _within(item, (BOXED, GONE_TEXT), element):
            parts.append((item.text or "") if item.tag == _W + "t" else _sign(item))
    return "".join(parts)


def _sign(item: "_Element") -> str:
    if item.tag == _W + "tab":
        parent = item.getparent()
        return "\t" if parent is not None and parent.tag == _W + "r" else ""
    return "\u2011" if item.tag == _W + "noBreakHyphen" else " "


def _within(item: "_Element", tags: tuple[str, ...], top: "_Element") -> bool:
    parent = item.getparent()
    while parent is not None and parent is not top:
        if parent.tag in tags:
            return True
        parent = parent.getparent()
    return False


def style_chain(file: Inspected, style: str) -> "Iterator[_Element]":
    """A style and those it is based on."""
    for _ in range(DEEPEST_STYLE):
        found = file.styles.get(style)
        if found is None:
            return
        yield found
        style = said(found, "basedOn") or ""


def _root(package: Package, name: str) -> "_Element":
    root = root_of(package.entries[name])
    assert root is not None  # seen to when the package was opened
    return root


def _taken_apart(package: Package, name: str) -> Inspected:
    main = _root(package, package.main)
    sheet = package.related("styles")
    styles = None if sheet is None else root_of(sheet)
    known = {} if styles is None else {one.get(_W + "styleId", ""): one for one in styles.iter(_W + "style")}
    defaults = None if styles is None else styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
    body = main.find(_W + "body")
    body = main if body is None else body
    heads = head_styles(package)
    paras = tuple(_paras(body, heads, known))
    return Inspected(
        name,
        package,
        body,
        known,
        defaults,
        dict(_related(package, ("footnotes", "endnotes"))),
        dict(_related(package, ("header", "footer"))),
        paras,
        tuple(body.iter(_W + "tbl")),
    )


def _related(package: Package, kinds: tuple[str, ...]) -> "Iterator[tuple[str, _Element]]":
    for source in package.relations(package.main).values():
        if source.kind in kinds and source.target in package.entries:
            yield source.target, _root(package, source.target)


def _paras(body: "_Element", heads: Mapping[str, HeadStyle], styles: "Mapping[str, _Element]") -> Iterator[Para]:
    number, spots = 0, dict(_cell_places(body))
    usual = next((name for name, one in styles.items() if is_default(one)), "")
    for element in body.iter(_W + "p"):
        if _within(element, (BOXED,), body):
            continue
        cell = _cell(element, body)
        number += cell is None
        where = f"stycke {number}" if cell is None else spots.get(cell, "i en tabell")
        style = said(element, "pPr/pStyle") or usual
        yield Para(element, words(element), style, heading_level(element, heads) or 0, where, cell is not None)


def is_default(style: "_Element") -> bool:
    """Whether a style is that of the paragraphs that name none."""
    return style.get(_W + "type") == "paragraph" and style.get(_W + "default", "0") not in OFF


def _cell_places(body: "_Element") -> "Iterator[tuple[_Element, str]]":
    """Each cell with its place in words; rows and columns are counted from 1."""
    for number, table in enumerate(body.iter(_W + "tbl"), 1):
        for row, line in enumerate(table.iterchildren(_W + "tr"), 1):
            for column, cell in enumerate(line.iterchildren(_W + "tc"), 1):
                yield cell, f"tabell {number}, rad {row}, kolumn {column}"


def _cell(element: "_Element", body: "_Element") -> "_Element | None":
    parent = element.getparent()
    while parent is not None and parent is not body:
        if parent.tag == _W + "tc":
            return parent
        parent = parent.getparent()
    return None

"""A template's paper, header and footer, taken over with the pictures in them."""

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from rapportbyggare.word.geometry import Page
from rapportbyggare.word.lint.elements import DRAWING, w
from rapportbyggare.word.namespaces import R, W
from rapportbyggare.word.package import PICTURES, WORDPROCESSING, Part
from rapportbyggare.word.relations import Relation
from rapportbyggare.word.template.package import Package, Source, root_of

if TYPE_CHECKING:
    from lxml.etree import _Element

FIRST_DRAWING = 900_001
MOST_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Head:
    """A header or footer: `kind` is its relationship's, `numbered` whether it holds the page's number."""

    kind: str
    content: bytes
    relations: tuple[Relation, ...]
    media: tuple[Part, ...]
    numbered: bool


def last_section(package: Package) -> "_Element | None":
    """The properties of the template's last section."""
    root = root_of(package.entries[package.main])
    return None if root is None else root.find(f"{w('body')}/{w('sectPr')}")


def page_in(package: Package, default: Page) -> Page:
    """The template's paper and margins, standing; the default's where it says nothing."""
    section = last_section(package)
    size, margins = (None, None) if section is None else (section.find(w("pgSz")), section.find(w("pgMar")))
    width, height = sorted((length(size, "w", default.width), length(size, "h", default.height)))
    names = ("top", "right", "bottom", "left", "header", "footer")
    return Page(width, height, *(length(margins, name, getattr(default, name)) for name in names))


def length(element: "_Element | None", name: str, default: int) -> int:
    """A length in twentieths of a point."""
    text = "" if element is None else element.get(w(name), "")
    digits = text.removeprefix("-")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < MOST_DIGITS else default


def heads_in(package: Package) -> tuple[Head, ...]:
    """The template's usual header and footer, those it has and that hold nothing we cannot take over."""
    section = last_section(package)
    if section is None:
        return ()
    sources = package.relations(package.main)
    references = [item for kind in ("header", "footer") for item in section.findall(w(f"{kind}Reference"))]
    usual = [item for item in references if item.get(w("type"), "default") == "default"]
    found = (sources.get(item.get(f"{{{R}}}id", "")) for item in usual)
    heads = (head_of(package, source, FIRST_DRAWING + 1000 * n) for n, source in enumerate(found) if source is not None)
    return tuple(head for head in heads if head is not None)


def head_of(package: Package, source: Source, drawing: int) -> Head | None:
    """A header or footer; None when it is empty, or relates to something other than pictures and addresses."""
    from lxml import etree

    root = root_of(package.entries.get(source.target, b""))
    if root is None or next(root.iter(w("t"), DRAWING, w("fldSimple"), w("instrText")), None) is None:
        return None
    sources = package.relations(source.target)
    if not all(known(package, item) for item in sources.values()):
        return None
    media = {ident: media_part(package, item) for ident, item in sources.items() if item.kind == "image"}
    relations = {ident: relation_to(item, media.get(ident)) for ident, item in sources.items()}
    relate(root, {ident: relation.ident for ident, relation in relations.items()})
    tidy(root, drawing)
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return Head(source.kind, content, tuple(relations.values()), tuple(media.values()), has_page_number(root))


def known(package: Package, source: Source) -> bool:
    """Whether a relationship of a header can be taken over."""
    if source.kind == "image":
        return source.target in package.entries and source.target.rpartition(".")[2].lower() in PICTURES
    return source.kind == "hyperlink" and source.external


def media_part(package: Package, source: Source) -> Part:
    """A picture named by its content."""
    content = package.entries[source.target]
    extension = source.target.rpartition(".")[2].lower()
    return Part(f"word/media/{sha256(content).hexdigest()[:16]}.{extension}", "", content)


def relation_to(source: Source, media: Part | None) -> Relation:
    """Our relationship for the template's."""
    return Relation("hyperlink", source.target, external=True) if media is None else Relation("image", media.name[len("word/") :])


def relate(root: "_Element", idents: dict[str, str]) -> None:
    """Exchange the ids of relationships."""
    for element in root.iter():
        for name in [name for name in element.attrib if str(name).startswith(f"{{{R}}}")]:
            element.set(name, idents.get(element.get(name, ""), ""))


def tidy(root: "_Element", drawing: int) -> None:
    """Take away bookmarks, and number drawings so that they meet none of the document's."""
    for mark in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)
    for n, properties in enumerate(root.iter(DRAWING)):
        properties.set("id", str(drawing + n))
        properties.set("descr", properties.get("descr") or properties.get("name") or "Logotyp")


def has_page_number(root: "_Element") -> bool:
    """Whether a header or footer shows the page's number."""
    codes = [code.text or "" for code in root.iter(w("instrText"))] + [f.get(w("instr"), "") for f in root.iter(w("fldSimple"))]
    return any(code.split()[:1] == ["PAGE"] for code in codes)


def with_paragraph(head: Head, paragraph: str) -> Head:
    """A header with one more paragraph last in it."""
    from lxml import etree

    root = etree.fromstring(head.content)
    root.append(etree.fromstring(f'<w:hdr xmlns:w="{W}">{paragraph}</w:hdr>')[0])
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return Head(head.kind, content, head.relations, head.media, True)


def head_part(head: Head, position: int) -> tuple[Part, Relation]:
    """The part a header or footer becomes."""
    relation = Relation(head.kind, f"{head.kind}{position}.xml")
    return Part(f"word/{relation.target}", f"{WORDPROCESSING}.{head.kind}+xml", head.content, head.relations), relation

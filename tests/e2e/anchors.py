"""Bookmarks and what stands in them, and a heavy-handed editor."""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STORIES = ("word/document.xml", "word/footnotes.xml")
VALUE, BLOCKS, END = "_rb_", ("_rb_tabell_", "_rb_figur_"), "_rb_slut"
WORD = "Inskott"


def stories(file: Path) -> list[etree._Element]:
    """The body and the notes of a document."""
    with ZipFile(file) as archive:
        return [etree.fromstring(archive.read(name)) for name in STORIES if name in archive.namelist()]


def anchored(roots: Iterable[etree._Element]) -> list[tuple[str, str]]:
    """Name and words of each bookmark, in order of their beginnings; LibreOffice's habits undone.

    It renames a bookmark in a note to <name>_Copy_1. One that spans a table from the beginning of a paragraph gets two
    beginnings, the first of them without an end: it reaches from the first to the end of the last.
    """
    return [(name.removesuffix("_Copy_1"), words) for root in roots for name, words in healed(root)]


def healed(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Name and words of each bookmark in one story, a name with two beginnings once."""
    names = {mark.get(W + "id", ""): mark.get(W + "name", "") for mark in root.iter(W + "bookmarkStart")}
    words: dict[str, list[str]] = {}
    unclosed: dict[str, list[str]] = {}
    for element in root.iter(W + "bookmarkStart", W + "bookmarkEnd", W + "t"):
        name = names.get(element.get(W + "id", ""), "")
        if element.tag == W + "bookmarkStart":
            unclosed[name] = words.setdefault(name, [])
        elif element.tag == W + "bookmarkEnd":
            unclosed.pop(name, None)
        else:
            for each in unclosed.values():
                each.append(element.text or "")
    assert not unclosed
    yield from ((name, "".join(each)) for name, each in words.items())


def beginnings(root: etree._Element) -> Counter[str]:
    """How many times each bookmark begins in a story."""
    return Counter(mark.get(W + "name", "") for mark in root.iter(W + "bookmarkStart"))


def values_in(found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The words of each value's anchor, by name; no name is in two stories."""
    own = [(name, words) for name, words in found if name.startswith(VALUE) and not name.startswith((*BLOCKS, END))]
    assert len(dict(own)) == len(own)
    return dict(own)


def edited(file: Path, target: Path) -> int:
    """Words put into every paragraph: first, last and between any two runs that may be parted; how many times."""
    done = 0
    shutil.copy(file, target)
    with ZipFile(file) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name in STORIES:
                root = etree.fromstring(content)
                done += edit(root)
                content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            new.writestr(name, content)
    return done


def edit(root: etree._Element) -> int:
    """Every paragraph of a story edited, except where a field computes it (the contents list) or nothing can stand."""
    field = done = 0
    for paragraph in root.iter(W + "p"):
        if (paragraph.getparent().get(W + "type") or "") or next(paragraph.iter(W + "r"), None) is None:  # type: ignore[union-attr]
            continue
        places, field = open_places(paragraph, field)
        for place in reversed(places):
            paragraph.insert(place, run(f" {WORD} "))
        done += len(places)
    return done


def open_places(paragraph: etree._Element, field: int) -> tuple[list[int], int]:
    """Where in a paragraph words can be put that are no part of a field or a bookmark, and how deep in fields it ends."""
    places: list[int] = []
    held: set[str] = set()
    first = 1 if paragraph.find(W + "pPr") is not None else 0
    for place, child in enumerate([*list(paragraph)[first:], None], first):
        if not field and not held:
            places.append(place)
        if child is None:
            break
        if child.tag == W + "bookmarkStart" and not child.get(W + "name", "").startswith(BLOCKS):
            held.add(child.get(W + "id", ""))
        elif child.tag == W + "bookmarkEnd":
            held.discard(child.get(W + "id", ""))
        kinds = [mark.get(W + "fldCharType") for mark in child.iter(W + "fldChar")]
        field += kinds.count("begin") - kinds.count("end")
    return places, field


def run(words: str) -> etree._Element:
    """A run of its own."""
    made = etree.Element(W + "r")
    text = etree.SubElement(made, W + "t")
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.text = words
    return made

"""A built file read without the project's code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tests.e2e.report import Edition

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Read:
    """The parts of a built file, and its styles' names by id."""

    body: etree._Element
    notes: etree._Element
    styles: etree._Element
    settings: etree._Element
    headers: tuple[etree._Element, ...]
    links: dict[str, str]
    names: dict[str, str]
    edition: Edition

    def style(self, paragraph: etree._Element) -> str:
        """The name of a paragraph's style."""
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        return "" if found is None else self.names[found.get(W + "val", "")]

    def paragraphs(self) -> Iterator[etree._Element]:
        """Every paragraph of body and notes."""
        yield from self.body.iter(W + "p")
        yield from (line for note in self.notes if note.get(W + "type") is None for line in note.iter(W + "p"))

    def headings(self) -> list[tuple[int, str]]:
        """Levels and words of paragraphs with a heading's style."""
        styled = [(self.style(paragraph), words(paragraph)) for paragraph in self.body.iter(W + "p")]
        return [(int(name[-1]), text) for name, text in styled if re.fullmatch(r"heading \d", name)]


def read_edition(edition: Edition) -> Read:
    """The parts of a built report."""
    part = edition.part
    styles = part("word/styles.xml")
    names = {
        style.get(W + "styleId", ""): name.get(W + "val", "")
        for style in styles.iter(W + "style")
        for name in style.iter(W + "name")
    }
    links = {
        item.get("Id", ""): item.get("Target", "")
        for name in ("document", "footnotes")
        for item in part(f"word/_rels/{name}.xml.rels")
        if item.get("TargetMode") == "External"
    }
    headers = tuple(part(name) for name in edition.names if re.fullmatch(r"word/header\d\.xml", name))
    body = part("word/document.xml")[0]
    return Read(body, part("word/footnotes.xml"), styles, part("word/settings.xml"), headers, links, names, edition)


def words(element: etree._Element) -> str:
    """The words in an element."""
    return "".join(text.text or "" for text in element.iter(W + "t"))


def value(element: etree._Element, path: str) -> str | None:
    """What a property says, None when it is not there."""
    found = element.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(W + "val", "")

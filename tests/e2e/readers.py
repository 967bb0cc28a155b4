"""The same file as read by other programs: python-docx, pandoc, mammoth, and LibreOffice by way of its own format.

All that they read differently from what the document says is named here, with its reason:

- Numbers of headings, list items and notes are numbering, in none of the texts.
- The cover and the contents list, which stand before the first heading, are made from the manifest and the headings.
- A paragraph that holds only a picture has no words.
- pandoc makes the heading above a table part of the table: `in_order` puts it back.
- LibreOffice computes "bilaga 1" again when it opens the file, and does not know the switch for lower case
  (`\\* lower`, ECMA-376 §17.16.4.3.1): `as_libreoffice` writes it with a capital, as the appendix' number is.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import etree
from lxml import html as markup

from tests.e2e.model import Contents

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
Node = dict[str, Any]


@dataclass(slots=True)
class Reading:
    """What has been read so far."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    tables: list[tuple[tuple[str, ...], ...]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def heading(self, level: int, text: str) -> None:
        """A heading; what stood before the first one is the cover and the contents list."""
        if not self.headings:
            self.paragraphs.clear()
        self.headings.append((level, text.strip()))

    def paragraph(self, text: str) -> None:
        """A paragraph, unless it has no words."""
        if text.strip():
            self.paragraphs.append(text.strip())

    def done(self) -> Contents:
        """All of it."""
        return Contents(tuple(self.headings), tuple(self.paragraphs), tuple(self.tables), tuple(self.notes))


def as_libreoffice(contents: Contents) -> Contents:
    """What LibreOffice is to read: references to an appendix with a capital."""
    return replace(contents, paragraphs=tuple(re.sub(r"\bbilaga(?=\u00a0\d)", "Bilaga", line) for line in contents.paragraphs))


# python-docx


def by_python_docx(file: Path) -> Contents:
    """What python-docx reads; notes, which it knows only as a part, by their paragraphs' texts."""
    import docx
    from docx.text.paragraph import Paragraph

    read, document = Reading(), docx.Document(str(file))
    for block in document.iter_inner_content():
        if not isinstance(block, Paragraph):
            read.tables.append(tuple(tuple(cell.text.strip() for cell in row.cells) for row in block.rows))
        elif found := re.fullmatch(r"Heading (\d)", style_name(block)):
            read.heading(int(found.group(1)), block.text)
        else:
            read.paragraph(block.text)
    (part,) = (part for part in document.part.package.iter_parts() if part.partname == "/word/footnotes.xml")
    for note in etree.fromstring(part.blob).iterchildren(W + "footnote"):
        if note.get(W + "type") is None:
            read.notes.append("\n".join(Paragraph(line, document).text for line in paragraphs_of(note)).strip())
    return read.done()


def style_name(paragraph: Any) -> str:
    """The name of a paragraph's style."""
    return paragraph.style.name or ""


def paragraphs_of(note: etree._Element) -> list[Any]:
    """A note's paragraphs as elements that python-docx knows."""
    from docx.oxml import parse_xml

    return list(parse_xml(etree.tostring(note)).iterchildren(W + "p"))


# pandoc


def by_pandoc(file: Path) -> Contents:
    """What pandoc reads."""
    import pypandoc

    read = Reading()
    pandoc_blocks(json.loads(pypandoc.convert_file(str(file), "json", format="docx"))["blocks"], read)
    return read.done()


def pandoc_blocks(blocks: list[Node], read: Reading) -> None:
    """Blocks in order."""
    for block in blocks:
        match block["t"], block.get("c"):
            case "Header", [level, _, content]:
                read.heading(level, pandoc_text(content, read))
            case (("Para" | "Plain"), list(content)):
                read.paragraph(pandoc_text(content, read))
            case "BulletList", list(items):
                for item in items:
                    pandoc_blocks(item, read)
            case "OrderedList", [_, items]:
                for item in items:
                    pandoc_blocks(item, read)
            case "BlockQuote", list(inner):
                pandoc_blocks(inner, read)
            case "Div", [_, inner]:
                pandoc_blocks(inner, read)
            case "Table", [_, [_, caption], _, head, bodies, _]:
                pandoc_blocks(caption, read)
                rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3]))]
                read.tables.append(tuple(tuple(pandoc_cell(cell[4], read) for cell in row[1]) for row in rows))
            case kind, _:
                raise AssertionError(f"pandoc reads a block {kind}")


def pandoc_cell(blocks: list[Node], read: Reading) -> str:
    """A cell's lines."""
    return "\n".join(pandoc_text(block["c"], read).strip() for block in blocks)


def pandoc_text(content: list[Node], read: Reading) -> str:
    """Running text; notes found on the way are kept."""
    return "".join(pandoc_inline(item, read) for item in content)


def pandoc_inline(item: Node, read: Reading) -> str:
    """One inline."""
    match item["t"], item.get("c"):
        case "Str", str(words):
            return words
        case (("Space" | "SoftBreak"), _):
            return " "
        case "LineBreak", _:
            return "\n"
        case "Note", list(blocks):
            read.notes.append(pandoc_cell(blocks, read))
            return ""
        case "Image", _:
            return ""
        case (("Link" | "Span"), [_, inner, *_]):
            return pandoc_text(inner, read)
        case (("Strong" | "Emph" | "Superscript"), list(inner)):
            return pandoc_text(inner, read)
        case kind, _:
            raise AssertionError(f"pandoc reads an inline {kind}")


# mammoth


def by_mammoth(file: Path) -> Contents:
    """What mammoth reads."""
    import mammoth

    html = mammoth.convert_to_html(BytesIO(file.read_bytes())).value
    read = Reading()
    for element in markup.fragment_fromstring(html, create_parent="div"):
        mammoth_block(element, read)
    return read.done()


def mammoth_block(element: etree._Element, read: Reading) -> None:
    """One element of the page."""
    match element.tag:
        case "h1" | "h2" | "h3" | "h4" as tag:
            read.heading(int(tag[1]), mammoth_text(element))
        case "p":
            read.paragraph(mammoth_text(element))
        case "table":
            rows = element.iter("tr")
            read.tables.append(tuple(tuple("\n".join(map(mammoth_text, cell)) for cell in row) for row in rows))
        case "ul" | "ol":
            for item in element:
                mammoth_item(item, read)
        case tag:
            raise AssertionError(f"mammoth reads an element {tag}")


def mammoth_item(item: etree._Element, read: Reading) -> None:
    """A list item, or a note, whose text ends with an arrow back."""
    if (item.get("id") or "").startswith("footnote-"):
        read.notes.append("\n".join(mammoth_text(line).removesuffix("↑").strip() for line in item))
        return
    read.paragraph(mammoth_text(item))
    for child in item:
        if child.tag in ("ul", "ol"):
            mammoth_block(child, read)


def mammoth_text(element: etree._Element) -> str:
    """An element's words, without marks of notes and lists inside it."""
    words = [element.text or ""]
    for child in element:
        noted = child.tag == "sup" and "footnote-ref-" in (child[0].get("id") or "" if len(child) else "")
        words.append("\n" if child.tag == "br" else "" if noted or child.tag in ("ul", "ol") else mammoth_text(child))
        words.append(child.tail or "")
    return "".join(words).strip() if element.tag in ("p", "li") else "".join(words)


# LibreOffice


def by_libreoffice(odt: Path) -> Contents:
    """What LibreOffice has read, from the file it saved in its own format."""
    with ZipFile(odt) as archive:
        root = etree.fromstring(archive.read("content.xml"))
    read = Reading()
    body = next(root.iter("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"))
    for element in body:
        office_block(element, read)
    read.notes.extend(office_note(note) for note in body.iter(TEXT + "note"))
    return read.done()


def office_block(element: etree._Element, read: Reading) -> None:
    """One element of the text."""
    match element.tag.removeprefix(TEXT):
        case "h":
            read.heading(int(element.get(TEXT + "outline-level", "0")), office_text(element))
        case "p":
            read.paragraph(office_text(element))
        case "list" | "list-item" | "section":
            for child in element:
                office_block(child, read)
        case "table-of-content" | "sequence-decls" | "soft-page-break" | "bookmark-start" | "bookmark-end":
            return
        case _ if element.tag == TABLE + "table":
            read.tables.append(tuple(tuple(map(office_cell, cells_in(row))) for row in element.iter(TABLE + "table-row")))
        case tag:
            raise AssertionError(f"LibreOffice reads an element {tag}")


def cells_in(row: etree._Element) -> Iterator[etree._Element]:
    """A row's cells."""
    return row.iterchildren(TABLE + "table-cell")


def office_cell(cell: etree._Element) -> str:
    """A cell's or a note body's lines."""
    return "\n".join(office_text(line).strip() for line in cell.iterchildren(TEXT + "p"))


def office_note(note: etree._Element) -> str:
    """A note's words."""
    (body,) = note.iterchildren(TEXT + "note-body")
    return office_cell(body)


def office_text(element: etree._Element) -> str:
    """An element's words, without notes and pictures inside it."""
    words = [element.text or ""]
    for child in element:
        match child.tag:
            case tag if tag in (TEXT + "note", DRAW + "frame"):
                pass
            case tag if tag == TEXT + "line-break":
                words.append("\n")
            case tag if tag == TEXT + "s":
                words.append(" " * int(child.get(TEXT + "c", "1")))
            case _:
                words.append(office_text(child))
        words.append(child.tail or "")
    return "".join(words)


READERS: dict[str, Callable[[Path], Contents]] = {
    "python-docx": by_python_docx,
    "pandoc": by_pandoc,
    "mammoth": by_mammoth,
}

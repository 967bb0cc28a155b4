"""A .docx printed as a Swedish outline that a person can review, read without the project's own code.

Signs: `[^2]` a note's mark, `{KOD → resultat}` a field, `⟦namn⟧` where a bookmark begins and `⟦/⟧` where it ends,
`<mål|` the beginning of a link.
"""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def outline(package: bytes) -> str:
    """Body and notes, one line a paragraph or table row."""
    with ZipFile(BytesIO(package)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
        names = style_names(etree.fromstring(archive.read("word/styles.xml")))
        links = addresses(archive, "document") | addresses(archive, "footnotes")
    lines = [line for block in body for line in block_lines(block, names, links)]
    lines += [f"not {note.get(W + 'id')}: {content(note, links)}" for note in notes if note.get(W + "type") is None]
    return "\n".join(lines) + "\n"


def style_names(styles: etree._Element) -> dict[str, str]:
    """Names of styles by id."""
    return {style.get(W + "styleId", ""): style.find(W + "name").get(W + "val", "") for style in styles.iter(W + "style")}  # type: ignore[union-attr]


def addresses(archive: ZipFile, part: str) -> dict[str, str]:
    """Targets of a part's relationships by id."""
    name = f"word/_rels/{part}.xml.rels"
    if name not in archive.namelist():
        return {}
    return {item.get("Id", ""): item.get("Target", "") for item in etree.fromstring(archive.read(name))}


def block_lines(block: etree._Element, names: dict[str, str], links: dict[str, str]) -> list[str]:
    """A block's lines."""
    match block.tag.removeprefix(W):
        case "p":
            return [
                f"{names[value(block, 'pPr/pStyle') or 'Normal']}{said(block)}: {content(block, links)}",
                *section(block.find(f"{W}pPr/{W}sectPr")),
            ]
        case "tbl":
            head = f"tabell {' '.join(width.get(W + 'w', '') for width in block.iter(W + 'gridCol'))}"
            return [head, *(row_line(row, names, links) for row in block.iter(W + "tr"))]
        case "sectPr":
            return section(block)
        case _:
            return [mark(block, links)]


def row_line(row: etree._Element, names: dict[str, str], links: dict[str, str]) -> str:
    """A table row."""
    repeated = "rubrikrad" if row.find(f"{W}trPr/{W}tblHeader") is not None else "rad"
    cells = [" / ".join(content(line, links) for line in cell.iter(W + "p")) for cell in row.iter(W + "tc")]
    return f"  {repeated} | {' | '.join(cells)}"


def said(paragraph: etree._Element) -> str:
    """What is said of a paragraph directly."""
    numbered = value(paragraph, "pPr/numPr/numId")
    level = value(paragraph, "pPr/numPr/ilvl")
    signs = [f"lista {numbered} nivå {level}"] if numbered else []
    signs += [
        word
        for name, word in (("keepNext", "med nästa"), ("pageBreakBefore", "ny sida"))
        if paragraph.find(f"{W}pPr/{W}{name}") is not None
    ]
    return f" ({', '.join(signs)})" if signs else ""


def value(element: etree._Element, path: str) -> str:
    """The value of a property, "" when it is not there."""
    found = element.find("/".join(W + step for step in path.split("/")))
    return "" if found is None else found.get(W + "val", "")


def section(properties: etree._Element | None) -> list[str]:
    """The end of a section."""
    if properties is None:
        return []
    size = properties.find(W + "pgSz")
    turned = "liggande" if size is not None and size.get(W + "orient") == "landscape" else "stående"
    start = properties.find(W + "pgNumType")
    counted = f", sidor från {start.get(W + 'start')}" if start is not None else ""
    heads = len(properties.findall(W + "headerReference"))
    return [f"--- {turned}{counted}, {heads} sidhuvud"]


def content(paragraph: etree._Element, links: dict[str, str]) -> str:
    """A paragraph's words and signs."""
    return "".join(mark(child, links) for child in paragraph.iter())


def mark(element: etree._Element, links: dict[str, str]) -> str:
    """What one element shows."""
    match element.tag.removeprefix(W):
        case "t":
            return styled(element, element.text or "")
        case "br":
            return "⏎"
        case "instrText":
            return f"{{{(element.text or '').strip()} → "
        case "fldChar":
            return "}" if element.get(W + "fldCharType") == "end" else ""
        case "footnoteReference":
            return f"[^{element.get(W + 'id')}]"
        case "bookmarkStart":
            return f"⟦{element.get(W + 'name')}⟧"
        case "bookmarkEnd":
            return "⟦/⟧"
        case "hyperlink":
            return f"<{element.get(W + 'anchor') or links[element.get(R + 'id', '')]}|"
        case _:
            return f"[bild: {element.get('descr')}]" if element.tag == WP + "docPr" else ""


def styled(text: etree._Element, words: str) -> str:
    """Words with signs of their run's look."""
    run = text.getparent()
    assert run is not None
    for name, sign in (("b", "**"), ("i", "*")):
        if run.find(f"{W}rPr/{W}{name}") is not None:
            words = f"{sign}{words}{sign}"
    if value(run, "rPr/vertAlign"):
        words = f"^{words}"
    return words

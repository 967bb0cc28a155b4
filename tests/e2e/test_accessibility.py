"""What a program can check of accessibility, in the order of the project's list, in the file read without its code."""

import re
from itertools import pairwise
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.e2e.opened import Read, W, read_edition, value, words
from tests.e2e.report import Edition

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WHITE = "FFFFFF"
LONGEST_ALT, LONG_ENOUGH_FOR_A_HEADING = 250, 80
ADDRESS = re.compile(r"https?:|www\.|mailto:|\w@\w|\.(?:pdf|docx?|xlsx?|html?|se|com)\b", re.IGNORECASE)
EMPTY_WORDS = re.compile(r"(?:klicka )?här|läs mer(?: här)?|länk(?:en)?|mer information", re.IGNORECASE)
TYPED_BULLET = re.compile(r"\s*(?:[•·▪◦*–-]|\d{1,2}[.)]|[a-z][.)])\s")
TYPED_NUMBER = re.compile(r"\d+(?:\.\d+)*\.?\s|(?:Bilaga|Kapitel|Avsnitt)\s\d")


@pytest.fixture
def read(any_edition: Edition) -> Read:
    """The report in each status."""
    return read_edition(any_edition)


def test_1_properties_say_what_the_document_is(read: Read) -> None:
    import docx

    properties = docx.Document(str(read.edition.path)).core_properties
    (title,) = [words(paragraph) for paragraph in read.body.iter(W + "p") if read.style(paragraph) == "Title"]
    assert properties.title == title != ""
    assert all((properties.author, properties.subject, properties.keywords))
    assert properties.language == "sv-SE"


def test_2_language_is_said_and_foreign_passages_say_theirs(read: Read) -> None:
    (default,) = read.styles.iter(W + "rPrDefault")
    assert value(default, "rPr/lang") == "sv-SE"
    assert value(read.settings, "themeFontLang") == "sv-SE"
    foreign = {(value(run, "rPr/lang"), words(run)) for run in read.body.iter(W + "r") if value(run, "rPr/lang")}
    assert foreign == {("nn", "Stiftinga Hilmar Alexandersen"), ("nb", "Trøndelag"), ("en", "Creative Cities Network")}


def test_3_headings_are_headings(read: Read) -> None:
    headings = read.headings()
    assert headings[0][0] == 1
    assert all(after <= before + 1 for (before, _), (after, _) in pairwise(headings))
    assert all(text.strip() and not TYPED_NUMBER.match(text) for _, text in headings)
    assert any(value(style, "pPr/numPr/numId") for style in read.styles.iter(W + "style") if value(style, "name") == "heading 1")


def test_3_nothing_looks_like_a_heading_without_being_one(read: Read) -> None:
    for paragraph in read.body.iterchildren(W + "p"):
        runs = [run for run in paragraph.iter(W + "r") if words(run).strip()]
        bold = bool(runs) and all(value(run, "rPr/b") is not None for run in runs)
        assert not (bold and len(words(paragraph)) < LONG_ENOUGH_FOR_A_HEADING), words(paragraph)


def test_4_tables_have_headings_and_descriptions(read: Read) -> None:
    tables = list(read.body.iter(W + "tbl"))
    assert len(tables) >= 3
    for table in tables:
        look = table.find(f"{W}tblPr/{W}tblLook")
        assert look is not None and (look.get(W + "firstRow"), look.get(W + "firstColumn")) == ("1", "1")
        assert value(table, "tblPr/tblCaption") and value(table, "tblPr/tblDescription")
        first, *others = table.findall(W + "tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert not any(row.find(f"{W}trPr/{W}tblHeader") is not None for row in others)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (first, *others))
        assert all(words(cell).strip() for cell in first.iter(W + "tc"))
        assert all(words(row.find(W + "tc")).strip() for row in others)  # type: ignore[arg-type]
        assert next(table.iterdescendants(W + "tbl"), None) is None
        assert next(table.iter(W + "gridSpan", W + "vMerge"), None) is None


def test_5_nothing_is_laid_out_with_empty_paragraphs_spaces_or_tabs(read: Read) -> None:
    for paragraph in read.paragraphs():
        shows = words(paragraph).strip() or next(paragraph.iter(W + "drawing"), None) is not None
        ends_section = paragraph.find(f"{W}pPr/{W}sectPr") is not None
        assert shows or ends_section
        assert not re.search(r"[ \u00a0]{2}", words(paragraph)), words(paragraph)
        assert next((tab for run in paragraph.iter(W + "r") for tab in run.iterchildren(W + "tab")), None) is None


def test_5_a_paragraph_that_only_ends_a_section_takes_no_room(read: Read) -> None:
    empty = [
        line
        for line in read.body.iterchildren(W + "p")
        if not words(line) and line.find(f"{W}pPr/{W}sectPr") is not None and next(line.iter(W + "drawing"), None) is None
    ]
    (style,) = [style for style in read.styles.iter(W + "style") if value(style, "name") == "Avbrott"]
    spacing = style.find(f"{W}pPr/{W}spacing")
    assert spacing is not None and int(spacing.get(W + "line", "240")) <= 20 and spacing.get(W + "lineRule") == "exact"
    assert {read.style(line) for line in empty} <= {"Avbrott"}


def test_6_pictures_say_what_they_show(read: Read) -> None:
    pictures = list(read.body.iter(WP + "docPr"))
    assert len(pictures) >= 3
    for picture in pictures:
        alt = picture.get("descr", "")
        assert 0 < len(alt) <= LONGEST_ALT
        assert not re.search(r"\.\w{3,4}$", alt.rstrip(".")), alt
    every = [element.tag for element in read.body.iter() if isinstance(element.tag, str)]
    assert not [tag for tag in every if tag in (WP + "anchor", W + "pict", W + "object") or tag.endswith("}txbxContent")]


def test_6_a_chart_leads_to_the_table_with_its_values(read: Read) -> None:
    captions = [words(line) for line in read.body.iter(W + "p") if read.style(line) == "caption"]
    numbers = {found.group(1) for caption in captions if (found := re.match(r"Tabell\u00a0(\d+)\. ", caption))}
    alts = [picture.get("descr", "") for picture in read.body.iter(WP + "docPr")]
    for found in [re.search(r"Se tabell\s(\d+)\.$", alt) for alt in alts if "diagram" in alt.lower()]:
        assert found is not None and found.group(1) in numbers


def test_7_links_say_where_they_lead(read: Read) -> None:
    links = [(link.get(R + "id"), words(link)) for root in (read.body, read.notes) for link in root.iter(W + "hyperlink")]
    outward = [(read.links[ident], text) for ident, text in links if ident]
    assert outward
    for _, text in outward:
        assert text.strip() and not ADDRESS.search(text) and not EMPTY_WORDS.fullmatch(text.strip()), text
    assert len({text for _, text in outward}) == len(set(outward))


def test_8_lists_are_lists(read: Read) -> None:
    for paragraph in read.paragraphs():
        listed = value(paragraph, "pPr/numPr/numId") is not None
        assert listed or not TYPED_BULLET.match(words(paragraph)), words(paragraph)
        assert listed or not read.style(paragraph).startswith(("List Bullet", "List Number", "Faktaruta lista"))
    assert sum(read.style(line).startswith("List Number") for line in read.body.iter(W + "p")) == 6


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def colours(read: Read, tag: str, attribute: str) -> set[str]:
    """Colours said anywhere in styles, body, notes and headers."""
    roots = (read.styles, read.body, read.notes, *read.headers)
    return {element.get(W + attribute, "auto") for root in roots for element in root.iter(W + tag)} - {"auto"}


def test_9_text_has_contrast_on_every_ground(read: Read) -> None:
    texts, grounds = colours(read, "color", "val"), {WHITE, *colours(read, "shd", "fill")}
    assert len(texts) > 3 and len(grounds) > 2
    assert [(text, ground) for text in texts for ground in grounds if contrast(text, ground) < 4.5] == []


def test_9_lines_have_contrast_or_are_the_edge_of_a_ground(read: Read) -> None:
    borders = {
        element.get(W + "color", "auto")
        for edge in ("top", "bottom", "left", "right", "insideH", "insideV")
        for root in (read.styles, read.body, *read.headers)
        for element in root.iter(W + edge)
    }
    seen = borders - {"auto"} - colours(read, "shd", "fill")
    assert seen
    assert [border for border in seen if contrast(border, WHITE) < 3] == []


def test_9_links_are_not_told_by_colour_alone(read: Read) -> None:
    (style,) = [style for style in read.styles.iter(W + "style") if value(style, "name") == "Hyperlink"]
    assert value(style, "rPr/u") == "single"
    outward = [
        run for root in (read.body, read.notes) for link in root.iter(W + "hyperlink") if link.get(R + "id") for run in link
    ]
    assert all(read.names[value(run, "rPr/rStyle") or ""] == "Hyperlink" for run in outward)


def test_9_charts_have_contrast(read: Read) -> None:
    """Pale are only the thin lines behind the values, all of which are labelled, and grounds under a pattern with contrast."""
    with ZipFile(read.edition.path) as archive:
        drawings = [etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".svg")]
    assert len(drawings) == len(list(read.body.iter(WP + "docPr")))
    for drawing in drawings:
        shapes = [drawn(shape) for shape in drawing.iter("{http://www.w3.org/2000/svg}path")]
        assert any(pale(shape) is False for shape in shapes)
        for shape, above in pairwise([*shapes, {}]):
            assert not pale(shape) or float(shape.get("stroke-width", "9")) <= 0.6 or pale(above) is False, shape


def drawn(shape: etree._Element) -> dict[str, str]:
    """How a shape is filled and stroked."""
    return dict(part.strip().split(": ") for part in shape.get("style", "").split(";") if ": " in part)


def pale(shape: dict[str, str]) -> bool | None:
    """Whether a shape has no colour with contrast against white; None when it is not seen at all."""
    found = {shape.get(name, "none").upper().lstrip("#") for name in ("fill", "stroke")} - {"NONE", WHITE}
    return all(contrast(colour, WHITE) < 3 for colour in found) if found else None


def test_10_notes_are_notes(read: Read) -> None:
    marks = [mark.get(W + "id", "") for mark in read.body.iter(W + "footnoteReference")]
    notes = [note.get(W + "id", "") for note in read.notes if note.get(W + "type") is None]
    assert marks == notes == [str(number) for number in range(1, len(notes) + 1)]
    assert len(notes) >= 10
    raised = [words(run) for run in read.body.iter(W + "r") if value(run, "rPr/vertAlign") == "superscript"]
    assert not [text for text in raised if text.strip().isdigit()]


def test_11_contents_list_and_page_numbers_are_fields(read: Read) -> None:
    codes = [(code.text or "").split() for code in read.body.iter(W + "instrText")]
    assert sum(code[:1] == ["TOC"] for code in codes) == 1
    title = next(words(line) for line in read.body.iter(W + "p") if read.style(line) == "Title")
    assert len(read.headers) == 2
    for header in read.headers:
        assert {(code.text or "").split()[0] for code in header.iter(W + "instrText")} == {"PAGE", "PAGEREF"}
        assert re.fullmatch(rf"{re.escape(title)}\d+\(\d+\)", words(header))


def test_11_every_section_but_the_cover_has_a_header(read: Read) -> None:
    cover, *others = read.body.iter(W + "sectPr")
    assert len(others) >= 2
    assert cover.find(W + "headerReference") is None
    assert [section for section in others if section.find(W + "headerReference") is None] == []


def test_12_file_name_is_plain(read: Read) -> None:
    assert re.fullmatch(r"[a-z0-9-]+", read.edition.document.manifest.file_name)


def test_13_nothing_is_tracked_or_commented(read: Read) -> None:
    tracked = {W + name for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "commentReference")}
    assert not [element.tag for root in (read.body, read.notes) for element in root.iter() if element.tag in tracked]
    assert not [name for name in read.edition.names if "comment" in name or "people" in name]
    assert value(read.settings, "trackRevisions") is None


def test_14_text_is_left_aligned_and_not_shouted(read: Read) -> None:
    for paragraph in (*read.body.iterchildren(W + "p"), *read.notes.iter(W + "p")):
        assert value(paragraph, "pPr/jc") in (None, "left", "start")
        text = words(paragraph)
        assert not (len(text) > 12 and text == text.upper() and text != text.lower()), text
    for style in read.styles.iter(W + "style"):
        assert value(style, "pPr/jc") in (None, "left", "start"), value(style, "name")
        assert value(style, "rPr/caps") is None

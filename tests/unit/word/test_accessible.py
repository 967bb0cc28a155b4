"""The accessibility list as a gate on Word files that others have made."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from rapportbyggare.word.accessible.accessible import accessibility
from rapportbyggare.word.finished import finished

SENTENCE = "Länet har många företag inom de kulturella och kreativa branscherna, och antalet har minskat något sedan i fjol. "
Change = Callable[[Any], object]


def clean() -> Any:
    """A short document that everybody can read."""
    file = docx.Document()
    properties = file.core_properties
    properties.title, properties.subject, properties.author, properties.keywords = "Läget", "Läget", "Regionen", "KKB"
    properties.last_modified_by = ""
    for level in (1, 2, 3):
        file.styles[f"Heading {level}"].font.color.rgb = RGBColor(0, 0, 0)
    file.styles["Normal"].element.get_or_add_rPr().append(lang("sv-SE"))
    file.add_paragraph("Läget", style="Title")
    file.add_heading("Bakgrund", 1)
    file.add_paragraph(SENTENCE)
    file.add_paragraph("En punkt", style="List Bullet")
    table = file.add_table(rows=3, cols=2)
    for row, words in zip(table.rows, (("Kommun", "2025"), ("Berg", "63"), ("Åre", "285")), strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    description = OxmlElement("w:tblDescription")
    description.set(qn("w:val"), "Antal per kommun")
    table._tbl.tblPr.append(description)
    file.add_paragraph(SENTENCE)
    return file


def lang(code: str) -> Any:
    element = OxmlElement("w:lang")
    element.set(qn("w:val"), code)
    return element


def saved(file: Any) -> bytes:
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def codes(change: Change, name: str = "laget.docx") -> list[tuple[str, str]]:
    file = clean()
    change(file)
    return [(one.code, one.place.cell) for one in accessibility(saved(file), name)]


def test_a_document_that_everybody_can_read() -> None:
    assert codes(lambda file: None) == []


def heading(level: int, words: str) -> Change:
    return lambda file: file.add_heading(words, level)


def paragraph(words: str, bold: bool = False, style: str | None = None) -> Change:
    def change(file: Any) -> None:
        file.add_paragraph(style=style).add_run(words).bold = bold or None
        file.add_paragraph(SENTENCE)

    return change


def aligned(file: Any) -> None:
    file.add_paragraph(SENTENCE * 2).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def aligned_by_the_usual_style(file: Any) -> None:
    file.styles["Normal"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    file.add_paragraph(SENTENCE * 2)


def shouted_in_a_cell(file: Any) -> None:
    file.tables[0].cell(1, 1).paragraphs[0].add_run("     I FJOL")


def switched_off(file: Any) -> None:
    file.tables[0].rows[0]._tr.trPr.find(qn("w:tblHeader")).set(qn("w:val"), "off")


def large_and_small(file: Any) -> None:
    for size in (24, 11):
        run = file.add_paragraph().add_run(SENTENCE)
        run.font.color.rgb, run.font.size = RGBColor(0x80, 0x80, 0x80), Pt(size)


def thin_in_a_bold_style(file: Any) -> None:
    style = file.styles.add_style("Fet", WD_STYLE_TYPE.PARAGRAPH)
    style.font.bold, style.font.size = True, Pt(14)
    run = file.add_paragraph(style="Fet").add_run(SENTENCE)
    run.bold, run.font.color.rgb = False, RGBColor(0x80, 0x80, 0x80)


def linked_in_an_insertion(file: Any) -> None:
    linked(("Läs mer här", "https://example.se/a"))(file)
    insertion = OxmlElement("w:ins")
    paragraph = file.paragraphs[-1]._p
    insertion.append(paragraph.find(qn("w:hyperlink")))
    paragraph.append(insertion)


def coloured(colour: str, ground: str = "") -> Change:
    def change(file: Any) -> None:
        run = file.add_paragraph().add_run(SENTENCE)
        run.font.color.rgb = RGBColor.from_string(colour)
        if ground:
            shading = OxmlElement("w:shd")
            shading.set(qn("w:fill"), ground)
            run._r.get_or_add_rPr().append(shading)

    return change


def raised(before: str, figure: str) -> Change:
    def change(file: Any) -> None:
        line = file.add_paragraph(before)
        line.add_run(figure).font.superscript = True

    return change


def linked(*links: tuple[str, str]) -> Change:
    def change(file: Any) -> None:
        for words, address in links:
            line = file.add_paragraph("Se ")
            ident = file.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), ident)
            link.append(line.add_run(words)._r)
            line._p.append(link)

    return change


def table(change: Change) -> Change:
    return lambda file: change(file.tables[0])


def merged(one: Any) -> None:
    one.cell(1, 0).merge(one.cell(1, 1))


def without_head(one: Any) -> None:
    properties = one.rows[0]._tr.trPr
    properties.remove(properties.find(qn("w:tblHeader")))


def without_description(one: Any) -> None:
    one._tbl.tblPr.remove(one._tbl.tblPr.find(qn("w:tblDescription")))


def split(one: Any) -> None:
    for row in one.rows:
        row._tr.trPr.remove(row._tr.trPr.find(qn("w:cantSplit")))


def emptied(one: Any) -> None:
    one.cell(0, 1).text = ""


def boxed(file: Any) -> None:
    file.add_table(rows=1, cols=1).cell(0, 0).text = "En ruta"
    file.add_paragraph(SENTENCE)


def empty(file: Any) -> None:
    file.add_paragraph("")
    file.add_paragraph("")
    file.add_paragraph(SENTENCE)


def struck(file: Any) -> None:
    run = file.add_paragraph("Struket").runs[0]._r
    run.t_lst[0].tag = qn("w:delText")
    file.add_paragraph(SENTENCE)


def listed(file: Any) -> None:
    for words in ("- en sak", "- en annan", "- en tredje"):
        file.add_paragraph(words)


def long(file: Any) -> None:
    for _ in range(130):
        file.add_paragraph(SENTENCE)


def nameless(file: Any) -> None:
    file.core_properties.subject = ""


def renamed(file: Any) -> None:
    file.core_properties.title = "Något annat"


def english(file: Any) -> None:
    file.styles["Normal"].element.rPr.find(qn("w:lang")).set(qn("w:val"), "en-US")


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (nameless, [("egenskaper-saknas", "")]),
        (renamed, [("titel-skiljer", "")]),
        (english, [("sprak-ar-inte-svenska", "")]),
        (heading(3, "Djupt"), [("rubrikniva-hoppas-over", "stycke 6")]),
        (heading(2, ""), [("tom-rubrik", "stycke 6")]),
        (heading(2, "2.1 Läget"), [("rubriknummer-ar-skrivet", "stycke 6")]),
        (heading(2, "2025 var ett bra år"), []),
        (paragraph("Viktigt", bold=True), [("falsk-rubrik", "stycke 6")]),
        (paragraph("Viktigt: läs hela texten.", bold=True), []),
        (table(without_head), [("tabellhuvud-saknas", "tabell 1")]),
        (table(emptied), [("tom-kolumnrubrik", "tabell 1, rad 1, kolumn 2")]),
        (table(merged), [("sammanslagna-celler", "tabell 1")]),
        (table(without_description), [("tabellbeskrivning-saknas", "tabell 1")]),
        (table(split), [("rader-delas-over-sidor", "tabell 1")]),
        (boxed, [("tabell-som-layout", "tabell 2")]),
        (empty, [("tomma-stycken", "stycke 6")]),
        (struck, []),
        (paragraph("Datum:\t\t2025-10-14"), [("mellanslag-som-layout", "stycke 6")]),
        (paragraph("Ort      datum"), [("mellanslag-som-layout", "stycke 6")]),
        (linked(("https://example.se/a", "https://example.se/a")), [("lanktext-ar-adress", "stycke 6")]),
        (linked(("Läs mer här", "https://example.se/a")), [("lanktext-sager-inget", "stycke 6")]),
        (linked(("Planen", "https://example.se/a"), ("Planen", "https://example.se/b")), [("lika-lanktexter", "stycke 7")]),
        (linked(("Planen", "https://example.se/a"), ("Planen", "https://example.se/a")), []),
        (linked(("Tillväxtverket.se om företag", "https://example.se/a")), []),
        (listed, [("lista-gjord-for-hand", "stycke 6")]),
        (paragraph("– Vi är glada, säger ordföranden."), []),
        (coloured("999999"), [("lag-kontrast", "stycke 6")]),
        (coloured("FFFFFF", "17365D"), []),
        (coloured("FFFFFF"), [("lag-kontrast", "stycke 6")]),
        (raised("Källa", "1"), [("notsiffra-skriven-for-hand", "stycke 6")]),
        (raised("Lokalen är 40 m", "2"), []),
        (long, [("innehallsforteckning-saknas", ""), ("sidnummer-saknas", "")]),
        (aligned, [("inte-vansterstalld", "stycke 6")]),
        (aligned_by_the_usual_style, [("inte-vansterstalld", "stycke 3")]),
        (shouted_in_a_cell, [("mellanslag-som-layout", "tabell 1, rad 2, kolumn 2")]),
        (switched_off, [("tabellhuvud-saknas", "tabell 1")]),
        (large_and_small, [("lag-kontrast", "stycke 7")]),
        (thin_in_a_bold_style, [("lag-kontrast", "stycke 6")]),
        (linked_in_an_insertion, [("lanktext-sager-inget", "stycke 6")]),
        (paragraph("VIKTIG INFORMATION TILL ALLA."), [("versaler", "stycke 6")]),
        (paragraph("SCB, KKB och SNI"), []),
    ],
)
def test_each_point_of_the_list(change: Change, found: list[tuple[str, str]]) -> None:
    assert codes(change) == found


def test_a_picture(tmp_path: Any) -> None:
    from PIL import Image

    path = tmp_path / "bild.png"
    Image.new("RGB", (4, 4)).save(path)

    def pictured(alt: str) -> Change:
        def change(file: Any) -> None:
            picture = file.add_picture(str(path), Pt(50))
            picture._inline.docPr.set("descr", alt)

        return change

    assert codes(pictured("")) == [("alternativtext-saknas", "stycke 6")]
    assert codes(pictured("bild 1.png")) == []
    assert codes(pictured("IMG_1.png")) == [("alternativtext-ar-filnamn", "stycke 6")]
    assert codes(pictured("a" * 251)) == [("alternativtext-ar-lang", "stycke 6")]
    assert codes(pictured("Ett hus")) == []


def test_a_file_name() -> None:
    assert codes(lambda file: None, "Läget 2025.docx") == [("filnamn", "")]


def test_what_is_no_word_file() -> None:
    (problem,) = accessibility(b"PK nej", "a.docx")
    assert problem.code == "inget-word-dokument"
    (problem,) = finished(b"PK nej", "a.docx")
    assert problem.code == "inget-word-dokument"


def of_finished(change: Change, organisation: str = "Regionen") -> list[tuple[str, str]]:
    file = clean()
    change(file)
    return [(one.code, one.place.cell) for one in finished(saved(file), "a.docx", organisation)]


def hidden(file: Any) -> None:
    file.add_paragraph("Syns ").add_run("syns inte").font.hidden = True


def hidden_by_its_style(file: Any) -> None:
    file.styles.add_style("Dold", WD_STYLE_TYPE.PARAGRAPH).font.hidden = True
    file.add_paragraph("syns inte", style="Dold")


def hidden_in_the_footer(file: Any) -> None:
    file.sections[0].footer.paragraphs[0].add_run("syns inte").font.hidden = True


def person(file: Any) -> None:
    file.core_properties.last_modified_by = "Anna Andersson"


def bookmarked(file: Any) -> None:
    for name in ("_rb_a1", "_rb_slut", "_Toc1"):
        mark = OxmlElement("w:bookmarkStart")
        mark.set(qn("w:name"), name)
        file.paragraphs[1]._p.append(mark)


def inserted(file: Any) -> None:
    change = OxmlElement("w:ins")
    change.append(file.paragraphs[2].runs[0]._r)
    file.paragraphs[2]._p.append(change)


def tracking(file: Any) -> None:
    file.settings.element.append(OxmlElement("w:trackRevisions"))


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda file: None, []),
        (hidden, [("dold-text", "stycke 6")]),
        (hidden_by_its_style, [("dold-text", "stycke 6")]),
        (hidden_in_the_footer, [("dold-text", "sidhuvud och sidfot")]),
        (person, [("namn-i-egenskaper", "")]),
        (bookmarked, [("utkastets-bokmarken", "")]),
        (inserted, [("sparade-andringar", "stycke 3")]),
        (tracking, [("sparning-pa", "")]),
    ],
)
def test_traces(change: Change, found: list[tuple[str, str]]) -> None:
    assert of_finished(change) == found


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{RELATIONS}"'


def with_parts(data: bytes, **parts: str) -> bytes:
    """The file with more parts, each related to its document by its own name, and with what it is related to itself."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/_rels/document.xml.rels":
                own = "".join(f'<Relationship Id="rI{kind}" Type="{RELATIONS}/{kind}" Target="{kind}.xml"/>' for kind in parts)
                content = content.replace(b"</Relationships>", f"{own}</Relationships>".encode())
            new.writestr(name, content)
        for kind, words in parts.items():
            new.writestr(f"word/{kind}.xml", words)
            link = f'<Relationship Id="rId1" Type="{RELATIONS}/hyperlink" Target="https://{kind}.se/a" TargetMode="External"/>'
            space = "http://schemas.openxmlformats.org/package/2006/relationships"
            new.writestr(f"word/_rels/{kind}.xml.rels", f'<Relationships xmlns="{space}">{link}</Relationships>')
    return out.getvalue()


def test_comments() -> None:
    comments = f'<w:comments {SPACES}><w:comment w:id="1"><w:p><w:r><w:t>Stämmer?</w:t></w:r></w:p></w:comment></w:comments>'
    (problem,) = finished(with_parts(saved(clean()), comments=comments), "a.docx", "Regionen")
    assert (problem.code, problem.quote) == ("kommentarer", "Stämmer?")


def test_a_link_in_a_note_leads_where_its_own_part_says() -> None:
    link = '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>{}</w:t></w:r></w:hyperlink></w:p>'
    feet = f'<w:footnotes {SPACES}><w:footnote w:id="1">{link.format("Planen")}</w:footnote></w:footnotes>'
    ends = f'<w:endnotes {SPACES}><w:endnote w:id="1">{link.format("här")}</w:endnote></w:endnotes>'
    found = accessibility(with_parts(saved(clean()), footnotes=feet, endnotes=ends), "laget.docx")
    assert [(one.code, one.quote) for one in found] == [("lanktext-sager-inget", "här")]


def test_contrast_is_told_rounded_down_and_with_the_limit_of_its_size() -> None:
    file = clean()
    run = file.add_paragraph().add_run(SENTENCE)
    run.font.color.rgb, run.font.size = RGBColor(0xAA, 0xAA, 0xAA), Pt(24)
    coloured("777777")(file)
    large, small = accessibility(saved(file), "laget.docx")
    assert large.message == "Texten har kontrasten 2,3 mot bakgrunden; minst 3 krävs."
    assert small.message == "Texten har kontrasten 4,4 mot bakgrunden; minst 4,5 krävs."

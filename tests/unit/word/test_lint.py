"""Packages broken in one way at a time: the lint names each."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from rapportbyggare.word.document import write_document
from rapportbyggare.word.lint.lint import lint
from rapportbyggare.word.package import zipped
from tests.unit.word import sample

DOCUMENT = "word/document.xml"
Break = Callable[[dict[str, bytes]], None]


def whole() -> dict[str, bytes]:
    package = write_document(sample.document(), sample.STYLE, sample.IMAGES, None)
    with ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(part: str, old: str, new: str, count: int = 1) -> Break:
    """A break that replaces markup in a part."""

    def apply(entries: dict[str, bytes]) -> None:
        text = entries[part].decode()
        assert old in text, f"nothing to break: {old}"
        entries[part] = text.replace(old, new, count).encode()

    return apply


def without(part: str) -> Break:
    """A break that removes a part."""
    return lambda entries: entries.__delitem__(part) if part in entries else pytest.fail(part)


BOOKMARK = '<w:bookmarkStart w:id="1" '
CELL = "</w:p></w:tc>"
BREAKS: tuple[tuple[Break, str], ...] = (
    (changed(DOCUMENT, "</w:p>", ""), "inte välformad XML"),
    (changed(DOCUMENT, "<w:body>", "<w:body>\x01"), "inte välformad XML"),
    (changed(DOCUMENT, "?>", '?><!DOCTYPE x [<!ENTITY a "b">]>'), "dokumenttypsdeklaration"),
    (without("word/_rels/document.xml.rels"), "relationen rId"),
    (without("word/styles.xml"), "leder till styles.xml som inte finns"),
    (without("[Content_Types].xml"), "[Content_Types].xml saknas"),
    (changed("[Content_Types].xml", 'Extension="png"', 'Extension="bmp"'), "saknar innehållstyp"),
    (changed("[Content_Types].xml", "/word/styles.xml", "/word/stilar.xml"), "word/stilar.xml finns inte"),
    (changed(DOCUMENT, 'r:embed="rId', 'r:embed="rIdX'), "finns inte"),
    (changed(DOCUMENT, BOOKMARK, '<w:bookmarkStart w:id="2" '), "finns två gånger"),
    (changed(DOCUMENT, 'w:name="_rb_v3"', 'w:name="_rb_v2"'), "bokmärkets namn _rb_v2 finns två gånger"),
    (changed(DOCUMENT, 'w:name="_rb_v3"', 'w:name="_rb_V2"'), "bokmärkets namn _rb_v2 finns två gånger"),
    (changed(DOCUMENT, 'w:name="_rb_v3"', f'w:name="{"x" * 41}"'), "tomt eller för långt"),
    (changed(DOCUMENT, '<w:bookmarkEnd w:id="1"/>', ""), "stängs aldrig"),
    (
        changed(DOCUMENT, '<w:bookmarkEnd w:id="1"/>', '<w:bookmarkEnd w:id="1"/><w:bookmarkEnd w:id="1"/>'),
        "stängs utan att vara öppet",
    ),
    (changed(DOCUMENT, '<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""), "fält avslutas aldrig"),
    (changed(DOCUMENT, 'w:fldCharType="begin"', 'w:fldCharType="end"'), "står utan sin början"),
    (changed(DOCUMENT, "REF _Ref_bakgrund", "REF _Ref_borta"), "bokmärket _Ref_borta finns inte"),
    (changed(DOCUMENT, 'w:anchor="_Toc787549311"', 'w:anchor="_Toc9"'), "bokmärket _Toc9 finns inte"),
    (changed(DOCUMENT, '<w:footnoteReference w:id="4"/>', '<w:footnoteReference w:id="9"/>'), "fotnoten 9 finns inte"),
    (changed(DOCUMENT, '<w:footnoteReference w:id="4"/>', ""), "ingen hänvisar till fotnoten 4"),
    (changed(DOCUMENT, '<w:footnoteReference w:id="4"/>', '<w:footnoteReference w:id="3"/>'), "fotnoten 3 har två märken"),
    (changed("word/footnotes.xml", 'w:type="separator" ', ""), "fotnoter"),
    (changed(DOCUMENT, 'wp:docPr id="2"', 'wp:docPr id="1"'), "bildens nummer 1 finns två gånger"),
    (changed(DOCUMENT, ' descr="Utsikt över en sjö"', "", 2), "saknar alternativtext"),
    (changed(DOCUMENT, 'w:val="Faktaruta"', 'w:val="Borta"'), "formatmallen Borta finns inte"),
    (changed(DOCUMENT, '<w:numId w:val="7"/>', '<w:numId w:val="99"/>'), "listan 99 finns inte"),
    (changed(DOCUMENT, CELL, "</w:p><w:sdt/></w:tc>"), "slutar med ett stycke"),
    (changed(DOCUMENT, "<w:tblGrid>", "<w:tblGrid><w:gridCol/>"), "lika många celler"),
    (changed(DOCUMENT, "<w:cantSplit/><w:tblHeader/>", "<w:cantSplit/>"), "rubrikraden upprepas inte"),
    (changed(DOCUMENT, "<w:trPr><w:cantSplit/></w:trPr>", "<w:trPr/>"), "kan delas mellan sidor"),
    (changed(DOCUMENT, 'w:firstRow="1"', 'w:firstRow="0"'), "är rubriker"),
    (changed(DOCUMENT, '<w:tblLayout w:type="fixed"/>', ""), "saknar fast layout"),
    (changed(DOCUMENT, "<w:tblDescription", "<w:tblCaption"), "saknar beskrivning"),
    (changed(DOCUMENT, '<w:tcW w:w="1649" w:type="dxa"/>', ""), "cell utan bredd"),
    (changed(DOCUMENT, "</w:tbl>", "</w:tbl><w:tbl><w:tblPr/><w:tblGrid/></w:tbl>"), "har inga rader"),
    (changed(DOCUMENT, "<w:body>", "<w:body><w:p><w:pPr/></w:p>"), "stycke 1 är tomt"),
    (
        changed(DOCUMENT, "<w:body>", f'<w:body><w:sdt><w:sdtPr><w:tag w:val="{"t" * 65}"/></w:sdtPr><w:sdtContent/></w:sdt>'),
        "64 tecken",
    ),
    (changed(DOCUMENT, "<w:body>", "<w:body><w:sdt><w:sdtContent/></w:sdt>"), "innehållskontrollen är tom"),
    (
        changed(DOCUMENT, "<w:body>", "<w:body>" + '<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr></w:sdt>' * 2),
        "id 7 finns två gånger",
    ),
)


def test_whole_package_has_no_faults() -> None:
    assert lint(zipped(whole())) == ()


@pytest.mark.parametrize(("harm", "expected"), BREAKS, ids=[expected for _, expected in BREAKS])
def test_broken_package_is_found_out(harm: Break, expected: str) -> None:
    entries = whole()
    harm(entries)
    assert any(expected in fault for fault in lint(zipped(entries)))


def test_no_package_at_all() -> None:
    assert lint(b"PK ingen zip") == ("paketet: går inte att läsa som zip",)


def test_same_entry_twice() -> None:
    target = BytesIO(zipped(whole()))
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(target, "a") as archive:
        archive.writestr(DOCUMENT, whole()[DOCUMENT])
    assert "paketet: word/document.xml finns två gånger" in lint(target.getvalue())


def test_fault_in_a_large_part_is_told_as_in_a_small_one() -> None:
    cell = '<w:tc><w:tcPr><w:tcW w:w="9" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Tabelltext"/></w:pPr></w:p></w:tc>'
    row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"
    rows = row * 2000 + row.replace("<w:cantSplit/>", "")
    entries = whole()
    changed(DOCUMENT, "<w:tbl>", f'<w:tbl><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>{rows}</w:tbl><w:p/><w:tbl>')(entries)
    assert f"{DOCUMENT}: tabell 1: rad 2001 kan delas mellan sidor" in lint(zipped(entries))

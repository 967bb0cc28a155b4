"""Large parts are shortened before they are looked into: what we write thousands of is known, and nothing else is."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from rapportbyggare.word.document import write_document
from rapportbyggare.word.lint.short import Short, short_map, short_story
from tests.unit.word import sample

WORDS = b'<w:r><w:t xml:space="preserve">'
BOOKMARK = b"<w:bookmarkStart "
ROW = (
    b'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="1" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="T"/>'
    b'<w:tabs><w:tab w:val="decimal" w:pos="9"/></w:tabs></w:pPr>' + WORDS + b"1,5</w:t></w:r></w:p></w:tc></w:tr>"
)


def parts() -> dict[str, bytes]:
    with ZipFile(BytesIO(write_document(sample.document(), sample.STYLE, sample.IMAGES, None))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_runs_as_we_write_them_are_known() -> None:
    document = parts()["word/document.xml"]
    short = short_story(document)
    assert len(short.idents) == len(short.names) == document.count(BOOKMARK) - short.content.count(BOOKMARK) > 0
    assert short.content.count(WORDS) < document.count(WORDS) / 4
    assert short.content.count(b"<w:p>") <= document.count(b"<w:p>")


def test_equal_rows_are_known() -> None:
    document = parts()["word/document.xml"]
    longer = document.replace(b"</w:tr></w:tbl>", b"</w:tr>" + ROW * 30 + b"</w:tbl>", 1)
    assert short_story(longer).content.count(b"<w:tr>") == short_story(document).content.count(b"<w:tr>") + 1


def test_values_as_we_write_them_are_known() -> None:
    edition = parts()["customXml/item1.xml"]
    assert edition.count(b"<varde ") > 1
    assert short_map(edition).content.count(b"<varde ") == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<w:body>", b"<w:body><!-- -->"),
        (b"<w:body>", b"<w:body><?rad x?>"),
        (b"<w:body>", b'<w:body xmlns:w="urn:annan">'),
        (b"<w:body>", b'<w:body xmlns:w\n="urn:annan">'),
        (WORDS, WORDS + b"\xff"),
        (WORDS, WORDS + "\ufffe".encode()),
    ],
    ids=["comment", "instruction", "prefix", "prefix on two lines", "not UTF-8", "not a character"],
)
def test_part_that_may_mean_something_else_is_left_as_it_is(old: bytes, new: bytes) -> None:
    document = parts()["word/document.xml"].replace(old, new)
    assert document != parts()["word/document.xml"]
    assert short_story(document) == Short(document)

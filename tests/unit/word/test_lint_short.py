"""Large parts are shortened before they are looked into: what we write thousands of is known, and nothing else is."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from rapportbyggare.word.document import write_document
from rapportbyggare.word.lint_short import short_map, short_story
from tests.unit.word import sample

ROW = b"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>"


def parts() -> dict[str, bytes]:
    with ZipFile(BytesIO(write_document(sample.document(), sample.STYLE, sample.IMAGES, None))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_rows_as_we_write_them_are_known() -> None:
    document = parts()["word/document.xml"]
    short = short_story(document)
    assert len(short.content) < len(document)
    assert len(short.marks) == document.count(b"<w:bookmarkStart ") - short.content.count(b"<w:bookmarkStart ") > 0
    assert short.styles
    assert short.content.count(b"<w:tr>") == document.count(b"<w:tr>")


def test_values_as_we_write_them_are_known() -> None:
    edition = parts()["customXml/item1.xml"]
    assert edition.count(b"<varde ") > 1
    assert short_map(edition).content.count(b"<varde ") == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"<w:body>", b"<w:body><!-- -->"), (b"<w:body>", b'<w:body xmlns:w="urn:annan">'), (b"<w:body>", b"<w:body>\xff")],
    ids=["comment", "prefix", "not UTF-8"],
)
def test_part_that_may_mean_something_else_is_left_as_it_is(old: bytes, new: bytes) -> None:
    document = parts()["word/document.xml"].replace(old, new)
    short = short_story(document)
    assert (short.content, short.marks, short.styles) == (document, (), frozenset())

"""Laws of the written document: whatever the words, the file is whole and reads as they do."""

import re
from io import BytesIO
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from rapportbyggare.core.blocks import DocumentBlock, FactBox, Landscape, ListBlock, PageBreak, Quote
from rapportbyggare.core.text import Emphasis, Strong, Text
from rapportbyggare.word.document import write_document
from rapportbyggare.word.lint.lint import lint
from tests.unit.word.sample import STYLE, para, small, text, wide_table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LOST = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
WORDS = st.text(st.characters(), min_size=1, max_size=40)
BARE = wide_table()
PLAIN: st.SearchStrategy[DocumentBlock] = st.sampled_from((para("ord"), PageBreak(), BARE))


def within(inner: st.SearchStrategy[DocumentBlock]) -> st.SearchStrategy[DocumentBlock]:
    """Blocks that hold blocks."""
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        several.map(Quote),
        several.map(Landscape),
        several.map(lambda blocks: FactBox(text("Ruta"), blocks)),
        st.builds(ListBlock, st.booleans(), st.integers(0, 20), st.lists(several, min_size=1, max_size=3).map(tuple)),
    )


def words_of(package: bytes) -> str:
    """The words of a document's last paragraph."""
    with ZipFile(BytesIO(package)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
    return "".join(element.text or "" for element in body.findall(f"{W}p")[-1].iter(f"{W}t"))


@given(WORDS)
def test_words_come_through_but_for_control_characters(words: str) -> None:
    package = write_document(small(para("före"), para("a", Strong((Emphasis((Text(words),)),)))), STYLE, {}, None)
    assert lint(package) == ()
    assert words_of(package) == "a" + re.sub("[\t\n\r]", " ", LOST.sub("", words))


@settings(max_examples=30)
@given(st.lists(st.recursive(PLAIN, within, max_leaves=6), max_size=5))
def test_blocks_in_any_order_make_a_whole_document(blocks: list[DocumentBlock]) -> None:
    package = write_document(small(para("först"), *blocks), STYLE, {}, None)
    assert lint(package) == ()
    assert package == write_document(small(para("först"), *blocks), STYLE, {}, None)

"""Lists: real ones, nested, each numbered list beginning where it says."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from rapportbyggare.core.blocks import DocumentBlock, FactBox, ListBlock, Picture, Quote
from rapportbyggare.core.images import ImageFile, picture_name
from rapportbyggare.core.text import DocumentLeaf
from rapportbyggare.word.document import write_document
from rapportbyggare.word.lint.lint import lint
from tests.outline import outline
from tests.unit.word.sample import STYLE, heading, para, png, small, text, wide_table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def items(*words: str, ordered: bool = False, start: int = 1) -> DocumentBlock:
    return ListBlock(ordered, start, tuple((para(word),) for word in words))


def body(*blocks: DocumentBlock) -> list[str]:
    written = outline(write_document(small(*blocks, para("slut")), STYLE, {}, None)).splitlines()
    return written[written.index(next(line for line in written if line.startswith("---"))) + 1 : -2]


def starts(*blocks: DocumentBlock) -> dict[str, str]:
    """What each numbered list begins with."""
    with ZipFile(BytesIO(write_document(small(*blocks), STYLE, {}, None))) as archive:
        numbering = etree.fromstring(archive.read("word/numbering.xml"))
    found = {num.get(W + "numId", ""): num.find(f"{W}lvlOverride/{W}startOverride") for num in numbering.iter(W + "num")}
    return {number: start.get(W + "val", "") for number, start in found.items() if start is not None}


def test_bulleted_lists_share_one_and_numbered_lists_have_their_own() -> None:
    assert body(items("a"), items("b", ordered=True), items("c"), items("d", ordered=True)) == [
        "List Bullet (lista 3 nivå 0): a",
        "List Number (lista 5 nivå 0): b",
        "List Bullet (lista 3 nivå 0): c",
        "List Number (lista 6 nivå 0): d",
    ]


def test_numbered_lists_begin_where_they_say() -> None:
    assert starts(items("a", ordered=True, start=4), items("b", ordered=True)) == {"5": "4", "6": "1"}


def test_list_in_a_list_is_a_level_down() -> None:
    assert body(ListBlock(False, 1, ((para("yttre"), items("inre"), para("mer")),))) == [
        "List Bullet (lista 3 nivå 0): yttre",
        "List Bullet (lista 3 nivå 1): inre",
        "List Continue: mer",
    ]


def test_list_deeper_than_word_goes_stays_on_the_last_level() -> None:
    deep = items("djupast")
    for _ in range(10):
        deep = ListBlock(False, 1, ((para("led"), deep),))
    assert body(deep)[-1] == "List Bullet (lista 3 nivå 8): djupast"


def test_list_in_a_fact_box_has_its_frame() -> None:
    assert body(FactBox(text("Ruta"), (items("led"),))) == [
        "Faktaruta rubrik (med nästa): Ruta",
        "Faktaruta lista (lista 3 nivå 0): led",
    ]


def picture() -> Picture[DocumentLeaf]:
    return Picture("figures/vy.png", text("En vy"), (), "")


def table(caption: str = "") -> DocumentBlock:
    return replace(wide_table(), caption=text(caption) if caption else (), number=0)


def numbers(*first: DocumentBlock) -> list[tuple[str, str, str]]:
    """Number, level and words of each numbered paragraph in a list of an item of these blocks and the item "två"."""
    block = ListBlock(True, 1, (first, (para("två"),)))
    images = {picture_name("figures/vy.png"): ImageFile(png(), None, 16, 4)}
    package = write_document(small(para("före"), block, para("slut")), STYLE, images, None)
    assert lint(package) == ()
    with ZipFile(BytesIO(package)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        numbering = etree.fromstring(archive.read("word/numbering.xml"))
    begins = {num.get(W + "numId", ""): num.find(f"{W}lvlOverride/{W}startOverride") for num in numbering.iter(W + "num")}
    counted: dict[str, int] = {}
    found = []
    for paragraph in body.iter(W + "p"):
        place = paragraph.find(f"{W}pPr/{W}numPr")
        if place is None:
            continue
        values = {child.tag: child.get(W + "val", "") for child in place}
        ident, level = values[W + "numId"], values[W + "ilvl"]
        begin = begins[ident]
        counted[ident] = counted.get(ident, 0) + 1
        number = "•" if begin is None else str(int(begin.get(W + "val", "")) + counted[ident] - 1)
        found.append((number, level, "".join(run.text or "" for run in paragraph.iter(W + "t"))))
    return found


TWO = ("2", "0", "två")


def test_an_item_begins_with_its_number_whatever_stands_first_in_it() -> None:
    assert numbers(picture()) == [("1", "0", ""), TWO]
    assert numbers(Quote((para("citat"), para("mer")))) == [("1", "0", "citat"), TWO]
    assert numbers(table("Rubrik")) == [("1", "0", "Rubrik"), TWO]


def test_an_item_that_begins_with_a_list_lends_its_number_to_the_first_of_it() -> None:
    assert numbers(items("a", "b")) == [("1", "0", "a"), ("•", "1", "b"), TWO]
    assert numbers(items("a", "b", ordered=True)) == [("1", "0", "a"), ("2", "1", "b"), TWO]
    assert numbers(ListBlock(False, 1, ((items("a", "b"),), (para("c"),)))) == [
        ("1", "0", "a"),
        ("•", "2", "b"),
        ("•", "1", "c"),
        TWO,
    ]


def test_an_item_without_a_paragraph_is_counted_all_the_same() -> None:
    assert numbers(table()) == [TWO]
    assert numbers() == [TWO]
    assert numbers(heading(2, "Rubrik")) == [TWO]
    assert numbers(Quote((items("a", "b", ordered=True),))) == [("1", "0", "a"), ("2", "0", "b"), TWO]


def test_a_picture_in_an_item_is_no_wider_than_the_item() -> None:
    def width(*blocks: DocumentBlock) -> int:
        images = {picture_name("figures/vy.png"): ImageFile(png(), None, 20, 4)}
        with ZipFile(BytesIO(write_document(small(*blocks), STYLE, images, None))) as archive:
            extent = etree.fromstring(archive.read("word/document.xml")).find(".//{*}extent")
        assert extent is not None
        return int(extent.get("cx", ""))

    assert width(picture()) - width(ListBlock(False, 1, ((picture(),),))) == 357 * 635

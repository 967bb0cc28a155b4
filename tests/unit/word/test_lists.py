"""Lists: real ones, nested, each numbered list beginning where it says."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from rapportbyggare.core.blocks import DocumentBlock, FactBox, ListBlock
from rapportbyggare.word.document import write_document
from tests.outline import outline
from tests.unit.word.sample import STYLE, para, small, text

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

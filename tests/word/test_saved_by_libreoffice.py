"""What LibreOffice does to bookmarks, and why the writer sets them where it does."""

from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from tests.e2e.anchors import anchored, beginnings, stories
from tests.e2e.office import Office

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SIZE = '<w:pgSz w:w="11906" w:h="16838"/>'
TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="2000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>'
    '<w:tr><w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
)


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def start(number: int, name: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def end(number: int) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


def para(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def section(reference: str) -> str:
    return f"<w:sectPr>{reference}{SIZE}</w:sectPr>"


def body(header: str) -> str:
    return "".join(
        (
            para(run("År ") + start(1, "_rb_vanlig") + run("2022") + end(1) + run(" var bra.")),
            para(run("År ") + start(2, "_rb_utan_sidhuvud") + run("2022") + end(2) + run(" var bra."), section("")),
            para(run("År ") + start(3, "_rb_med_sidhuvud") + run("2022") + end(3) + run(" var bra."), section(header)),
            start(4, "_rb_mellan_stycken") + TABLE + end(4),
            para(run("Ord.")),
            para(start(5, "_rb_till_slutet") + run("Rubrik")) + TABLE + para(run("Källa") + end(5)),
            para(start(6, "_rb_till_ett_ord") + run("Rubrik")) + TABLE + para(run("Källa") + end(6) + run(" med mera")),
            para(run("En ") + start(9, "_rb_fran_ett_ord") + run("Rubrik"))
            + TABLE
            + para(run("Källa") + end(9) + run(" med mera")),
            para(start(7, "_rb_yttre") + run("Sist") + end(7) + start(8, "_rb_tom") + end(8)),
        )
    )


@pytest.fixture(scope="session")
def kept(office: Office, tmp_path_factory: pytest.TempPathFactory) -> etree._Element:
    """A small document after LibreOffice has saved it."""
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Sidhuvud"
    own = document.element.body
    ident = next(own.iter(f"{{{W}}}headerReference")).get(f"{{{R}}}id")
    header = f'<w:headerReference w:type="default" r:id="{ident}"/>'
    for element in reversed(etree.fromstring(f'<w:body xmlns:w="{W}" xmlns:r="{R}">{body(header)}</w:body>')):
        own.insert(0, element)
    file: Path = tmp_path_factory.mktemp("vanor") / "vanor.docx"
    document.save(str(file))
    return stories(office.convert(file, "docx"))[0]


@pytest.fixture(scope="session")
def words(kept: etree._Element) -> dict[str, str]:
    """What its bookmarks hold."""
    return dict(anchored([kept]))


@pytest.fixture(scope="session")
def begun(kept: etree._Element) -> Counter[str]:
    """How many times each of them begins."""
    return beginnings(kept)


def test_a_bookmark_keeps_its_words(words: dict[str, str]) -> None:
    assert words["_rb_vanlig"] == words["_rb_utan_sidhuvud"] == "2022"


def test_one_in_a_paragraph_that_ends_a_section_with_a_header_ends_a_character_early(words: dict[str, str]) -> None:
    """So the writer ends such a section in a paragraph of its own."""
    assert words["_rb_med_sidhuvud"] == "202"


def test_one_that_stands_between_paragraphs_round_a_table_moves_into_it(words: dict[str, str], kept: etree._Element) -> None:
    """So the writer lets blocks begin and end inside paragraphs wherever there are any."""
    assert words["_rb_mellan_stycken"] == "Cell"
    (mark,) = [mark for mark in kept.iter(f"{{{W}}}bookmarkStart") if mark.get(f"{{{W}}}name") == "_rb_mellan_stycken"]
    assert next(mark.iterancestors(f"{{{W}}}tc"), None) is not None


def test_one_that_spans_a_table_can_begin_twice(words: dict[str, str], begun: Counter[str]) -> None:
    """So whoever looks for a block takes the first beginning and the last end of its name."""
    spanning = ("_rb_till_slutet", "_rb_till_ett_ord", "_rb_fran_ett_ord")
    assert {words[name] for name in spanning} == {"RubrikCellKälla"}
    assert [begun[name] for name in spanning] == [2, 2, 1]


def test_an_empty_one_where_another_ends(words: dict[str, str], begun: Counter[str]) -> None:
    """The writer puts the last word inside the bookmark that the page count leads to."""
    assert words["_rb_yttre"] == "Sist"
    assert begun["_rb_tom"] == 0

"""How Word itself writes what this project writes: seen in the documents it has saved."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from rapportbyggare.word.roles import Role
from rapportbyggare.word.template.styles import roles_in
from rapportbyggare.word.template.template import lacks, read_template

MOMENT = (1980, 1, 1, 0, 0, 0)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SEPARATORS = [("-1", "separator"), ("0", "continuationSeparator")]


def parts(files: tuple[Path, ...], name: str) -> Iterator[etree._Element]:
    """A part of each document that has it."""
    for file in files:
        with ZipFile(file) as archive:
            if name in archive.namelist():
                yield etree.fromstring(archive.read(name))


@pytest.fixture(scope="session")
def bodies(saved_by_word: tuple[Path, ...]) -> list[etree._Element]:
    """The documents' bodies."""
    found = [root[0] for root in parts(saved_by_word, "word/document.xml")]
    assert len(found) > 100
    return found


def test_styles_are_found_by_name_whatever_their_ids_are_called(shared: Path) -> None:
    danish = shared / "data/word-templates/DB013a-Green-Heading1-Danish.docx"
    with ZipFile(danish) as archive:
        roles = roles_in(archive.read("word/styles.xml"))
    assert roles[Role.HEADING1] == "Overskrift1"
    template, problems = read_template(danish.read_bytes(), danish.name)
    assert template is not None and problems == ()
    assert not any("”Rubrik 1”" in lack for lack in lacks(template))


def test_names_of_built_in_styles_are_english_in_every_language(saved_by_word: tuple[Path, ...]) -> None:
    ids: dict[str, set[str]] = {}
    for styles in parts(saved_by_word, "word/styles.xml"):
        for style in styles.iter(W + "style"):
            for name in style.iter(W + "name"):
                ids.setdefault(name.get(W + "val", ""), set()).add(style.get(W + "styleId", ""))
    assert ids["heading 1"] == {"Heading1", "Overskrift1"}
    assert ids["header"] == {"Header", "Sidehoved"}
    assert ids["footnote text"] == {"FootnoteText"}
    assert ids["Normal"] == {"Normal"}


def test_notes_begin_with_two_separators_that_settings_name(saved_by_word: tuple[Path, ...]) -> None:
    notes = [[(note.get(W + "id"), note.get(W + "type")) for note in root] for root in parts(saved_by_word, "word/footnotes.xml")]
    written = [note for note in notes if note]
    assert len(written) > 20
    assert all(note[:2] == SEPARATORS for note in written)
    assert all(kind is None for note in written for _, kind in note[2:])
    named = [[mark.get(W + "id") for mark in root.iter(W + "footnote")] for root in parts(saved_by_word, "word/settings.xml")]
    assert [marks for marks in named if marks and marks != ["-1", "0"]] == []
    assert ["-1", "0"] in named


def test_a_section_ends_in_a_paragraph_of_its_own(bodies: list[etree._Element]) -> None:
    ends = [line for body in bodies for line in body.iter(W + "p") if line.find(f"{W}pPr/{W}sectPr") is not None]
    assert len(ends) >= 5
    assert not any("".join(text.text or "" for text in line.iter(W + "t")) for line in ends)


def test_a_landscape_section_turns_its_paper(bodies: list[etree._Element]) -> None:
    turned = [size for body in bodies for size in body.iter(W + "pgSz") if size.get(W + "orient") == "landscape"]
    assert turned
    assert all(int(size.get(W + "w", "0")) > int(size.get(W + "h", "0")) for size in turned)


def test_the_last_section_closes_the_body(bodies: list[etree._Element]) -> None:
    last = Counter(body[-1].tag.removeprefix(W) for body in bodies)
    assert last["sectPr"] > 100
    assert set(last) == {"sectPr", "p"}


def test_tables_say_width_look_and_grid_and_cells_end_with_a_paragraph(bodies: list[etree._Element]) -> None:
    tables = [table for body in bodies for table in body.iter(W + "tbl")]
    whole = [table for table in tables if table.find(W + "tblGrid") is not None]
    assert len(whole) > 50 and len(tables) - len(whole) <= 2
    for table in whole:
        assert table.find(f"{W}tblPr/{W}tblW") is not None and table.find(f"{W}tblPr/{W}tblLook") is not None
        for cell in table.iter(W + "tc"):
            assert cell[0].tag == W + "tcPr" and cell[-1].tag == W + "p"


def test_spaces_at_the_edge_of_a_text_are_marked_as_such(bodies: list[etree._Element]) -> None:
    texts = [text for body in bodies for text in body.iter(W + "t", W + "delText", W + "instrText") if text.text]
    edged = [text for text in texts if text.text != (text.text or "").strip(" ")]
    assert len(edged) > 500
    assert [text.text for text in edged if text.get(SPACE) != "preserve"] == []


def test_fields_are_marked_at_beginning_and_end(bodies: list[etree._Element]) -> None:
    kinds = Counter(mark.get(W + "fldCharType") for body in bodies for mark in body.iter(W + "fldChar"))
    assert kinds["begin"] == kinds["end"] > 20
    assert kinds["separate"] <= kinds["begin"]


def test_headings_in_a_contents_list_have_hidden_bookmarks_with_nine_digits_or_fewer(bodies: list[etree._Element]) -> None:
    names = {mark.get(W + "name", "") for body in bodies for mark in body.iter(W + "bookmarkStart")}
    listed = {name for name in names if name.startswith("_Toc")}
    assert listed
    assert all(name.removeprefix("_Toc").isdigit() and len(name) <= len("_Toc999999999") for name in listed)


def test_packages_bear_no_date_and_begin_with_their_types(saved_by_word: tuple[Path, ...]) -> None:
    dates: Counter[object] = Counter()
    for file in saved_by_word:
        with ZipFile(file) as archive:
            dates[archive.infolist()[0].date_time, archive.namelist()[0]] += 1
    assert dates[MOMENT, "[Content_Types].xml"] > 0.9 * sum(dates.values())

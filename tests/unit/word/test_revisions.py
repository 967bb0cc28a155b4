"""Accepting and rejecting: the files that Word's own revisions are kept in, and what they do not show."""

from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree

from rapportbyggare.word.namespaces import W
from rapportbyggare.word.revisions.revisions import is_tracked, resolve, resolved
from tests.unit.word import oracle

# What the stored result has that no reading of the file gives, and so is not asked for.
ODD = {
    ("RP001-Tracked-Revisions-01", "Accepted"): "a table without rows is left",
    ("RP001-Tracked-Revisions-02", "Accepted"): "a table without rows is left",
    ("RP015-MoveFrom-MoveTo", "Accepted"): "an empty paragraph is left where the moved one was",
    ("RP015-MoveFrom-MoveTo", "Rejected"): "an empty paragraph is left where the moved one came",
    ("RP051-Arabic", "Rejected"): "a table without rows is left",
}
ODD_STRUCTURE = {
    **ODD,
    ("RP051-Arabic", "Accepted"): "a paragraph has lost its style",
}
# Where the judge says something else than the stored result, which we give.
JUDGE_DIFFERS = {
    ("RP021-Inserted-Numbering-Properties", "Rejected"): "it leaves the number that was inserted",
    ("RP034-Deleted-Cells", "Accepted"): "it leaves a row with fewer columns than its table",
    ("RP043-MERGEFORMAT-Field-Code", "Accepted"): "it leaves the rest of a deleted field's code",
    ("RP044-MERGEFORMAT-Field-Code", "Accepted"): "it leaves the rest of a deleted field's code",
}
UNREAD = "RP038-Inserted-Paras-at-End"


@pytest.fixture(scope="session")
def judge(shared: Path) -> ModuleType:
    return oracle.load(shared)


def triples(shared: Path) -> list[tuple[Path, str, Path]]:
    """Each file with what it was made into: (file, "Accepted" or "Rejected", result)."""
    folder = shared / "data" / "word-revisions"
    originals = [file for file in sorted(folder.glob("*.docx")) if not file.stem.endswith(("-Accepted", "-Rejected"))]
    pairs = [(file, kind, folder / f"{file.stem}-{kind}.docx") for file in originals for kind in ("Accepted", "Rejected")]
    return [(file, kind, result) for file, kind, result in pairs if result.exists()]


def test_every_stored_result_is_what_we_make(shared: Path, judge: ModuleType, tmp_path: Path) -> None:
    every = triples(shared)
    assert len(every) == 102 + 2
    faults = []
    for file, kind, result in every:
        if file.stem == UNREAD:  # the judge cannot read it: `test_a_main_part_without_a_type_of_its_own`
            continue
        made = tmp_path / "made.docx"
        made.write_bytes(resolved(file.read_bytes(), kind == "Accepted"))
        for structure, odd in ((False, ODD), (True, ODD_STRUCTURE)):
            seen = judge.first_diff(judge.sig(made, structure), judge.sig(result, structure))
            if bool(seen) != ((file.stem, kind) in odd):
                faults.append((file.stem, kind, structure, seen))
        assert not judge.count_rev(judge.Pkg(made))
    assert faults == []


def test_the_judge_agrees(shared: Path, judge: ModuleType, tmp_path: Path) -> None:
    differing = set()
    for file, kind, _ in triples(shared):
        if file.stem == UNREAD:
            continue
        made = tmp_path / "made.docx"
        made.write_bytes(resolved(file.read_bytes(), kind == "Accepted"))
        if judge.first_diff(judge.sig(made, True), judge.sig(judge.Pkg(file).resolve(kind == "Accepted"), True)):
            differing.add((file.stem, kind))
    assert differing == set(JUDGE_DIFFERS)


def test_a_main_part_without_a_type_of_its_own(shared: Path) -> None:
    folder = shared / "data" / "word-revisions"
    for kind in ("Accepted", "Rejected"):
        made = resolved((folder / f"{UNREAD}.docx").read_bytes(), kind == "Accepted")
        assert words(made) == words((folder / f"{UNREAD}-{kind}.docx").read_bytes())


def words(package: bytes) -> list[str]:
    """The words of each paragraph."""
    from io import BytesIO
    from zipfile import ZipFile

    with ZipFile(BytesIO(package)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return ["".join(text.text or "" for text in p.iter(f"{{{W}}}t")) for p in root.iter(f"{{{W}}}p")]


def tree(content: str) -> etree._Element:
    """A body's tree."""
    root = etree.fromstring(f'<w:document xmlns:w="{W}"><w:body>{content}<w:sectPr/></w:body></w:document>')
    return root


def body(content: str, accept: bool) -> str:
    """A body's content when all is accepted or rejected, without declarations."""
    root = tree(content)
    resolve(root, accept)
    assert not is_tracked(root)
    whole = etree.tostring(root[0], encoding="unicode").replace(f' xmlns:w="{W}"', "")
    return whole.removeprefix("<w:body>").removesuffix("<w:sectPr/></w:body>")


def test_a_bookmark_goes_with_its_words_though_paragraphs_part_its_edges() -> None:
    content = (
        '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:bookmarkStart w:id="9" w:name="a"/>'
        "<w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
        '<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr><w:del w:id="4"><w:r><w:delText>y</w:delText></w:r>'
        '<w:bookmarkEnd w:id="9"/></w:del></w:p><w:p><w:r><w:t>z</w:t></w:r></w:p>'
    )
    assert body(content, True) == "<w:p><w:r><w:t>z</w:t></w:r></w:p>"


def test_a_bookmark_half_of_which_goes_is_kept() -> None:
    content = (
        '<w:p><w:del w:id="2"><w:bookmarkStart w:id="9" w:name="a"/><w:r><w:delText>x</w:delText></w:r></w:del>'
        '<w:r><w:t>y</w:t></w:r><w:bookmarkEnd w:id="9"/></w:p>'
    )
    kept = '<w:p><w:bookmarkStart w:id="9" w:name="a"/><w:r><w:t>y</w:t></w:r><w:bookmarkEnd w:id="9"/></w:p>'
    assert body(content, True) == kept


def test_words_without_an_end_read_on_in_the_next_paragraph_which_keeps_its_look() -> None:
    content = (
        '<w:p><w:pPr><w:pStyle w:val="A"/><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr><w:r><w:t>y</w:t></w:r></w:p>'
    )
    joined = '<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr><w:r><w:t>x</w:t></w:r><w:r><w:t>y</w:t></w:r></w:p>'
    assert body(content, False) == joined


def test_a_deletion_within_an_insertion_is_in_neither() -> None:
    content = '<w:p><w:ins w:id="1"><w:del w:id="2"><w:r><w:delText>x</w:delText></w:r></w:del></w:ins></w:p>'
    assert body(content, True) == body(content, False) == "<w:p/>"


def test_the_last_paragraph_of_a_cell_stays() -> None:
    cell = '<w:tbl><w:tr><w:tc><w:p><w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr></w:p></w:tc></w:tr></w:tbl>'
    assert body(cell, False) == "<w:tbl><w:tr><w:tc><w:p><w:pPr/></w:p></w:tc></w:tr></w:tbl>"


def test_a_paragraph_before_a_table_goes_though_a_link_held_its_words() -> None:
    link = '<w:hyperlink w:anchor="a"><w:ins w:id="2"><w:r><w:t>x</w:t></w:r></w:ins></w:hyperlink>'
    table = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    content = f'<w:p><w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr>{link}</w:p>{table}'
    assert body(content, False) == table


def test_the_sign_of_a_fraction_goes_and_its_terms_stay() -> None:
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    content = (
        f'<w:p xmlns:m="{math}"><m:f><m:fPr><m:ctrlPr><w:del w:id="1"/></m:ctrlPr></m:fPr>'
        "<m:num><m:r/></m:num><m:den><m:r/></m:den></m:f></w:p>"
    )
    assert body(content, True) == f'<w:p xmlns:m="{math}"><m:r/><m:r/></w:p>'


def test_a_file_without_changes_is_as_it_was(shared: Path) -> None:
    content = (shared / "data" / "word-revisions" / "RP015-MoveFrom-MoveTo-Accepted.docx").read_bytes()
    assert resolved(content, True) is content

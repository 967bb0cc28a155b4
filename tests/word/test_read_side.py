"""Files that other programs have saved, read as editions: Word's own, and drafts of ours after LibreOffice."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from rapportbyggare.core.blocks import FactBox, Landscape, ListBlock, Quote, ReadBlock, Table
from rapportbyggare.core.read import Pending, ReadFile
from rapportbyggare.word.document import write_document
from rapportbyggare.word.read.side import read_side
from tests.carried import carried, loosened
from tests.e2e.office import Office
from tests.unit.word.read import lines
from tests.unit.word.sample import IMAGES, STYLE, document

MODES = ((Pending.ACCEPTED, "-Accepted"), (Pending.REJECTED, "-Rejected"))
# Word and the reading of right-to-left text differ in where a paragraph ends.
UNLIKE = {"RP051-Arabic-Rejected"}
# Its change is of a style, not of the text.
IN_STYLES = {"RP037-Changed-Style-Para-Props"}


def read(content: bytes, pending: Pending = Pending.REFUSED) -> ReadFile:
    file, problems = read_side(content, "fil.docx", pending)
    assert file is not None, problems
    return file


def test_tracked_changes_read_as_word_itself_takes_them(shared: Path) -> None:
    folder = shared / "data" / "word-revisions"
    compared = 0
    for file in sorted(folder.glob("*.docx")):
        for mode, suffix in MODES:
            taken = file.with_name(f"{file.stem}{suffix}.docx")
            if taken.exists() and taken.stem not in UNLIKE:
                ours, theirs = read(file.read_bytes(), mode).side, read(taken.read_bytes()).side
                assert (ours.sections, ours.notes) == (theirs.sections, theirs.notes), taken.stem
                compared += 1
    assert compared > 90


def test_every_tracked_change_that_word_writes_is_told(shared: Path) -> None:
    folder = shared / "data" / "word-revisions"
    for file in sorted(folder.glob("*.docx")):
        accepted = file.with_name(f"{file.stem}-Accepted.docx")
        if accepted.exists() and file.stem not in IN_STYLES:
            found = read(file.read_bytes(), Pending.ACCEPTED)
            assert found.pending, file.stem
            assert all(one.author for one in found.pending), file.stem


def test_documents_saved_by_word_are_read(saved_by_word: tuple[Path, ...]) -> None:
    for file in saved_by_word:
        found = read(file.read_bytes(), Pending.ACCEPTED)
        assert found.side.foreign and not found.ours
        assert found.side.title


def test_headings_in_another_language_are_headings(shared: Path) -> None:
    danish = read((shared / "data/word-templates/DB013a-Green-Heading1-Danish.docx").read_bytes())
    assert any(line.startswith("# ") for line in lines(danish.side.sections[0].blocks))


@pytest.fixture(scope="session")
def saved(office: Office, tmp_path_factory: pytest.TempPathFactory) -> ReadFile:
    """A draft with every kind of block, after LibreOffice has saved it."""
    file = tmp_path_factory.mktemp("last") / "utkast.docx"
    file.write_bytes(write_document(document(), STYLE, IMAGES, None))
    return read(office.convert(file, "docx").read_bytes())


def softened(blocks: Iterable[ReadBlock]) -> tuple[ReadBlock, ...]:
    """Blocks without what LibreOffice does not save: how a table is described to those who do not see it."""
    return tuple(_softened(block) for block in blocks)


def _softened(block: ReadBlock) -> ReadBlock:
    match block:
        case Table():
            return replace(block, description="")
        case Quote() | Landscape() | FactBox():
            return replace(block, blocks=softened(block.blocks))
        case ListBlock():
            return replace(block, items=tuple(map(softened, block.items)))
        case _:
            return block


def test_a_draft_that_libreoffice_has_saved_is_known_to_be_edited(saved: ReadFile) -> None:
    assert (saved.ours, saved.untouched, saved.side.edited, saved.side.foreign) == (True, False, True, False)
    assert read(write_document(document(), STYLE, IMAGES, None)).untouched


def test_a_draft_that_libreoffice_has_saved_says_what_it_said(saved: ReadFile) -> None:
    blocks, notes = carried(document(), dict(IMAGES))
    ours, theirs = softened(loosened(blocks)), softened(loosened(saved.side.sections[0].blocks))
    # LibreOffice writes the word of an appendix' number as the list has it, and the region of a language.
    own = "\n".join(lines(theirs)).replace("Bilaga 1", "bilaga 1").replace("en-US(", "en(")
    assert own == "\n".join(lines(ours))
    assert [note.key for note in saved.side.notes] == [note.key for note in notes]
    assert [one for one, other in zip(theirs, ours, strict=True) if one != other][1:] == []


def test_documents_that_python_docx_saves_are_read() -> None:
    from io import BytesIO

    import docx

    made = docx.Document()
    made.add_heading("Rubrik", 1)
    made.add_paragraph("Ett stycke med ").add_run("fet").bold = True
    made.add_paragraph("punkt", style="List Bullet")
    made.add_paragraph("nummer", style="List Number")
    made.add_paragraph("citat", style="Quote")
    grid = made.add_table(2, 2)
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "Huvud"
    grid.cell(1, 1).text = "1"
    target = BytesIO()
    made.save(target)
    found = read(target.getvalue())
    expected = ["# Rubrik", "Ett stycke med **fet**", "- punkt", "1. nummer", "> citat", "|Huvud||", "||1|"]
    assert list(lines(found.side.sections[0].blocks)) == expected

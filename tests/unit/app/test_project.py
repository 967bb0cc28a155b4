"""The order of sections."""

import unicodedata
from pathlib import Path

import pytest

from rapportbyggare.app.project import section_files
from rapportbyggare.core.place import Place
from tests.unit.app.test_ledger import MANIFEST


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report").mkdir()
    (tmp_path / "sections").mkdir()
    for name in ("20-b.md", "10-a.md", "30-ö.md"):
        (tmp_path / "sections" / name).write_text("Ord.\n", encoding="utf-8")
    return tmp_path


def listed(folder: Path, *names: str) -> tuple[list[str], set[tuple[str, str]]]:
    words = ",\n  ".join(f'"{name}"' for name in names)
    (folder / "report" / "rapport.toml").write_text(f"format = 1\navsnitt = [\n  {words}\n]\n", encoding="utf-8")
    files, problems = section_files(folder, MANIFEST._replace(sections=names))
    return files, {(problem.code, str(problem.place)) for problem in problems}


def test_without_a_list_by_name(folder: Path) -> None:
    for manifest in (MANIFEST, None):
        assert section_files(folder, manifest) == (["sections/10-a.md", "sections/20-b.md", "sections/30-ö.md"], [])


def test_by_the_list(folder: Path) -> None:
    assert listed(folder, "30-ö.md", "10-a.md", "20-b.md") == (
        ["sections/30-ö.md", "sections/10-a.md", "sections/20-b.md"],
        set(),
    )


def test_a_name_in_the_other_spelling_of_a_ring(folder: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "30-ö.md")
    assert listed(folder, "10-a.md", "20-b.md", decomposed)[1] == set()


def test_one_that_is_missing_one_left_out_and_one_listed_twice(folder: Path) -> None:
    files, problems = listed(folder, "10-a.md", "15-x.md", "20-b.md", "10-a.md")
    assert files == ["sections/10-a.md", "sections/20-b.md"]
    assert problems == {
        ("avsnitt-saknas", "report/rapport.toml:4:4"),
        ("avsnitt-utan-plats", "sections/30-ö.md"),
        ("avsnitt-tva-ganger", "report/rapport.toml:6:4"),
    }


def test_a_list_with_paths_is_understood_as_names(folder: Path) -> None:
    (folder / "report" / "rapport.toml").write_text('format = 1\navsnitt = ["sections/10-a.md"]\n', encoding="utf-8")
    _, problems = section_files(folder, MANIFEST._replace(sections=("sections/10-a.md",)))
    missing = next(problem for problem in problems if problem.code == "avsnitt-saknas")
    assert (missing.place, missing.remedy) == (Place("report/rapport.toml", 2, 13), 'Skriv "10-a.md" i listan.')


def test_no_sections(tmp_path: Path) -> None:
    files, problems = section_files(tmp_path, MANIFEST)
    assert (files, [problem.code for problem in problems]) == ([], ["inga-avsnitt"])


def test_hidden_files_and_folders_of_other_things_are_no_sections(folder: Path) -> None:
    for name in (".10-a.md.swp", "._10-a.md", "~$10-a.md", "10-a.md~", "bild.png"):
        (folder / "sections" / name).write_bytes(b"\x00")
    assert section_files(folder, MANIFEST) == (["sections/10-a.md", "sections/20-b.md", "sections/30-ö.md"], [])


@pytest.mark.parametrize("name", ["40-c.txt", "40-c.markdown", "40-c.docx"])
def test_a_text_with_another_ending_is_pointed_out(folder: Path, name: str) -> None:
    (folder / "sections" / name).write_bytes(b"text")
    files, problems = section_files(folder, MANIFEST)
    assert len(files) == 3
    assert [(problem.code, problem.place) for problem in problems] == [("avsnitt-med-annan-andelse", Place(f"sections/{name}"))]


def test_capitals_in_the_ending_do_not_matter(folder: Path) -> None:
    (folder / "sections" / "40-C.MD").write_bytes(b"text")
    assert section_files(folder, MANIFEST)[0][-1] == "sections/40-C.MD"

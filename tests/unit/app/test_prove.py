"""A frozen edition can be proven unaltered, and whatever is altered is told."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

import pytest

from rapportbyggare.app.edition_record import FrozenEdition, record_of
from rapportbyggare.app.editions import editions, read_record
from rapportbyggare.app.frozen import read_edition
from rapportbyggare.app.prove import Proof, prove
from rapportbyggare.core.problem import Severity, has_errors
from tests.unit.app.freezing import ANALYSIS, DOCUMENT, EDITIONS, NAME, append, codes, kept, proposed, said

INDEX = "report/data/leveranser.csv"
DELIVERY = "report/data/leverans-001.csv"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return proposed(tmp_path / "projekt")


@pytest.fixture
def edition(folder: Path) -> Path:
    """The folder of a frozen edition."""
    return kept(folder)


def tried(folder: Path) -> list[tuple[str, str]]:
    """The faults of the edition and where they are; all are errors with a remedy."""
    proof = prove(folder, NAME)
    assert not proof.rebuilt and proof.problems
    assert all(problem.severity is Severity.ERROR and problem.remedy and problem.expected for problem in proof.problems)
    return [(problem.code, problem.place.file.removeprefix(f"{EDITIONS}/{NAME}/")) for problem in proof.problems]


def resealed(folder: Path, change: Callable[[FrozenEdition], FrozenEdition]) -> None:
    """Write another record, as someone who knows how would."""
    edition, _ = read_record(folder, NAME)
    assert edition is not None
    (folder / edition.path / "utgava.toml").write_bytes(record_of(change(edition)._replace(seal="")))


@pytest.mark.usefixtures("edition")
def test_an_edition_that_nobody_has_touched(folder: Path) -> None:
    proof = prove(folder, NAME)
    assert (proof.problems, proof.rebuilt) == ((), True)
    assert proof.edition is not None and proof.edition.name == NAME


@pytest.mark.usefixtures("edition")
def test_what_is_changed_in_the_project_since_does_not_matter(folder: Path) -> None:
    append(folder / ANALYSIS)
    said(folder, titel="En annan titel")
    (folder / "report" / "data" / "leverans-002.csv").write_bytes((folder / DELIVERY).read_bytes())
    lines = (folder / INDEX).read_text(encoding="utf-8").splitlines()
    (folder / INDEX).write_text("\n".join([*lines, lines[-1].replace("1;", "2;", 1), ""]), encoding="utf-8")
    assert prove(folder, NAME) == Proof(read_record(folder, NAME)[0], (), True)


def test_one_byte_of_any_file(folder: Path, edition: Path) -> None:
    names = [path.relative_to(edition).as_posix() for path in edition.rglob("*") if path.is_file()]
    assert len(names) > 8
    for name in names:
        path = edition / name
        before = path.read_bytes()
        middle = len(before) // 2
        path.write_bytes(before[:middle] + bytes([before[middle] ^ 1]) + before[middle + 1 :])
        assert tried(folder) == [("utgava-andrad", name)]
        path.write_bytes(before)
    assert prove(folder, NAME).rebuilt


def test_every_byte_of_the_record(folder: Path, edition: Path) -> None:
    path = edition / "utgava.toml"
    before = path.read_bytes()
    for at in range(0, len(before), 7):
        path.write_bytes(before[:at] + bytes([before[at] ^ 1]) + before[at + 1 :])
        assert read_record(folder, NAME)[0] is None
    path.write_bytes(before.replace(b"\n", b"\r\n"))
    assert tried(folder) == [("utgava-andrad", "utgava.toml")]


@pytest.mark.parametrize("name", ["mer.txt", "underlag/sections/40-ny.md", ".dold", "underlag/report/data/leverans-001.csv"])
def test_a_file_put_there(folder: Path, edition: Path, name: str) -> None:
    (edition / name).write_bytes(b"mer")
    assert tried(folder) == [("utgava-ny-fil", name)]


@pytest.mark.parametrize("name", ["~$pport-2025.docx", ".~lock.rapport-2025.docx#", ".DS_Store"])
def test_what_programs_leave_behind_is_nothing(folder: Path, edition: Path, name: str) -> None:
    (edition / name).write_bytes(b"")
    assert prove(folder, NAME).problems == ()


@pytest.mark.parametrize("name", [DOCUMENT, "siffror.csv", "underlag/sections/30-analys.md"])
def test_a_file_taken_away(folder: Path, edition: Path, name: str) -> None:
    (edition / name).unlink()
    assert tried(folder) == [("utgava-saknar-fil", name)]


def test_a_record_taken_away(folder: Path, edition: Path) -> None:
    (edition / "utgava.toml").unlink()
    assert tried(folder) == [("utgava-utan-register", "utgava.toml")]


def test_a_link_out_of_the_edition(folder: Path, edition: Path, tmp_path: Path) -> None:
    for name, other in ((DOCUMENT, tmp_path / "annan.docx"), ("underlag/sections/30-analys.md", folder / ANALYSIS)):
        path = edition / name
        if name == DOCUMENT:
            other.write_bytes(path.read_bytes())
        path.unlink()
        path.symlink_to(other)
    assert tried(folder) == [("utgava-lank", DOCUMENT), ("utgava-lank", "underlag/sections/30-analys.md")]


def test_a_folder_that_is_a_link(folder: Path, edition: Path, tmp_path: Path) -> None:
    (edition / "underlag" / "sections").rename(tmp_path / "avsnitt")
    (edition / "underlag" / "sections").symlink_to(tmp_path / "avsnitt")
    assert ("utgava-lank", "underlag/sections") in tried(folder)


def test_an_edition_that_is_a_link_out(folder: Path, edition: Path, tmp_path: Path) -> None:
    edition.rename(tmp_path / NAME)
    edition.symlink_to(tmp_path / NAME)
    assert tried(folder) == [("utanfor-projektet", "utgava.toml")]


@pytest.mark.usefixtures("edition")
def test_a_delivery_that_is_altered_or_lost(folder: Path) -> None:
    append(folder / DELIVERY, "antal_kkb;antal;2025;Berg;1;antal;definitiv;;;;;\n")
    assert tried(folder) == [("utgava-leverans-andrad", DELIVERY)]
    (folder / DELIVERY).unlink()
    assert tried(folder) == [("utgava-leverans-saknas", DELIVERY)]


@pytest.mark.usefixtures("edition")
def test_a_row_of_the_index_that_is_altered_or_lost(folder: Path) -> None:
    text = (folder / INDEX).read_text(encoding="utf-8")
    (folder / INDEX).write_text(text.replace("2025-09-01", "2025-09-02"), encoding="utf-8")
    assert tried(folder) == [("utgava-rad-andrad", INDEX)]
    (folder / INDEX).write_text(text.splitlines()[0] + "\n", encoding="utf-8")
    assert tried(folder) == [("utgava-rad-andrad", INDEX)]
    (folder / INDEX).unlink()
    assert tried(folder) == [("utgava-rad-andrad", INDEX)]


def test_all_that_is_altered_is_told_at_once(folder: Path, edition: Path) -> None:
    append(edition / DOCUMENT)
    append(edition / "underlag" / "sections" / "10-inledning.md")
    (edition / "siffror.csv").unlink()
    append(folder / DELIVERY)
    assert sorted(code for code, _ in tried(folder)) == [
        "utgava-andrad",
        "utgava-andrad",
        "utgava-leverans-andrad",
        "utgava-saknar-fil",
    ]


def test_checksums_that_are_written_anew_do_not_help(folder: Path, edition: Path) -> None:
    """The document no longer follows from what it was made from."""
    path = edition / "underlag" / "sections" / "30-analys.md"
    append(path)
    digest = sha256(path.read_bytes()).hexdigest()
    resealed(folder, lambda one: one._replace(files={**one.files, "underlag/sections/30-analys.md": digest}))
    assert tried(folder) == [("utgava-byggs-annorlunda", DOCUMENT)]


@pytest.mark.usefixtures("edition")
def test_another_version_of_the_tool_tries_the_checksums_only(folder: Path) -> None:
    with patch("rapportbyggare.app.prove.VERSION", "9.9"), patch("rapportbyggare.app.environment.program", lambda: "annat"):
        proof = prove(folder, NAME)
    (problem,) = proof.problems
    assert (problem.code, problem.severity, proof.rebuilt) == ("utgava-annat-verktyg", Severity.NOTE, False)
    assert "rapportbyggare 0.1.0, nu rapportbyggare 9.9; program " in problem.message


def test_a_renamed_edition(folder: Path, edition: Path) -> None:
    edition.rename(edition.with_name("annan"))
    problems = prove(folder, "annan").problems
    assert codes(problems) == ["utgava-omdopt"] and problems[0].place.line


@pytest.mark.usefixtures("edition")
def test_a_name_that_is_not_there(folder: Path) -> None:
    (problem,) = prove(folder, "nämnden-2024").problems
    assert (problem.code, "Menade du ”nämnden-2025”?" in problem.message) == ("okand-utgava", True)
    assert codes(prove(folder, "../..").problems) == ["okand-utgava"]
    assert codes(prove(folder.parent, NAME).problems) == ["inget-projekt"]


def test_an_altered_edition_is_not_read(folder: Path, edition: Path) -> None:
    project, problems = read_edition(folder, NAME)
    assert project is not None and problems == ()
    append(edition / DOCUMENT)
    project, problems = read_edition(folder, NAME)
    assert project is None and has_errors(problems)


def test_an_edition_is_read_as_it_was(folder: Path, edition: Path) -> None:
    append(folder / ANALYSIS, "\n# Nytt\n")
    said(folder, titel="En annan titel")
    project, _ = read_edition(folder, NAME)
    assert project is not None
    assert (project.folder, project.stored) == (edition / "underlag", folder)
    assert project.draft.manifest.title == "Uppföljning 2025"
    assert [delivery.number for delivery in project.deliveries] == [1]
    assert len(project.draft.sections[-1].blocks) == 2


def test_a_folder_that_is_no_edition_is_told_of_where_editions_are_listed(folder: Path, edition: Path) -> None:
    (edition.parent / "utkast").mkdir()
    found, problems = editions(folder)
    assert [one.name for one in found] == [NAME]
    assert codes(problems) == ["utgava-utan-register"]

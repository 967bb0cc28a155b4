"""What a project declares for the checks, and spelling, as `kontrollera` meets them."""

from pathlib import Path

import pytest

from rapportbyggare.app import dictionary
from rapportbyggare.app.checking import check
from rapportbyggare.checks.speller import Speller
from rapportbyggare.cli.main import main
from rapportbyggare.core.place import Place
from tests.e2e.report import silent
from tests.e2e.small_project import Project
from tests.e2e.test_checking import word_file

SECTION = "sections/30-analys.md"
SETTINGS = "report/kontroll.toml"
TERM = 'format = 1\n[[term]]\nord = "KKB-företag"\nundvik = ["kulturföretag"]\n'
EXCUSE = '[[godkant]]\nkod = "annan-term"\ncitat = "kulturföretagen"\nskal = "Så heter de i planen."\n'
TEXT = "{% format 1 %}\n\n# Analys {#analys}\n\nVi har kulturföretagen.\n"
SLIP = TEXT.replace("kulturföretagen", "förtegen")


def said(folder: Path, *files: Path, spelling: bool = False, final: bool = False) -> list[tuple[str, Place]]:
    return [(one.code, one.place) for one in check(folder, files, final, silent, spelling=spelling).findings]


def codes(folder: Path, *files: Path, spelling: bool = False, final: bool = False) -> list[str]:
    return [code for code, _ in said(folder, *files, spelling=spelling, final=final)]


@pytest.fixture
def small_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Speller(lambda word: word != "förtegen", lambda _: ())
    monkeypatch.setattr(dictionary, "swedish", lambda: opened)


def test_a_declared_term_holds_in_the_report_and_in_a_file_from_elsewhere(project: Project, tmp_path: Path) -> None:
    project.write(SECTION, TEXT)
    letter = word_file(tmp_path / "brev.docx", "Vi har kulturföretagen.")
    assert codes(project.folder) == []
    assert "annan-term" not in codes(project.folder, letter)
    project.write(SETTINGS, TERM)
    assert codes(project.folder) == ["annan-term"]
    assert "annan-term" in codes(project.folder, letter)


def test_an_excuse_for_the_whole_report_is_the_reports_alone(project: Project, tmp_path: Path) -> None:
    project.write(SECTION, TEXT)
    project.write(SETTINGS, TERM + EXCUSE)
    whole = check(project.folder, (), False, silent)
    assert (whole.findings, [one.excuse.reason for one in whole.excused]) == ((), ["Så heter de i planen."])
    assert "annan-term" in codes(project.folder, word_file(tmp_path / "brev.docx", "Vi har kulturföretagen."))
    project.write(SECTION, TEXT.replace("kulturföretagen", "företagen"))
    assert said(project.folder) == [("onodig-ursakt", Place(SETTINGS, 5, 1))]


def test_faults_of_the_file_are_told_and_stop_a_final_build(project: Project, tmp_path: Path) -> None:
    project.write(SETTINGS, "format = 1\nterm = 3\n")
    letter = word_file(tmp_path / "brev.docx", "Klart.")
    for files in ((), (letter,)):
        assert [place.file for code, place in said(project.folder, *files) if code == "fel-slags-varde"] == [SETTINGS]
    assert main(["bygg", "--projekt", str(project.folder)]) == 0
    assert main(["bygg", "--slutlig", "--projekt", str(project.folder)]) == 1


@pytest.mark.usefixtures("small_dictionary")
def test_spelling_is_checked_when_it_is_asked_for(project: Project, tmp_path: Path) -> None:
    project.write(SECTION, SLIP)
    assert codes(project.folder) == []
    assert said(project.folder, spelling=True) == [("stavfel", Place(SECTION, 5, 8, 16))]
    assert "stavfel" in codes(project.folder, word_file(tmp_path / "brev.docx", "Vi har förtegen."), spelling=True)


@pytest.mark.usefixtures("small_dictionary")
def test_an_excused_misspelling_is_not_needless_when_spelling_is_not_checked(project: Project) -> None:
    project.write(SECTION, SLIP.replace("Vi", "{# godkänn stavfel: så hette det #}\nVi"))
    assert codes(project.folder) == []
    whole = check(project.folder, (), False, silent, spelling=True)
    assert (whole.findings, len(whole.excused)) == ((), 1)


def test_a_dictionary_that_is_not_installed_is_told_once(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dictionary, "PACKAGE", "ingen-sadan-ordlista")
    letter = word_file(tmp_path / "brev.docx", "Vi har förtegen.")
    found = codes(project.folder, letter, project.folder / SECTION, spelling=True)
    assert found.count("ordlista-saknas") == 1
    assert main(["kontrollera", "--stavning", "--projekt", str(project.folder)]) == 1
    assert " -m pip install chunspell hunspell-sv\n" in capsys.readouterr().out
    assert codes(project.folder) == []

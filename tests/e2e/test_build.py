"""A build of a project without faults, and what it says."""

import json

from tests.e2e.small_project import DOCUMENT, LEDGER, Project


def test_a_build_writes_the_document_and_its_figures(project: Project) -> None:
    outcome = project.build()
    assert (outcome.code, outcome.err) == (0, "")
    assert f"Skrev {DOCUMENT}\nSiffrorna med källor: {LEDGER}\n" in outcome.out
    assert "3 avsnitt, 1 tabell, 0 figurer, 1 fotnot, " in outcome.out


def test_a_second_build_changes_nothing(project: Project) -> None:
    project.build()
    before = project.files()
    outcome = project.build()
    assert f"Oförändrat: {DOCUMENT}" in outcome.out
    assert project.files() == before


def test_a_build_for_programs(project: Project) -> None:
    outcome = project.build("--format", "json")
    data = json.loads(outcome.out)
    assert outcome.out.isascii()
    assert (data["schema"], data["slutkod"], data["problem"]) == ("bygg/1", 0, [])
    assert (data["dokument"], data["siffror"], data["skrivet"]) == (DOCUMENT, LEDGER, True)
    assert (data["bredvid"], data["siffror_bredvid"], data["status"]) == ("", "", "utkast")
    assert data["antal"] == {"avsnitt": 3, "tabeller": 1, "figurer": 0, "fotnoter": 1, "siffror": data["antal"]["siffror"]}


def test_faults_for_programs(project: Project) -> None:
    project.section("Det finns {{ antal_kbk(ar) }} företag.\n")
    outcome = project.build("--format", "json")
    data = json.loads(outcome.out)
    assert (outcome.code, data["slutkod"], outcome.err) == (1, 1, "")
    assert "dokument" not in data
    (problem,) = data["problem"]
    assert set(problem) == {"kod", "allvar", "fil", "rad", "kolumn", "cell", "meddelande", "vantat", "forslag"}
    assert (problem["allvar"], problem["fil"], problem["rad"], problem["kolumn"]) == ("fel", "sections/30-analys.md", 3, 11)


def test_an_edited_document_is_left_alone_and_told_from_the_new_one(project: Project) -> None:
    project.build()
    edited = project.write(DOCUMENT, "ändrad av en kollega")
    outcome = project.build()
    assert edited.read_text(encoding="utf-8") == "ändrad av en kollega"
    assert "Skrev output/rapport-2025-uppgifter-2025-09-01.docx" in outcome.out
    assert "har ändrats sedan det byggdes" in outcome.out


def test_figures_saved_in_a_spreadsheet_are_left_alone_and_told_from_the_new_ones(project: Project) -> None:
    project.build()
    edited = project.write(LEDGER, "egna anteckningar")
    outcome = project.build()
    assert edited.read_text(encoding="utf-8") == "egna anteckningar"
    assert f"Oförändrat: {DOCUMENT}" in outcome.out
    assert "Siffrorna med källor: output/rapport-2025-siffror-uppgifter-2025-09-01.csv" in outcome.out
    assert "rapport-2025-siffror-uppgifter-2025-09-01.csv har siffrorna från det här bygget." in outcome.out


def test_what_an_author_can_write(project: Project) -> None:
    outcome = project.run("uttryck", "--projekt", "{}")
    assert (outcome.code, outcome.err) == (0, "")
    assert "antal_kkb(" in outcome.out
    sought = project.run("uttryck", "--projekt", "{}", "rangord")
    assert "rangord" in sought.out
    assert len(sought.out) < len(outcome.out)
    none = project.run("uttryck", "--projekt", "{}", "xyzzy")
    assert (none.code, none.out) == (0, "Inget uttryck innehåller ”xyzzy”.\n")


def test_what_an_author_can_write_for_programs(project: Project) -> None:
    data = json.loads(project.run("uttryck", "--projekt", "{}", "--format", "json").out)
    assert data["schema"] == "uttryck/1"
    assert {"grupp", "skrivs", "betyder", "exempel", "blir"} == set(data["uttryck"][0])


def test_a_folder_without_project(project: Project) -> None:
    for command in ("bygg", "uttryck"):
        outcome = project.run(command, "--projekt", "{}/sections")
        assert outcome.code == 1
        assert "Här finns inget rapportprojekt" in outcome.err
        assert outcome.out == ""

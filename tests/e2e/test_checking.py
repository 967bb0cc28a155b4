"""The command `kontrollera`: the project, files that others wrote, the answer in text and in JSON, and the mending."""

import json
from argparse import Namespace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from rapportbyggare.app.checking import check
from rapportbyggare.app.tidying import mended, tidy
from rapportbyggare.cli.arguments import UsageError
from rapportbyggare.cli.checking import run_check
from rapportbyggare.word.accessible.accessible import accessibility
from rapportbyggare.word.finished import finished
from tests.e2e.report import ROOT, Edition, silent
from tests.e2e.small_project import Project

SECTION = "sections/30-analys.md"
DOUBLED = "{% format 1 %}\n\n# Analys {#analys}\n\nFöretagen är  små.\n"


def options(folder: Path, *files: Path, **more: Any) -> Namespace:
    flags = {
        "slutlig": False,
        "strikt": False,
        "stada": False,
        "stavning": False,
        "prova": False,
        "utgava": None,
        "format": "text",
        "gruppera": "avsnitt",
    }
    return Namespace(projekt=str(folder), filer=[str(file) for file in files], **{**flags, **more})


def answer(capsys: pytest.CaptureFixture[str], folder: Path, *files: Path, **more: Any) -> tuple[int, Any]:
    code = run_check(options(folder, *files, **more, format="json"))
    return code, json.loads(capsys.readouterr().out)


def found(folder: Path, *files: Path, final: bool = False) -> list[str]:
    return [one.code for one in check(folder, files, final, silent).findings]


def word_file(path: Path, *paragraphs: str) -> Path:
    file = docx.Document()
    file.add_heading("Tjänsteskrivelse", 1)
    for words in paragraphs:
        file.add_paragraph(words)
    out = BytesIO()
    file.save(out)
    path.write_bytes(out.getvalue())
    return path


def test_the_projects_own_report_has_nothing_to_remark_on() -> None:
    said = check(ROOT, (), False, silent)
    assert (said.findings, said.excused, said.complete) == ((), (), True)
    assert len(said.files) == 7


def test_the_built_report_passes_the_gates(any_edition: Edition) -> None:
    content = any_edition.path.read_bytes()
    name = f"{any_edition.document.manifest.file_name}.docx"
    assert accessibility(content, name) == ()
    manifest = any_edition.document.manifest
    codes = [one.code for one in finished(content, name, manifest.organisation)]
    assert codes == ([] if manifest.final else ["utkastets-uppgifter", "utkastets-bokmarken"])


def test_the_final_report_passes_as_a_file(proposal: Edition, decision: Edition) -> None:
    folder = proposal.path.parent
    for edition in (proposal, decision):
        grave = [one for one in check(folder, (edition.path,), True, silent).findings if one.severity.value in ("fel", "brist")]
        assert grave == []


def test_faults_that_stop_a_build_are_said_and_nothing_else(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.write(SECTION, "{% format 1 %}\n\n# Analys\n\n{{ antal_kbb(ar) }}  företag.\n")
    code, data = answer(capsys, project.folder)
    assert (code, data["slutkod"], data["fullstandig"]) == (1, 1, False)
    assert [one["kod"] for one in data["fynd"]] == ["okand-indikator"]


def test_a_finding_in_json_and_in_text(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.write(SECTION, DOUBLED)
    code, data = answer(capsys, project.folder)
    assert (code, data["schema"], data["fullstandig"], data["antal"]["form"]) == (0, "kontroll/1", True, 1)
    (one,) = data["fynd"]
    assert (one["kod"], one["allvar"], one["fil"], one["rad"], one["citat"] != "") == (
        "dubbelt-mellanslag",
        "form",
        SECTION,
        5,
        True,
    )
    assert {"kod", "allvar", "fil", "rad", "kolumn", "cell", "citat", "meddelande", "vantat", "forslag"} == set(one)
    assert run_check(options(project.folder, strikt=True)) == 1
    text = capsys.readouterr().out
    assert text.startswith(f"{SECTION}\n  FORM ")
    assert "Gör så här: " in text and "1 formfel" in text
    assert run_check(options(project.folder, gruppera="regel")) == 0
    assert capsys.readouterr().out.startswith("dubbelt-mellanslag (1)\n")


def test_one_section_alone(project: Project) -> None:
    project.write(SECTION, DOUBLED)
    assert found(project.folder, project.folder / SECTION) == ["dubbelt-mellanslag"]
    assert found(project.folder, project.folder / "sections/10-inledning.md") == []


def test_a_section_that_is_not_there_is_told(project: Project) -> None:
    assert found(project.folder, project.folder / "sections/99.md") == ["fil-saknas"]


def test_an_excuse_is_listed_and_a_needless_one_told(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.write(SECTION, DOUBLED.replace("Företagen", "{# godkänn dubbelt-mellanslag: så står det i förlagan #}\nFöretagen"))
    _, data = answer(capsys, project.folder)
    assert (data["fynd"], data["antal"]["godkanda"]) == ([], 1)
    assert (data["godkanda"][0]["kod"], data["godkanda"][0]["skal"]) == ("dubbelt-mellanslag", "så står det i förlagan")
    assert run_check(options(project.folder)) == 0
    said = capsys.readouterr().out
    assert "Godkänt av författaren" in said and said.endswith(" 1 godkänt av författaren.\n")
    project.write(SECTION, DOUBLED.replace("är  små", "är små {# godkänn dubbelt-mellanslag: gammalt #}"))
    assert found(project.folder) == ["onodig-ursakt"]


def test_a_file_of_another_kind_or_that_is_not_there(project: Project) -> None:
    other = project.folder / "bild.png"
    other.write_bytes(b"x")
    assert found(project.folder, other, project.folder / "borta.docx") == ["okant-filslag", "fil-saknas"]
    assert found(project.folder, project.folder / "avsnitt") == ["fil-saknas"]


def test_a_folder_where_a_file_should_be(project: Project) -> None:
    for words in ((), ("--stada",)):
        outcome = project.run("kontrollera", "{}/sections", *words, "--projekt", "{}")
        said = outcome.out + outcome.err
        assert (outcome.code, "sections är en mapp, men FIL ska vara en fil." in said) == (1, True)
        assert "Utelämna FIL" in said and "--projekt MAPP" in said
    (project.folder / "mapp.md").mkdir()
    assert found(project.folder, project.folder / "mapp.md") == ["mapp-i-stallet-for-fil"]


def test_a_final_word_file(project: Project, tmp_path: Path) -> None:
    file = word_file(tmp_path / "skrivelse.docx", "Beslutad 2025-10-14, §XX, av nämnden", "Utkast till beslut.", "Klart.")
    said = check(project.folder, (file,), True, silent).findings
    grave = {(one.code, one.place.cell) for one in said if one.severity.value == "fel"}
    assert grave == {("platshallare", "stycke 2"), ("beslutsrad-ofullstandig", "stycke 2"), ("utkast-i-slutligt", "stycke 3")}
    assert [one.quote for one in said if one.code == "platshallare"] == ["§XX"]
    done = word_file(tmp_path / "klar.docx", "Beslutad 2025-10-14, § 212, av nämnden", "Klart.")
    assert [one for one in check(project.folder, (done,), True, silent).findings if one.severity.value == "fel"] == []
    text = tmp_path / "a.txt"
    text.write_text("Klart.\n", encoding="utf-8")
    assert found(project.folder, text, final=True) == ["slutkontroll-av-text"]


RIGHT, WRONG = "I juli 2025 fanns 901 företag i Jämtlands län.", "I juli 2025 fanns 910 företag i Jämtlands län."


@pytest.mark.parametrize("ending", [".docx", ".md", ".txt"])
def test_a_wrong_figure_in_a_file_of_any_kind(project: Project, tmp_path: Path, ending: str) -> None:
    def codes(words: str) -> list[tuple[str, str]]:
        path = tmp_path / f"skrivelse{ending}"
        if ending == ".docx":
            word_file(path, words)
        else:
            path.write_text(f"{words}\n", encoding="utf-8")
        said = check(project.folder, (path,), False, silent).findings
        return [(one.severity.value, one.quote) for one in said if one.severity.value == "fel"]

    assert codes(RIGHT) == []
    assert codes(WRONG) == [("fel", "910")]


def test_a_wrong_cell_in_a_word_file(project: Project, tmp_path: Path) -> None:
    file = docx.Document()
    file.add_paragraph("Antal företag per kommun, juli 2024–2025:")
    table = file.add_table(rows=3, cols=3)
    for row, words in zip(
        table.rows, (("Kommun", "juli 2024", "juli 2025"), ("Östersund", "700", "705"), ("Åre", "190", "169")), strict=True
    ):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    file.save(str(tmp_path / "tabell.docx"))
    said = check(project.folder, (tmp_path / "tabell.docx",), False, silent).findings
    assert [(one.place.cell, one.quote) for one in said if one.severity.value == "fel"] == [("tabell 1, rad 3, kolumn 3", "169")]


def test_an_edition_that_is_not_there(project: Project, tmp_path: Path) -> None:
    said = check(project.folder, (word_file(tmp_path / "a.docx", "Klart."),), False, silent, "namnden-1999")
    assert (said.complete, [one.code for one in said.findings]) == (False, ["okand-utgava"])


def test_outside_a_project(tmp_path: Path) -> None:
    assert check(tmp_path, (), False, silent).complete is False


@pytest.mark.parametrize(
    "more", [{"prova": True}, {"stada": True, "strikt": True}, {"stada": True, "stavning": True}, {"utgava": "x"}]
)
def test_flags_that_do_not_go_together(project: Project, more: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        run_check(options(project.folder, **more))


def test_mending_is_shown_first_and_then_done_once(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.write(SECTION, DOUBLED)
    assert run_check(options(project.folder, stada=True, prova=True)) == 0
    shown = capsys.readouterr().out
    assert "-Företagen är  små." in shown and "+Företagen är små." in shown
    assert (project.folder / SECTION).read_text(encoding="utf-8") == DOUBLED
    assert run_check(options(project.folder, stada=True)) == 0
    assert "1 ändring" in capsys.readouterr().out
    assert (project.folder / SECTION).read_text(encoding="utf-8") == DOUBLED.replace("  ", " ")
    code, data = answer(capsys, project.folder, stada=True)
    assert (code, data["schema"], data["filer"]) == (0, "stada/1", [])


def test_what_is_not_mended(project: Project, tmp_path: Path) -> None:
    latin = tmp_path / "a.txt"
    latin.write_bytes("Företagen är  små.".encode("latin-1"))
    done, problems = tidy(project.folder, (latin, word_file(tmp_path / "a.docx", "A  b."), tmp_path / "b.md"), False)
    assert (done, [one.code for one in problems]) == ((), ["inte-utf8", "stadas-inte", "fil-saknas"])


def test_line_ends_and_the_mark_of_order_are_kept() -> None:
    assert mended("\ufeffA är  små.\r\nB.\r\n", True) == ("\ufeffA är små.\r\nB.\r\n", 1)
    assert mended("A är  små.\r\nB.\n", True)[1] == 0


def test_when_one_file_cannot_be_mended_none_is_written(project: Project, tmp_path: Path) -> None:
    good = tmp_path / "a.md"
    good.write_text("Ett  ord.\n", encoding="utf-8")
    done, problems = tidy(project.folder, (good, tmp_path / "finns-inte.md"), False)
    assert (done, len(problems)) == ((), 1)
    assert good.read_text(encoding="utf-8") == "Ett  ord.\n"
    (one,), none = tidy(project.folder, (good,), False)
    assert (one.edits, none, good.read_text(encoding="utf-8")) == (1, (), "Ett ord.\n")

"""A decided document is a frozen edition with the decision on it, and nothing else."""

import re
import shutil
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from unittest.mock import patch
from zipfile import ZipFile

import pytest

from rapportbyggare.app import decide_messages
from rapportbyggare.app.build import Built
from rapportbyggare.app.edition_record import record_of
from rapportbyggare.app.editions import editions, read_record
from rapportbyggare.app.prove import prove
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Severity
from tests.unit.app.freezing import (
    ANALYSIS,
    DECISION,
    DOCUMENT,
    EDITIONS,
    MANIFEST,
    NAME,
    append,
    built,
    codes,
    decide,
    kept,
    proposed,
    said,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project that has been frozen as the committee gets it."""
    made = proposed(tmp_path / "projekt")
    kept(made)
    return made


def written(made: Built) -> bytes:
    assert made.document is not None, made.problems
    return made.document.path.read_bytes()


def parts(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name).decode("utf-8", "surrogateescape") for name in archive.namelist()}


def frozen_document(folder: Path) -> bytes:
    return (folder / EDITIONS / NAME / DOCUMENT).read_bytes()


def test_only_the_decision_differs(folder: Path) -> None:
    decide(folder)
    made = built(folder)
    before, after = parts(frozen_document(folder)), parts(written(made))
    assert before.keys() == after.keys()
    assert {name for name in before if before[name] != after[name]} == {
        "word/document.xml",
        "docProps/core.xml",
        "docProps/custom.xml",
    }
    line = "Beslutad\u00a02025-10-14, §\u00a0212, av regionala nämnden"
    assert after["word/document.xml"].replace(line, "Förslag till regionala nämnden") == before["word/document.xml"]
    assert made.summary and made.summary.likeness == (
        f"Skiljer sig från utgåvan {NAME} bara i försättsblad och egenskaper (status, beslutsdatum, §): "
        f"”Förslag till regionala nämnden” har blivit ”{line}”."
    )
    assert (made.summary.status, made.problems) == ("beslutad", ())


def test_a_draft_says_nothing_of_likeness(folder: Path) -> None:
    summary = built(folder).summary
    assert summary and summary.likeness == ""


def test_a_decision_needs_an_edition(folder: Path) -> None:
    said(folder, status="beslutad", beslutsdatum="2025-10-14", paragraf="212")
    (problem,) = built(folder).problems
    lines = (folder / MANIFEST).read_text(encoding="utf-8").splitlines()
    assert (problem.code, lines[problem.place.line - 1]) == ("utgava-saknas", 'status = "beslutad"')


def test_an_edition_that_is_not_there(folder: Path) -> None:
    decide(folder, utgava="nämnden-2026")
    (problem,) = built(folder).problems
    lines = (folder / MANIFEST).read_text(encoding="utf-8").splitlines()
    assert (problem.code, lines[problem.place.line - 1]) == ("okand-utgava", 'utgava = "nämnden-2026"')


def test_a_frozen_draft_cannot_be_decided(folder: Path) -> None:
    said(folder, status="utkast")
    kept(folder, "utkast-2025")
    decide(folder, utgava="utkast-2025")
    (problem,) = built(folder).problems
    assert problem.code == "utgava-inte-till-namnden" and problem.place.line
    assert 'sätt status = "till nämnden"' in problem.remedy


def test_date_and_paragraph_are_needed(folder: Path) -> None:
    decide(folder, beslutsdatum="", paragraf="")
    problems = built(folder).problems
    assert [(problem.code, problem.place) for problem in problems] == [("beslut-saknas", Place(MANIFEST))] * 2


def test_what_has_been_changed_since_is_not_used_and_said(folder: Path) -> None:
    decide(folder)
    before = written(built(folder))
    append(folder / ANALYSIS, "\n{{ det som inte går att läsa\n")
    (folder / "sections" / "40-ny.md").write_text("Nytt.\n", encoding="utf-8")
    (folder / "report" / "kontroll.toml").write_text("format = 1\n", encoding="utf-8")
    said(folder, titel="En annan titel", kontakt="Någon annan")
    index = folder / "report" / "data" / "leveranser.csv"
    lines = index.read_text(encoding="utf-8").splitlines()
    index.write_text("\n".join([*lines, lines[-1].replace("1;", "2;", 1), ""]), encoding="utf-8")
    made = built(folder)
    assert written(made) == before
    (problem,) = made.problems
    assert (problem.code, problem.severity) == ("andrat-efter-frysning", Severity.NOTE)
    assert f"används inte: {MANIFEST}, sections/30-analys.md, sections/40-ny.md, leverans 2." in problem.message


def test_an_altered_edition_is_not_decided(folder: Path) -> None:
    decide(folder)
    append(folder / EDITIONS / NAME / "underlag" / ANALYSIS)
    assert codes(built(folder).problems) == ["utgava-andrad"]


def test_flaws_of_the_edition_are_told_where_they_lie(tmp_path: Path) -> None:
    folder = proposed(tmp_path / "projekt")
    append(folder / ANALYSIS, "\n| a | b |\n|---|---|\n| c | d |\n")
    kept(folder)
    decide(folder)
    made = built(folder)
    (problem,) = made.problems
    assert made.document is not None and problem.code == "tabell-utan-rubrik"
    assert problem.place == Place(f"{EDITIONS}/{NAME}/underlag/{ANALYSIS}", 7, 1)


def test_a_difference_elsewhere_is_an_error(folder: Path) -> None:
    """The edition's document was made by a tool that wrote other words."""
    edition, _ = read_record(folder, NAME)
    assert edition is not None
    path = folder / edition.path / DOCUMENT
    entries = parts(path.read_bytes())
    entries["word/document.xml"] = entries["word/document.xml"].replace("Företagen är små", "Företagen är stora")
    entries["word/styles.xml"] += " "
    with ZipFile(path, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content.encode("utf-8", "surrogateescape"))
    digest = sha256(path.read_bytes()).hexdigest()
    altered = edition._replace(files={**edition.files, DOCUMENT: digest}, environment=("program annat",), seal="")
    path.with_name("utgava.toml").write_bytes(record_of(altered))
    decide(folder)
    made = built(folder)
    (problem,) = made.problems
    assert made.document is None and (problem.code, problem.severity) == ("beslut-avviker", Severity.ERROR)
    assert "stycket ”Företagen är stora.”, word/styles.xml." in problem.message
    assert "program annat, nu program" in problem.message


def test_the_decided_document_can_be_frozen_and_stands_alone(folder: Path) -> None:
    decide(folder)
    document = written(built(folder))
    edition = kept(folder, DECISION, "2025-10-20")
    assert (edition / DOCUMENT).read_bytes() == document
    record = editions(folder)[0][-1]
    assert (record.status, record.decided, record.decision_date, record.paragraph) == (
        DocumentStatus.DECIDED,
        NAME,
        "2025-10-14",
        "212",
    )
    shutil.rmtree(folder / EDITIONS / NAME)
    assert prove(folder, DECISION).rebuilt


def test_a_decision_is_not_decided_again(folder: Path) -> None:
    decide(folder)
    kept(folder, DECISION, "2025-10-20")
    said(folder, utgava=DECISION)
    (problem,) = built(folder).problems
    assert (problem.code, problem.remedy.split(":")[0]) == ("utgava-inte-till-namnden", f'Skriv utgava = "{NAME}"')


def test_the_decided_document_is_the_same_after_it_has_been_frozen(folder: Path) -> None:
    decide(folder)
    before = written(built(folder))
    kept(folder, DECISION, "2025-10-20")
    made = built(folder)
    assert made.document and made.document.unchanged and written(made) == before


def test_next_year_the_key_may_stay(folder: Path) -> None:
    decide(folder)
    said(folder, status="utkast", beslutsdatum="", paragraf="")
    made = built(folder)
    assert made.summary and made.summary.status == "utkast"


def test_another_decision_is_another_mark(folder: Path) -> None:
    marks = set()
    for paragraph in ("212", "213"):
        decide(folder, paragraf=paragraph)
        summary = built(folder).summary
        assert summary is not None
        marks.add(summary.mark)
    assert len(marks) == 2 and all(re.fullmatch("[0-9a-f]{8}", mark) for mark in marks)


def test_no_second_look_at_the_tools_when_all_is_well(folder: Path) -> None:
    decide(folder)
    with patch("rapportbyggare.app.environment.environment", side_effect=AssertionError):
        assert built(folder).document is not None


@pytest.mark.parametrize(("more", "said"), [(1, "och 1 ställe till."), (2, "och 2 ställen till.")])
def test_places_beyond_the_first_are_counted(more: int, said: str) -> None:
    where = [f"stycket {n}" for n in range(decide_messages.MOST + more)]
    assert decide_messages.differs(Place("a.md"), "ett", where, ()).message.endswith(said)

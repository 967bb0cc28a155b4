"""A figure that a decided edition printed otherwise is marked in next year's tables, and told in the ledger."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from rapportbyggare.app.build import Built
from tests.e2e.small_project import FACTS, deliver
from tests.outline import outline
from tests.unit.app.freezing import ANALYSIS, DECISION, append, built, decide, kept, proposed, said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a decided edition, and a draft after it in which one municipality's figure has been corrected."""
    made = proposed(tmp_path / "projekt")
    kept(made)
    decide(made)
    kept(made, DECISION, "2025-10-20")
    said(made, status="utkast", beslutsdatum="", paragraf="", utgava="")
    append(made / ANALYSIS, "\nI Åre var de {{ tryckt(antal_kkb(ar, 'Åre')) }} och är {{ antal_kkb(ar, 'Åre') }}.\n")
    deliver(made, FACTS.replace(";196;", ";197;").replace("2025;Jämtlands län;901", "2025;Jämtlands län;902"))
    return made


def lines(made: Built) -> list[str]:
    assert made.document is not None, made.problems
    return outline(made.document.path.read_bytes()).replace("\u00a0", " ").splitlines()


def plainly(line: str) -> str:
    """A line of the outline without the names of bookmarks."""
    return "".join(part.partition("⟧")[2] if "⟧" in part else part for part in line.split("⟦"))


def test_the_table_marks_it_and_explains_the_mark(folder: Path) -> None:
    found = [plainly(line) for line in lines(built(folder))]
    (row,) = [line for line in found if line.startswith("  rad | Åre")]
    assert row == "  rad | Åre | 190 | 197 r"
    assert any("Teckenförklaring: r = reviderad uppgift." in line for line in found)
    (total,) = [line for line in found if line.startswith("  rad | Summa")]
    assert total == "  rad | Summa | 890 | 902 r"


def test_the_text_has_no_mark_and_the_ledger_tells(folder: Path) -> None:
    made = built(folder)
    assert any("I Åre var de 196 och är 197." in plainly(line) for line in lines(made))
    assert made.ledger is not None
    text = made.ledger.path.read_text(encoding="utf-8-sig")
    rows = [row for row in csv.DictReader(StringIO(text), delimiter=";") if row["tryckt"]]
    assert {(row["text"], row["tryckt"]) for row in rows} == {("197", "196"), ("902", "901"), ("12", "11")}


def test_before_the_decision_nothing_is_marked(tmp_path: Path) -> None:
    made = proposed(tmp_path / "projekt")
    kept(made)
    deliver(made, FACTS.replace(";196;", ";197;").replace("2025;Jämtlands län;901", "2025;Jämtlands län;902"))
    assert not any("reviderad" in line for line in lines(built(made)))

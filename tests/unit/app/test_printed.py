"""What decided editions printed of each fact."""

from decimal import Decimal
from pathlib import Path

import pytest

from rapportbyggare.app.printed import PrintedFacts, read_printed
from rapportbyggare.app.project import dataset_of, read_project
from rapportbyggare.app.prove import prove
from rapportbyggare.core.dataset import PrintedFact
from rapportbyggare.core.figure import FactKey, computed_key
from rapportbyggare.core.problem import Severity
from tests.e2e.small_project import FACTS, deliver
from tests.unit.app.freezing import ANALYSIS, DECISION, EDITIONS, NAME, append, built, codes, decide, kept, proposed, said

COUNTY = FactKey("antal_kkb", "antal", 2025, "Jämtlands län")
BEFORE = COUNTY._replace(year=2024)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project whose decided edition is frozen, with a computed figure and a rounded one in it."""
    made = proposed(tmp_path / "projekt")
    append(made / ANALYSIS, "\nDubbelt blir {{ antal_kkb(ar - 1) * 2 }}, med decimal {{ antal_kkb(ar) | decimaler(1) }}.\n")
    kept(made)
    decide(made)
    kept(made, DECISION, "2025-10-20")
    return made


def printed_facts(folder: Path) -> PrintedFacts:
    return read_printed(folder)[0].facts


def test_a_fact_as_it_was_first_printed(folder: Path) -> None:
    facts = printed_facts(folder)
    assert facts[COUNTY] == PrintedFact(Decimal(901), "901", DECISION)
    assert facts[COUNTY._replace(area="Åre")] == PrintedFact(Decimal(196), "196", DECISION)


def test_what_is_computed_is_no_fact(folder: Path) -> None:
    assert BEFORE not in printed_facts(folder)


def test_what_an_expression_computed_is_known_by_it_and_its_facts(folder: Path) -> None:
    facts = printed_facts(folder)
    assert facts[computed_key("antal_kkb(ar - 1) * 2", (BEFORE,))] == PrintedFact(Decimal(1780), "1\u00a0780", DECISION)
    assert computed_key("antal_kkb(ar - 1) * 2", (COUNTY,)) not in facts


def test_only_decided_editions_count(tmp_path: Path) -> None:
    folder = proposed(tmp_path / "projekt")
    assert printed_facts(folder) == {}
    kept(folder)
    assert printed_facts(folder) == {}


def test_the_newest_decision_wins_fact_by_fact(folder: Path) -> None:
    deliver(folder, FACTS.replace(";196;", ";197;").replace("2025;Jämtlands län;901", "2025;Jämtlands län;902"))
    for edition in (NAME, DECISION):
        assert codes(prove(folder, edition).problems) != []  # the archive was altered; the ledgers are not
    said(folder, status="till nämnden")
    text = (folder / ANALYSIS).read_text(encoding="utf-8")
    (folder / ANALYSIS).write_text(text + "\nFöre: {{ antal_kkb(ar - 1) }}.\n", encoding="utf-8")
    kept(folder, "nämnden-2026", "2026-09-24")
    decide(folder, utgava="nämnden-2026", beslutsdatum="2026-10-14")
    kept(folder, "beslut-2026", "2026-10-20")
    facts = printed_facts(folder)
    assert facts[COUNTY] == PrintedFact(Decimal(902), "902", "beslut-2026")
    assert facts[BEFORE] == PrintedFact(Decimal(890), "890", "beslut-2026")


def test_the_dataset_knows_what_was_printed_and_the_mark_tells(folder: Path) -> None:
    said(folder, status="till nämnden")
    project, _ = read_project(folder)
    assert project is not None and dataset_of(project).printed == printed_facts(folder)
    summary = built(folder).summary
    said(folder, status="till nämnden")
    for path in (folder / EDITIONS / DECISION).rglob("*"):
        if path.is_file():
            path.unlink()
    other = built(folder).summary
    assert summary and other and summary.mark != other.mark


def test_an_edition_remembers_what_was_printed_when_it_was_frozen(folder: Path) -> None:
    said(folder, status="till nämnden")
    edition = kept(folder, "nämnden-2026", "2026-09-24")
    assert (edition / "underlag" / EDITIONS / DECISION / "siffror.csv").is_file()
    assert not (edition / "underlag" / EDITIONS / NAME).exists()
    assert prove(folder, "nämnden-2026").rebuilt
    assert printed_facts(edition / "underlag") == printed_facts(folder)


@pytest.mark.parametrize("name", ["siffror.csv", "utgava.toml"])
def test_an_altered_ledger_says_nothing_and_stops_a_final_document(folder: Path, name: str) -> None:
    append(folder / EDITIONS / DECISION / name, "\n")
    printed, problems = read_printed(folder)
    assert (printed.facts, codes(problems)) == ({}, ["utgava-andrad"])
    assert problems[0].severity is Severity.FLAW
    said(folder, status="till nämnden")
    made = built(folder)
    assert made.document is None and codes(made.problems) == ["utgava-andrad"]
    said(folder, status="utkast")
    assert built(folder).document is not None


def test_a_lost_ledger_is_told(folder: Path) -> None:
    (folder / EDITIONS / DECISION / "siffror.csv").unlink()
    assert codes(read_printed(folder)[1]) == ["fil-saknas"]

"""The report itself with a correction that flips what can be flipped: each consequence stands in the list of changes."""

from decimal import Decimal
from typing import Any

import pytest

from rapportbyggare.app.changes import ChangeReport, changes_between
from rapportbyggare.app.changes_markdown import markdown
from rapportbyggare.app.points import known, with_deliveries
from rapportbyggare.app.project import Project, read_project
from rapportbyggare.cli.changes_text import changes_text
from rapportbyggare.core.figure import FactKey, Observation, Status
from rapportbyggare.data.moments import END
from rapportbyggare.diff.changes import Part, WordKind
from tests.e2e.report import ROOT, silent

COUNTY = "Jämtlands län"
COMPANIES = FactKey("antal_kkb", "antal", 2025, COUNTY)
ARE = FactKey("antal_kkb", "antal", 2025, "Åre")
SHARE = FactKey("andel_kkb", "andel", 2025, "Östersund")
WHOLE = FactKey("andel_kkb", "andel", 2025, COUNTY)
PER_EMPLOYEE = FactKey("omsattning_per_anstalld", "belopp", 2024, COUNTY)
CODES = FactKey("antal_kkb_sni", "litterart", 2025, COUNTY)
SUPPORT = FactKey("samspel_stod", "antal", 2025, COUNTY)
CORRECTED: dict[FactKey, dict[str, Any]] = {
    COMPANIES: {"amount": Decimal(1690)},
    ARE: {"amount": Decimal(634)},
    SHARE: {"amount": Decimal("8.8")},
    WHOLE: {"amount": Decimal("9.4")},
    PER_EMPLOYEE: {"amount": Decimal(891_000), "status": Status.DEFINITIVE},
    CODES: {"amount": Decimal(300)},
    SUPPORT: {"amount": Decimal(12), "status": Status.DEFINITIVE, "measured": None},
}


def corrected(project: Project) -> list[Observation]:
    observations = known(project, END, "nu").dataset.observations
    return [observations[key]._replace(**fields) for key, fields in CORRECTED.items()]


@pytest.fixture(scope="module")
def report() -> ChangeReport:
    """The changes that a correction of seven facts brings; it is taken in last, and its extract is the newest."""
    project, problems = read_project(ROOT)
    assert project is not None
    last = max(project.deliveries, key=lambda one: (one.received, one.number))
    late = last._replace(number=99, extract="2025-12-31", received="2025-12-31", observations=tuple(corrected(project)))
    later = with_deliveries(project, [*project.deliveries, late], "rättelsen")
    return changes_between(project, problems, known(project, END, "nu"), later, silent)


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


def readings(report: ChangeReport, key: FactKey) -> list[tuple[str, str, str]]:
    """Where a fact's consequences stand, and what they read before and after."""
    assert report.changes is not None
    (fact,) = [fact for fact in report.changes.facts if fact.key == key]
    both = [(change.thing.where, change.old, change.new) for change in fact.printed]
    return [(where, spaced(old.text), spaced(new.text)) for where, old, new in both if old and new]


def words(report: ChangeReport) -> list[tuple[str, str]]:
    assert report.changes is not None
    return [pair for change in report.changes.words if change.kind is WordKind.WORDING for pair in change.words]


def test_a_direction_word_turns(report: ChangeReport) -> None:
    assert words(report).count(("minskade", "ökade")) == 3


def test_a_rank_turns(report: ChangeReport) -> None:
    assert ("störst", "näst störst") in words(report) and ("näst störst", "störst") in words(report)


def test_a_name_turns(report: ChangeReport) -> None:
    assert ("Åre", "Östersund") in words(report)


def test_the_correction_reaches_tables_charts_and_what_is_computed(report: ChangeReport) -> None:
    found = readings(report, ARE)
    assert ("tabell 1, rad Åre, kolumn juli 2025", "285", "634") in found
    assert ("figur 1, Åre, juli 2025", "285", "634") in found
    assert ("tabell 1, rad Summa, kolumn juli 2025", "1 341", "1 690") in found
    assert ("kapitel 3", "2,4 %", "23,0 %") in readings(report, COMPANIES)


def test_an_alt_text_a_source_line_and_a_note_follow(report: ChangeReport) -> None:
    assert report.changes is not None
    made = {change.spot.where: change.after for change in report.changes.words if change.kind is WordKind.MADE}
    assert "högst Åre (634)" in made["alternativtexten till figur 1"]
    assert "preliminärt" not in made["alternativtexten till figur 3"]
    gone = [change for change in report.changes.passages if change.part is Part.NOTE and not change.after]
    marks = [mark for mark in report.changes.marks if not mark.came]
    assert [change.before.partition(":")[0] for change in gone] == ["Jämförelsen är osäker"]
    begun = {mark.note.partition(":")[0].partition(" vid uttaget")[0] for mark in marks}
    assert begun == {"Preliminär uppgift", "Jämförelsen är osäker"}


def test_claims_that_no_longer_hold_come_with_what_they_compare(report: ChangeReport) -> None:
    assert report.changes is not None
    words, passage = [spaced(problem.message) for problem in report.changes.broken]
    values = "andel_kkb(2025) är 9,4 % och andel_kkb_riket(plats='Riket') är 9 %."
    assert words == f"Påståendet ”förhållandevis låg” gäller inte: {values}"
    assert passage.startswith("Påståendet som börjar ”Vid uttaget den")
    assert "omsattning_per_anstalld(2024) är ”definitiv”" in passage


def test_one_arm_of_a_choice_takes_the_others_place(report: ChangeReport) -> None:
    assert report.changes is not None
    (change,) = [one for one in report.changes.passages if one.part is Part.PASSAGE and CODES in one.facts]
    assert "är artistisk verksamhet (268)" in change.before and "skapande (300)" in change.after


def test_a_status_becomes_a_number(report: ChangeReport) -> None:
    assert [(old, new) for _, old, new in readings(report, SUPPORT)] == [("Mäts 2026", "12 st")]


def test_only_what_was_corrected_is_told(report: ChangeReport) -> None:
    assert report.changes is not None
    assert {fact.key for fact in (*report.changes.facts, *report.changes.unprinted)} == set(CORRECTED)


def test_terminal_and_markdown_say_the_same(report: ChangeReport) -> None:
    shown, saved = " ".join(spaced(changes_text(report)).split()), markdown(report)
    assert "7 uppgifter har ändrats." in shown and "7 uppgifter har ändrats." in saved
    assert "Åre, juli 2025: 285 → 634 (+349, +122,5 %)." in shown
    assert max(map(len, changes_text(report).splitlines())) <= 150
    assert saved.startswith("# Ändringar från nu till rättelsen\n") and saved.endswith("\n")

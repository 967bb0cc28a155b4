"""The changes between two points in time, from the files of a project."""

import shutil
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

import pytest

from rapportbyggare.app import changes_messages, corrections_messages
from rapportbyggare.app.build import CACHE
from rapportbyggare.app.changes import ChangeReport, changes, changes_by
from rapportbyggare.app.changes_markdown import markdown, save_changes
from rapportbyggare.app.freeze import freeze
from rapportbyggare.app.output import Placed
from rapportbyggare.app.project import read_project
from rapportbyggare.core.problem import Problem
from rapportbyggare.data.deliveries import INDEX
from rapportbyggare.diff.summary import NOTHING
from tests.e2e.report import ROOT, copied, silent
from tests.small import write

HEAD = "indikator;matt;ar;plats;varde;enhet;status;period;underlag;mats;not;cell\n"
FIRST = "2025-10-01"


def deliver(project: Path, number: int, received: str, amount: str) -> None:
    """One more delivery of the county's companies in July 2025, read the day it was received."""
    name = f"leverans-{number:03}.csv"
    content = f"{HEAD}antal_kkb;antal;2025;Jämtlands län;{amount};antal;definitiv;;;;;Blad1!B2\n"
    write(project, f"report/data/{name}", content)
    checksum = sha256(content.encode()).hexdigest()
    index = (project / INDEX).read_text(encoding="utf-8")
    write(project, INDEX, f"{index}{number};leverans;scb;{received};{received};scb.xlsx;;{name};{checksum};;;\n")


def withdraw(project: Path, number: int, received: str, withdrawn: int) -> None:
    index = (project / INDEX).read_text(encoding="utf-8")
    write(project, INDEX, f"{index}{number};återkallelse;scb;;{received};;;;;;{withdrawn};fel fil\n")


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report with two corrections of one figure."""
    project = copied(tmp_path_factory.mktemp("projekt"))
    deliver(project, 41, FIRST, "1380")
    deliver(project, 42, "2025-10-08", "1391")
    return project


@pytest.fixture
def project(sources: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sources, tmp_path / "p"))


def moved(report: ChangeReport) -> list[tuple[str, str]]:
    assert report.changes is not None, report.problems
    found = []
    for fact in (*report.changes.facts, *report.changes.unprinted):
        assert fact.old is not None and fact.new is not None
        found.append((str(fact.old.amount), str(fact.new.amount)))
    return found


def test_without_points_the_last_delivery_is_told(sources: Path) -> None:
    report = changes(sources, None, None, silent)
    assert (report.old, report.new, report.problems) == ("läget före leverans 42", "nu", ())
    assert moved(report) == [("1380", "1391")]
    assert [delivery.number for delivery in report.added] == [42]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (FIRST, None, [("1380", "1391")]),
        ("2025-09-30", FIRST, [("1341", "1380")]),
        ("2025-09", "2025-10", [("1341", "1391")]),
        ("leverans 41", "42", [("1380", "1391")]),
        (None, "leverans 41", [("1341", "1380")]),
        ("nu", FIRST, [("1391", "1380")]),
    ],
)
def test_points_are_days_months_and_deliveries(
    sources: Path, old: str | None, new: str | None, expected: list[tuple[str, str]]
) -> None:
    assert moved(changes(sources, old, new, silent)) == expected


def test_a_point_compared_with_itself_says_that_nothing_changed(sources: Path) -> None:
    report = changes(sources, FIRST, FIRST, silent)
    assert report.changes is not None and report.changes.nothing
    assert NOTHING in markdown(report)


def test_a_withdrawal_is_a_change(project: Path) -> None:
    withdraw(project, 43, "2025-10-09", 42)
    report = changes(project, None, None, silent)
    assert (report.old, moved(report)) == ("läget före leverans 43", [("1391", "1380")])
    assert [delivery.number for delivery in report.withdrawn] == [42]


@pytest.mark.parametrize(
    ("old", "code"), [("i går", "fel-tidpunkt"), ("leverans 77", "okand-leverans"), ("1999-01-01", "fore-forsta-leveransen")]
)
def test_what_is_no_point_in_time_is_said(sources: Path, old: str, code: str) -> None:
    report = changes(sources, old, None, silent)
    assert ([problem.code for problem in report.problems], report.changes) == ([code], None)


def test_an_archive_with_one_delivery_has_nothing_before(project: Path) -> None:
    index = (project / INDEX).read_text(encoding="utf-8").splitlines(keepends=True)
    write(project, INDEX, "".join(index[:2]))
    for name in range(2, 50):
        (project / f"report/data/leverans-{name:03}.csv").unlink(missing_ok=True)
    assert [problem.code for problem in changes(project, None, None, silent).problems] == ["inget-att-jamfora-med"]


def test_an_archive_that_cannot_be_read_is_what_is_said(project: Path) -> None:
    write(project, INDEX, "leverans;kalla\n1;scb\n")
    found = {problem.code for problem in changes(project, None, None, silent).problems}
    assert "kolumn-saknas" in found and "inget-att-jamfora-med" not in found


def test_a_folder_that_is_no_project(tmp_path: Path) -> None:
    assert [problem.code for problem in changes(tmp_path, None, None, silent).problems] == ["inget-projekt"]


def test_deliveries_that_are_not_in_the_archive_yet_are_compared_too(sources: Path) -> None:
    project, problems = read_project(sources)
    assert project is not None
    last = next(one for one in project.deliveries if one.number == 42)
    trial = changes_by(project, problems, (last._replace(number=43),), silent)
    assert (trial.old, trial.new) == ("läget före leverans 43", "läget efter leverans 43")
    assert trial.changes is not None and trial.changes.nothing
    assert moved(changes_by(project, problems, (last,), silent)) == [("1380", "1391")]


def test_the_list_is_saved_as_markdown_and_what_somebody_edited_is_left_alone(project: Path) -> None:
    report = changes(project, None, None, silent)
    target = project / "output" / "andringar.md"
    saved = save_changes(report, target, project)
    assert isinstance(saved, Placed) and saved.path == target
    assert target.read_text(encoding="utf-8").startswith("# Ändringar från läget före leverans 42 till nu\n")
    target.write_text("mitt eget", encoding="utf-8")
    beside = save_changes(report, target, project)
    assert isinstance(beside, Placed) and beside.path != target
    assert target.read_text(encoding="utf-8") == "mitt eget"


def test_where_the_list_may_not_be_saved(project: Path) -> None:
    target = project / "sections" / "a.md"
    saved = save_changes(changes(project, None, None, silent), target, project)
    assert isinstance(saved, Problem) and saved.code == "utdata-bland-indata"
    assert not target.exists()


def test_comparing_writes_nothing(project: Path) -> None:
    before = sorted(path.as_posix() for path in project.rglob("*"))
    changes(project, None, None, silent)
    assert sorted(path.as_posix() for path in project.rglob("*")) == before
    assert not (project / CACHE).exists() and (ROOT / "sections").is_dir()


def test_a_frozen_edition_is_a_point(project: Path) -> None:
    frozen = freeze(project, "oktober", "2025-10-09", silent)
    assert frozen.edition is not None, frozen.problems
    deliver(project, 50, "2025-11-03", "1400")
    report = changes(project, "oktober", None, silent)
    assert (report.old, moved(report)) == ("utgåvan oktober", [("1391", "1400")])
    withdraw(project, 51, "2025-11-04", 42)
    assert moved(changes(project, "oktober", "leverans 50", silent)) == [("1391", "1400")]


def test_a_misspelt_edition_is_likened_to_those_there_are(project: Path) -> None:
    assert freeze(project, "nämnden-oktober", "2025-10-09", silent).edition is not None
    (problem,) = changes(project, "namnden-oktobr", None, silent).problems
    assert problem.message == "”namnden-oktobr” är ingen tidpunkt. Menade du ”nämnden-oktober”?"
    assert problem.expected.endswith(", eller en fryst utgåva (nämnden-oktober)")
    assert changes(project, normalize("NFD", "nämnden-oktober"), None, silent).problems == ()


def test_an_edition_whose_deliveries_are_lost_cannot_be_compared(project: Path) -> None:
    assert freeze(project, "oktober", "2025-10-09", silent).edition is not None
    index = (project / INDEX).read_text(encoding="utf-8")
    write(project, INDEX, "".join(line for line in index.splitlines(keepends=True) if not line.startswith("42;")))
    (project / "report/data/leverans-042.csv").unlink()
    assert [problem.code for problem in changes(project, "oktober", None, silent).problems] == ["leverans-borta"]


@pytest.mark.parametrize(("numbers", "said"), [([2], "leverans 2, som"), ([2, 3, 5], "leverans 2, 3 och 5, som")])
def test_deliveries_that_are_gone_are_named(numbers: list[int], said: str) -> None:
    for messages in (changes_messages, corrections_messages):
        assert said in messages.lost_deliveries("ett", numbers).message

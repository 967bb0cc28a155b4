"""Sentences that the rules were not made from: how many single faults are found, and what is said of what is right.

`blind.txt` was written by hand, in varied words: its first part by somebody who had read part of the rules, before they were
mended; its second when they had been mended after the first; its third partly by somebody who had seen none of them. The
rules have been mended after all of it. `fritt.txt` was written by somebody who had seen no rule, as freely as people write, and
only every second line of it was looked at when the rules were mended. Each sentence is a text of its own. Run with -s to see
the tables and what was missed.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from rapportbyggare.app.decide import read_report
from rapportbyggare.app.project import dataset_of
from rapportbyggare.checks.plain_subject import lines_of_text
from rapportbyggare.checks.rules import checked
from rapportbyggare.checks.subject import Subject
from rapportbyggare.core.problem import Problem, Severity
from tests.e2e.report import ROOT

pytestmark = pytest.mark.prov

TRUE = "sant"
FLOORS = {"blind.txt": 0.95, "fritt.txt": 0.7}
"""The share of the faults that is found in each file."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A sentence with the family of its fault, what was found in it, and whether more than an unknown figure."""

    family: str
    text: str
    findings: tuple[Problem, ...]

    @property
    def grave(self) -> bool:
        """Whether an error or a flaw was found."""
        return any(one.severity in (Severity.ERROR, Severity.FLAW) for one in self.findings)


@pytest.fixture(scope="module")
def subject() -> Subject:
    """The report's own dataset and year."""
    report, _ = read_report(ROOT)
    assert report is not None
    return Subject((), dataset_of(report.project), 2025)


def sentences(part: str) -> Iterator[tuple[str, str]]:
    """Each sentence with its family; what should have stood is for the reader."""
    for line in part.split("\n"):
        if line and not line.startswith("#"):
            family, _, text = line.partition(": ")
            yield family, text.partition(" | ")[0]


def tried(subject: Subject, part: str) -> list[Tried]:
    """Every sentence as a file of its own."""
    every = ((family, text, checked(replace(subject, lines=lines_of_text(text, "a.txt")))) for family, text in sentences(part))
    return [
        Tried(family, text, tuple(one for one in found if one.severity is not Severity.FORM)) for family, text, found in every
    ]


def table(every: list[Tried]) -> str:
    """What was found of each family, what was not, and what was said of what is right."""
    made, found = Counter(one.family for one in every), Counter(one.family for one in every if one.findings)
    grave = Counter(one.family for one in every if one.grave)
    rows = [f"{family:14}{found[family]:4} av {made[family]:3}{grave[family]:6}" for family in made]
    missed = [f"{one.family}: {one.text}" for one in every if not one.grave and one.family != TRUE]
    alarms = [
        f"{found.code}: {one.text} {found.message}" for one in every if one.family == TRUE and one.grave for found in one.findings
    ]
    faults = [one for one in every if one.family != TRUE]
    told = sum(bool(one.findings) for one in faults)
    total = f"{sum(one.grave for one in faults)} av {len(faults)} som fel eller brist, {told} med upplysningar"
    return "\n".join(["", *rows, total, "Inte funna:", *missed, "Falska larm:", *alarms, ""])


@pytest.fixture(scope="module", params=FLOORS)
def parts(request: pytest.FixtureRequest, subject: Subject) -> tuple[float, list[list[Tried]]]:
    """The parts of a file, every sentence tried, and the share of the faults that is found."""
    name = str(request.param)
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    found = [tried(subject, part) for part in re.split(r"\n## .*", text)]
    assert all({one.family for one in every} > {TRUE} for every in found)
    return FLOORS[name], found


def test_nothing_is_said_of_the_sentences_that_are_right(parts: tuple[float, list[list[Tried]]]) -> None:
    for every in parts[1]:
        sys.stdout.write(table(every))
        assert [(one.text, one.findings) for one in every if one.family == TRUE and one.grave] == []


def test_single_faults_are_found(parts: tuple[float, list[list[Tried]]]) -> None:
    floor, found = parts
    for every in found:
        faults = [one for one in every if one.family != TRUE]
        assert sum(one.grave for one in faults) >= floor * len(faults)

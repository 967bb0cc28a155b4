"""Whatever a line of a project's file is changed to, the answer is a document or Swedish faults with place and remedy."""

import re
from collections.abc import Iterator

import pytest

from tests.e2e.faults import english
from tests.e2e.small_project import CHART, STATISTICS, Outcome, Project

pytestmark = pytest.mark.prov

FILES = (
    "report/rapport.toml",
    "report/katalog.toml",
    "report/tabeller.toml",
    "report/stil.toml",
    "report/data/leveranser.csv",
    "report/data/leverans-001.csv",
    "figures/antal-per-kommun.toml",
    "sections/10-inledning.md",
    "sections/20-statistik.md",
)
VALUES = (
    *('""', "0", "-1", "1.5", "true", "[]", "{}", '["a"]', "[1]", "1979-05-27", "99999999999999999999", "nan", '"\\u0000"'),
    *('"{{ x }}"', '"[^x]"', '"{% if %}"', "'<b>'", '"{{ ar }"', '"{#a}"', '"../x"', '"./.."'),
)
CELLS = ("", "x", "-5", "1,5", '"', "2025-13-45", "../x.csv", "1e9", "\x00", "9" * 40, "NaN", "Ä")
FAULT = re.compile(r"^(?:FEL|BRIST|FORM|OBS)  (\S+)(?: \(.*?\))?: ", re.MULTILINE)


def changed(lines: list[str], at: int, *new: str) -> str:
    return "\n".join([*lines[:at], *new, *lines[at + 1 :]])


def mutations(name: str, text: str) -> Iterator[str]:
    """Each line in turn taken away, doubled, the last one, or with another value."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        yield from (changed(lines, at), changed(lines, at, line, line), "\n".join(lines[:at]))
        if name.endswith(".toml") and "=" in line:
            key = line.partition("=")[0]
            yield from (changed(lines, at, f"{key}= {value}") for value in VALUES)
        if name.endswith(".csv"):
            yield from (changed(lines, at, line_) for line_ in _cells(line.split(";")))


def _cells(cells: list[str]) -> Iterator[str]:
    for at in range(len(cells)):
        yield from (";".join([*cells[:at], value, *cells[at + 1 :]]) for value in CELLS)


def check(outcome: Outcome, text: str) -> None:
    assert outcome.code in (0, 1), f"{outcome.err}\n\n{text}"
    assert english(outcome.err) == [], f"{outcome.err}\n\n{text}"
    heads = len(re.findall(r"^(?:FEL|BRIST|FORM|OBS)  ", outcome.err, re.MULTILINE))
    assert heads == len(FAULT.findall(outcome.err)) == outcome.err.count("     Gör så här: "), outcome.err
    assert (outcome.code == 1) == ("Inget dokument skrevs" in outcome.err)


@pytest.mark.parametrize("name", FILES)
def test_mutations(project: Project, name: str) -> None:
    project.write("figures/antal-per-kommun.toml", CHART)
    project.write("sections/20-statistik.md", STATISTICS)
    path = project.folder / name
    text = path.read_text(encoding="utf-8")
    for mutation in mutations(name, text):
        if 'rubrik = ""' not in mutation:
            path.write_bytes(mutation.encode())
            check(project.build(), mutation)

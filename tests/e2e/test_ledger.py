"""The law of the ledger: every figure in it stands in the document, and every figure in the document stands in it."""

import csv
import json
import re
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.e2e.small_project import CHART, DOCUMENT, LEDGER, STATISTICS, Project

NUMBER = re.compile(r"(?<![\d-])\d+(?![\d-])")
YEARS = {"2023", "2024", "2025", "2027"}


def paragraphs(document: Path) -> list[str]:
    """The text of each paragraph, notes included."""
    with ZipFile(document) as archive:
        parts = [archive.read(name).decode() for name in ("word/document.xml", "word/footnotes.xml")]
    found = [paragraph for part in parts for paragraph in re.findall(r"<w:p[ >].*?</w:p>", part, re.DOTALL)]
    return ["".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", paragraph)) for paragraph in found]


def recorded(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


PROSE = """\
Summan är {{ summa(antal_kkb(ar, 'Åre'), antal_kkb(ar, 'Östersund')) }}
och andelen {{ andel(antal_kkb(ar, 'Åre'), antal_kkb(ar)) }}[^en].

- I Åre {{ antal_kkb(ar, 'Åre') }}
- **{{ antal_kkb(ar - 1, 'Åre') }}** före

[^en]: Av {{ antal_kkb(ar) }}.
"""


@pytest.fixture
def written(project: Project) -> Project:
    project.section(PROSE)
    assert project.build().code == 0
    return project


def test_every_figure_in_the_ledger_stands_in_the_document(written: Project) -> None:
    text = "\n".join(paragraphs(written.folder / DOCUMENT))
    for row in recorded(written.folder / LEDGER):
        assert row["text"].lstrip("'") in text, row


def test_every_figure_in_the_document_stands_in_the_ledger(written: Project) -> None:
    mark = json.loads(written.build("--format", "json").out)["utgava"]
    lines = (line.replace(mark, "") for line in paragraphs(written.folder / DOCUMENT))
    found = [number for line in lines for number in NUMBER.findall(line)]
    printed = Counter(number for number in found if int(number) > 99 and number not in YEARS)
    known = Counter(row["text"] for row in recorded(written.folder / LEDGER) if row["text"].isdecimal() and int(row["text"]) > 99)
    assert printed == known
    assert sum(known.values()) == 11


def test_every_figure_has_its_origin(written: Project) -> None:
    for row in recorded(written.folder / LEDGER):
        assert re.fullmatch(r"(report|sections|figures)/[\w.-]+:\d+:\d+", row["plats_i_rapporten"]), row
        assert "report/data/leverans-001.csv:" in row["cell"], row
        assert (row["kalla"], row["leverans"], row["uttag"]) == ("scb", "1", "2025-07")


def test_figures_drawn_in_a_chart_are_recorded(project: Project) -> None:
    project.write("figures/antal-per-kommun.toml", CHART)
    project.write("sections/20-statistik.md", STATISTICS)
    assert project.build().code == 0
    drawn = [row["text"] for row in recorded(project.folder / LEDGER) if row["del"] == "figur 1"]
    assert sorted(drawn) == ["190", "196", "700", "705"]

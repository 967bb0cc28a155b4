from pathlib import Path

import pytest

from rapportbyggare.core.dataset import Catalogue, Coverage
from rapportbyggare.core.figure import FactKey
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.data.coverage import read_coverage, write_coverage
from rapportbyggare.data.faults import Faults
from tests.unit.data.archives import catalogue

HERE = Place("report/data/leveranser.csv", 2, 10, 0, "tackning")
COUNT, SHARE = ("antal_kkb", "antal"), ("antal_kkb", "andel")
TOWNS = ("Berg", "Åre", "Östersund")


@pytest.fixture
def known(tmp_path: Path) -> Catalogue:
    return catalogue(tmp_path)


def read(cell: str, known: Catalogue) -> tuple[tuple[Coverage, ...], tuple[Problem, ...]]:
    faults = Faults(HERE.file)
    return read_coverage(cell, HERE, known, faults), faults.all


@pytest.mark.parametrize(
    ("cell", "blocks"),
    [
        ("", ()),
        ("antal_kkb/antal × 2025 × Åre", (Coverage((COUNT,), (2025,), ("Åre",)),)),
        (
            "antal_kkb/antal, antal_kkb/andel × 2024, 2025 × kommunerna, Jämtlands län",
            (Coverage((COUNT, SHARE), (2024, 2025), (*TOWNS, "Jämtlands län")),),
        ),
        (
            "antal_kkb/antal × 2025 × kommunerna | andel_riket/andel × utan år × Riket",
            (Coverage((COUNT,), (2025,), TOWNS), Coverage((("andel_riket", "andel"),), (0,), ("Riket",))),
        ),
    ],
)
def test_blocks_are_read_and_written(cell: str, blocks: tuple[Coverage, ...], known: Catalogue) -> None:
    assert read(cell, known) == (blocks, ())
    assert write_coverage(blocks, known) == cell


def test_what_is_written_is_in_the_catalogues_order(known: Catalogue) -> None:
    block = Coverage((SHARE, COUNT, SHARE), (2025, 2024), ("Östersund", "Riket", "Berg", "Jämtlands län", "Åre"))
    cell = "antal_kkb/antal, antal_kkb/andel × 2024, 2025 × kommunerna, Jämtlands län, Riket"
    assert write_coverage((block,), known) == cell
    assert FactKey("antal_kkb", "andel", 2024, "Riket") in block


@pytest.mark.parametrize(
    ("cell", "code", "words"),
    [
        ("antal_kkb/antal", "fel-tackning", "antal_kkb/antal × 2024"),
        ("antal_kkb/antal × 2025", "fel-tackning", ""),
        ("antal_kkb/antal × 2025 × Åre | ", "fel-tackning", ""),
        ("antal_kbk/antal × 2025 × Åre", "okant-matt-i-tackning", "Menade du ”antal_kkb/antal”"),
        ("antal_kkb × 2025 × Åre", "okant-matt-i-tackning", ""),
        ("antal_kkb/antal × 25 × Åre", "fel-ar-i-tackning", "”25”"),
        ("antal_kkb/antal × × Åre", "fel-ar-i-tackning", ""),
        ("antal_kkb/antal × 2025 × Ostersund", "okand-plats-i-tackning", "Menade du ”Östersund”"),
        ("antal_kkb/antal × 2025 × kommuner", "okand-plats-i-tackning", "Menade du ”kommunerna”"),
    ],
)
def test_what_cannot_be_read_is_said(cell: str, code: str, words: str, known: Catalogue) -> None:
    _, (problem,) = read(cell, known)
    assert (problem.code, problem.place) == (code, HERE)
    assert words in f"{problem.message} {problem.expected}" and problem.remedy

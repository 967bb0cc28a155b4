"""What follows from a file that was not read is not said, and all else is."""

import pytest

from rapportbyggare.app.consequences import without_consequences
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem


def problem(code: str, file: str) -> Problem:
    return Problem(code, Place(file, 3, 1), "")


REFERENCE = problem("okand-hanvisning", "sections/10.md")
FIGURE = problem("uppgift-saknas", "sections/10.md")
NAME = problem("okand-indikator", "sections/10.md")
BOUND = (REFERENCE, FIGURE, NAME)


@pytest.mark.parametrize(
    ("code", "file", "left"),
    [
        ("toml-kan-inte-lasas", "report/tabeller.toml", (FIGURE, NAME)),
        ("otillatet-tecken", "figures/a.toml", (FIGURE, NAME)),
        ("otillatet-tecken", "sections/20.md", BOUND),
        ("fil-saknas", "sections/20.md", (FIGURE, NAME)),
        ("kolumn-saknas", "report/data/leverans-001.csv", (REFERENCE, NAME)),
        ("decimalpunkt", "report/data/leverans-001.csv", BOUND),
        ("fel-slags-varde", "report/tabeller.toml", BOUND),
        ("nyare-format", "report/rapport.toml", (NAME,)),
    ],
)
def test_only_what_follows_is_left_out(code: str, file: str, left: tuple[Problem, ...]) -> None:
    assert without_consequences([problem(code, file)], BOUND, 2025) == left


def test_without_faults_in_reading_all_is_said() -> None:
    assert without_consequences([], BOUND, 2025) == BOUND


def test_without_year_no_figure_can_be_found() -> None:
    assert without_consequences([], BOUND, 0) == (NAME,)


def test_nothing_more_is_said_of_the_file_itself() -> None:
    assert (
        without_consequences([problem("nyare-format", "figures/a.toml")], [problem("tomt-uttryck", "figures/a.toml")], 2025) == ()
    )

from pathlib import Path

import pytest

from rapportbyggare.core.problem import Problem, Severity
from tests.unit.data.archives import catalogue, delivered, observations, read_all

Dates = tuple[tuple[str, str], ...]
NEW_FIRST: Dates = (("2025-08", "2025-09-01"), ("2025-07", "2025-09-02"))


def facts(**values: int | str) -> str:
    """A delivery's file: a number for each place; a word is a status without one."""
    cells = {
        place: f"{value};antal;definitiv" if isinstance(value, int) else f";antal;{value}" for place, value in values.items()
    }
    return observations(*(f"antal_kkb;antal;2025;{place};{cell};;;;;" for place, cell in cells.items()))


def problems_of(project: Path, *contents: str, dates: Dates) -> tuple[Problem, ...]:
    catalogue(project)
    delivered(project, *contents, dates=dates)
    return read_all(project)[1]


def test_a_later_delivery_that_is_not_used_is_said_once(tmp_path: Path) -> None:
    early, late = facts(Åre=1, Berg=2, Östersund=3), facts(Östersund=3, Berg=8, Åre="saknas")
    (problem,) = problems_of(tmp_path, early, late, dates=NEW_FIRST)
    assert (problem.code, problem.severity) == ("leverans-anvands-inte", Severity.FLAW)
    assert str(problem.place) == "report/data/leveranser.csv:3:4 (uttag)"
    assert problem.message.startswith("2 uppgifter i leverans 2 används inte")
    assert "antal_kkb (antal) för Berg 2025 är 8 (definitiv) i leverans 2, men 2 (definitiv) i leverans 1" in problem.message
    assert "2025-08 mot 2025-07" in problem.message
    assert "--aterkalla 2 --skal" in problem.remedy


def test_deliveries_with_the_same_dates_of_intake_are_in_order_of_number(tmp_path: Path) -> None:
    dates = (("2025-07-01", "2025-09-01"), ("2025-07", "2025-09-01"))
    (problem,) = problems_of(tmp_path, facts(Åre=1), facts(Åre=2), dates=dates)
    assert problem.message.startswith("1 uppgift i leverans 2 används inte")


@pytest.mark.parametrize(
    ("contents", "dates"),
    [
        pytest.param((facts(Åre=1), facts(Åre=1)), NEW_FIRST, id="the same value"),
        pytest.param((facts(Åre=1), facts(Berg=2)), NEW_FIRST, id="another fact"),
        pytest.param((facts(Åre=1), facts(Åre=2)), (("2025-08", "2025-09-02"), ("2025-07", "2025-09-01")), id="taken in first"),
        pytest.param((facts(Åre=1), facts(Åre=2)), (("2025-07", "2025-09-01"), ("2025-08", "2025-09-02")), id="newer extract"),
        pytest.param(
            (facts(Åre=1), facts(Åre=2), facts(Åre=3)), (*NEW_FIRST, ("2025-09", "2025-09-30")), id="both corrected since"
        ),
    ],
)
def test_what_is_as_it_should_be_is_not_said(tmp_path: Path, contents: tuple[str, ...], dates: Dates) -> None:
    assert problems_of(tmp_path, *contents, dates=dates) == ()


def test_deliveries_of_different_sources_are_not_compared(tmp_path: Path) -> None:
    catalogue(tmp_path)
    share = observations("andel_riket;andel;;Riket;9;procent;definitiv;;;;;")
    delivered(tmp_path, facts(Åre=1), share, dates=NEW_FIRST, sources=("scb", "egen"))
    assert read_all(tmp_path)[1] == ()

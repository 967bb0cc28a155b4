"""What year the headings of a cross table are taken to say."""

from pathlib import Path

import pytest

from rapportbyggare.intake.read_maps import read_maps
from rapportbyggare.intake.receive import receive
from tests.unit.intake.project import catalogue, project
from tests.unit.intake.writers import text

OTHER = "Företag som fått stöd i Samspel63 (antal)"


def years(folder: Path, heading: str, row: str = "Kul Tur", **periods: str) -> list[int] | list[str]:
    """The years of a row under a heading of our own statistics, or what is wrong; `periods` are other ones by indicator."""
    known = dict(catalogue().indicators)
    known.update({name: known[name]._replace(period=period) for name, period in periods.items()})
    ours, path = catalogue()._replace(indicators=known), folder / "a.csv"
    text(f"Uppgift;{heading}\n{row};7\n")(path)
    maps, _ = read_maps(project(folder), ours)
    delivered, problems = receive(path, "egen", maps, ours, folder)
    return [one.key.year for one in delivered.observations] if delivered else [problem.code for problem in problems]


@pytest.mark.parametrize("heading", ["2024", "maj 2024", "Maj\u00a02024", "1 april 2024–31 mars 2025", "maj 2024 (prel.)"])
def test_it_may_be_the_period_of_any_of_the_maps_indicators(tmp_path: Path, heading: str) -> None:
    assert years(tmp_path, heading) == [2024]


def test_a_heading_that_names_its_subject_has_only_that_subjects_period(tmp_path: Path) -> None:
    assert years(tmp_path, f"{OTHER} maj 2024") == ["okand-rubrik"]


def test_a_period_may_begin_before_its_year(tmp_path: Path) -> None:
    assert years(tmp_path, "1 juli 2024–30 juni 2025", kul_tur="1 juli {ar - 1}–30 juni {ar}") == [2025]


def test_a_period_that_is_of_two_years_is_not_understood(tmp_path: Path) -> None:
    assert years(tmp_path, "2024/2025", kul_tur="{ar}/{ar+1}", samspel_stod="{ar-1}/{ar}") == ["okand-rubrik"]

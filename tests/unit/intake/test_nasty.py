from pathlib import Path

import pytest

from rapportbyggare.core.delivered import Delivered
from rapportbyggare.core.figure import Observation
from rapportbyggare.core.problem import Problem
from tests.unit.intake.nasty import NASTY, SINGLE, THREE
from tests.unit.intake.project import project, take
from tests.unit.intake.writers import Nasty, Read, Refused


@pytest.mark.parametrize("nasty", [one for one in NASTY if isinstance(one.expected, Read)], ids=lambda one: one.trap)
def test_it_is_read_right(nasty: Nasty, tmp_path: Path) -> None:
    delivered, problems = taken(nasty, tmp_path)
    assert [(str(problem.place), problem.message) for problem in problems] == []
    assert delivered is not None and isinstance(nasty.expected, Read)
    told = [told_of(one, nasty.expected.values) for one in delivered.observations]
    assert dict(told) == dict(nasty.expected.values) and len(told) == len(nasty.expected.values)
    remarks = [remark.text for remark in delivered.remarks]
    assert any(nasty.expected.remark in text for text in remarks) if nasty.expected.remark else True


@pytest.mark.parametrize("nasty", [one for one in NASTY if isinstance(one.expected, Refused)], ids=lambda one: one.trap)
def test_it_is_refused_with_place_and_remedy(nasty: Nasty, tmp_path: Path) -> None:
    delivered, problems = taken(nasty, tmp_path)
    assert delivered is None and isinstance(nasty.expected, Refused)
    found = [problem for problem in problems if problem.code == nasty.expected.code]
    assert found, [(problem.code, str(problem.place), problem.message) for problem in problems]
    assert any(nasty.expected.where in str(one.place) and nasty.expected.remedy in one.remedy for one in found), found
    assert all(one.message and one.expected and one.remedy for one in problems)


def test_every_trap_is_there_once_and_ten_in_threes() -> None:
    assert len(SINGLE) >= 40 and len(THREE) >= 10
    assert all(one.trap.count(" + ") == 2 for one in THREE)
    assert len({one.trap for one in NASTY}) == len(NASTY)


def test_every_value_leads_back_to_its_cell(tmp_path: Path) -> None:
    read = [one for one in NASTY if isinstance(one.expected, Read)]
    for number, nasty in enumerate(read):
        folder = tmp_path / str(number)
        folder.mkdir()
        delivered, _ = taken(nasty, folder)
        assert delivered is not None
        assert all(one.origin.cell and one.origin.place.file == nasty.file for one in delivered.observations)


def taken(nasty: Nasty, folder: Path) -> tuple[Delivered | None, tuple[Problem, ...]]:
    path = folder / nasty.file
    nasty.write(path)
    return take(project(folder), path, nasty.map)


def told_of(one: Observation, expected: object) -> tuple[str, str]:
    """The observation as the expectations write it, with its base or status where they do."""
    name = f"{one.key.indicator} {one.key.year} {one.key.area}"
    wanted = expected.get(name, "") if isinstance(expected, dict) else ""
    parts = [f"{one.amount:f}" if one.amount is not None else one.status.value]
    if one.amount is not None and (" " in wanted or one.status.value != "definitiv"):
        parts.append(one.status.value)
    parts.extend(str(extra) for extra in (one.base, one.measured) if extra is not None)
    return name, " ".join(parts)

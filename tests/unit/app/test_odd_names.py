"""Files with names that no disk can hold."""

from pathlib import Path

from rapportbyggare.app.checking_messages import uncheckable
from rapportbyggare.app.files import read_chosen
from rapportbyggare.core.problem import Problem

LONG = "a" * 300


def test_a_file_of_another_kind_is_not_there() -> None:
    assert uncheckable(Path(f"{LONG}.pdf")).code == "fil-saknas"


def test_a_file_to_read_is_told_of() -> None:
    told = read_chosen(Path(f"{LONG}.txt"))
    assert isinstance(told, Problem) and told.code == "fil-kan-inte-lasas"

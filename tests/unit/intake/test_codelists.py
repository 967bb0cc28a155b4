from pathlib import Path

import pytest

from rapportbyggare.intake.codelists import CodeList, digits_of, lost_zero, read_code_list
from tests.unit.intake.project import ROOT

HEAD = 'format = 1\nsiffror = 5\n[[version]]\nnamn = "A"\nfran = "2008-01-01"\n'


def read(folder: Path, text: str) -> tuple[CodeList | None, list[tuple[str, int]]]:
    lists = folder / "report" / "kodlistor"
    lists.mkdir(parents=True)
    (lists / "lista.toml").write_text(text, encoding="utf-8")
    found, problems = read_code_list(folder, "lista")
    return found, [(problem.code, problem.place.line) for problem in problems]


def test_the_shipped_list_has_two_versions_that_take_over_from_each_other() -> None:
    kkb, problems = read_code_list(ROOT, "kkb")
    assert problems == () and kkb is not None
    names = [version.name if (version := kkb.version_at(day)) else "" for day in ("2025-07", "2025-12-31", "2026-01-01", "1999")]
    assert names == ["SNI 2007", "SNI 2007", "SNI 2025", ""]
    old, new = kkb.versions
    assert "90010" in kkb.others(new) and "90200" in kkb.others(old) and "71110" not in kkb.others(old)
    assert old.groups["artistisk"] == {"90010"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("90010", "90010"),
        ("90.010", "90010"),
        (" 90.010 Artistisk verksamhet ", "90010"),
        ("90010\u00a0Artistisk verksamhet", "90010"),
        ("1130", "01130"),
        ("1130 Odling", "01130"),
        ("01.130", "01130"),
        ("0", "00000"),
        ("00000", "00000"),
        ("90.01", None),
        ("900100", None),
        ("2", None),
        ("113", None),
        ("90,010", None),
        ("9001O", None),
        ("A90010", None),
        ("", None),
    ],
)
def test_a_code_is_five_digits_or_none(text: str, code: str | None) -> None:
    assert digits_of(text, 5) == code


def test_a_lost_zero_is_a_digit_too_few_without_a_dot() -> None:
    assert [text for text in ("1130", "1130 Odling", "01130", "90.01", "", "0") if lost_zero(text, 5)] == ["1130", "1130 Odling"]


@pytest.mark.parametrize(
    ("rest", "code", "line"),
    [
        ('koder = ["90.01"]', "fel-kod", 6),
        ('koder = ["90.010", "90010"]', "kod-tva-ganger", 6),
        ('koder = ["90.010"]\ntill = "2025-02-30"', "fel-datum", 7),
        ('koder = ["90.010"]\n[version.grupper]\na = ["90.020"]', "grupp-utanfor-lista", 8),
        ('koder = ["90.010"]\n[[version]]\nnamn = "B"\nfran = "2020-01-01"\nkoder = []', "versioner-samtidigt", 7),
    ],
)
def test_faults_of_a_list_are_told_at_their_line(tmp_path: Path, rest: str, code: str, line: int) -> None:
    found, problems = read(tmp_path, HEAD + rest)
    assert found is None and problems == [(code, line)]


def test_codes_of_a_single_version_show_no_other(tmp_path: Path) -> None:
    found, problems = read(tmp_path, HEAD + 'koder = ["90.010"]')
    assert found is not None and problems == []
    assert found.others(found.versions[0]) == frozenset() and found.version_at("") is found.versions[0]


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    found, problems = read_code_list(tmp_path, "saknas")
    assert found is None and len(problems) == 1


@pytest.mark.parametrize("later", ["2025-01-01", "2026-03-01"])
def test_the_remedy_for_versions_that_hold_at_once_works(tmp_path: Path, later: str) -> None:
    first, second = HEAD + 'koder = ["90.010"]\n', f'[[version]]\nnamn = "B"\nfran = "{later}"\nkoder = ["90.020"]\n'
    read(tmp_path, first + second)
    _, (problem,) = read_code_list(tmp_path, "lista")
    line = problem.remedy.removeprefix("Skriv ").partition(" i versionen ")[0]
    (tmp_path / "report" / "kodlistor" / "lista.toml").write_text(f"{first}{line}\n{second}", encoding="utf-8")
    assert read_code_list(tmp_path, "lista")[1] == ()


def test_versions_that_begin_on_the_same_day_cannot_take_over_from_each_other(tmp_path: Path) -> None:
    read(tmp_path, HEAD + 'koder = ["90.010"]\n[[version]]\nnamn = "B"\nfran = "2008-01-01"\nkoder = []\n')
    _, (problem,) = read_code_list(tmp_path, "lista")
    assert problem.remedy == "Rätta fran i en av dem, eller ta bort den."

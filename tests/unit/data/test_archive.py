from pathlib import Path

import pytest

from rapportbyggare.core.figure import FactKey
from rapportbyggare.core.problem import has_errors
from rapportbyggare.data.archive import as_of, read_archive
from tests.unit.data.archives import GOOD, catalogue, delivered, observations, read_all, write_delivery, write_index

INDEX = "report/data/leveranser.csv"
FACT = FactKey("antal_kkb", "antal", 2025, "Åre")


def row(value: int, place: str = "Åre", status: str = "definitiv") -> str:
    return observations(f"antal_kkb;antal;2025;{place};{value};antal;{status};;;;;")


def value(project: Path, date: str | None = None) -> str:
    dataset, problems = read_all(project, date)
    assert not has_errors(problems)
    return str(dataset.observations[FACT].amount)


@pytest.mark.parametrize(
    ("dates", "newest"),
    [
        ((("2025-07", "2025-09-01"), ("2025-08", "2025-09-02")), "2"),
        ((("2025-08", "2025-09-01"), ("2025-07", "2025-09-02")), "1"),
        ((("2025-07-01", "2025-09-01"), ("2025-07", "2025-09-02")), "1"),
        ((("2025-07", "2025-09-01"), ("2025-07-01", "2025-09-01")), "2"),
    ],
)
def test_the_newest_extract_wins(tmp_path: Path, dates: tuple[tuple[str, str], ...], newest: str) -> None:
    catalogue(tmp_path)
    delivered(tmp_path, row(1), row(2), dates=dates)
    assert value(tmp_path) == newest


def test_what_was_taken_in_later_is_not_known_yet(tmp_path: Path) -> None:
    catalogue(tmp_path)
    delivered(tmp_path, row(1), row(2), dates=(("2025-07", "2025-09-01"), ("2025-08", "2025-10-01")))
    assert value(tmp_path, "2025-09-30") == "1"
    assert value(tmp_path, "2025-10-01") == "2"
    assert read_all(tmp_path, "2025-09-30")[0].date == "2025-09-01"


def test_before_the_first_delivery_nothing_is_known(tmp_path: Path) -> None:
    catalogue(tmp_path)
    delivered(tmp_path, row(1))
    dataset, _ = read_all(tmp_path, "2020-01-01")
    assert (dict(dataset.observations), dataset.deliveries, dataset.date) == ({}, (), "")


def test_the_same_extract_cannot_say_two_things(tmp_path: Path) -> None:
    known = catalogue(tmp_path)
    delivered(tmp_path, row(1), row(2), dates=(("2025-07", "2025-09-01"), ("2025-07", "2025-09-02")))
    (problem,) = read_archive(tmp_path, known)[1]
    assert (problem.code, str(problem.place)) == ("olika-varden-samma-uttag", "report/data/leverans-002.csv:2:5 (varde)")
    assert "leverans 2 säger 2" in problem.message and "report/data/leverans-001.csv, rad 2" in problem.message


def test_the_same_extract_may_say_the_same_again(tmp_path: Path) -> None:
    catalogue(tmp_path)
    delivered(tmp_path, row(1), row(1), dates=(("2025-07", "2025-09-01"), ("2025-07", "2025-09-02")))
    assert value(tmp_path) == "1"


def test_a_delivery_changed_by_hand_is_found_and_still_read(tmp_path: Path) -> None:
    known = catalogue(tmp_path)
    delivered(tmp_path, row(1))
    write_delivery(tmp_path, 1, row(7))
    deliveries, (problem,) = read_archive(tmp_path, known)
    assert (problem.code, str(problem.place)) == ("leverans-andrad", f"{INDEX}:2:8 (observationer)")
    assert as_of(deliveries, known).observations[FACT].amount == 7


@pytest.mark.parametrize(("stored", "found"), [("\n", "\r\n"), ("\r\n", "\n")])
def test_other_line_ends_are_no_change(tmp_path: Path, stored: str, found: str) -> None:
    catalogue(tmp_path)
    delivered(tmp_path, row(1).replace("\n", stored))
    write_delivery(tmp_path, 1, row(1).replace("\n", found))
    assert value(tmp_path) == "1"


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("1;leverans;scb;2025-07;2025-09-01;;;leverans-001.csv;;;;", [("kontrollsumma-saknas", "2:9 (sha256)")]),
        ("1;leverans;sbc;2025-07;2025-09-01;;;leverans-001.csv;{};;;", [("okand-kalla", "2:3 (kalla)")]),
        ("x;leverans;scb;2025-07;2025-09-01;;;leverans-001.csv;{};;;", [("fel-leveransnummer", "2:1 (leverans)")]),
        ("0;leverans;scb;2025-07;2025-09-01;;;leverans-001.csv;{};;;", [("fel-leveransnummer", "2:1 (leverans)")]),
        ("1;leverans;scb;juli 2025;2025-09-01;;;leverans-001.csv;{};;;", [("fel-uttag", "2:4 (uttag)")]),
        ("1;leverans;scb;2025-07;2025-09;;;leverans-001.csv;{};;;", [("fel-inlast", "2:5 (inlast)")]),
        ("1;leverans;scb;2025-10;2025-09-01;;;leverans-001.csv;{};;;", [("uttag-efter-inlasning", "2:4 (uttag)")]),
        ("1;leverans;scb;2025-07;2025-09-01;;;../hemligt.csv;{};;;", [("fel-filnamn", "2:8 (observationer)")]),
        ("1;leverans;scb;2025-07;2025-09-01;;;;{};;;", [("fel-filnamn", "2:8 (observationer)")]),
        ("1;leverans;scb;2025-07;2025-09-01;;;leverans-001.csv;{};;", [("fel-antal-celler", "2")]),
        (
            "1;leverans;scb;juli;2025-09-01;;;leverans-001.csv;abc;;;",
            [("fel-uttag", "2:4 (uttag)"), ("kontrollsumma-saknas", "2:9 (sha256)")],
        ),
        (
            f"x;leverans;scb;2025-07;2025-09-01;;;leverans-001.csv;{'a' * 64};;;",
            [("fel-leveransnummer", "2:1 (leverans)"), ("leverans-andrad", "2:8 (observationer)")],
        ),
        (
            "1;leverans;scb;2025-07;2025-09;;;x.txt;{};;;",
            [("fel-inlast", "2:5 (inlast)"), ("fel-filnamn", "2:8 (observationer)")],
        ),
    ],
)
def test_faults_of_the_index(tmp_path: Path, entry: str, found: list[tuple[str, str]]) -> None:
    known = catalogue(tmp_path)
    write_index(tmp_path, entry.format(write_delivery(tmp_path, 1, row(1))))
    problems = [problem for problem in read_archive(tmp_path, known)[1] if problem.place.file == INDEX]
    assert [(problem.code, str(problem.place)) for problem in problems] == [(code, f"{INDEX}:{spot}") for code, spot in found]


def test_a_number_and_a_file_belong_to_one_delivery(tmp_path: Path) -> None:
    known = catalogue(tmp_path)
    entry = f"1;leverans;scb;2025-07;2025-09-01;;;leverans-001.csv;{write_delivery(tmp_path, 1, row(1))};;;"
    write_index(tmp_path, entry, entry)
    problems = read_archive(tmp_path, known)[1]
    assert [str(problem.place) for problem in problems] == [f"{INDEX}:3:1 (leverans)", f"{INDEX}:3:8 (observationer)"]


def test_missing_files_are_named(tmp_path: Path) -> None:
    known = catalogue(tmp_path)
    assert [problem.code for problem in read_archive(tmp_path, known)[1]] == ["fil-saknas"]
    write_index(tmp_path, f"1;leverans;scb;2025-07;2025-09-01;;;leverans-009.csv;{'a' * 64};;;")
    deliveries, problems = read_archive(tmp_path, known)
    assert [str(problem.place) for problem in problems] == ["report/data/leverans-009.csv"]
    assert deliveries[0].observations == ()


def test_deliveries_come_by_number_whatever_the_index_says(tmp_path: Path) -> None:
    known = catalogue(tmp_path)
    sums = [write_delivery(tmp_path, number, row(number, place)) for number, place in ((1, "Åre"), (2, "Berg"))]
    write_index(
        tmp_path,
        f"2;leverans;scb;2025-07;2025-09-02;;;leverans-002.csv;{sums[1]};;;",
        f"1;leverans;scb;2025-07;2025-09-01;uttag.xlsx;;leverans-001.csv;{sums[0].upper()};;;en not",
    )
    deliveries, problems = read_archive(tmp_path, known)
    assert problems == ()
    assert [(one.number, one.file, one.note) for one in deliveries] == [(1, "uttag.xlsx", "en not"), (2, "", "")]


def test_the_rest_is_read_when_one_delivery_is_wrong(tmp_path: Path) -> None:
    known = catalogue(tmp_path)
    delivered(tmp_path, "skräp", observations(GOOD))
    deliveries, problems = read_archive(tmp_path, known)
    assert [len(one.observations) for one in deliveries] == [0, 1]
    assert {problem.place.file for problem in problems} == {"report/data/leverans-001.csv"}


def test_a_delivery_whose_row_is_wrong_is_not_used_but_its_file_is_looked_into(tmp_path: Path) -> None:
    known = catalogue(tmp_path)
    checksum = write_delivery(tmp_path, 1, row(1).replace(";1;", ";1.5;"))
    write_index(tmp_path, f"1;leverans;scb;juli;2025-09-01;;;leverans-001.csv;{checksum};;;")
    deliveries, problems = read_archive(tmp_path, known)
    assert deliveries == ()
    assert [problem.code for problem in problems] == ["fel-uttag", "decimalpunkt"]

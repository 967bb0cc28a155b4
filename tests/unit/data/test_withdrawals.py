from pathlib import Path

import pytest

from rapportbyggare.core.figure import FactKey
from rapportbyggare.core.problem import Severity
from rapportbyggare.data.archive import as_of, as_of_moment, read_archive
from rapportbyggare.data.deliveries import INDEX
from rapportbyggare.data.moments import Moment
from tests.unit.data.archives import GOOD, catalogue, delivered, observations, read_all

FACT = FactKey("antal_kkb", "antal", 2025, "Åre")


def value(number: int) -> str:
    return observations(GOOD.replace("301", str(number)))


def withdrawn(project: Path, *rows: str) -> None:
    """Two deliveries (1 on 28 January, 2 on 28 February) and these rows after them."""
    catalogue(project)
    delivered(project, value(1), value(2))
    with (project / INDEX).open("a", encoding="utf-8") as index:
        index.writelines(f"{row}\n" for row in rows)


def test_a_withdrawal_acts_from_its_day_on(tmp_path: Path) -> None:
    withdrawn(tmp_path, "3;återkallelse;scb;;2025-03-10;;;;;;2;'-fel urval")
    known = catalogue(tmp_path)
    deliveries, problems = read_archive(tmp_path, known)
    assert problems == ()
    two = deliveries[1]
    assert (two.withdrawn, two.withdrawn_by, two.withdrawn_why) == ("2025-03-10", 3, "-fel urval")
    before, after, now = (as_of(deliveries, known, day) for day in ("2025-03-09", "2025-03-10", None))
    assert [set_of.observations[FACT].amount for set_of in (before, after, now)] == [2, 1, 1]
    assert [one.number for one in after.deliveries] == [1] and after == now
    assert (before.date, after.date) == ("2025-02-28", "2025-03-10")
    assert [one.withdrawn for one in before.deliveries] == ["", ""]


def test_on_the_same_day_the_numbers_tell_what_came_first(tmp_path: Path) -> None:
    withdrawn(tmp_path, "3;återkallelse;scb;;2025-02-28;;;;;;2;fel")
    known = catalogue(tmp_path)
    deliveries, problems = read_archive(tmp_path, known)
    assert problems == ()
    found = [as_of_moment(deliveries, known, Moment("2025-02-28", number)) for number in (2, 3)]
    assert [one.observations[FACT].amount for one in found] == [2, 1]


@pytest.mark.parametrize(
    ("row", "code", "spot"),
    [
        ("3;återkallelse;scb;;2025-03-10;;;;;;9;fel", "okand-leverans", "11 (aterkallar)"),
        ("3;återkallelse;scb;;2025-03-10;;;;;;3;fel", "aterkallelse-av-aterkallelse", "11 (aterkallar)"),
        ("3;återkallelse;scb;;2025-03-10;;;;;;;fel", "fel-aterkallad-leverans", "11 (aterkallar)"),
        ("3;återkallelse;scb;;2025-03-10;;;;;;två;fel", "fel-aterkallad-leverans", "11 (aterkallar)"),
        ("3;återkallelse;egen;;2025-03-10;;;;;;2;fel", "fel-kalla-i-aterkallelse", "3 (kalla)"),
        ("3;återkallelse;sbc;;2025-03-10;;;;;;2;fel", "okand-kalla", "3 (kalla)"),
        ("3;återkallelse;scb;;2025-02-27;;;;;;2;fel", "aterkallelse-fore-inlasning", "5 (inlast)"),
        ("3;återkallelse;scb;;i mars;;;;;;2;fel", "fel-inlast", "5 (inlast)"),
        ("3;återkallelse;scb;2025-02;2025-03-10;;;;;;2;fel", "cell-i-aterkallelse", "4 (uttag)"),
        ("3;återkallelse;scb;;2025-03-10;;;leverans-002.csv;;;2;fel", "cell-i-aterkallelse", "8 (observationer)"),
        ("2;återkallelse;scb;;2025-03-10;;;;;;1;fel", "dubbel-leverans", "1 (leverans)"),
        ("x;återkallelse;scb;;2025-03-10;;;;;;1;fel", "fel-leveransnummer", "1 (leverans)"),
    ],
)
def test_a_withdrawal_at_fault_withdraws_nothing(tmp_path: Path, row: str, code: str, spot: str) -> None:
    withdrawn(tmp_path, row)
    dataset, (problem,) = read_all(tmp_path)
    assert (problem.code, str(problem.place), problem.severity) == (code, f"{INDEX}:4:{spot}", Severity.ERROR)
    assert problem.expected and problem.remedy
    assert dataset.observations[FACT].amount == 2


def test_a_delivery_is_withdrawn_once(tmp_path: Path) -> None:
    withdrawn(tmp_path, "4;återkallelse;scb;;2025-03-12;;;;;;2;fel", "3;återkallelse;scb;;2025-03-10;;;;;;2;fel")
    dataset, (problem,) = read_all(tmp_path, "2025-03-11")
    assert (problem.code, str(problem.place)) == ("redan-aterkallad", f"{INDEX}:4:11 (aterkallar)")
    assert "från och med 2025-03-10 (nummer 3" in problem.message
    assert dataset.observations[FACT].amount == 1


def test_a_withdrawal_of_a_withdrawal_tells_what_to_do_instead(tmp_path: Path) -> None:
    withdrawn(tmp_path, "3;återkallelse;scb;;2025-03-10;;;;;;2;fel", "4;återkallelse;scb;;2025-03-11;;;;;;3;ändå rätt")
    dataset, (problem,) = read_all(tmp_path)
    assert (problem.code, problem.place.line) == ("aterkallelse-av-aterkallelse", 5)
    assert "läs in dess fil på nytt" in problem.remedy
    assert dataset.observations[FACT].amount == 1


def test_a_withdrawal_without_a_reason_counts_but_is_a_flaw(tmp_path: Path) -> None:
    withdrawn(tmp_path, "3;återkallelse;scb;;2025-03-10;;;;;;2;")
    dataset, (problem,) = read_all(tmp_path)
    assert (problem.code, problem.severity, problem.place.cell) == ("orsak-saknas", Severity.FLAW, "not")
    assert dataset.observations[FACT].amount == 1


@pytest.mark.parametrize(
    ("row", "code", "spot"),
    [
        ("3;;scb;2025-03;2025-03-28;;;a.csv;{};;;", "okant-slag", "2 (slag)"),
        ("3;aterkallelse;scb;2025-03;2025-03-28;;;a.csv;{};;;", "okant-slag", "2 (slag)"),
        ("3;leverans;scb;2025-03;2025-03-28;;;a.csv;{};;2;", "aterkallar-i-leverans", "11 (aterkallar)"),
        ("3;leverans;scb;2025-03;2025-03-28;;abc;a.csv;{};;;", "fel-filsumma", "7 (filsumma)"),
        ("3;leverans;scb;2025-03;2025-03-28;;;a.csv;{};antal_kkb;;", "fel-tackning", "10 (tackning)"),
    ],
)
def test_a_delivery_at_fault_is_not_used(tmp_path: Path, row: str, code: str, spot: str) -> None:
    from hashlib import sha256

    content = value(3).encode()
    withdrawn(tmp_path, row.format(sha256(content).hexdigest()))
    (tmp_path / "report" / "data" / "a.csv").write_bytes(content)
    dataset, (problem,) = read_all(tmp_path)
    assert (problem.code, str(problem.place)) == (code, f"{INDEX}:4:{spot}")
    assert dataset.observations[FACT].amount == 2


def test_what_is_withdrawn_contradicts_nothing(tmp_path: Path) -> None:
    catalogue(tmp_path)
    delivered(tmp_path, value(1), value(2), dates=(("2025-07", "2025-09-01"), ("2025-07", "2025-09-02")))
    assert [problem.code for problem in read_all(tmp_path)[1]] == ["olika-varden-samma-uttag"]
    with (tmp_path / INDEX).open("a", encoding="utf-8") as index:
        index.write("3;återkallelse;scb;;2025-09-03;;;;;;1;fel\n")
    dataset, problems = read_all(tmp_path)
    assert problems == () and dataset.observations[FACT].amount == 2


def test_what_replaces_a_withdrawn_delivery_is_not_called_unused(tmp_path: Path) -> None:
    catalogue(tmp_path)
    delivered(tmp_path, value(1), value(2), dates=(("2025-08", "2025-09-01"), ("2025-07", "2025-09-02")))
    assert [problem.code for problem in read_all(tmp_path)[1]] == ["leverans-anvands-inte"]
    with (tmp_path / INDEX).open("a", encoding="utf-8") as index:
        index.write("3;återkallelse;scb;;2025-09-03;;;;;;1;fel\n")
    assert read_all(tmp_path)[1] == ()


def test_another_period_from_the_same_extract_is_a_contradiction(tmp_path: Path) -> None:
    catalogue(tmp_path)
    row = GOOD.replace("definitiv;", "definitiv;hösten")
    delivered(tmp_path, value(301), observations(row), dates=(("2025-07", "2025-09-01"), ("2025-07", "2025-09-02")))
    (problem,) = read_all(tmp_path)[1]
    assert "301 (definitiv) för perioden hösten" in problem.message and "för perioden juli 2025" in problem.message

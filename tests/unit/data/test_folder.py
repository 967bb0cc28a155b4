"""One intake at a time, and nothing left of one that failed."""

import os
import signal
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from threading import Thread
from time import sleep

import pytest

from rapportbyggare.core.dataset import Catalogue
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.data import writing_messages
from rapportbyggare.data.archive import read_archive
from rapportbyggare.data.deliveries import INDEX
from rapportbyggare.data.folder import LOCK_NAME, Busy, commit, hold
from rapportbyggare.data.writer import add_deliveries, add_withdrawal
from tests.unit.data.archives import catalogue, fact, received, snapshot, write_delivery
from tests.unit.data.children import in_children, on_posix

DAY = "2025-09-04"


@pytest.fixture
def known(tmp_path: Path) -> Catalogue:
    return catalogue(tmp_path)


def add(project: Path, known: Catalogue, file: str = "uttag.xlsx", place: str = "Åre") -> tuple[Problem, ...]:
    """Add a delivery to what the archive holds now."""
    deliveries, problems = read_archive(project, known)
    assert problems == () or not (project / INDEX).exists()
    return add_deliveries(project, [received(fact(1, place), file=file)], known, deliveries, DAY)[1]


def interrupted(project: Path, content: bytes = b"x") -> None:
    """What an intake leaves when it dies between its two renames."""
    folder = project / "report" / "data"
    (folder / LOCK_NAME).write_text(f"4711 DATOR\nleverans-001.csv {sha256(content).hexdigest()}\n", encoding="utf-8")
    (folder / "leverans-001.csv").write_bytes(content)
    (folder / ".leveranser.csv.tmp").write_bytes(b"half")


def test_one_at_a_time(tmp_path: Path) -> None:
    with hold(tmp_path), pytest.raises(Busy, match=rf"^{os.getpid()} \S"), hold(tmp_path, patience=0):
        pass
    assert list(tmp_path.iterdir()) == []


def test_the_loser_waits_a_moment(tmp_path: Path) -> None:
    held = hold(tmp_path)
    held.__enter__()

    def let_go() -> None:
        sleep(0.2)
        held.__exit__(None, None, None)

    other = Thread(target=let_go)
    other.start()
    with hold(tmp_path, patience=10):
        other.join()
    assert list(tmp_path.iterdir()) == []


def test_who_waits_in_vain_is_told_who_holds_the_lock(tmp_path: Path, known: Catalogue) -> None:
    with hold(tmp_path / "report" / "data"):
        (problem,) = add(tmp_path, known)
    assert (problem.code, problem.place.file) == ("inlasning-pagar", f"report/data/{LOCK_NAME}")
    assert f"process {os.getpid()} på datorn" in problem.message
    assert add(tmp_path, known) == ()


def test_a_lock_that_says_nothing_is_told_of_without_a_name(tmp_path: Path) -> None:
    assert "process" not in writing_messages.busy(Place("report/data/.las"), "").message


def test_an_index_that_changes_meanwhile_is_left_alone(tmp_path: Path) -> None:
    index = tmp_path / "leveranser.csv"
    index.write_bytes(b"old")
    with hold(tmp_path) as lock:
        index.write_bytes(b"by somebody else")
        assert not commit(tmp_path, lock, {"leverans-001.csv": b"x"}, b"old", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"leveranser.csv": b"by somebody else"}


def test_what_an_interrupted_intake_left_is_no_fault_and_is_cleared_away(tmp_path: Path, known: Catalogue) -> None:
    add(tmp_path, known)
    deliveries = read_archive(tmp_path, known)[0]
    add_withdrawal(tmp_path, known, deliveries, 1, DAY, "fel")
    before = read_archive(tmp_path, known)
    content = b"leverans-003"
    write_delivery(tmp_path, 3, content)
    lock = tmp_path / "report" / "data" / LOCK_NAME
    lock.write_text(f"1 D\nleverans-003.csv {sha256(content).hexdigest()}\n", encoding="utf-8")
    assert read_archive(tmp_path, known) == before
    assert add(tmp_path, known, "ny.xlsx") == ()
    deliveries, problems = read_archive(tmp_path, known)
    assert [one.number for one in deliveries] == [1, 3] and problems == ()
    assert sorted(snapshot(tmp_path)) == ["leverans-001.csv", "leverans-003.csv", "leveranser.csv"]


def test_a_file_that_is_not_as_the_intake_left_it_is_somebodys_own(tmp_path: Path, known: Catalogue) -> None:
    add(tmp_path, known)
    (tmp_path / INDEX).write_bytes((tmp_path / INDEX).read_bytes().splitlines(keepends=True)[0])
    interrupted(tmp_path)
    write_delivery(tmp_path, 1, "min egen")
    assert [problem.code for problem in read_archive(tmp_path, known)[1]] == ["leverans-utan-rad"]
    with hold(tmp_path / "report" / "data"):
        assert (tmp_path / "report/data/leverans-001.csv").read_text(encoding="utf-8") == "min egen"


def test_nothing_outside_the_folder_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "viktig.csv").write_bytes(b"x")
    (tmp_path / "data").mkdir()
    lock = f"1 D\n../viktig.csv {sha256(b'x').hexdigest()}\n"
    (tmp_path / "data" / LOCK_NAME).write_text(lock, encoding="utf-8")
    with hold(tmp_path / "data"):
        pass
    assert [path.name for path in tmp_path.rglob("*.csv")] == ["viktig.csv"]


def test_a_file_of_a_finished_intake_is_kept_when_the_lock_was_never_removed(tmp_path: Path, known: Catalogue) -> None:
    add(tmp_path, known)
    before = snapshot(tmp_path)
    lock = f"1 D\nleverans-001.csv {sha256(before['leverans-001.csv']).hexdigest()}\n"
    (tmp_path / "report" / "data" / LOCK_NAME).write_text(lock, encoding="utf-8")
    with hold(tmp_path / "report" / "data"):
        pass
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("name", [".leveranser.csv.tmp", ".leverans-001.csv.tmp", LOCK_NAME])
def test_a_disk_that_will_not_take_the_files_is_a_problem(tmp_path: Path, known: Catalogue, name: str) -> None:
    (tmp_path / "report" / "data" / name).mkdir()
    (problem,) = add(tmp_path, known)
    assert problem.code == "kan-inte-skriva-arkivet" and problem.remedy
    assert sorted(snapshot_names(tmp_path)) == [name]


def snapshot_names(project: Path) -> list[str]:
    return [path.name for path in (project / "report" / "data").iterdir()]


def test_a_folder_that_is_a_file_is_a_problem(tmp_path: Path, known: Catalogue) -> None:
    (tmp_path / "report" / "data").rmdir()
    (tmp_path / "report" / "data").write_bytes(b"")
    assert [problem.code for problem in add(tmp_path, known)] == ["kan-inte-skriva-arkivet"]


def test_a_missing_folder_is_made(tmp_path: Path, known: Catalogue) -> None:
    (tmp_path / "report" / "data").rmdir()
    assert add(tmp_path, known) == ()
    assert read_archive(tmp_path, known)[1] == ()


@on_posix
@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_folder_that_is_read_only_is_a_problem(tmp_path: Path, known: Catalogue) -> None:
    folder = tmp_path / "report" / "data"
    folder.chmod(0o500)
    try:
        assert [problem.code for problem in add(tmp_path, known)] == ["kan-inte-skriva-arkivet"]
    finally:
        folder.chmod(0o700)


@on_posix
@pytest.mark.parametrize("most", [10, 150, 250, 400])
def test_a_full_disk_leaves_the_archive_as_it_was(tmp_path: Path, known: Catalogue, most: int) -> None:
    add(tmp_path, known)
    before = snapshot(tmp_path)
    assert in_children(lambda: full(tmp_path, known, most)) == [os.EX_OK]
    assert snapshot(tmp_path) == before


def full(project: Path, known: Catalogue, most: int) -> int:
    """Add a delivery where no file may be larger than `most`; EX_OK when that is said."""
    import resource

    deliveries, _ = read_archive(project, known)
    file = received(*(fact(1, place, year) for place in ("Åre", "Berg") for year in range(2000, 2010)), file="b.xlsx")
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    added, problems = add_deliveries(project, [file], known, deliveries, DAY)
    said = [problem.code for problem in problems] == ["kan-inte-skriva-arkivet"] and "plats på disken" in problems[0].message
    return os.EX_OK if said and added == () else 1


@on_posix
def test_two_at_once_do_not_mix(tmp_path: Path, known: Catalogue) -> None:
    add(tmp_path, known)
    deliveries, _ = read_archive(tmp_path, known)

    def one_of_two(place: str) -> Callable[[], int]:
        files = [received(fact(1, place, year), file=f"{place}{year}") for year in range(2000, 2004)]
        return lambda: len(add_deliveries(tmp_path, files, known, deliveries, DAY)[0])

    counts = in_children(one_of_two("Berg"), one_of_two("Östersund"))
    assert sorted(counts) == [0, 4]
    after, problems = read_archive(tmp_path, known)
    assert problems == () and [one.number for one in after] == [1, 2, 3, 4, 5]
    assert len({row.key.area for one in after[1:] for row in one.observations}) == 1
    assert LOCK_NAME not in snapshot(tmp_path)

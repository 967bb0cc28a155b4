from hashlib import sha256
from pathlib import Path

import pytest

from rapportbyggare.core.problem import Severity
from rapportbyggare.data.unlisted import unlisted
from tests.unit.data.archives import GOOD, INDEX_HEAD, catalogue, delivered, observations, read_all, write_delivery

FOLDER = "report/data"
ROW = "1;leverans;scb;2025-07;2025-09-01;uttag.xlsx;;leverans-001.csv;abc;;;"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / FOLDER).mkdir(parents=True)
    return tmp_path


def rows_told(project: Path, index: str) -> list[str]:
    return [problem.remedy.rpartition(": ")[2] for problem in unlisted(project, index)]


def test_the_row_that_is_lacking_works_when_it_is_pasted_and_filled_in(tmp_path: Path) -> None:
    catalogue(tmp_path)
    delivered(tmp_path, observations(GOOD))
    checksum = write_delivery(tmp_path, 2, observations(GOOD.replace("301", "302")))
    _, (problem,) = read_all(tmp_path)
    row = f"2;leverans;…;…;…;leverans-002.csv;;leverans-002.csv;{checksum};;;"
    assert (problem.code, str(problem.place)) == ("leverans-utan-rad", f"{FOLDER}/leverans-002.csv")
    assert problem.severity is Severity.ERROR
    assert problem.remedy.endswith(f": {row}")
    with (tmp_path / FOLDER / "leveranser.csv").open("a", encoding="utf-8") as index:
        index.write(row.replace("…", "scb", 1).replace("…", "2025-08", 1).replace("…", "2025-09-01") + "\n")
    assert read_all(tmp_path)[1] == ()


def test_several_files_get_a_number_each_in_the_columns_of_the_index(project: Path) -> None:
    for name in ("b.CSV", "a.csv"):
        (project / FOLDER / name).write_bytes(b"x")
    head = INDEX_HEAD.replace("leverans;slag;kalla", "kalla;leverans;slag")
    row = ROW.replace("1;leverans;scb", "scb;41;leverans")
    checksum = sha256(b"x").hexdigest()
    assert rows_told(project, f"{head}\n{row}\n") == [
        f"…;{nr};leverans;…;…;{n};;{n};{checksum};;;" for nr, n in ((42, "a.csv"), (43, "b.CSV"))
    ]


def test_an_index_without_rows_begins_at_one(project: Path) -> None:
    (project / FOLDER / "a.csv").write_bytes(b"x")
    assert [row[:2] for row in rows_told(project, INDEX_HEAD)] == ["1;"]


@pytest.mark.parametrize(
    "name",
    [
        "leveranser.csv",
        "anteckningar.txt",
        ".~lock.leverans-002.csv",
        "~$a.csv",
        "leverans-001.csv",
    ],
)
def test_what_is_named_or_no_delivery_is_left_alone(project: Path, name: str) -> None:
    (project / FOLDER / name).write_bytes(b"x")
    assert unlisted(project, f"{INDEX_HEAD}\n{ROW}\n") == ()


@pytest.mark.parametrize(
    "index",
    [
        pytest.param(f"{INDEX_HEAD}\n{ROW};;x\n", id="too many cells"),
        pytest.param(f"{INDEX_HEAD}\n{ROW}".replace(";", ","), id="commas"),
        pytest.param(f'{INDEX_HEAD}\n1;"scb;2025-07\n{ROW}', id="an open quotation mark"),
        pytest.param(f"{INDEX_HEAD}\n" + ROW.replace("leverans-001.csv", '" leverans-001.csv "'), id="quoted"),
    ],
)
def test_a_row_that_cannot_be_read_still_names_its_file(project: Path, index: str) -> None:
    (project / FOLDER / "leverans-001.csv").write_bytes(b"x")
    assert unlisted(project, index) == ()


def test_a_name_with_other_letters_is_the_same_however_the_disk_writes_it(project: Path) -> None:
    (project / FOLDER / "a\u030are.csv").write_bytes(b"x")
    assert unlisted(project, f"{INDEX_HEAD}\n1;leverans;scb;2025-07;2025-09-01;;;åre.csv;abc;;;\n") == ()

"""One digest of all inputs, and of nothing else."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest

from rapportbyggare.app.fingerprint import fingerprint
from rapportbyggare.core.dataset import Delivery

READ = ("report/rapport.toml", "sections/10-a.md", "figures/a.toml")
NOT_READ = (
    "report/data/uttag.xlsx",
    "report/data/leverans-001.csv",
    "report/kallor/scb.toml",
    "report/kontroll.toml",
    "report/utgavor/nämnden/utgava.toml",
    "sections/.a.md",
    "sections/~$a.md",
    "sections/a.md~",
    "figures/a.svg",
    "output/a.md",
    "a.md",
)


def digest(folder: Path, extra: Iterable[str] = (), others: Iterable[str] = ()) -> str:
    return fingerprint(folder, "1", extra, others)


@pytest.mark.parametrize("name", READ)
def test_what_is_read_counts_by_name_and_content(tmp_path: Path, name: str) -> None:
    none = digest(tmp_path)
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"a")
    one = digest(tmp_path)
    path.write_bytes(b"b")
    two = digest(tmp_path)
    path.rename(path.with_name("annan" + path.suffix))
    assert len({none, one, two, digest(tmp_path)}) == 4


@pytest.mark.parametrize("name", NOT_READ)
def test_what_is_not_read_does_not_count(tmp_path: Path, name: str) -> None:
    before = digest(tmp_path)
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(b"a")
    assert digest(tmp_path) == before


def test_the_deliveries_used_count_by_what_they_hold_and_when_they_came(tmp_path: Path) -> None:
    one = Delivery(1, "scb", "2025-07", "2025-08-01", "a.csv", "", (), checksum="a")
    others = [
        one._replace(number=2),
        one._replace(checksum="b"),
        one._replace(extract="2025-08"),
        one._replace(received="2025-09-01"),
    ]
    found = {
        fingerprint(tmp_path, "1", deliveries=used) for used in ((), (one,), *((other,) for other in others), (one, others[0]))
    }
    assert len(found) == 7


def test_what_is_said_of_a_delivery_later_does_not_count(tmp_path: Path) -> None:
    one = Delivery(1, "scb", "2025-07", "2025-08-01", "a.csv", "", (), checksum="a")
    later = one._replace(withdrawn="2025-10-01", withdrawn_by=2, withdrawn_why="fel")
    assert fingerprint(tmp_path, "1", deliveries=(one,)) == fingerprint(tmp_path, "1", deliveries=(later,))


def test_other_inputs_version_and_wishes_count(tmp_path: Path) -> None:
    (tmp_path / "mall.dotx").write_bytes(b"a")
    found = {digest(tmp_path), digest(tmp_path, ("slutlig",)), digest(tmp_path, (), ("mall.dotx",)), fingerprint(tmp_path, "2")}
    (tmp_path / "mall.dotx").write_bytes(b"b")
    found.add(digest(tmp_path, (), ("mall.dotx",)))
    assert len(found) == 5


def test_a_name_with_a_ring_is_the_same_however_the_disk_writes_it(tmp_path: Path) -> None:
    digests = set()
    for form in ("NFC", "NFD"):
        path = tmp_path / form / "sections" / unicodedata.normalize(form, "åtgärd.md")
        path.parent.mkdir(parents=True)
        path.write_bytes(b"a")
        digests.add(digest(tmp_path / form))
    assert len(digests) == 1


def test_nothing_outside_the_project_is_read(tmp_path: Path) -> None:
    project = tmp_path / "projekt"
    (project / "sections").mkdir(parents=True)
    (tmp_path / "hemlig").write_bytes(b"a")
    (project / "sections" / "10.md").symlink_to(tmp_path / "hemlig")
    before = digest(project)
    (tmp_path / "hemlig").write_bytes(b"b")
    assert digest(project) == before

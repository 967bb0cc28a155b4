"""A finished file is put in place, and what somebody has edited is never replaced."""

import os
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

import pytest

from rapportbyggare.app import output
from rapportbyggare.app.output import Placed, Reason, place

OLD, NEW, EDITED = b"det gamla", b"det nya", b"en kollegas"
DATE = "2025-09-01"
SIBLING = "rapport-uppgifter-2025-09-01.docx"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "output" / "rapport.docx"


@pytest.fixture
def ours(target: Path) -> Path:
    """A document that was last written by us."""
    assert place(OLD, target, DATE) == Placed(target)
    return target


def drafts(target: Path) -> list[str]:
    return [path.name for path in target.parent.glob("*.tmp")]


def test_a_file_that_is_not_there_is_written_with_its_folders(target: Path) -> None:
    assert place(NEW, target, DATE) == Placed(target)
    assert target.read_bytes() == NEW
    assert target.stat().st_mode & 0o777 == 0o666 & ~output._umask()


def test_our_own_file_is_replaced(ours: Path) -> None:
    assert place(NEW, ours, DATE) == Placed(ours)
    assert ours.read_bytes() == NEW
    assert drafts(ours) == []


def test_a_file_with_the_same_bytes_is_left_as_it_is(ours: Path) -> None:
    before = ours.stat()
    assert place(OLD, ours, DATE) == Placed(ours, None, True)
    assert (ours.stat().st_mtime_ns, ours.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_an_edited_file_gets_a_sibling(ours: Path) -> None:
    ours.write_bytes(EDITED)
    assert place(NEW, ours, DATE) == Placed(ours.with_name(SIBLING), Reason.EDITED, kept=ours)
    assert (ours.read_bytes(), ours.with_name(SIBLING).read_bytes()) == (EDITED, NEW)


def test_a_file_that_was_never_ours_gets_a_sibling(target: Path) -> None:
    target.parent.mkdir()
    target.write_bytes(EDITED)
    assert place(NEW, target, DATE).reason is Reason.EDITED
    assert target.read_bytes() == EDITED


def test_a_decided_document_is_never_replaced(tmp_path: Path) -> None:
    target = tmp_path / "rapport.docx"
    assert place(OLD, target, DATE, decided=True) == Placed(target)
    assert place(OLD, target, DATE, decided=True) == Placed(target, None, True)
    for decided in (False, True):
        beside = place(NEW, target, DATE, decided)
        assert (beside.path.name, beside.reason, beside.kept) == (SIBLING, Reason.DECIDED, target)
    assert target.read_bytes() == OLD


def test_the_sibling_is_replaced_while_it_is_ours_and_has_siblings_of_its_own_when_edited(ours: Path) -> None:
    ours.write_bytes(EDITED)
    sibling = place(OLD, ours, DATE).path
    assert place(NEW, ours, DATE) == Placed(sibling, Reason.EDITED, kept=ours)
    assert place(NEW, ours, DATE) == Placed(sibling, Reason.EDITED, True, ours)
    sibling.write_bytes(EDITED)
    assert place(NEW, ours, DATE).path.name == "rapport-uppgifter-2025-09-01-2.docx"
    assert (ours.read_bytes(), sibling.read_bytes()) == (EDITED, EDITED)


def test_without_a_date_the_sibling_is_called_new(ours: Path) -> None:
    ours.write_bytes(EDITED)
    assert place(NEW, ours, "").path.name == "rapport-ny.docx"


@pytest.mark.parametrize("lock", ["~$pport.docx", "~$rapport.docx", ".~lock.rapport.docx#"])
def test_a_file_that_is_open_gets_a_sibling(ours: Path, lock: str) -> None:
    ours.with_name(lock).write_bytes(b"")
    assert place(NEW, ours, DATE) == Placed(ours.with_name(SIBLING), Reason.LOCKED, kept=ours)
    assert ours.read_bytes() == OLD


def test_a_lock_left_behind_by_a_file_that_is_gone_is_no_lock(target: Path) -> None:
    target.parent.mkdir()
    target.with_name("~$pport.docx").write_bytes(b"")
    assert place(NEW, target, DATE) == Placed(target)


def test_receipts_lost(ours: Path) -> None:
    """Without a receipt nobody knows whose the file is; the same bytes are ours all the same."""
    output._receipt(ours).unlink()
    assert place(OLD, ours, DATE) == Placed(ours, None, True)
    assert place(NEW, ours, DATE) == Placed(ours)
    output._receipt(ours).unlink()
    assert place(OLD, ours, DATE).reason is Reason.EDITED


def test_a_receipt_that_is_nonsense_is_none(ours: Path) -> None:
    output._receipt(ours).write_bytes(b"\xff\x00nonsens")
    assert place(NEW, ours, DATE).reason is Reason.EDITED


def test_a_link_is_replaced_and_never_written_through(target: Path, tmp_path: Path) -> None:
    other = tmp_path / "annan.docx"
    target.parent.mkdir()
    target.symlink_to(other)
    assert place(NEW, target, DATE) == Placed(target)
    assert not other.exists()
    other.write_bytes(EDITED)
    target.unlink()
    target.symlink_to(other)
    assert place(OLD, target, DATE).reason is Reason.EDITED
    assert other.read_bytes() == EDITED


def test_a_folder_in_the_files_place(target: Path) -> None:
    target.mkdir(parents=True)
    with pytest.raises(IsADirectoryError):
        place(NEW, target, DATE)
    assert list(target.parent.iterdir()) == [target]


def test_a_file_in_the_folders_place(target: Path) -> None:
    target.parent.write_bytes(EDITED)
    with pytest.raises(NotADirectoryError):
        place(NEW, target, DATE)


def refusing(name: str, error: OSError) -> Callable[..., object]:
    """os.replace as it is where the file `name` is open in Word on Windows."""
    real = os.replace

    def refuse(source: str, destination: str) -> None:
        if Path(destination).name == name:
            raise error
        real(source, destination)

    return refuse


def test_a_file_that_cannot_be_replaced_gets_a_sibling(ours: Path) -> None:
    with patch("os.replace", refusing(ours.name, PermissionError(13, "låst"))):
        assert place(NEW, ours, DATE) == Placed(ours.with_name(SIBLING), Reason.LOCKED, kept=ours)
    assert (ours.read_bytes(), drafts(ours)) == (OLD, [])
    assert place(NEW, ours, DATE) == Placed(ours)


def test_a_folder_that_cannot_be_written_is_said(ours: Path) -> None:
    with patch("rapportbyggare.app.output.mkstemp", side_effect=PermissionError(13, "nej")), pytest.raises(PermissionError):
        place(NEW, ours, DATE)
    assert ours.read_bytes() == OLD


def test_a_folder_that_cannot_be_written_does_not_matter_when_nothing_has_changed(ours: Path) -> None:
    output._receipt(ours).unlink()
    with patch("rapportbyggare.app.output.mkstemp", side_effect=PermissionError(13, "nej")):
        assert place(OLD, ours, DATE) == Placed(ours, None, True)


def test_a_file_saved_while_we_write_is_left_alone(ours: Path) -> None:
    """Somebody saves between the first look and the rename."""
    real = os.fsync

    def save(handle: int) -> None:
        real(handle)
        ours.write_bytes(EDITED)

    with patch("os.fsync", save):
        placed = place(NEW, ours, DATE)
    assert placed.reason is Reason.EDITED
    assert ours.read_bytes() == EDITED
    assert place(OLD, ours, DATE).reason is Reason.EDITED


STEPS = ("open", "fdopen", "fsync", "chmod", "replace", "unlink", "mkdir", "umask")
CALLS = 25


class Killed(BaseException):
    """The process ends here."""


def test_another_build_that_was_quicker_is_no_edit(ours: Path) -> None:
    real = os.fsync

    def place_too(handle: int) -> None:
        real(handle)
        ours.write_bytes(NEW)

    with patch("os.fsync", place_too):
        assert place(NEW, ours, DATE) == Placed(ours, None, True)
    assert place(OLD, ours, DATE) == Placed(ours)


@dataclass(slots=True)
class Disk:
    """The calls that change the disk, counted; the one numbered `last` fails, and after a kill all that follow."""

    last: int
    error: BaseException
    made: list[str] = field(default_factory=list)

    def call(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        def counted(*given: object, **named: object) -> object:
            self.made.append(name)
            if len(self.made) == self.last or (len(self.made) > self.last and isinstance(self.error, Killed)):
                raise self.error
            return real(*given, **named)

        return counted


def write_failing(content: bytes, target: Path, disk: Disk) -> None:
    """Place `content` on a disk that fails."""
    with ExitStack() as stack:
        for name in STEPS:
            stack.enter_context(patch(f"os.{name}", disk.call(name, getattr(os, name))))
        with suppress(Killed, OSError):
            place(content, target, DATE)


def test_the_calls_that_change_the_disk_are_known(ours: Path) -> None:
    disk = Disk(1000, Killed())
    write_failing(NEW, ours, disk)
    assert 20 < len(disk.made) <= CALLS, disk.made


@pytest.mark.parametrize(
    "error", [Killed(), OSError(28, "full"), PermissionError(13, "nej")], ids=["kill", "disk full", "refused"]
)
@pytest.mark.parametrize("step", range(1, CALLS + 1))
def test_whatever_fails_the_document_is_whole_and_ours(ours: Path, step: int, error: BaseException) -> None:
    disk = Disk(step, error)
    write_failing(NEW, ours, disk)
    assert ours.read_bytes() in (OLD, NEW)
    assert {path.read_bytes() for path in ours.parent.glob("rapport-*.docx")} <= {NEW}
    if not isinstance(error, Killed) and disk.made[step - 1] != "unlink":
        assert drafts(ours) == []
    assert place(b"det allra nyaste", ours, DATE) == Placed(ours)


def test_a_receipt_is_the_digest_of_what_was_written(ours: Path) -> None:
    assert output._receipt(ours).read_text(encoding="ascii") == sha256(OLD).hexdigest() + "\n"

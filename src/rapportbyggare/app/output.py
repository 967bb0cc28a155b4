"""Puts a finished file in place without ever replacing what somebody has edited."""

import os
from contextlib import suppress
from enum import Enum
from hashlib import sha256
from pathlib import Path
from tempfile import mkstemp
from typing import NamedTuple

ABSENT = ""
DECIDED = "beslutad"


class Reason(Enum):
    """Why a file was written beside its own name."""

    EDITED = "redigerad"
    LOCKED = "öppen"
    DECIDED = "beslutad"


class Placed(NamedTuple):
    """Where the file ended up; `unchanged` when nothing was written.

    `reason` is None when it has its own name; else `kept` is the file that has it and was left alone.
    """

    path: Path
    reason: Reason | None = None
    unchanged: bool = False
    kept: Path | None = None


def place(content: bytes, target: Path, data_date: str, decided: bool = False) -> Placed:
    """Write `content` to `target`, or to a sibling named by the data's date when `target` is not ours to replace.

    What is written as `decided` is never replaced by anything else.

    Raises OSError when the file cannot be written; what was there is then untouched, and no draft is left behind.
    """
    _make_folder(target.parent)
    placed = _put(content, target, decided)
    if isinstance(placed, Placed):
        return placed
    for sibling in _siblings(target, data_date):
        beside = _put(content, sibling, decided)
        if isinstance(beside, Placed):
            return beside._replace(reason=placed, kept=target)
    raise FileExistsError(target)


def blocked(target: Path) -> Reason | None:
    """Why `target` may not be replaced: it is not what was last written there, or somebody has it open."""
    try:
        there = _digest_of(target)
    except PermissionError:
        return Reason.LOCKED
    if there == ABSENT:
        return None
    if any((target.parent / name).exists() for name in (f"~${target.name[2:]}", f"~${target.name}", f".~lock.{target.name}#")):
        return Reason.LOCKED
    receipts = _receipts(target)
    if there not in receipts:
        return Reason.EDITED
    return Reason.DECIDED if DECIDED in receipts else None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(folder) from error


def _siblings(target: Path, data_date: str) -> list[Path]:
    stem = f"{target.stem}-uppgifter-{data_date}" if data_date else f"{target.stem}-ny"
    names = [stem, *(f"{stem}-{number}" for number in range(2, 1000))]
    return [target.with_name(name + target.suffix) for name in names]


def _put(content: bytes, target: Path, decided: bool) -> Placed | Reason:
    """Write `content` to `target` if it is ours to replace; else why it is not."""
    new = [_digest(content), *([DECIDED] if decided else [])]
    if _holds(target, content):
        with suppress(OSError):
            _keep_receipts(target, new)
        return Placed(target, None, True)
    if reason := blocked(target):
        return reason
    before = _digest_of(target)
    # Both digests count until the file is in place: a kill in between must not make our own file look edited.
    _keep_receipts(target, [*new, *(receipt for receipt in _receipts(target) if receipt == before)])
    try:
        ours = _replace(content, target, before)
    except PermissionError:
        if not target.exists():
            raise
        return Reason.LOCKED
    if not ours:  # somebody was quicker; another build of the same sources wrote the same
        return Placed(target, None, True) if _holds(target, content) else Reason.EDITED
    with suppress(OSError):
        _keep_receipts(target, new)
    return Placed(target)


def _holds(target: Path, content: bytes) -> bool:
    """Whether `target` is, byte for byte, `content`."""
    try:
        return target.is_file() and target.read_bytes() == content
    except PermissionError:
        return False


def _replace(content: bytes, target: Path, before: str | None) -> bool:
    """Write a draft beside `target` and rename it; False, and nothing done, when `target` is no longer `before`."""
    handle, name = mkstemp(prefix=f".{target.stem}-", suffix=".tmp", dir=target.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(0o666 & ~_umask())
        if before is not None and _digest_of(target) != before:
            return False
        draft.replace(target)
        return True
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _receipt(target: Path) -> Path:
    return target.with_name(f".{target.name}.sha256")


def _receipts(target: Path) -> list[str]:
    try:
        return _receipt(target).read_text(encoding="ascii", errors="replace").split()
    except OSError:
        return []


def _keep_receipts(target: Path, digests: list[str]) -> None:
    content = "".join(f"{digest}\n" for digest in digests).encode()
    if not _holds(_receipt(target), content):
        _replace(content, _receipt(target), None)


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def _digest_of(target: Path) -> str:
    """The digest of what stands at `target`, ABSENT when nothing does."""
    return _digest(target.read_bytes()) if target.exists() else ABSENT


def rewritten(content: bytes, target: Path, before: bytes) -> bool:
    """Put `content` in the place of a file that held `before`; False, and nothing done, when it holds that no longer.

    Raises OSError when the file cannot be written; it is then untouched.
    """
    return _replace(content, target.resolve(), _digest(before))

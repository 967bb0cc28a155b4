"""Puts a finished file in place without ever replacing what somebody has edited."""

import os
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from pathlib import Path
from tempfile import mkstemp


class Reason(Enum):
    """Why a file was written beside its own name."""

    EDITED = "redigerad"
    LOCKED = "öppen"


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the file ended up; `reason` is None when it has its own name, `unchanged` when nothing was written."""

    path: Path
    reason: Reason | None = None
    unchanged: bool = False


def place(content: bytes, target: Path, data_date: str) -> Placed:
    """Write `content` to `target`, or to a sibling named by the data's date when `target` is not ours to replace.

    Raises OSError when the folder cannot be written; nothing is then left behind.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    reason = blocked(target)
    if reason is None:
        try:
            return _put(content, target)
        except PermissionError:
            if not target.exists():
                raise
            reason = Reason.LOCKED
    if _same(target, content):
        return Placed(target, None, True)
    for sibling in _siblings(target, data_date):
        if blocked(sibling) is None:
            return Placed(_put(content, sibling).path, reason)
    raise FileExistsError(target)


def blocked(target: Path) -> Reason | None:
    """Why `target` may not be replaced: it is not what was last written there, or somebody has it open."""
    if not target.exists():
        return None
    if any((target.parent / name).exists() for name in (f"~${target.name[2:]}", f"~${target.name}", f".~lock.{target.name}#")):
        return Reason.LOCKED
    return None if _digest(target.read_bytes()) in _receipts(target) else Reason.EDITED


def _siblings(target: Path, data_date: str) -> list[Path]:
    stem = f"{target.stem}-uppgifter-{data_date}" if data_date else f"{target.stem}-ny"
    names = [stem, *(f"{stem}-{number}" for number in range(2, 1000))]
    return [target.with_name(name + target.suffix) for name in names]


def _put(content: bytes, target: Path) -> Placed:
    if _same(target, content):
        _keep_receipts(target, [_digest(content)])
        return Placed(target, None, True)
    before = _digest(target.read_bytes()) if target.exists() else ""
    # Both digests count until the file is in place: a kill in between must not make our own file look edited.
    _keep_receipts(target, [_digest(content), before] if before else [_digest(content)])
    _replace(content, target)
    _keep_receipts(target, [_digest(content)])
    return Placed(target)


def _same(target: Path, content: bytes) -> bool:
    return target.exists() and target.read_bytes() == content


def _replace(content: bytes, target: Path) -> None:
    handle, name = mkstemp(prefix=f".{target.stem}-", suffix=".tmp", dir=target.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(0o666 & ~_umask())
        draft.replace(target)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise


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
    if not _same(_receipt(target), content):
        _replace(content, _receipt(target))


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()

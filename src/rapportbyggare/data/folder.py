"""The archive's folder while something is put into it: by one at a time, and all of it or nothing.

The index decides what the archive holds, so nothing has happened until the new index takes the old one's name. The lock
file says which files are on their way; whoever holds the lock next clears away those that the index never came to name.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from time import monotonic, sleep
from typing import BinaryIO

INDEX_NAME = "leveranser.csv"
LOCK_NAME = ".las"
PATIENCE = 2.0
_FAR = 1 << 30  # Windows keeps others from reading what is locked; the lock is put beyond the text


class Busy(Exception):
    """Somebody else holds the lock; the argument says who, "" when it cannot be told."""


@contextmanager
def hold(folder: Path, patience: float = PATIENCE) -> Iterator[BinaryIO]:
    """The folder's lock, for as long as the block runs; the system lets go of it should the process die.

    Makes the folder. Waits `patience` seconds for another holder. Clears away what was not completed, before and after.
    Raises Busy, or OSError when the folder cannot be used.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = _acquire(folder / LOCK_NAME, patience)
    try:
        _clear(folder)
        _say(lock, {})
        yield lock
    finally:
        with suppress(OSError):
            _clear(folder)
        _release(folder / LOCK_NAME, lock)


def commit(folder: Path, lock: BinaryIO, files: Mapping[str, bytes], old: bytes | None, new: bytes) -> bool:
    """Put new files and then the new index in place; False when the index is no longer `old`.

    Raises OSError when something cannot be written. In both cases the archive is as it was, once the lock is let go of.
    """
    _say(lock, {name: sha256(content).hexdigest() for name, content in files.items()})
    for name, content in files.items():
        _write(_draft(folder, name), content)
    _write(_draft(folder, INDEX_NAME), new)
    index = folder / INDEX_NAME
    if old is not None:
        _draft(folder, INDEX_NAME).chmod(index.stat().st_mode & 0o777)
    for name in files:
        _draft(folder, name).replace(folder / name)
    _sync(folder)
    if index_bytes(folder) != old:  # the last thing looked at; who holds the lock clears the new files away
        return False
    _draft(folder, INDEX_NAME).replace(index)
    _sync(folder)
    return True


def index_bytes(folder: Path) -> bytes | None:
    """The bytes of the index, None when there is none."""
    try:
        return (folder / INDEX_NAME).read_bytes()
    except FileNotFoundError:
        return None


def on_their_way(folder: Path) -> dict[str, str]:
    """The files that an intake is about to put into the folder, or was when it died, with their checksums."""
    with suppress(OSError):
        lines = (folder / LOCK_NAME).read_text(encoding="utf-8", errors="replace").splitlines()[1:]
        parts = (line.partition(" ") for line in lines)
        return {name: checksum for name, _, checksum in parts if not {"/", "\\", ":"} & {*name}}
    return {}


def _clear(folder: Path) -> None:
    """Remove drafts, and files on their way that the index does not name."""
    named = index_bytes(folder) or b""
    for name, checksum in on_their_way(folder).items():
        path = folder / name
        # Only what is byte for byte ours: somebody may have put a file of their own under the same name since.
        if name.encode() not in named and path.is_file() and sha256(path.read_bytes()).hexdigest() == checksum:
            path.unlink()
        _draft(folder, name).unlink(missing_ok=True)
    _draft(folder, INDEX_NAME).unlink(missing_ok=True)


def _draft(folder: Path, name: str) -> Path:
    return folder / f".{name}.tmp"


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Make renames last through a power cut, where the system can."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            with suppress(OSError):
                os.fsync(handle)
        finally:
            os.close(handle)


def _acquire(path: Path, patience: float) -> BinaryIO:
    until = monotonic() + patience
    while True:
        lock = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666), "r+b")
        # A file that its holder removed while we waited guards nothing: the next one is made.
        if _is_ours(lock) and os.fstat(lock.fileno()).st_nlink:
            return lock
        holder = lock.readline(200).decode("utf-8", "replace").strip()
        lock.close()
        if monotonic() > until:
            raise Busy(holder)
        sleep(0.05)


def _is_ours(lock: BinaryIO) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            lock.seek(_FAR)
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
            lock.seek(0)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        lock.seek(0)
        return False
    return True


def _say(lock: BinaryIO, files: Mapping[str, str]) -> None:
    """Write who holds the lock, and which files are on their way."""
    import socket  # only an intake asks, every build reads this file

    lines = [f"{os.getpid()} {socket.gethostname()}", *(f"{name} {checksum}" for name, checksum in files.items())]
    lock.seek(0)
    lock.truncate()
    lock.write("".join(f"{line}\n" for line in lines).encode())
    lock.flush()
    os.fsync(lock.fileno())


def _release(path: Path, lock: BinaryIO) -> None:
    if sys.platform == "win32":
        lock.close()
        with suppress(OSError):
            path.unlink()
    else:
        with suppress(OSError):
            path.unlink()
        lock.close()

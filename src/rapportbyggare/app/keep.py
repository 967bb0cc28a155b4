"""Files kept together, whole or not at all: written to a folder of their own, which is renamed when all is on the disk."""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

HALF = ".tmp"


def half_of(folder: Path) -> Path:
    """Where what is to be `folder` is written first: beside it, hidden."""
    return folder.with_name(f".{folder.name}-{os.getpid()}{HALF}")


def clear_halves(parent: Path) -> None:
    """Remove what was left behind in `parent` by a process that was killed. Raises OSError when it cannot be."""
    for path in parent.glob(f".*{HALF}") if parent.is_dir() else ():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their names in a new folder, each surely on the disk, and the folders that hold them."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    for place, _, _ in os.walk(folder, topdown=False):
        _flush(Path(place))


def put_in_place(half: Path, folder: Path) -> None:
    """Give a written folder its name, at once. Raises OSError when something has the name."""
    half.rename(folder)
    _flush(folder.parent)


def _flush(place: Path) -> None:
    """A folder's own list of names to the disk, where the system knows of such a thing."""
    with suppress(OSError):
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

"""One digest of everything a document is made from."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

INPUTS = ("report", "sections", "figures")


def fingerprint(folder: Path, version: str, extra: Iterable[str] = ()) -> str:
    """SHA-256 over the inputs' names and bytes, the tool's version and `extra` (what the command line adds)."""
    digest = sha256("\0".join((version, *extra)).encode())
    for name in INPUTS:
        for path in sorted((folder / name).rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
            if path.is_file() and not path.name.startswith((".", "~$")):
                digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
                digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()

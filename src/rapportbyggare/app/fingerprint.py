"""One digest of everything a document is made from."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from rapportbyggare.sources.text import read_bytes

INPUTS = ("report/*.toml", "report/data/*.csv", "sections/*.md", "figures/*.toml")


def fingerprint(folder: Path, version: str, extra: Iterable[str] = (), others: Iterable[str] = ()) -> str:
    """SHA-256 over the inputs' names and bytes, the tool's version and `extra` (what the command line adds).

    `others` are paths of further inputs (pictures, template). What no build reads does not count: a lock file,
    a thumbnail cache, a delivery's original.
    """
    digest = sha256("\0".join((version, *extra)).encode())
    paths = (path for pattern in INPUTS for path in folder.glob(pattern) if not path.name.startswith((".", "~")))
    named = {normalize("NFC", name): name for name in (*(path.relative_to(folder).as_posix() for path in paths), *others)}
    for name in sorted(named):
        content, _ = read_bytes(folder, named[name])
        digest.update(name.encode("utf-8", "surrogatepass") + b"\0")
        digest.update(sha256(content or b"").digest())
    return digest.hexdigest()

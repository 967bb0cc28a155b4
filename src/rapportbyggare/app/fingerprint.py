"""One digest of everything a document is made from."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from rapportbyggare.app.inputs import written_inputs
from rapportbyggare.core.dataset import Delivery
from rapportbyggare.sources.text import read_bytes


def fingerprint(
    folder: Path, version: str, extra: Iterable[str] = (), others: Iterable[str] = (), deliveries: Iterable[Delivery] = ()
) -> str:
    """SHA-256 over the written inputs' names and bytes, the deliveries used, the tool's version and `extra`.

    `others` are paths of further inputs (pictures, template), `extra` what the command line adds. What no build reads does
    not count: a lock file, a thumbnail cache, a delivery that was taken in later.
    """
    used = (" ".join((str(one.number), one.source, one.extract, one.received, one.checksum)) for one in deliveries)
    digest = sha256("\0".join((version, *extra, *used)).encode())
    names = written_inputs(folder) | {normalize("NFC", name): name for name in others}
    for name in sorted(names):
        content, _ = read_bytes(folder, names[name])
        digest.update(name.encode("utf-8", "surrogatepass") + b"\0")
        digest.update(sha256(content or b"").digest())
    return digest.hexdigest()

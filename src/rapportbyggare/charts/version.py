"""Which drawing code makes the images, found without loading any of it."""

from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

_HERE = Path(__file__).parent
_CORE = ("chart.py", "colour.py")


@cache
def drawing_version() -> str:
    """A digest of everything besides chart and style that decides an image: this package's code, fonts, matplotlib."""
    core = [_HERE.parent / "core" / name for name in _CORE]
    files = [*sorted(_HERE.glob("*.py")), *core, _HERE / "fonts" / "SHA256SUMS"]
    folder = matplotlib_folder()
    parts = [path.read_bytes() for path in files]
    parts += [(folder / "_version.py").read_bytes() if folder else b""]
    return sha256(b"\0".join(sha256(part).digest() for part in parts)).hexdigest()


def matplotlib_folder() -> Path | None:
    """The folder of the installed matplotlib, or None; nothing is imported."""
    spec = find_spec("matplotlib")
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0]) if places else None

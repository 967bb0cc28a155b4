"""Which files a report is made of."""

from pathlib import Path
from unicodedata import normalize

READ = (("report", ".toml"), ("sections", ".md"), ("figures", ".toml"))
BESIDE = (("report/kallor", ".toml"), ("report/kodlistor", ".toml"))


def written_inputs(folder: Path) -> dict[str, str]:
    """The files an author writes and a build reads: their names with å as one character, and as the disk spells them."""
    return {normalize("NFC", name): name for place, ending in READ for name in _files(folder, place, ending)}


def beside_inputs(folder: Path) -> tuple[str, ...]:
    """The maps and code lists by which the figures were taken in; no build reads them."""
    return tuple(name for place, ending in BESIDE for name in _files(folder, place, ending))


def _files(folder: Path, place: str, ending: str) -> list[str]:
    """Files by name; what programs keep there while a file is open is none."""
    paths = (folder / place).glob("*")
    return sorted(f"{place}/{p.name}" for p in paths if p.suffix.lower() == ending and not p.name.startswith((".", "~")))

"""Which files a report is made of."""

from pathlib import Path
from unicodedata import normalize

CHECKS = "report/kontroll.toml"
READ = (("report", ".toml"), ("sections", ".md"), ("figures", ".toml"))
BESIDE = (("report/kallor", ".toml"), ("report/kodlistor", ".toml"))


def written_inputs(folder: Path) -> dict[str, str]:
    """The files an author writes and a build reads: their names with å as one character, and as the disk spells them."""
    return {normalize("NFC", name): name for place, ending in READ for name in _files(folder, place, ending) if name != CHECKS}


def beside_inputs(folder: Path) -> tuple[str, ...]:
    """The maps and code lists that figures were taken in by, and what is declared for the checks: not made into a document."""
    maps = tuple(name for place, ending in BESIDE for name in _files(folder, place, ending))
    return (*maps, CHECKS) if (folder / CHECKS).is_file() else maps


def _files(folder: Path, place: str, ending: str) -> list[str]:
    """Files by name; what programs keep there while a file is open is none."""
    paths = (folder / place).glob("*")
    return sorted(f"{place}/{p.name}" for p in paths if p.suffix.lower() == ending and not p.name.startswith((".", "~")))

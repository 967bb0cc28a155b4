"""Whether a frozen edition is what was frozen: its files, and the deliveries it rests on."""

import csv
import os
from collections.abc import Iterator
from hashlib import sha256
from io import StringIO
from pathlib import Path
from unicodedata import normalize

from rapportbyggare.app import edition_messages as messages
from rapportbyggare.app.edition_record import BASIS, RECORD, FrozenEdition
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.data.deliveries import INDEX
from rapportbyggare.sources.paths import inside
from rapportbyggare.sources.text import read_bytes, read_text

# What Word, LibreOffice and file managers leave in a folder that somebody has looked into.
PASSING = ("~$", ".~lock.")
LEFT_BEHIND = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


def alterations(folder: Path, edition: FrozenEdition) -> tuple[Problem, ...]:
    """Every file of the edition that is altered, lost or added, and every delivery that is not as it was."""
    return (*_files(folder, edition), *_deliveries(folder, edition), *_rows(folder, edition))


def checksum(folder: Path, file: str) -> str:
    """The SHA-256 of a file of the project; "" when it cannot be read."""
    content, _ = read_bytes(folder, file)
    return "" if content is None else sha256(content).hexdigest()


def _files(folder: Path, edition: FrozenEdition) -> Iterator[Problem]:
    there = _there(folder, edition)
    for name in sorted({*there, *edition.files}):
        place = Place(f"{edition.path}/{name}")
        if name not in there:
            yield messages.lost(place, edition.name)
        elif there[name]:
            yield messages.linked(place, edition.name)
        elif name not in edition.files:
            yield messages.added(place, edition.name)
        elif checksum(folder, place.file) != edition.files[name]:
            yield messages.altered(place, edition.name)


def _there(folder: Path, edition: FrozenEdition) -> dict[str, bool]:
    """What lies in the edition's folder by name, and whether it is a link; its record is not counted."""
    root = inside(folder, edition.path)
    found: dict[str, bool] = {}
    for place, folders, files in os.walk(root or folder / edition.path):
        for name in (*folders, *files):
            path = Path(place) / name
            if path.is_symlink() or (name in files and name not in LEFT_BEHIND and not name.startswith(PASSING)):
                found[normalize("NFC", path.relative_to(root or folder).as_posix())] = path.is_symlink()
    if not found.get(RECORD):
        found.pop(RECORD, None)
    return found


def _deliveries(folder: Path, edition: FrozenEdition) -> Iterator[Problem]:
    for one in edition.deliveries:
        now = checksum(folder, one.file)
        if not now:
            yield messages.delivery_lost(Place(one.file), edition.name, one.number)
        elif now != one.checksum:
            yield messages.delivery_altered(Place(one.file), edition.name, one.number)


def _rows(folder: Path, edition: FrozenEdition) -> Iterator[Problem]:
    """The rows of the edition's own index, if it is as it was, that no longer stand in the archive's."""
    own = f"{BASIS}/{INDEX}"
    if checksum(folder, f"{edition.path}/{own}") != edition.files.get(own):
        return
    now = index_rows(folder)
    for number, row in index_rows(folder / edition.path / BASIS).items():
        if not row.items() <= now.get(number, {}).items():
            yield messages.row_altered(Place(INDEX), edition.name, number)


def index_rows(folder: Path) -> dict[str, dict[str, str]]:
    """The rows of the index of deliveries, by number as written."""
    text, _ = read_text(folder, INDEX)
    rows = csv.DictReader(StringIO(text, newline=""), delimiter=";", restkey="", restval="")
    return {row["leverans"]: row for row in rows if row.get("leverans")}

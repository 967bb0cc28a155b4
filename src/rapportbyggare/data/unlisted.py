"""Files that lie among the deliveries: which are deliveries, and which are not."""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.data import index_messages
from rapportbyggare.data.cells import read_whole
from rapportbyggare.data.deliveries import COLUMNS, DELIVERY, FOLDER, INDEX
from rapportbyggare.data.folder import on_their_way
from rapportbyggare.sources.text import read_bytes


def unlisted(project: Path, index: str) -> tuple[Problem, ...]:
    """A problem for each CSV file in the folder that the index, given as text, does not name in any cell.

    Looked for in the text itself, so that a row that cannot be read still names its file.
    """
    known = _cells(index)
    strangers = [name for name in _files(project) if normalize("NFC", name).casefold() not in known]
    names = sorted(name for name in strangers if not _is_ours(project, name))
    if not names:
        return ()
    rows = [[cell.strip(' "') for cell in line.split(";")] for line in index.split("\n")]
    columns = _columns(rows[0])
    numbered = enumerate(names, _free_number(rows, columns.index("leverans")))
    return tuple(problem for number, name in numbered for problem in _of_file(project, name, number, columns))


def listed(project: Path, index: str) -> tuple[str, ...]:
    """The paths of the CSV files in the folder that the index, given as text, names."""
    known = _cells(index)
    return tuple(f"{FOLDER}/{name}" for name in sorted(_files(project)) if normalize("NFC", name).casefold() in known)


def _files(project: Path) -> Iterable[str]:
    """The names of the CSV files; the index itself, and what programs keep there while a file is open, are none."""
    own = INDEX.rpartition("/")[2]
    for path in (project / FOLDER).glob("*.[cC][sS][vV]"):
        if path.name.casefold() != own and not path.name.startswith((".", "~")) and path.is_file():
            yield path.name


def _is_ours(project: Path, name: str) -> bool:
    """Whether the file is one that an intake is putting here, or died over: the next intake clears it away."""
    checksum = on_their_way(project / FOLDER).get(name)
    content, _ = read_bytes(project, f"{FOLDER}/{name}") if checksum else (None, ())
    return content is not None and sha256(content).hexdigest() == checksum


def _cells(index: str) -> set[str]:
    """What may be a file name in the index, whatever parts its cells."""
    parts = (*re.split(r'[;"\n]', index), *re.split(r'[,\t"\n]', index))
    return {part.strip().casefold() for part in parts}


def _columns(head: list[str]) -> list[str]:
    """The columns in the index's own order, for a row that can be pasted into it."""
    own = [cell.casefold() for cell in head]
    return own if set(COLUMNS) <= set(own) else list(COLUMNS)


def _free_number(rows: Iterable[list[str]], column: int) -> int:
    numbers = (read_whole(row[column]) for row in rows if len(row) > column)
    return max((number for number in numbers if number), default=0) + 1


def _of_file(project: Path, name: str, number: int, columns: Iterable[str]) -> tuple[Problem, ...]:
    file = f"{FOLDER}/{name}"
    content, problems = read_bytes(project, file)
    if content is None:
        return problems
    return (index_messages.unlisted(Place(file), INDEX, ";".join(_row(name, number, content, columns))),)


def _row(name: str, number: int, content: bytes, columns: Iterable[str]) -> Iterator[str]:
    """The cells the index lacks; "…" where only the author knows."""
    checksum = sha256(content).hexdigest()
    known = {"leverans": str(number), "slag": DELIVERY, "fil": name, "observationer": name, "sha256": checksum}
    for column in columns:
        yield known.get(column, "…" if column in ("kalla", "uttag", "inlast") else "")

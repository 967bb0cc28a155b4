"""A received file as grids of cells, whatever program wrote it."""

from pathlib import Path

from rapportbyggare.core.problem import Problem
from rapportbyggare.intake import sheet_messages as messages
from rapportbyggare.intake.cells import Grid
from rapportbyggare.intake.csv_sheet import read_csv_grid
from rapportbyggare.intake.package import COMPOUND, ZIP
from rapportbyggare.intake.workbook import read_workbook

LARGEST = 300_000_000
WORKBOOKS = (".xlsx", ".xlsm")
TEXTS = (".csv", ".txt", ".tsv")
OWNER_FILE = "~$"


def read_grids(path: Path) -> tuple[tuple[Grid, ...], tuple[Problem, ...]]:
    """The sheets of a file, a text file's as one without a name, or why they cannot be read."""
    content, problems = read_file(path)
    return ((), problems) if content is None else grids_of(path.name, content)


def grids_of(file: str, content: bytes) -> tuple[tuple[Grid, ...], tuple[Problem, ...]]:
    """The sheets of a file's content; `file` is its name, whose ending says what it is, unless the content says otherwise."""
    ending = file[file.rfind(".") :].casefold()
    if ending in WORKBOOKS or content.startswith((ZIP, COMPOUND)):
        return read_workbook(file, content)
    if ending not in TEXTS:
        return (), (messages.unknown_ending(file),)
    grid, problems = read_csv_grid(file, content)
    return ((grid,) if grid else ()), problems


def read_file(path: Path) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The bytes of a file that no other program holds, or why they cannot be had."""
    if fault := unready(path):
        return None, (fault,)
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError:
        return None, (messages.locked(path.name),)
    return (content, ()) if len(content) <= LARGEST else (None, (messages.too_large(path.name, LARGEST),))


def unready(path: Path) -> Problem | None:
    """Why a file is not even opened: it is not there, a folder, a program's mark that another is open, or open itself."""
    if path.name.startswith(OWNER_FILE):
        return messages.owner_file(path.name)
    if path.is_dir():
        return messages.is_folder(path.name)
    if not path.is_file():
        return messages.no_file(path.name, _siblings(path))
    marks = (path.with_name(OWNER_FILE + path.name), path.with_name(f".~lock.{path.name}#"))
    open_mark = next((mark for mark in marks if mark.exists()), None)
    return messages.open_elsewhere(path.name, open_mark.name) if open_mark else None


def _siblings(path: Path) -> list[str]:
    try:
        return [entry.name for entry in path.parent.iterdir() if entry.is_file()]
    except OSError:
        return []

"""Mends the typography of text files where they stand, or shows how it would be mended."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from rapportbyggare.app import checking_messages as messages
from rapportbyggare.app.checked_file import MARKDOWN, TEXT, WORD
from rapportbyggare.app.files import read_chosen
from rapportbyggare.app.output import rewritten
from rapportbyggare.app.project import SECTIONS
from rapportbyggare.checks.tidying import applied, tidied
from rapportbyggare.core.problem import Problem

BOM = "\ufeff"
HARD_SPACE, SHOWN_SPACE = "\u00a0", "°"


@dataclass(frozen=True, slots=True)
class Tidied:
    """A file whose typography was mended (or would be): how many edits, and the lines that differ as a unified diff.

    A hard space is shown as ° in the diff, as Word shows it.
    """

    file: str
    edits: int
    diff: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    """A file read and mended in memory: its bytes before and after."""

    path: Path
    before: bytes
    after: bytes
    told: Tidied


def tidy(folder: Path, files: tuple[Path, ...], trial: bool) -> tuple[tuple[Tidied, ...], tuple[Problem, ...]]:
    """Mend the project's sections, or with `files` those; with `trial` nothing is written.

    Files with nothing to mend are left out. When one of them cannot be read, none is written.
    """
    read = [_planned(file) for file in files or tuple(sorted((folder / SECTIONS).glob("*.md")))]
    problems = tuple(one for one in read if isinstance(one, Problem))
    plans = [one for one in read if isinstance(one, _Plan)]
    if trial or problems:
        return (tuple(one.told for one in plans) if trial else ()), problems
    written = [(one, _written(one.after, one.path, one.before, one.told.file)) for one in plans]
    return tuple(one.told for one, fault in written if fault is None), tuple(fault for _, fault in written if fault)


def _planned(file: Path) -> _Plan | Problem | None:
    name, ending = file.as_posix(), file.suffix.lower()
    if ending not in (*MARKDOWN, *TEXT):
        return messages.no_tidying(name) if ending in WORD else messages.uncheckable(file)
    before = read_chosen(file)
    if isinstance(before, Problem):
        return before
    try:
        old = before.decode("utf-8")
    except UnicodeDecodeError:
        return messages.other_encoding(name)
    new, edits = mended(old, ending in MARKDOWN)
    if not edits:
        return None
    return _Plan(file, before, new.encode("utf-8"), Tidied(name, edits, tuple(_diff(old, new, name))))


def mended(text: str, markdown: bool) -> tuple[str, int]:
    """The text with its typography mended, its line ends and its mark of order kept, and how many edits that took."""
    lead = BOM if text.startswith(BOM) else ""
    ends = "\r\n" if "\r\n" in text else "\n"
    body = text.removeprefix(BOM).replace("\r\n", "\n")
    if ends == "\r\n" and body.replace("\n", ends) != text.removeprefix(BOM):  # mixed: each line keeps its own
        return text, 0
    edits = tidied(body, markdown)
    return lead + applied(body, edits).replace("\n", ends), len(edits)


def _written(content: bytes, file: Path, before: bytes, name: str) -> Problem | None:
    try:
        return None if rewritten(content, file, before) else messages.changed_meanwhile(name)
    except OSError:
        return messages.unwritable(name)


def _diff(old: str, new: str, name: str) -> Iterator[str]:
    lines = unified_diff(old.splitlines(), new.splitlines(), name, f"{name} (städad)", n=0, lineterm="")
    yield from (line.replace(HARD_SPACE, SHOWN_SPACE) for line in lines)

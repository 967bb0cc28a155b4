"""Mends the typography of text files where they stand, or shows how it would be mended."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from rapportbyggare.app import checking_messages as messages
from rapportbyggare.app.checked_file import MARKDOWN, TEXT, WORD, contents
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


def tidy(folder: Path, files: tuple[Path, ...], trial: bool) -> tuple[tuple[Tidied, ...], tuple[Problem, ...]]:
    """Mend the project's sections, or with `files` those; with `trial` nothing is written.

    Files with nothing to mend are left out.
    """
    done, problems = list[Tidied](), list[Problem]()
    for file in files or tuple(sorted((folder / SECTIONS).glob("*.md"))):
        one = _tidy(file, trial)
        if isinstance(one, Problem):
            problems.append(one)
        elif one is not None:
            done.append(one)
    return tuple(done), tuple(problems)


def _tidy(file: Path, trial: bool) -> Tidied | Problem | None:
    name, ending = file.as_posix(), file.suffix.lower()
    if ending not in (*MARKDOWN, *TEXT):
        return messages.no_tidying(name) if ending in WORD else messages.unknown_kind(name)
    before = contents(file)
    if isinstance(before, Problem):
        return before
    try:
        old = before.decode("utf-8")
    except UnicodeDecodeError:
        return messages.other_encoding(name)
    new, edits = mended(old, ending in MARKDOWN)
    if not edits:
        return None
    if not trial and (fault := _written(new.encode("utf-8"), file, before, name)):
        return fault
    return Tidied(name, edits, tuple(_diff(old, new, name)))


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

"""A list of changes as Markdown, to save, send or put on a page."""

import re
from collections.abc import Iterator
from pathlib import Path

from rapportbyggare.app import changes_messages as messages
from rapportbyggare.app.build import INPUTS, cause, shown
from rapportbyggare.app.changes import ChangeReport
from rapportbyggare.app.output import Placed, place
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.diff.telling import Chapter, Item, between, tell

SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def save_changes(report: ChangeReport, target: Path, folder: Path) -> Placed | Problem:
    """Write the list to `target`, as `save_text` does."""
    return save_text(markdown(report), target, folder)


def save_text(text: str, target: Path, folder: Path) -> Placed | Problem:
    """Write a list to `target`, beside it when somebody has edited what was written there; or why it was not written."""
    where = Place(shown(target, folder))
    if any(target.resolve().is_relative_to((folder / name).resolve()) for name in INPUTS):
        return messages.among_inputs(where)
    try:
        return place(text.encode(), target, "")
    except OSError as error:
        return messages.cannot_save(where, cause(error))


def markdown(report: ChangeReport) -> str:
    """The whole list; "" when nothing could be compared."""
    return "\n".join(_lines(report)) if report.changes else ""


def _lines(report: ChangeReport) -> Iterator[str]:
    assert report.changes is not None
    told = tell(report.changes, report.deliveries)
    yield f"# {escaped(between(report.old, report.new))}"
    yield ""
    yield " ".join(map(escaped, told.summary))
    for chapter in told.chapters:
        yield from chapter_lines(chapter)
    yield ""


def chapter_lines(chapter: Chapter) -> Iterator[str]:
    """A heading and its items."""
    yield from ("", f"## {escaped(chapter.heading)}", "")
    for item in chapter.items:
        yield from _item(item)


def _item(item: Item) -> Iterator[str]:
    yield f"- {_folded(item.lead)}"
    for line in item.lines:
        yield f"    - {escaped(line.label)}: {_folded(line.text)}"


def _folded(text: str) -> str:
    return escaped(" ".join(text.split("\n")))


def escaped(text: str) -> str:
    """A text in which nothing is markup."""
    return SPECIAL.sub(r"\\\1", text)

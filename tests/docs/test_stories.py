"""The handbook's stories: its command lines run one after the other, with the files it shows, say what stands under them."""

import csv
import gc
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO
from itertools import pairwise
from pathlib import Path

import pytest
from openpyxl import Workbook

from rapportbyggare.cli.exits import Exit
from rapportbyggare.cli.main import main
from rapportbyggare.typography.numbers import parse_number
from tests.docs import project as projects
from tests.docs.handbook import DOCS, Example, arguments, chapters, matches

STORY = "console följd"
CHAPTERS = chapters((DOCS / "handbok.md").read_text(encoding="utf-8"))
STORIES = {title: told for title, told in CHAPTERS.items() if any(one.info == STORY for one in told)}
CODES = {"text blir": Exit.DONE, "text fel": Exit.PROBLEMS}


@pytest.fixture
def story_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the project, to stand in; the garbage collector is turned on again after the commands."""
    monkeypatch.chdir(projects.copied(tmp_path))
    yield tmp_path
    gc.enable()


@pytest.mark.parametrize("title", STORIES)
def test_a_story_goes_as_told(title: str, story_project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for one, after in pairwise([*STORIES[title], Example("", "", 0)]):
        if one.info == STORY:
            assert after.info in CODES, f"line {one.line}: a command is followed by what it says"
            code = main(arguments(one.content.strip()))
            out, err = (text.replace("\u00a0", " ") for text in capsys.readouterr())
            assert (code, matches((err or out) if code else out, after.content)) == (CODES[after.info], True), out + err
        elif is_file(one):
            lay(one, story_project)
        elif one.kind == "toml":
            projects.put(one, story_project)


def is_file(example: Example) -> bool:
    """Whether an example is a file beside the report's own."""
    return example.kind == "csv" or (example.kind == "markdown" and example.about not in ("", "prova"))


def lay(example: Example, folder: Path) -> None:
    """Write a file that the handbook shows as rows: a text file, or a workbook with one sheet."""
    name, _, sheet = example.about.partition(" ")
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    if not sheet:
        file.write_text(example.content, encoding="utf-8")
        return
    book = Workbook()
    assert book.active is not None
    book.active.title = sheet
    for row in csv.reader(StringIO(example.content), delimiter=";"):
        book.active.append([typed(cell) for cell in row])
    book.save(file)


def typed(cell: str) -> Decimal | str:
    number = parse_number(cell)
    return cell if number is None else number


def test_the_files_of_the_stories_are_outside_the_folders_of_the_report() -> None:
    names = [one.about for told in STORIES.values() for one in told if is_file(one)]
    assert names and not [name for name in names if name.split("/")[0] in projects.INPUTS]

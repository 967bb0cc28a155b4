"""The README's commands work in a fresh copy, one after the other, and say what stands under them."""

import gc
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from rapportbyggare.cli.arguments import parsed
from rapportbyggare.cli.exits import Exit
from rapportbyggare.cli.main import main
from tests.docs import project as projects
from tests.docs.handbook import DOCS, ROOT, Example, arguments, examples, matches

README = examples((ROOT / "README.md").read_text(encoding="utf-8"))
PAGES = (ROOT / "README.md", DOCS / "andringar.md", DOCS / "jamfor.md", ROOT / "report" / "kallor" / "exempel" / "LÄSMIG.md")
PROGRAM = re.compile(r"^rapportbyggare .*", re.MULTILINE)
PLACEHOLDER = re.compile(r"\b(FIL|NAMN|MALL\.dotx|--hjälp)")


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(projects.copied(tmp_path))
    yield
    gc.enable()


def commands(example: Example) -> list[str]:
    """The command lines of a console, without the remarks after them."""
    return [line.partition(" # ")[0].strip() for line in PROGRAM.findall(example.content)]


def rewrite(section: Path, words: str) -> None:
    """Let the first paragraph of a section be what the README says."""
    blocks = section.read_text(encoding="utf-8").split("\n\n")
    first = next(index for index, block in enumerate(blocks) if not block.startswith(("{", "#")))
    section.write_text("\n\n".join([*blocks[:first], words.strip(), *blocks[first + 1 :]]), encoding="utf-8", newline="\n")


@pytest.mark.usefixtures("fresh")
def test_the_commands_work_one_after_the_other(capsys: pytest.CaptureFixture[str]) -> None:
    tried = 0
    for one, after in pairwise([*README, Example("", "", 0)]):
        if one.kind == "markdown" and one.about:
            rewrite(Path(one.about), one.content)
        for line in (line for line in commands(one) if one.kind == "console" and not PLACEHOLDER.search(line)):
            code = main(arguments(line))
            out, err = (text.replace("\u00a0", " ") for text in capsys.readouterr())
            assert code == Exit.DONE, line + err
            assert one.info != "console prova" or matches(out, after.content), out
            tried += 1
    assert tried > 6


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_tool_understands_the_command_lines(page: Path) -> None:
    consoles = [one for one in examples(page.read_text(encoding="utf-8")) if one.kind == "console"]
    lines = [line for one in consoles for line in commands(one) if "--hjälp" not in line]
    assert lines
    assert [line for line in lines if parsed(arguments(line)).command not in line] == []

"""The documentation as data: its fenced examples, its tables, its headings and links.

How an example is marked, by what stands after the three backticks:

`markdown prova`  a section, followed by `text blir` (what a reader meets) or `text fel` (what the terminal says)
`toml FIL`        goes into that file of the project, over what stands there
`csv FIL`         is that file, beside the project's own; `csv FIL.xlsx BLAD` is a workbook with that sheet
`markdown FIL`    is that file, written by hand outside the report
`console`         command lines that the tool understands; `console prova` is run, and shows what the terminal says;
                  `console följd` too, each after the one before it in the chapter, with the chapter's files in place
`text`            only shown

In what an example becomes, a line "…" stands for any lines and "…" in a line for any words.
"""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
CHAPTER = re.compile(r"^## (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced block: what it is marked as, what it holds, and the line it begins at."""

    info: str
    content: str
    line: int

    @property
    def kind(self) -> str:
        return self.info.partition(" ")[0]

    @property
    def about(self) -> str:
        return self.info.partition(" ")[2]


@dataclass(frozen=True, slots=True)
class Listing:
    """A table of the documentation: its head and its rows, cells as written."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What stands as code in the first column."""
        return tuple(name for row in self.rows for name in CODE.findall(row[0]))


def examples(text: str) -> list[Example]:
    return [
        Example(found["info"].strip(), found["content"], text.count("\n", 0, found.start()) + 1) for found in FENCE.finditer(text)
    ]


def chapters(text: str) -> dict[str, list[Example]]:
    """The examples under each heading of the second level; lines that look like one in an example are none."""
    headings = FENCE.sub(lambda match: "\n" * match[0].count("\n"), text)
    starts = {at[1]: headings.count("\n", 0, at.start()) + 1 for at in CHAPTER.finditer(headings)}
    ends = [*list(starts.values())[1:], text.count("\n") + 2]
    return {
        title: [one for one in examples(text) if start < one.line < end]
        for (title, start), end in zip(starts.items(), ends, strict=True)
    }


def running(text: str) -> str:
    """The text without its examples."""
    return FENCE.sub("", text)


def listings(text: str) -> list[Listing]:
    found: list[Listing] = []
    for block in re.findall(r"(?:^\|.*\|\n)+", running(text), re.MULTILINE):
        rows = [tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]) for line in block.splitlines()]
        found.append(Listing(rows[0], tuple(rows[2:])))
    return found


def anchors(text: str) -> set[str]:
    """The names that links lead to headings by."""
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in HEADING.findall(running(text))}


def arguments(line: str) -> list[str]:
    """What a command line gives the program; quotation marks hold words together, as in every shell."""
    program, *words = shlex.split(line)
    assert program == "rapportbyggare"
    return words


def matches(shown: str, expected: str) -> bool:
    """Whether a text is what the documentation says; "…" stands for what is left out."""
    wanted = ("[^\n]*".join(map(re.escape, line.split("…"))) if line.strip() != "…" else ".*" for line in lines(expected))
    pattern = "\n".join(wanted)
    return re.fullmatch(pattern, "\n".join(lines(shown)), re.DOTALL) is not None


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").splitlines()]

"""Text cases: what an author writes, and what the report says or which problems are reported.

A case file holds cases that begin with `=== namn`. In a case, `--- avsnitt`, `--- tabeller` and `--- diagram namn`
are what is written, `--- rapport` the expected outline and `--- fel` the expected problems, one `rad:kolumn kod` a
line (with the file's name before it when it is not the section), each followed by ` ~ words` to find in what the author reads.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from rapportbyggare.core.problem import Problem
from tests.small import FILE, bound, write
from tests.wording import outline

FOLDER = Path(__file__).parent
FILES = {"tabeller": "report/tabeller.toml"}


@dataclass(slots=True)
class Case:
    sections: list[str] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    document: str | None = None
    problems: str = ""


def parts(text: str, sign: str) -> list[tuple[str, str]]:
    """The pieces of a text that begin with a line `<sign> name`, by name."""
    found = re.split(rf"^{sign} (.+)\n", text, flags=re.MULTILINE)
    return list(zip(found[1::2], found[2::2], strict=True))


def read_case(text: str) -> Case:
    case = Case()
    for kind, content in parts(text, "---"):
        match kind.split():
            case ["avsnitt"]:
                case.sections.append(content)
            case ["tabeller"]:
                case.files["report/tabeller.toml"] = content
            case ["diagram", name]:
                case.files[f"figures/{name}.toml"] = content
            case ["rapport"]:
                case.document = content.strip("\n")
            case ["fel"]:
                case.problems = content.strip("\n")
            case _:
                raise ValueError(kind)
    return case


def all_cases() -> list[object]:
    files = sorted(FOLDER.glob("*.txt"))
    return [
        pytest.param(read_case(text), id=f"{file.stem}: {name}")
        for file in files
        for name, text in parts(file.read_text(encoding="utf-8"), "===")
    ]


def line_of(problem: Problem) -> str:
    place = problem.place
    file = "" if place.file == FILE else f"{place.file.rsplit('/', 1)[-1]}:"
    return f"{file}{place.line}:{place.column} {problem.code}"


def read_aloud(problem: Problem) -> str:
    return f"{problem.message} {problem.expected} {problem.remedy}".replace("\u00a0", " ")


@pytest.mark.parametrize("case", all_cases())
def test_case(case: Case, tmp_path: Path) -> None:
    for name, text in case.files.items():
        write(tmp_path, name, text)
    document, problems = bound(*case.sections, project=tmp_path)
    wanted = [line.split(" ~ ") for line in case.problems.splitlines()]
    assert [line_of(problem) for problem in problems] == [line[0] for line in wanted], [read_aloud(p) for p in problems]
    for problem, words in zip(problems, wanted, strict=True):
        assert all(word in read_aloud(problem) for word in words[1:]), read_aloud(problem)
    if case.document is not None:
        assert outline(document).strip("\n") == case.document
    assert case.document is not None or wanted, "a case says what is expected"


def test_cases_are_many() -> None:
    cases = [case.values[0] for case in all_cases()]  # type: ignore[attr-defined]
    assert sum(bool(case.problems) for case in cases) >= 40
    assert sum(case.document is not None for case in cases) >= 40

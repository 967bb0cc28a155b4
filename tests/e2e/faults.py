"""What every refusal owes its reader."""

import json
import re
from dataclasses import dataclass

from tests.e2e.small_project import Outcome, Project

ENGLISH = re.compile(
    r"\b(the|an|of|error|invalid|expected|found|cannot|can't|unknown|line|column|must|missing|traceback|exception|usage"
    r"|options|show|required|choice|file|directory|permission|denied|unexpected|undefined|value|None|got|while|with|Errno)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """The problems of a refused build, as `code` at `place`, and all that was printed."""

    code: int
    found: frozenset[tuple[str, str]]
    text: str


def english(text: str) -> list[str]:
    """English words, outside what is quoted, code or a file's name."""
    own = re.sub(r"”[^”]*”|\S*[/\\._=]\S*|--\S+", " ", text)
    return ENGLISH.findall(own)


def refused(project: Project, *words: str) -> Refusal:
    """Build a broken project that has an older document; check what every refusal owes its reader."""
    project.write("output/rapport-2025.docx", "det gamla dokumentet")
    before = project.files()
    outcome = project.build(*words)
    assert project.files() == before, "a refused build has changed files"
    check_words(outcome)
    assert "Inget dokument skrevs" in outcome.err
    data = json.loads(project.build("--format", "json", *words).out)
    assert data["slutkod"] == outcome.code
    for problem in data["problem"]:
        assert problem["meddelande"].endswith((".", "?")), problem["meddelande"]
        assert problem["forslag"].endswith((".", ")", "]", "}")), problem["forslag"]
        assert problem["fil"], problem
    return Refusal(outcome.code, frozenset((p["kod"], spot(p)) for p in data["problem"]), outcome.err)


def spot(problem: dict[str, object]) -> str:
    """The place of a problem as `file:line:column`."""
    return ":".join(str(part) for part in (problem["fil"], problem["rad"], problem["kolumn"]) if part)


def check_words(outcome: Outcome) -> None:
    """No traceback, no English, nothing on the ordinary output, a remedy for every fault."""
    assert outcome.code in (1, 3)
    assert outcome.out == ""
    assert "Traceback" not in outcome.err
    assert english(outcome.err) == [], outcome.err
    assert outcome.err.count("FEL  ") >= 1
    faults = len(re.findall(r"^(?:FEL|BRIST|FORM|OBS)  ", outcome.err, re.MULTILINE))
    assert outcome.err.count("     Gör så här: ") == faults, outcome.err

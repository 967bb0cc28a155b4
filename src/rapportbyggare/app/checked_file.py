"""A file somebody wrote by hand, held against the project's figures and the rules of its texts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapportbyggare.app import checking_messages as messages
from rapportbyggare.app.files import read_chosen
from rapportbyggare.checks.edited_subject import lines_of_edited
from rapportbyggare.checks.final import escalated
from rapportbyggare.checks.markdown_subject import lines_of_markdown
from rapportbyggare.checks.plain_subject import lines_of_text
from rapportbyggare.checks.rules import checked
from rapportbyggare.checks.settings import Settings
from rapportbyggare.checks.speller import Speller
from rapportbyggare.checks.subject import Line, Subject
from rapportbyggare.checks.waiting import CODE as PLACEHOLDER
from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.sources.text import decode
from rapportbyggare.word.accessible.accessible import accessibility
from rapportbyggare.word.edited.edited import read_edited
from rapportbyggare.word.finished import finished

WORD, MARKDOWN, TEXT = (".docx",), (".md", ".markdown"), (".txt",)
DECISION = re.compile(r"\s*Beslutad\b", re.IGNORECASE)
DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[ \u00a0][a-zåäö]+[ \u00a0]\d{4}\b")
PARAGRAPH = re.compile(r"§[ \u00a0]*\d+|\b\d+[ \u00a0]*§")
DRAFT = re.compile(r"\s*(?:Utkast\b|Utgåva[ \u00a0][0-9a-f]{8}\b)")
FRONT = 20


@dataclass(frozen=True, slots=True)
class Against:
    """What a file is held against: the figures, the report's year, what is declared, whose report it is, and a dictionary."""

    dataset: Dataset
    year: int
    settings: Settings
    organisation: str = ""
    speller: Speller | None = None


def check_file(file: Path, against: Against, final: bool) -> tuple[Problem, ...]:
    """What is wrong in a file of the user's choice, which may lie anywhere; `final` applies all that a published one must be."""
    name, ending = file.as_posix(), file.suffix.lower()
    if ending not in (*WORD, *MARKDOWN, *TEXT):
        return (messages.uncheckable(file),)
    content = read_chosen(file)
    if isinstance(content, Problem):
        return (content,)
    if ending in WORD:
        return _word(content, name, against, final)
    if final:
        return (messages.not_word(name),)
    text, problems = decode(content, name)
    lines = lines_of_markdown(text, name) if ending in MARKDOWN else lines_of_text(text, name)
    return (*problems, *_of_lines(lines, against))


def _word(content: bytes, name: str, against: Against, final: bool) -> tuple[Problem, ...]:
    edited, problems = read_edited(content, name)
    if edited is None:
        return problems
    lines = lines_of_edited(edited, name)
    found = (*problems, *_of_lines(lines, against), *accessibility(content, name))
    if not final:
        return found
    ready = (one._replace(severity=Severity.ERROR) if one.code == PLACEHOLDER else one for one in found)
    return escalated((*ready, *_decision(lines), *finished(content, name, against.organisation)))


def _of_lines(lines: tuple[Line, ...], against: Against) -> tuple[Problem, ...]:
    subject = Subject(lines, against.dataset, against.year, None, against.settings, against.speller)
    return checked(subject)


def _decision(lines: tuple[Line, ...]) -> Iterator[Problem]:
    """What the cover says of the decision: a line that begins with "Beslutad" has both date and §, and none says "Utkast"."""
    for line in lines[:FRONT]:
        if DRAFT.match(line.text):
            yield messages.still_draft(line.place, line.text)
        if DECISION.match(line.text):
            lacking = [what for pattern, what in ((DATE, "datum"), (PARAGRAPH, "§")) if not pattern.search(line.text)]
            if lacking:
                yield messages.undated_decision(line.place, " och ".join(lacking), line.text)

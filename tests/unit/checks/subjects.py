"""What the rules of structure and form are tried on: typed text, and small bound sections."""

from collections.abc import Iterable
from pathlib import Path

from rapportbyggare.checks.bound_subject import subject_of
from rapportbyggare.checks.pieces import typed_pieces
from rapportbyggare.checks.settings import Settings
from rapportbyggare.checks.subject import Line, Subject
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from tests.small import DATASET, bound


def typed(*texts: str, settings: Settings = Settings()) -> Subject:  # noqa: B008
    """A file that we did not build, a line for each text."""
    lines = (_line(text, number) for number, text in enumerate(texts, 1))
    return Subject(tuple(lines), DATASET, 2025, None, settings)


def _line(text: str, number: int) -> Line:
    place = Place("a.txt", number, 1)
    return Line(text, typed_pieces(text, place), place=place)


def built(*sections: str, settings: Settings = Settings(), project: Path | None = None) -> Subject:  # noqa: B008
    """A report of these sections."""
    document, _ = bound(*sections, project=project)
    return subject_of(document, DATASET, settings)


def quotes(findings: Iterable[Problem]) -> list[str]:
    """The words that findings are about."""
    return [finding.quote for finding in findings]

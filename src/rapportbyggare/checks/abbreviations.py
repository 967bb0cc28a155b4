"""Abbreviations are explained somewhere in the report.

Source: Svenska skrivregler: an abbreviation that not every reader knows is written out once. Silent about those that
everybody knows, about the report's own words (`Settings.words`), about words in capitals for emphasis, about sources (a
source's name explains itself), and about files that we did not build.
"""

import re
from collections.abc import Iterable

from rapportbyggare.checks import structure_messages as messages
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.subject import PieceKind, Subject
from rapportbyggare.core.problem import Problem
from rapportbyggare.passages.passage import PrintedKind

SHORT = lazy(r"(?<![\w./-])[A-ZÅÄÖ]{2,6}(?![\w/]|-[A-ZÅÄÖ]|\.\w)")
WORD = lazy(r"\w+")
SPELT_OUT = lazy(
    r"(?:-\w+)?(?: \(|, (?:som|en|ett|det|den|dvs|alltså|[A-ZÅÄÖ]\w+s )\b)| (?:står för|betyder|är en förkortning)| [=–] "
)
SHORTENED = lazy(r"förkorta\w* (?:till )?\Z")
LONGEST_LEAD = 30
# fmt: off
EVERYBODY = frozenset((
    "AB", "AI", "BNI", "BNP", "BRP", "CV", "DNA", "EKG", "EU", "FN", "HR", "ID", "IT", "KL", "NATO", "OECD", "OK", "OS", "PDF",
    "PR", "SCB", "SFS", "SKR", "SMS", "SOU", "SR", "SVT", "TV", "UK", "USA", "VD", "VM", "WC", "WHO",
    "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII",
))
# fmt: on


def abbreviations(subject: Subject) -> Iterable[Problem]:
    """The first place of each abbreviation that nothing explains."""
    if subject.document is None:
        return
    text = subject.text
    said = frozenset(WORD.findall(text))
    known = EVERYBODY | subject.settings.words | _sources(subject)
    for line in subject.lines:
        if line.kind not in (PrintedKind.PROSE, PrintedKind.NOTE, PrintedKind.HEADING, PrintedKind.TABLE_TEXT):
            continue
        for found in SHORT.finditer(line.text):
            piece = line.piece(found.start())
            if found[0] in known or piece is None or piece.kind is PieceKind.LITERAL:
                continue
            known |= {found[0]}
            if found[0].lower() not in said and not _explained(found[0], text):
                yield messages.unexplained(line.at(*found.span()), found[0])


def _sources(subject: Subject) -> frozenset[str]:
    return frozenset(word for source in subject.dataset.catalogue.sources.values() for word in SHORT.findall(source.label)[1:])


def _explained(short: str, text: str) -> bool:
    """Whether the text says what it stands for: in parentheses, after it, or by saying so."""
    return any(
        text[found.start() - 1 : found.end() + 1] == f"({short})"
        or SPELT_OUT.match(text, found.end())
        or SHORTENED.search(text, max(found.start() - LONGEST_LEAD, 0), found.start())
        for found in re.finditer(rf"\b{short}\b", text)
    )

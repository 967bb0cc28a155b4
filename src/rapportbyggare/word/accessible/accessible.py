"""The accessibility list as a gate on a Word file of any origin (DOS-lagen, EN 301 549, WCAG 2.1 AA).

A rule is a function from the inspected file to its findings. Point 13 (nothing tracked or commented) belongs to a final
document: `finished.py`.
"""

from rapportbyggare.core.problem import Problem
from rapportbyggare.word.accessible.file import inspected
from rapportbyggare.word.accessible.tables import table_findings
from rapportbyggare.word.accessible.text import (
    heading_findings,
    list_findings,
    look_findings,
    note_findings,
    spacing_findings,
)
from rapportbyggare.word.accessible.things import link_findings, picture_findings
from rapportbyggare.word.accessible.whole import (
    contrast_findings,
    language_findings,
    name_findings,
    navigation_findings,
    property_findings,
)

RULES = (
    property_findings,
    language_findings,
    heading_findings,
    table_findings,
    spacing_findings,
    picture_findings,
    link_findings,
    list_findings,
    contrast_findings,
    note_findings,
    navigation_findings,
    name_findings,
    look_findings,
)


def accessibility(data: bytes, name: str) -> tuple[Problem, ...]:
    """What keeps some from reading the file of these bytes, by rule; or why it cannot be read at all."""
    file, problems = inspected(data, name)
    return problems if file is None else tuple(finding for rule in RULES for finding in rule(file))

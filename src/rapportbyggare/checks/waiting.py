"""Places that wait for something to be filled in ("§ XX", "20XX", "TODO").

Source: what people write when they do not know yet. A flaw in a draft; the final gate makes an error of it.
"""

from collections.abc import Iterable

from rapportbyggare.checks import messages
from rapportbyggare.checks.placeholders import placeholders
from rapportbyggare.checks.subject import Subject
from rapportbyggare.core.problem import Problem, Severity

CODE = "platshallare"


def waiting(subject: Subject) -> Iterable[Problem]:
    """The placeholders in the lines."""
    for line in subject.lines:
        for found in placeholders(line.text):
            yield messages.placeholder(line.at(*found.span()), found[0])._replace(severity=Severity.FLAW, quote=found[0])

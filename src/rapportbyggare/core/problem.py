"""Problems are data: a step returns its value and its problems, and goes on."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from rapportbyggare.core.place import Place


class Severity(Enum):
    """How much a problem matters; the values are what the author reads."""

    ERROR = "fel"
    FLAW = "brist"
    FORM = "form"
    NOTE = "upplysning"


class Problem(NamedTuple):
    """One fault, in Swedish, for the person at the keyboard.

    `code` is a stable kebab-case name, `expected` what should have stood there, `remedy` an instruction
    that works if followed literally, `quote` the words it is about ("" when the place says enough).
    """

    code: str
    place: Place
    message: str
    expected: str = ""
    remedy: str = ""
    severity: Severity = Severity.ERROR
    quote: str = ""


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by place, each said once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.place, p.code, p.message)))

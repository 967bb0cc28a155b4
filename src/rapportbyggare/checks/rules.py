"""The rules of the checks, in the order they are tried: a plain tuple of functions from what is checked to what is found."""

from collections.abc import Callable, Iterable

from rapportbyggare.checks.abbreviations import abbreviations
from rapportbyggare.checks.constants import constants
from rapportbyggare.checks.delimitations import delimitations
from rapportbyggare.checks.figures import figures
from rapportbyggare.checks.form import form
from rapportbyggare.checks.headings import headings
from rapportbyggare.checks.links import links
from rapportbyggare.checks.references import references
from rapportbyggare.checks.spelling import spelling
from rapportbyggare.checks.subject import Subject
from rapportbyggare.checks.table_parts import tables
from rapportbyggare.checks.terms import terms
from rapportbyggare.checks.waiting import waiting
from rapportbyggare.core.problem import Problem

Rule = Callable[[Subject], Iterable[Problem]]

FIGURES: tuple[Rule, ...] = (figures,)
STRUCTURE: tuple[Rule, ...] = (references, constants, waiting, tables, headings, terms, abbreviations, links, delimitations)
FORM: tuple[Rule, ...] = (form, spelling)
RULES: tuple[Rule, ...] = (*FIGURES, *STRUCTURE, *FORM)


def checked(subject: Subject) -> tuple[Problem, ...]:
    """What the rules find, each finding once, in the order of the rules."""
    return tuple(dict.fromkeys(finding for rule in RULES for finding in rule(subject)))

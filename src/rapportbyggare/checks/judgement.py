"""What a typed number is found to be."""

from enum import Enum
from typing import NamedTuple

from rapportbyggare.checks.reading import Sentence
from rapportbyggare.core.figure import Observation
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.numerals import Numeral


class Outcome(Enum):
    """What a typed number is."""

    KNOWN = "känt"
    CONTRADICTED = "motsagt"
    UNKNOWN = "okänt"


class Judgement(NamedTuple):
    """A typed number where it stands, with what it is and the problem when it is contradicted."""

    sentence: Sentence
    number: Numeral
    outcome: Outcome
    problem: Problem | None = None
    fact: Observation | None = None

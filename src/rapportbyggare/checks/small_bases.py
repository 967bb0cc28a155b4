"""Shares with decimals that rest on few units.

Only when the author has declared how few is few (`small_base`), and only about facts whose base the dataset knows.
"""

from collections.abc import Iterator

from rapportbyggare.checks import claims_messages as messages
from rapportbyggare.checks.figures_messages import called
from rapportbyggare.checks.judgement import Judgement
from rapportbyggare.checks.reading import Reading
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.numerals import NumeralKind


def small_bases(reading: Reading, judged: tuple[Judgement, ...]) -> Iterator[Problem]:
    """The recognised shares that are printed more exactly than their base allows."""
    limit = reading.subject.settings.small_base
    for one in judged:
        exact = one.number.kind is NumeralKind.PERCENT and one.number.step < 1
        if exact and one.fact is not None and one.fact.base is not None and one.fact.base < limit:
            place = one.sentence.line.at(one.number.start, one.number.end)
            yield messages.small_base(place, one.number.text, one.fact.base, called(reading.subject.dataset, one.fact))

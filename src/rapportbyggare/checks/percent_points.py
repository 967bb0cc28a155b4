"""Percent where percentage points are meant, and the other way round.

Between two shares the difference is in percentage points: "ökade med 0,2 procent" from 5,1 to 5,3 is wrong when 0,2 is the
difference and not the change in percent. Silent when the sentence names no share whose change the dataset knows.
"""

from collections.abc import Iterator

from rapportbyggare.checks import claims_messages as messages
from rapportbyggare.checks.changes_near import changes, is_change
from rapportbyggare.checks.facts_near import facts_near, sort_of
from rapportbyggare.checks.printed_amounts import is_printed
from rapportbyggare.checks.reading import Reading
from rapportbyggare.core.figure import Unit
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.numerals import Numeral, NumeralKind


def percent_points(reading: Reading) -> Iterator[tuple[tuple[int, int, int], Problem]]:
    """The changes of shares with the wrong unit, each with the line and the stretch of its number."""
    for sentence in reading.sentences:
        if sentence.line.part == "cell":
            continue
        for number in sentence.measuring:
            if number.kind not in (NumeralKind.PERCENT, NumeralKind.POINTS) or not is_change(sentence, number):
                continue
            points_of = sort_of(sentence) if number.kind is NumeralKind.POINTS else ()  # of what is no share, perhaps
            near_by = facts_near(reading, sentence, number, points_of or (Unit.PERCENT,))
            if near_by.meaning is None or not sentence.typed(number.start, number.end):
                continue
            points, percent = _as(number, NumeralKind.POINTS), _as(number, NumeralKind.PERCENT)
            differs = [one for one in changes(reading, near_by, points, sentence) if is_printed(points, one[0])]
            grows = [one for one in changes(reading, near_by, percent, sentence) if is_printed(percent, one[0])]
            wrong = differs and not grows if number.kind is NumeralKind.PERCENT else grows and not differs
            if wrong:
                place = sentence.line.at(number.start, number.end)
                _, new, old = (differs or grows)[0]
                key = (id(sentence.line), number.start, number.end)
                yield key, messages.points(reading.subject.dataset, place, number.text, new, old, bool(differs))


def _as(number: Numeral, kind: NumeralKind) -> Numeral:
    return number._replace(kind=kind)

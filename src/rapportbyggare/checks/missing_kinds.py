"""A cell that says why there is no figure, against what is known of it.

"Ingen statistik" where the dataset has a figure, or where it will be measured later or cannot be, is another thing than what
is known. Silent when the headings leave a doubt about which fact it is, when the dataset has no row for it, about "Mäts 2026"
(`periods`), and about bound cells.
"""

from collections.abc import Iterator
from decimal import Decimal

from rapportbyggare.checks import figures_messages as messages
from rapportbyggare.checks.facts_near import observation
from rapportbyggare.checks.lexicon import Meaning, sure
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.table_figures import TOTAL, Frame, expected_of, frames, with_unit
from rapportbyggare.core.figure import Observation, Status
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.numerals import Numeral, NumeralKind

NOTHING = Numeral(0, 0, 0, NumeralKind.PLAIN, "", Decimal(0))
"""Stands where a number would, so that the headings give its sort."""


def missing_kinds(reading: Reading) -> Iterator[Problem]:
    """The cells that say another reason than the dataset, or that there is no figure when there is one."""
    words = {said.text.casefold(): status for status, said in reading.subject.dataset.catalogue.statuses.items()}
    framed = frames(reading)
    for sentence in reading.sentences:
        text = sentence.line.text.strip()
        status = words.get(text.casefold()) if sentence.line.part == "cell" else None
        if status is None or status is Status.PRELIMINARY or not sentence.typed(0, len(sentence.line.text)):
            continue
        fact = _fact(reading, sentence, framed.get(sentence.line.block, Frame(None, {}, {})))
        if fact is not None and (fact.amount is not None or fact.status is not status):
            yield messages.other_status(reading.subject.dataset, sentence.line.at(0, len(text)), text, fact)


def _fact(reading: Reading, sentence: Sentence, frame: Frame) -> Observation | None:
    """The fact that a cell is about: a count or a share as the headings say, else an amount in kronor."""
    sorts = (with_unit(sentence, NOTHING, frame), NOTHING._replace(kind=NumeralKind.MONEY))
    expected = next((one for sort in sorts if (one := expected_of(reading, sentence, sort, frame))), None)
    row = frame.rows.get(sentence.line.row)
    if expected is None or row is None or not (row.areas or TOTAL.match(row.text) or _names(reading, row, expected.meaning)):
        return None
    return observation(reading.subject.dataset, expected.meaning, expected.year, expected.area)


def _names(reading: Reading, row: Sentence, meaning: Meaning) -> bool:
    """Whether a row's own heading names the measure: else it may be about what the dataset does not know."""
    best = sure(reading.lexicon.scored(row.stems, (meaning.measure.unit,)))
    return best is not None and best.meaning.indicator is meaning.indicator

"""Amounts that are a fact a thousand or a million times as large: "1 017 000 tkr" for 1 017 000 kronor."""

from decimal import Decimal

from rapportbyggare.checks import figures_messages as messages
from rapportbyggare.checks.judgement import Judgement, Outcome
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.typography.numerals import Numeral, NumeralKind

TELLING = 3


def wrong_scale(reading: Reading, sentence: Sentence, number: Numeral, around: frozenset[str] = frozenset()) -> Judgement | None:
    """An amount with three digits or more that is a fact in another scale, of an indicator that the words speak of.

    `around` are stems of words elsewhere that are about the number: the headings of a table.
    """
    amount = abs(number.amount or Decimal(0))
    digits = sum(sign.isdigit() for sign in number.text[: number.digits_end - number.start])
    if number.kind is not NumeralKind.MONEY or digits < TELLING or len(amount.normalize().as_tuple().digits) < TELLING - 1:
        return None
    said = reading.lexicon.said(sentence.stems.union(around, *(one.stems for one in sentence.before)))
    for power in (3, -3, 6, -6):
        fact = reading.by_amount.get((True, False, amount.scaleb(power)))
        labels = (one.label for one in reading.lexicon.meanings if fact is not None and one.indicator.name == fact.key.indicator)
        if fact is not None and any(one & said for one in labels):
            place = sentence.line.at(number.start, number.end)
            problem = messages.wrong_unit(reading.subject.dataset, place, number.text, fact)
            return Judgement(sentence, number, Outcome.CONTRADICTED, problem, fact)
    return None

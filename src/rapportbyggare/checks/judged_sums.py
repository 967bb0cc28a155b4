"""Typed numbers that are several places' together: "Berg och Bräcke hade tillsammans 106 KKB-företag".

The places named must be municipalities of one list, the measure a count or an amount, and the year known. Silent when the
sentence names no measure, when the county is among the places, and when a place has no number.
"""

import re
from decimal import Decimal
from itertools import pairwise

from rapportbyggare.checks import claims_messages as messages
from rapportbyggare.checks.facts_near import Near, observation
from rapportbyggare.checks.judgement import Judgement, Outcome
from rapportbyggare.checks.printed_amounts import is_printed
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.spoken_of import counts_it
from rapportbyggare.core.figure import Format, Unit
from rapportbyggare.typography.numbers import write_amount
from rapportbyggare.typography.numerals import Numeral
from rapportbyggare.typography.words import join_words

TOGETHER = re.compile(r"\b(?:tillsammans|sammanlagt|sammantaget|totalt)\b", re.IGNORECASE)
SOME = re.compile(r"\b(?:med|som|vars|utan|inom|där)\b", re.IGNORECASE)
LEAST, MOST = Decimal("0.3"), Decimal(3)
LISTED = re.compile(r",\s|\s(?:och|samt|plus)\s")


def judged_sum(reading: Reading, sentence: Sentence, number: Numeral, near_by: Near) -> Judgement | None:
    """What a number is when the sentence adds places together, None when it does not."""
    meaning, areas = near_by.meaning, _list(sentence, reading.subject.dataset.catalogue.municipalities)
    if meaning is None or len(areas) < 2 or not TOGETHER.search(sentence.text) or len(sentence.measuring()) != 1:
        return None
    if meaning.measure.unit is Unit.PERCENT or len(near_by.years.values) != 1:
        return None
    facts = [observation(reading.subject.dataset, meaning, near_by.years.values[0], area) for area in areas]
    amounts = [one.amount for one in facts if one is not None and one.amount is not None]
    if len(amounts) < len(areas):
        return None
    whole = sum(amounts, Decimal(0))
    if is_printed(number, whole, sentence):
        return Judgement(sentence, number, Outcome.KNOWN, fact=None)
    behind = sentence.line.text[number.end : min(sentence.end, number.end + 60)]
    near_enough = whole * LEAST <= abs(number.amount or Decimal(0)) <= whole * MOST
    if not counts_it(sentence, number, meaning) or SOME.search(behind) or not near_enough:
        return None
    expected = write_amount(whole, Format(meaning.measure.unit, meaning.measure.decimals))
    what = f"{meaning.indicator.label}, {near_by.years.values[0]}, {join_words(areas)}"
    place = sentence.line.at(number.start, number.end)
    return Judgement(sentence, number, Outcome.CONTRADICTED, messages.together(place, number.text, expected, what))


def _list(sentence: Sentence, municipalities: tuple[str, ...]) -> list[str]:
    """The municipalities of a sentence when they stand in one list."""
    spots = [one for one in sentence.areas if not one.weak]
    joints = pairwise(spots)
    listed = all(LISTED.fullmatch(sentence.line.text, one.end, other.start) for one, other in joints)
    return [one.value for one in spots] if listed and all(one.value in municipalities for one in spots) else []

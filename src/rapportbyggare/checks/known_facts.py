"""Facts that a typed number happens to be."""

import re

from rapportbyggare.checks.facts_near import UNITS, Near, observations
from rapportbyggare.checks.judgement import Judgement, Outcome
from rapportbyggare.checks.lexicon import COVERED, Meaning
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.printed_amounts import is_printed
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.spots_near import Values, aligned
from rapportbyggare.checks.stems import alike
from rapportbyggare.core.figure import Observation
from rapportbyggare.typography.numerals import Numeral, NumeralKind

COMPARING = lazy(r"\b(?:än|jämfört|respektive|mot|medan)\b", re.IGNORECASE)
TELLING = 3
THOUSAND = 1000


def some_fact(reading: Reading, sentence: Sentence, number: Numeral, near_by: Near) -> Judgement | None:
    """A fact that a number is, of the measures that the paragraph may speak of."""
    for meaning in near_by.candidates:
        for fact in observations(reading.subject.dataset, meaning, near_by):
            if fact.amount is not None and is_printed(number, fact.amount, sentence):
                return Judgement(sentence, number, Outcome.KNOWN, fact=fact)
    return None


def same_elsewhen(reading: Reading, meaning: Meaning, number: Numeral, area: str) -> Observation | None:
    """The fact of a measure and a place that a number is, whatever its year."""
    facts = (one for one in reading.subject.dataset.observations.values() if one.amount is not None and one.key.area == area)
    mine = [one for one in facts if one.key[:2] == (meaning.indicator.name, meaning.measure.name)]
    return next((one for one in mine if one.amount is not None and is_printed(number, one.amount)), None)


def whole_county(reading: Reading, sentence: Sentence, number: Numeral, near_by: Near) -> Judgement | None:
    """The county's fact, in a sentence with several numbers, where a place may be another number's."""
    county = reading.subject.dataset.catalogue.county
    if near_by.meaning is None or len(sentence.measuring) < 2:
        return None
    whole = near_by._replace(areas=Values((county,), True), candidates=(near_by.meaning,))
    return some_fact(reading, sentence, number, whole)


def compared_fact(reading: Reading, sentence: Sentence, number: Numeral, near_by: Near) -> Judgement | None:
    """The fact of any of the places in a sentence that holds places against each other."""
    if near_by.meaning is None or len(sentence.areas) < 2 or not COMPARING.search(sentence.text):
        return None
    if aligned(sentence, number, sentence.areas):
        return None
    areas = Values(tuple(dict.fromkeys(one.value for one in sentence.areas)), False)
    return some_fact(reading, sentence, number, near_by._replace(areas=areas, candidates=(near_by.meaning,)))


def rival_fact(reading: Reading, sentence: Sentence, number: Numeral, near_by: Near) -> Judgement | None:
    """A fact that the number is, of another indicator that the sentence names as well."""
    named = {
        one.meaning.indicator.name for one in reading.lexicon.scored(sentence.stems, UNITS[number.kind]) if one.covered >= COVERED
    }
    mine = near_by.meaning.indicator.name if near_by.meaning else ""
    others = tuple(one for one in near_by.candidates if one.indicator.name in named - {mine})
    return some_fact(reading, sentence, number, near_by._replace(candidates=others))


def sibling_fact(reading: Reading, sentence: Sentence, number: Numeral, near_by: Near) -> Judgement | None:
    """The fact of another measure of the same indicator, when the words do not say all that tells the one they name."""
    meaning = near_by.meaning
    if meaning is None or all(any(alike(one, other) for other in sentence.stems) for one in meaning.own):
        return None
    siblings = tuple(one for one in near_by.candidates if one.indicator is meaning.indicator and one is not meaning)
    return some_fact(reading, sentence, number, near_by._replace(candidates=siblings))


def exact_fact(reading: Reading, sentence: Sentence, number: Numeral) -> Judgement | None:
    """Any fact of the unit that a number with three digits or more is: nothing says which, and nothing says another."""
    digits = number.amount.normalize().as_tuple().digits if number.amount is not None else ()
    if number.amount is None or (len(digits) < TELLING and number.amount < THOUSAND):
        return None
    found = reading.by_amount.get((number.kind is NumeralKind.MONEY, number.kind is NumeralKind.PERCENT, abs(number.amount)))
    return Judgement(sentence, number, Outcome.KNOWN, fact=found) if found else None


def year_of_number(reading: Reading, number: Numeral, near_by: Near, fact: Observation) -> Observation | None:
    """The fact that the year beside a number names, when the number is another year's of what the words may speak of.

    Only for a number that is a single fact of the whole dataset, whose measure and place the words do not speak against.
    """
    names = {(one.indicator.name, one.measure.name) for one in near_by.candidates}
    alike_facts = [one for one in reading.subject.dataset.observations.values() if one.amount == number.amount]
    year, area = near_by.years.values[0] if near_by.years.sure else "", fact.key.area
    if not year or len(alike_facts) != 1 or fact.key[:2] not in names or area not in near_by.areas.values[:1]:
        return None
    said = reading.subject.dataset.observations.get(fact.key._replace(year=int(year))) if fact.key.year else None
    return said if said is not None and said is not fact and said.amount is not None else None

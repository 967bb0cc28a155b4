"""Typed numbers of the units behind a figure."""

import re

from rapportbyggare.checks import figures_messages as messages
from rapportbyggare.checks.facts_near import Near, years_near
from rapportbyggare.checks.judgement import Judgement, Outcome
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.spoken_of import SUBSET
from rapportbyggare.checks.stems import stem
from rapportbyggare.core.figure import Observation
from rapportbyggare.typography.numerals import Numeral, NumeralKind

EARLIER = lazy(r"\b(?:tidigare|förra|föregående|första|dåvarande|senare)\s+(?:uttag|avläsning|mätning|version)", re.IGNORECASE)
BEHIND = lazy(r"\b(?:bygg\w+|underlag\w*|bakom|registrer\w+|bokslut\w*|bas(?:en|eras|erat)?)\b", re.IGNORECASE)


def judged_base(reading: Reading, sentence: Sentence, number: Numeral, near_by: Near) -> Judgement | None:
    """What a count is when the sentence speaks of the units behind some facts."""
    if number.kind not in (NumeralKind.PLAIN, NumeralKind.PIECES) or not (BEHIND.search(sentence.text) or reading.bases):
        return None
    catalogue = reading.subject.dataset.catalogue
    years = {int(one) for one in near_by.years.values} if near_by.years.sure else set()
    facts = [one for one in reading.bases if not years or one.key.year in years]
    counted = stem(_noun(sentence, number))
    named = [one for one in facts if counted and stem(catalogue.sources[one.origin.source].units) == counted]
    facts = named or (facts if BEHIND.search(sentence.text) else [])
    if found := next((one for one in facts if one.base == number.amount), None):
        return Judgement(sentence, number, Outcome.KNOWN, fact=found)
    if not named and BEHIND.search(sentence.text) and years:
        named = _in_company(reading, sentence, number, facts)
    if EARLIER.search(sentence.text):
        return None
    alone = bool(years) or len({one.base for one in named}) == 1
    if not named or not alone or not BEHIND.search(sentence.text) or SUBSET.search(sentence.text):
        return None
    place = sentence.line.at(number.start, number.end)
    problem = messages.other_base(reading.subject.dataset, place, f"{number.text} {_noun(sentence, number)}", named[0])
    return Judgement(sentence, number, Outcome.CONTRADICTED, problem, named[0])


def _noun(sentence: Sentence, number: Numeral) -> str:
    """The word right after a number."""
    found = re.match(r"\s+([^\W\d_]+)", sentence.line.text[number.end : min(sentence.end, number.end + 40)])
    return found[1] if found else ""


def _in_company(reading: Reading, sentence: Sentence, number: Numeral, facts: list[Observation]) -> list[Observation]:
    """The facts whose base a number must be, when another number of the sentence is the same indicator's in its own year."""
    for other in sentence.measuring:
        years = years_near(reading, sentence, other, None)
        if other is not number and years.sure and other.kind is NumeralKind.PLAIN:
            found = [one for one in reading.bases if one.base == other.amount and str(one.key.year) in years.values]
            names = {one.key.indicator for one in found}
            if mine := [one for one in facts if one.key.indicator in names]:
                return mine
    return []

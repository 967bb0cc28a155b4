"""Words for a level against the country's: "relativt låg", "högre än riksgenomsnittet".

Held against two facts: the country's share, which the sentence names, and the county's latest of the measure with the same
label. Silent when the catalogue has no such pair, and when the sentence denies or supposes.
"""

import re
from collections.abc import Iterator

from rapportbyggare.checks import claims_messages as messages
from rapportbyggare.checks.lexicon import Meaning, sure
from rapportbyggare.checks.patterns import at_words, lazy
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.subject import PieceKind
from rapportbyggare.core.figure import FactKey, Observation, Unit
from rapportbyggare.core.problem import Problem

HOW, LOWER, HIGHER = "relativt|förhållandevis|jämförelsevis|ganska|klart|något", "lägre|under", "högre|över"
WORDS = lazy(
    rf"{at_words(f'{HOW}|{LOWER}|{HIGHER}')}(?:(?:{HOW})\s+(?:(?P<low>låg[at]?|lägre)|(?P<high>hög[at]?|högre))\b"
    rf"|(?:(?P<lower>{LOWER})|(?P<higher>{HIGHER}))\s+än\b)",
    re.IGNORECASE,
)
COUNTRY = lazy(r"\b(?:riks|riket|landet|sverige)", re.IGNORECASE)
OPEN = lazy(r"\b(?:inte|aldrig|om|varken|skulle|kan)\b", re.IGNORECASE)


def levels(reading: Reading) -> Iterator[Problem]:
    """The words for a level that the two levels say otherwise."""
    for sentence in reading.sentences:
        found = WORDS.search(sentence.text) if sentence.line.part in ("stycke", "not") else None
        if found is None or OPEN.search(sentence.text):
            continue
        start, end = sentence.start + found.start(), sentence.start + found.end()
        pair = _pair(reading, sentence)
        if pair is None or any(one.kind is not PieceKind.TYPED for one in sentence.line.between(start, end)):
            continue
        mine, country = pair
        low = bool(found["low"] or found["lower"]) is not _of_country(sentence, end)
        if mine.amount is None or country.amount is None:
            continue
        if mine.amount >= country.amount if low else mine.amount <= country.amount:
            yield messages.level(reading.subject.dataset, sentence.line.at(start, end), found[0], mine, country)


def _of_country(sentence: Sentence, end: int) -> bool:
    """Whether it is the country that is held against the county ("riket ligger högre än länet")."""
    county = any(one.weak and "län" in one.value for one in sentence.areas if one.start >= end)
    return county and COUNTRY.search(sentence.line.text, end, sentence.end) is None


def _pair(reading: Reading, sentence: Sentence) -> tuple[Observation, Observation] | None:
    """The county's fact and the country's, when the sentence names the country's."""
    dataset = reading.subject.dataset
    best = sure(reading.lexicon.scored(sentence.stems, (Unit.PERCENT,)))
    if best is None or any(not one.weak and one.value != dataset.catalogue.county for one in sentence.areas):
        return None
    countries = {one.name for one in dataset.catalogue.areas.values() if one.level == "riket"}
    other = best.meaning
    facts = [one for key, one in dataset.observations.items() if key[:2] == _name(other) and key.area in countries]
    counterparts = [one for one in reading.lexicon.meanings if one.measure.label == other.measure.label and one is not other]
    if len(facts) != 1 or len(counterparts) != 1:
        return None
    year = reading.latest.get(_name(counterparts[0]), 0)
    mine = dataset.observations.get(FactKey(*_name(counterparts[0]), year, dataset.catalogue.county))
    return (mine, facts[0]) if mine is not None else None


def _name(meaning: Meaning) -> tuple[str, str]:
    return meaning.indicator.name, meaning.measure.name

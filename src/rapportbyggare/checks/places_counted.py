"""How many municipalities are said to have changed one way: "i fem av länets åtta kommuner minskade antalet KKB-företag".

Held against the facts of each municipality, between the two years that the sentence is about; "merparten av kommunerna" and
"hälften av kommunerna" likewise. Silent when the measure or the years are open, when the sentence has several such words, when it
denies or supposes, and about bound words.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from rapportbyggare.checks import relations_messages as messages
from rapportbyggare.checks import share_words
from rapportbyggare.checks.direction_words import OPEN, SORT, WORDS, holds, measured, years_compared
from rapportbyggare.checks.facts_near import observation
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.numerals import Numeral, NumeralKind

OF = r"(?:\s+av\s+(?:länets|de|samtliga|alla)(?:\s+[a-zåäö]+)?)?"
PLACES = lazy(rf"{OF}\s+kommuner(?:na)?\b", re.IGNORECASE)
OF_PLACES = lazy(r"\s+av\s+(?:länets\s+|de\s+)?(?:[a-zåäö]+\s+)?kommuner(?:na)?\b")
ONLY = lazy(r"\b(?:minst|högst|fler än|färre än|ytterligare|andra|första|största|minsta|dessa|de)\s+$", re.IGNORECASE)
NARROWED = lazy(r"\b(?:som|där|vars|bland|över|under)\b", re.IGNORECASE)


def places_counted(reading: Reading) -> Iterator[Problem]:
    """The numbers of municipalities that their facts say otherwise."""
    for sentence in reading.sentences:
        if sentence.line.part in ("stycke", "not") and "kommuner" in sentence.text:
            yield from _of_sentence(reading, sentence)


def _of_sentence(reading: Reading, sentence: Sentence) -> Iterator[Problem]:
    words = list(WORDS.finditer(sentence.line.text, sentence.start, sentence.end))
    counts = [one for one in sentence.numbers if _counts_places(sentence, one)]
    shares = [
        one for one in share_words.WORDS.finditer(sentence.line.text, sentence.start, sentence.end) if _of_places(sentence, one)
    ]
    sorts = sum(pattern.search(sentence.text) is not None for pattern, _ in SORT)
    if (
        len(words) != 1
        or sorts > 1
        or len(counts) + len(shares) != 1
        or OPEN.search(sentence.text)
        or NARROWED.search(sentence.text)
    ):
        return
    changed = _changed(reading, sentence, words[0])
    there = len(reading.subject.dataset.catalogue.municipalities)
    span = (counts[0].start, counts[0].end) if counts else shares[0].span()
    if changed is None or not sentence.typed(*span) or not sentence.typed(*words[0].span()):
        return
    wrong = counts[0].amount != changed if counts else not share_words.holds(shares[0], Decimal(100 * changed) / there)
    if wrong:
        start, end = min(span[0], words[0].start()), max(span[1], words[0].end())
        quote = sentence.line.text[span[0] : span[1]]
        yield messages.places_changed(sentence.line.at(start, end), quote, words[0][0], changed, there)


def _counts_places(sentence: Sentence, one: Numeral) -> bool:
    text = sentence.line.text
    counted = one.kind in (NumeralKind.WORD, NumeralKind.PLAIN) and PLACES.match(text, one.end, sentence.end)
    whole = re.search(r"\b(?:länets|de|alla|samtliga)\s+$", text[max(sentence.start, one.start - 12) : one.start], re.IGNORECASE)
    return bool(counted) and not whole and not ONLY.search(text[max(sentence.start, one.start - 14) : one.start])


def _of_places(sentence: Sentence, found: re.Match[str]) -> bool:
    return not found["these"] and OF_PLACES.match(sentence.line.text, found.end(), sentence.end) is not None


def _changed(reading: Reading, sentence: Sentence, word: re.Match[str]) -> int | None:
    """How many municipalities have changed as a word says."""
    meaning = measured(reading, sentence, word[0], sentence.start, sentence.end)
    years = years_compared(reading, sentence, meaning) if meaning is not None else None
    if meaning is None or years is None:
        return None
    dataset = reading.subject.dataset
    pairs = [[observation(dataset, meaning, year, area) for year in years] for area in dataset.catalogue.municipalities]
    amounts = [[one.amount for one in pair if one is not None and one.amount is not None] for pair in pairs]
    if any(len(pair) < 2 for pair in amounts):
        return None
    return sum(holds(word, float(new), float(old)) for old, new in amounts)

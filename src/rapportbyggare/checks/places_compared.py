"""Words that hold two places against each other: "andelen är högre i Krokom än i Strömsund", "Åre har fler KKB-företag än Berg",
"mer än fyra gånger så många KKB-företag som Berg".

Both places' facts of the same measure and year must be known. Silent when the sentence names several years, when numbers stand
between the places (they are compared as they stand), when it denies or supposes, and about bound words.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from rapportbyggare.checks import claims_messages as messages
from rapportbyggare.checks import relations_messages
from rapportbyggare.checks.direction_words import OPEN, holds, measured
from rapportbyggare.checks.facts_near import COUNTS, latest_year, observation
from rapportbyggare.checks.lexicon import sure
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.words import NUMBER_VALUES, in_small

WORDS = lazy(
    r"\b(?:(?P<up>fler|högre|större)|(?P<down>färre|lägre|mindre))\b(?P<between>[^.;:,]{0,60}?)\bän\s+(?:i\s+)?", re.IGNORECASE
)

TIMES_VALUES = {"dubbelt": 2} | {word: number for word, number in NUMBER_VALUES.items() if 2 <= number <= 10}
TIMES = lazy(
    r"\b(?P<said>(?P<lead>(?:mer än|över|drygt|knappt|nästan|närmare|ungefär|omkring|cirka)\s+)?"
    rf"(?P<times>{'|'.join(TIMES_VALUES)})(?:\s+gånger)?\s+så\s+många)\s+(?:[\w-]+\s+){{0,2}}som\s+(?:i\s+)?",
    re.IGNORECASE,
)
SPREAD = Decimal("0.3")
ENDS = lazy(r"\s*(?:$|[.,;:)]|(?:i|år|under)\s+(?:[a-zåäö]+\s+)?20\d\d)")
NARROWED = lazy(r"\b(?:fått|får|fick|söker|sökt|sökte|deltar|deltog|som|med|utan|inom|bland)\b", re.IGNORECASE)


def places_compared(reading: Reading) -> Iterator[Problem]:
    """The comparisons of places that their facts say otherwise."""
    for sentence in reading.sentences:
        if sentence.line.part not in ("stycke", "not") or len(sentence.areas) < 2:
            continue
        for found in WORDS.finditer(sentence.line.text, sentence.start, sentence.end):
            yield from _of_word(reading, sentence, found)
        for found in TIMES.finditer(sentence.line.text, sentence.start, sentence.end):
            yield from _of_times(reading, sentence, found)


def _of_times(reading: Reading, sentence: Sentence, found: re.Match[str]) -> Iterator[Problem]:
    """ "Fyra gånger så många KKB-företag som Berg", when it is another number of times."""
    spots = [one for one in sentence.areas if not one.weak]
    best = sure(reading.lexicon.scored(sentence.stems, COUNTS))
    meaning = best.meaning if best is not None and len(best.meaning.indicator.measures) == 1 else None
    years = {one.value for one in sentence.years}
    if len(spots) != 2 or spots[1].start != found.end() or meaning is None or len(years) > 1 or OPEN.search(sentence.text):
        return
    year = years.pop() if years else latest_year(reading, meaning)
    mine, other = (observation(reading.subject.dataset, meaning, year, one.value) for one in spots)
    if mine is None or other is None or not mine.amount or not other.amount or not sentence.typed(*found.span("said")):
        return
    ratio, times = mine.amount / other.amount, Decimal(TIMES_VALUES[in_small(found["times"])])
    if not _is_times(found["lead"] or "", ratio, times):
        quote = found["said"]
        yield relations_messages.times(reading.subject.dataset, sentence.line.at(*found.span("said")), quote, mine, other, ratio)


def _is_times(lead: str, ratio: Decimal, times: Decimal) -> bool:
    """Whether so many times is what it is, with the word before it taken at its word."""
    match lead.strip().lower():
        case "mer än" | "över":
            return ratio > times
        case "drygt":
            return times <= ratio <= times * (1 + SPREAD)
        case "knappt" | "nästan" | "närmare":
            return times * (1 - SPREAD) <= ratio <= times
        case _:
            return abs(ratio - times) <= times * SPREAD / 2


def _of_word(reading: Reading, sentence: Sentence, found: re.Match[str]) -> Iterator[Problem]:
    text = sentence.line.text
    first, second = _places(sentence, found)
    meaning = measured(reading, sentence, found["up"] or found["down"], sentence.start, sentence.end)
    years = {one.value for one in sentence.years}
    spoken = OPEN.search(text[sentence.start : found.start()]) or any(sentence.start <= one.start for one in sentence.measuring)
    if not first or not second or meaning is None or len(years) > 1 or spoken or _of_some(sentence, found):
        return
    word = found["up"] or found["down"]
    end = found.start() + len(word)
    if not sentence.typed(found.start(), end):
        return
    year = years.pop() if years else latest_year(reading, meaning)
    mine, other = (observation(reading.subject.dataset, meaning, year, area) for area in (first, second))
    if mine is None or other is None or mine.amount is None or other.amount is None:
        return
    if not holds(found, float(mine.amount), float(other.amount)):
        yield messages.direction(reading.subject.dataset, sentence.line.at(found.start(), end), word, mine, other)


def _of_some(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether words after the second place, or a verb before it, narrow down what is compared."""
    second = next((one for one in sentence.areas if one.start == found.end()), None)
    rest = sentence.line.text[second.end : sentence.end] if second is not None else ""
    return not ENDS.match(rest) or NARROWED.search(found["between"]) is not None


def _places(sentence: Sentence, found: re.Match[str]) -> tuple[str, str]:
    """The place that is more or less, and the one right after "än"; "" for one that is not there alone."""
    second = next((one.value for one in sentence.areas if one.start == found.end()), "")
    inside = [one.value for one in sentence.areas if found.start("between") <= one.start < found.end("between")]
    before = [one.value for one in sentence.areas if one.end <= found.start() and not one.weak]
    mine = inside or before
    return (mine[0] if len(set(mine)) == 1 else ""), second

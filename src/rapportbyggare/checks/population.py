"""A number of some companies called a number of all companies.

When the catalogue counts "KKB-företag" and a typed number is such a count, the sentence or one before it must say so: "1 341
aktiva företag" is another thing. "614 företag" will do when the chapter has said which companies it speaks of. Silent when the
words of the definition are there, or what tells the indicator from others; about small numbers; and in tables, whose heading
says it.
"""

import re
from collections.abc import Iterator

from rapportbyggare.checks import figures_messages as messages
from rapportbyggare.checks.judgement import Judgement, Outcome
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.stems import stem, stems_of
from rapportbyggare.core.figure import Observation
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.numerals import NumeralKind

WHOLE = lazy(r"\s+(?:aktiva|registrerade)\b|.*\b(?:alla|samtliga) branscher\b", re.IGNORECASE)
QUALIFIED = lazy(r"\b([A-ZÅÄÖ]{2,})-([a-zåäö]{4,})")
SMALLEST, SMALLEST_WHOLE = 100, 20


def population(reading: Reading, judged: tuple[Judgement, ...]) -> Iterator[Problem]:
    """The numbers whose population the sentence leaves out."""
    for one in judged:
        known = one.outcome is Outcome.KNOWN and one.fact is not None and one.sentence.line.part in ("stycke", "not")
        if known and one.fact is not None and one.number.kind is NumeralKind.PLAIN and (one.number.amount or 0) >= SMALLEST_WHOLE:
            yield from _of_number(reading, one, one.fact)


def _of_number(reading: Reading, one: Judgement, fact: Observation) -> Iterator[Problem]:
    dataset, sentence, number = reading.subject.dataset, one.sentence, one.number
    found = QUALIFIED.search(dataset.catalogue.indicators[fact.key.indicator].label)
    behind = re.match(r"(?:\s+[^\W\d_]+){1,2}", sentence.line.text[number.end : sentence.end])
    if found is None or behind is None or fact.amount != number.amount or _said(reading, sentence, fact, stem(found[2])):
        return
    whole = WHOLE.match(sentence.line.text, number.end, sentence.end) is not None
    if not whole and ((number.amount or 0) < SMALLEST or _said_earlier(reading, sentence, f"{found[1]}-")):
        return
    noun = next((word for word in re.findall(r"\w+", behind[0]) if stem(word) == stem(found[2])), "")
    if noun:
        end = number.end + behind[0].index(noun) + len(noun)
        quote = sentence.line.text[number.start : end]
        yield messages.other_population(sentence.line.at(number.start, end), quote, noun, found[0], fact, dataset)


def _said(reading: Reading, sentence: Sentence, fact: Observation, noun: str) -> bool:
    """Whether the paragraph so far names the indicator by something else than its noun, or by its definition."""
    stems = sentence.stems.union(*(one.stems for one in sentence.before))
    meaning = next(one for one in reading.lexicon.meanings if one.indicator.name == fact.key.indicator)
    common = frozenset[str]().union(*(stems_of(one.measure.label) for one in reading.lexicon.meanings))
    return bool((meaning.label - {noun}) & stems) or len((meaning.told - common) & stems) > 1


def _said_earlier(reading: Reading, sentence: Sentence, qualifier: str) -> bool:
    """Whether the chapter, or a whole file that is not ours, has said before which companies it speaks of."""
    for line in reading.subject.lines:
        if line is sentence.line:
            return False
        if qualifier in line.text and (reading.subject.document is None or line.chapter == sentence.line.chapter):
            return True
    return False

"""A number of some companies called a number of all companies.

When the catalogue counts "KKB-företag" and a typed number is such a count, the sentence or one before it must say so: "1 341
aktiva företag" is another thing. Silent when the words of the definition are there, or what tells the indicator from
others; about small numbers; and in tables, whose heading says it.
"""

import re
from collections.abc import Iterator

from rapportbyggare.checks import figures_messages as messages
from rapportbyggare.checks.judgement import Judgement, Outcome
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.stems import stem
from rapportbyggare.core.figure import Observation
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.numerals import NumeralKind

QUALIFIED = re.compile(r"\b([A-ZÅÄÖ]{2,})-([a-zåäö]{4,})")
SMALLEST = 100


def population(reading: Reading, judged: tuple[Judgement, ...]) -> Iterator[Problem]:
    """The numbers whose population the sentence leaves out."""
    for one in judged:
        known = one.outcome is Outcome.KNOWN and one.fact is not None and one.sentence.line.part in ("stycke", "not")
        if known and one.fact is not None and one.number.kind is NumeralKind.PLAIN and (one.number.amount or 0) >= SMALLEST:
            yield from _of_number(reading, one, one.fact)


def _of_number(reading: Reading, one: Judgement, fact: Observation) -> Iterator[Problem]:
    dataset, sentence, number = reading.subject.dataset, one.sentence, one.number
    found = QUALIFIED.search(dataset.catalogue.indicators[fact.key.indicator].label)
    behind = re.match(r"(?:\s+[^\W\d_]+){1,2}", sentence.line.text[number.end : sentence.end])
    if found is None or behind is None or fact.amount != number.amount or _said(reading, sentence, fact, stem(found[2])):
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
    return bool((meaning.label - {noun}) & stems) or len(meaning.told & stems) > 1

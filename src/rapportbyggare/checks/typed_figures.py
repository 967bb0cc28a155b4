"""Every typed number: recognised and equal to a fact within its printed rounding, contradicting it, or without source.

A number contradicts only when its words name one measure of one indicator, the place and the year are
known, the thing counted is the indicator's own, and no other reading (a change, a part of the whole, a base, a neighbouring
year) gives the number. Silent about years, dates, names, laws, references, number words, quotations, and about numbers
that are some fact of what the paragraph speaks of.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from rapportbyggare.checks import figures_messages as messages
from rapportbyggare.checks.changes_near import is_change
from rapportbyggare.checks.facts_near import COUNTS, Near, facts_near, observations
from rapportbyggare.checks.judged_bases import judged_base
from rapportbyggare.checks.judged_changes import judged_change, judged_part
from rapportbyggare.checks.judged_sums import judged_sum
from rapportbyggare.checks.judgement import Judgement, Outcome
from rapportbyggare.checks.known_facts import (
    COMPARING,
    compared_fact,
    exact_fact,
    rival_fact,
    same_elsewhen,
    sibling_fact,
    some_fact,
    whole_county,
    year_of_number,
)
from rapportbyggare.checks.lexicon import Meaning
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.printed_amounts import is_printed, times_off
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.spoken_of import EXISTS, SUPPOSED, counts_it, is_subset, speaks_of
from rapportbyggare.checks.stems import WORD, stem, stems_of
from rapportbyggare.checks.wrong_scales import wrong_scale
from rapportbyggare.core.figure import Observation, Unit
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.dates import ANY_MONTH
from rapportbyggare.typography.numerals import Numeral, NumeralKind

COUNTYS = lazy(r"\s+av\s+länets\s+(?P<whole>[\w-]+(?:\s+[\w-]+)?)", re.IGNORECASE)
LEAST_COUNT = 10
MORE_THAN = lazy(r"\b(?:fler än|mer än|över|minst|åtminstone)\s+$", re.IGNORECASE)
LESS_THAN = lazy(r"\b(?:färre än|mindre än|under|högst)\s+$", re.IGNORECASE)
TAKES_PART = lazy(r"\s+(?:av\s+(?P<of>[\w-]+)\s+)?(?:deltog|deltar|fick|har fått|finns|fanns|var med|medverka(?:de|r))\b")
TWO_YEARS = lazy(
    rf"(?:\s+(?!(?:mellan|från|till|sedan|än|och)\b)[\w-]+){{0,3}}?\s+(?:både\s+)?(?:i\s+|under\s+)?(?:(?:{ANY_MONTH})\s+)?(20\d\d)"
    rf"\s+och\s+(?:i\s+|under\s+)?(?:(?:{ANY_MONTH})\s+)?(20\d\d)(?=\s*(?:[.,;)]|$))",
    re.IGNORECASE,
)


def judgements(reading: Reading) -> tuple[Judgement, ...]:
    """What each typed number outside tables is."""
    return tuple(
        judge(reading, sentence, number)
        for sentence in reading.sentences
        if sentence.line.part not in ("cell", "kolumnrubrik", "radrubrik")
        for number in sentence.measuring
        if sentence.typed(number.start, number.digits_end)
    )


def judge(reading: Reading, sentence: Sentence, number: Numeral) -> Judgement:
    """What a typed number is, by the words round it."""
    near_by = facts_near(reading, sentence, number)
    if is_change(sentence, number):
        return judged_change(reading, sentence, number)
    if base := judged_base(reading, sentence, number, near_by):
        return base
    if total := judged_sum(reading, sentence, number, near_by):
        return total
    if number.kind is NumeralKind.PERCENT and (found := judged_part(reading, sentence, number, near_by)):
        return found
    if near_by.meaning is not None:
        facts = observations(reading.subject.dataset, near_by.meaning, near_by)
        for fact in facts:
            if fact.amount is not None and is_printed(number, fact.amount, sentence):
                return _both_years(reading, sentence, number, fact) or Judgement(sentence, number, Outcome.KNOWN, fact=fact)
        if not facts and (moved := _other_year(reading, sentence, number, near_by)):
            return moved
        rival = rival_fact(reading, sentence, number, near_by) or sibling_fact(reading, sentence, number, near_by)
        rival = rival or whole_county(reading, sentence, number, near_by) or compared_fact(reading, sentence, number, near_by)
        if facts and rival is None and speaks_of(reading, sentence, number, near_by.meaning, facts):
            return _contradicted(reading, sentence, number, near_by, facts)
    known = (
        _of_county(reading, sentence, number, near_by)
        or some_fact(reading, sentence, number, near_by)
        or _exact(reading, sentence, number, near_by)
    )
    known = known or _without_unit(reading, sentence, number) or wrong_scale(reading, sentence, number)
    return known or _share_for_count(reading, sentence, number) or Judgement(sentence, number, Outcome.UNKNOWN)


def _of_county(reading: Reading, sentence: Sentence, number: Numeral, near_by: Near) -> Judgement | None:
    """A municipality's share of its own whole said to be of the county's: "8,6 % av länets aktiva företag"."""
    found = COUNTYS.match(sentence.line.text, number.end, sentence.end)
    if found is None or number.kind is not NumeralKind.PERCENT:
        return None
    dataset = reading.subject.dataset
    for meaning in near_by.candidates:
        base = stems_of(meaning.measure.label) - {"andel"}
        facts = observations(dataset, meaning, near_by) if base and base <= stems_of(found["whole"]) else []
        for fact in facts:
            county = dataset.observations.get(fact.key._replace(area=dataset.catalogue.county))
            mine = fact.amount is not None and fact is not county and is_printed(number, fact.amount)
            if mine and county is not None and county.amount is not None and not is_printed(number, county.amount):
                place = sentence.line.at(number.start, number.end)
                problem = messages.contradicts(dataset, place, number, county, fact)
                return Judgement(sentence, number, Outcome.CONTRADICTED, problem, county)
    return None


def _both_years(reading: Reading, sentence: Sentence, number: Numeral, fact: Observation) -> Judgement | None:
    """A number that is the fact of one of two years said right after it, not of the other: "6,6 % i juli 2024 och juli 2025"."""
    found = TWO_YEARS.match(sentence.line.text, number.end, sentence.end)
    for year in found.groups() if found else ():
        other = reading.subject.dataset.observations.get(fact.key._replace(year=int(year)))
        if other is not None and other.amount is not None and not is_printed(number, other.amount, sentence):
            place = sentence.line.at(number.start, number.end)
            problem = messages.contradicts(reading.subject.dataset, place, number, other, fact)
            return Judgement(sentence, number, Outcome.CONTRADICTED, problem, other)
    return None


def _exact(reading: Reading, sentence: Sentence, number: Numeral, near_by: Near) -> Judgement | None:
    """A fact that the number can only be, unless the year beside it is that of another one."""
    found = exact_fact(reading, sentence, number)
    said = year_of_number(reading, number, near_by, found.fact) if found is not None and found.fact is not None else None
    if found is None or said is None or COMPARING.search(sentence.text) or is_subset(sentence, number, None):
        return found
    place = sentence.line.at(number.start, number.end)
    problem = messages.contradicts(reading.subject.dataset, place, number, said, found.fact)
    return Judgement(sentence, number, Outcome.CONTRADICTED, problem, said)


def _contradicted(reading: Reading, sentence: Sentence, number: Numeral, near_by: Near, facts: list[Observation]) -> Judgement:
    dataset, meaning = reading.subject.dataset, near_by.meaning
    place = sentence.line.at(number.start, number.end)
    if not near_by.areas.sure and len(near_by.areas.values) > 1:
        return Judgement(sentence, number, Outcome.UNKNOWN)
    fact = facts[0]
    if _within_bound(sentence, number, fact):
        return Judgement(sentence, number, Outcome.KNOWN)
    if fact.amount is not None and times_off(number, fact.amount):
        return Judgement(sentence, number, Outcome.CONTRADICTED, messages.wrong_unit(dataset, place, number.text, fact), fact)
    other = next(
        (
            one
            for one in dataset.observations.values()
            if meaning and one.amount is not None and one.key[:2] == fact.key[:2] and is_printed(number, one.amount)
        ),
        None,
    )
    return Judgement(sentence, number, Outcome.CONTRADICTED, messages.contradicts(dataset, place, number, fact, other), fact)


def _within_bound(sentence: Sentence, number: Numeral, fact: Observation) -> bool:
    """Whether a number is a bound that the fact keeps: "fler än 150", "under 100"."""
    lead = sentence.line.text[max(sentence.start, number.start - 15) : number.start]
    amount, own = number.amount or Decimal(0), fact.amount or Decimal(0)
    return (own >= amount and MORE_THAN.search(lead) is not None) or (own <= amount and LESS_THAN.search(lead) is not None)


def _other_year(reading: Reading, sentence: Sentence, number: Numeral, near_by: Near) -> Judgement | None:
    """A number beside a year that the dataset has nothing for, though it is the fact of another year."""
    meaning = near_by.meaning
    if meaning is None or not near_by.years.sure or not near_by.areas.sure or meaning.indicator.timeless:
        return None
    if SUPPOSED.search(sentence.text):
        return None
    if number.kind is NumeralKind.PLAIN and not counts_it(sentence, number, meaning):
        return None
    fact = same_elsewhen(reading, meaning, number, near_by.areas.values[0])
    if fact is None:
        return None
    place = sentence.line.at(number.start, number.end)
    problem = messages.no_such_year(reading.subject.dataset, place, number.text, near_by.years.values[0], fact)
    return Judgement(sentence, number, Outcome.CONTRADICTED, problem, fact)


def _without_unit(reading: Reading, sentence: Sentence, number: Numeral) -> Judgement | None:
    """A number with the digits of a percentage or of an amount in kronor, and nothing to say so."""
    if number.kind is not NumeralKind.PLAIN or sentence.line.part != "stycke":
        return None
    units = (Unit.KRONOR,) if number.step == 1 and (number.amount or 0) > 100 else (Unit.PERCENT,)
    near_by = facts_near(reading, sentence, number, units)
    amount = number.amount or Decimal(0)
    if near_by.meaning is None or (units == (Unit.KRONOR,) and amount < 10_000) or not EXISTS.search(sentence.text):
        return None
    for fact in observations(reading.subject.dataset, near_by.meaning, near_by):
        if fact.amount == amount and not _says_what(sentence, number, near_by.meaning):
            place = sentence.line.at(number.start, number.end)
            problem = messages.wrong_unit(reading.subject.dataset, place, number.text, fact)
            return Judgement(sentence, number, Outcome.CONTRADICTED, problem, fact)
    return None


def _share_for_count(reading: Reading, sentence: Sentence, number: Numeral) -> Judgement | None:
    """A percentage with just the digits of the count that the words name, of what it counts: "75 procent deltog i Kul Tur"."""
    if number.kind is not NumeralKind.PERCENT or number.step != 1 or (number.amount or 0) < LEAST_COUNT:
        return None
    near_by = facts_near(reading, sentence, number, COUNTS)
    meaning = near_by.meaning
    if meaning is None or not near_by.years.sure or not near_by.areas.sure or not EXISTS.search(sentence.text):
        return None
    found = TAKES_PART.match(sentence.line.text, number.end, sentence.end)
    for fact in observations(reading.subject.dataset, meaning, near_by):
        if found and fact.amount == number.amount and (found["of"] is None or stem(found["of"]) in meaning.label):
            place = sentence.line.at(number.start, number.end)
            problem = messages.wrong_unit(reading.subject.dataset, place, number.text, fact)
            return Judgement(sentence, number, Outcome.CONTRADICTED, problem, fact)
    return None


def _says_what(sentence: Sentence, number: Numeral, meaning: Meaning) -> bool:
    """Whether the words right after a number are a thing of the indicator's, counted."""
    behind = WORD.findall(sentence.line.text[number.end : min(sentence.end, number.end + 30)])[:2]
    return any(stem(word) in meaning.label for word in behind) and not number.step < 1


def contradicted_figures(reading: Reading, judged: Iterable[Judgement]) -> Iterator[Problem]:
    """The typed numbers that contradict a fact."""
    yield from (one.problem for one in judged if one.problem is not None)


def unknown_figures(reading: Reading, judged: Iterable[Judgement]) -> Iterator[Problem]:
    """The typed numbers without source, one problem for each chapter, or for a whole file that is not ours."""
    groups: dict[str, list[Judgement]] = {}
    for one in judged:
        if one.outcome is Outcome.UNKNOWN:
            chapter = one.sentence.line.chapter.name if reading.subject.document is not None else "filen"
            groups.setdefault(chapter, []).append(one)
    for name, found in groups.items():
        first = found[0]
        place = first.sentence.line.at(first.number.start, first.number.end)
        yield messages.without_source(place, name, list(dict.fromkeys(one.number.text for one in found)))

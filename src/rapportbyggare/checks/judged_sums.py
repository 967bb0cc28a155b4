"""Typed numbers that are several facts together: "Berg och Bräcke hade tillsammans 106 KKB-företag", "utanför Åre fanns 1 056".

The places named must be municipalities of one list, or the years told, the measure a count or an amount, and the rest known; a
mean of all municipalities counts as well. Silent when the sentence names no measure, when the county is among the places, and
when a place has no number.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from rapportbyggare.checks import claims_messages as messages
from rapportbyggare.checks.facts_near import COUNTS, Near, contexts, latest_year, observation
from rapportbyggare.checks.judgement import Judgement, Outcome
from rapportbyggare.checks.lexicon import Meaning, sure
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.printed_amounts import is_printed
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.spoken_of import counts_it
from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.figure import Format, Unit
from rapportbyggare.typography.numbers import write_amount
from rapportbyggare.typography.numerals import Numeral, NumeralKind
from rapportbyggare.typography.words import join_words

TOGETHER = lazy(r"\b(?:tillsammans|sammanlagt|sammantaget|totalt|ihop|gemensamt)\b", re.IGNORECASE)
THEY = lazy(r"\b(?:de|dessa|dem|kommunerna)\b", re.IGNORECASE)
MEAN = lazy(r"\b(?:i (?:snitt|genomsnitt|medeltal)|genomsnittet|medelvärdet)\b", re.IGNORECASE)
EACH = lazy(r"\b(?:per kommun|kommuner(?:na)?\b.*\bvar(?:dera)?\b)", re.IGNORECASE)
EXCEPT = lazy(r"\b(?:utanför|utom|förutom|exklusive|frånsett|bortsett från|borträkna\w*|oräkna\w*|undanta\w*)\b", re.IGNORECASE)
SOME = lazy(r"\b(?:med|som|vars|utan|inom|där)\b", re.IGNORECASE)
PLUS = lazy(r"\((\d[\d \u00a0]{0,30}?)\s*\+\s*(\d[\d \u00a0]{0,30})\)")
LEAST, MOST = Decimal("0.3"), Decimal(3)
LISTED = lazy(r",\s|\s(?:och|samt|plus)\s")


def judged_sum(reading: Reading, sentence: Sentence, number: Numeral, near_by: Near) -> Judgement | None:
    """What a number is when the sentence adds facts together, None when it does not."""
    if "+" in sentence.line.text and (added := PLUS.search(sentence.line.text, number.end, sentence.end)):
        return _added(sentence, number, added)
    if len(sentence.measuring) != 1 or number.kind is NumeralKind.PERCENT or _adds(sentence) is None:
        return None
    meaning = near_by.meaning or _named_before(reading, sentence)
    wholes = list(_wholes(reading, sentence, meaning, near_by)) if meaning is not None else []
    if meaning is None or not wholes:
        return None
    if any(is_printed(number, whole, sentence) for whole, _ in wholes):
        return Judgement(sentence, number, Outcome.KNOWN, fact=None)
    whole, what = wholes[0]
    behind = sentence.line.text[number.end : min(sentence.end, number.end + 60)]
    near_enough = whole * LEAST <= abs(number.amount or Decimal(0)) <= whole * MOST
    if not counts_it(sentence, number, meaning) or SOME.search(behind) or not near_enough:
        return None
    expected = write_amount(whole, Format(meaning.measure.unit, meaning.measure.decimals))
    place = sentence.line.at(number.start, number.end)
    return Judgement(sentence, number, Outcome.CONTRADICTED, messages.together(place, number.text, expected, what))


def _added(sentence: Sentence, number: Numeral, found: re.Match[str]) -> Judgement | None:
    """The only number before "(39 + 22)"."""
    whole = sum((Decimal(re.sub(r"\D", "", one)) for one in found.groups()), Decimal(0))
    if [one for one in sentence.measuring if one.end <= found.start()] != [number] or number.step != 1:
        return None
    if number.amount == whole:
        return Judgement(sentence, number, Outcome.KNOWN)
    place, expected = sentence.line.at(number.start, number.end), write_amount(whole, Format(Unit.COUNT, 0))
    return Judgement(sentence, number, Outcome.CONTRADICTED, messages.together(place, number.text, expected, found[0]))


def _adds(sentence: Sentence) -> re.Match[str] | None:
    """The words that make a number several facts together, or a mean of them."""
    if MEAN.search(sentence.text):
        return EACH.search(sentence.text)
    return EXCEPT.search(sentence.text) or TOGETHER.search(sentence.text)


def _wholes(reading: Reading, sentence: Sentence, meaning: Meaning, near_by: Near) -> Iterator[tuple[Decimal, str]]:
    """What the facts are together, the likeliest first, with what they are; of each year that is not told otherwise."""
    dataset, label = reading.subject.dataset, meaning.indicator.label
    county, municipalities = dataset.catalogue.county, dataset.catalogue.municipalities
    if meaning.measure.unit is Unit.PERCENT:
        return
    areas = _list(sentence, municipalities) or _listed_before(sentence, municipalities)
    if not areas and (years := _listed_years(sentence)) and not any(not one.weak for one in sentence.areas):
        amounts = _amounts(dataset, meaning, [(year, county) for year in years])
        yield from ((sum(amounts, Decimal(0)), f"{label}, {join_words(years)}") for _ in amounts[:1])
        yield from ((one, label) for one in amounts)
        return
    latest = latest_year(reading, meaning)
    years = (
        list(near_by.years.values) if near_by.years.sure or not latest else list(dict.fromkeys((latest, *near_by.years.values)))
    )
    for year in years:
        if MEAN.search(sentence.text):
            for one in _amounts(dataset, meaning, [(year, county)]):
                yield one / len(municipalities), f"{label}, {year}, i genomsnitt per kommun"
        elif EXCEPT.search(sentence.text) and areas:
            whole, parts = (
                _amounts(dataset, meaning, [(year, county)]),
                _amounts(dataset, meaning, [(year, one) for one in areas]),
            )
            yield from (
                (one - sum(parts, Decimal(0)), f"{label}, {year}, {county} utom {join_words(areas)}") for one in whole if parts
            )
        elif len(areas) > 1 and (parts := _amounts(dataset, meaning, [(year, one) for one in areas])):
            yield sum(parts, Decimal(0)), f"{label}, {year}, {join_words(areas)}"


def _amounts(dataset: Dataset, meaning: Meaning, of: list[tuple[str, str]]) -> list[Decimal]:
    """The amounts of some years and places; none unless there are all."""
    facts = [observation(dataset, meaning, year, area) for year, area in of]
    amounts = [one.amount for one in facts if one is not None and one.amount is not None]
    return amounts if len(amounts) == len(of) else []


def _named_before(reading: Reading, sentence: Sentence) -> Meaning | None:
    """The count that the sentences before speak of, when this one says only "de har tillsammans"."""
    if not (THEY.search(sentence.text) or MEAN.search(sentence.text)):
        return None
    best = next((one for stems in contexts(sentence) if (one := sure(reading.lexicon.scored(stems, COUNTS)))), None)
    return best.meaning if best is not None else None


def _listed_years(sentence: Sentence) -> list[str]:
    """The years of a sentence when they stand in one list ("2023 och 2024")."""
    text, years = sentence.line.text, sentence.years
    listed = all(LISTED.fullmatch(text, one.end, other.start) for one, other in pairwise(years))
    return [one.value for one in years] if listed and len(years) > 1 else []


def _list(sentence: Sentence, municipalities: tuple[str, ...]) -> list[str]:
    """The municipalities of a sentence when they stand in one list."""
    spots = [one for one in sentence.areas if not one.weak]
    joints = pairwise(spots)
    listed = all(LISTED.fullmatch(sentence.line.text, one.end, other.start) for one, other in joints)
    return [one.value for one in spots] if listed and all(one.value in municipalities for one in spots) else []


def _listed_before(sentence: Sentence, municipalities: tuple[str, ...]) -> list[str]:
    """The list of municipalities in the sentence before, for one that says "de" and names no place."""
    if sentence.areas or not sentence.before or not THEY.search(sentence.text):
        return []
    found = _list(sentence.before[-1], municipalities)
    return found if len(found) > 1 else []

"""Which facts of the dataset the words round a number speak of."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapportbyggare.checks.lexicon import SORTS, Meaning, Scored, sure
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.spots_near import OTHER_YEAR, YEAR_BEFORE, Values, after, before, near
from rapportbyggare.checks.stems import alike, stems_of
from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.figure import FactKey, Observation, Unit
from rapportbyggare.typography.numerals import Numeral, NumeralKind

COUNTS = (Unit.COUNT, Unit.PIECES, Unit.INDEX)
UNITS = {
    NumeralKind.PLAIN: COUNTS,
    NumeralKind.PIECES: COUNTS,
    NumeralKind.WORD: COUNTS,
    NumeralKind.PERCENT: (Unit.PERCENT,),
    NumeralKind.POINTS: (Unit.PERCENT,),
    NumeralKind.MONEY: (Unit.KRONOR,),
}
SORTED = (
    (lazy(r"\bantalet\b", re.IGNORECASE), COUNTS),
    (lazy(r"\bandelen\b", re.IGNORECASE), (Unit.PERCENT,)),
    (lazy(r"\b(?:netto)?omsättningen\b|\bbeloppet\b", re.IGNORECASE), (Unit.KRONOR,)),
)
IN_A_ROW = lazy(r"\b(?:år i rad|varje år|år från år|för varje år)\b", re.IGNORECASE)
BACK = lazy(r"\b(?:antalet|andelen|siffran|den|det|de|där)\b", re.IGNORECASE)
HALF = 0.5
CHANGING = lazy(r"\bfrån\b.*\btill\b|\b(?:än|jämfört|mot|sedan)\b", re.IGNORECASE)
POINTING = lazy(
    r"\b(?:antalet|andelen|genomsnittet|beloppet|siffran|summan|omsättningen|uppgiften|"
    r"var den|den var|blev den|den blev|var det|det var)\b",
    re.IGNORECASE,
)


class Near(NamedTuple):
    """What a number may be: the measures the words may name (`meaning` when they name one), its places and its years."""

    meaning: Meaning | None
    candidates: tuple[Meaning, ...]
    areas: Values
    years: Values


def facts_near(reading: Reading, sentence: Sentence, number: Numeral, units: Sequence[Unit] = ()) -> Near:
    """What the words round a number in a sentence say that it is."""
    meaning, candidates = meaning_near(reading, sentence, number, units or UNITS[number.kind])
    return Near(meaning, candidates, areas_near(reading, sentence, number), years_near(reading, sentence, number, meaning))


def sort_of(sentence: Sentence) -> tuple[Unit, ...]:
    """The sort of number that a sentence says it is about ("antalet", "andelen"), () when it says none or several."""
    found = [units for pattern, units in SORTED if pattern.search(sentence.text)]
    return found[0] if len(found) == 1 else ()


def meaning_near(
    reading: Reading, sentence: Sentence, number: Numeral, units: Sequence[Unit]
) -> tuple[Meaning | None, tuple[Meaning, ...]]:
    """The measure that the sentence names, or the ones before it when it points back; and all it may be."""
    candidates: dict[tuple[str, str], Meaning] = {}
    named: Meaning | None = None
    for level, stems in enumerate((_clause(sentence, number), *contexts(sentence))):
        scored = reading.lexicon.scored(stems, units)
        candidates |= {(one.meaning.indicator.name, one.meaning.measure.name): one.meaning for one in scored}
        if named is None and (best := sure(scored)) is not None and (level < 2 or _spoken_of(reading, sentence, best)):
            named = _measure_near(sentence, number, best, scored)
    return named, tuple(candidates.values())


def _spoken_of(reading: Reading, sentence: Sentence, best: Scored) -> bool:
    """Whether a sentence points back to a measure, or names it by a word that is of no other ("kulturstöden")."""
    if points_back(sentence):
        return True
    said = best.meaning.label & reading.lexicon.said(sentence.stems)
    return any(reading.lexicon.weight[one] == 1 for one in said)


def _clause(sentence: Sentence, number: Numeral) -> frozenset[str]:
    """The words from the number before to what ends the clause after, in a sentence with several numbers of a sort."""
    alike_kinds = [one for one in sentence.measuring if one.kind is number.kind]
    if len(alike_kinds) < 2:
        return sentence.stems
    return stems_of(sentence.line.text[before(sentence, number)[0] : after(sentence, number)[1]])


def points_back(sentence: Sentence) -> bool:
    """Whether a sentence speaks of what was said before it."""
    return bool(sentence.line.listed) or POINTING.search(sentence.text) is not None


def contexts(sentence: Sentence) -> Iterator[frozenset[str]]:
    """The words to go by, nearest first: the sentence, and with the ones before it."""
    stems = sentence.stems
    yield stems
    for one in reversed(sentence.before):
        stems |= one.stems
        yield stems


def _measure_near(sentence: Sentence, number: Numeral, best: Scored, scored: list[Scored]) -> Meaning | None:
    """Of an indicator's measures, the one that the words next to the number name."""
    siblings = [one.meaning for one in scored if one.meaning.indicator.name == best.meaning.indicator.name]
    if len(siblings) < 2:
        return best.meaning
    for stems in stretches(sentence, number):
        if found := told_apart(siblings, stems):
            return found
    return plain_one(siblings)


def stretches(sentence: Sentence, number: Numeral) -> Iterator[frozenset[str]]:
    """The words next to a number in the order they count: a parenthesis or "av …" after it, what is before, what is after."""
    text = sentence.line.text
    begin, end = after(sentence, number)
    behind = stems_of(text[begin:end])
    if re.match(r"\s*(?:\(|av\b)", text[number.end : number.end + 5]):
        yield behind
    start, stop = before(sentence, number)
    yield stems_of(text[start:stop])
    yield behind


def told_apart(siblings: Sequence[Meaning], stems: frozenset[str]) -> Meaning | None:
    """The one of some measures that has most of its own words among `stems`; None when two are alike."""
    scores = sorted(((_share(one, stems), len(one.own & SORTS & stems), len(one.own), one) for one in siblings), key=_falling)
    if not scores or scores[0][0] < HALF:
        return None
    if len(scores) > 1 and scores[0][:3] == scores[1][:3]:
        return None
    return scores[0][3]


def _falling(one: tuple[float, int, int, Meaning]) -> tuple[float, int, int]:
    return -one[0], -one[1], -one[2]


def plain_one(siblings: Sequence[Meaning]) -> Meaning | None:
    """The one of some measures whose label says no more than what sort of number it is."""
    found = [one for one in siblings if one.own <= SORTS]
    return found[0] if len(found) == 1 else None


def _share(meaning: Meaning, stems: frozenset[str]) -> float:
    own = meaning.own
    return sum(1 for one in own if any(alike(one, other) for other in stems)) / len(own) if own else 0.0


def areas_near(reading: Reading, sentence: Sentence, number: Numeral) -> Values:
    """The places a number is about; when none is named the county, or one that "antalet" may be of since the sentence before."""
    if sentence.areas:
        return near(sentence, number, sentence.areas)
    county = reading.subject.dataset.catalogue.county
    said = next((one.areas for one in reversed(sentence.before) if one.areas), ()) if BACK.search(sentence.text) else ()
    places = {one.value: None for one in said if not one.weak}
    return Values((county, *(one for one in places if one != county)), not places.keys() - {county})


def years_near(reading: Reading, sentence: Sentence, number: Numeral, meaning: Meaning | None) -> Values:
    """The years a number is about, as digits; those of the sentences before, or the latest, when none is named."""
    relative, moved = YEAR_BEFORE.search(sentence.text) is not None, OTHER_YEAR.search(sentence.text) is not None
    found = near(sentence, number, sentence.years) if sentence.years else Values((), False)
    if found.sure and not relative and not moved:
        return found
    years = found.values if found.sure else (*found.values, *_years_said(reading, sentence, meaning))
    steps = (
        (0, -1, -2, -3)
        if IN_A_ROW.search(sentence.text)
        else (0, -1, 1, -2)
        if moved
        else (0, -1)
        if found.sure or CHANGING.search(sentence.text)
        else (-1,)
        if relative
        else (0,)
    )
    return Values(tuple(dict.fromkeys(str(int(one) + step) for step in steps for one in years)), False)


def _years_said(reading: Reading, sentence: Sentence, meaning: Meaning | None) -> list[str]:
    """The years of the sentences before, the last one that the measure has a number for, and the report's."""
    said = [spot.value for one in reversed(sentence.before) for spot in one.years]
    latest = latest_year(reading, meaning)
    return [*said, *([latest] if latest else []), str(reading.subject.year)]


def latest_year(reading: Reading, meaning: Meaning | None) -> str:
    """The last year an indicator has a number for, "" for none."""
    year = reading.latest.get((meaning.indicator.name, meaning.measure.name), 0) if meaning else 0
    return str(year) if year else ""


def observation(dataset: Dataset, meaning: Meaning, year: str, area: str) -> Observation | None:
    """A fact, of the only place an indicator has when it is not about this one."""
    year_number = 0 if meaning.indicator.timeless else int(year or 0)
    key = FactKey(meaning.indicator.name, meaning.measure.name, year_number, area)
    found = dataset.observations.get(key)
    if found is not None or not meaning.indicator.timeless:
        return found
    return next((one for other, one in dataset.observations.items() if other[:3] == key[:3]), None)


def observations(dataset: Dataset, meaning: Meaning, near_by: Near) -> list[Observation]:
    """The facts a number may be, of one measure, those with a number."""
    found = [observation(dataset, meaning, year, area) for area in near_by.areas.values for year in near_by.years.values]
    return [one for one in dict.fromkeys(found) if one is not None and one.amount is not None]

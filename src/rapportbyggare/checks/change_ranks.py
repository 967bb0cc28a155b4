"""Superlatives of change: "störst är minskningen i Östersund", "ingen kommun ökade så mycket som Krokom".

The place must have changed most, in number or in percent, unless the words say which of them, between the years that are told, or
the last two. Silent when any of the readings left is true, when the measure is open, and about bound words.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from rapportbyggare.checks import relations_messages as messages
from rapportbyggare.checks.changes_near import DOWN, UP
from rapportbyggare.checks.facts_near import COUNTS, contexts, latest_year, observation, plain_one, told_apart
from rapportbyggare.checks.lexicon import Meaning, sure
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.reading import Reading, Sentence, Spot
from rapportbyggare.checks.stems import stems_of
from rapportbyggare.core.figure import Observation, Unit
from rapportbyggare.core.problem import Problem

WAY = lazy(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b", re.IGNORECASE)
NOUN = lazy(rf"\b(?:{UP}|{DOWN}|förändr\w+|skillnad\w*)\b", re.IGNORECASE)
MOST = lazy(r"\b(?P<nth>näst\s+)?(?:störst(?:a)?|mest|kraftigast(?:e)?|högst(?:a)?|snabbast)\b", re.IGNORECASE)
NONE = lazy(r"\bIngen (?:annan )?kommun\b[^.;:]{0,80}?\bså\b[^.;:]{0,80}?\bsom\s+(?:i\s+)?$")
RELATIVE = lazy(r"\bprocentuell\w*|\brelativ\w*|\bi procent\b|\bförhållande till\b", re.IGNORECASE)
GOES_ON = lazy(r"\s*(?:är|var|blev|blir|syns|märks)\b")
CLAUSE = lazy(r"[.;:]|,\s|\s(?:och|men|medan|samt)\s")
SPOKEN_OF = lazy(r"\b(?:minskning|ökning|nedgång|uppgång|tapp|förändring|skillnad)(?:en|et)\b", re.IGNORECASE)
OPEN = lazy(r"\b(?:inte|aldrig|kan|kunde|skulle|väntas|nästan|en av|bland|om)\b", re.IGNORECASE)
Changed = tuple[Observation, Observation]


def change_ranks(reading: Reading, sentence: Sentence) -> Iterator[Problem]:
    """The place of a sentence that is said to have changed most, and has not."""
    way, municipalities = WAY.search(sentence.text), reading.subject.dataset.catalogue.municipalities
    spots = [one for one in sentence.areas if one.value in municipalities]
    if way is None or OPEN.search(sentence.text) or len({one.value for one in spots}) != 1:
        return
    first, last = spots[0].start, spots[-1].end
    text = sentence.line.text
    superlative = NONE.search(text, sentence.start, first) or next(
        (one for one in MOST.finditer(text, sentence.start, sentence.end) if of_change(sentence, one)), None
    )
    if superlative is None or not sentence.typed(first, last) or not sentence.typed(*superlative.span()):
        return
    rank = 1 if not superlative.groupdict().get("nth") else 2
    meaning = _meaning(reading, sentence, superlative)
    tried = [_wrong(one, spots[0], bool(way["up"]), rank) for one in _readings(reading, sentence, meaning)] if meaning else []
    wrong = [one for one in tried if one is not None]
    if tried and len(wrong) == len(tried):
        mine, right = wrong[0]
        dataset, quote = reading.subject.dataset, sentence.line.text[first:last]
        yield messages.changed_most(dataset, sentence.line.at(first, last), quote, mine, right)


def of_change(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether it is a change that is the most ("minskningen är störst i", "den största nedgången")."""
    return NOUN.search(clause_of(sentence, found)) is not None


def clause_of(sentence: Sentence, found: re.Match[str]) -> str:
    """The words of a superlative's clause, with those before that it goes on from ("minskningen märks och är störst i")."""
    text = sentence.line.text
    starts = [sentence.start, *(one.end() for one in CLAUSE.finditer(text, sentence.start, found.start()))]
    start = starts[-2] if len(starts) > 1 and GOES_ON.match(text, starts[-1]) else starts[-1]
    after = CLAUSE.search(text, found.end(), sentence.end)
    return text[start : after.start() if after else sentence.end]


def _readings(reading: Reading, sentence: Sentence, meaning: Meaning) -> Iterator[list[tuple[Decimal, Changed]]]:
    """Each municipality's change, in number and in percent, for each pair of years that may be meant."""
    dataset = reading.subject.dataset
    for old, new in _years(reading, sentence, meaning):
        facts = [[observation(dataset, meaning, year, area) for year in (old, new)] for area in dataset.catalogue.municipalities]
        pairs = [(one[0], one[1]) for one in facts if one[0] and one[1] and one[0].amount and one[1].amount is not None]
        if len(pairs) < len(facts) or not pairs:
            continue
        relative = RELATIVE.search(sentence.text) is not None
        if not relative:
            yield [((new.amount or Decimal(0)) - (old.amount or Decimal(0)), (old, new)) for old, new in pairs]
        if relative or not re.search(r"\bantal", sentence.text, re.IGNORECASE):
            yield [(((new.amount or Decimal(0)) / (old.amount or Decimal(1)) - 1) * 100, (old, new)) for old, new in pairs]


def _wrong(changes: list[tuple[Decimal, Changed]], spot: Spot, up: bool, rank: int) -> tuple[Changed, Changed] | None:
    """The place's own change and that of the one which has the rank; None when they are one."""
    ordered = sorted(changes, key=lambda one: one[0], reverse=up)
    if rank > len(ordered):
        return None
    amount, right = ordered[rank - 1]
    mine, pair = next(one for one in changes if one[1][0].key.area == spot.value)
    return (pair, right) if mine != amount else None


def _years(reading: Reading, sentence: Sentence, meaning: Meaning) -> list[tuple[str, str]]:
    for one in (sentence, *reversed(sentence.before)):
        if len(named := sorted({year.value for year in one.years})) == 2:
            return [(named[0], named[1])]
        if named:
            break
    latest = latest_year(reading, meaning)
    years = [str(int(latest) - back) for back in (2, 1, 0)] if latest else []
    return [*reversed(list(pairwise(years))), *([(years[0], years[2])] if years else [])]


def _meaning(reading: Reading, sentence: Sentence, found: re.Match[str]) -> Meaning | None:
    """The measure that has changed: the one of the clause, or when it says only "minskningen" the one spoken of."""
    clause = clause_of(sentence, found)
    units = (Unit.PERCENT,) if re.search(r"\bandel", sentence.text, re.IGNORECASE) else COUNTS
    for stems in contexts(sentence) if SPOKEN_OF.search(clause) else (stems_of(clause),):
        scored = reading.lexicon.scored(stems, units)
        if (best := sure(scored)) is not None:
            siblings = [one.meaning for one in scored if one.meaning.indicator.name == best.meaning.indicator.name]
            return best.meaning if len(siblings) < 2 else told_apart(siblings, stems) or plain_one(siblings)
    return None

"""Superlatives and ranks of places against the dataset.

"Störst i Åre", "Åre är näst störst", "flest KKB-företag finns i Östersund": the place must have that rank among the
municipalities, of the measure and the year the sentence speaks of; equals share a rank. Silent when the measure or the year is
open, when a superlative is about something else than places, and in quotations.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from rapportbyggare.checks import claims_messages as messages
from rapportbyggare.checks.facts_near import COUNTS, contexts, latest_year, observation, plain_one, told_apart
from rapportbyggare.checks.lexicon import Meaning, sure
from rapportbyggare.checks.reading import Reading, Sentence, Spot
from rapportbyggare.checks.subject import PieceKind
from rapportbyggare.core.figure import Unit
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.numerals import NumeralKind

ORDINALS = {"näst": 2, "tredje": 3, "fjärde": 4, "femte": 5}
BEYOND_ALL = r"(?=\s(?:[\w-]+\s){0,3}än\s(?:i\s)?(?:någon annan|alla andra|alla de andra|samtliga andra)\b)"
WORDS = re.compile(
    r"\b(?:(?P<nth>näst|tredje|fjärde|femte)\s+)?(?:(?P<top>störst(?:a)?|flest|högst(?:a)?|mest|"
    rf"(?:fler|högre|större){BEYOND_ALL})|(?P<low>minst(?:a)?|lägst(?:a)?|färst|(?:färre|lägre|mindre){BEYOND_ALL}))\b",
    re.IGNORECASE,
)
NOT_RANK = re.compile(
    r"^\s*(?:en|ett|två|tre|\d|lika|(?:[\w-]+\s+){0,3}(?:näst efter|efter|utom|förutom)\b|av allt|"
    r"möjliga|delen|del\b|nytta|nöje|kraft)",
    re.IGNORECASE,
)
LEADS_NOT = re.compile(r"\b(?:inte|minst sagt|allra|så|inte)\s+$", re.IGNORECASE)
FOLLOWED = re.compile(r"\bfölj(?:d|t|s|de|er) (?:\w+ )?av\b|\bdärefter\b|\bsedan\b", re.IGNORECASE)
HAS = re.compile(r"\b(?:i|har|hade|är|var)\s+$", re.IGNORECASE)
CLAUSE = re.compile(r"[.;:]|,\s|\s(?:och|men|medan|samt)\s")


def superlatives(reading: Reading) -> Iterator[Problem]:
    """The ranks that the dataset says otherwise."""
    municipalities = set(reading.subject.dataset.catalogue.municipalities)
    for sentence in reading.sentences:
        if sentence.line.part not in ("stycke", "not"):
            continue
        yield from _followed(sentence)
        if not any(one.value in municipalities for one in sentence.areas):
            continue
        for found in WORDS.finditer(sentence.line.text, sentence.start, sentence.end):
            area = _area(sentence, found, municipalities)
            if area is None or _skipped(sentence, found) or _all_bound(sentence, found, area):
                continue
            yield from _of_word(reading, sentence, found, area)


def _followed(sentence: Sentence) -> Iterator[Problem]:
    """ "Flest har A (268), följd av B (252)": the one that follows must not be before."""
    found = WORDS.search(sentence.line.text, sentence.start, sentence.end)
    numbers = [one for one in sentence.measuring() if found is not None and one.start > found.end()]
    for first, second in pairwise(numbers):
        between = sentence.line.text[first.end : second.start]
        if found is None or not FOLLOWED.search(between) or first.kind is not second.kind or _skipped(sentence, found):
            continue
        one, other = first.amount or 0, second.amount or 0
        typed = not any(piece.kind is PieceKind.BOUND for piece in sentence.line.between(*found.span()))
        if typed and not found["nth"] and (one < other if found["top"] else one > other):
            yield messages.compared(sentence.line.at(*found.span()), found[0], first.text, second.text)


def _skipped(sentence: Sentence, found: re.Match[str]) -> bool:
    text = sentence.line.text
    literal = any(one.kind is PieceKind.LITERAL for one in sentence.line.between(*found.span()))
    lead = text[max(sentence.start, found.start() - 12) : found.start()]
    return literal or NOT_RANK.match(text[found.end() :]) is not None or LEADS_NOT.search(lead) is not None


def _all_bound(sentence: Sentence, found: re.Match[str], area: Spot) -> bool:
    pieces = (*sentence.line.between(*found.span()), *sentence.line.between(area.start, area.end))
    return any(one.kind is PieceKind.BOUND for one in pieces)


def _area(sentence: Sentence, found: re.Match[str], municipalities: set[str]) -> Spot | None:
    """The place a superlative is about: the one after it in its clause ("störst i Åre"), else the one before."""
    text = sentence.line.text
    spots = [one for one in sentence.areas if one.value in municipalities]
    ends = CLAUSE.search(text, found.end(), sentence.end)
    end = ends.start() if ends else sentence.end
    behind = [one for one in spots if found.end() <= one.start < end and HAS.search(text[found.end() : one.start])]
    if behind:
        return behind[0] if len([one for one in spots if found.end() <= one.start < end]) == 1 else None
    starts = [one.end() for one in CLAUSE.finditer(text, sentence.start, found.start())]
    start = starts[-1] if starts else sentence.start
    before = [one for one in spots if start <= one.start < found.start()]
    return before[-1] if len(before) == 1 else None


def _of_word(reading: Reading, sentence: Sentence, found: re.Match[str], area: Spot) -> Iterator[Problem]:
    meaning, year = _meaning(reading, sentence), ""
    if meaning is not None:
        year = _year(reading, sentence, meaning)
    if meaning is None or not year:
        return
    dataset = reading.subject.dataset
    facts = [observation(dataset, meaning, year, one) for one in dataset.catalogue.municipalities]
    amounts = [(one.amount, one) for one in facts if one is not None and one.amount is not None]
    mine = next((one for _, one in amounts if one.key.area == area.value), None)
    rank = ORDINALS.get((found["nth"] or "").lower(), 1)
    if mine is None or mine.amount is None or len(amounts) != len(facts) or rank > len(amounts):
        return
    ordered = sorted(amounts, key=lambda one: one[0], reverse=bool(found["top"]))
    if ordered[rank - 1][0] != mine.amount:
        first, last = sorted((found.span(), (area.start, area.end)))
        quote = sentence.line.text[first[0] : last[1]]
        yield messages.rank(dataset, sentence.line.at(first[0], last[1]), quote, mine, ordered[rank - 1][1], found[0].lower())


def _meaning(reading: Reading, sentence: Sentence) -> Meaning | None:
    """The measure a sentence ranks by: "andel" and "antal" tell the sort, the words which one."""
    text = sentence.text
    share, count = (
        re.search(r"\bandel", text, re.IGNORECASE),
        re.search(r"\bantal|\bflest\b|\bfler\b|\bfärre\b", text, re.IGNORECASE),
    )
    money = re.search(r"omsättning|belopp", text, re.IGNORECASE)
    kinds = [units for found, units in ((share, (Unit.PERCENT,)), (count, COUNTS), (money, (Unit.KRONOR,))) if found]
    if len(kinds) != 1:
        kinds = [(Unit.PERCENT,)] if not kinds and any(one.kind is NumeralKind.PERCENT for one in sentence.numbers) else kinds[:1]
    if not kinds:
        return None
    for stems in contexts(sentence):
        scored = reading.lexicon.scored(stems, kinds[0])
        best = sure(scored)
        if best is not None:
            siblings = [one.meaning for one in scored if one.meaning.indicator.name == best.meaning.indicator.name]
            return best.meaning if len(siblings) < 2 else told_apart(siblings, stems) or plain_one(siblings)
    return None


def _year(reading: Reading, sentence: Sentence, meaning: Meaning) -> str:
    """The year a sentence ranks in; the latest when none is named, "" when several are."""
    named = {one.value for one in sentence.years}
    if len(named) > 1:
        return ""
    return named.pop() if named else latest_year(reading, meaning)

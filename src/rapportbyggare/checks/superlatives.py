"""Superlatives and ranks of places against the dataset.

"Störst i Åre", "Åre är näst störst", "flest KKB-företag finns i Östersund": the place must have that rank among the
municipalities, of the measure and the year the sentence speaks of; equals share a rank. Silent when the measure or the year is
open, when a superlative is about something else than places, and in quotations.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from rapportbyggare.checks import claims_messages as messages
from rapportbyggare.checks.change_ranks import CLAUSE, change_ranks, clause_of, of_change
from rapportbyggare.checks.facts_near import COUNTS, contexts, latest_year, observation, plain_one, told_apart
from rapportbyggare.checks.lexicon import Meaning, sure
from rapportbyggare.checks.patterns import at_words, lazy
from rapportbyggare.checks.reading import Reading, Sentence, Spot
from rapportbyggare.checks.subject import PieceKind
from rapportbyggare.core.figure import Observation, Unit
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.numerals import NumeralKind
from rapportbyggare.typography.words import in_small

ORDINALS = {"näst": 2, "tredje": 3, "fjärde": 4, "femte": 5}
NTH = "|".join(ORDINALS)
BEYOND_ALL = r"(?=\s(?:[\w-]+\s){0,3}än\s(?:i\s)?(?:någon annan|alla andra|alla de andra|samtliga andra)\b)"
TOP, LOW = "störst(?:a)?|flest|högst(?:a)?|mest", "minst(?:a)?|lägst(?:a)?|färst"
MORE, LESS = "fler|högre|större", "färre|lägre|mindre"
WORDS = lazy(
    rf"{at_words(f'{NTH}|{TOP}|{MORE}|{LOW}|{LESS}')}(?:(?P<nth>{NTH})\s+)?"
    rf"(?:(?P<top>{TOP}|(?:{MORE}){BEYOND_ALL})|(?P<low>{LOW}|(?:{LESS}){BEYOND_ALL}))\b",
    re.IGNORECASE,
)
NOT_RANK = lazy(
    r"^\s*(?:en|ett|två|tre|\d|lika|(?:[\w-]+\s+){0,3}(?:näst efter|efter|utom|förutom)\b|av allt|"
    r"möjliga|delen|del\b|nytta|nöje|kraft)",
    re.IGNORECASE,
)
LEADS_NOT = lazy(r"\b(?:inte|så|som)\s+$", re.IGNORECASE)
FOLLOWED = lazy(r"\bfölj(?:d|t|s|de|er) (?:\w+ )?av\b|\bdärefter\b|\bsedan\b", re.IGNORECASE)
HAS = lazy(r"^\s+$|\b(?:i|har|hade|är|var|ligger|låg|kommer|blir|blev)\s+$", re.IGNORECASE)
BESIDE = lazy(r"\s+(?:antal|andel)\w*", re.IGNORECASE)
SORTED = lazy(r"\b(?:andel|antal|flest\b|fler\b|färre\b|färst\b)|omsättning|belopp|%|procent", re.IGNORECASE)
IN_ORDER = lazy(r"[^.;:]{0,40}?,\s+(?:tätt\s+)?följ(?:t|d) av\s+$", re.IGNORECASE)
LISTED = lazy(r",\s|\s(?:och|samt)\s|\s(?:och|samt)\s(?:därefter|sedan)\s")
SEATS = {"etta": 1, "tvåa": 2, "trea": 3, "första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "femte": 5}
SEAT = lazy(
    r"\b(?:(?P<seat>etta|tvåa|trea)\b|(?:på\s+)?(?P<place>första|andra|tredje|fjärde|femte)\s+plats(?:en)?\b"
    r"(?P<taken>(?:\s+[\w-]+){0,4}?\s+(?:intas|tas|innehas|har)\s+(?:av\s+)?)?)",
    re.IGNORECASE,
)
SEATED = lazy(r"(?:,\s+som)?(?:\s+(?:är|var|blir|blev|kommer|ligger|hamnar))?\s+(?:på\s+)?$", re.IGNORECASE)


def superlatives(reading: Reading) -> Iterator[Problem]:
    """The ranks that the dataset says otherwise."""
    municipalities = set(reading.subject.dataset.catalogue.municipalities)
    for sentence in reading.sentences:
        if sentence.line.part not in ("stycke", "not"):
            continue
        yield from _followed(sentence)
        if not any(one.value in municipalities for one in sentence.areas):
            continue
        yield from change_ranks(reading, sentence)
        for found in WORDS.finditer(sentence.line.text, sentence.start, sentence.end):
            area = _area(sentence, found, municipalities)
            if area is None or _skipped(sentence, found) or _all_bound(sentence, found, area) or of_change(sentence, found):
                continue
            yield from _of_word(reading, sentence, found, area)
            yield from _in_order(reading, sentence, found, area)
        yield from _seats(reading, sentence, municipalities)


def _followed(sentence: Sentence) -> Iterator[Problem]:
    """ "Flest har A (268), följd av B (252)": the one that follows must not be before."""
    found = WORDS.search(sentence.line.text, sentence.start, sentence.end)
    numbers = [one for one in sentence.measuring if found is not None and one.start > found.end()]
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
    rank = ORDINALS.get((found["nth"] or "").lower(), 1)
    if ordered := _ranked(reading, sentence, bool(found["top"]), found):
        yield from _misplaced(reading, sentence, ordered, rank, found, area)


def _in_order(reading: Reading, sentence: Sentence, found: re.Match[str], area: Spot) -> Iterator[Problem]:
    """The places that follow the first one: "flest finns i Östersund, följt av Åre och Krokom"."""
    text, rank, last = sentence.line.text, ORDINALS.get((found["nth"] or "").lower(), 1), area
    for one in sentence.areas:
        joint = IN_ORDER if last is area else LISTED
        if one.start < last.end or not joint.fullmatch(text, last.end, one.start):
            continue
        rank, last = rank + 1, one
        if ordered := _ranked(reading, sentence, bool(found["top"]), found):
            yield from _misplaced(reading, sentence, ordered, rank, found, one)


def _seats(reading: Reading, sentence: Sentence, municipalities: set[str]) -> Iterator[Problem]:
    """The places said to be second or third: "Åre är tvåa och Krokom trea", "fjärde plats intas av Härjedalen"."""
    text = sentence.line.text
    for found in SEAT.finditer(text, sentence.start, sentence.end):
        spots = [one for one in sentence.areas if one.value in municipalities]
        behind = [one for one in spots if found["taken"] and one.start == found.end()]
        mine = behind or [one for one in spots if SEATED.fullmatch(text, one.end, found.start())]
        if len(mine) == 1 and (ordered := _ranked(reading, sentence, True, found)):
            yield from _misplaced(reading, sentence, ordered, SEATS[in_small(found["seat"] or found["place"])], found, mine[0])


def _ranked(reading: Reading, sentence: Sentence, top: bool, found: re.Match[str]) -> list[Observation]:
    """The municipalities' facts of what a sentence ranks by, the first first; none when the measure or the year is open."""
    meaning = _meaning(reading, sentence, found)
    year = _year(reading, sentence, meaning) if meaning is not None else ""
    if meaning is None or not year:
        return []
    dataset = reading.subject.dataset
    facts = [observation(dataset, meaning, year, one) for one in dataset.catalogue.municipalities]
    amounts = [(one.amount, one) for one in facts if one is not None and one.amount is not None]
    return [one for _, one in sorted(amounts, key=_amount, reverse=top)] if len(amounts) == len(facts) else []


def _amount(one: tuple[Decimal, Observation]) -> Decimal:
    return one[0]


def _misplaced(
    reading: Reading, sentence: Sentence, ordered: list[Observation], rank: int, found: re.Match[str], area: Spot
) -> Iterator[Problem]:
    """A place that has not the rank it is given; equals share a rank."""
    mine = next((one for one in ordered if one.key.area == area.value), None)
    if mine is None or rank > len(ordered) or ordered[rank - 1].amount == mine.amount or _all_bound(sentence, found, area):
        return
    first, last = sorted((found.span(), (area.start, area.end)))
    quote = sentence.line.text[first[0] : last[1]]
    word = (
        found[0].strip().lower()
        if "seat" in found.groupdict() or rank == ORDINALS.get((found["nth"] or "").lower(), 1)
        else f"{rank}:a"
    )
    place = sentence.line.at(first[0], last[1])
    yield messages.rank(reading.subject.dataset, place, quote, mine, ordered[rank - 1], word)


def _meaning(reading: Reading, sentence: Sentence, found: re.Match[str]) -> Meaning | None:
    """The measure a sentence ranks by: "andel" and "antal" tell the sort, first right after the word, then in its clause."""
    own = SORTED.search(sentence.text) is not None
    beside = BESIDE.match(sentence.line.text, found.end(), sentence.end)
    clause = clause_of(sentence, found)
    text = (
        beside[0]
        if beside
        else clause
        if SORTED.search(clause)
        else sentence.text
        if own
        else " ".join(one.text for one in sentence.before)
    )
    share, count = (
        re.search(r"\bandel", text, re.IGNORECASE),
        re.search(r"\bantal|\bflest\b|\bfler\b|\bfärre\b", text, re.IGNORECASE),
    )
    money = re.search(r"omsättning|belopp", text, re.IGNORECASE)
    kinds = [units for found, units in ((share, (Unit.PERCENT,)), (count, COUNTS), (money, (Unit.KRONOR,))) if found]
    if len(kinds) != 1 and not own:
        return None  # the sentences before speak of several
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

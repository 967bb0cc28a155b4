"""Share words against the share they stand beside, or against the counts they speak of.

"Majoriteten", "merparten", "de flesta", "mer än hälften" want more than half; "hälften" about half, "närmare hälften" a little
less and "drygt hälften" a little more; thirds, "vart femte" and "fyra av tio" likewise. Silent when the sentence has no share and
names no count with its place, nor a share that the catalogue knows, when it has several shares or supposes, and in quotations.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from rapportbyggare.checks import claims_messages as messages
from rapportbyggare.checks import relations_messages
from rapportbyggare.checks.changes_near import is_change
from rapportbyggare.checks.facts_near import COUNTS, contexts, latest_year, observation
from rapportbyggare.checks.figures_messages import called, whence, written
from rapportbyggare.checks.lexicon import sure
from rapportbyggare.checks.patterns import at_words, lazy
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.spoken_of import EXISTS
from rapportbyggare.checks.stems import stems_of
from rapportbyggare.checks.subject import PieceKind
from rapportbyggare.core.figure import Unit
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.numerals import Numeral, NumeralKind
from rapportbyggare.typography.words import NUMBER_VALUES, in_small

_NUMBERS = {word: number for word, number in NUMBER_VALUES.items() if number <= 10}
_ORDINALS = {
    "annat": 2, "annan": 2, "tredje": 3, "fjärde": 4, "femte": 5, "sjätte": 6, "sjunde": 7, "åttonde": 8, "nionde": 9,
    "tionde": 10, "tolfte": 12, "femtonde": 15, "tjugonde": 20, "tjugofemte": 25, "hundrade": 100,
}  # fmt: skip
_NTHS = {
    "tredjedel": 3,
    "fjärdedel": 4,
    "femtedel": 5,
    "sjättedel": 6,
    "sjundedel": 7,
    "åttondel": 8,
    "niondel": 9,
    "tiondel": 10,
}
_COUNT = "|".join(_NUMBERS)
_MOST = "majoriteten|en majoritet|merparten|huvuddelen|de (?:allra )?flesta|det mesta|lejonparten"
_LEAD = (
    "inte (?:ens|fullt|riktigt)|mer än|över|drygt|mindre än|strax under|under|knappt|nästan|nära|närmare|uppemot|inemot|"
    "strax över|gott och väl|omkring|ungefär|cirka|ca|runt|grovt räknat"
)
WORDS = lazy(
    rf"{at_words(f'{_MOST}|{_LEAD}|hälften|{_COUNT}|var')}(?:(?P<most>{_MOST})|(?:(?P<lead>{_LEAD})\s+)?"
    rf"(?P<part>hälften|(?P<some>{_COUNT})\s+(?P<nth>{'|'.join(_NTHS)})(?:ar)?"
    rf"|(?:vart|var)\s?(?P<every>{'|'.join(_ORDINALS)})(?!\s(?:år|månad|vecka|dag|gång))"
    rf"|(?P<these>{_COUNT})\s+av\s+(?P<those>{_COUNT})))\b",
    re.IGNORECASE,
)
_BELOW = (
    "inte ens",
    "inte fullt",
    "inte riktigt",
    "mindre än",
    "strax under",
    "under",
    "knappt",
    "nästan",
    "nära",
    "närmare",
    "uppemot",
    "inemot",
)
VERB = lazy(r"\s*(?:[.,;:(]|(?:i|är|var|har|hade|finns|fanns|som|hör|ligger|låg)\b)")
IN_WHAT = lazy(r"\s*(?:i|bland|på|inom|med|utan|som)\s+(?:hela\s+)?")
SUPPOSED = lazy(r"\b(?:skulle|vore|ifall|målet)\b|^\s*Om\b|\bstämmer\b.*\binte\b", re.IGNORECASE)
IN = lazy(r"\b[Ii]\s$")
OF_PLACE = lazy(r"\bav\s+((?:[\w-]+\s+){1,3})i\s$", re.IGNORECASE)
OF = lazy(
    r"\s+(?:av\s+)?(?:länets\s+|de\s+|alla\s+|samtliga\s+|kommunens\s+)*"
    r"(?P<whole>(?:(?!(?:i|är|var|har|hade|finns|fanns|som|hör|ligger|låg|bland|inom)\b)[\w-]+\s*){1,3})",
    re.IGNORECASE,
)
LEADS_OFF = lazy(r"\s*Av\s+(?:länets\s+|de\s+|alla\s+|samtliga\s+)*(?P<whole>[\w-]+(?:\s+[\w-]+företag\w*)?)")
PLACES = lazy(r"\bkommun", re.IGNORECASE)
GENERAL = stems_of("andel samtliga aktiva aktivt alla")
LISTED = lazy(r",\s|\s(?:och|samt)\s")
FAR, CLOSE, EXACT, FAR_PART, CLOSE_PART = Decimal(6), Decimal("2.5"), Decimal("0.5"), Decimal("0.3"), Decimal("0.25")


def share_words(reading: Reading) -> Iterator[Problem]:
    """The share words that the share says otherwise."""
    for sentence in reading.sentences:
        for found in WORDS.finditer(sentence.line.text, sentence.start, sentence.end):
            literal = any(one.kind is PieceKind.LITERAL for one in sentence.line.between(*found.span()))
            if not literal and not SUPPOSED.search(sentence.text):
                yield from _of_word(reading, sentence, found)


def _of_word(reading: Reading, sentence: Sentence, found: re.Match[str]) -> Iterator[Problem]:
    shares = [one for one in sentence.measuring if one.kind is NumeralKind.PERCENT and not is_change(sentence, one)]
    place = sentence.line.at(*found.span())
    if len(shares) == 1 and shares[0].amount is not None and _together(sentence, found, shares[0]):
        if not holds(found, shares[0].amount):
            yield messages.share_word(place, found[0], shares[0].text)
    elif (
        not any(_together(sentence, found, one) for one in shares)
        and (known := _counted(reading, sentence, found) or _of_fact(reading, sentence, found)) is not None
        and not holds(found, known[0])
    ):
        yield messages.share_word(place, found[0], known[1])


def holds(found: re.Match[str], share: Decimal) -> bool:
    """Whether a share word is true of a share (percent)."""
    if found["most"]:
        return share > 50
    goal, lead = _goal(found), (found["lead"] or "").lower()
    far, close = min(FAR, goal * FAR_PART), min(CLOSE, goal * CLOSE_PART)
    if lead in ("mer än", "över"):
        return share > goal
    if lead in ("mindre än", "under", "inte ens"):
        return share < goal
    if lead in ("drygt", "strax över", "gott och väl"):
        return goal <= share <= goal + far
    if lead in _BELOW:
        return goal - far <= share <= goal + EXACT
    return abs(share - goal) <= (far if lead else close)


def _goal(found: re.Match[str]) -> Decimal:
    """The share (percent) that a share word says."""
    if found["every"]:
        return Decimal(100) / _ORDINALS[in_small(found["every"])]
    if found["nth"]:
        return Decimal(100) * _NUMBERS[in_small(found["some"])] / _NTHS[in_small(found["nth"])]
    if found["these"]:
        return Decimal(100) * _NUMBERS[in_small(found["these"])] / _NUMBERS[in_small(found["those"])]
    return Decimal(50)


def _together(sentence: Sentence, found: re.Match[str], share: Numeral) -> bool:
    """Whether no other statement parts the word from the share."""
    first, last = sorted(((found.start(), found.end()), (share.start, share.end)))
    return re.search(r"[;:]|\b(?:medan|men|däremot|och)\b", sentence.line.text[first[1] : last[0]]) is None


def _in_whole(lead: str) -> bool:
    """Whether a place is the whole that something is a part of ("hälften av KKB-företagen i Åre")."""
    of = OF_PLACE.search(lead)
    return of is not None and EXISTS.search(of[1]) is None


def _whole(sentence: Sentence, found: re.Match[str]) -> str:
    """The words for what a share word is a part of, "" when they are not there."""
    of = OF.match(sentence.line.text, found.end(), sentence.end)
    first = LEADS_OFF.match(sentence.line.text, sentence.start, found.start())
    if found["these"] and first is not None:
        return first["whole"]
    return of["whole"] if of is not None and not _narrowed(sentence, of.end()) else ""


def _narrowed(sentence: Sentence, end: int) -> bool:
    """Whether what a share word is a part of is less than all there are ("KKB-företagen i undersökningen")."""
    found = IN_WHAT.match(sentence.line.text, end, sentence.end)
    return found is not None and not any(one.start == found.end() for one in sentence.areas)


def _counted(reading: Reading, sentence: Sentence, found: re.Match[str]) -> tuple[Decimal, str] | None:
    """The part that some municipalities have of the county's count, when the sentence speaks of just that."""
    county = reading.subject.dataset.catalogue.county
    areas, whole = _places(sentence, found), _whole(sentence, found)
    elliptic = VERB.match(sentence.line.text, found.end(), sentence.end) is not None
    if (
        not areas
        or not (whole or elliptic or found["most"])
        or county in areas
        or PLACES.search(whole)
        or len({one.value for one in sentence.years}) > 1
    ):
        return None
    said = (sentence.stems,) if whole else tuple(contexts(sentence))[:2]
    best = next((one for stems in said if (one := sure(reading.lexicon.scored(stems, COUNTS)))), None)
    if best is None or (whole and not best.meaning.label <= reading.lexicon.said(stems_of(whole))):
        return None
    dataset = reading.subject.dataset
    year = sentence.years[0].value if sentence.years else latest_year(reading, best.meaning)
    parts = [observation(dataset, best.meaning, year, one) for one in areas]
    county_fact = observation(dataset, best.meaning, year, county)
    amounts = [one.amount for one in parts if one is not None and one.amount is not None]
    if county_fact is None or not county_fact.amount or len(amounts) < len(areas) or parts[0] is None:
        return None
    share = sum(amounts, Decimal(0)) / county_fact.amount * 100
    if len(areas) > 1:
        return share, relations_messages.parts_of(dataset, areas, sum(amounts, Decimal(0)), county_fact, share)
    return share, messages.part_of(dataset, parts[0], county_fact, share)


def _places(sentence: Sentence, found: re.Match[str]) -> list[str]:
    """The municipalities that a share word speaks of: the list right after it in its clause, else all that the sentence names."""
    text = sentence.line.text
    strong = [one for one in sentence.areas if not one.weak and not one.value.endswith(" län")]
    following = WORDS.search(text, found.end(), sentence.end)
    end = following.start() if following is not None else sentence.end
    spots = [one for one in strong if found.end() <= one.start < end] or [one for one in strong if one.end <= found.start()]
    inside = any(IN.search(text[max(sentence.start, one.start - 3) : one.start]) for one in spots)
    within = any(_in_whole(text[sentence.start : one.start]) for one in spots)
    listed = all(LISTED.fullmatch(text, one.end, other.start) for one, other in pairwise(spots))
    return list(dict.fromkeys(one.value for one in spots)) if inside and listed and not within else []


def _of_fact(reading: Reading, sentence: Sentence, found: re.Match[str]) -> tuple[Decimal, str] | None:
    """The share of a whole that the catalogue measures: "vart tjugonde aktivt företag är ett KKB-företag"."""
    words = frozenset[str]().union(*(stems_of(one.measure.label) | one.label for one in reading.lexicon.meanings))
    whole = stems_of(_whole(sentence, found)) & words - GENERAL
    years, areas = {one.value for one in sentence.years}, {one.value for one in sentence.areas}
    if not whole or len(years) > 1 or len(areas) > 1:
        return None
    said, mine = reading.lexicon.said(sentence.stems), []
    for one in reading.lexicon.meanings if not found["most"] else ():
        base = stems_of(one.measure.label) - GENERAL
        if one.measure.unit is Unit.PERCENT and base == whole and one.label - base and one.label <= said | base:
            mine.append(one)
    if len(mine) != 1:
        return None
    dataset = reading.subject.dataset
    area = areas.pop() if areas else dataset.catalogue.county
    fact = observation(dataset, mine[0], years.pop() if years else latest_year(reading, mine[0]), area)
    if fact is None or fact.amount is None:
        return None
    return fact.amount, f"{written(dataset, fact)}: {called(dataset, fact)} ({whence(dataset, fact)})"

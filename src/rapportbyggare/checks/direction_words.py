"""Words of direction and comparison against the two values they compare.

"Antalet ökade i Berg" is held against the two facts it means when the indicator, the places and the two years are known;
"från 1 374 till 1 341 ökade" and "5,1 %, högre än 5,3 %" against each other. Silent when a word has a denial or a condition
with it ("inte", "om", "kan"), when it speaks of something the catalogue does not measure, and when the years are open.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from rapportbyggare.checks import claims_messages as messages
from rapportbyggare.checks.changes_near import is_change
from rapportbyggare.checks.facts_near import COUNTS, UNITS, contexts, latest_year, observation, plain_one, points_back, told_apart
from rapportbyggare.checks.lexicon import Meaning, sure
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.spots_near import YEAR_BEFORE
from rapportbyggare.checks.stems import WORD, alike, stem
from rapportbyggare.checks.subject import PieceKind
from rapportbyggare.core.figure import Observation, Unit
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.numerals import Numeral

UP = r"ökade|ökat|ökning(?:en)?|steg|stigit|växte|växt|vuxit|(?:gick|gått) upp|fler|högre|större|uppgång(?:en)?"
DOWN = (
    r"minskade|minskat|minskning(?:en)?|minskad|sjönk|sjunkit|föll|fallit|krympte|krympt|(?:gick|gått) ned|(?:gick|gått) ner|"
    r"färre|lägre|mindre|nedgång(?:en)?"
)
SAME = r"(?:var|är|förblev|låg) oförändra(?:t|d|de)|oförändra(?:t|d)|lika många|lika stor(?:t|a)?|samma (?:andel|antal|nivå)"
WORDS = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN})|(?P<same>{SAME}))\b", re.IGNORECASE)
VERBS = re.compile(
    r"\b(?:ökade|ökat|minskade|minskat|steg|stigit|sjönk|sjunkit|föll|växte|vuxit|var oförändrat|var oförändrad|ökning\w*|"
    r"minskning\w*|(?:gick|gått) (?:upp|ned|ner))\b",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"\b(?:inte|aldrig|om|kan|kunde|skulle|ska|bör|väntas|tycktes|bedöms?|målet|vill|ungefär|varken|vare sig|utan)\b",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"\b(?:antalet|andelen|omsättningen|nettoomsättningen|genomsnittet|beloppet|siffran|utvecklingen)\b", re.IGNORECASE
)
SORT = (
    (re.compile(r"\bantal", re.IGNORECASE), COUNTS),
    (re.compile(r"\bandel", re.IGNORECASE), (Unit.PERCENT,)),
    (re.compile(r"omsättning|belopp", re.IGNORECASE), (Unit.KRONOR,)),
)
LISTED = re.compile(r",\s|\s(?:och|samt)\s")
STATED = re.compile(r"\b(?:var|är|blev|blivit)\s+$|\b(?:blev|blivit)\s+(?:[\w-]+\s+){1,3}$", re.IGNORECASE)
AGAINST = re.compile(r"\b(?:jämfört med|sedan|än) (?:i |under |år )?(?:[a-zåäö]+ )?(?P<year>20\d\d)\b", re.IGNORECASE)
THAT = re.compile(r"\s*(?:Det|Detta) (?:är|var|innebär|innebar|motsvarar) en (?:ökning|minskning|uppgång|nedgång)")
RECENTLY = re.compile(r"\b(?:det senaste året|på ett år|sedan i fjol)\b", re.IGNORECASE)
HEAD = re.compile(r"\b(?:antalet|andelen|antal|andel)\s+([\w-]+)", re.IGNORECASE)
AFTER_HEAD = re.compile(
    r"(?:i|på|av|för|från|mellan|under|som|med|är|var|har|hade|blev|och|till|sedan|också|alltså|därmed|därefter|än|vid)$",
    re.IGNORECASE,
)
SOME = re.compile(r"\bsom\s+(?:har\s+|inte\s+)?([^\W\d][\w-]*)(?!\s+(?:juli|juni|20\d\d))", re.IGNORECASE)
THAN = re.compile(
    AGAINST.pattern + r"|\bän (?:ett år tidigare|året (?:före|innan)|föregående år|för ett år sedan|i fjol)\b", re.IGNORECASE
)
LATER = re.compile(r"\b(?:därefter|dessförinnan|däremellan|dessemellan|sedan dess)\b", re.IGNORECASE)
COUNTED = re.compile(r"fler|färre|lika många", re.IGNORECASE)
CLAUSE = re.compile(r"[.;:]|,\s|\s(?:men|medan|däremot|och(?= (?:i |minskade|ökade|var |sjönk|steg)))\s")
FROM_TO = re.compile(r"\bfrån\b[^.;:()]*\btill\b", re.IGNORECASE)


def direction_words(reading: Reading) -> Iterator[Problem]:
    """The directions that the values say otherwise."""
    for sentence in reading.sentences:
        if sentence.line.part not in ("stycke", "not"):
            continue
        for found in WORDS.finditer(sentence.line.text, sentence.start, sentence.end):
            if any(one.kind is PieceKind.LITERAL for one in sentence.line.between(*found.span())):
                continue
            if not all(one.kind is PieceKind.BOUND for one in sentence.line.between(*found.span())):
                yield from _of_word(reading, sentence, found)


def _of_word(reading: Reading, sentence: Sentence, found: re.Match[str]) -> Iterator[Problem]:
    start, end = _clause(sentence, found)
    if OPEN.search(sentence.line.text[start : found.start()]):
        return
    numbers = _numbers(sentence, found, start)
    if numbers is not None:
        first, second = numbers
        if not holds(found, _amount(second), _amount(first)):
            yield messages.compared(sentence.line.at(*found.span()), found[0], first.text, second.text)
        return
    stated = STATED.search(sentence.line.text[max(start, found.start() - 50) : found.start()]) and " än " not in sentence.text
    if VERBS.match(found[0]) or found["same"] or stated or THAN.search(sentence.line.text, found.end(), end):
        yield from _against_facts(reading, sentence, found, start, end)


def _clause(sentence: Sentence, found: re.Match[str]) -> tuple[int, int]:
    text = sentence.line.text
    before = [one.end() for one in CLAUSE.finditer(text, sentence.start, found.start())]
    after = CLAUSE.search(text, found.end(), sentence.end)
    return before[-1] if before else sentence.start, after.start() if after else sentence.end


def _amount(number: Numeral) -> float:
    return float(number.amount or 0)


def holds(found: re.Match[str], new: float, old: float) -> bool:
    """Whether a word of direction is true of two amounts."""
    return new > old if found["up"] else new < old if found["down"] else new == old


def _numbers(sentence: Sentence, found: re.Match[str], start: int) -> tuple[Numeral, Numeral] | None:
    """The two numbers of a sentence that the word compares: "från A till B", or "B …, högre än A"."""
    text = sentence.line.text
    levels = [one for one in sentence.measuring() if not is_change(sentence, one)]
    for one, other in pairwise(levels):
        between = text[one.end : other.start]
        if (
            one.kind is other.kind
            and FROM_TO.search(text[max(sentence.start, one.start - 12) : other.start])
            and len(levels) == 2
        ):
            lead = text[max(sentence.start, one.start - 25) : one.start]
            if (
                re.search(r"\bfrån\s(?:[\w-]+\s){0,3}$", lead)
                and re.search(r"\btill\s(?:[\w-]+\s){0,3}$", between)
                and not found["same"]
            ):
                return one, other
    than = re.match(r"\s+(?:[\w-]+\s+){0,2}än\s+(?:[\w-]+\s+){0,4}\(?", text[found.end() : sentence.end])
    if than is None or VERBS.match(found[0]):
        return None
    second = next((one for one in levels if one.start >= found.end()), None)
    first = next((one for one in reversed(levels) if one.end <= found.start() and one.start >= sentence.start), None)
    if first is None or second is None or first.kind is not second.kind:
        return None
    return (second, first) if second.start - found.end() <= len(than[0]) + 3 else None


def _against_facts(reading: Reading, sentence: Sentence, found: re.Match[str], start: int, end: int) -> Iterator[Problem]:
    meaning = measured(reading, sentence, found[0], start, end)
    years = _years(reading, sentence, meaning) if meaning is not None else None
    if meaning is None or years is None:
        return
    county = reading.subject.dataset.catalogue.county
    areas = _areas(sentence, start, end) or _areas_before(sentence) or [county]
    for area in dict.fromkeys(areas if sentence.areas or len(areas) == 1 else ()):
        old, new = (observation(reading.subject.dataset, meaning, year, area) for year in years)
        if _wrong(found, new, old) and new is not None and old is not None:
            yield messages.direction(reading.subject.dataset, sentence.line.at(*found.span()), found[0], new, old)
            return


def _areas(sentence: Sentence, start: int, end: int) -> list[str]:
    """The places of a clause, with the rest of a list that begins in it; else the sentence's only place."""
    strong = [one for one in sentence.areas if not one.weak]
    found = [one for one in strong if start <= one.start < end]
    for one in strong:
        if found and found[-1].end <= one.start and LISTED.fullmatch(sentence.line.text, found[-1].end, one.start):
            found.append(one)
    return [one.value for one in found or (strong if len(sentence.areas) == 1 else [])]


def _areas_before(sentence: Sentence) -> list[str]:
    """The places of the nearest sentence before that has any, for one that has none."""
    found = next((one.areas for one in reversed(sentence.before) if one.areas), ()) if not sentence.areas else ()
    return list(dict.fromkeys(one.value for one in found if not one.weak))


def _wrong(found: re.Match[str], new: Observation | None, old: Observation | None) -> bool:
    if new is None or old is None or new.amount is None or old.amount is None:
        return False
    return not holds(found, float(new.amount), float(old.amount))


def _years(reading: Reading, sentence: Sentence, meaning: Meaning) -> tuple[str, str] | None:
    """The two years that are compared: two named ones, or one and the year before it; of the words before when none is."""
    if LATER.search(sentence.text):
        return None
    if against := AGAINST.search(sentence.text):
        return _against(reading, sentence, against["year"], meaning)
    latest = latest_year(reading, meaning)
    if RECENTLY.search(sentence.text) and not sentence.years and latest:
        return str(int(latest) - 1), latest
    if not any(one.years for one in (sentence, *sentence.before)):
        relative = any(YEAR_BEFORE.search(one.text) for one in (sentence, *sentence.before))
        return (str(int(latest) - 1), latest) if relative and latest else None
    return _named_years(sentence)


def _against(reading: Reading, sentence: Sentence, old: str, meaning: Meaning) -> tuple[str, str] | None:
    """The year a sentence compares with, and the one it speaks of: its own other year, or the last one named before."""
    others = [one.value for one in sentence.years if one.value != old]
    earlier = [year.value for one in sentence.before for year in one.years]
    new = others[0] if len(set(others)) == 1 else earlier[-1] if earlier and not others else latest_year(reading, meaning)
    return (old, new) if new and new != old else None


def _named_years(sentence: Sentence) -> tuple[str, str] | None:
    for one in (sentence, *reversed(sentence.before)):
        named = sorted({year.value for year in one.years})
        if len(named) == 2:
            return named[0], named[1]
        if len(named) == 1:
            previous = YEAR_BEFORE.search(one.text) or YEAR_BEFORE.search(sentence.text)
            return (str(int(named[0]) - 1), named[0]) if previous else None
        if len(named) > 2 or not points_back(sentence):
            return None
    return None


def measured(reading: Reading, sentence: Sentence, word: str, start: int, end: int) -> Meaning | None:
    """The measure whose direction a clause speaks of."""
    units = _units(sentence, word, start, end)
    found = _named(reading, sentence, units)
    return found if found is not None and all_of_them(sentence, found) else None


def all_of_them(sentence: Sentence, meaning: Meaning) -> bool:
    """Whether a sentence speaks of all that is counted, not of some ("som exporterar") or of other things ("andelen kvinnor")."""
    mine = meaning.label | meaning.own | meaning.told

    def known(words: str) -> bool:
        return any(alike(stem(word), one) for word in WORD.findall(words) for one in mine)

    heads = [one[1] for one in HEAD.finditer(sentence.text) if not AFTER_HEAD.match(one[1]) and not WORDS.match(one[1])]
    return all(map(known, heads)) and all(known(one[1]) for one in SOME.finditer(sentence.text))


def _named(reading: Reading, sentence: Sentence, units: tuple[Unit, ...]) -> Meaning | None:
    for stems in contexts(sentence) if units else ():
        scored = reading.lexicon.scored(stems, units)
        best = sure(scored)
        if best is not None:
            siblings = [one.meaning for one in scored if one.meaning.indicator.name == best.meaning.indicator.name]
            return best.meaning if len(siblings) < 2 else told_apart(siblings, stems) or plain_one(siblings)
    return None


def _units(sentence: Sentence, word: str, start: int, end: int) -> tuple[Unit, ...]:
    """The sort of number: as the word says itself ("fler"), else the clause, the sentence, or those before."""
    if COUNTED.fullmatch(word):
        return COUNTS
    if THAT.match(sentence.text) and sentence.before:
        numbers = sentence.before[-1].measuring()
        return UNITS[numbers[-1].kind] if numbers else ()
    if not SUBJECT.search(sentence.text):
        return ()
    said = (sentence.line.text[start:end], sentence.text, *(one.text for one in reversed(sentence.before)))
    return next((units for text in said for pattern, units in SORT if pattern.search(text)), ())

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
from rapportbyggare.checks.patterns import at_words, lazy
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.spots_near import YEAR_BEFORE
from rapportbyggare.checks.stems import WORD, alike, stem
from rapportbyggare.checks.subject import PieceKind
from rapportbyggare.core.figure import Observation, Unit
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.numerals import Numeral

UP = r"ökade|ökat|ökning(?:en)?|steg|stigit|växte|växt|vuxit|uppåt(?! \d)|gick upp|gått upp|fler|högre|större|uppgång(?:en)?"
DOWN = (
    r"minskade|minskat|minskning(?:en)?|minskad|sjönk|sjunkit|föll|fallit|krympte|krympt|gick ned|gått ned|gick ner|gått ner|"
    r"tappa(?:de|t|r)|backa(?:de|t|r)|nedåt|neråt|färre|lägre|mindre|nedgång(?:en)?"
)
UNCHANGED = r"oförändra(?:t|d|de)"
SAME = (
    rf"var {UNCHANGED}|är {UNCHANGED}|förblev {UNCHANGED}|låg {UNCHANGED}|oförändra(?:t|d)|"
    r"lika många|lika stor(?:t|a)?|samma (?:andel|antal|nivå)"
)
WORDS = lazy(rf"{at_words(f'{UP}|{DOWN}|{SAME}')}(?:(?P<up>{UP})|(?P<down>{DOWN})|(?P<same>{SAME}))\b", re.IGNORECASE)
VERBS = lazy(
    r"\b(?:ökade|ökat|minskade|minskat|steg|stigit|sjönk|sjunkit|föll|växte|vuxit|var oförändrat|var oförändrad|ökning\w*|"
    r"minskning\w*|(?:gick|gått) (?:upp|ned|ner)|krympte|krympt|tappa(?:de|t|r)|backa(?:de|t|r)|uppåt|nedåt|neråt)\b",
    re.IGNORECASE,
)
OPEN = lazy(
    r"\b(?:inte|aldrig|om|kan|kunde|skulle|ska|bör|väntas|tycktes|bedöms?|målet|vill|ungefär|varken|vare sig|utan)\b",
    re.IGNORECASE,
)
SOME_PLACES = lazy(
    r"\b(?!länets\b|alla\b|samtliga\b)\w+\s+(?:av\s+(?:länets|de)\s+)?(?:\w+\s+)?kommuner(?:na)?\b|\ben(?:da|dast)?\s+(?:enda\s+)?kommun\b",
    re.IGNORECASE,
)
EXCEPT = lazy(r"\b(?:utom|förutom|utanför|exklusive|bortsett från|frånsett)\b", re.IGNORECASE)
SUBJECT = lazy(
    r"\b(?:antalet|andelen|(?<=s )andel|(?<=s )(?:sammanlagda |totala )?(?:netto)?omsättning|(?:netto)?omsättningen|"
    r"genomsnittet|beloppet|siffran|utvecklingen)\b",
    re.IGNORECASE,
)
SORT = (
    (lazy(r"\bantal", re.IGNORECASE), COUNTS),
    (lazy(r"\bandel", re.IGNORECASE), (Unit.PERCENT,)),
    (lazy(r"omsättning|belopp", re.IGNORECASE), (Unit.KRONOR,)),
)
LISTED = lazy(r",\s|\s(?:och|samt)\s")
STATED = lazy(r"\b(?:var|är|blev|blivit)\s+$|\b(?:blev|blivit)\s+(?:[\w-]+\s+){1,3}$", re.IGNORECASE)
AGAINST = lazy(r"\b(?:jämfört med|sedan|än) (?:i |under |år )?(?:[a-zåäö]+ )?(?P<year>20\d\d)\b", re.IGNORECASE)
THAT = lazy(r"\s*(?:Det|Detta) (?:är|var|innebär|innebar|motsvarar) en (?:ökning|minskning|uppgång|nedgång)")
RECENTLY = lazy(r"\b(?:det senaste året|på ett år|sedan i fjol)\b", re.IGNORECASE)
HEAD = lazy(r"\b(?:antalet|andelen|antal|andel)\s+([\w-]+)(?:(?<=deltagande)\s+([\w-]+))?", re.IGNORECASE)
AFTER_HEAD = lazy(
    r"(?:i|på|av|för|från|mellan|under|som|med|är|var|har|hade|blev|och|till|sedan|också|alltså|därmed|därefter|än|vid)$",
    re.IGNORECASE,
)
SOME = lazy(r"\bsom\s+(?:har\s+|inte\s+)?([^\W\d][\w-]*)(?!\s+(?:juli|juni|20\d\d))", re.IGNORECASE)
THAN = lazy(
    AGAINST.pattern + r"|\bän (?:ett år tidigare|året (?:före|innan)|föregående år|för ett år sedan|i fjol)\b", re.IGNORECASE
)
LATER = lazy(r"\b(?:därefter|dessförinnan|däremellan|dessemellan|sedan dess)\b", re.IGNORECASE)
GOES_TO = lazy(r"\s+(?:[\w-]+\s+){0,3}till\s+(?:[\w-]+\s+){0,2}", re.IGNORECASE)
RIGHT_AFTER = lazy(r"\s+från\s+(?:[\w-]+\s+){0,3}", re.IGNORECASE)
COUNTED = lazy(r"fler|färre|lika många|tappa(?:de|t|r)", re.IGNORECASE)
CLAUSE = lazy(r"[.;:]|,\s|\s(?:men|medan|däremot|och(?= (?:i |minskade|ökade|var |sjönk|steg)))\s")
FROM_TO = lazy(r"\bfrån\b[^.;:()]*\btill\b", re.IGNORECASE)


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
    before = [one.end() for one in CLAUSE.finditer(text, sentence.start, found.end()) if one.end() <= found.start()]
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
    levels = [one for one in sentence.measuring if not is_change(sentence, one)]
    for one, other in pairwise(levels):
        between = text[one.end : other.start]
        if (
            one.kind is other.kind
            and FROM_TO.search(text[max(sentence.start, one.start - 12) : other.start])
            and (len(levels) == 2 or RIGHT_AFTER.fullmatch(text, found.end(), one.start))
        ):
            lead = text[max(sentence.start, one.start - 25) : one.start]
            if (
                re.search(r"\bfrån\s(?:[\w-]+\s){0,3}$", lead)
                and re.search(r"\btill\s(?:[\w-]+\s){0,3}$", between)
                and not found["same"]
            ):
                return one, other
    apart = len(levels) == 2 and levels[0].kind is levels[1].kind and levels[0].end <= found.start()
    if apart and VERBS.match(found[0]) and GOES_TO.fullmatch(text, found.end(), levels[1].start):
        return levels[0], levels[1]
    than = re.match(r"\s+(?:[\w-]+\s+){0,2}än\s+(?:[\w-]+\s+){0,4}\(?", text[found.end() : sentence.end])
    if VERBS.match(found[0]):
        return None
    if than is None:
        return _in_brackets(sentence, found)
    second = next((one for one in levels if one.start >= found.end()), None)
    first = next((one for one in reversed(levels) if one.end <= found.start() and one.start >= sentence.start), None)
    if first is None or second is None or first.kind is not second.kind:
        return None
    return (second, first) if second.start - found.end() <= len(than[0]) + 3 else None


def _in_brackets(sentence: Sentence, found: re.Match[str]) -> tuple[Numeral, Numeral] | None:
    """The two numbers of "fler deltog 2025 (75) än 2024 (70)", each in brackets after what it is of: the lesser in time last."""
    text = sentence.line.text
    levels = [one for one in sentence.measuring if text[one.start - 1 : one.start] == "(" and text[one.end : one.end + 1] == ")"]
    if len(levels) != 2 or len(sentence.measuring) != 2 or levels[0].kind is not levels[1].kind:
        return None
    joined = re.fullmatch(r"\)\s+än\b[^.;:(]*\(", text[levels[0].end : levels[1].start])
    return (levels[1], levels[0]) if joined and found.end() <= levels[0].start else None


def _against_facts(reading: Reading, sentence: Sentence, found: re.Match[str], start: int, end: int) -> Iterator[Problem]:
    meaning = measured(reading, sentence, found[0], start, end) if not EXCEPT.search(sentence.text) else None
    years = (_of_clause(sentence, start, end) or years_compared(reading, sentence, meaning)) if meaning is not None else None
    if meaning is None or years is None:
        return
    county = reading.subject.dataset.catalogue.county
    areas = _areas(sentence, start, end) or _areas_before(sentence) or ([] if SOME_PLACES.search(sentence.text) else [county])
    for area in dict.fromkeys(areas if sentence.areas or len(areas) == 1 else ()):
        old, new = (observation(reading.subject.dataset, meaning, year, area) for year in years)
        if _wrong(found, new, old) and new is not None and old is not None:
            yield messages.direction(reading.subject.dataset, sentence.line.at(*found.span()), found[0], new, old)
            return


def _areas(sentence: Sentence, start: int, end: int) -> list[str]:
    """The places of a clause, with the rest of a list that begins in it; else the nearest before, or the only one."""
    strong = [one for one in sentence.areas if not one.weak]
    found = [one for one in strong if start <= one.start < end]
    for one in strong:
        if found and found[-1].end <= one.start and LISTED.fullmatch(sentence.line.text, found[-1].end, one.start):
            found.append(one)
    nearest = [one for one in strong if one.end <= start][-1:]
    return [one.value for one in found or nearest or (strong if len(sentence.areas) == 1 else [])]


def _areas_before(sentence: Sentence) -> list[str]:
    """The places of the nearest sentence before that has any, for one that has none."""
    found = next((one.areas for one in reversed(sentence.before) if one.areas), ()) if not sentence.areas else ()
    return list(dict.fromkeys(one.value for one in found if not one.weak))


def _wrong(found: re.Match[str], new: Observation | None, old: Observation | None) -> bool:
    if new is None or old is None or new.amount is None or old.amount is None:
        return False
    return not holds(found, float(new.amount), float(old.amount))


def _of_clause(sentence: Sentence, start: int, end: int) -> tuple[str, str] | None:
    """The two years that a clause names itself, in a sentence that names others too."""
    own = sorted({one.value for one in sentence.years if start <= one.start < end})
    return (own[0], own[1]) if len(own) == 2 and len({one.value for one in sentence.years}) > 2 else None


def years_compared(reading: Reading, sentence: Sentence, meaning: Meaning) -> tuple[str, str] | None:
    """The two years that are compared: two named ones, or one and the year before it; of the words before when none is."""
    if LATER.search(sentence.text):
        return None
    against = AGAINST.search(sentence.text)
    if against and AGAINST.search(sentence.text, against.end()):
        return None
    if against:
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

    heads = [one[2] or one[1] for one in HEAD.finditer(sentence.text) if not AFTER_HEAD.match(one[1]) and not WORDS.match(one[1])]
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
        numbers = sentence.before[-1].measuring
        return UNITS[numbers[-1].kind] if numbers else ()
    if not SUBJECT.search(sentence.text):
        return ()
    said = (sentence.line.text[start:end], sentence.text, *(one.text for one in reversed(sentence.before)))
    return next((units for text in said for pattern, units in SORT if pattern.search(text)), ())

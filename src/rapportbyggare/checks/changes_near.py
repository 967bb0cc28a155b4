"""Numbers that say how much something has changed, or what part of a whole something is."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from rapportbyggare.checks.facts_near import Near, observation
from rapportbyggare.checks.lexicon import Meaning
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.spots_near import BREAK, before
from rapportbyggare.core.figure import Observation, Unit
from rapportbyggare.typography.numerals import Numeral, NumeralKind

WITH = lazy(
    r"\bmed\s+(?:hela|bara|endast|nästan|drygt|knappt|över|cirka|ca|omkring|totalt|sammanlagt|ungefär|närmare)?\s*$",
    re.IGNORECASE,
)
CHANGED = lazy(
    r"\b(?:ök(?:a|ar|ade|at|ning|ningen)|minsk(?:a|ar|ade|at|ning|ningen)|steg|stig(?:er|it)|sjönk|sjunk(?:er|it)|föll|fallit|väx(?:te|er|t)|"
    r"skillnad\w*|förändr\w+|uppgång\w*|nedgång\w*|tillväxt\w*|differens\w*|tapp\w*|krymp\w+|halver\w+|fördubbl\w+|"
    r"vuxit|backa\w*|rasa\w*|klättra\w*|kröp|kryp\w*|(?:gick|går|gått) (?:upp|ne[dr]))\b",
    re.IGNORECASE,
)
UP = (
    r"ök(?:a|ar|ade|at)|ökning\w*|steg|stig(?:er|it)|väx(?:er|te|t)|vuxit|uppgång\w*|tillväxt\w*|tillskott\w*|lyft\w*|klättra\w*|"
    r"uppåt|(?:gick|går|gått) upp"
)
DOWN = (
    r"minsk(?:a|ar|ade|at)|minskning\w*|sjönk|sjunk(?:er|it)|föll|fall(?:er|it|et)?|krymp\w+|nedgång\w*|bortfall\w*|"
    r"tapp(?:a|ar|ade|at|et)?|backa\w*|förlora\w*|försv(?:ann|unnit)|ras(?:a|ar|ade|at|et)?|nedåt|neråt|(?:gick|går|gått) ne[dr]"
)
WAY = lazy(rf"\b(?:(?P<up>{UP}|fler|högre|mer|större)|(?P<down>{DOWN}|färre|lägre|mindre))\b", re.IGNORECASE)
NEGATED = lazy(r"\b(?:inte|aldrig|om|kan|kunde|skulle|ska|bör|väntas|målet|vill|varken|vare sig)\b", re.IGNORECASE)
SINCE = lazy(r"\b(?:sedan|jämfört med|än)\b", re.IGNORECASE)
MORE = lazy(r"^\s*(?:procent\s+)?(?:[\w-]+\s+){0,2}(?:fler|färre|högre|lägre|mer|mindre|större|ytterligare)\b", re.IGNORECASE)
NOUN_BEFORE = lazy(
    r"\b(?:ökning\w*|minskning\w*|skillnad\w*|förändring\w*|uppgång\w*|nedgång\w*|tillväxt\w*)\s+(?:\w+\s+){0,4}$", re.IGNORECASE
)
AMOUNT_OF = lazy(
    r"\b(?:(?:tillskott|bortfall|tapp|ras|fall|lyft|förlust|sänkning|höjning)\w*\s+(?:netto\s+)?(?:på|om)|"
    r"(?:tappa|förlora|öka|minska|backa)(?:r|de|t)|sjönk|föll|steg|växte|krympte|blivit av med)\s+"
    r"(?:hela|bara|drygt|knappt|nästan|cirka|ca|omkring|ungefär)?\s*$",
    re.IGNORECASE,
)
THE_CHANGE = lazy(r"\s*(?:Ökningen|Minskningen|Skillnaden|Förändringen|Uppgången|Nedgången|Tappet|Bortfallet)\b")
IS_ON = lazy(r"\b(?:är|var|blir|blev)(?:\s+på)?\s+$|\b(?:uppgick|uppgår) till\s+$|\bmotsvarar\s+$", re.IGNORECASE)
NET = lazy(
    r"\b(?:tillkom(?:mit)?|försv(?:ann|unnit))\s+(?:det\s+)?netto\s+$|\bnetto\s+(?:tillkom|försvann)\s+(?:det\s+)?$",
    re.IGNORECASE,
)
CONTINUED = lazy(
    r"(?:,\s*)?(?:eller|dvs\.?|det vill säga|alltså|motsvarande|vilket (?:är|motsvarar))\s+"
    r"(?:(?:drygt|knappt|nästan|cirka|ca|ungefär|omkring)\s+)?$|\(\s*$|\(\s*[−+-]?$",
    re.IGNORECASE,
)
WAYS_OF_SAYING = 4
"""How many numbers in a row may say one change: "med 29, eller 4,5 procent"."""
LEADS_OFF = lazy(r"Av (?:samtliga |alla )?(?:länets|regionens|de|samtliga|alla)\b")
OF_COUNTY = lazy(r"^\s*(?:\)\s*)?av\s+(?:samtliga\s+|alla\s+)?(?:länets|regionens|de|samtliga|alla)\b", re.IGNORECASE)


def is_change(sentence: Sentence, number: Numeral) -> bool:
    """Whether a number is how much something has changed, not how much there is; or is such a number said in another way."""
    for _ in range(WAYS_OF_SAYING):
        if _is_said_to_change(sentence, number):
            return True
        start, stop = before(sentence, number)
        earlier = next((one for one in sentence.measuring if one.end == start), None)
        if earlier is None or CONTINUED.search(_after_noun(sentence.line.text[start:stop])) is None:
            return False
        number = earlier
    return False


def _is_said_to_change(sentence: Sentence, number: Numeral) -> bool:
    text = sentence.line.text
    if number.kind is NumeralKind.POINTS:
        return True
    lead = text[max(sentence.start, number.start - 60) : number.start]
    if (
        NET.search(lead)
        or (IS_ON.search(lead) and THE_CHANGE.match(sentence.text))
        or AMOUNT_OF.search(lead)
        or (WITH.search(lead) and CHANGED.search(sentence.text))
    ):
        return True
    after = text[number.end : min(sentence.end, number.end + 40)]
    return MORE.match(after) is not None or NOUN_BEFORE.search(lead) is not None


def way_of_change(sentence: Sentence, number: Numeral) -> re.Match[str] | None:
    """The word that says which way a change goes: right after its number ("33 färre"), else the last one before it."""
    text = sentence.line.text
    after = MORE.match(text[number.end : min(sentence.end, number.end + 40)])
    start = number.end if after else max((one.end() for one in BREAK.finditer(text, sentence.start, number.start)), default=0)
    start, end = max(start, before(sentence, number)[0]), number.end + after.end() if after else number.start
    if NEGATED.search(text, sentence.start, number.start):
        return None
    found = list(WAY.finditer(text, start, end))
    return found[0] if len(found) == 1 else None


def _after_noun(words: str) -> str:
    """The words between two numbers without what the first one counts."""
    return re.sub(r"^\s*[\w-]+(?=[\s,])", "", words) if not words.lstrip().startswith(("(", ",", "eller")) else words


def changes(
    reading: Reading, near_by: Near, number: Numeral, sentence: Sentence
) -> Iterator[tuple[Decimal, Observation, Observation]]:
    """The changes a number may be, each with the new fact and the old."""
    pairs = _pairs(reading, near_by, sentence)
    meanings = near_by.candidates
    for meaning in meanings:
        for area in near_by.areas.values:
            for old_year, new_year in pairs:
                old = observation(reading.subject.dataset, meaning, old_year, area)
                new = observation(reading.subject.dataset, meaning, new_year, area)
                if old is not None and new is not None and old.amount is not None and new.amount is not None and old != new:
                    yield from ((amount, new, old) for amount in _amounts(meaning, number, new.amount, old.amount))


def _amounts(meaning: Meaning, number: Numeral, new: Decimal, old: Decimal) -> Iterator[Decimal]:
    percent = number.kind is NumeralKind.PERCENT
    if percent and old:
        yield (new - old) / old * 100
    elif not percent and (meaning.measure.unit is Unit.PERCENT) == (number.kind is NumeralKind.POINTS):
        yield new - old


def _pairs(reading: Reading, near_by: Near, sentence: Sentence) -> list[tuple[str, str]]:
    """Pairs of an older and a newer year that a change may be between."""
    named = sorted({one.value for one in sentence.years})
    if len(named) > 1:
        return list(combinations(named, 2))
    years = {*near_by.years.values, *(one.value for before_it in sentence.before for one in before_it.years)}
    years = set(named) or years
    if not named:
        latest = {reading.latest.get((one.indicator.name, one.measure.name), 0) for one in near_by.candidates}
        years |= {str(year) for year in latest if year}
    newest = max((reading.latest.get((one.indicator.name, one.measure.name), 0) for one in near_by.candidates), default=0)
    since = [(one, str(end)) for one in named for end in (newest, reading.subject.year) if str(end) > one]
    earlier = [(str(int(one) - 1), one) for one in sorted(years, reverse=True)]
    later = [(one, str(int(one) + 1)) for one in named]
    return [*since, *earlier, *later] if SINCE.search(sentence.text) else [*earlier, *later, *since]


def parts_of_whole(reading: Reading, near_by: Near, number: Numeral) -> Iterator[tuple[Decimal, Meaning, str, str]]:
    """What a percentage may be of: places' part of the county's, for each count that has both."""
    dataset = reading.subject.dataset
    county = dataset.catalogue.county
    if number.kind is not NumeralKind.PERCENT:
        return
    for meaning in reading.lexicon.meanings:
        if meaning.measure.unit is Unit.PERCENT:
            continue
        for year in near_by.years.values:
            whole = observation(dataset, meaning, year, county)
            if whole is None or not whole.amount:
                continue
            found = [observation(dataset, meaning, year, area) for area in near_by.areas.values if area != county]
            amounts = [one.amount for one in found if one is not None and one.amount is not None]
            for amount in (*amounts, *([sum(amounts, Decimal(0))] if len(amounts) > 1 else [])):
                yield amount / whole.amount * 100, meaning, year, county


def is_part(sentence: Sentence, number: Numeral) -> bool:
    """Whether the words after a percentage, or those the sentence begins with, make it a part of the whole county's."""
    text = sentence.line.text
    if number.kind is not NumeralKind.PERCENT:
        return False
    behind = OF_COUNTY.match(text[number.end : number.end + 40])
    return behind is not None or LEADS_OFF.match(sentence.text.lstrip()) is not None


def whole_words(sentence: Sentence, number: Numeral) -> str:
    """What a percentage is a part of, as far as four words tell."""
    behind = sentence.line.text[number.end : min(sentence.end, number.end + 80)]
    words = behind if OF_COUNTY.match(behind) else sentence.text.lstrip()
    return " ".join(re.split(r"[.,;(]", words)[0].split()[:4])

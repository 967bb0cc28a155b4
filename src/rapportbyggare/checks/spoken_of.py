"""Whether words leave no doubt that a number is meant to be a fact."""

import re
from decimal import Decimal

from rapportbyggare.checks.changes_near import CHANGED, LEADS_OFF
from rapportbyggare.checks.lexicon import Meaning
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.printed_amounts import times_off
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.stems import WORD, alike, stem, stems_of
from rapportbyggare.core.figure import Observation
from rapportbyggare.typography.numerals import Numeral, NumeralKind

SUBSET = lazy(
    r"\b(?:sammanlagt|totalt|tillsammans|hittills|sedan start\w*|ackumulera\w*|varav|av (?:dem|dessa)|bland annat|nya|"
    r"nystartade|nyregistrerade|nytillkomna|ytterligare|(?<!netto )tillkom\w*(?! netto)|försv\w+|upphör\w*|lades ned|"
    r"deltog|deltagit|deltar|svarade|svarat|intervju\w*|besök\w*|fick|nådde|nått|ansök\w*|sökte|hälften|i genomsnitt|"
    r"vardera|minst en|"
    r"övriga|resterande|resten|utanför|utom|förutom|exklusive|frånsett|bortsett|borträkna\w*|oräkna\w*|undanta\w*)\b",
    re.IGNORECASE,
)
SINCE = lazy(r"\b(?:sedan|hittills|varav)\b", re.IGNORECASE)
UNREAL = lazy(r"^\s*(?:Om|Hade)\b[^.;]*\bskulle\b")
GOT = lazy(r"\b(?:fick|fått|får)\b", re.IGNORECASE)
SOME = lazy(
    r"\b(?:största|minsta|övriga|enstaka|några(?: få)?)\s+(?:[A-ZÅÄÖ]+-)?(?:bolag|företag|aktör|projekt)(?:en|erna)?\b",
    re.IGNORECASE,
)
REACHED = lazy(
    r"\b(?:antalet|andelen|(?:netto)?omsättningen|genomsnittet|beloppet)\b(?:(?!\boch\b)[^.,;:])*\b(?:nådde|nått)\b",
    re.IGNORECASE,
)
"""A level that something has reached, not those whom somebody has."""
EXISTS = lazy(
    r"\b(?:finns|fanns|funnits|hade|har|uppgick|uppgår|uppgått|var|är|utgör|utgjorde|utgjort|omfatta\w*|registrer\w*|redovisa\w*|stod|står|låg|ligger|"
    r"blev|gick|går|gått|uppges|visa\w*|motsvara\w*|omsatte|delta(?:r|git)|deltog|beviljades|nådde|nått|verksamma|aktiva|"
    r"räknades|räknas till|fick|fått)\b",
    re.IGNORECASE,
)
RANGE = lazy(r"\b[Mm]ellan\s+(?:[\d\s\u00a0,%]+(?:procent\s+)?och\s+)?$")
OF_WHOLE = lazy(r"\s*av\s+(?P<whole>[^.,;:()]*?)(?=\s(?:i|var|är|utgörs|utgjordes|som)\s|[.,;:()]|$)")
IS_CALLED = lazy(r"\b(?:är|var|utgörs av|utgjordes av|räknas som|tillhör|hör till)\s+(?:aktiva\s+)?([\w-]+)", re.IGNORECASE)
IS = lazy(r"\b(?:är|var)\s+(?:[a-zåäö]+\s+)?$", re.IGNORECASE)
FROM_OR_TO = lazy(r"\b(?:från|till)\s+$", re.IGNORECASE)
SUPPOSED = lazy(r"\b(?:om|skulle|väntas|kan|ska|bör|vill|mål\w*|inte)\b", re.IGNORECASE)
IS_PART = lazy(r"([\w-]+)\s+(?:utgör|utgjorde|utgjort|stod för|står för)\b", re.IGNORECASE)
IN_NAME = lazy(r"\b[Ii]\s+(?P<name>[A-ZÅÄÖØ][a-zåäöøæé]+)\b(?!\s+[A-ZÅÄÖ])")
WEAK = 0.3
ROOT = 4
LEAST, MOST = Decimal("0.1"), Decimal(10)


def speaks_of(reading: Reading, sentence: Sentence, number: Numeral, meaning: Meaning, facts: list[Observation]) -> bool:
    """Whether the words leave no doubt that the number is meant to be one of the facts."""
    if (
        UNREAL.search(sentence.text)
        or RANGE.search(sentence.line.text[max(sentence.start, number.start - 25) : number.start])
        or _elsewhere(sentence, meaning)
    ):
        return False
    if is_subset(sentence, number, meaning):
        return False
    if not (EXISTS.search(sentence.text) or _in_brackets(sentence, number) or _ends_of_change(sentence)):
        return False
    weight = max((reading.lexicon.weight[one] for one in meaning.label), default=0.0)
    if number.kind is NumeralKind.PERCENT and weight < WEAK:
        return _share_of(sentence, number, meaning)
    if number.kind in (NumeralKind.PLAIN, NumeralKind.PIECES) and not counts_it(sentence, number, meaning):
        return False
    amount = abs(number.amount or Decimal(0))
    return number.kind is NumeralKind.PERCENT or any(
        fact.amount is not None
        and (abs(fact.amount) * LEAST <= amount <= abs(fact.amount) * MOST or times_off(number, fact.amount))
        for fact in facts
    )


def _elsewhere(sentence: Sentence, meaning: Meaning) -> bool:
    """Whether the sentence names a place that the catalogue does not know ("i Norge")."""
    known = {spot.start for spot in sentence.areas}
    for found in IN_NAME.finditer(sentence.line.text, sentence.start, sentence.end):
        inside = any(spot.start <= found.start("name") < spot.end for spot in sentence.areas)
        if found.start("name") not in known and not inside and stem(found["name"]) not in meaning.label | meaning.told:
            return True
    return False


def _ends_of_change(sentence: Sentence) -> bool:
    """Whether the numbers of a sentence are what something has changed from, and to."""
    if CHANGED.search(sentence.text) is None or SUPPOSED.search(sentence.text):
        return False
    leads = [sentence.line.text[max(sentence.start, one.start - 6) : one.start] for one in sentence.measuring]
    return len(leads) == 2 and all(FROM_OR_TO.search(one) for one in leads)


def _in_brackets(sentence: Sentence, number: Numeral) -> bool:
    text = sentence.line.text
    return text[number.start - 1 : number.start] == "(" and text[number.end : number.end + 1] == ")"


def is_subset(sentence: Sentence, number: Numeral, meaning: Meaning | None) -> bool:
    """Whether the sentence speaks of some of what is counted, or of several years together."""
    found = SUBSET.search(REACHED.sub("", sentence.text))
    if found is None:
        return SOME.search(sentence.text) is not None
    if meaning is not None and GOT.fullmatch(found[0]) and GOT.search(meaning.indicator.label):
        return not sentence.years or len(sentence.measuring) > 1 or SINCE.search(sentence.text) is not None
    word, own = stem(found[0].split()[-1]), meaning.label | meaning.told if meaning is not None else frozenset[str]()
    return not any(one == word or (len(word) > ROOT and one[:ROOT] == word[:ROOT]) for one in own)


def _share_of(sentence: Sentence, number: Numeral, meaning: Meaning) -> bool:
    """Whether a share of many is the one that a generally worded indicator means."""
    if _is_called(sentence, number, meaning):
        return True
    behind = sentence.line.text[number.end : min(sentence.end, number.end + 60)]
    of = re.match(r"\s*\)?\s*av\s+(.*)", behind)
    if LEADS_OFF.match(sentence.text.lstrip()):
        first = sentence.text.partition(" finns ")[0].partition(" är ")[0]
        return bool(meaning.own & {stem(word) for word in WORD.findall(first)})
    if of is None:
        return re.search(r"\bandel", sentence.text, re.IGNORECASE) is not None or _in_brackets(sentence, number)
    whole = {stem(word) for word in WORD.findall(re.split(r"[.,;(]", of[1])[0])}
    return bool(meaning.own & whole)


def _is_called(sentence: Sentence, number: Numeral, meaning: Meaning) -> bool:
    """Whether a share of the whole is told to be the part: "2,3 % av företagen i Åre är KKB-företag", or turned round."""
    base = stems_of(meaning.measure.label)
    telling = meaning.label - base
    text = sentence.line.text
    found = OF_WHOLE.match(sentence.line.text, number.end, sentence.end)
    whole = stems_of(found["whole"]) if found else frozenset()
    if found is None or not telling or not whole & base or whole & telling:
        return False
    lead = IS_PART.search(sentence.line.text, sentence.start, number.start)
    behind = IS_CALLED.search(sentence.line.text, found.end(), sentence.end)
    called = stems_of(behind[1]) if behind else stems_of(lead[1]) if lead else frozenset()
    last = text[: sentence.end].rstrip(" .").rpartition(" ")[2] if IS.search(text, sentence.start, number.start) else ""
    return meaning.label <= called or meaning.label <= stems_of(last)


def counts_it(sentence: Sentence, number: Numeral, meaning: Meaning) -> bool:
    """Whether what is counted is what the indicator counts, or is not said."""
    behind = sentence.line.text[number.end : min(sentence.end, number.end + 60)]
    words = re.match(r"(?:\s+(?:[^\W\d_]+-)?[^\W\d_]+){1,3}", behind)
    if words is None or re.match(
        r"\s+(?:i|av|för|år|under|och|men|samt|var|vardera|jämfört|till|mellan|sedan|från|respektive|än)\b", behind
    ):
        return True
    mine = meaning.label | meaning.own | meaning.told
    return any(alike(stem(word), one) for word in WORD.findall(words[0]) for one in mine if len(one) > 3 or one == stem(word))

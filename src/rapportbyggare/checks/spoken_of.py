"""Whether words leave no doubt that a number is meant to be a fact."""

import re
from decimal import Decimal

from rapportbyggare.checks.changes_near import LEADS_OFF
from rapportbyggare.checks.lexicon import Meaning
from rapportbyggare.checks.printed_amounts import times_off
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.stems import WORD, alike, stem
from rapportbyggare.core.figure import Observation
from rapportbyggare.typography.numerals import Numeral, NumeralKind

SUBSET = re.compile(
    r"\b(?:sammanlagt|totalt|tillsammans|hittills|sedan start\w*|ackumulera\w*|varav|av (?:dem|dessa)|bland annat|nya|"
    r"nystartade|nyregistrerade|nytillkomna|ytterligare|tillkom\w*|försv\w+|upphör\w*|lades ned|"
    r"deltog|deltagit|deltar|svarade|svarat|intervju\w*|besök\w*|fick|nådde|nått|ansök\w*|sökte|hälften|i genomsnitt|"
    r"vardera|minst en)\b",
    re.IGNORECASE,
)
EXISTS = re.compile(
    r"\b(?:finns|fanns|funnits|hade|har|uppgick|uppgår|uppgått|var|är|utgör|utgjorde|utgjort|omfatta\w*|registrer\w*|redovisa\w*|stod|står|låg|ligger|"
    r"blev|uppges|visa\w*|motsvara\w*|omsatte|delta(?:r|git)|deltog|beviljades|verksamma|aktiva)\b",
    re.IGNORECASE,
)
RANGE = re.compile(r"\b[Mm]ellan\s+(?:[\d\s\u00a0,%]+(?:procent\s+)?och\s+)?$")
IN_NAME = re.compile(r"\b[Ii]\s+(?P<name>[A-ZÅÄÖØ][a-zåäöøæé]+)\b(?!\s+[A-ZÅÄÖ])")
WEAK = 0.3
LEAST, MOST = Decimal("0.1"), Decimal(10)


def speaks_of(reading: Reading, sentence: Sentence, number: Numeral, meaning: Meaning, facts: list[Observation]) -> bool:
    """Whether the words leave no doubt that the number is meant to be one of the facts."""
    if RANGE.search(sentence.line.text[max(sentence.start, number.start - 25) : number.start]) or _elsewhere(sentence, meaning):
        return False
    if is_subset(sentence, number, meaning) or not (EXISTS.search(sentence.text) or _in_brackets(sentence, number)):
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


def _in_brackets(sentence: Sentence, number: Numeral) -> bool:
    text = sentence.line.text
    return text[number.start - 1 : number.start] == "(" and text[number.end : number.end + 1] == ")"


def is_subset(sentence: Sentence, number: Numeral, meaning: Meaning) -> bool:
    """Whether the sentence speaks of some of what is counted, or of several years together."""
    found = SUBSET.search(sentence.text)
    return found is not None and stem(found[0].split()[-1]) not in meaning.label | meaning.told


def _share_of(sentence: Sentence, number: Numeral, meaning: Meaning) -> bool:
    """Whether a share of many is the one that a generally worded indicator means."""
    behind = sentence.line.text[number.end : min(sentence.end, number.end + 60)]
    of = re.match(r"\s*\)?\s*av\s+(.*)", behind)
    if LEADS_OFF.match(sentence.text.lstrip()):
        first = sentence.text.partition(" finns ")[0].partition(" är ")[0]
        return bool(meaning.own & {stem(word) for word in WORD.findall(first)})
    if of is None:
        return re.search(r"\bandel", sentence.text, re.IGNORECASE) is not None or _in_brackets(sentence, number)
    whole = {stem(word) for word in WORD.findall(re.split(r"[.,;(]", of[1])[0])}
    return bool(meaning.own & whole)


def counts_it(sentence: Sentence, number: Numeral, meaning: Meaning) -> bool:
    """Whether what is counted is what the indicator counts, or is not said."""
    behind = sentence.line.text[number.end : min(sentence.end, number.end + 60)]
    words = re.match(r"(?:\s+(?:[^\W\d_]+-)?[^\W\d_]+){1,3}", behind)
    if words is None or re.match(r"\s+(?:i|av|för|år|under|och|men|samt|var|vardera|jämfört)\b", behind):
        return True
    mine = meaning.label | meaning.own | meaning.told
    return any(alike(stem(word), one) for word in WORD.findall(words[0]) for one in mine if len(one) > 3 or one == stem(word))

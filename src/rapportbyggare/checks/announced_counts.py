"""Number words against the list they announce.

"Följande fem fokusområden:" before a list of four. Silent when the sentence before the list has no number or several, when
the number counts something with a unit, and when no list follows at once.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from rapportbyggare.checks import claims_messages as messages
from rapportbyggare.checks.patterns import at_words, lazy
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.spoken_of import EXISTS
from rapportbyggare.checks.subject import Line, PieceKind
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.numerals import Numeral, NumeralKind
from rapportbyggare.typography.sentences import ends_sentence
from rapportbyggare.typography.words import in_small

MOST = 30
ORDINALS = ("första", "andra", "tredje", "fjärde", "femte", "sjätte")
FIRSTLY = lazy(rf"{at_words('för')}För det ({'|'.join(ORDINALS)})\b", re.IGNORECASE)
INLINE = lazy(r":\s+(?P<items>[^:;.()]+?\s(?:och|samt)\s[^:;.(),]+)\.?\s*$")
BEGINS = lazy(
    r"(?:i|på|det|de|den|detta|att|som|om|när|för|med|av|både|dels|vi|man|ingen|inga|flest|störst|minst|\W|\d)(?!\w)",
    re.IGNORECASE,
)
LONGEST, LONGEST_PHRASE, FEWEST_NAMED = 5, 4, 3


def announced_counts(reading: Reading) -> Iterator[Problem]:
    """The numbers that are not how many entries follow."""
    lines = [one for one in reading.subject.lines if one.part == "stycke"]
    last: dict[int, list[Sentence]] = {}
    for one in reading.sentences:
        last.setdefault(id(one.line), []).append(one)
    entries = _entries(lines)
    for line, following in pairwise(lines):
        if following.listed and line.listed != following.listed:
            yield from _before_list(last.get(id(line), []), entries[following.listed], reading.subject.document is None)
    for sentence in reading.sentences:
        if sentence.line.part in ("stycke", "not") and (said := _counts(sentence)):
            yield from _inline(sentence, said)
            yield from _municipalities(reading, sentence, said)
            yield from _firstly(last.get(id(sentence.line), []), sentence, said)


def _entries(lines: list[Line]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in lines:
        if line.listed:
            counts[line.listed] = counts.get(line.listed, 0) + 1
    return counts


def _before_list(sentences: list[Sentence], entries: int, foreign: bool) -> Iterator[Problem]:
    """The last sentence before a list, or the one before it when the last only leads in to the list.

    `foreign` says that the file is not ours: there the sentence must say by its colon that the list is what it speaks of.
    """
    if not sentences or (foreign and not sentences[-1].text.rstrip().endswith(":")):
        return
    said = _counts(sentences[-1])
    if not said and len(sentences) > 1 and not ends_sentence(sentences[-1].text.rstrip() + " "):
        said, sentences = _counts(sentences[-2]), sentences[:-1]
    if len(said) == 1 and said[0].amount != entries:
        yield _problem(sentences[-1], said[0], entries)


def _counts(sentence: Sentence) -> list[Numeral]:
    """The small whole numbers of a sentence that count something named."""
    kinds = (NumeralKind.WORD, NumeralKind.PLAIN)
    found = [one for one in sentence.numbers if one.kind in kinds and one.step == 1 and not sentence.quoted(one)]
    return [one for one in found if one.amount is not None and 2 <= one.amount <= MOST and _noun(sentence, one)]


def _noun(sentence: Sentence, one: Numeral) -> bool:
    return re.match(r"\s+[a-zåäö]{2,}", sentence.line.text[one.end : sentence.end]) is not None


def _inline(sentence: Sentence, said: list[Numeral]) -> Iterator[Problem]:
    """A number before a list within the sentence: "tre kommuner: Berg, Åre och Krokom"."""
    found = INLINE.search(sentence.text)
    if found is None or any(one.kind is PieceKind.LITERAL for one in sentence.line.between(sentence.start, sentence.end)):
        return
    before = [one for one in said if one.end <= sentence.start + found.start()]
    last = " samt " if " samt " in found["items"] else " och "
    items = [one for part in found["items"].split(",") for one in part.split(last)]
    listed = all(map(_name, items)) or (len(items) > 2 and all(map(_phrase, items)))
    sole = found["items"].count(last) == 1 and len(said) == len(before) == 1 and listed
    if sole and before[0].amount != len(items) and len(items) > 1:
        yield _problem(sentence, before[0], len(items))


def _municipalities(reading: Reading, sentence: Sentence, said: list[Numeral]) -> Iterator[Problem]:
    """ "Länets åtta kommuner" in a county of seven."""
    there = len(reading.subject.dataset.catalogue.municipalities)
    for one in said:
        text = sentence.line.text
        whole = re.search(r"\b[Ll]änets\s+$", text[max(0, one.start - 12) : one.start])
        counted = whole and one.amount != there and re.match(r"\s+kommuner\b", text[one.end : one.end + 12])
        if counted and (reading.subject.document is not None or _of_county(reading)):
            yield messages.municipalities(sentence.line.at(one.start, one.end), f"länets {one.text} kommuner", there)


def _of_county(reading: Reading) -> bool:
    """Whether a file that is not ours names several of the county's municipalities: it may be about another county."""
    named = {spot.value for one in reading.sentences for spot in one.areas if not spot.weak}
    return len(named & set(reading.subject.dataset.catalogue.municipalities)) >= FEWEST_NAMED


def _firstly(paragraph: list[Sentence], sentence: Sentence, said: list[Numeral]) -> Iterator[Problem]:
    """ "Två svagheter. För det första … För det andra …": as many as are told."""
    following = [one for one in paragraph if one.start == sentence.end]
    if len(said) != 1 or not following or not FIRSTLY.match(following[0].text.lstrip()):
        return
    told = [ORDINALS.index(in_small(found[1])) + 1 for one in paragraph for found in FIRSTLY.finditer(one.text)]
    if len(told) > 1 and said[0].amount != max(told):
        yield _problem(sentence, said[0], max(told))


def _name(item: str) -> bool:
    """Whether an item is a short name and no clause."""
    words = item.split()
    return 0 < len(words) <= LONGEST and words[0][:1].isupper()


def _phrase(item: str) -> bool:
    """Whether an item is a few words without a verb."""
    words = item.split()
    return 0 < len(words) <= LONGEST_PHRASE and words[0][:1].islower() and not BEGINS.match(words[0]) and not EXISTS.search(item)


def _problem(sentence: Sentence, number: Numeral, entries: int) -> Problem:
    noun = re.match(r"\s+(?:[^\W\d_]+(?:ade|iga|ska|ande)\s+)?[^\W\d_]+", sentence.line.text[number.end : sentence.end])
    quote = sentence.line.text[number.start : number.end + (noun.end() if noun else 0)]
    return messages.announced(sentence.line.at(number.start, number.end), quote, entries)

"""Share words against the share they stand beside, or against the counts they speak of.

"Majoriteten", "merparten", "de flesta", "mer än hälften" want more than half; "hälften" about half, "närmare hälften" a little
less and "drygt hälften" a little more; thirds and quarters likewise. Silent when the sentence has no share and names no
count with its place, when it has several shares, and in quotations.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from rapportbyggare.checks import claims_messages as messages
from rapportbyggare.checks.changes_near import is_change
from rapportbyggare.checks.facts_near import COUNTS, latest_year, observation
from rapportbyggare.checks.lexicon import sure
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.spoken_of import EXISTS
from rapportbyggare.checks.subject import PieceKind
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.numerals import Numeral, NumeralKind

_FRACTIONS = {
    "hälften": Decimal(50),
    "en tredjedel": Decimal(100) / 3,
    "två tredjedelar": Decimal(200) / 3,
    "en fjärdedel": Decimal(25),
    "tre fjärdedelar": Decimal(75),
    "en femtedel": Decimal(20),
    "en tiondel": Decimal(10),
}
_PART = "|".join(_FRACTIONS)
WORDS = re.compile(
    r"(?P<most>\b(?:majoriteten|en majoritet|merparten|huvuddelen|de (?:allra )?flesta|det mesta|lejonparten)\b)"
    rf"|(?P<lead>\b(?:mer än|över|drygt|mindre än|under|knappt|nästan|närmare|omkring|ungefär|cirka|ca|"
    rf"runt)\s+)?(?P<part>\b(?:{_PART})\b)",
    re.IGNORECASE,
)
_BELOW = ("mindre än", "under", "knappt", "nästan", "närmare")
_ABOVE = ("mer än", "över", "drygt")
IN = re.compile(r"\b[Ii]\s$")
OF_PLACE = re.compile(r"\bav\s+((?:[\w-]+\s+){1,3})i\s$", re.IGNORECASE)
FAR, CLOSE, EXACT = Decimal(6), Decimal("2.5"), Decimal("0.5")


def share_words(reading: Reading) -> Iterator[Problem]:
    """The share words that the share says otherwise."""
    for sentence in reading.sentences:
        for found in WORDS.finditer(sentence.line.text, sentence.start, sentence.end):
            if not any(one.kind is PieceKind.LITERAL for one in sentence.line.between(*found.span())):
                yield from _of_word(reading, sentence, found)


def _of_word(reading: Reading, sentence: Sentence, found: re.Match[str]) -> Iterator[Problem]:
    shares = [one for one in sentence.measuring() if one.kind is NumeralKind.PERCENT and not is_change(sentence, one)]
    place = sentence.line.at(*found.span())
    if len(shares) == 1 and shares[0].amount is not None and _together(sentence, found, shares[0]):
        if not holds(found, shares[0].amount):
            yield messages.share_word(place, found[0], shares[0].text)
    elif not shares and (counted := _counted(reading, sentence)) is not None and not holds(found, counted[0]):
        yield messages.share_word(place, found[0], counted[1])


def holds(found: re.Match[str], share: Decimal) -> bool:
    """Whether a share word is true of a share (percent)."""
    if found["most"]:
        return share > 50
    goal, lead = _FRACTIONS[found["part"].lower()], (found["lead"] or "").strip().lower()
    if lead in ("mer än", "över"):
        return share > goal
    if lead in ("mindre än", "under"):
        return share < goal
    if lead == "drygt":
        return goal <= share <= goal + FAR
    if lead in _BELOW:
        return goal - FAR <= share <= goal + EXACT
    return abs(share - goal) <= (FAR if lead else CLOSE)


def _together(sentence: Sentence, found: re.Match[str], share: Numeral) -> bool:
    """Whether no other statement parts the word from the share."""
    first, last = sorted(((found.start(), found.end()), (share.start, share.end)))
    return re.search(r"[;:]|\b(?:medan|men|däremot|och)\b", sentence.line.text[first[1] : last[0]]) is None


def _in_whole(lead: str) -> bool:
    """Whether a place is the whole that something is a part of ("hälften av KKB-företagen i Åre")."""
    of = OF_PLACE.search(lead)
    return of is not None and EXISTS.search(of[1]) is None


def _counted(reading: Reading, sentence: Sentence) -> tuple[Decimal, str] | None:
    """The part that one municipality has of the county's count, when the sentence speaks of just that."""
    county = reading.subject.dataset.catalogue.county
    areas = {one.value for one in sentence.areas if not one.weak} - {county}
    best = sure(reading.lexicon.scored(sentence.stems, COUNTS))
    inside = any(IN.search(sentence.line.text[max(sentence.start, one.start - 3) : one.start]) for one in sentence.areas)
    within = any(_in_whole(sentence.line.text[sentence.start : one.start]) for one in sentence.areas)
    if len(areas) != 1 or within or not inside or best is None or len(sentence.years) > 1:
        return None
    area = areas.pop()
    year = sentence.years[0].value if sentence.years else latest_year(reading, best.meaning)
    part, whole = (observation(reading.subject.dataset, best.meaning, year, one) for one in (area, county))
    if part is None or whole is None or part.amount is None or not whole.amount:
        return None
    share = part.amount / whole.amount * 100
    return share, messages.part_of(reading.subject.dataset, part, whole, share)

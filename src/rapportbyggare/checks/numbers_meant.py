"""The numbers of a text as they are meant: in words above twelve as in digits, millions as money where money is spoken of."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest

from rapportbyggare.checks.patterns import lazy
from rapportbyggare.typography.numerals import Numeral, NumeralKind, numerals
from rapportbyggare.typography.words import NUMBER_VALUES, in_small

MILLIONS = lazy(r"milj(?:on|ard)", re.IGNORECASE)
COUNTED = lazy(r"\s+(?!(?:år|mer|under|över|eller|per|är|var)\b)[a-zåäö]+(?:are|er|or|ar|år)\b")
"""What millions are of, when it is not money."""
LARGEST_WORD = 12
LEFT_OPEN = frozenset((NumeralKind.WORD, NumeralKind.PERCENT, NumeralKind.MONEY))
"""Kinds beside which a number may be of another kind than it seems."""
TEN = "tio"
ONES = {word: number for word, number in NUMBER_VALUES.items() if number < 10}
TENS_VALUES = {"trettio": 30, "fyrtio": 40, "femtio": 50, "sextio": 60, "sjuttio": 70, "åttio": 80, "nittio": 90}
HUNDREDS = {f"{word}hundra": value for word, value in ONES.items()} | {"hundra": 1}
TENS = lazy(
    rf"\b(?P<hundreds>{'|'.join(HUNDREDS)})?(?P<tens>{'|'.join(TENS_VALUES)})(?P<ones>{'|'.join(ONES)})?\b", re.IGNORECASE
)


def numbers_of(text: str) -> tuple[Numeral, ...]:
    """The numbers of a text; those in words above twelve as if in digits, "80 miljoner" as money where money was spoken of."""
    found = numerals(text)
    if TEN in text:
        found = tuple(sorted((*found, *_tens(text)), key=_numeral_start))
    return tuple(_as_meant(text, found)) if any(one.kind in LEFT_OPEN for one in found) else found


def _as_meant(text: str, every: Sequence[Numeral]) -> Iterator[Numeral]:
    money = False
    for one, following in zip_longest(every, every[1:]):
        if one.kind is NumeralKind.PERCENT and following is not None and _own_sort(text, one, following):
            yield one._replace(kind=NumeralKind.PLAIN)
            continue
        money = money or one.kind is NumeralKind.MONEY
        if one.kind is NumeralKind.WORD and (one.amount or 0) > LARGEST_WORD:
            yield one._replace(kind=NumeralKind.PLAIN)
        elif money and one.kind is NumeralKind.PLAIN and MILLIONS.search(one.text) and not COUNTED.match(text, one.end):
            yield one._replace(kind=NumeralKind.MONEY)
        else:
            yield one


def _own_sort(text: str, one: Numeral, other: Numeral) -> bool:
    """Whether a number without a unit is no percentage though one follows: "med 29 eller 4,5 procent"."""
    bare = one.end == one.digits_end and text[one.end : other.start].strip() == "eller"
    return bare and (one.step != other.step or (one.amount or 0) > 3 * (other.amount or 0))


def _tens(text: str) -> Iterator[Numeral]:
    """The numbers of a text in words from thirty up."""
    for one in TENS.finditer(text):
        hundreds = HUNDREDS.get(in_small(one["hundreds"] or ""), 0)
        amount = 100 * hundreds + TENS_VALUES[in_small(one["tens"])] + ONES.get(in_small(one["ones"] or ""), 0)
        yield Numeral(one.start(), one.end(), one.end(), NumeralKind.PLAIN, one[0], Decimal(amount))


def _numeral_start(one: Numeral) -> int:
    return one.start

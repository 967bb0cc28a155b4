"""Whether a printed number is an amount, within the rounding it is printed with."""

import re
from decimal import Decimal

from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.reading import Sentence
from rapportbyggare.typography.numerals import Numeral

ROUNDED = Decimal("0.005")
ABOVE = lazy(r"\b(?:drygt|över|mer än|fler än|minst)\s+$", re.IGNORECASE)
BELOW = lazy(r"\b(?:knappt|nästan|närmare|under|mindre än|färre än|högst|upp till|upp mot)\s+$", re.IGNORECASE)
ABOUT = lazy(r"\b(?:omkring|cirka|ca\.?|ungefär|runt|kring|uppemot|i storleksordningen)\s+$", re.IGNORECASE)
SPREAD = Decimal("0.1")


def is_printed(number: Numeral, fact: Decimal, sentence: Sentence | None = None) -> bool:
    """Whether `fact` is what the number says, with "drygt", "knappt" and "omkring" before it taken at their word."""
    amount = abs(number.amount or Decimal(0))
    fact = abs(fact)
    if abs(fact - amount) * 2 <= number.step:
        return True
    lead = sentence.line.text[max(sentence.start, number.start - 20) : number.start] if sentence else ""
    if ABOVE.search(lead):
        return amount <= fact <= amount * (1 + SPREAD)
    if BELOW.search(lead):
        return amount * (1 - SPREAD) <= fact <= amount
    if ABOUT.search(lead):
        return abs(fact - amount) <= fact * SPREAD / 2
    return _rounded(amount, fact)


def _rounded(amount: Decimal, fact: Decimal) -> bool:
    """Whether a number with zeros at its end is the fact, rounded, and hardly off."""
    digits = str(int(amount))
    zeros = len(digits) - len(digits.rstrip("0"))
    whole = amount == amount.to_integral_value() and zeros >= 2
    return whole and abs(fact - amount) * 2 <= Decimal(10) ** zeros and abs(fact - amount) <= fact * ROUNDED


def times_off(number: Numeral, fact: Decimal) -> int:
    """The power of a thousand that a number is off by, 0 when it is not that."""
    amount = abs(number.amount or Decimal(0))
    for power in (3, 6, -3, -6):
        if amount >= 10 and abs(amount.scaleb(power) - abs(fact)) * 2 <= number.step.scaleb(power):
            return power
    return 0

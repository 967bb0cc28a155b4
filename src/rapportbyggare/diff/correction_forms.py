"""Numbers as people write them: in which forms a printed number may stand in a sentence of somebody's own."""

import re
from collections.abc import Iterator

from rapportbyggare.diff.folding import Token, folded, tokens

_NUMBER = re.compile(r"[-+]?\s?(?P<number>\d[\d ]*(?:,\d+)?)(?: ?(?P<unit>%|[a-zåäö]+))?")
_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2} [a-z]+ \d{4}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNITS = {"%": ("procent",), "kr": ("kronor",), "tkr": ("tusen kronor",), "mnkr": ("miljoner kronor",)}
_SMALLER = {"kr": "tkr", "tkr": "mnkr", "mnkr": "mdkr"}
FEWEST_DIGITS = 3
Form = tuple[str, ...]


def forms(text: str) -> tuple[Form, ...]:
    """The rows of words that tell a number, or a whole date, from all others; () for one that says too little by itself.

    A number with three digits that count needs no unit, a shorter one needs it, and a year tells nothing.
    """
    words = folded(text).strip()
    if _DATE.fullmatch(words):
        return (plain_form(words),)
    found = _NUMBER.fullmatch(words)
    return tuple(plain_form(form) for form in _written(found["number"].strip(), found["unit"] or "")) if found else ()


def _written(number: str, unit: str) -> Iterator[str]:
    if len(re.sub(r"[^\d]", "", number).strip("0")) >= FEWEST_DIGITS and not (_YEAR.fullmatch(number) and not unit):
        yield number
    if unit:
        yield from (f"{number} {said}" for said in (unit, *_UNITS.get(unit, ())))
    digits = number.replace(" ", "")
    if unit in _SMALLER and digits.endswith("000") and digits.strip("0"):
        larger = _SMALLER[unit]
        yield from (f"{digits[:-3]} {said}" for said in (larger, *_UNITS.get(larger, ())))


def occurrences(text: str, sought: tuple[Form, ...]) -> tuple[tuple[int, int], ...]:
    """Where in a text a number stands in any of its forms, whatever the spaces in it: offsets that do not overlap."""
    row = tokens(text)
    words = [_squeezed(token) for token in row]
    firsts = {form[0] for form in sought}
    found: list[tuple[int, int]] = []
    for n in (n for n, word in enumerate(words) if word in firsts):
        long = max((len(form) for form in sought if tuple(words[n : n + len(form)]) == form), default=0)
        if long and (not found or row[n].start >= found[-1][1]):
            found.append((row[n].start, row[n + long - 1].end))
    return tuple(found)


def stands(text: str, sought: str) -> bool:
    """Whether a number stands in a text in any of its forms."""
    return bool(occurrences(text, forms(sought)))


def plain_form(words: str) -> Form:
    """The words as they are."""
    return tuple(_squeezed(token) for token in tokens(words))


def _squeezed(token: Token) -> str:
    return token.word.replace(" ", "")

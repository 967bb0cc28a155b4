"""Where sentences end in Swedish running text."""

import re
from bisect import bisect_left, bisect_right

_END = re.compile(r"[.!?][”\"’')»\]]*(?=\s+[^\sa-zåäö])")
_BEFORE_WORD = '("”»'
# fmt: off
_ABBREVIATIONS = frozenset((
    "bl.", "ca.", "dvs.", "enl.", "etc.", "ev.", "exkl.", "fig.", "forts.", "inkl.", "jfr.", "kl.", "max.", "min.", "nr.", "obs.",
    "osv.", "prel.", "resp.", "s.", "st.", "tab.", "tel.",
))
# fmt: on


def sentence_ends(text: str) -> tuple[int, ...]:
    """The offsets just after each sentence; 0 and the text's length always belong.

    An abbreviation ("t.ex.", "kl.") ends no sentence, nor does a mark before a small letter.
    """
    inside = (found.end() for found in _END.finditer(text) if not _is_abbreviation(text, found.start() + 1))
    return tuple(sorted({0, *inside, len(text)}))


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends inside a stretch of running text, or at its end before what follows."""
    return len(sentence_ends(f"{text}A")) > 2


def sentence_of(text: str, start: int, end: int) -> str:
    """The whole sentence (or sentences) that the stretch from `start` to `end` stands in, without space round it."""
    return sentence_between(text, sentence_ends(text), start, end)


def sentence_between(text: str, ends: tuple[int, ...], start: int, end: int) -> str:
    """`sentence_of` for many stretches of one text, whose `sentence_ends` are known."""
    first = bisect_right(ends, start) - 1
    last = bisect_left(ends, max(end, ends[first]))
    return text[ends[first] : ends[last]].strip()


def _is_abbreviation(text: str, end: int) -> bool:
    """Whether the word that ends at `end`, its mark included, is one that ends no sentence."""
    start = end
    while start and text[start - 1] not in _BEFORE_WORD and not text[start - 1].isspace():
        start -= 1
    word = text[start:end].lower()
    return ("." in word[:-1].strip(".") and not word[0].isdigit()) or word in _ABBREVIATIONS

"""Where sentences end in Swedish running text."""

import re

_END = re.compile(r"[.!?][”\"’')»\]]*(?=\s+[^\sa-zåäö])")
_WORD = re.compile(r"[^\s(\"”»]+$")
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
    inside = (found.end() for found in _END.finditer(text) if not _is_abbreviation(text[: found.start() + 1]))
    return tuple(sorted({0, *inside, len(text)}))


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends inside a stretch of running text, or at its end before what follows."""
    return len(sentence_ends(f"{text}A")) > 2


def sentence_of(text: str, start: int, end: int) -> str:
    """The whole sentence (or sentences) that the stretch from `start` to `end` stands in, without space round it."""
    ends = sentence_ends(text)
    first = max(one for one in ends if one <= start)
    last = min(one for one in ends if one >= max(end, first))
    return text[first:last].strip()


def _is_abbreviation(before: str) -> bool:
    found = _WORD.search(before)
    word = found[0].lower() if found else ""
    return ("." in word[:-1].strip(".") and not word[0].isdigit()) or word in _ABBREVIATIONS

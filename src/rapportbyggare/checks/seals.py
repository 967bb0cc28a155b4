"""What typography may not touch, taken out of a text character for character.

Sealed are expressions and control lines, comments, front matter, code, addresses, file names, link words, other languages,
titles in italics, declared names, quotations, registry numbers, law names, ISO dates, telephone numbers and
names such as 100-till-100.
"""

import re
from collections.abc import Iterable

from rapportbyggare.checks.addresses import ADDRESS, FILE
from rapportbyggare.checks.form_rule import BOUND, SEALED
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.settings import Settings

NEVER = lazy(
    rf"{ADDRESS}|{FILE}(?:/\S*)?"
    r"|\b(?:[A-ZÅÄÖ]{2,}|[Dd]nr:?)[ /-]?(?:[A-ZÅÄÖ]+[ /-])?\d+/\d+(?:[-/]\d+)*"  # RUN/113/2022 and the like
    r"|\b[A-ZÅÄÖ]{2,}(?:/\d+)+"
    r"|\b(?:SOU|SFS|Ds|[Pp]rop\.|[Ss]kr\.|[Bb]et\.|[Rr]skr\.|[Dd]ir\.)[ \u00a0]?\d{4}(?:/\d\d)?(?::\w+)?"
    r"|\b\d{4}(?:/\d\d)?:\d+|\b\d{4}/\d\d\b"
    r"|\b\d{4}-\d\d(?:-\d\d)?\b(?!\d)|\b\d{6,8}-\d{4}\b|\b\d+\.\d+\.\d[\d.]*"
    r"|(?:\b\d[\d \u00a0]{0,12})?\d-till-\d[\d \u00a0]{0,12}\d|\b0\d{1,3}[ -]\d[\d -]{4,16}\d|\+\d[\d -]{6,20}\d"
    r"|\b97[89][ -]\d[\d -]{8,14}\d"
)
FIXED = lazy(r"[\d@]|://|mailto:|www\.|\.\w")
"""What all that `NEVER` finds has some of: it spares most lines the search."""
MARKDOWN = lazy(
    r"\A---\n.*?\n---(?=\n)|^(?P<fence>`{3,20}|~{3,20})[^\n]*\n.*?(?:^(?P=fence)[^\n]*$|\Z)|\{#\s.*?(?:#\}|\Z)|^[ \t]*\{%[^\n]*"
    r"|(?P<bound>\{\{(?:[^'\"{}\n]|'[^'\n]*'|\"[^\"\n]*\"|\{(?!\{)|\}(?!\}))*\}\})|\{\{[^\n]*|\\."
    r"|^[ ]{0,3}>[^\n]*(?:\n(?![ \t]*(?:\n|$))[^\n]+)*"
    r"|(?P<ticks>`{1,8})(?!`)(?:.(?!\n\s*\n))*?[^`](?P=ticks)(?!`)|<[^<>\n]*>|&#?\w+;"
    r"|^[ ]{0,3}\[[^\]^\n][^\]\n]*\]:[^\n]*|\[\^[^\]\s]{1,200}\]:?"
    r"|!?\[(?:[^\[\]\n]|\n(?!\s*\n)){0,400}\](?:\([^)\n]{0,2000}\)|\{[^{}\n]*\}|\[[^\]\n]{0,400}\])(?:\{[^{}\n]*\})?|\{[^{}\n]*\}"
    r"|^(?=[^\n]*---)[ \t:|-]+$|^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+|^[ \t]*#{1,6}[ \t]+"
    r"|(?<![*\w\\])\*(?![\s*])[^*\n]{1,300}(?<!\s)\*(?![*\w])|(?<![_\w\\])_(?![\s_])[^_\n]{1,300}(?<!\s)_(?![_\w])",
    re.MULTILINE | re.DOTALL,
)
SHORTEST_NAME = 4
MARKS = '"“”„«»'
PARAGRAPH_END = lazy(r"\n[ \t]*(?=\n)|\n(?=[ \t]*(?:[-*+•|]|\d{1,9}[.)])[ \t])")
QUOTED = lazy(rf"[{MARKS}]")


def sealed(text: str, markdown: bool, kept: Iterable[str] = ()) -> str:
    """The text with every character that may not be touched as SEALED, or BOUND where an expression puts it there.

    `kept` are titles and names that have a spelling of their own.
    """
    if markdown:
        text = MARKDOWN.sub(_unmarked, text)
    return sealed_quotations(without_names(without_fixed(text), kept))


def without_fixed(text: str) -> str:
    """The text with addresses, registry numbers, dates in figures and the like sealed."""
    return NEVER.sub(_hidden, text) if FIXED.search(text) else text


def without_names(text: str, kept: Iterable[str]) -> str:
    """The text with these names sealed wherever they stand."""
    for name in kept:
        text = text.replace(name, SEALED * len(name))
    return text


def kept_names(settings: Settings) -> tuple[str, ...]:
    """The titles, names and words that the author has declared, the longest first."""
    declared = (*(one.value for one in settings.constants), *(one.word for one in settings.terms), *settings.words)
    return tuple(sorted({name for name in declared if len(name) >= SHORTEST_NAME}, key=lambda name: (-len(name), name)))


def sealed_quotations(text: str) -> str:
    """The text with quotations sealed, their marks left; where marks do not pair, all from the first is sealed."""
    if QUOTED.search(text) is None:
        return text
    done, rest = [], 0
    for end in (*(found.start() for found in PARAGRAPH_END.finditer(text)), len(text)):
        done.append(_paragraph(text[rest:end]))
        rest = end
    return "".join(done)


def _paragraph(text: str) -> str:
    marks = [found.start() for found in QUOTED.finditer(text)]
    if len(marks) % 2:
        return text[: marks[0]] + _blank(text[marks[0] :])
    done, rest = [], 0
    for start, end in zip(marks[::2], marks[1::2], strict=True):
        done += [text[rest : start + 1], _blank(text[start + 1 : end]), text[end]]
        rest = end + 1
    return "".join(done) + text[rest:]


def _unmarked(found: re.Match[str]) -> str:
    return _blank(found[0], BOUND if found["bound"] else SEALED)


def _hidden(found: re.Match[str]) -> str:
    return _blank(found[0])


def _blank(words: str, sign: str = SEALED) -> str:
    """As many signs as there are characters; lines stay lines, and what is bound stays bound."""
    return "".join(one if one in ("\n", BOUND) else sign for one in words)

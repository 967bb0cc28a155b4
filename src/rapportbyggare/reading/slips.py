"""Slips of Markdown: signs that were meant to do something, but would be printed as they stand."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.reading import slip_messages as messages
from rapportbyggare.reading.placeholders import START

SIGNS = re.compile(r"\*\*+|\]\(|\] +\((?=https?:|www\.|mailto:|#)|[{}]")
TIGHT_HEADING = re.compile(rf"#(?=[^\W\d_]|{START})|#{{2,6}}(?=[^\s#])")
TIGHT_DASH = re.compile(r"-(?=[^\s-])")
TIGHT_NUMBER = re.compile(r"\d{1,9}[.)](?=[^\W\d_])")
FAR = 100
# What is already said of a line's braces says it better.
OF_BRACES = {
    *("ostangt-uttryck", "slut-utan-uttryck", "olast-klammer", "okant-attribut", "felaktig-nyckel", "for-manga-uttryck"),
    *("felplacerad-styrrad", "ostangd-styrrad", "ostangd-kommentar", "kommentar-utan-mellanslag"),
}


class Sign(NamedTuple):
    """A sign left in a text, at `start` in it; `rest` is the sign and some of what follows."""

    text: str
    place: Place
    start: int
    rest: str


def signs_in(text: str, place: Place) -> list[Sign]:
    """The signs in words that begin at `place`, or all stand there when nobody knows where in it."""
    return [_sign(found, place) for found in SIGNS.finditer(text)]


def _sign(found: re.Match[str], place: Place) -> Sign:
    start = found.start()
    spot = place._replace(column=place.column + start, end=0) if place.end else place
    return Sign(found[0], spot, start, found.string[start : start + FAR])


def slips_of(signs: Sequence[Sign]) -> list[Problem]:
    """The slips that the signs of one running text make: a pair of stars or braces is one slip."""
    stars = [sign for sign in signs if sign.text.startswith("*")]
    links = [sign for sign in signs if sign.text.startswith("]")]
    braces = _outermost([sign for sign in signs if sign.text in "{}"])
    return [
        *(messages.stars(sign.place) for sign in stars[::2]),
        *(messages.address(sign.place) for sign in links),
        *(messages.brace(sign.place, _inside(sign)) for sign in braces),
    ]


def _outermost(braces: Iterable[Sign]) -> list[Sign]:
    found: list[Sign] = []
    depth = 0
    for brace in braces:
        if depth == 0:
            found.append(brace)
        depth = depth + 1 if brace.text == "{" else max(depth - 1, 0)
    return found


def _inside(sign: Sign) -> str:
    """What stands between the braces, when it could be an expression."""
    match = re.match(r"[{\s]+([^\W\d][^{}\ue000-\uf8ff]{0,80}?)\s*\}", sign.rest)
    return match[1] if match else ""


def may_slip(content: str) -> bool:
    """Whether a paragraph can have a slip at the beginning of a line; nearly none can."""
    return content[:1] in "|-#0123456789" or "\n#" in content


def slips_at_start(content: str, level: int, places: Sequence[Place]) -> list[Problem]:
    """The slips at the beginning of a paragraph's lines; `level` is 0 outside lists and quotations."""
    lines = content.split("\n")
    found = []
    if content.startswith("|"):
        found.append(messages.table(places[0]))
    if _is_list(lines):
        found.append(messages.tight_item(places[0], lines[0]))
    for number, line in enumerate(lines if level == 0 and "#" in content else ()):
        match = TIGHT_HEADING.match(line)
        if match is not None and (number == 0 or len(match[0]) > 1):
            found.append(messages.tight_heading(places[number], match[0], line))
    return found


def _is_list(lines: list[str]) -> bool:
    if TIGHT_DASH.match(lines[0]):
        return len(lines) > 1 and TIGHT_DASH.match(lines[1]) is not None
    match = TIGHT_NUMBER.match(lines[0])
    return match is not None and (match[0].endswith(")") or (len(lines) > 1 and TIGHT_NUMBER.match(lines[1]) is not None))


def without_echoes(problems: Iterable[Problem]) -> list[Problem]:
    """The problems without the slips of braces on lines where a problem of braces is reported anyway."""
    problems = list(problems)
    told = {problem.place.line for problem in problems if problem.code in OF_BRACES}
    return [problem for problem in problems if not (messages.is_of_brace(problem) and problem.place.line in told)]

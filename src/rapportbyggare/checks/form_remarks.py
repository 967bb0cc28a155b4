"""Small matters of language that only the author can mend: dates, decimal points, numbers that words should say.

Source: the house rules for generated text. Silent in tables (digits are right there), about a small number that stands
beside a large one or before a unit, about list entries and headings, and about hyphens before "och", "eller" and the like.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from rapportbyggare.checks import form_messages as messages
from rapportbyggare.checks.form_rule import COUNTED, DIGIT, HARD_SPACE, SEALED, UNITS
from rapportbyggare.checks.form_typography import words_round
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.seals import QUOTED
from rapportbyggare.checks.subject import Line, PieceKind
from rapportbyggare.core.problem import Problem
from rapportbyggare.passages.passage import PrintedKind
from rapportbyggare.typography.dates import is_date
from rapportbyggare.typography.sentences import sentence_between, sentence_ends
from rapportbyggare.typography.words import SMALL_NUMBERS

POINT = lazy(rf"(?<![\w.,:/-])\d+\.\d+(?=[ \u00a0]?(?:%|(?:{UNITS})\b))")
EIGHT = lazy(r"(?<![\w./-])(?:19|20)\d{6}(?![\w/-]|\.\w)")
SLASHED = lazy(r"(?<![\w./-])(?P<day>\d{1,2})/(?P<month>\d{1,2})[ -](?P<year>(?:19|20)\d\d)\b")
SMALL = lazy(rf"(?<![\w.,:/§–-])(?<!\d[ \u00a0])(?P<number>[2-9]|1[0-2])[ \u00a0]{COUNTED}\b")
NAMED = lazy(
    r"(?:kapitel|avsnitt|tabell|figur|bilaga|not|nr|nummer|punkt|steg|fas|del|mål|fokusområde|program|§)[ \u00a0]$", re.IGNORECASE
)
LONGEST_NAMED = 20
PAIRING = "och|eller|samt|respektive|resp|till|men|utan|som|både|in|inte|liksom|snarare|kontra|plus|med|än"
LOOSE = lazy(rf"\b\w{{2,}}-(?P<x> )(?!(?:{PAIRING})\b)[a-zåäö]{{3,}}")
BIG = lazy(r"\d{2,}")
UNGROUPED = lazy(r"(?!(?:19|20)\d\d$)(?P<whole>[1-9]\d{3,14})(?P<part>(?:,\d+)?)")
FIRST = lazy(r"\d[\d \u00a0]*")
PROSE = (PrintedKind.PROSE, PrintedKind.NOTE)


def remarks(lines: Iterable[tuple[Line, str]], built: bool) -> Iterator[Problem]:
    """The remarks on lines with what is sealed in them; `built` says that the document is ours."""
    for line, mask in lines:
        if DIGIT.search(mask):
            yield from _numbers(line, mask)
        if "- " in mask:
            yield from _hyphens(line, mask)
        if line.kind in PROSE and not line.block and DIGIT.search(line.text):
            yield from _in_prose(line, mask, not built)
        if built:
            yield from _unpaired(line)


def _numbers(line: Line, mask: str) -> Iterator[Problem]:
    if line.kind is PrintedKind.CELL and (cell := UNGROUPED.fullmatch(mask)):
        grouped = f"{int(cell['whole']):,}".replace(",", HARD_SPACE)
        yield messages.ungrouped(line.at(0, len(mask)), mask, grouped + cell["part"])
    for found in POINT.finditer(mask):
        yield messages.decimal_point(line.at(*found.span()), found[0])
    for found in EIGHT.finditer(mask):
        if is_date(day := f"{found[0][:4]}-{found[0][4:6]}-{found[0][6:]}"):
            yield messages.date_form(line.at(*found.span()), found[0], day)
    for found in SLASHED.finditer(mask):
        if is_date(day := f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}"):
            yield messages.date_form(line.at(*found.span()), found[0], day)


def _hyphens(line: Line, mask: str) -> Iterator[Problem]:
    for found in LOOSE.finditer(mask):
        if any(piece.start == found.start("x") for piece in line.pieces):  # a line of the file ends there
            continue
        yield messages.loose_hyphen(line.at(*found.span()), found[0])


def _in_prose(line: Line, mask: str, foreign: bool) -> Iterator[Problem]:
    ends = sentence_ends(line.text)
    for start in ends[:-1]:
        first = start + len(line.text[start:]) - len(line.text[start:].lstrip())
        found = FIRST.match(line.text, first)
        if found and mask[first] != SEALED and (not foreign or first or line.part == "not") and not (line.listed and not first):
            if _is_label(line.text[found.end() :], foreign):
                continue
            yield messages.starts_with_digit(line.at(*found.span()), words_round(line.text, *found.span()))
    for found in SMALL.finditer(mask):
        rest = sentence_between(line.text, ends, *found.span()).replace(found["number"], "", 1)
        if not BIG.search(rest) and not NAMED.search(line.text[max(found.start() - LONGEST_NAMED, 0) : found.start()]):
            written = found[0].replace(found["number"], SMALL_NUMBERS[int(found["number"])], 1)
            first = not line.listed and not line.text[ends[bisect_right(ends, found.start()) - 1] : found.start()].strip()
            yield messages.small_number(line.at(*found.span()), found[0], written.capitalize() if first else written)


def _is_label(rest: str, foreign: bool) -> bool:
    """Whether a number is that of a list's entry, or of a note or heading that a file has run into its text."""
    return rest[:1] in (".", ")", ":") or (foreign and not rest[:1].islower())


def _unpaired(line: Line) -> Iterator[Problem]:
    for piece in line.pieces:
        if piece.kind is PieceKind.TYPED:
            for found in QUOTED.finditer(piece.text):
                spot = piece.start + found.start()
                if not line.text[max(spot - 1, 0) : spot].isdigit():
                    yield messages.unpaired_mark(line.at(spot, spot + 1), words_round(line.text, spot, spot + 1))

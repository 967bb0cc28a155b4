"""Rules of signs: the dash of spans and of thought, the minus, quotation marks, the ellipsis.

Source: the house rules for generated text (interval, minus, quotation). Silent about registry numbers, file names, ISO
dates, "100-till-100" and whatever else is sealed; a hyphen between numbers is a dash only where both are years, or a unit
follows, and the first is the lesser; one between words and a capital letter belongs to a title.
"""

import re

from rapportbyggare.checks.form_rule import BOUND, UNITS, FormRule
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.typography.dates import ANY_MONTH

DASH, MINUS = "–", "−"
YEARS = lazy(r"(?<![\w/:.–-])(?P<first>(?:19|20)\d\d)(?P<x> ?[-–—] ?)(?P<last>(?:19|20)\d\d)(?![\w/:–-])(?! ?[-–])")
SMALL = r"\d{1,3}(?:,\d+)?"
MEASURES = lazy(
    rf"(?<![\w/:.,–-])(?<!\d[ \u00a0])(?P<first>{SMALL})(?P<x>-)(?P<last>{SMALL})(?=[ \u00a0]?(?:%|(?:{UNITS}|år)\b))"
)
DAYS = lazy(
    rf"\b(?:\d{{1,2}}[ \u00a0])(?:{ANY_MONTH})(?:[ \u00a0]\d{{4}})?(?P<x> ?[-—] ?| – )(?=\d{{1,2}}[ \u00a0](?:{ANY_MONTH})\b)",
    re.IGNORECASE,
)
SPAN_OF_MONTHS = lazy(rf"\b(?:{ANY_MONTH})(?P<x>-)(?=(?:{ANY_MONTH})\b)", re.IGNORECASE)
SPAN_OF_VALUES = lazy(rf"{BOUND}(?P<x>-)(?={BOUND})")
THOUGHT = lazy(r"(?<=[^\W\d_]|[)”%.]) (?P<x>-(?= (?![A-ZÅÄÖ]))|--|—)(?= [^\W\d_])")
NEGATIVE = lazy(rf"(?:(?<=[^\W\d_] )|(?<=\())(?P<x>[-–])(?=\d{{1,3}}(?:[ \u00a0]\d{{3}})*(?:,\d+)?[ \u00a0]?(?:%|(?:{UNITS})\b))")
QUOTES = lazy(r"(?P<x>[\"“„«»])")
ELLIPSIS = lazy(r"(?<![.…])(?P<x>\.\.\.)(?![.…])")
LONGEST_SPAN = 60


def _span_of_years(found: re.Match[str]) -> str:
    rising = 0 < int(found["last"]) - int(found["first"]) <= LONGEST_SPAN
    return DASH if rising else found["x"]


def _span_of_measures(found: re.Match[str]) -> str:
    first, last = (float(found[name].replace(",", ".")) for name in ("first", "last"))
    return DASH if first < last else found["x"]


RULES = (
    FormRule("intervall", YEARS, _span_of_years, counts=True),
    FormRule("intervall", MEASURES, _span_of_measures, shows=("-",), counts=True),
    FormRule("intervall", DAYS, DASH, counts=True),
    FormRule("intervall", SPAN_OF_MONTHS, DASH, shows=("-",)),
    FormRule("intervall", SPAN_OF_VALUES, DASH, shows=("-",)),
    FormRule("minustecken", NEGATIVE, MINUS, counts=True),
    FormRule("tankstreck", THOUGHT, DASH, loose=False, shows=(" -", " —")),
    FormRule("citattecken", QUOTES, "”"),
    FormRule("uteslutningstecken", ELLIPSIS, "…", shows=("...",)),
)

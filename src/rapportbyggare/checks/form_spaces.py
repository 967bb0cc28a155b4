"""Rules of spaces: hard ones in numbers, none before marks, one between words.

Source: the house rules for generated text (thousands, percent, money, dates, §), and Svenska skrivregler for the marks.
Silent about columns laid out with spaces, about telephone numbers, and about a year before a word ("2025 kommer").
"""

import re

from rapportbyggare.checks.form_rule import BOUND, COUNTED, HARD_SPACE, NO_NUMBER_BEFORE, UNITS, FormRule
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.typography.dates import ANY_MONTH

DOUBLE = lazy(r"(?<=[^\s|])(?P<x>  +| \u00a0|\u00a0 )(?=[^\s|])")
BEFORE_MARK = lazy(r"(?<=[\w)\]”%])(?P<x> +)(?=[,;!?)](?:\s|$|[.,;”])|\.(?:\s|$)|:\s)")
AFTER_BRACKET = lazy(r"\((?P<x> +)(?=\w)")
AFTER_MARK = lazy(
    r"[a-zåäö]{2}[,;](?P<x>)(?=[a-zåäöA-ZÅÄÖ]{2})|(?<![\w.])(?=[^\W\d_]++\.[A-ZÅÄÖ])[^\W\d_]*[a-zåäö]{2}\.(?P<y>)"
    r"(?=[A-ZÅÄÖ](?:[a-zåäö]{2}|[a-zåäö]?[ \u00a0][a-zåäö]))"
)
COLON = lazy(r"\b[A-ZÅÄÖ]{2,}:(?P<x> )(?=(?:s|ns|ar)\b)")
UNIT = lazy(rf"[\d{BOUND}](?P<x> )(?=%|(?:{UNITS})\b(?!\.\w))")
UNIT_GLUED = lazy(rf"{NO_NUMBER_BEFORE}\d(?:[\d \u00a0]{{0,18}}\d)?(?:,\d+)?(?P<x>)(?=%(?![\w-])|(?:{UNITS})\b(?![.-]\w))")
WORD_GLUED = lazy(r"(?<![\w/.-])(?:[a-zåäö]+|Mäts)(?P<x>)(?=(?:19|20)\d\d\b)")
NUMBER_GLUED = lazy(
    r"(?<![\w.,:/-])\d+(?:,\d+)?(?P<x>)(?=års?\b|(?:är|av|om|på)\b|(?!tal|år|timm|proc|dubb|vägs|mann)[a-zåäö]{3,})"
)
FIGURE_GLUED = lazy(
    rf"(?<![\w/.-])[a-zåäö]{{2,}}(?P<x>)(?=\d{{1,3}}(?:[ \u00a0]\d{{3}})+\b|\d+,\d|\d+[ \u00a0]?(?:%|(?:{UNITS})\b))"
    r"|\b(?:kapitel|avsnitt|tabell|figur|bilaga)(?P<y>)(?=\d{1,2}\b)",
    re.IGNORECASE,
)
UNGROUPED = lazy(
    rf"{NO_NUMBER_BEFORE}(?P<x>[1-9]\d{{0,14}}(?:[ \u00a0](?:\d{{3}}){{1,4}})*)"
    rf"(?=[ \u00a0](?:(?P<unit>{UNITS}|%)|{COUNTED})(?!\w))"
)
THOUSANDS = lazy(rf"{NO_NUMBER_BEFORE}(?P<x>[1-9]\d{{0,2}}(?:[ \u00a0]\d{{3}})+)(?![\w-]|[ \u00a0]\d|[.:/]\d)")
DAY = lazy(rf"\b(?:[1-9]|[12]\d|3[01])(?P<x> )(?=(?:{ANY_MONTH})\b)", re.IGNORECASE)
YEAR = lazy(rf"\b(?:[1-9]|[12]\d|3[01])[ \u00a0](?:{ANY_MONTH})(?P<x> )(?=(?:19|20)\d\d\b)", re.IGNORECASE)
PARAGRAPH = lazy(rf"§(?P<x> ?)(?=[\d{BOUND}])|\d(?P<y> ?)(?=§)")


def _hard(found: re.Match[str]) -> str:
    return found["x"].replace(" ", HARD_SPACE)


def _grouped(found: re.Match[str]) -> str:
    """The number in groups of three; what may be a year, alone or before another number, is left."""
    written = found["x"].replace(" ", HARD_SPACE)
    first, *others = written.split(HARD_SPACE)
    may_be_year = len(first) == 4 and first[:2] in ("19", "20") and (others or found["unit"] in (None, "st"))
    whole = written.replace(HARD_SPACE, "")
    grouped = f"{int(whole):,}".replace(",", HARD_SPACE)
    return found["x"] if may_be_year or grouped == written else grouped


def _kept(found: re.Match[str]) -> str:
    return HARD_SPACE if HARD_SPACE in found["x"] else " "


RULES = (
    FormRule("dubbelt-mellanslag", DOUBLE, _kept, loose=False, shows=("  ", " \u00a0", "\u00a0 ")),
    FormRule("mellanslag-fore-tecken", BEFORE_MARK, "", loose=False, shows=(" ,", " ;", " !", " ?", " )", " .", " :")),
    FormRule("mellanslag-i-parentes", AFTER_BRACKET, "", loose=False, shows=("( ",)),
    FormRule("mellanslag-saknas", AFTER_MARK, " "),
    FormRule("mellanslag-saknas", WORD_GLUED, " ", counts=True),
    FormRule("mellanslag-saknas", UNIT_GLUED, HARD_SPACE, counts=True),
    FormRule("mellanslag-saknas", NUMBER_GLUED, " ", counts=True),
    FormRule("mellanslag-saknas", FIGURE_GLUED, " ", counts=True),
    FormRule("mellanslag-efter-kolon", COLON, "", shows=(": ",)),
    FormRule("tusental", UNGROUPED, _grouped, counts=True),
    FormRule("hart-mellanslag", UNIT, HARD_SPACE),
    FormRule("hart-mellanslag", THOUSANDS, _hard, loose=False, counts=True),
    FormRule("hart-mellanslag", DAY, HARD_SPACE, counts=True),
    FormRule("hart-mellanslag", YEAR, HARD_SPACE, counts=True),
    FormRule("paragraftecken", PARAGRAPH, HARD_SPACE, shows=("§",)),
)

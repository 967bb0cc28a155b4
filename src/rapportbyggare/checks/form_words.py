"""Rules of short forms: abbreviations with their points, percent in words or as a sign, months in lower case.

Source: the house rules for generated text, and Svenska skrivregler for the abbreviations. Silent about "mm" (a length),
"tom" and "from" (words), and about abbreviations that may be written either way (dvs., osv.).
"""

import re

from rapportbyggare.checks.form_rule import HARD_SPACE, FormRule
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.typography.dates import ANY_MONTH
from rapportbyggare.typography.words import SMALL_NUMBERS

# fmt: off
SHORT = (
    ("t.ex.", r"tex\b(?!\.\w)\.?|t ex\b\.?|t\. ?ex\b(?!\.)|t\. ex\.|t\.ex\b(?!\.)"), ("bl.a.", r"bl a\b|bl\. ?a\b\.?"),
    ("m.m.", r"m m\b\.?|m\. m\.|m\.m\b(?!\.)"), ("m.fl.", r"m fl\b\.?|m\. fl\.|m\.fl\b(?!\.)"),
    ("s.k.", r"s k\b|s\. k\.|s\.k\b(?!\.)|sk\.? (?=[”\"“])"), ("p.g.a.", r"p g a\b|pga\b\.?|p\. g\. a\.|p\.g\.a\b(?!\.)"),
    ("fr.o.m.", r"fr o m\b|fr\.o\.m\b(?!\.)"), ("t.o.m.", r"t o m\b|t\.o\.m\b(?!\.)"), ("f.n.", r"f n\b|f\.n\b(?!\.)"),
    ("d.v.s.", r"d v s\b|d\.v\.s\b(?!\.)"), ("o.s.v.", r"o s v\b|o\.s\.v\b(?!\.)"), ("o.d.", r"o d\b(?= )|o\.d\b(?!\.)"),
)
# fmt: on
KNOWN = ("SCB", "SKR", "EU", "FN", "KKB", "SNI", "BNP", "RJH")
PERCENT_SIGN = lazy(rf"\b(?:{'|'.join(SMALL_NUMBERS)})[ \u00a0](?P<x>%)(?![\w-])", re.IGNORECASE)
POINTS = lazy(r"(?P<x>%-enheter\b|%-enhet\b|procent[ -]enheter\b|procent[ -]enhet\b|% ?enheter\b|% ?enhet\b)")
BEFORE_MONTH = r"\b[1-9]|\b[12]\d|\b3[01]|\bi|\boch|\bfrån|\btill|\bsedan|\bunder"
MONTH = lazy(rf"(?:{BEFORE_MONTH})[ \u00a0](?P<x>{ANY_MONTH.title()})(?=[ \u00a0](?:19|20)\d\d\b)")
GENITIVE = lazy(rf"\b(?:{'|'.join(KNOWN)})(?P<x>s)\b")
MILLIONS = lazy(r"\d[ \u00a0]?(?P<x>mkr|Mkr|MKR|Mnkr|MSEK)\b")
FIRSTS = "".join(sorted({name[0] for name, _ in SHORT}))
FORMS = "|".join(f"(?P<s{number}>{form})" for number, (_, form) in enumerate(SHORT))
SHORT_FORMS = lazy(rf"(?=[{FIRSTS}])(?<![\w.])(?P<x>{FORMS})")


def _points(found: re.Match[str]) -> str:
    return "procentenheter" if found["x"].endswith("er") else "procentenhet"


def _short(found: re.Match[str]) -> str:
    number = next(number for number in range(len(SHORT)) if found[f"s{number}"] is not None)
    return SHORT[number][0] + (HARD_SPACE if found["x"].endswith(" ") else "")


def _lower(found: re.Match[str]) -> str:
    return found["x"].lower()


RULES = (
    FormRule("procentenheter-i-tecken", POINTS, _points, shows=("enhet",)),
    FormRule("procent-i-ord", PERCENT_SIGN, "procent", shows=("%",)),
    FormRule("manad-med-versal", MONTH, _lower, counts=True),
    FormRule("genitiv-av-forkortning", GENITIVE, ":s", shows=tuple(f"{name}s" for name in KNOWN)),
    FormRule("miljoner-kronor", MILLIONS, "mnkr", counts=True),
    FormRule("forkortning", SHORT_FORMS, _short),
)

"""Numbers in Swedish running text: where they stand, what they are, and how exactly they are printed."""

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from itertools import zip_longest
from typing import NamedTuple

from rapportbyggare.typography.dates import ANY_MONTH
from rapportbyggare.typography.words import SMALL_NUMBERS, in_small


class NumeralKind(Enum):
    """What a number in a text is; only the first six count or measure something."""

    PLAIN = "tal"
    PIECES = "stycken"
    PERCENT = "procent"
    POINTS = "procentenheter"
    MONEY = "belopp"
    WORD = "räkneord"
    YEAR = "årtal"
    DATE = "datum"
    TIME = "klockslag"
    PARAGRAPH = "paragraf"
    REGISTRY = "beteckning"
    LABEL = "hänvisning"
    ORDINAL = "ordningstal"
    NAME = "del av namn"
    LIST = "listnummer"


MEASURING = frozenset(
    (
        NumeralKind.PLAIN,
        NumeralKind.PIECES,
        NumeralKind.PERCENT,
        NumeralKind.POINTS,
        NumeralKind.MONEY,
        NumeralKind.WORD,
    )
)


class Numeral(NamedTuple):
    """A number in a text, from `start` to `end` with its unit; the digits themselves end at `digits_end`.

    `amount` is in the unit itself (kronor, percent) and None for what measures nothing, save a year; `step` is one unit of the
    last printed digit, so "830 tkr" has the amount 830000 and the step 1000.
    """

    start: int
    end: int
    digits_end: int
    kind: NumeralKind
    text: str
    amount: Decimal | None = None
    step: Decimal = Decimal(1)

    @property
    def measures(self) -> bool:
        """Whether it counts or measures something."""
        return self.amount is not None and self.kind in MEASURING


_GAP = "[ \u00a0]"
_THIN = ("\u202f", "\u2009")
"""Spaces that are read as hard ones: in a set of signs so far apart they would make every shape slow to compile."""
_MONTHS_SHORT = "jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec"
_WORDS = "|".join(SMALL_NUMBERS[2:]) + "|tretton|fjorton|femton|sexton|sjutton|arton|nitton|tjugo"
_WORD_VALUES = {word: value for value, word in enumerate(_WORDS.split("|"), 2)}
_FIRSTS = "".join(sorted({sign for word in _WORD_VALUES for sign in (word[0], word[0].upper())}))
_YEAR = r"(?:19|20)\d\d"
_LEADS = (
    "tabell(?:en|erna)?|tab\\.|figur(?:en|erna)?|fig\\.|diagram(?:met)?|avsnitt(?:et|en)?|bilag(?:a|an|or|orna)|kapit(?:el|let)|kap\\.|"
    "not(?:en)?|fotnot(?:en)?|sid(?:a|an|or|orna)|s\\.|nr\\.?|nummer|punkt(?:en|erna)?|steg(?:et)?|version(?:en)?|del|fas|etapp|"
    "artikel|art\\.|veck(?:a|an|or|orna)|SNI|kod(?:en)?|dnr|diarienr|format|storleksklass"
)
_MEASURED = r"(?:%|(?:procent\w*|kr|kronor|tkr|mnkr|mkr|mdkr|miljon(?:er)?|miljard(?:er)?)\b)"
_POINTED = rf"(?:{_GAP}?(?:och|till|eller|[–-]){_GAP}?\d+[.,]\d+)?{_GAP}?{_MEASURED}"
"""What comes right after a decimal number whose sign is a point: else it is a time of day or a heading."""
# What has digits without measuring anything, the longest shapes first: those that begin with a letter, then all others.
_IN_WORDS: tuple[tuple[NumeralKind, str], ...] = (
    (NumeralKind.REGISTRY, rf"(?:SOU|Ds|SFS|[Pp]rop\.|[Ss]kr\.|[Bb]et\.|[Dd]ir\.|rskr\.){_GAP}*\d{{4}}(?:/\d{{2,4}})?:\w+"),
    (NumeralKind.REGISTRY, r"[A-ZÅÄÖ]{2,}(?:[/-]| )?\d+(?:[/-]\d+)+\b"),
    (NumeralKind.TIME, rf"(?i:kl\.?|klockan){_GAP}*\d{{1,2}}(?:[.:]\d\d)?(?:{_GAP}?[–-]{_GAP}?\d{{1,2}}(?:[.:]\d\d)?)?"),
    # Bounded: in a row of words joined by hyphens each of them would be tried to its end.
    (NumeralKind.NAME, r"[^\W\d_][\w-]{0,60}\d[\w-]*"),
    # A glance at the digits first: few words have them, and there are many leads.
    (NumeralKind.LABEL, rf"(?=[^\W\d_]++\.?{_GAP}\d)(?i:{_LEADS}){_GAP}\d+(?:\.\d+)*(?:{_GAP}?[–-]{_GAP}?\d+|"
                        rf"(?:,{_GAP}\d+)*{_GAP}och{_GAP}\d+)?(?!\d|,\d)"),
)  # fmt: skip
_IN_DIGITS: tuple[tuple[NumeralKind, str], ...] = (
    (NumeralKind.LIST, rf"\A\s*(?:\d{{1,2}}[.)]|\d{{1,2}}(?:\.\d{{1,2}})+\.?)(?=\s)(?!{_POINTED})"),
    (NumeralKind.LIST, r"\A\s*\d{1,2}(?=\s+[A-ZÅÄÖ][a-zåäö])"),
    # A note's number, in a file that has run its notes into the text.
    (NumeralKind.LIST, r"(?<=[.!?)”/]\s)\d{1,2}(?=\s[A-ZÅÄÖ][a-zåäö])|\b\d{1,2}(?=\s(?:www\.|https?://))"),
    (NumeralKind.NAME, r"%[0-9A-Fa-f]{2}\w*"),
    (NumeralKind.REGISTRY, r"\b\d{4}(?:/\d{2,4})?:\d+\b"),
    (NumeralKind.REGISTRY, r"\b\d+/\d{4}\b(?!:)|\b\d{6}-\d{4}\b"),
    (NumeralKind.DATE, rf"\b{_YEAR}-\d\d-\d\d\b|\b{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\b|"
                       rf"\b{_YEAR}-(?:0[1-9]|1[0-2])\b(?!\d)"),
    (
        NumeralKind.DATE,
        rf"\b\d{{1,2}}(?:{_GAP}?[–-]{_GAP}?\d{{1,2}})?{_GAP}(?i:{ANY_MONTH}|(?:{_MONTHS_SHORT})\b\.?)(?:{_GAP}{_YEAR}\b)?",
    ),
    (NumeralKind.DATE, r"\b\d{1,2}/\d{1,2}\b(?!\d)"),
    (NumeralKind.TIME, rf"\b\d{{1,2}}[.:]\d\d\b(?!,|{_POINTED})"),
    (NumeralKind.PARAGRAPH, rf"§§?{_GAP}*\d+(?:{_GAP}?[–-]{_GAP}?\d+)?|\b\d+{_GAP}*(?:kap\.|§§?|st\.(?={_GAP}*\d))"),
    (NumeralKind.REGISTRY, r"\b0\d{1,3}[-–/ ]\d{2,3}(?: ?\d{2,3}){1,3}\b|\+46[\d -]{6,}"),
    (NumeralKind.YEAR, rf"\b{_YEAR}/(?:{_YEAR}|\d\d)\b"),
    (NumeralKind.ORDINAL, r"\b\d+:(?:e|a|dje|de)\b"),
    (NumeralKind.NAME, rf"\b\d+(?:{_GAP}\d{{3}})*-[^\W\d_][\w-]*|\b\d+-tal\w*"),
    (NumeralKind.NAME, r"\b\d+[^\W\d_]+\w*"),
    (NumeralKind.NAME, r"\b\d+(?:\.\d+){2,}\b|\b\d{1,3}\(\d{1,3}\)|\b\d{1,2}:\d\b|\b\d{2}[:.]\d{3}\b"),
)  # fmt: skip
_SHAPES = (*_IN_WORDS, *_IN_DIGITS)
_NUMBER = (
    rf"(?<![\w.,/])(?P<sign>[−+±]|(?<![\w ])-|(?<= )-(?=\d))?"
    rf"(?P<whole>\d{{1,3}}(?:(?P<gap>{_GAP})\d{{3}}(?!\d)(?:(?P=gap)\d{{3}}(?!\d))*)|\d+)"
    rf"(?:,(?P<part>\d+)|\.(?P<pointed>\d{{1,2}})(?={_POINTED}))?(?![\w/]|,\d)"
)
_WORD_NUMBER = rf"(?<!-)(?=[{_FIRSTS}])(?P<word>(?i:{_WORDS}))(?![\w-])"
_SCALE = r"(?:(?P<thousand>tusen(?:tals?)?|t)|(?P<million>miljon(?:er)?|mn|m|milj\.)|(?P<billion>miljard(?:er)?|md))"
_UNIT = re.compile(
    rf"{_GAP}*(?:(?P<points>procentenhet(?:er|ers|en|erna)?|%-enhet(?:er)?|p\.?e\.)(?!\w)|(?P<percent>%|procent(?!\w))"
    rf"|(?P<pieces>st(?:ycken|\.)?(?!\w))"
    rf"|{_SCALE}{_GAP}*(?P<scaled_money>kr|kronor|SEK)(?!\w)"
    rf"|(?P<money>kr|kronor|SEK|:-)(?!\w)"
    rf"|(?P<bare>miljon(?:er)?|miljard(?:er)?|tusen)(?!\w))",
    re.IGNORECASE,
)
_NUMBERED = [f"(?P<s{n}>{shape})" for n, (_, shape) in enumerate(_SHAPES)]
_SCAN = re.compile(  # most of a text is inside words: one look there, before all shapes
    rf"(?<!\w)(?=[^\W\d_])(?:{'|'.join([*_NUMBERED[: len(_IN_WORDS)], _WORD_NUMBER])})"
    rf"|(?=[\d%§+±−-]|\A\s)(?:{'|'.join([*_NUMBERED[len(_IN_WORDS) :], _NUMBER])})"
)
_YEAR_ALONE = re.compile(_YEAR)
MOST_DIGITS = 40
"""With more of them a number measures nothing: it is longer than any fact can be."""
_BARE_SCALES = {"tusen": 3, "miljon": 6, "miljoner": 6, "miljard": 9, "miljarder": 9}


def numerals(text: str) -> tuple[Numeral, ...]:
    """Every number in a text, in order; digits in names, laws, addresses and the like are there, as what they are."""
    return tuple(_with_shared_units(list(_found(text)), text))


_SHARING = re.compile(r"\s*(?:och|till|eller|respektive|resp\.|[–-])\s*")


def _with_shared_units(found: list[Numeral], text: str) -> Iterator[Numeral]:
    """In "5,1 och 5,3 procent" and "10–15 procent" the unit is that of both."""
    for one, following in zip_longest(found, found[1:]):
        joined = following is not None and one.kind is NumeralKind.PLAIN and _SHARING.fullmatch(text, one.end, following.start)
        yield _in_unit_of(one, following) if joined and following is not None and following.measures else one


def _in_unit_of(one: Numeral, other: Numeral) -> Numeral:
    digits = one.text.replace(".", ",").partition(",")[2]
    scale = other.step.adjusted() + len(re.match(r"[\d \u00a0\u202f\u2009]*[,.]?(\d*)", other.text)[1])  # type: ignore[index]
    amount = one.amount.scaleb(scale) if one.amount is not None else None
    return one._replace(kind=other.kind, amount=amount, step=Decimal(1).scaleb(scale - len(digits)))


def _found(text: str) -> Iterator[Numeral]:
    at, plain = 0, text
    for thin in _THIN:
        plain = plain.replace(thin, "\u00a0")
    while found := _SCAN.search(plain, at):
        one = _numeral(found, text)
        yield one
        at = max(one.end, found.end())


def _numeral(found: re.Match[str], text: str) -> Numeral:
    if found["word"]:
        return _worded(found, text)
    if found["whole"]:
        return _number(found, text)
    kind = _SHAPES[int((found.lastgroup or "s0")[1:])][0]
    amount = Decimal(found[0][:4]) if kind is NumeralKind.YEAR else None
    return Numeral(found.start(), found.end(), found.end(), kind, text[found.start() : found.end()], amount)


def _worded(found: re.Match[str], text: str) -> Numeral:
    unit = _UNIT.match(found.string, found.end())
    kind, scale, end = _unit_of(unit, found.end())
    amount = Decimal(_WORD_VALUES[in_small(found["word"])]).scaleb(scale)
    kind = NumeralKind.WORD if kind is NumeralKind.PLAIN else kind
    return Numeral(found.start(), end, found.end(), kind, text[found.start() : end], amount, Decimal(1).scaleb(scale))


def _number(found: re.Match[str], text: str) -> Numeral:
    unit = _UNIT.match(found.string, found.end())
    whole, part = found["whole"], found["part"] or found["pointed"] or ""
    if unit is None and not part and not found["sign"] and _YEAR_ALONE.fullmatch(whole):
        return Numeral(found.start(), found.end(), found.end(), NumeralKind.YEAR, whole, Decimal(whole))
    if len(whole) + len(part) > MOST_DIGITS:
        return Numeral(found.start(), found.end(), found.end(), NumeralKind.NAME, text[found.start() : found.end()], None)
    kind, scale, end = _unit_of(unit, found.end())
    digits = re.sub(r"\D", "", whole)
    amount = Decimal(f"{digits}.{part}" if part else digits).scaleb(scale)
    amount = -amount if found["sign"] in ("−", "-") else amount
    return Numeral(found.start(), end, found.end(), kind, text[found.start() : end], amount, Decimal(1).scaleb(scale - len(part)))


def _unit_of(unit: re.Match[str] | None, end: int) -> tuple[NumeralKind, int, int]:
    """What a unit makes of the number before it, its power of ten and where it ends."""
    if unit is None:
        return NumeralKind.PLAIN, 0, end
    scale = 3 if unit["thousand"] else 6 if unit["million"] else 9 if unit["billion"] else 0
    if unit["bare"]:
        return NumeralKind.PLAIN, _BARE_SCALES[in_small(unit["bare"])], unit.end()
    kinds = (("points", NumeralKind.POINTS), ("percent", NumeralKind.PERCENT), ("pieces", NumeralKind.PIECES))
    return next((kind for name, kind in kinds if unit[name]), NumeralKind.MONEY), scale, unit.end()

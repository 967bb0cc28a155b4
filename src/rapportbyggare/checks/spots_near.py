"""Which place and which year the words round a number give it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.reading import Sentence, Spot
from rapportbyggare.typography.dates import ANY_MONTH
from rapportbyggare.typography.numerals import Numeral, NumeralKind

END = lazy(r"[.;:()]|,(?!\d)|\s(?:och|men|medan|samt|respektive|följt?d? av|mot|jämfört med|än|vilket|där)\s")
BREAK = lazy(r"[.;:()]|,(?!\d)|\s(?:och|men|medan|samt)\s")
COMPARED = lazy(r"\b(?:jämför\w*|än|från|till|mot|sedan|före|innan|jämte)\b|–", re.IGNORECASE)
MEANWHILE = lazy(r"\bmellan\b")
AT_ONCE = lazy(r"till|från", re.IGNORECASE)
PERIOD = lazy(rf"\s+(?:i\s+|den\s+|år\s+|året\s+|våren\s+|hösten\s+|räkenskapsåret\s+)?(?:(?:{ANY_MONTH})\s+)?", re.IGNORECASE)
YEAR_BEFORE = lazy(
    r"\b(?:året (?:före|innan|dessförinnan)|föregående år|ett år tidigare|förra året|i fjol|fjolårets?|närmast föregående)\b",
    re.IGNORECASE,
)
RESPECTIVELY = lazy(r"\b(?:respektive|resp\.)", re.IGNORECASE)
SOURCE = lazy(r"\b(?:statistik\w*|uppgift\w*|data|siffr\w+)\s+från\s+(?:i\s+)?(?:[a-zåäö]+\s+)?$", re.IGNORECASE)
FROM = lazy(r"\b(?:från|mellan)\s+(?:i\s+)?(?:[a-zåäö]+\s+)?$", re.IGNORECASE)
TO = lazy(r"[^.;:()]*?\b(?:till|och)\s+(?:i\s+)?(?:[a-zåäö]+\s+)?", re.IGNORECASE)
OTHER_YEAR = lazy(
    r"\b(?:år(?:et)? senare|året (?:därpå|efter)|därefter|däremellan|dessemellan|"
    r"dessförinnan|sedan dess|både|nu|numera|i dag|år tidigare|följ(?:ts|des|t) av|för att sedan|"
    r"och sedan (?=(?:sjunk|sjönk|ök|minsk|föll|steg))\w+|"
    r"(?:första|andra|sista|båda|två)\s+(?:mät|projekt)?(?:år(?:et|en)?|period\w+))\b",
    re.IGNORECASE,
)


class Values(NamedTuple):
    """The places or years a number may have; `sure` when the words leave no choice."""

    values: tuple[str, ...]
    sure: bool


def after(sentence: Sentence, number: Numeral) -> tuple[int, int]:
    """The stretch right after a number that still speaks of it, a parenthesis at once included."""
    text, start = sentence.line.text, number.end
    opened = re.match(r"\s*\(", text[start : start + 4])
    begin = start + opened.end() if opened else start
    found = END.search(text, begin, sentence.end)
    end = found.start() if found else sentence.end
    following = next((one.start for one in sentence.numbers if one.start >= number.end and _counts(one)), end)
    return begin, max(begin, min(end, following))


def before(sentence: Sentence, number: Numeral) -> tuple[int, int]:
    """The stretch between the number before and this one."""
    ends = [one.end for one in sentence.numbers if one.end <= number.start and _counts(one)]
    return (ends[-1] if ends else sentence.start), number.start


def _counts(one: Numeral) -> bool:
    return one.measures and one.kind is not NumeralKind.WORD


def near(sentence: Sentence, number: Numeral, spots: Sequence[Spot]) -> Values:
    """The spot right after a number, else the nearest before it, else all there are; never one it is compared with."""
    if spot := aligned(sentence, number, spots) or _beside(sentence, number, spots):
        return Values((spot.value,), True)
    begin, end = after(sentence, number)
    whole = [one for one in spots if not (one.weak and _of_whole(sentence, one))]
    if found := [one for one in whole if begin <= one.start < end and not _compared(sentence, begin, one)]:
        return Values((found[0].value,), True)
    own = [one for one in whole if not _in_comparison(sentence, one)]
    strong = [one for one in own if not one.weak] or own
    every = tuple(dict.fromkeys(one.value for one in (strong or whole or spots)))
    if not strong:
        return Values(every, False)
    if len({one.value for one in own}) == 1 and len(own) == len(whole):
        return Values((own[0].value,), True)
    earlier = [one for one in own if one.end <= number.start]
    if earlier and not earlier[-1].weak and _alone(earlier):
        return Values((earlier[-1].value,), True)
    return Values(tuple(dict.fromkeys(one.value for one in own)), len({one.value for one in own}) == 1)


def aligned(sentence: Sentence, number: Numeral, spots: Sequence[Spot]) -> Spot | None:
    """The spot in the number's own order, in "632, 643 respektive 614 … 2023, 2024 och 2025" and "från 43 till 46 mellan …"."""
    numbers = [one for one in sentence.measuring if one.kind is number.kind]
    if pair := _moved(sentence, numbers, spots):
        return pair[numbers.index(number)] if number in numbers[:2] else None
    ordered = len(numbers) == len(spots) > 1 and not any(one.weak for one in spots) and number in numbers
    apart = ordered and (numbers[-1].end <= spots[0].start or spots[-1].end <= numbers[0].start)
    if not apart or not (RESPECTIVELY.search(sentence.text) or _from_to(sentence, numbers, spots)):
        return None
    return spots[numbers.index(number)]


def _beside(sentence: Sentence, number: Numeral, spots: Sequence[Spot]) -> Spot | None:
    """The place right before a number, in a list of places each with its own ("Berg 63, Bräcke 43, Ragunda 37")."""
    text = sentence.line.text
    found = [
        one for one in spots if not one.value.isdigit() and not one.weak and text[one.end : number.start] in (" ", "\u00a0", " (")
    ]
    return found[0] if found else None


def _moved(sentence: Sentence, numbers: Sequence[Numeral], spots: Sequence[Spot]) -> Sequence[Spot]:
    """The two years of a sentence whose first two numbers are the old and the new one, more numbers after them or not."""
    years = len(spots) == 2 and spots[0].value.isdigit()
    return spots if years and len(numbers) > 1 and _from_to(sentence, numbers[:2], spots) else ()


def _from_to(sentence: Sentence, numbers: Sequence[Numeral], spots: Sequence[Spot]) -> bool:
    """Whether two numbers are an old and a new one, and two years the ones they are of."""
    text = sentence.line.text
    if len(numbers) != 2 or not spots[0].value.isdigit() or spots[0].value >= spots[1].value:
        return False
    return all(
        FROM.search(text[sentence.start : one.start]) and TO.fullmatch(text[one.end : other.start])
        for one, other in ((numbers[0], numbers[1]), (spots[0], spots[1]))
    )


def _of_whole(sentence: Sentence, spot: Spot) -> bool:
    """Whether a general word for the county is what something is a part of ("av länets", "länets kommuner")."""
    text = sentence.line.text
    return text[spot.start : spot.end].lower() == "länets" or text[: spot.start].endswith(("av ", "Av "))


def _compared(sentence: Sentence, begin: int, spot: Spot) -> bool:
    """Whether the words between a number and a spot hold them against each other; "till" and "från" only right before it."""
    return MEANWHILE.search(sentence.line.text, begin, spot.start) is not None or any(
        AT_ONCE.match(one[0]) is None or PERIOD.fullmatch(sentence.line.text, one.end(), spot.start)
        for one in COMPARED.finditer(sentence.line.text, begin, spot.start)
    )


def _alone(earlier: list[Spot]) -> bool:
    """Whether the last spot before is not one of a list ("2023, 2024 och 2025")."""
    return len(earlier) < 2 or earlier[-1].start - earlier[-2].end > 6


def _in_comparison(sentence: Sentence, spot: Spot) -> bool:
    """Whether the words before a spot hold it against another ("jämfört med juli 2024")."""
    text = sentence.line.text[max(sentence.start, spot.start - 40) : spot.start]
    parts = BREAK.split(text)
    return COMPARED.search(parts[-1]) is not None and SOURCE.search(parts[-1]) is None

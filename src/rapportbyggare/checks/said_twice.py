"""The same thing said twice with different numbers, when the dataset knows neither.

"Under 2024 deltog 34 företag i rådgivningen" and, elsewhere, "i rådgivningen deltog 43 företag under 2024": what is counted,
the year, the places and the telling words must be the same. Silent about changes and parts, about sentences with several numbers
of a sort, about numbers that are one another rounded, and about quotations.
"""

import re
from collections.abc import Iterable, Iterator

from rapportbyggare.checks import claims_messages as messages
from rapportbyggare.checks.changes_near import is_change
from rapportbyggare.checks.judgement import Judgement, Outcome
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.printed_amounts import is_printed
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.stems import WORD, stem
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.numerals import Numeral, NumeralKind

PARTS = lazy(
    r"\b(?:varav|ytterligare|av dem|av dessa|nya|andra|övriga|resterande|minst|högst|mellan|dag|dagar|gång|gånger|tillfäll\w+|"
    r"första|sista|respektive|vardera|per|mål\w*|plan\w*|budget\w*)\b",
    re.IGNORECASE,
)
TELLING, SHARED, MOST = 3, 0.75, 8
Thing = tuple[NumeralKind, str, frozenset[str], frozenset[str]]


def said_twice(reading: Reading, judged: Iterable[Judgement]) -> Iterator[Problem]:
    """The later of two numbers for the same thing."""
    seen: dict[Thing, list[Judgement]] = {}
    for one in judged:
        thing = _thing(one)
        if thing is None:
            continue
        earlier = seen.setdefault(thing, [])
        if other := next((each for each in earlier if _same(each, one)), None):
            if _differs(other, one):
                place = one.sentence.line.at(one.number.start, one.number.end)
                yield messages.said_otherwise(place, one.number.text, other.number.text, other.sentence.line.where)
        elif len(earlier) < MOST:
            earlier.append(one)


def _thing(one: Judgement) -> Thing | None:
    """What is counted, when and where; None when the sentence does not say just that."""
    sentence, number = one.sentence, one.number
    alike = [each for each in sentence.measuring if each.kind is number.kind]
    years = frozenset(each.value for each in sentence.years)
    counted = _counted(sentence, number)
    spoken = one.outcome is Outcome.UNKNOWN and sentence.line.part in ("stycke", "not") and len(alike) == 1 and len(years) == 1
    if not spoken or not counted or is_change(sentence, number) or PARTS.search(sentence.text):
        return None
    return number.kind, counted, years, frozenset(each.value for each in sentence.areas)


def _counted(sentence: Sentence, number: Numeral) -> str:
    """The stem of what is counted, or for a share or an amount only that it is one."""
    if number.kind not in (NumeralKind.PLAIN, NumeralKind.PIECES):
        return str(number.kind.value)
    words = WORD.findall(sentence.line.text[number.end : min(sentence.end, number.end + 40)])
    return stem(words[0]) if words and not words[0][0].isdigit() else ""


def _telling(sentence: Sentence) -> frozenset[str]:
    return frozenset(one for one in sentence.stems if len(one) > TELLING and not one[0].isdigit())


def _same(one: Judgement, other: Judgement) -> bool:
    """Whether nearly all the words of the shorter sentence are the other's too."""
    first, second = sorted((_telling(one.sentence), _telling(other.sentence)), key=len)
    shared = len(first & second)
    if one.sentence is other.sentence or len(second) > 3 * len(first):
        return False
    return shared >= SHARED * len(first) if shared >= TELLING else shared == len(first) == len(second) == 2


def _differs(one: Judgement, other: Judgement) -> bool:
    first, second = one.number, other.number
    if first.amount is None or second.amount is None:
        return False
    return not (is_printed(first, second.amount, one.sentence) or is_printed(second, first.amount, other.sentence))

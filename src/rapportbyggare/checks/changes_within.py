"""A typed change beside the two numbers it is between: "från 643 till 614, en minskning med 29, eller 4,5 procent".

The sentence must hold two levels of one sort and nothing else but the change, in one or two ways. Between two shares the
difference is in percentage points, between two other numbers never. Silent when there are more numbers, and when the levels are
not said to be where something came from and went to, save when the difference has just the change's digits.
"""

import re
from decimal import Decimal
from itertools import pairwise

from rapportbyggare.checks import relations_messages as messages
from rapportbyggare.checks.changes_near import is_change
from rapportbyggare.checks.judgement import Judgement, Outcome
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.reading import Sentence
from rapportbyggare.core.figure import Format, Unit
from rapportbyggare.typography.numbers import write_amount
from rapportbyggare.typography.numerals import Numeral, NumeralKind

FROM = lazy(r"\bfrån\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
TO = lazy(r"[^.;:()]*\btill\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
BACK = lazy(r"\s*(?:Det|Detta|Den|Andelen|Antalet|Beloppet|Omsättningen)\b")
HALF = Decimal("0.5")
MOST = 8
"""Numbers of a sentence among which two levels may be alone."""
Levels = tuple[Numeral, Numeral]
"""What something was, and what it became."""


def judged_within(sentence: Sentence, number: Numeral) -> Judgement | None:
    """What a change is by the two levels beside it; None when they are not there, or do not tell."""
    levels, moved = _levels(sentence, number)
    if levels is None or number.amount is None:
        return None
    if number.kind in (NumeralKind.PERCENT, NumeralKind.POINTS):
        return _of_rate(sentence, number, levels, moved)
    return _of_size(sentence, number, levels, moved)


def _of_rate(sentence: Sentence, number: Numeral, levels: Levels, moved: bool) -> Judgement | None:
    """A change in percent or percentage points: between shares the difference is in points, and growth never is."""
    points, shares = number.kind is NumeralKind.POINTS, levels[0].kind is NumeralKind.PERCENT
    size, difference, growth = abs(number.amount or Decimal(0)), _difference(levels), _growth(levels)
    away = None if growth is None else abs(growth - size)
    grown = away is not None and away <= _growth_slack(levels, number)
    if shares and abs(difference - size) <= _slack(levels, number):
        exactly = away is not None and away * 2 <= number.step
        if points or not grown or (difference == size and not exactly):
            return _in_unit(sentence, number, levels, "procentenheter", points)
    if grown:
        return _in_unit(sentence, number, levels, "procent", not points)
    amount = difference if points else growth
    return _otherwise(sentence, number, levels, amount) if moved and amount is not None else None


def _of_size(sentence: Sentence, number: Numeral, levels: Levels, moved: bool) -> Judgement | None:
    """A change in what the levels count."""
    if number.kind is not levels[0].kind and NumeralKind.MONEY in (number.kind, levels[0].kind):
        return None
    whole = number.step == 1 and levels[0].step == 1
    slack = _slack(levels, number) - (number.step / 2 if whole else 0)
    if abs(_difference(levels) - abs(number.amount or Decimal(0))) <= slack:
        return Judgement(sentence, number, Outcome.KNOWN)
    shares = levels[0].kind is NumeralKind.PERCENT
    return _otherwise(sentence, number, levels, _difference(levels)) if moved and not shares else None


def _in_unit(sentence: Sentence, number: Numeral, levels: Levels, unit: str, right: bool) -> Judgement:
    """A change of the right size, in the `right` unit or not."""
    if right:
        return Judgement(sentence, number, Outcome.KNOWN)
    place = sentence.line.at(number.start, number.end)
    problem = messages.points_between(place, number.text, levels[0].text, levels[1].text, unit)
    return Judgement(sentence, number, Outcome.CONTRADICTED, problem)


def _amounts(levels: Levels) -> tuple[Decimal, Decimal]:
    return levels[0].amount or Decimal(0), levels[1].amount or Decimal(0)


def _difference(levels: Levels) -> Decimal:
    old, new = _amounts(levels)
    return abs(new - old)


def _growth(levels: Levels) -> Decimal | None:
    """The change in percent; None from nothing."""
    old, _ = _amounts(levels)
    return _difference(levels) / old * 100 if old else None


def _slack(levels: Levels, number: Numeral) -> Decimal:
    """How far a printed difference may be from the one of two rounded levels."""
    return (levels[0].step + levels[1].step + number.step) / 2


def _otherwise(sentence: Sentence, number: Numeral, levels: Levels, amount: Decimal) -> Judgement:
    unit = {NumeralKind.PERCENT: Unit.PERCENT, NumeralKind.POINTS: Unit.POINTS, NumeralKind.MONEY: Unit.KRONOR}.get(number.kind)
    decimals = max(0, -int(min(number.step, HALF * 2).adjusted()))
    expected = write_amount(amount, Format(unit or Unit.COUNT, decimals))
    place = sentence.line.at(number.start, number.end)
    problem = messages.changed_between(place, number.text, levels[0].text, levels[1].text, expected)
    return Judgement(sentence, number, Outcome.CONTRADICTED, problem)


def _growth_slack(levels: Levels, number: Numeral) -> Decimal:
    """How far a printed growth may be from the one of two rounded levels."""
    old, new = (abs(one.amount or Decimal(0)) for one in levels)
    rounding = (levels[0].step * new / old + levels[1].step) / 2 / old * 100 if old and levels[0].step != 1 else Decimal(0)
    return rounding + number.step / 2


def _levels(sentence: Sentence, number: Numeral) -> tuple[Levels | None, bool]:
    """The two levels that a change is between, and whether the words say "från … till …"."""
    every = sentence.measuring
    if len(every) > MOST:
        return None, False
    found = [one for one in every if not is_change(sentence, one)]
    others = [one for one in every if one is not number and one not in found and one.kind is number.kind]
    holder = sentence
    if not found and sentence.before and BACK.match(sentence.text):
        holder = sentence.before[-1]
        found = [one for one in holder.measuring if not is_change(holder, one)]
    if len(found) == 1 and sentence.before and number.kind is NumeralKind.PERCENT:
        earlier = [one for one in sentence.before[-1].measuring if one.kind is found[0].kind]
        if len(earlier) == 1 and not is_change(sentence.before[-1], earlier[0]) and not others and found[0].kind is number.kind:
            return (earlier[0], found[0]), False
    if len(found) != 2 or others or found[0].kind is not found[1].kind:
        return None, False
    text = holder.line.text
    (one, other), *_ = pairwise(found)
    moved = FROM.search(text, holder.start, one.start) is not None and TO.fullmatch(text, one.end, other.start) is not None
    return (one, other), moved and holder is sentence

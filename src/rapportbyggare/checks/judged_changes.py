"""Typed numbers that say how much something has changed, or what part of the county something is."""

from decimal import Decimal

from rapportbyggare.checks import claims_messages
from rapportbyggare.checks import figures_messages as messages
from rapportbyggare.checks.changes_near import changes, is_part, parts_of_whole, way_of_change, whole_words
from rapportbyggare.checks.changes_within import judged_within
from rapportbyggare.checks.facts_near import UNITS, Near, facts_near, sort_of
from rapportbyggare.checks.judgement import Judgement, Outcome
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.printed_amounts import is_printed
from rapportbyggare.checks.reading import Reading, Sentence
from rapportbyggare.checks.spoken_of import is_subset
from rapportbyggare.checks.spots_near import OTHER_YEAR
from rapportbyggare.checks.stems import WORD, alike, stem
from rapportbyggare.checks.subject import PieceKind
from rapportbyggare.core.figure import Format, Observation, Unit
from rapportbyggare.typography.numbers import write_amount
from rapportbyggare.typography.numerals import Numeral, NumeralKind

ELSEWHERE = lazy(r"\s*(?:[\w-]+\s+){0,3}än\s+(?!(?:[a-zåäö]+\s+)?(?:20\d\d|år|i fjol|före|förra|tidigare))")
THOUSAND = 1000


def judged_change(reading: Reading, sentence: Sentence, number: Numeral) -> Judgement:
    """What a number is that says how much something has changed."""
    if within := judged_within(sentence, number):
        return within
    units = (Unit.PERCENT,) if number.kind is NumeralKind.POINTS else tuple(Unit)
    units = UNITS[number.kind] if number.kind not in (NumeralKind.PERCENT, NumeralKind.POINTS) else units
    near_by = facts_near(reading, sentence, number, sort_of(sentence) or units if number.kind is NumeralKind.PERCENT else units)
    found = list(changes(reading, near_by, number, sentence))
    printed = [one for one in found if is_printed(number, one[0], sentence)]
    if printed:
        return _turned(reading, sentence, number, near_by, printed) or Judgement(
            sentence, number, Outcome.KNOWN, fact=printed[0][1]
        )
    if bare := _bare_change(reading, sentence, number, near_by):
        return bare
    meaning = near_by.meaning
    mine = [one for one in found if meaning and one[1].key[:2] == (meaning.indicator.name, meaning.measure.name)]
    if OTHER_YEAR.search(sentence.text) or ELSEWHERE.match(sentence.line.text[number.end : sentence.end]):
        return Judgement(sentence, number, Outcome.UNKNOWN)
    if not mine or not near_by.areas.sure or meaning is None or is_subset(sentence, number, meaning):
        return Judgement(sentence, number, Outcome.UNKNOWN)
    amount, new, old = mine[0]
    decimals = max(0, -int(number.step.adjusted()))
    unit = {NumeralKind.PERCENT: Unit.PERCENT, NumeralKind.POINTS: Unit.POINTS}.get(number.kind, meaning.measure.unit)
    expected = write_amount(abs(amount), Format(unit, decimals))
    place = sentence.line.at(number.start, number.end)
    problem = messages.changed_otherwise(reading.subject.dataset, place, number.text, expected, new, old)
    return Judgement(sentence, number, Outcome.CONTRADICTED, problem, new)


def _turned(
    reading: Reading, sentence: Sentence, number: Numeral, near_by: Near, printed: list[tuple[Decimal, Observation, Observation]]
) -> Judgement | None:
    """A change of the right size that the word beside it turns the wrong way ("steg med 60 000 kr")."""
    word = way_of_change(sentence, number)
    meaning = near_by.meaning
    mine = [one for one in printed if meaning and one[1].key[:2] == (meaning.indicator.name, meaning.measure.name)]
    if word is None or not mine or len(mine) < len(printed) or any((amount > 0) is bool(word["up"]) for amount, _, _ in mine):
        return None
    if not all(one.kind is PieceKind.TYPED for one in sentence.line.between(*word.span())) or not near_by.areas.sure:
        return None
    _, new, old = mine[0]
    problem = claims_messages.direction(reading.subject.dataset, sentence.line.at(*word.span()), word[0], new, old)
    return Judgement(sentence, number, Outcome.CONTRADICTED, problem, new)


def _bare_change(reading: Reading, sentence: Sentence, number: Numeral, near_by: Near) -> Judgement | None:
    """A change with the digits of a percentage or an amount in kronor, and nothing to say so."""
    kinds = (NumeralKind.PERCENT, NumeralKind.MONEY) if number.kind is NumeralKind.PLAIN else ()
    for kind in kinds:
        if number.step == 1 and (kind is NumeralKind.PERCENT or (number.amount or 0) < THOUSAND):
            continue
        worded = number._replace(kind=kind)
        units = tuple(Unit) if kind is NumeralKind.PERCENT else (Unit.KRONOR,)
        for amount, new, _ in changes(reading, facts_near(reading, sentence, number, units), worded, sentence):
            if is_printed(worded, amount):
                place = sentence.line.at(number.start, number.end)
                unit = "%" if kind is NumeralKind.PERCENT else "kr"
                return Judgement(sentence, number, Outcome.CONTRADICTED, messages.unit_lacking(place, number.text, unit), new)
    return None


def judged_part(reading: Reading, sentence: Sentence, number: Numeral, near_by: Near) -> Judgement | None:
    """What a percentage is when it may be a part of the county\'s; None when it is not."""
    found = list(parts_of_whole(reading, near_by, number))
    for amount, _, _, _ in found:
        if is_printed(number, amount, sentence):
            return Judgement(sentence, number, Outcome.KNOWN)
    if not is_part(sentence, number) or not near_by.areas.sure:
        return None
    stems = {stem(word) for word in WORD.findall(whole_words(sentence, number))}
    counted = [one for one in found if one[1].label and all(any(alike(mine, other) for other in stems) for mine in one[1].label)]
    if not counted:
        return None
    amount, meaning, year, county = counted[0]
    expected = messages.percent(amount, max(0, -int(number.step.adjusted())))
    area = near_by.areas.values[0]
    numbers = f"{meaning.indicator.label}, {year}, {area} delat med {county}"
    place = sentence.line.at(number.start, number.end)
    problem = messages.other_part(place, number.text, expected, f"{area} som del av {county}", numbers)
    return Judgement(sentence, number, Outcome.CONTRADICTED, problem)

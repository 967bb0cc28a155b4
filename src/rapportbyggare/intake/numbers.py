"""What number a cell holds. Nothing is guessed: what can mean two things is asked about."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rapportbyggare.core.figure import Status
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake import number_messages as messages
from rapportbyggare.intake.cells import Cell, fold
from rapportbyggare.intake.columns import NumberUnit, Word
from rapportbyggare.typography.numbers import parse_number

LONGEST = 40
_WITH_UNIT = re.compile(r"(?P<number>.*?[0-9])\s*(?P<unit>%|procent|kr|kronor|tkr|mnkr|mkr|mdkr|st)", re.IGNORECASE)
_UNITS = {
    **{"%": NumberUnit.PERCENT, "procent": NumberUnit.PERCENT, "kr": NumberUnit.KRONOR, "kronor": NumberUnit.KRONOR},
    **{"tkr": NumberUnit.THOUSANDS, "mnkr": NumberUnit.MILLIONS, "mkr": NumberUnit.MILLIONS, "mdkr": NumberUnit.BILLIONS},
    "st": NumberUnit.PIECES,
}
_SHARES = (NumberUnit.PERCENT, NumberUnit.SHARE)
_COUNTS = (NumberUnit.COUNT, NumberUnit.PIECES)
_PERCENT_FACTOR = Decimal(100)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in the catalogue's unit (kronor, percent, a count); `as_text` when the cell holds it as text."""

    value: Decimal
    as_text: bool = False


@dataclass(frozen=True, slots=True)
class Absent:
    """A known reason why there is no number; `measured` is the year it will be, when the cell says."""

    status: Status
    measured: int | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """How a file's numbers are written.

    `unit` is what they are in (None: no unit is known, and the number is taken as it is), `words` what may stand in
    place of a number (nothing may when `map_file` is ""). With `said` a small number of percent needs no sign, since
    the file itself says its unit. With `beyond` a percentage may be under 0 or over 100.
    """

    unit: NumberUnit | None
    words: tuple[Word, ...]
    map_file: str
    said: bool = False
    beyond: bool = False


def read_amount(cell: Cell, place: Place, written: Written) -> Amount | Absent | Problem:
    """The number of a cell, why there is none, or what is wrong with it; `place` is the cell's."""
    if cell.unknown:
        return messages.no_saved_result(place)
    if cell.error:
        return messages.error_cell(place, str(cell.value), written.map_file)
    match cell.value:
        case Decimal() as number:
            return _merged(cell, place) or _numeric(number, cell, place, written)
        case date() as day:
            return messages.date_for_number(place, day)
        case bool():
            return messages.truth_for_number(place, written.map_file)
        case _:
            return _text(cell, place, written)


def word_for(text: str, words: Iterable[Word]) -> Amount | Absent | None:
    """What a text in place of a number means ("" is a blank cell); None when the map does not say."""
    folded = fold(text)
    for word in words:
        if match := word.pattern.fullmatch(folded):
            year = int(match[1]) if word.pattern.groups else None
            return Amount(Decimal(0)) if word.status is None else Absent(word.status, year)
    return None


def _merged(cell: Cell, place: Place) -> Problem | None:
    return messages.merged_number(place) if cell.merged else None


def _text(cell: Cell, place: Place, written: Written) -> Amount | Absent | Problem:
    text = cell.text
    meant = word_for(text, written.words)
    if meant is not None:
        return meant
    if not text:
        return messages.blank(place, written.map_file)
    number = parse_number(text) if len(text) < LONGEST else None
    if number is not None:
        return _merged(cell, place) or _numeric(number, cell, place, written, as_text=True)
    match = _WITH_UNIT.fullmatch(text)
    number = parse_number(match["number"]) if match and len(text) < LONGEST else None
    if match is None or number is None:
        return messages.not_a_number(place, text, written.map_file)
    return _merged(cell, place) or _with_unit(number, _UNITS[match["unit"].casefold()], text, place, written)


def says_unit(cell: Cell) -> bool:
    """Whether a cell itself says what its number is in: by a unit after it, or by being shown in percent."""
    return cell.percent or bool(_WITH_UNIT.fullmatch(cell.text))


def _with_unit(number: Decimal, unit: NumberUnit, text: str, place: Place, written: Written) -> Amount | Problem:
    """A number whose unit stands in the cell: it must be the one the map tells of."""
    wanted = written.unit
    alike = wanted is None or wanted is unit or (wanted in _SHARES and unit in _SHARES) or (wanted in _COUNTS and unit in _COUNTS)
    if wanted is None or not alike:
        return messages.other_unit(place, text, unit.value, wanted.value if wanted else "")
    if _is_no_count(number, wanted):
        return messages.not_a_count(place, text)
    return _within(Amount(_times(number, unit.factor), as_text=True), wanted, place, written)


def _numeric(number: Decimal, cell: Cell, place: Place, written: Written, as_text: bool = False) -> Amount | Problem:
    unit = written.unit
    if unit is None:
        return Amount(number, as_text)
    if fault := _misfit(number, unit, cell, place, written, as_text):
        return fault
    return _within(Amount(_times(number, _PERCENT_FACTOR if cell.percent else unit.factor), as_text), unit, place, written)


def _within(amount: Amount, unit: NumberUnit, place: Place, written: Written) -> Amount | Problem:
    """The amount, unless it is a percentage that no share can be."""
    if unit not in _SHARES or written.beyond or 0 <= amount.value <= _PERCENT_FACTOR:
        return amount
    return messages.outside_hundred(place, amount.value, written.map_file)


def _misfit(number: Decimal, unit: NumberUnit, cell: Cell, place: Place, written: Written, as_text: bool) -> Problem | None:
    """Why a number cannot be what the unit says, or can be two things."""
    if cell.mixed:
        return messages.shown_in_two_ways(place, number)
    if cell.percent:
        return None if unit in _SHARES else messages.percent_elsewhere(place, number, unit.value)
    if cell.scaled and unit is not NumberUnit.KRONOR:
        return messages.shown_scaled(place, number, unit.value)
    if unit is NumberUnit.PERCENT and not written.said and 0 < abs(number) < 1:
        return messages.share_or_percent(place, number)
    if unit is NumberUnit.SHARE and abs(number) > 1 and not written.beyond:
        return messages.no_share(place, number)
    if _is_no_count(number, unit):
        return messages.not_a_count(place, messages.shown(number))
    three = as_text and number.as_tuple().exponent == -3
    return messages.thousands_or_decimals(place, cell.text) if unit is NumberUnit.KRONOR and three else None


def _is_no_count(number: Decimal, unit: NumberUnit) -> bool:
    return unit in _COUNTS and (number < 0 or number != number.to_integral_value())


def _times(number: Decimal, factor: Decimal) -> Decimal:
    """The product, without the zeros that only tell how it was made (0,051 is 5,1 %, not 5,100 %)."""
    return number if factor == 1 else Decimal(f"{(number * factor).normalize():f}")

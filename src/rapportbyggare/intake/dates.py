"""What year or day a cell holds."""

import re
from datetime import date
from decimal import Decimal

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake import date_messages as messages
from rapportbyggare.intake.cells import Cell
from rapportbyggare.intake.number_messages import no_saved_result, shown
from rapportbyggare.intake.serials import as_date

_FIRST, _LAST = 1900, 2100
_YEARS = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_TWO_YEARS = re.compile(r"(?<![0-9])(?:19|20)(?P<first>[0-9]{2})\s*[-\u2010-\u2015\u2212/]\s*(?P<second>[0-9]{2})(?![-0-9])")
_COMPACT = re.compile(r"([12][0-9]{3})(0[1-9]|1[0-2])([0-3][0-9])")
_LIKELY_SERIALS = range(20_000, 80_000)


def read_year(cell: Cell, place: Place) -> int | Problem:
    """The year a cell tells of: a number, a date's year, or a text with one year in it ("juli 2025")."""
    if cell.unknown:
        return no_saved_result(place)
    match cell.value:
        case Decimal() as number:
            return _year_of_number(number, place)
        case date() as day:
            return day.year
        case str() as text if not cell.error:
            years = set(years_in(text))
            return years.pop() if len(years) == 1 and not spans_years(text) else messages.not_a_year(place, cell.text)
        case _:
            return messages.not_a_year(place, str(cell.value or ""))


def read_day(cell: Cell, place: Place) -> date | Problem:
    """The day a cell holds: a date, a day's serial number in Excel, or a text (2025-09-03, 20250903)."""
    if cell.unknown:
        return no_saved_result(place)
    match cell.value:
        case date() as day:
            return day
        case Decimal() as number:
            found = _day_of_text(cell.text) or (as_date(number, False) if int(number) in _LIKELY_SERIALS else None)
            return found or messages.not_a_day(place, shown(number))
        case str():
            return _day_of_text(cell.text) or messages.not_a_day(place, cell.text)
        case _:
            return messages.not_a_day(place, "")


def years_in(text: str) -> tuple[int, ...]:
    """The years that stand in a text, in order."""
    return tuple(int(found) for found in _YEARS.findall(text))


def spans_years(text: str) -> bool:
    """Whether a text tells of a period over a new year: "2024-25", "2024/25"; "2024-07" is a month."""
    found = _TWO_YEARS.search(text)
    return found is not None and not (1 <= int(found["second"]) <= 12 and int(found["second"]) != (int(found["first"]) + 1) % 100)


def last_year(extract: str) -> int | None:
    """The last year that an extract (ISO) can tell of: the one after it; None when the extract is not known."""
    return int(extract[:4]) + 1 if extract else None


def _year_of_number(number: Decimal, place: Place) -> int | Problem:
    if number == number.to_integral_value() and _FIRST <= number <= _LAST:
        return int(number)
    day = as_date(number, False) if int(number) in _LIKELY_SERIALS else None
    return messages.serial_for_year(place, number, day) if day else messages.not_a_year(place, shown(number))


def _day_of_text(text: str) -> date | None:
    compact = _COMPACT.fullmatch(text)
    try:
        return date.fromisoformat("-".join(compact.groups()) if compact else text)
    except ValueError:
        return None

"""A point in the archive's time: the end of a day, or when an entry of the index had just been made."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapportbyggare.core.dataset import Delivery
from rapportbyggare.core.problem import Problem
from rapportbyggare.data import moment_messages
from rapportbyggare.typography.dates import is_date, is_month

_NUMBER = re.compile(r"(?:leverans(?:\s+|-)?)?0*([1-9][0-9]{0,5})", re.IGNORECASE)


class Moment(NamedTuple):
    """What had happened by the end of `date` (ISO); with a `number`, that day only the entries up to it."""

    date: str
    number: int = 0

    def __str__(self) -> str:
        return f"leverans {self.number}" if self.number else self.date

    def holds(self, day: str, number: int) -> bool:
        """Whether the entry with this number, made on this day, had been made."""
        return day < self.date or (day == self.date and (not self.number or number <= self.number))


END = Moment("9999-12-31")


def moment(text: str, deliveries: Iterable[Delivery]) -> Moment | Problem:
    """What "2025-09-03", "2025-09" (its last day), "leverans 2" or "2" means; the number may be a withdrawal's."""
    words = text.strip()
    if is_date(words):
        return Moment(words)
    if is_month(words):
        return Moment(_last_day(words))
    number = _NUMBER.fullmatch(words)
    if not number:
        return moment_messages.not_a_moment(words)
    entries = _entries(deliveries)
    found = int(number[1])
    return Moment(entries[found], found) if found in entries else moment_messages.no_such_entry(found, entries)


def moment_within(text: str, deliveries: Sequence[Delivery]) -> Moment | Problem:
    """What `text` means, as `moment` reads it, when something had been taken in by then."""
    when = moment(text, deliveries)
    if isinstance(when, Problem):
        return when
    entries = [(one.received, one.number) for one in deliveries]
    if not entries or any(when.holds(*entry) for entry in entries):
        return when
    return moment_messages.nothing_yet(str(when), min(entries)[0])


def _entries(deliveries: Iterable[Delivery]) -> dict[int, str]:
    """The day of each entry by its number, the withdrawals among them."""
    days = {}
    for one in deliveries:
        days[one.number] = one.received
        if one.withdrawn_by:
            days[one.withdrawn_by] = one.withdrawn
    return days


def _last_day(month: str) -> str:
    return next(day for day in (f"{month}-{number}" for number in (31, 30, 29, 28)) if is_date(day))

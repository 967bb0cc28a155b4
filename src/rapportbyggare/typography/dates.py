"""Dates: ISO in the data, words in prose."""

import re
from datetime import date

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
ANY_MONTH = "|".join(MONTHS)
"""A month's name, in a pattern."""
_DAY = re.compile(rf"(?<![0-9])[0-9]{{1,2}} (?:{ANY_MONTH})(?: [0-9]{{4}}\b)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")


def is_date(text: str) -> bool:
    """Whether `text` is a day of the calendar as 2025-10-14 and nothing else."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_month(text: str) -> bool:
    """Whether `text` is a month as 2025-07 and nothing else."""
    return _MONTH.fullmatch(text) is not None and not text.startswith("0000")


def write_date(iso: str) -> str:
    """A day in prose, "14 oktober 2025", with hard spaces; what is not an ISO date is returned as it stands."""
    if not is_date(iso):
        return iso
    year, month, day = iso.split("-")
    return f"{int(day)}\u00a0{MONTHS[int(month) - 1]}\u00a0{int(year)}"


def write_extract(text: str) -> str:
    """When a source was read: a month in words ("juli 2025"), a day as it stands ("2025-09-03")."""
    if not is_month(text):
        return text
    year, month = text.split("-")
    return f"{MONTHS[int(month) - 1]}\u00a0{int(year)}"


def kept_together(period: str) -> str:
    """A period in words, each day of it with hard spaces: "1 april 2024–31 mars 2025"."""
    return _DAY.sub(lambda found: found[0].replace(" ", "\u00a0"), period)

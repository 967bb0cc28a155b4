"""How long a period is, as its words say."""

import re
from functools import lru_cache

from rapportbyggare.typography.dates import ANY_MONTH, MONTHS
from rapportbyggare.typography.words import in_small

_POINT = re.compile(rf"(?:(\d{{1,2}})\s+)?({ANY_MONTH})(?:\s+(\d{{4}}))?", re.IGNORECASE)
_YEAR = re.compile(r"(?:(?:helåret|kalenderåret|räkenskapsåret|året|år)\s+)?\d{4}(?:/(?:\d{2}|\d{4}))?", re.IGNORECASE)
_YEARS = re.compile(r"(\d{4})\s*[–-]\s*(\d{4})")
_PARTS = (
    (re.compile(r"(?:första|andra|tredje|fjärde) kvartalet \d{4}|kvartal [1-4],? \d{4}", re.IGNORECASE), 3),
    (re.compile(r"(?:första|andra) halvåret \d{4}", re.IGNORECASE), 6),
    (_YEAR, 12),
)
_YEAR_OF_MONTHS = 12
_MIDDLE = 15


@lru_cache(maxsize=1024)
def months_of(period: str) -> int | None:
    """The number of months of a period such as "juli 2025" or "1 april 2024–31 mars 2025", None when nobody can say."""
    words = " ".join(period.split())
    for pattern, months in _PARTS:
        if pattern.fullmatch(words):
            return months
    if (years := _YEARS.fullmatch(words)) is not None:
        return max(int(years[2]) - int(years[1]) + 1, 0) * _YEAR_OF_MONTHS or None
    points = [
        _POINT.fullmatch(part.strip()) for part in re.split(r"\s*[–-]\s*|\s+till(?:\s+och\s+med)?\s+|\s+t\.o\.m\.\s+", words)
    ]
    match points:
        case [re.Match() as one] if one[3] and not one[1]:
            return 1
        case [re.Match() as start, re.Match() as end] if end[3]:
            return _between(start, end)
        case _:
            return None


def _between(start: re.Match[str], end: re.Match[str]) -> int | None:
    """The months from the first point to the last: a point in the first half of a month leaves the rest of it out."""
    first = _month(start, end[3]) + (int(start[1] or 1) > _MIDDLE)
    last = _month(end, end[3]) + (int(end[1] or _MIDDLE + 1) > _MIDDLE)
    return last - first if last > first else None


def _month(point: re.Match[str], year: str) -> int:
    return int(point[3] or year) * _YEAR_OF_MONTHS + MONTHS.index(in_small(point[2]))

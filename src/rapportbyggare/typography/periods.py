"""Period patterns: "juli {ar}", "1 april {ar}–31 mars {ar+1}"."""

import re
from functools import lru_cache

BRACED = re.compile(r"\{([^{}]*)\}")
YEAR = re.compile(r"\s*ar\s*(?:([+-])\s*([0-9]{1,2}))?\s*")


@lru_cache(maxsize=4096)
def write_period(pattern: str, year: int) -> str:
    """The pattern with the year filled in."""
    return BRACED.sub(lambda match: _written(match, year), pattern)


def _written(match: re.Match[str], year: int) -> str:
    found = YEAR.fullmatch(match.group(1))
    if not found:
        return match.group()
    sign, steps = found.groups()
    return str(year + int(f"{sign}{steps}")) if steps else str(year)

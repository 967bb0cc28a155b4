"""Period patterns: "juli {ar}", "1 april {ar}–31 mars {ar+1}"."""

import re

_BRACED = re.compile(r"\{([^{}]*)\}")
_YEAR = re.compile(r"\s*ar\s*(?:([+-])\s*([0-9]{1,2}))?\s*")


def strange_names(pattern: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """What stands between braces in the pattern and is none of `known`."""
    return tuple(name for name in _BRACED.findall(pattern) if name not in known)


def strange_in_period(pattern: str) -> tuple[str, ...]:
    """What stands between braces in a period's pattern and is not the year, or a year before or after it."""
    return tuple(name for name in _BRACED.findall(pattern) if not _YEAR.fullmatch(name))


def names_year(pattern: str) -> bool:
    """Whether the pattern holds the year."""
    return any(_YEAR.fullmatch(name) for name in _BRACED.findall(pattern))


def write_period(pattern: str, year: int) -> str:
    """The pattern with the year filled in."""
    return _BRACED.sub(lambda match: _written(match, year), pattern)


def _written(match: re.Match[str], year: int) -> str:
    found = _YEAR.fullmatch(match.group(1))
    if not found:
        return match.group()
    sign, steps = found.groups()
    return str(year + int(f"{sign}{steps}")) if steps else str(year)

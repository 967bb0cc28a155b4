"""What is between the braces of a period's pattern or a note's: "juli {ar}", "1 april {ar}–31 mars {ar+1}"."""

from rapportbyggare.typography.periods import BRACED, YEAR


def strange_names(pattern: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """What stands between braces in the pattern and is none of `known`."""
    return tuple(name for name in BRACED.findall(pattern) if name not in known)


def strange_in_period(pattern: str) -> tuple[str, ...]:
    """What stands between braces in a period's pattern and is not the year, or a year before or after it."""
    return tuple(name for name in BRACED.findall(pattern) if not YEAR.fullmatch(name))


def names_year(pattern: str) -> bool:
    """Whether the pattern holds the year."""
    return any(YEAR.fullmatch(name) for name in BRACED.findall(pattern))

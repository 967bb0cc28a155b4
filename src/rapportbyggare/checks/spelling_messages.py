"""What is said of spelling."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity


def misspelt(place: Place, word: str, meant: tuple[str, ...], count: int) -> Problem:
    """A word that no dictionary knows, and what may have been meant."""
    *others, last = (f"”{one}”" for one in meant)
    expected = f"{', '.join(others)} eller {last}" if others else last
    times = f" Det står på {count} ställen i filen." if count > 1 else ""
    remedy = "Rätta ordet, eller lägg det i listan ord i report/kontroll.toml om det är rätt."
    return Problem("stavfel", place, f"”{word}” finns inte i ordlistan.{times}", expected, remedy, Severity.FORM, word)

"""What an author reads of words that the figures do not bear out."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity

CODE = "pastaende-galler-inte"
LONGEST = 60


def words_untrue(place: Place, words: str, values: str) -> Problem:
    """Words bound to a condition that does not hold; `values` are what it compares."""
    return Problem(
        CODE,
        place,
        f"Påståendet ”{words}” gäller inte" + (f": {values}." if values else "."),
        "ord som stämmer med uppgifterna",
        "Skriv om meningen så att den stämmer, eller ändra villkoret inom parentesen efter galler.",
        Severity.FLAW,
        words,
    )


def passage_untrue(place: Place, words: str, condition: str, values: str) -> Problem:
    """A passage bound to a condition that does not hold; `words` are its first paragraph."""
    claim = f"Påståendet som börjar ”{_beginning(words)}”" if words else "Påståendet"
    return Problem(
        CODE,
        place,
        f"{claim} gäller inte" + (f": {values}." if values else "."),
        f"en text som stämmer med uppgifterna, eller ett villkor som gäller i stället för {condition}",
        "Skriv om texten fram till {% endpastaende %} så att den stämmer, eller ändra villkoret efter pastaende.",
        Severity.FLAW,
        words,
    )


def _beginning(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"

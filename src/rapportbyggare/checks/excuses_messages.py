"""What is said of excuses."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity

EXAMPLE = "{# godkänn tal-utan-kalla: talet kommer ur planen #}"


def needless(place: Place, code: str) -> Problem:
    """An excuse that no finding needs."""
    return Problem(
        "onodig-ursakt",
        place,
        f"Här godkänns {code}, men kontrollen finner inget sådant.",
        "",
        "Ta bort godkännandet.",
        Severity.NOTE,
        code,
    )


def without_reason(place: Place, words: str) -> Problem:
    """An excuse that says no code, or no reason."""
    return Problem(
        "ofullstandig-ursakt",
        place,
        "Kommentaren godkänner något men säger inte vad, eller inte varför.",
        EXAMPLE,
        "Skriv ordet godkänn, koden, ett kolon och skälet.",
        Severity.FLAW,
        words,
    )

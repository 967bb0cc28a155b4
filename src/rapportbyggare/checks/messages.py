"""What is said of a document that is not ready."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem


def placeholder(place: Place, words: str) -> Problem:
    """Words that wait for something to be filled in."""
    return Problem(
        "platshallare",
        place,
        f"Här står en platshållare: ”{words}”.",
        "den färdiga uppgiften",
        "Skriv uppgiften, eller ta bort meningen om den inte är känd.",
    )


def undecided(place: Place, key: str, example: str) -> Problem:
    """A decided document without its date or §."""
    return Problem(
        "beslut-saknas",
        place,
        f"Status är beslutad, men {key} är inte ifyllt.",
        example,
        f"Fyll i {key} i report/rapport.toml, eller sätt status till ”till nämnden”.",
    )

"""What is said of lists of codes."""

from datetime import date, timedelta

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem


def strange_digits(place: Place, digits: int) -> Problem:
    """A number of digits that no classification has."""
    return Problem(
        "fel-antal-siffror",
        place,
        f"Koderna kan inte ha {digits} siffror.",
        "4 eller 5",
        "Skriv siffror = 5 för SNI-koder på detaljgrupp (90.010), siffror = 4 för grupp (90.01).",
    )


def no_code(place: Place, text: str, digits: int) -> Problem:
    """A code in another form than the list's."""
    example = "90.010" if digits == 5 else "90.01"
    return Problem(
        "fel-kod",
        place,
        f"”{text}” är ingen kod med {digits} siffror.",
        f"en kod som {example}",
        f'Skriv koden med {digits} siffror inom citattecken, till exempel "{example}".',
    )


def code_twice(place: Place, text: str) -> Problem:
    """A code that stands twice in a list."""
    return Problem("kod-tva-ganger", place, f"Koden {text} står två gånger.", "varje kod en gång", "Ta bort den ena.")


def group_outside(place: Place, name: str) -> Problem:
    """A group with codes that the list does not have."""
    return Problem(
        "grupp-utanfor-lista",
        place,
        f"Gruppen {name} har en kod som inte står bland versionens koder.",
        "bara koder som också står i koder",
        "Lägg till koden i koder, eller ta bort den ur gruppen.",
    )


def no_day(place: Place, key: str, text: str) -> Problem:
    """A date that is not one."""
    return Problem(
        "fel-datum", place, f"”{text}” är inget datum.", "ett datum som 2025-12-31", f'Skriv till exempel {key} = "2025-12-31".'
    )


def at_once(place: Place, earlier: str, later: str, since: date, same_start: bool) -> Problem:
    """Two versions that hold on the same day; `since` is the day from which the later one does."""
    return Problem(
        "versioner-samtidigt",
        place,
        f"Versionerna {earlier} och {later} gäller samtidigt.",
        "versioner som tar vid efter varandra",
        "Rätta fran i en av dem, eller ta bort den."
        if same_start
        else f'Skriv till = "{since - timedelta(days=1)}" i versionen {earlier}, dagen före den då {later} börjar gälla.',
    )

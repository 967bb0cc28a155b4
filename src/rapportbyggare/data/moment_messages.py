"""What is said of a point in time that cannot be turned back to."""

from collections.abc import Iterable

from rapportbyggare.core.place import NOWHERE
from rapportbyggare.core.problem import Problem
from rapportbyggare.data.wording import quoted


def not_a_moment(text: str) -> Problem:
    """Words that are neither a day, a month nor a delivery."""
    return Problem(
        "fel-tidpunkt",
        NOWHERE,
        f"{quoted(text)} är ingen tidpunkt." if text else "Tidpunkten saknas.",
        "en dag (2025-09-03), en månad (2025-09) eller numret på en leverans (leverans 2)",
        "Skriv dagen som ÅÅÅÅ-MM-DD, månaden som ÅÅÅÅ-MM, eller leveransens nummer i report/data/leveranser.csv.",
    )


def no_such_entry(number: int, known: Iterable[int]) -> Problem:
    """A number that no entry of the index has."""
    there = ", ".join(map(str, sorted(known)))
    return Problem(
        "okand-leverans",
        NOWHERE,
        f"Leverans {number} finns inte i arkivet.",
        f"något av numren {there}" if there else "ett arkiv med leveranser",
        "Skriv ett nummer som står i kolumnen leverans i report/data/leveranser.csv, eller en dag.",
    )


def nothing_yet(when: str, first: str) -> Problem:
    """A moment before the first intake."""
    return Problem(
        "fore-forsta-leveransen",
        NOWHERE,
        f"Inget hade lästs in {when}.",
        f"en dag som är {first} eller senare",
        f"Den första leveransen lästes in {first}. Välj den dagen eller en senare.",
    )

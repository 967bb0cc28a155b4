"""What is said of cells where a year or a day should be, and of years that cannot be."""

from datetime import date
from decimal import Decimal

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake.number_messages import quoted, shown


def not_a_year(place: Place, text: str) -> Problem:
    """What should be a year and is none."""
    return Problem(
        "fel-ar",
        place,
        f"{quoted(text)} är inget år." if text else "Året saknas.",
        "ett år med fyra siffror, till exempel 2025",
        "Skriv året med fyra siffror. Är det en period över ett årsskifte: skriv året då den börjar.",
    )


def future_year(place: Place, year: int, extract: str) -> Problem:
    """A year too long after the extract."""
    return Problem(
        "ar-efter-uttaget",
        place,
        f"Året {year} ligger mer än ett år efter uttaget {extract}.",
        f"högst {int(extract[:4]) + 1}",
        "Rätta året i filen, eller ange rätt uttag (--uttag).",
    )


def measured_too_early(place: Place, measured: int, year: int) -> Problem:
    """A year of measuring before the year that is measured."""
    return Problem(
        "mats-fore-aret",
        place,
        f"Uppgiften gäller {year} men ska mätas {measured}, alltså före det år den gäller.",
        f"{year} eller senare",
        "Rätta året då uppgiften mäts, eller året som den gäller.",
    )


def serial_for_year(place: Place, number: Decimal, day: date) -> Problem:
    """A number that is a day's serial number in Excel, where a year should be."""
    return Problem(
        "fel-ar",
        place,
        f"{shown(number)} är inget år. Det är serienumret för datumet {day.isoformat()} i Excel.",
        "ett år med fyra siffror, till exempel 2025",
        f"Skriv {day.year} om det är året som menas, eller ge cellen ett datumformat.",
    )


def not_a_day(place: Place, text: str) -> Problem:
    """What should be a day and is none."""
    return Problem(
        "fel-datum",
        place,
        f"{quoted(text)} är inget datum." if text else "Datumet saknas.",
        "ett datum som 2025-09-03",
        "Skriv datumet som 2025-09-03, eller ge cellen ett datumformat i Excel.",
    )

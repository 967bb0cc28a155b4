"""What is said of the cell that tells what a delivery answers for."""

from collections.abc import Iterable

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.data.wording import quoted, with_hint
from rapportbyggare.sources.nearest import suggestion

_EXAMPLE = "antal_kkb/antal × 2024, 2025 × kommunerna, Jämtlands län"


def not_a_block(place: Place, block: str) -> Problem:
    """A block that is not measures × years × places."""
    return Problem(
        "fel-tackning",
        place,
        f"{quoted(block)} säger inte vad leveransen täcker.",
        f"mått × år × platser, till exempel {_EXAMPLE}",
        "Skriv de tre delarna med tecknet × emellan, och | mellan flera sådana. Töm cellen om leveransen bara svarar för de "
        "uppgifter den innehåller.",
    )


def unknown_measure(place: Place, name: str, known: Iterable[str]) -> Problem:
    """An indicator and measure that the catalogue does not have."""
    return Problem(
        "okant-matt-i-tackning",
        place,
        with_hint(f"Katalogen har inget {quoted(name)}.", suggestion(name, known)),
        "en indikator och ett av dess mått ur report/katalog.toml, till exempel antal_kkb/antal",
        "Rätta namnet. Skriv indikatorns id, ett snedstreck och måttets id.",
    )


def not_a_year(place: Place, name: str) -> Problem:
    """A year that is none."""
    return Problem(
        "fel-ar-i-tackning",
        place,
        f"{quoted(name)} är inget år.",
        "år med fyra siffror, till exempel 2024, 2025, eller orden ”utan år”",
        "Skriv varje år för sig med komma emellan. För uppgifter utan år: skriv utan år.",
    )


def unknown_area(place: Place, name: str, known: Iterable[str]) -> Problem:
    """A place that the catalogue does not have."""
    return Problem(
        "okand-plats-i-tackning",
        place,
        with_hint(f"Platsen {quoted(name)} finns inte i katalogen.", suggestion(name, known)),
        "platser ur report/katalog.toml, eller ordet kommunerna för alla kommuner",
        "Rätta namnet, eller lägg till platsen i report/katalog.toml.",
    )

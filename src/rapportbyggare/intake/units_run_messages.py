"""What is said before a file of units is read: of what the map needs to know besides the file."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem


def unknown_group(place: Place, group: str, version: str, file: str) -> Problem:
    """A group that the version of the list does not have."""
    return Problem(
        "okand-grupp",
        place,
        f"Kodlistan {file} har ingen grupp ”{group}” i versionen {version}.",
        "en grupp som står i den version som gäller vid uttaget",
        f"Lägg till gruppen {group} under versionen {version} i {file}, eller rätta grupp i kartans filter.",
    )


def no_version(place: Place, file: str, extract: str) -> Problem:
    """No version holds when the file was extracted."""
    when = f"uttaget {extract}" if extract else "filen, vars uttagsdag inte är känd"
    return Problem(
        "kodlista-utan-version",
        place,
        f"Kodlistan {file} har ingen version som gäller för {when}.",
        "en version vars fran och till omfattar uttaget",
        f"Lägg till en [[version]] i {file}, eller rätta fran och till."
        if extract
        else "Ange uttaget: lägg till --uttag följt av datumet, till exempel --uttag 2025-07-01.",
    )


def no_extract(place: Place, key: str, map_file: str) -> Problem:
    """The extract is needed and not known."""
    return Problem(
        "uttag-saknas",
        place,
        f"Uttagets datum behövs för att räkna ut vilket år uppgifterna gäller ({key} i {map_file}), men det är inte känt.",
        "månaden eller dagen då filen togs ut",
        "Lägg till --uttag följt av datumet, till exempel --uttag 2025-07 eller --uttag 2025-09-03.",
    )

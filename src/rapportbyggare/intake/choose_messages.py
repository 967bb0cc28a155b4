"""What is said when it is not clear which map a file is read with."""

from collections.abc import Sequence

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake.maps import FOLDER
from rapportbyggare.sources.nearest import suggestion


def no_maps(file: str) -> Problem:
    """A project without (sound) maps."""
    return Problem(
        "inga-kartor",
        Place(file),
        f"Det finns ingen karta att läsa {file} med.",
        f"minst en felfri karta i {FOLDER}",
        f"Lägg en karta över källans filer i {FOLDER}, eller rätta felen i dem som finns där.",
    )


def unknown_map(file: str, name: str, known: Sequence[str], is_source: bool, names: Sequence[str]) -> Problem:
    """A name that is neither a map's nor a source's with a map."""
    message = (
        f"Källan {name} har ingen karta i {FOLDER}." if is_source else f"Det finns ingen karta eller källa som heter {name}."
    )
    return Problem(
        "okand-karta",
        Place(file),
        f"{message} {suggestion(name, names)}".rstrip(),
        f"någon av kartorna {', '.join(known)}",
        f"Ange en av kartorna, till exempel --kalla {known[0]}, eller lägg kartan {FOLDER}/{name}.toml till projektet.",
    )


def several_maps(file: str, names: Sequence[str]) -> Problem:
    """A file name that more than one map expects."""
    return Problem(
        "flera-kartor",
        Place(file),
        f"Filnamnet {file} passar flera kartor: {', '.join(names)}.",
        "en enda karta",
        f"Ange vilken som gäller: --kalla {' eller --kalla '.join(names)}.",
    )


def no_map(file: str, maps: Sequence[tuple[str, Sequence[str]]], name: str | None) -> Problem:
    """A file name that no map expects."""
    listed = "; ".join(f"{one} ({', '.join(patterns) or 'inget filnamn'})" for one, patterns in maps)
    of = f" för källan {name}" if name else ""
    return Problem(
        "filen-kanns-inte-igen",
        Place(file),
        f"Filnamnet {file} passar ingen karta{of}. Kartorna och deras filnamn: {listed}.",
        "ett filnamn som en karta känner igen, eller en angiven karta",
        f"Ange kartan, till exempel --kalla {maps[0][0]}, eller lägg till filnamnet under filnamn i kartan.",
    )

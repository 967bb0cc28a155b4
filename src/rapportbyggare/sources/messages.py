"""What is said of files that cannot be read as they should be."""

from collections.abc import Iterable

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.sources.nearest import suggestion

_SAVE_AS_UTF8 = (
    "Öppna filen i Anteckningar, välj Arkiv > Spara som och Kodning: UTF-8. "
    "(I Word: Spara som > Oformaterad text och Unicode (UTF-8). I Excel: Spara som > CSV UTF-8.)"
)


def outside(file: str) -> Problem:
    """A path that leads out of the project folder, or could on some computer."""
    return Problem(
        "utanfor-projektet",
        Place(file),
        f"Sökvägen ”{file}” leder ut ur projektmappen (kanske genom en länk) eller kan inte användas på alla datorer.",
        "en sökväg inom projektmappen, skriven med snedstreck, till exempel figures/karta.png",
        "Lägg filen i projektmappen och skriv sökvägen dit, utan enhetsbokstav, ”..”, kolon eller omvänt snedstreck.",
    )


def missing(file: str, siblings: Iterable[str]) -> Problem:
    """A file that is not there; `siblings` are the names of the files in the same folder."""
    name = file.rpartition("/")[2]
    likely = suggestion(name, (sibling for sibling in siblings if sibling != name and _ending(sibling) == _ending(name)))
    return Problem(
        "fil-saknas",
        Place(file),
        f"Filen {file} finns inte." + (f" {likely}" if likely else ""),
        "en fil med det namnet",
        f"Lägg filen på sin plats i projektmappen, {file}, eller rätta namnet där filen anges.",
    )


def _ending(name: str) -> str:
    return name.rpartition(".")[2]


def folder(file: str) -> Problem:
    """A folder where a file should be."""
    return Problem(
        "mapp-i-stallet-for-fil",
        Place(file),
        f"{file} är en mapp.",
        "en fil",
        "Ange en fil i mappen, eller flytta mappen och lägg filen på dess plats.",
    )


def unreadable(file: str) -> Problem:
    """A file the computer will not let us read."""
    return Problem(
        "fil-kan-inte-lasas",
        Place(file),
        f"Filen {file} går inte att läsa.",
        "en fil som du har rätt att läsa och som inget annat program har låst",
        "Stäng filen om den är öppen i ett annat program, kontrollera att du har läsbehörighet och försök igen.",
    )


def too_large(file: str, largest: int) -> Problem:
    """A file larger than `largest` bytes."""
    size = f"{largest // 1_000_000} MB"
    return Problem(
        "filen-ar-for-stor",
        Place(file),
        f"Filen {file} är större än {size}.",
        f"en textfil på högst {size}",
        "Kontrollera att det är rätt fil. Är den det: dela upp den i flera filer.",
    )


def not_utf8(place: Place, mixed: bool) -> Problem:
    """Bytes that are not UTF-8 from `place` on; `mixed` when other parts of the file are."""
    looks = "Filen blandar två teckenkodningar" if mixed else "Filen ser ut att vara sparad som Windows-1252"
    return Problem(
        "inte-utf8",
        place,
        f"Filen är inte sparad som UTF-8. {looks}, så å, ä och ö kan bli fel.",
        "en textfil sparad som UTF-8",
        f"{_SAVE_AS_UTF8} Läs sedan igenom texten: tecken som redan har blivit fel får skrivas om.",
    )


def utf16(file: str) -> Problem:
    """A file saved as UTF-16, which older Windows programs call Unicode."""
    return Problem(
        "inte-utf8",
        Place(file, 1, 1),
        "Filen är sparad som UTF-16 (kallas ”Unicode” i äldre Windowsprogram).",
        "en textfil sparad som UTF-8",
        _SAVE_AS_UTF8,
    )


def damaged(place: Place, count: int) -> Problem:
    """Replacement characters: letters were lost when the file was converted at some earlier time."""
    return Problem(
        "forstorda-tecken",
        place,
        f"Här står ersättningstecknet \ufffd ({count} i filen): en bokstav har gått förlorad när filen konverterades.",
        "den bokstav som ska stå där, ofta å, ä eller ö",
        "Skriv om de ord där tecknet står.",
    )


def harmful(place: Place, code: int) -> Problem:
    """An invisible or private character, by its code point."""
    return Problem(
        "otillatet-tecken",
        place,
        f"Här står ett tecken som inte syns eller inte kan skrivas ut: {_kind(code)} (U+{code:04X}).",
        "vanlig text",
        f"Ta bort tecknet. Syns det inte: radera från tecknet före kolumn {place.column} till tecknet efter och skriv om dem.",
    )


def more_harmful(file: str, count: int) -> Problem:
    """How many more harmful characters there are than those listed."""
    return Problem(
        "otillatet-tecken",
        Place(file),
        f"Filen har ytterligare {count} sådana tecken.",
        "vanlig text",
        "Kontrollera att det är en textfil. Klistra annars in texten på nytt som oformaterad text.",
    )


def _kind(code: int) -> str:
    if code in (0x2028, 0x2029):
        return "radbrytning av ett slag som bara finns i vissa program"
    if 0x202A <= code <= 0x2069:
        return "tecken som byter läsriktning"
    if 0xE000 <= code <= 0xE1FF:
        return "tecken för privat bruk, som saknar betydelse utanför sitt eget typsnitt"
    if code in (0xFEFF, 0xFFFE, 0xFFFF):
        return "byteordningsmärke inne i texten"
    return "styrtecken"

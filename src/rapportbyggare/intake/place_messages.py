"""What is said of places whose text is not repeated, or not what was meant."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem


def hidden_place(place: Place, map_file: str) -> Problem:
    """A place that is not known, and that may be a person."""
    return Problem(
        "okand-plats",
        place,
        "Cellen är ingen plats i katalogen. Texten visas inte, eftersom den kan gälla en person.",
        "namnet på, eller koden för, en plats som står i report/katalog.toml",
        "Kontrollera att rätt karta och rätt kolumn används. Är det en plats: rätta namnet i filen, eller lägg till det under "
        f"[platsnamn] i {map_file}.",
    )


def wrongly_decoded(place: Place, text: str) -> Problem:
    """A place whose å, ä or ö has become another sign."""
    return Problem(
        "fel-teckenkodning",
        place,
        f"Platsen ”{text[:60]}” har tecken som å, ä och ö blir när en fil från DOS eller en äldre Mac läses som Windows-1252.",
        "en textfil i UTF-8, Windows-1252 eller UTF-16",
        "Hämta filen på nytt som CSV UTF-8, eller öppna den i Excel (Data > Från text/CSV), välj den teckenkodning där å, ä och "
        "ö blir rätt, och spara som CSV UTF-8.",
    )


def identity_in_name(place: Place) -> Problem:
    """A file whose name holds an identity number: the archive would keep it."""
    return Problem(
        "personnummer-i-filnamn",
        place,
        "Filnamnet innehåller något som liknar ett person- eller organisationsnummer. Arkivet minns filens namn.",
        "ett filnamn utan sådana nummer",
        "Döp om filen och ta emot den igen.",
    )

"""What is said of the index of deliveries."""

from collections.abc import Iterable

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.data.wording import quoted, with_hint
from rapportbyggare.sources.nearest import suggestion


def unknown_source(place: Place, name: str, known: Iterable[str]) -> Problem:
    """A source that is not in the catalogue."""
    return Problem(
        "okand-kalla",
        place,
        with_hint(f"Källan {quoted(name)} finns inte i katalogen.", suggestion(name, known)),
        "ett id för en källa som står i report/katalog.toml",
        "Rätta namnet, eller lägg till källan i report/katalog.toml.",
    )


def unknown_kind(place: Place, word: str, known: Iterable[str]) -> Problem:
    """A row that is neither a delivery nor a withdrawal."""
    return Problem(
        "okant-slag",
        place,
        with_hint(f"Slaget {quoted(word)} är okänt." if word else "Slaget saknas.", suggestion(word, known)),
        "leverans eller återkallelse",
        "Skriv leverans om raden har en fil med uppgifter, och återkallelse om den säger att en leverans inte längre gäller.",
    )


def not_a_delivery_number(place: Place, cell: str) -> Problem:
    """A delivery number that is not a whole number from 1."""
    return Problem(
        "fel-leveransnummer",
        place,
        f"{quoted(cell)} är inget leveransnummer." if cell else "Leveransens nummer saknas.",
        "ett heltal från 1",
        "Skriv leveransens löpnummer.",
    )


def index_twice(place: Place, column: str, cell: str, first: int) -> Problem:
    """A number or a file that two rows of the index share."""
    what = f"Leverans {cell}" if column == "leverans" else f"Filen {cell}"
    return Problem(
        "dubbel-leverans",
        place,
        f"{what} står redan på rad {first}.",
        "ett eget nummer och en egen fil för varje leverans",
        "Ge den senare leveransen nästa lediga nummer och en egen fil, eller ta bort raden om den är en dubblett.",
    )


def not_an_extract(place: Place, cell: str) -> Problem:
    """An extract date that is neither a day nor a month."""
    return Problem(
        "fel-uttag",
        place,
        f"{quoted(cell)} är varken ett datum eller en månad." if cell else "Uttagets datum saknas.",
        "den dag eller månad då källan lästes, till exempel 2025-09-03 eller 2025-07",
        "Skriv dagen som ÅÅÅÅ-MM-DD, eller månaden som ÅÅÅÅ-MM om dagen inte är känd.",
    )


def not_a_day(place: Place, cell: str) -> Problem:
    """An intake date that is not a day."""
    return Problem(
        "fel-inlast",
        place,
        f"{quoted(cell)} är inget datum." if cell else "Inläsningens datum saknas.",
        "den dag då leveransen lästes in, till exempel 2025-09-04",
        "Skriv dagen som ÅÅÅÅ-MM-DD.",
    )


def extract_after_intake(place: Place, extract: str, received: str) -> Problem:
    """An extract later than the day it was taken in."""
    return Problem(
        "uttag-efter-inlasning",
        place,
        f"Uttaget ({extract}) är senare än dagen då leveransen lästes in ({received}).",
        "ett uttag som är gjort senast den dag då leveransen lästes in",
        "Rätta det av datumen som är fel. Kontrollera att de inte har bytt plats.",
    )


def not_a_file_name(place: Place, name: str) -> Problem:
    """A file of observations that is not a file name in the archive's folder."""
    return Problem(
        "fel-filnamn",
        place,
        f"{quoted(name)} är inget filnamn i report/data." if name else "Namnet på filen med observationer saknas.",
        "ett filnamn utan mappar, till exempel leverans-002.csv",
        "Lägg filen i mappen report/data och skriv dess namn här.",
    )


def no_checksum(place: Place, file: str, right: str) -> Problem:
    """A delivery whose checksum is missing or is not one."""
    return Problem(
        "kontrollsumma-saknas",
        place,
        f"Kontrollsumman för {file} saknas eller har fel form.",
        "filens SHA-256, 64 tecken",
        f"Kontrollera att filen är den rätta. Skriv i så fall {right}.",
    )


def not_a_checksum(place: Place, cell: str) -> Problem:
    """A checksum of the received file that is not one."""
    return Problem(
        "fel-filsumma",
        place,
        f"{quoted(cell)} är ingen kontrollsumma.",
        "den mottagna filens SHA-256, 64 tecken, eller en tom cell",
        "Töm cellen om kontrollsumman inte är känd eller om uppgifterna inte kom i en fil.",
    )


def changed_by_hand(place: Place, file: str, right: str) -> Problem:
    """A delivery whose file is not what was taken in; `right` is the checksum it has now."""
    return Problem(
        "leverans-andrad",
        place,
        f"Filen {file} har ändrats efter att leveransen lästes in: kontrollsumman stämmer inte.",
        "filen som den var när den lästes in",
        "Återställ filen i versionshanteringen eller från en säkerhetskopia, och läs in rättade värden med rapportbyggare "
        f"ta-emot. (Kontrollsumman är nu {right}.)",
    )


def unlisted(place: Place, index: str, row: str) -> Problem:
    """A file among the deliveries that no row of the index names; `row` is the row it lacks."""
    return Problem(
        "leverans-utan-rad",
        place,
        f"Filen står inte i {index}, så siffrorna i den används inte.",
        "en rad i förteckningen för varje csv-fil i mappen",
        "Står den där under ett annat namn: rätta namnet. Är det en ny fil: flytta den ur mappen och läs in den med "
        "rapportbyggare ta-emot. Är det en leverans som har tappat sin rad: skriv raden sist i förteckningen, med källans id, "
        "uttagets datum och inläsningens datum i stället för …: " + row,
    )

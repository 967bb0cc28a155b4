"""What is said of frozen editions: their names, what has been altered in them, and what they can be used for."""

from collections.abc import Sequence

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.sources.nearest import suggestion

NO_RECORD = "utgava-utan-register"
ALTERED = "utgava-andrad"
BRING_BACK = (
    "Hämta tillbaka {what} ur versionshanteringen eller en säkerhetskopia. Var ändringen menad: "
    "låt den frysta utgåvan vara som den var, och frys en ny med ett annat namn."
)


def unknown(place: Place, name: str, known: Sequence[str]) -> Problem:
    """An edition that is not there."""
    near = suggestion(name, known)
    return Problem(
        "okand-utgava",
        place,
        f"Det finns ingen fryst utgåva ”{name}”." + (f" {near}" if near else ""),
        f"en av utgåvorna {', '.join(known)}" if known else "en fryst utgåva; ännu finns ingen",
        "Rätta namnet; rapportbyggare frys --lista visar de frysta utgåvorna. Saknas utgåvan: kör rapportbyggare frys NAMN.",
    )


def no_record(place: Place, name: str) -> Problem:
    """A folder among the editions that is none, or has lost its record."""
    return Problem(
        NO_RECORD,
        place,
        f"Mappen {name} bland utgåvorna har ingen utgava.toml och är ingen fryst utgåva.",
        "en utgåva som rapportbyggare frys har sparat",
        f"Hämta tillbaka filen ur versionshanteringen eller en säkerhetskopia, eller flytta mappen {name} ur report/utgavor.",
    )


def renamed(place: Place, name: str, folder: str) -> Problem:
    """An edition whose folder has another name than it was frozen under."""
    return Problem(
        "utgava-omdopt",
        place,
        f"Utgåvan frystes som ”{name}”, men mappen heter ”{folder}”.",
        f"mappen {name}",
        f"Döp tillbaka mappen {folder} i report/utgavor till {name}. Finns {name} redan: ta bort {folder}, som är en kopia.",
    )


def altered(place: Place, name: str) -> Problem:
    """A file of an edition that is not what was frozen."""
    return Problem(
        ALTERED,
        place,
        f"Filen har ändrats sedan utgåvan {name} frystes.",
        "filen som den var när utgåvan frystes",
        BRING_BACK.format(what="filen"),
    )


def lost(place: Place, name: str) -> Problem:
    """A file of an edition that is no longer there."""
    return Problem(
        "utgava-saknar-fil",
        place,
        f"Filen hör till den frysta utgåvan {name} men finns inte.",
        "filen som den var när utgåvan frystes",
        BRING_BACK.format(what="filen"),
    )


def added(place: Place, name: str) -> Problem:
    """A file put into an edition."""
    return Problem(
        "utgava-ny-fil",
        place,
        f"Filen hör inte till den frysta utgåvan {name}: den har lagts dit efteråt.",
        "bara de filer som frystes",
        "Flytta filen ur mappen report/utgavor.",
    )


def linked(place: Place, name: str) -> Problem:
    """A link in an edition, which may lead anywhere."""
    return Problem(
        "utgava-lank",
        place,
        f"Den frysta utgåvan {name} har en länk här i stället för en fil.",
        "filen som den var när utgåvan frystes",
        "Ta bort länken. " + BRING_BACK.format(what="filen"),
    )


def delivery_altered(place: Place, name: str, number: int) -> Problem:
    """A delivery's file that is not what it was."""
    return Problem(
        "utgava-leverans-andrad",
        place,
        f"Leverans {number} har ändrats sedan utgåvan {name} frystes.",
        "leveransen som den var; en leverans ändras aldrig",
        "Hämta tillbaka filen ur versionshanteringen eller en säkerhetskopia. En rättad siffra läggs in som en ny leverans.",
    )


def delivery_lost(place: Place, name: str, number: int) -> Problem:
    """A delivery's file that is not there."""
    return Problem(
        "utgava-leverans-saknas",
        place,
        f"Filen för leverans {number}, som utgåvan {name} bygger på, finns inte.",
        "leveransens fil",
        "Hämta tillbaka filen ur versionshanteringen eller en säkerhetskopia.",
    )


def row_altered(place: Place, name: str, number: str) -> Problem:
    """A row of the index that is not what it was."""
    return Problem(
        "utgava-rad-andrad",
        place,
        f"Raden för leverans {number} har ändrats eller tagits bort sedan utgåvan {name} frystes.",
        "raden som den står i utgåvans egen förteckning, i mappen underlag",
        f"Kopiera tillbaka raden därifrån. Ska leveransen inte längre gälla: kör rapportbyggare ta-emot --aterkalla {number} "
        "--skal ORSAK.",
    )


def rebuilt_otherwise(place: Place, name: str) -> Problem:
    """An edition that, built again, is not the document that was frozen."""
    return Problem(
        "utgava-byggs-annorlunda",
        place,
        f"Byggt på nytt av samma underlag och leveranser, med samma verktyg, blir dokumentet i utgåvan {name} inte detsamma.",
        "samma bytes som frystes",
        "Filerna i utgåvan är oförändrade, men kontrollsummorna kan ha skrivits om. Jämför kontrollsumman i utgava.toml "
        "med den som noterades vid frysningen. Stämmer den ligger felet i verktyget.",
    )


def other_tool(place: Place, name: str, differing: Sequence[str]) -> Problem:
    """An edition frozen by another version of the tool, which is not built again to be proven."""
    return Problem(
        "utgava-annat-verktyg",
        place,
        f"Utgåvan {name} frystes med ett annat verktyg eller på en annan dator, så den har inte byggts om för att jämföras: "
        f"{'; '.join(differing)}. Filerna är prövade mot sina kontrollsummor.",
        "",
        "Vill du också bygga om den: kör samma kommando med den version av verktyget som den frystes med.",
        Severity.NOTE,
    )

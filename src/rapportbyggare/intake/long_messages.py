"""What is said of rows in the long format."""

from collections.abc import Iterable, Sequence

from rapportbyggare.core.dataset import Measure
from rapportbyggare.core.delivered import Remark
from rapportbyggare.core.figure import Status, Unit
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake.columns import NumberUnit
from rapportbyggare.intake.number_messages import quoted
from rapportbyggare.sources.nearest import suggestion

_CATALOGUE = "report/katalog.toml"


def unknown_indicator(place: Place, name: str, known: Iterable[str]) -> Problem:
    """An indicator that is not in the catalogue."""
    message = f"Indikatorn {quoted(name)} finns inte i katalogen." if name else "Indikatorn saknas."
    return Problem(
        "okand-indikator",
        place,
        f"{message} {suggestion(name, known)}".rstrip(),
        f"ett id som står i {_CATALOGUE}",
        f"Rätta namnet i filen, eller lägg till indikatorn i {_CATALOGUE}.",
    )


def other_source(place: Place, indicator: str, right: str, source: str) -> Problem:
    """An indicator of another source than the file's."""
    return Problem(
        "annan-kalla",
        place,
        f"Indikatorn {indicator} har källan {right} i katalogen, men filen tas emot från källan {source}.",
        "en fil för varje källa",
        f"Lägg raderna från {right} i en egen fil, eller ta emot filen med --kalla {right} om hela filen kommer därifrån.",
    )


def several_sources(place: Place, sources: Sequence[str]) -> Problem:
    """A file with indicators of more than one source."""
    return Problem(
        "flera-kallor",
        place,
        f"Filen har indikatorer från flera källor: {', '.join(sources)}.",
        "en fil för varje källa",
        "Dela upp filen, så att varje del bara har indikatorer från en källa.",
    )


def unknown_measure(place: Place, name: str, indicator: str, known: Sequence[str]) -> Problem:
    """A measure that the indicator does not have, or none."""
    message = f"Indikatorn {indicator} har inget mått {quoted(name)}." if name else f"Måttet saknas för {indicator}."
    return Problem(
        "okant-matt",
        place,
        f"{message} {suggestion(name, known)}".rstrip(),
        f"något av måtten {', '.join(known)}",
        f"Skriv ett av måtten i filen, eller lägg till måttet under indikatorn i {_CATALOGUE}.",
    )


def year_not_wanted(place: Place, text: str, indicator: str) -> Problem:
    """A year for an indicator without years."""
    return Problem(
        "ar-ska-inte-finnas",
        place,
        f"Indikatorn {indicator} har inget år, men i cellen står {quoted(text)}.",
        "en tom cell",
        f"Töm cellen. Har indikatorn år: skriv utan_ar = false för den i {_CATALOGUE}.",
    )


def wrong_unit(place: Place, text: str, measure: Measure) -> Problem:
    """A unit that is not, and cannot become, the measure's."""
    money = ", tkr, mnkr eller mdkr" if measure.unit.value == "kr" else ""
    share = " eller andel" if measure.unit.value == "procent" else ""
    return Problem(
        "fel-enhet",
        place,
        f"Enheten {quoted(text)} stämmer inte med katalogen, där måttet {measure.name} är i {measure.unit.value}.",
        f"{measure.unit.value}{money}{share}",
        f"Skriv {measure.unit.value} i cellen om talet är det, räkna annars om talet, eller rätta enheten i {_CATALOGUE}.",
    )


def no_unit(place: Place, unit: NumberUnit, map_file: str) -> Problem:
    """A number of kronor or percent, and nothing that says which of several units it is in."""
    units = "kr, tkr, mnkr eller mdkr" if unit.meant is Unit.KRONOR else "procent eller andel"
    example = "tkr" if unit.meant is Unit.KRONOR else "procent"
    return Problem(
        "enhet-saknas",
        place,
        f"Det står inte vad talet är i: {units}.",
        f"en enhet på raden: {units}",
        "Skriv enheten i kolumnen enhet, och lägg till kolumnen om den saknas. Är alla tal i filen i samma enhet: skriv "
        f'enhet = "{example}", eller den enhet det är, under '
        f"[kolumner.varde] i {map_file}.",
    )


def unknown_status(place: Place, word: str, known: Sequence[str]) -> Problem:
    """A status we do not know, or none."""
    message = f"Statusen {quoted(word)} är okänd." if word else "Raden har ingen status."
    return Problem(
        "okand-status",
        place,
        f"{message} {suggestion(word, known)}".rstrip(),
        f"någon av {', '.join(known)}",
        "Skriv ”definitiv” om värdet är slutligt och ”preliminär” om det kan komma att ändras.",
    )


def word_and_status(place: Place, text: str, meant: Status, status: Status) -> Problem:
    """A word in place of a number that says something else than the row's status."""
    return Problem(
        "varde-och-status",
        place,
        f"{quoted(text)} betyder ”{meant.value}”, men radens status är ”{status.value}”.",
        "ett värde som stämmer med statusen",
        f"Ändra statusen till ”{meant.value}”, eller skriv talet.",
    )


def amount_and_status(place: Place, text: str, status: Status) -> Problem:
    """A number although the status says that there is none."""
    return Problem(
        "varde-ska-inte-finnas",
        place,
        f"Här står värdet {quoted(text)}, men statusen ”{status.value}” säger att det inte finns något.",
        "en tom cell",
        "Töm cellen, eller ändra statusen till ”definitiv” eller ”preliminär”.",
    )


def no_measured_year(place: Place) -> Problem:
    """A fact that is measured later, without the year it will be."""
    return Problem(
        "mats-saknas",
        place,
        "Statusen är ”mäts senare”, men det står inte vilket år.",
        "det år då uppgiften mäts, med fyra siffror",
        "Skriv året i kolumnen mats. Är det inte känt: ändra statusen till ”saknas”.",
    )


def measured_not_wanted(place: Place) -> Problem:
    """A year of measuring for a fact with another status."""
    return Problem(
        "mats-ska-inte-finnas",
        place,
        "Här står ett år, men statusen är inte ”mäts senare”.",
        "en tom cell",
        "Töm cellen, eller ändra statusen till ”mäts senare”.",
    )


def no_statuses(place: Place) -> Remark:
    """A file without a column of statuses."""
    return Remark("Filen har ingen kolumn status. Alla tal lästes som definitiva.", place)

"""What is said of the cells of a delivery."""

import re
from collections.abc import Callable, Iterable, Sequence

from rapportbyggare.core.dataset import Area
from rapportbyggare.core.figure import Status, Unit
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.data.wording import quoted, with_hint
from rapportbyggare.sources.nearest import suggestion

OfCell = Callable[[Place, str], Problem]

_POINT = re.compile(r"(?P<lead>[+\u2212-]?[0-9]+)\.(?P<rest>[0-9]+)")
_PERCENT = re.compile(r"(?P<number>.*[0-9])\s*(?:%|procent)")
_STANDS_FOR_NOTHING = ("-", "–", "\u2212", ".", "..", "...", "…", "x", "saknas", "ingen statistik", "n/a", "#n/a")


def unknown_indicator(place: Place, name: str, known: Iterable[str]) -> Problem:
    """An indicator that is not in the catalogue."""
    return Problem(
        "okand-indikator",
        place,
        with_hint(f"Indikatorn {quoted(name)} finns inte i katalogen.", suggestion(name, known)),
        "ett id som står i report/katalog.toml",
        "Rätta namnet, eller lägg till indikatorn i report/katalog.toml.",
    )


def other_source(place: Place, indicator: str, right: str, number: int, source: str) -> Problem:
    """An indicator whose source in the catalogue, `right`, is not that of delivery `number`: its source line would be false."""
    return Problem(
        "annan-kalla",
        place,
        f"Leverans {number} har källan {source}, men indikatorn {indicator} har källan {right} i katalogen. "
        f"Rapporten skulle ange {right} som källa.",
        "samma källa för leveransen som för indikatorn: en leverans för varje källa",
        f"Kommer uppgifterna från {right}: lägg dem i en egen leverans med källan {right}, eller rätta kolumnen kalla i "
        f"report/data/leveranser.csv om hela leveransen kommer därifrån. Kommer de från {source}: skriv "
        f'kalla = "{source}" för {indicator} i report/katalog.toml.',
    )


def unknown_measure(place: Place, name: str, indicator: str, known: Sequence[str]) -> Problem:
    """A measure that the indicator does not have, or none."""
    message = f"Indikatorn {indicator} har inget mått {quoted(name)}." if name else f"Måttet saknas för {indicator}."
    return Problem(
        "okant-matt",
        place,
        with_hint(message, suggestion(name, known)),
        f"något av måtten {', '.join(known)}",
        "Skriv ett av måtten, eller lägg till måttet under indikatorn i report/katalog.toml.",
    )


def derived_measure(place: Place, indicator: str, name: str) -> Problem:
    """A delivered value for a measure that is computed from others: one of the two would be wrong."""
    return Problem(
        "harlett-matt-levererat",
        place,
        f"{indicator} ({name}) är ett härlett mått, som räknas ut ur andra uppgifter och inte kan levereras.",
        "ett mått utan harledd i report/katalog.toml",
        "Läs in delarna i stället. Är det en publicerad uppgift vars delar inte är kända: ge den ett eget mått utan harledd.",
    )


def unknown_area(place: Place, name: str, known: Iterable[Area]) -> Problem:
    """A place that is not in the catalogue; a place's code is recognised."""
    areas = tuple(known)
    by_code = next((area.name for area in areas if area.code == name), "")
    likely = f"Koden betyder ”{by_code}”." if by_code else suggestion(name, (area.name for area in areas))
    return Problem(
        "okand-plats",
        place,
        with_hint(f"Platsen {quoted(name)} finns inte i katalogen.", likely),
        "namnet på en plats som står i report/katalog.toml, till exempel en kommun",
        "Rätta namnet, eller lägg till platsen i report/katalog.toml.",
    )


def unknown_status(place: Place, word: str, known: Sequence[str]) -> Problem:
    """A status we do not know, or none."""
    message = f"Statusen {quoted(word)} är okänd." if word else "Raden har ingen status."
    return Problem(
        "okand-status",
        place,
        with_hint(message, suggestion(word, known)),
        f"någon av {', '.join(known)}",
        "Skriv ”definitiv” om värdet är slutligt och ”preliminär” om det kan komma att ändras.",
    )


def other_unit(place: Place, cell: str, indicator: str, measure: str, right: Unit) -> Problem:
    """A unit that is not the catalogue's, or none: the value may be a thousand times what it should be."""
    return Problem(
        "annan-enhet",
        place,
        (f"Enheten är {quoted(cell)}" if cell else "Enheten saknas") + f", men {indicator} ({measure}) mäts i {right.value}.",
        f"enheten {right.value}, som i report/katalog.toml",
        f"Räkna om värdet till {right.value} om det är i en annan enhet. Skriv sedan {right.value}.",
    )


def not_a_year(place: Place, cell: str) -> Problem:
    """A year that is not four digits, or is missing."""
    return Problem(
        "fel-ar",
        place,
        f"{quoted(cell)} är inget år." if cell else "Året saknas.",
        "ett år med fyra siffror, till exempel 2025",
        "Skriv året med fyra siffror. Är det en period: skriv året här och perioden i kolumnen period.",
    )


def year_not_wanted(place: Place, cell: str, indicator: str) -> Problem:
    """A year for an indicator without years."""
    return Problem(
        "ar-ska-inte-finnas",
        place,
        f"Indikatorn {indicator} har inget år, men i cellen står {quoted(cell)}.",
        "en tom cell",
        "Töm cellen. Har indikatorn år: skriv utan_ar = false för den i report/katalog.toml.",
    )


def no_amount(place: Place, status: Status) -> Problem:
    """A value is missing although the status says that there is one."""
    return Problem(
        "varde-saknas",
        place,
        f"Värdet saknas, men statusen är ”{status.value}”.",
        "ett tal",
        "Skriv värdet, eller ändra statusen till det som gäller: ”saknas”, ”mäts senare”, ”kan inte finnas” eller ”sekretess”.",
    )


def amount_not_wanted(place: Place, cell: str) -> Problem:
    """A value although the status says that there is none."""
    return Problem(
        "varde-ska-inte-finnas",
        place,
        f"Här står värdet {quoted(cell)}, men statusen säger att det inte finns något.",
        "en tom cell",
        "Töm cellen, eller ändra statusen till ”definitiv” eller ”preliminär”.",
    )


def not_a_count(place: Place, cell: str) -> Problem:
    """A count that is negative or has decimals."""
    return Problem(
        "inget-antal",
        place,
        f"{quoted(cell)} kan inte vara ett antal.",
        "ett heltal, 0 eller större",
        "Rätta värdet. Är det inte ett antal: ändra enheten för måttet i report/katalog.toml.",
    )


def not_a_number(place: Place, cell: str) -> Problem:
    """A value that is not a number in Swedish; says what it looks like."""
    point, percent = _POINT.fullmatch(cell), _PERCENT.fullmatch(cell)
    if point:
        return _decimal_point(place, cell, point["lead"], point["rest"])
    if percent:
        return _percent(place, cell, percent["number"])
    if cell.casefold() in _STANDS_FOR_NOTHING or cell.casefold().startswith("mäts"):
        return _word_for_nothing(place, cell)
    return _no_number(
        place,
        f"{quoted(cell)} är inget tal.",
        "Skriv bara talet: siffror, decimalkomma och eventuellt mellanslag mellan tusental (1 341 eller 5,1). "
        "Enheten står i katalogen, och förklaringar skrivs i kolumnen not.",
    )


def _no_number(place: Place, message: str, remedy: str) -> Problem:
    return Problem("inget-tal", place, message, "ett tal med decimalkomma, till exempel 1341 eller 5,1", remedy)


def _decimal_point(place: Place, cell: str, lead: str, rest: str) -> Problem:
    if len(rest) == 3 and len(lead.lstrip("+-\u2212")) <= 3 and lead.lstrip("+-\u2212") != "0":
        message = f"{quoted(cell)} kan betyda två saker: {lead},{rest} (med decimaler) eller {lead} {rest} (tusental)."
        remedy = f"Skriv {lead},{rest} om det är decimaler, {lead}{rest} om det är tusental."
    else:
        message = f"{quoted(cell)} är skrivet med decimalpunkt."
        remedy = f"Skriv decimalkomma: {lead},{rest}."
    return Problem("decimalpunkt", place, message, "ett tal med decimalkomma", remedy)


def _percent(place: Place, cell: str, number: str) -> Problem:
    remedy = f"Skriv {number} (i procent, inte som andel av 1). Enheten står i report/katalog.toml."
    return _no_number(place, f"{quoted(cell)} är skrivet med enhet.", remedy)


def _word_for_nothing(place: Place, cell: str) -> Problem:
    return _no_number(
        place,
        f"{quoted(cell)} står där värdet ska stå.",
        "Töm cellen och skriv i kolumnen status varför värdet inte finns: ”saknas”, ”mäts senare” "
        "(med året i kolumnen mats), ”kan inte finnas” eller ”sekretess”.",
    )


def not_a_base(place: Place, cell: str) -> Problem:
    """A number of units that is not one."""
    return Problem(
        "fel-underlag",
        place,
        f"{quoted(cell)} är inget antal enheter.",
        "antalet företag, projekt eller annat som värdet bygger på, som ett heltal, eller en tom cell",
        "Skriv antalet med siffror, eller töm cellen om det inte är känt.",
    )


def no_measured_year(place: Place, cell: str) -> Problem:
    """A fact that is measured later, without the year it will be."""
    return Problem(
        "mats-saknas",
        place,
        f"{quoted(cell)} är inget år." if cell else "Statusen är ”mäts senare”, men det står inte vilket år.",
        "det år då uppgiften mäts, med fyra siffror",
        "Skriv året i kolumnen mats. Är det inte känt: ändra statusen till ”saknas”.",
    )


def measured_not_wanted(place: Place, cell: str) -> Problem:
    """A year of measuring for a fact with another status."""
    return Problem(
        "mats-ska-inte-finnas",
        place,
        f"Här står {quoted(cell)}, men statusen är inte ”mäts senare”.",
        "en tom cell",
        "Töm cellen, eller ändra statusen till ”mäts senare”.",
    )

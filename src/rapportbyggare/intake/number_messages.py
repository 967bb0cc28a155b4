"""What is said of cells where a number should be."""

import re
from datetime import date
from decimal import Decimal

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake.masking import HIDDEN, masked
from rapportbyggare.sources.toml_values import quoted as toml_text
from rapportbyggare.typography.numbers import write_plain

_NUMBER = "ett tal med decimalkomma, till exempel 1 341 eller 5,1"
_POINT = re.compile(r"(?P<lead>[+\u2212-]?[0-9]+)\.(?P<rest>[0-9]+)")
_MARKED = re.compile(
    r"(?P<number>[0-9]+(?:[ \u00a0\u202f][0-9]{3})*(?:,[0-9]+)?)(?P<mark>\s*[*†¹²³⁴⁵⁶⁷⁸⁹]+|\s+[0-9]{1,2}\)|\s*\(?[a-z]\)?)"
)


_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_LONGEST_WORD = 60


def shown(number: Decimal) -> str:
    """A number as a person writes it."""
    return f"{number:f}".replace(".", ",").replace("-", "\u2212")


def quoted(text: str) -> str:
    """A cell's text in quotation marks, cut when it is long, without identity numbers."""
    text = masked(text)
    return f"”{text if len(text) <= 60 else text[:57] + '…'}”"


def _no_number(place: Place, message: str, remedy: str) -> Problem:
    return Problem("inget-tal", place, message, _NUMBER, remedy)


def no_saved_result(place: Place) -> Problem:
    """A formula whose result was not saved with the file."""
    return Problem(
        "formel-utan-varde",
        place,
        "Cellen har en formel men inget sparat resultat. Formler räknas inte ut här.",
        "en formel vars resultat är sparat, eller ett tal",
        "Öppna filen i Excel, låt den räkna om (F9), spara och ta emot den igen.",
    )


def _or_missing(map_file: str) -> str:
    """What to do where there is no number; `map_file` is "" where no text may stand for one."""
    if not map_file:
        return "Finns det inget tal: töm cellen."
    return f'Finns det inget tal: skriv .. i cellen, och ".." = "saknas" under [tomma] i {map_file} om det inte står där.'


def error_cell(place: Place, name: str, map_file: str) -> Problem:
    """A cell that shows an error."""
    return Problem(
        "felvarde",
        place,
        f"Cellen visar felet {name}.",
        _NUMBER,
        f"Rätta formeln i Excel, spara och ta emot filen igen. {_or_missing(map_file)}",
    )


def date_for_number(place: Place, day: date) -> Problem:
    """A date where a number should be: Excel may have made it out of one."""
    return _no_number(
        place,
        f"Cellen är ett datum ({day.isoformat()}). Excel gör ibland om tal som 3.2 till datum.",
        "Skriv talet på nytt med decimalkomma och ge cellen talformatet Tal.",
    )


def truth_for_number(place: Place, map_file: str) -> Problem:
    """True or false where a number should be."""
    return _no_number(place, "Cellen är SANT eller FALSKT, inget tal.", f"Skriv talet. {_or_missing(map_file)}")


def merged_number(place: Place) -> Problem:
    """A number in a merged cell: which row or column it is of is not said."""
    return Problem(
        "sammanslagen-cell",
        place,
        "Talet står i en sammanslagen cell, så det framgår inte vilken rad eller kolumn det gäller.",
        "ett tal i en egen cell",
        "Dela cellen i Excel (Dela celler på fliken Start) och skriv talet i varje cell där det hör hemma.",
    )


def blank(place: Place, map_file: str) -> Problem:
    """A blank cell where a number should be."""
    return Problem(
        "varde-saknas",
        place,
        "Cellen är tom.",
        "ett tal, eller en text som enligt kartan betyder att det saknas",
        f'Skriv talet. {_or_missing(map_file)} Betyder tomma celler alltid att uppgiften saknas: lägg till "" = "saknas" där.',
    )


def not_a_number(place: Place, text: str, map_file: str) -> Problem:
    """A text that is no number; says what it looks like."""
    point, marked = _POINT.fullmatch(text), _MARKED.fullmatch(text)
    if point:
        return _decimal_point(place, text, point["lead"], point["rest"])
    if marked:
        return _no_number(
            place,
            f"{quoted(text)} är ett tal med en anmärkning ({marked['mark'].strip()}).",
            f"Skriv bara {marked['number'].strip()} i cellen och flytta anmärkningen till en egen kolumn eller rad.",
        )
    return _no_number(place, f"{quoted(text)} är inget tal.", _word_remedy(text, map_file))


def _word_remedy(text: str, map_file: str) -> str:
    """How the map is told what a text means; a text with a year in it tells when something will be measured."""
    if not map_file or len(text) > _LONGEST_WORD or HIDDEN in masked(text):
        return f"Skriv talet. {_or_missing(map_file)}"
    pattern = _YEAR.sub("{ar}", text, count=1)
    meaning = "saknas" if pattern == text else "mäts senare"
    return (
        f"Skriv talet. Betyder texten att ett tal saknas: lägg till {toml_text(pattern)} = "
        f'"{meaning}" under [tomma] i {map_file}. Andra betydelser är "saknas", "mäts senare", "kan inte finnas", '
        '"sekretess" och "noll".'
    )


def _decimal_point(place: Place, text: str, lead: str, rest: str) -> Problem:
    digits = lead.lstrip("+-\u2212")
    if len(rest) == 3 and len(digits) <= 3 and digits != "0":
        message = (
            f"{quoted(text)} kan betyda två saker: {lead},{rest} (ett komma och tre decimaler) eller {lead} {rest} (tusental)."
        )
        remedy = f"Skriv {lead},{rest} om det är decimaler, {lead} {rest} om det är tusental."
    else:
        message = f"{quoted(text)} är skrivet med decimalpunkt."
        remedy = f"Skriv decimalkomma: {lead},{rest}."
    return Problem("decimalpunkt", place, message, "ett tal med decimalkomma", remedy)


def thousands_or_decimals(place: Place, text: str) -> Problem:
    """Kronor with three decimals: the comma may part thousands, as in English."""
    whole = write_plain(Decimal(re.sub(r"[^0-9−-]", "", text).replace("−", "-")), 0, " ")
    return Problem(
        "tre-decimaler",
        place,
        f"{quoted(text)} i kronor kan betyda två saker: {text} (med tre decimaler) eller {whole} (tusental).",
        "hela kronor, eller högst två decimaler",
        f"Skriv {whole} om det är tusental, annars {text}0.",
    )


def other_unit(place: Place, text: str, unit: str, wanted: str) -> Problem:
    """A unit in the cell that is not the map's."""
    return Problem(
        "fel-enhet",
        place,
        f"{quoted(text)} är i {unit}, men {f'ska vara i {wanted}' if wanted else 'kartan anger ingen enhet'}.",
        f"tal i {wanted}" if wanted else "tal utan enhet",
        f'Skriv talet i {wanted}, eller skriv enhet = "{unit}" i kartan om hela kolumnen är i {unit}.'
        if wanted
        else f'Skriv enhet = "{unit}" för kolumnen i kartan om hela kolumnen är i {unit}, annars bara talet i cellen.',
    )


def percent_elsewhere(place: Place, number: Decimal, unit: str) -> Problem:
    """A number shown in percent in a column of something else."""
    return Problem(
        "fel-enhet",
        place,
        f"Cellen visas i procent ({shown((number * 100).normalize())} %), men talet ska vara i {unit}.",
        f"tal i {unit}",
        "Ge cellen talformatet Tal om det inte är procent, eller rätta enhet i kartan.",
    )


def shown_scaled(place: Place, number: Decimal, unit: str) -> Problem:
    """A number that Excel shows in thousands but holds whole."""
    return Problem(
        "visas-i-tusental",
        place,
        f"Excel visar talet i tusental eller miljoner, men cellen innehåller {shown(number)}. Talet ska vara i {unit}.",
        f"ett tal som visas som det är lagrat, i {unit}",
        'Ge kolumnen talformatet Tal. Är det lagrade talet kronor: skriv enhet = "kr" i kartan.'
        if unit.endswith("kr")
        else "Ge kolumnen talformatet Tal, kontrollera talet och spara.",
    )


def shown_in_two_ways(place: Place, number: Decimal) -> Problem:
    """A number whose format shows some numbers in percent or thousands and others as they are."""
    return Problem(
        "delat-talformat",
        place,
        f"Cellens talformat visar en del tal i procent eller tusental och andra som de är. I cellen finns {shown(number)}.",
        "ett talformat som visar alla tal på samma sätt",
        "Ge kolumnen talformatet Tal eller Procent i Excel, kontrollera att talen är de rätta och spara.",
    )


def outside_hundred(place: Place, number: Decimal, map_file: str) -> Problem:
    """A percentage that no share can be."""
    return Problem(
        "utanfor-hundra-procent",
        place,
        f"Talet blir {shown(number)} %. En andel är mellan 0 och 100 procent.",
        "ett tal mellan 0 och 100 procent",
        f"Rätta talet, eller cellens talformat. Mäter filen något som kan ligga utanför, till exempel en förändring: skriv "
        f"utanfor_100 = true överst i {map_file}.",
    )


def share_or_percent(place: Place, number: Decimal) -> Problem:
    """A number below 1 in a column of percent, without a percent format."""
    times = shown((number * 100).normalize())
    return Problem(
        "andel-eller-procent",
        place,
        f"{shown(number)} kan betyda två saker: {shown(number)} % eller {times} %.",
        "ett tal med procenttecken",
        f'Skriv {shown(number)} % eller {times} % i cellen. Är alla tal i kolumnen andelar av 1: skriv enhet = "andel" i kartan.',
    )


def no_share(place: Place, number: Decimal) -> Problem:
    """A share of more than the whole."""
    return Problem(
        "andel-over-ett",
        place,
        f"{shown(number)} kan inte vara en andel av 1.",
        "ett tal mellan 0 och 1, till exempel 0,12",
        f'Skriv {shown(number / 100)}, eller skriv enhet = "procent" i kartan om kolumnen är i procent.',
    )


def not_a_count(place: Place, text: str) -> Problem:
    """A count that is negative or has decimals."""
    return Problem(
        "inget-antal",
        place,
        f"{quoted(text)} kan inte vara ett antal.",
        "ett heltal, 0 eller större",
        "Rätta talet. Är kommat ett tusentalstecken: skriv mellanslag i stället. Är det inget antal: rätta enhet i kartan.",
    )

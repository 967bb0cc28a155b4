"""What is said of cross tables."""

from collections.abc import Iterable
from decimal import Decimal

from rapportbyggare.core.delivered import Remark
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake.masking import masked
from rapportbyggare.intake.number_messages import quoted, shown
from rapportbyggare.sources.nearest import suggestion
from rapportbyggare.sources.toml_values import quoted as toml_text


def unknown_heading(place: Place, heading: str, known: Iterable[str], map_file: str) -> Problem:
    """A heading that is neither a column of the map, a year, a place nor a subject."""
    likely = suggestion(heading, known)
    return Problem(
        "okand-rubrik",
        place,
        f"Rubriken {quoted(heading)} är ingen kolumn, inget år, ingen plats och ingen uppgift som kartan känner till. "
        f"{likely}".rstrip(),
        "ett år, en plats eller en uppgift i kartan",
        f"Är det en uppgift: lägg till {toml_text(masked(heading))} under namn för rätt [[uppgift]] i {map_file}. "
        f"Ska kolumnen inte läsas: lägg till {toml_text(masked(heading))} i listan hoppa_over överst i {map_file}.",
    )


def no_heading(place: Place, cell: str) -> Problem:
    """A number in a column without a heading."""
    return Problem(
        "rubrik-saknas",
        place,
        f"I {cell} står ett tal, men kolumnen har ingen rubrik.",
        "en rubrik över varje kolumn med tal",
        "Skriv kolumnens rubrik (till exempel året) i rubrikraden, eller ta bort talen om de inte hör till tabellen.",
    )


def heading_lacks(place: Place, heading: str, what: str, map_file: str) -> Problem:
    """A heading that does not say all that its cells are about."""
    remedy = (
        f'Skriv plats = "platsens namn" överst i {map_file} om alla tal gäller en och samma plats. Skriv annars platsen i '
        'rubriken i filen, eller i en kolumn för sig som kartan har med typ = "plats".'
        if what == "vilken plats"
        else "Skriv det i rubriken i filen (till exempel ”Antal 2025”). Står det på en egen rubrikrad ovanför: skriv "
        f"rubrikrader = 2 i {map_file}."
    )
    return Problem(
        "ofullstandig-rubrik",
        place,
        f"Av rubriken {quoted(heading)} framgår inte {what} kolumnen gäller.",
        "rubriker som tillsammans med raderna säger uppgift, år och plats",
        remedy,
    )


def unknown_subject(place: Place, text: str, known: Iterable[str], map_file: str) -> Problem:
    """A row about something the map does not know."""
    likely = suggestion(text, known)
    message = (
        f"Raden {quoted(text)} är ingen uppgift som kartan känner till."
        if text
        else "Raden säger inte vilken uppgift den gäller."
    )
    return Problem(
        "okand-uppgift",
        place,
        f"{message} {likely}".rstrip(),
        "en uppgift som står i kartan",
        f"Lägg till {toml_text(masked(text))} under namn för rätt [[uppgift]] i {map_file}, eller rätta texten i filen."
        if text
        else "Skriv uppgiftens namn i cellen.",
    )


def row_without_figures(place: Place, text: str) -> Remark:
    """A row of words alone within the table."""
    return Remark(f"Raden {f'{quoted(text)} ' if text else ''}har inga värden och lästes inte.", place)


def stored_as_text(place: Place, count: int) -> Remark:
    """Numbers that are stored as text in the file."""
    many = "1 tal är sparat" if count == 1 else f"{count} tal är sparade"
    return Remark(f"{many} som text i filen (det första här) och lästes som tal.", place)


def wrong_sum(place: Place, total: Decimal, summed: Decimal, parts: str, map_file: str) -> Problem:
    """A total that is not the sum of its parts."""
    return Problem(
        "fel-summa",
        place,
        f"Totalen är {shown(total)}, men summan av {parts} är {shown(summed)} (skillnad {shown(total - summed)}).",
        "en total som är summan av sina delar",
        "Rätta den cell som är fel i filen. Är totalen inte en summa av delarna (till exempel avrundade tal): skriv "
        f"summeras = false för uppgiften i {map_file}.",
    )

"""What is said of a semicolon file as such: its columns, rows and signs."""

from collections.abc import Sequence

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.data.wording import quoted, with_hint
from rapportbyggare.sources.nearest import suggestion


def empty_file(place: Place, columns: Sequence[str]) -> Problem:
    """A file without a header row."""
    return Problem(
        "filen-ar-tom", place, "Filen är tom.", "en rubrikrad och minst en rad till", f"Skriv rubrikraden {';'.join(columns)}."
    )


def wrong_separator(place: Place, separator: str) -> Problem:
    """A file whose columns are parted by something else than semicolons."""
    return Problem(
        "fel-skiljetecken",
        place,
        f"Kolumnerna skiljs åt av {separator}.",
        "semikolon mellan kolumnerna",
        "Spara om filen från Excel som ”CSV UTF-8 (kommaavgränsad)” på en dator med svenska inställningar, "
        "som skriver semikolon.",
    )


def broken_quotes(place: Place) -> Problem:
    """A quotation mark that opens a cell and is not closed, or stands inside one."""
    return Problem(
        "citattecken-i-cell",
        place,
        'Ett citattecken (") i raden gör att cellerna inte kan skiljas åt. Resten av filen har inte lästs.',
        "celler utan citattecken, eller med ett i början och ett i slutet",
        "Ta bort citattecknet. Ska det stå kvar: skriv det dubbelt och sätt citattecken runt hela cellen.",
    )


def missing_column(place: Place, name: str, columns: Sequence[str]) -> Problem:
    """A column that is not there."""
    return Problem(
        "kolumn-saknas",
        place,
        f"Kolumnen {name} saknas.",
        f"kolumnerna {', '.join(columns)}",
        f"Lägg till kolumnen {name} i rubrikraden, och en cell för den i varje rad. Cellen får vara tom om uppgiften inte finns.",
    )


def unknown_column(place: Place, name: str, columns: Sequence[str]) -> Problem:
    """A column we do not know; `columns` are those it may have meant."""
    return Problem(
        "okand-kolumn",
        place,
        with_hint(f"Kolumnen {quoted(name)} är okänd.", suggestion(name, columns)),
        f"kolumnerna {', '.join(columns)}",
        "Rätta rubriken eller ta bort kolumnen.",
    )


def column_twice(place: Place, name: str) -> Problem:
    """Two columns of the same name."""
    return Problem(
        "kolumn-dubbel", place, f"Kolumnen {name} står två gånger.", "varje kolumn en gång", "Ta bort eller byt namn på den ena."
    )


def wrong_width(place: Place, count: int, width: int) -> Problem:
    """A row with fewer or more cells than the header."""
    amount = "för få" if count < width else "för många"
    return Problem(
        "fel-antal-celler",
        place,
        f"Raden har {amount} celler: {count}, mot rubrikradens {width}.",
        f"{width} celler, alltså {width - 1} semikolon",
        "Skriv ett semikolon också där en cell är tom. Innehåller en text semikolon: sätt citattecken runt texten.",
    )


def formula(place: Place, cell: str) -> Problem:
    """A cell a spreadsheet would read as a formula."""
    return Problem(
        "formel-i-cell",
        place,
        f"Cellen börjar med {cell[:1]} och läses som en formel av Excel: {quoted(cell)}.",
        "ett värde eller en text",
        "Skriv formelns resultat i stället. Är det en text: sätt en apostrof (') först. Ett plustecken före ett tal tas bort.",
    )


def more_faults(place: Place, count: int) -> Problem:
    """How many more faults there are in a file than those listed."""
    return Problem(
        "fler-fel",
        place,
        f"Filen har ytterligare {count} fel, som inte räknas upp här.",
        "en fil utan fel",
        "Rätta felen ovan och kör igen. Ofta har de samma orsak.",
    )

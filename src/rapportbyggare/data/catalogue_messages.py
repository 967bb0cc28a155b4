"""What is said of the catalogue."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem


def bad_id(place: Place, name: str, what: str) -> Problem:
    """An id that cannot be written in an expression; `what` is the kind of thing ("indikatorn")."""
    return Problem(
        "fel-id",
        place,
        f"”{name}” kan inte vara id för {what}.",
        "små bokstäver a–z, siffror och understreck, med en bokstav först, till exempel antal_kkb",
        "Byt å och ä mot a, ö mot o, och mellanslag och bindestreck mot understreck. Ändra på samma sätt där id:t används.",
    )


def reserved_id(place: Place, name: str) -> Problem:
    """An indicator's id that means something else in expressions."""
    return Problem(
        "upptaget-id",
        place,
        f"”{name}” betyder redan något annat i uttryck och kan inte vara id för en indikator.",
        "ett id som inte är ett av uttryckens egna ord",
        f"Byt id, till exempel till {name}_antal. Ändra på samma sätt där id:t används.",
    )


def twice(place: Place, name: str, what: str, first: Place) -> Problem:
    """Two things of the same kind with the same id, code or name."""
    return Problem(
        "dubbelt-id",
        place,
        f"{what} ”{name}” står redan på rad {first.line}.",
        "varje id, kod och namn en gång",
        "Ta bort den ena, eller byt namn på den.",
    )


def unknown_source(place: Place, name: str, likely: str) -> Problem:
    """An indicator's source that is not in the catalogue; `likely` is a question, or ""."""
    return Problem(
        "okand-kalla",
        place,
        f"Källan ”{name}” finns inte i katalogen. {likely}".rstrip(),
        "id för en källa som står under [[kalla]]",
        "Rätta namnet, eller lägg till källan under en egen rubrik [[kalla]].",
    )


def unknown_unlike(place: Place, name: str, likely: str) -> Problem:
    """An indicator that another is not to be compared with, and that is not in the catalogue."""
    return Problem(
        "okand-indikator-i-katalog",
        place,
        f"Indikatorn ”{name}” finns inte i katalogen. {likely}".rstrip(),
        "id för en indikator som står under [[indikator]]",
        "Rätta namnet, eller ta bort det ur jamfors_inte_med.",
    )


def unknown_in_pattern(place: Place, name: str, known: str) -> Problem:
    """A name between braces that is not one of those that may stand there."""
    return Problem(
        "okant-namn-i-monster",
        place,
        f"{{{name}}} är okänt här.",
        f"någon av {known}",
        "Rätta namnet mellan klamrarna, eller ta bort klamrarna.",
    )


def year_in_timeless(place: Place, indicator: str) -> Problem:
    """A period with a year for an indicator without years."""
    return Problem(
        "ar-i-tidlos-period",
        place,
        f"Indikatorn {indicator} har utan_ar = true, men perioden innehåller ett år.",
        "en period utan {ar}",
        "Skriv perioden utan {ar}, eller utan_ar = false.",
    )


def no_measures(place: Place, indicator: str) -> Problem:
    """An indicator without measures."""
    return Problem(
        "matt-saknas",
        place,
        f"Indikatorn {indicator} har inget mått.",
        "minst ett mått",
        "Lägg till [[indikator.matt]] med id, namn, enhet och decimaler efter indikatorn.",
    )


def bad_decimals(place: Place, decimals: int) -> Problem:
    """A number of decimals out of bounds."""
    return Problem("fel-decimaler", place, f"Antalet decimaler kan inte vara {decimals}.", "0 till 6", "Skriv till exempel 1.")


def not_one_county(place: Place, count: int) -> Problem:
    """No county, or several."""
    found = "inget län" if count == 0 else f"{count} län"
    return Problem(
        "fel-antal-lan",
        place,
        f"Katalogen har {found}.",
        "exakt ett län: det som rapporten gäller",
        'Skriv niva = "län" för länet och någon annan nivå (”kommun” eller ”riket”) för de andra platserna.',
    )


def blank(place: Place, key: str) -> Problem:
    """A text that is empty, or has blanks around it."""
    return Problem(
        "tom-text",
        place,
        f"Värdet för {key} är tomt eller har mellanslag i början eller slutet.",
        "en text utan mellanslag runt om",
        "Skriv texten direkt efter citattecknet och avsluta utan mellanslag.",
    )


def unknown_status(place: Place, word: str, known: str) -> Problem:
    """A table under `status` that is no status."""
    return Problem(
        "okand-status",
        place,
        f"”{word}” är ingen status.",
        f"någon av {known}",
        'Rätta rubriken, till exempel [status.saknas] eller [status."mäts senare"].',
    )


def bad_smallest(place: Place, smallest: int) -> Problem:
    """A smallest number of units below nought."""
    return Problem(
        "fel-minsta-antal",
        place,
        f"minsta_antal kan inte vara {smallest}.",
        "ett heltal, 0 eller större",
        "Skriv till exempel minsta_antal = 3, eller ta bort raden om uppgiften aldrig ska döljas.",
    )


def bad_largest(place: Place) -> Problem:
    """A largest change that no figure can keep within."""
    return Problem(
        "fel-storsta-andring",
        place,
        "storsta_andring ska vara större än 0.",
        "ett tal större än 0: procent av det tidigare värdet, eller procentenheter för en andel",
        "Skriv till exempel storsta_andring = 20, eller ta bort raden om ändringen får vara hur stor som helst.",
    )


def bad_dominance(place: Place) -> Problem:
    """A part of the whole that is none."""
    return Problem(
        "fel-dominans",
        place,
        "dominans ska vara en andel av ett.",
        "ett tal större än 0 och högst 1",
        "Skriv till exempel dominans = 0.8 om en enda enhet inte får stå för 80 procent eller mer.",
    )

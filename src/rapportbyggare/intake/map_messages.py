"""What is said of the maps in `report/kallor`."""

from collections.abc import Iterable, Sequence

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.sources.nearest import suggestion
from rapportbyggare.sources.toml_values import quoted

_CATALOGUE = "report/katalog.toml"


def _with_hint(text: str, hint: str) -> str:
    return f"{text} {hint}" if hint else text


def unknown_source(place: Place, source: str, known: Iterable[str]) -> Problem:
    """A map of a source that is not in the catalogue."""
    names = tuple(known)
    return Problem(
        "okand-kalla",
        place,
        _with_hint(f"Källan ”{source}” finns inte i katalogen.", suggestion(source, names)),
        f"någon av {', '.join(names)}",
        f"Rätta namnet, eller lägg till källan i {_CATALOGUE}.",
    )


def unknown_area(place: Place, area: str, known: Iterable[str]) -> Problem:
    """A place in a map that is not in the catalogue."""
    return Problem(
        "okand-plats",
        place,
        _with_hint(f"Platsen ”{area}” finns inte i katalogen.", suggestion(area, known)),
        f"namnet på en plats som det står i {_CATALOGUE}",
        f"Rätta namnet, eller lägg till platsen i {_CATALOGUE}.",
    )


def strange_header_rows(place: Place, rows: int) -> Problem:
    """A number of header rows that is not read."""
    return Problem(
        "fel-antal-rubrikrader",
        place,
        f"Kartan anger {rows} rubrikrader.",
        "1 eller 2",
        "Skriv rubrikrader = 1, eller 2 om rubrikerna står på två rader. Titelrader ovanför räknas inte.",
    )


def bad_column_name(place: Place, name: str) -> Problem:
    """A column's own name with characters that may not be there."""
    return Problem(
        "fel-kolumnnamn",
        place,
        f"Kolumnens eget namn får inte vara ”{name}”.",
        "små bokstäver a–z, siffror, bindestreck och understreck, med en bokstav först",
        'Byt namnet efter kolumner. i hakparentesen. Rubriken i filen skrivs i namn = ["…"].',
    )


def no_headings(place: Place, name: str) -> Problem:
    """A column without headings to be found by."""
    return Problem(
        "rubrik-saknas",
        place,
        f"Kolumnen {name} har ingen rubrik att kännas igen på.",
        "minst en rubrik",
        f'Skriv rubriken som den står i filen: namn = ["{name.capitalize()}"].',
    )


def not_a_long_column(place: Place, name: str, known: Sequence[str]) -> Problem:
    """A column that the long format does not have."""
    return Problem(
        "okand-kolumn",
        place,
        _with_hint(f"Det långa formatet har ingen kolumn {name}.", suggestion(name, known)),
        f"någon av {', '.join(known)}",
        "Rätta namnet eller ta bort avdelningen. Andra kolumner i filen behöver inte stå i kartan.",
    )


def year_twice(place: Place, text: str) -> Problem:
    """A text for a missing number with two years in it."""
    return Problem(
        "fel-text-for-tomma",
        place,
        f"Texten ”{text}” har {{ar}} mer än en gång.",
        "högst ett {ar}",
        'Skriv till exempel "Mäts {ar}" = "mäts senare".',
    )


def no_year_in_word(place: Place, text: str) -> Problem:
    """A text for what is measured later that does not say when."""
    return Problem(
        "fel-text-for-tomma",
        place,
        f"Texten ”{text}” betyder ”mäts senare”, men säger inte vilket år.",
        "en text med {ar} där året står",
        f'Skriv {quoted(f"{text} {{ar}}".strip())} = "mäts senare", med året i filen också, eller låt texten betyda "saknas".',
    )


def no_subjects(place: Place) -> Problem:
    """A cross table about nothing."""
    return Problem(
        "uppgift-saknas",
        place,
        "Kartan säger inte vilka uppgifter tabellen innehåller.",
        "minst en avdelning [[uppgift]]",
        "Lägg till [[uppgift]] med indikator, matt, namn och enhet.",
    )


def unknown_indicator(place: Place, name: str, known: Iterable[str]) -> Problem:
    """An indicator in a map that is not in the catalogue."""
    return Problem(
        "okand-indikator",
        place,
        _with_hint(f"Indikatorn ”{name}” finns inte i katalogen.", suggestion(name, known)),
        f"ett id som står i {_CATALOGUE}",
        f"Rätta namnet, eller lägg till indikatorn i {_CATALOGUE}.",
    )


def unknown_measure(place: Place, name: str, indicator: str, known: Sequence[str]) -> Problem:
    """A measure in a map that its indicator does not have."""
    return Problem(
        "okant-matt",
        place,
        _with_hint(f"Indikatorn {indicator} har inget mått ”{name}”.", suggestion(name, known)),
        f"något av måtten {', '.join(known)}",
        f"Skriv ett av måtten, eller lägg till måttet under indikatorn i {_CATALOGUE}.",
    )


def unknown_pair(place: Place, text: str, known: Iterable[str]) -> Problem:
    """A base for something that is no indicator and measure."""
    return Problem(
        "okand-uppgift",
        place,
        _with_hint(f"”{text}” är ingen indikator med mått.", suggestion(text, known)),
        "indikator/mått, till exempel andel_projektstod/malgrupp",
        f"Skriv indikatorns och måttets id ur {_CATALOGUE} med snedstreck emellan.",
    )


def other_source(place: Place, indicator: str, right: str, source: str) -> Problem:
    """An indicator whose source in the catalogue is another than the map's."""
    return Problem(
        "annan-kalla",
        place,
        f"Kartan gäller källan {source}, men indikatorn {indicator} har källan {right} i katalogen.",
        "samma källa i kartan som för indikatorn",
        f'Flytta avdelningen till en karta med kalla = "{right}". Ska uppgiften komma härifrån: skriv kalla = "{source}" för '
        f"{indicator} i {_CATALOGUE}.",
    )


def other_unit(place: Place, unit: str, indicator: str, wanted: str) -> Problem:
    """A unit that cannot become the measure's."""
    return Problem(
        "fel-enhet",
        place,
        f"Enheten ”{unit}” kan inte räknas om till {wanted}, som är enheten för {indicator} i katalogen.",
        "en enhet av samma slag: kr, tkr, mnkr eller mdkr för kronor, procent eller andel för procent, annars samma enhet",
        f"Rätta enheten här, eller enheten för måttet i {_CATALOGUE}.",
    )

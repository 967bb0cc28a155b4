"""What is said of a map's rules for files with one row per unit."""

from collections.abc import Iterable

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.sources.nearest import suggestion


def _hinted(message: str, name: str, known: Iterable[str]) -> str:
    return f"{message} {suggestion(name, known)}".rstrip()


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def unknown_column(place: Place, name: str, known: Iterable[str]) -> Problem:
    """A column that the map does not declare."""
    names = tuple(known)
    return Problem(
        "okand-kolumn",
        place,
        _hinted(f"Kolumnen ”{name}” finns inte i kartan.", name, names),
        f"någon av {_listed(names)}" if names else "en kolumn som står under [kolumner]",
        f"Rätta namnet, eller lägg till avdelningen [kolumner.{name}] med rubrikens namn och typ.",
    )


def no_year_column(place: Place, name: str) -> Problem:
    """A year is to be read from a column that holds something else."""
    return Problem(
        "kolumn-utan-ar",
        place,
        f"Året ska läsas ur kolumnen {name}, men den är inte av typen datum eller ar.",
        'en kolumn med typ = "datum" eller typ = "ar"',
        f'Skriv typ = "datum" i [kolumner.{name}] om det står datum i kolumnen, typ = "ar" om det står årtal.',
    )


def no_year_rule(place: Place, key: str, text: str) -> Problem:
    """A year that is neither a number nor the extract's."""
    return Problem(
        "fel-arsregel",
        place,
        f"”{text}” säger inte vilket år uppgifterna gäller.",
        'ett årtal, "uttag" eller "uttag - 1"',
        f'Skriv {key} = "uttag" om det är det år då filen togs ut, {key} = "uttag - 1" om det är året före, '
        f"eller årtalet, till exempel {key} = 2024.",
    )


def no_final_date(place: Place, text: str) -> Problem:
    """A pattern for when numbers become definitive that is not one."""
    return Problem(
        "fel-slutdatum",
        place,
        f"”{text}” säger inte från vilket datum uppgifterna är slutliga.",
        "ett datum där året är räknat från uppgiftens år",
        'Skriv till exempel slutlig_fran = "{ar+2}-04-01": då är 2024 års uppgifter slutliga i uttag från och med 2026-04-01.',
    )


def two_standings(place: Place) -> Problem:
    """Both a status and a date when it changes."""
    return Problem(
        "status-pa-tva-satt",
        place,
        "Både status och slutlig_fran står i kartan.",
        "bara ett av dem",
        "Ta bort status om uppgifterna är preliminära fram till ett visst datum. Ta annars bort slutlig_fran.",
    )


def no_period(place: Place) -> Problem:
    """A period that is not two columns."""
    return Problem(
        "fel-rakenskapsperiod",
        place,
        "Räkenskapsperioden är inte två kolumner.",
        "kolumnen där perioden börjar och kolumnen där den slutar",
        'Skriv rakenskapsperiod = ["borjan", "slut"] med namnen på de två kolumnerna.',
    )


def not_one_test(place: Place, tests: Iterable[str]) -> Problem:
    """A filter that says nothing, or more than one thing."""
    return Problem(
        "filter-utan-villkor",
        place,
        "Filtret ska ha ett enda villkor.",
        f"precis ett av {_listed(tests)}",
        'Skriv ett enda villkor, till exempel en_av = ["Aktiv"]. Ska flera gälla: skriv ett [[filter]] för varje, med samma '
        "namn.",
    )


def no_code_column(place: Place, name: str) -> Problem:
    """A list of codes for a column that holds something else."""
    return Problem(
        "kolumn-utan-kod",
        place,
        f"Kodlistan gäller kolumnen {name}, som inte är av typen kod.",
        'en kolumn med typ = "kod"',
        f'Skriv typ = "kod" i [kolumner.{name}], eller ange den kolumn som har koderna.',
    )


def no_texts(place: Place, key: str) -> Problem:
    """A filter with an empty list: no row would pass, or every one."""
    return Problem(
        "tom-lista",
        place,
        f"Listan {key} är tom.",
        "minst en text",
        f'Skriv vad som ska stå i kolumnen, till exempel {key} = ["Aktiv"], eller ta bort filtret.',
    )


def no_number_column(place: Place, name: str) -> Problem:
    """A sum of a column that holds no numbers."""
    return Problem(
        "kolumn-utan-tal",
        place,
        f"Kolumnen {name} ska summeras, men den är inte av typen tal.",
        'en kolumn med typ = "tal"',
        f'Skriv typ = "tal" och enhet i [kolumner.{name}], eller ange en annan kolumn.',
    )


def unknown_filter(place: Place, name: str, known: Iterable[str]) -> Problem:
    """A filter that the map does not have."""
    names = sorted(known)
    return Problem(
        "okant-filter",
        place,
        _hinted(f"Filtret ”{name}” finns inte i kartan.", name, names),
        f"något av {_listed(names)}" if names else 'ett [[filter]] med namn = "…"',
        f'Rätta namnet, eller lägg till ett [[filter]] med namn = "{name}".',
    )


def unknown_level(place: Place, name: str, known: Iterable[str]) -> Problem:
    """Something else than a kind of place to compute for."""
    names = tuple(known)
    return Problem(
        "okand-niva",
        place,
        _hinted(f"”{name}” är ingen nivå.", name, names),
        f"någon av {_listed(names)}",
        'Skriv per = ["kommun", "län"] för varje kommun och länet, per = ["län"] för bara länet.',
    )


def no_area_column(place: Place) -> Problem:
    """Municipalities are asked for, and no column tells them."""
    return Problem(
        "platskolumn-saknas",
        place,
        "Uppgiften ska räknas per kommun, men kartan säger inte i vilken kolumn kommunen står.",
        'nyckeln plats överst i kartan, till exempel plats = ["kommun"]',
        'Lägg till plats = ["kommun"], med kolumnens namn i kartan, eller skriv per = ["län"].',
    )


def measure_twice(place: Place, indicator: str, measure: str) -> Problem:
    """Two calculations of one measure."""
    return Problem(
        "berakning-tva-ganger",
        place,
        f"Måttet {measure} för {indicator} räknas ut två gånger.",
        "en beräkning för varje mått",
        "Ta bort den ena beräkningen, eller rätta måttet i den.",
    )


def timeless(place: Place, indicator: str) -> Problem:
    """An indicator without years cannot be computed for one."""
    return Problem(
        "indikator-utan-ar",
        place,
        f"Indikatorn {indicator} har inga år i katalogen, men enheter räknas alltid för ett år.",
        "en indikator med utan_ar = false",
        "Välj en annan indikator, eller skriv utan_ar = false för den i report/katalog.toml.",
    )


def other_unit(place: Place, measure: str, wanted: str, given: str) -> Problem:
    """A measure in another unit than the calculation gives."""
    return Problem(
        "annan-enhet",
        place,
        f"Måttet {measure} har enheten {wanted} i katalogen, men beräkningen ger {given}.",
        f"en beräkning som ger {wanted}",
        "Kontrollera gor och kolumnernas enhet i kartan, eller rätta enheten i report/katalog.toml.",
    )

"""What an author reads when words and numbers do not meet."""

from rapportbyggare.binding.arithmetic import described
from rapportbyggare.binding.things import Fault, Thing, kind_of
from rapportbyggare.core.figure import FactKey
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity


def of_fault(fault: Fault, place: Place, years: tuple[int, ...] = ()) -> Problem:
    """The problem of an expression without a value; `years` have a figure where the one asked for has none."""
    expected = f"ett år som har en uppgift: {', '.join(map(str, years))}" if years else fault.expected
    return Problem(fault.code, place, fault.message, expected, fault.remedy)


def of_facts(fault: Fault, place: Place, facts: tuple[FactKey, ...], years: tuple[int, ...]) -> Problem:
    """The problem of a place (a table's row, a chart) that needs several facts without a number."""
    named = ", ".join(described(fact) for fact in facts)
    expected = f"ett år som har uppgifter: {', '.join(map(str, years))}" if years else fault.expected
    return Problem(
        fault.code, place, f"Det finns inget värde i datamängden för {len(facts)} uppgifter: {named}.", expected, fault.remedy
    )


def uncertain_comparison(place: Place, reason: str) -> Problem:
    """A comparison that the author does not acknowledge to be uncertain; `reason` is what the reader would be told."""
    return Problem(
        "osaker-jamforelse",
        place,
        reason,
        "ett förbehåll: forbehall=true",
        "Skriv forbehall=true sist i parentesen efter skillnad, forandring, andel, riktning, okade, minskade, oforandrade eller "
        "galler, så skrivs förbehållet ut som en not. Det som räknas med minustecken skrivs skillnad(ny, gammal, forbehall=true) "
        "och med snedstreck andel(del, hel, forbehall=true). Är det ett härlett mått som jämför, skriv forbehall = true i "
        "måttets harledd i report/katalog.toml. "
        "Eller skriv om meningen så att den inte jämför.",
        Severity.FLAW,
    )


def measured_by_now(place: Place, fact: FactKey, year: int) -> Problem:
    """A fact said to be measured in a year that has come."""
    return Problem(
        "mats-passerat",
        place,
        f"{described(fact)} har status ”mäts senare” och skulle mätas {year}, men rapporten gäller {year} eller senare.",
        "uppgiften, eller ett senare år i kolumnen mats",
        "Läs in uppgiften, eller det nya året den ska mätas, med rapportbyggare ta-emot.",
        Severity.FLAW,
    )


def sum_differs(place: Place, fact: FactKey, total: str, delivered: str) -> Problem:
    """A sum of all the municipalities that is not what was delivered for the county."""
    return Problem(
        "summa-avviker",
        place,
        f"Kommunernas summa är {total}, men {described(fact)} är {delivered} enligt leveransen.",
        "samma tal på båda ställena",
        "Rätta kommunerna eller länet i en ny leverans; de ska komma ur samma uttag.",
        Severity.FLAW,
    )


def not_inserted(place: Place, key: str, kind: str) -> Problem:
    """A reference to a table or chart that is specified but stands nowhere in the report."""
    return Problem(
        "okand-hanvisning",
        place,
        f"Hänvisningen #{key} leder till {'en tabell' if kind == 'tabell' else 'ett diagram'} som inte sätts in i rapporten.",
        f"{{% {kind} {key} %}} i ett avsnitt",
        f"Skriv {{% {kind} {key} %}} på en egen rad där {'tabellen' if kind == 'tabell' else 'diagrammet'} ska stå.",
    )


def not_summable(place: Place) -> Problem:
    """A total of cells without a figure, or with several."""
    return Problem(
        "summa-utan-tal",
        place,
        "Summan kan inte räknas: någon cell ovanför har inget tal ur datamängden, eller flera.",
        "precis en uppgift i varje cell ovanför summan",
        "Ta bort summa = true, eller skriv cellerna så att var och en har en uppgift.",
    )


def mixed_units(place: Place) -> Problem:
    """A chart of things that cannot share an axis."""
    return Problem(
        "olika-enheter",
        place,
        "Diagrammet blandar uppgifter med olika enhet eller skala på samma axel.",
        "samma enhet (antal, procent, kr, tkr …) för alla värden",
        "Dela diagrammet i två, ett för varje enhet.",
    )


def too_many_points(place: Place, most: int) -> Problem:
    """A chart nobody could read."""
    return Problem("for-manga-varden", place, f"Diagrammet har fler än {most} värden.", "", "Välj färre kategorier eller serier.")


def reserved_name(place: Place, name: str) -> Problem:
    """A loop variable that would hide a name of the language."""
    return Problem(
        "upptaget-namn",
        place,
        f"Namnet {name} används redan (av språket, en funktion eller en indikator) och kan inte vara slingans namn.",
        "ett eget namn, till exempel k eller kommun",
        "Byt namn efter for, och på de ställen i slingan där det används.",
    )


def heading_became_empty(place: Place) -> Problem:
    """A heading whose expressions gave no words."""
    remedy = "Flytta villkoret till {% if %} före och {% endif %} efter rubriken."
    return Problem("tom-rubrik", place, "Rubriken blev tom.", "text i rubriken", remedy)


def not_a_list(place: Place, thing: Thing) -> Problem:
    """A loop over something that is no list."""
    return Problem(
        "ingen-lista",
        place,
        f"Här behövs en lista, men uttrycket ger {kind_of(thing)}.",
        "till exempel kommuner eller aren(ar - 2, ar)",
        "Skriv en lista efter in (eller i raden for, kategorier, serier).",
    )


def duplicate_key(place: Place, key: str, first: Place) -> Problem:
    """One key for two things."""
    return Problem(
        "dubbel-nyckel",
        place,
        f"Nyckeln ”{key}” används redan vid {first}.",
        "en nyckel för varje rubrik, tabell och figur",
        "Ge den ena en annan nyckel. Inne i en slinga behöver nyckeln ett uttryck: {#del-{{ k }}}.",
    )


def skipped_level(place: Place, level: int, before: int) -> Problem:
    """A heading that leaves out a level (WCAG 2.1, 1.3.1)."""
    return Problem(
        "hoppad-rubrikniva",
        place,
        f"Rubriken är på nivå {level}, men närmast före är nivå {before or 'ingen'}.",
        f"nivå {before + 1} eller högre upp",
        f"Skriv {'#' * (before + 1)} framför rubriken.",
    )


def unknown_reference(place: Place, key: str, near: list[str]) -> Problem:
    """A reference to nothing."""
    return Problem(
        "okand-hanvisning",
        place,
        f"Hänvisningen #{key} leder ingenstans." + (f" Menade du #{near[0]}?" if near else ""),
        "nyckeln för en rubrik, tabell, figur eller not (not-märke) som finns i rapporten",
        f"Skriv #{near[0]}." if near else f"Sätt {{#{key}}} efter rubriken du menar, eller ta bort hänvisningen.",
    )


def ambiguous_reference(place: Place, key: str) -> Problem:
    """A reference to a footnote whose label several files use."""
    label = key.removeprefix("not-")
    return Problem(
        "tvetydig-hanvisning",
        place,
        f"Flera fotnoter i rapporten heter [^{label}], så hänvisningen #{key} kan inte välja.",
        "ett märke som bara en fotnot har",
        f"Ge fotnoten du menar ett eget märke, till exempel [^{label}-2], och hänvisa till #{key}-2.",
    )


def too_many_turns(place: Place, most: int) -> Problem:
    """Loops that never end in practice."""
    shown = f"{most:,}".replace(",", "\u00a0")
    return Problem("for-manga-varv", place, f"Slingorna i rapporten går fler än {shown} varv.", "", "Korta listan efter in.")


def unknown_insert(place: Place, kind: str, name: str, near: list[str]) -> Problem:
    """A table or chart that no specification makes."""
    where = "report/tabeller.toml" if kind == "tabell" else "mappen figures/"
    return Problem(
        f"okand-{kind}",
        place,
        f"Det finns ingen {kind} som heter ”{name}”." if kind == "tabell" else f"Det finns inget diagram som heter ”{name}”.",
        f"ett namn ur {where}",
        f"Skriv {{% {kind} {near[0]} %}}." if near else f"Lägg till ”{name}” i {where}.",
    )


def note_not_printed(place: Place, text: str) -> Problem:
    """A preliminary figure or an uncertain comparison whose note stands nowhere (stops a final build)."""
    return Problem(
        "preliminar-utan-not",
        place,
        f"Noten ”{text}” hör till det som står här, men skrivs inte ut någonstans.",
        "noten på minst ett ställe i rapporten",
        "Ta bort | utan_not här, eller visa uppgiften med sin not i löpande text eller i en tabell.",
    )


def values_not_in_table(place: Place, table: str, lacking: list[str]) -> Problem:
    """A chart whose values a reader cannot find in a table (WCAG 2.1, 1.1.1)."""
    return Problem(
        "diagram-utan-tabell",
        place,
        f"Diagrammet visar värden som inte står i tabellen ”{table}”: {', '.join(lacking[:5])}.",
        "samma värden i en tabell i rapporten",
        "Rätta tabell = … i diagrammets fil, eller lägg till värdena i tabellen.",
    )


def no_table_named(place: Place) -> Problem:
    """A chart that names no table."""
    return Problem(
        "diagram-utan-tabell",
        place,
        "Diagrammet anger ingen tabell med samma värden.",
        'tabell = "tabellens-id"',
        "Lägg till raden tabell = … med en tabell som har diagrammets värden.",
    )


def not_a_figure(place: Place, thing: Thing) -> Problem:
    """A chart value that is no figure."""
    return Problem("fel-slags-varde", place, f"varde ska ge en uppgift, men ger {kind_of(thing)}.", "en uppgift", "Rätta varde.")


def empty_chart(place: Place) -> Problem:
    """A chart without a single value."""
    return Problem(
        "tomt-diagram", place, "Diagrammet har inget värde att visa.", "minst ett värde", "Se efter kategorier, serier och varde."
    )


def too_large_table(place: Place, most: int) -> Problem:
    """A table with more cells than a document can hold."""
    return Problem("for-stor-tabell", place, f"Tabellen får fler än {most} celler.", "", "Dela tabellen eller välj färre rader.")


def picture_without_alt(place: Place) -> Problem:
    """An image without alt text (WCAG 2.1, 1.1.1)."""
    return Problem(
        "alt-text-saknas", place, "Bilden saknar alternativtext.", "![vad bilden visar](fil)", "Beskriv bilden mellan [ och ]."
    )


def table_without_caption(place: Place) -> Problem:
    """A hand-written table that cannot be referred to."""
    return Problem(
        "tabell-utan-rubrik",
        place,
        "Tabellen saknar rubrik.",
        "Tabell: Rubrik {#nyckel}",
        "Skriv raden ”Tabell: …” i ett eget stycke direkt före tabellen.",
        Severity.FLAW,
    )


def empty_header(place: Place) -> Problem:
    """A column without heading (WCAG 2.1, 1.3.1)."""
    return Problem(
        "tom-kolumnrubrik",
        place,
        "En kolumn saknar rubrik.",
        "text i varje cell på tabellens första rad",
        "Skriv en kolumnrubrik.",
    )


def empty_report(place: Place) -> Problem:
    """A report without a word."""
    return Problem(
        "tom-rapport", place, "Rapporten har ingen text.", "minst ett avsnitt med text", "Skriv text i en fil i mappen sections."
    )

"""What is said of the rows of a file of units. No cell is quoted, only where it is: it may be about a person."""

from collections.abc import Sequence

from rapportbyggare.core.delivered import Remark
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake.units_frame import counted
from rapportbyggare.intake.units_listing import Where
from rapportbyggare.typography.words import join_words


def _rows(count: int) -> str:
    return counted(count, "rad", "rader")


def without_identity(where: Where, column: str) -> Remark:
    """Rows that are no known unit."""
    place, count, cells = where
    return Remark(f"{_rows(count)} saknar {column} och räknas inte: {cells}.", place)


def same_row_again(where: Where) -> Remark:
    """Rows that repeat another to the last cell."""
    place, count, rows = where
    copies = "är en exakt kopia av en tidigare rad" if count == 1 else "är exakta kopior av tidigare rader"
    return Remark(f"{_rows(count)} {copies} och räknas inte en gång till: {rows}.", place)


def same_unit_differs(where: Where, columns: str) -> Problem:
    """Rows that share an identity and differ in something else; `rows` are listed in pairs or groups."""
    place, count, rows = where
    groups = "En identitet" if count == 1 else f"{counted(count, 'identitet', 'identiteter')}"
    return Problem(
        "samma-enhet-olika-rader",
        place,
        f"{groups} ({columns}) står på flera rader som inte är lika: {rows}.",
        "en rad för varje enhet",
        "Ta reda på vilken rad som gäller och ta ut filen på nytt, eller ta bort den andra raden. Ska en enhet ha flera rader, "
        "till exempel en för varje räkenskapsår: lägg till den kolumn som skiljer dem åt under nyckel i kartan.",
    )


def key_tells_nothing(place: Place, columns: str, count: int) -> Problem:
    """So many rows share their identity that the column cannot be one."""
    return Problem(
        "nyckel-som-inte-skiljer",
        place,
        f"{_rows(count)} delar {columns} med en annan rad. Kolumnen skiljer alltså inte enheterna åt.",
        "en kolumn, eller flera tillsammans, som har ett eget värde för varje rad",
        'Rätta nyckel i kartan, till exempel nyckel = ["orgnr", "slut"] om varje bolag har en rad för varje räkenskapsår.',
    )


def filtered_out(place: Place, count: int, column: str, values: str) -> Remark:
    """Rows that a filter of the map leaves out, and what stands in some of them ("" when that is not told)."""
    told = f": {values}" if values else ""
    return Remark(f"{_rows(count)} räknas inte med enligt kartans filter på {column}{told}.", place)


def blank_in_filter(where: Where, column: str) -> Remark:
    """Rows that a filter cannot judge, and that are left out."""
    place, count, cells = where
    return Remark(f"{_rows(count)} saknar {column}, som kartan väljer på, och räknas inte: {cells}.", place)


def blank_in_choice(where: Where, column: str) -> Remark:
    """Rows that named filters cannot judge: they are among all, and not among the chosen."""
    place, count, cells = where
    return Remark(
        f"{_rows(count)} saknar {column} och hör inte till något urval som görs på den, men räknas i övrigt: {cells}.", place
    )


def nothing_left(place: Place, column: str, filter_place: Place) -> Problem:
    """A filter that no row passes."""
    return Problem(
        "filter-utan-rader",
        place,
        f"Ingen rad är kvar efter kartans filter på {column}.",
        "minst en rad som filtret släpper igenom",
        f"Jämför det som står i kolumnen med filtret på rad {filter_place.line} i {filter_place.file}. "
        "Skriv där precis det som står i filen.",
    )


def unreadable_code(where: Where, column: str, digits: int, map_file: str) -> Problem:
    """Codes in another form than the list's."""
    place, count, cells = where
    return Problem(
        "fel-kod",
        place,
        f"{_rows(count)} har en {column} som inte är en kod med {digits} siffror: {cells}.",
        f"en kod som {'90.010 eller 90010' if digits == 5 else '90.01 eller 9001'}, gärna följd av branschens namn",
        f"Rätta cellerna i filen. Står där en text som betyder att koden saknas: lägg till den under [tomma] i {map_file}, "
        'till exempel "Uppgift saknas" = "saknas".',
    )


def wrong_level(place: Place, column: str, digits: int) -> Problem:
    """Codes that are all one digit too short: another level of the classification, or noughts lost."""
    return Problem(
        "fel-kodniva",
        place,
        f"Ingen {column} har {digits} siffror, så det går inte att avgöra om en inledande nolla har fallit bort eller om "
        "koderna är på en annan nivå.",
        f"koder med {digits} siffror",
        f"Ta ut filen på nytt med koder på den nivå som har {digits} siffror.",
    )


def padded_codes(where: Where, column: str) -> Remark:
    """Codes whose leading zero a spreadsheet has taken."""
    place, count, cells = where
    return Remark(f"{_rows(count)} har en {column} där den inledande nollan fallit bort. Den har satts tillbaka: {cells}.", place)


def other_version(where: Where, column: str, version: str, list_file: str) -> Problem:
    """Codes of another edition of the classification than the one that holds at the extract."""
    place, count, cells = where
    return Problem(
        "annan-kodversion",
        place,
        f"{_rows(count)} har en {column} som inte finns i {version}, den version som gäller vid uttaget: {cells}.",
        f"koder ur {version} i hela filen",
        f"Kontrollera vilken version filen är kodad i och vilket uttag som är angivet (--uttag). Finns koden i {version}: "
        f"rätta {list_file}.",
    )


def no_place(where: Where, column: str) -> Remark:
    """Rows without a municipality."""
    place, count, cells = where
    return Remark(f"{_rows(count)} saknar {column} och kan inte placeras. De räknas inte: {cells}.", place)


def only_county(where: Where, column: str) -> Remark:
    """Rows that are placed in the county, and in none of its municipalities."""
    place, count, cells = where
    return Remark(f"{_rows(count)} har länet i stället för en kommun som {column} och räknas bara i länet: {cells}.", place)


def unknown_place(where: Where, column: str, likely: str, map_file: str) -> Problem:
    """Rows whose municipality is not in the catalogue; `likely` are the catalogue's names like them."""
    place, count, cells = where
    return Problem(
        "okand-plats",
        place,
        f"{_rows(count)} har en {column} som inte finns i katalogen: {cells}. {likely}".rstrip(),
        "namnet på, eller koden för, en kommun i report/katalog.toml, eller koden för en kommun i ett annat län",
        f"Rätta cellerna, eller lägg till namnet under [platsnamn] i {map_file}. Gäller raderna andra län: lägg till ett "
        '[[filter]] på en kolumn som skiljer länen åt, till exempel kolumn = "lan" och en_av = ["23"].',
    )


def other_counties(place: Place, count: int) -> Remark:
    """Rows of other counties."""
    return Remark(f"{_rows(count)} gäller kommuner i andra län och räknas inte i länet.", place)


def no_year(where: Where, column: str) -> Remark:
    """Rows without the year they count for."""
    place, count, cells = where
    return Remark(f"{_rows(count)} saknar {column}, så året är inte känt. De räknas inte: {cells}.", place)


def unreadable_year(where: Where, column: str) -> Problem:
    """Rows whose year or day cannot be read."""
    place, count, cells = where
    return Problem(
        "fel-ar",
        place,
        f"{_rows(count)} har något annat än ett datum eller ett år som {column}: {cells}.",
        "ett datum (2024-12-31) eller ett år (2024)",
        "Rätta cellerna, eller ange i kartan en annan kolumn som säger året.",
    )


def other_years(place: Place, count: int, column: str, span: str) -> Remark:
    """Rows of years that the file does not answer for."""
    return Remark(f"{_rows(count)} har {column} utanför {span} och räknas inte.", place)


def future_year(where: Where, column: str, extract: str) -> Problem:
    """Rows of years too long after the extract."""
    place, count, cells = where
    return Problem(
        "ar-efter-uttaget",
        place,
        f"{_rows(count)} har {column} mer än ett år efter uttaget {extract}: {cells}.",
        f"högst {int(extract[:4]) + 1}",
        "Rätta cellerna i filen, eller ange rätt uttag (--uttag).",
    )


def only_other_years(place: Place, column: str, span: str, years: Sequence[int], map_file: str) -> Problem:
    """No row is of a year that the map answers for; `years` are those the rows are of."""
    return Problem(
        "inga-rader-for-aret",
        place,
        f"Ingen rad har {column} inom {span}, som kartan svarar för. Raderna gäller {join_words([*map(str, years)])}.",
        f"rader som gäller {span}",
        f"Kontrollera att det är rätt fil och rätt uttag (--uttag). Ska filen svara för {years[-1]}: skriv fran = {years[-1]} "
        f"och till = {years[-1]} för ar i {map_file}.",
    )


def odd_periods(place: Place, broken: int, uneven: int) -> Remark:
    """Financial years other than the calendar's."""
    parts = [f"{counted(broken, 'enhet', 'enheter')} har brutet räkenskapsår"] if broken else []
    parts += [f"{counted(uneven, 'enhet', 'enheter')} har en period som inte är tolv månader"] if uneven else []
    return Remark(f"{join_words(parts)}. Beloppen räknas i sin helhet till det år då perioden slutar.", place)


def no_number(where: Where, column: str) -> Remark:
    """Rows without a number: they are not zero."""
    place, count, cells = where
    return Remark(f"{_rows(count)} saknar {column} och räknas inte med där den ingår (inte heller som noll): {cells}.", place)


def no_count(where: Where, column: str, name: str, map_file: str) -> Problem:
    """Rows with a negative number, or one with decimals, in a column that the map says is a count."""
    place, count, cells = where
    return Problem(
        "inget-antal",
        place,
        f"{_rows(count)} har ett tal med decimaler eller ett negativt tal i {column}, som enligt kartan är ett antal: {cells}.",
        "hela tal, 0 eller större",
        f"Rätta cellerna i filen. Får kolumnen ha decimaler, till exempel årsanställda: ta bort raden enhet under "
        f"[kolumner.{name}] i {map_file}.",
    )


def stored_as_text(where: Where, column: str) -> Remark:
    """Numbers that are stored as text in a workbook."""
    place, count, cells = where
    return Remark(f"{_rows(count)} har {column} sparat som text. Det lästes som tal: {cells}.", place)


def unreadable_number(where: Where, column: str, name: str, map_file: str) -> Problem:
    """Rows whose number cannot be read, or can be two things."""
    place, count, cells = where
    return Problem(
        "inget-tal",
        place,
        f"{_rows(count)} har något som inte säkert kan läsas som ett tal i {column}: {cells}.",
        "ett tal med decimalkomma, till exempel 1341 eller 5,1, eller en tom cell",
        f"Rätta cellerna i filen. Står där en text som betyder att talet saknas: lägg till den under [tomma] i {map_file}. "
        f"Är talen i en annan enhet eller ett annat format: jämför med [kolumner.{name}] där.",
    )


def without_denominator(place: Place, indicator: str, areas: Sequence[str]) -> Remark:
    """Quotients by nothing."""
    return Remark(f"{indicator} kan inte räknas ut för {join_words(areas)}: det finns inget att dela med.", place)


def every_unit_chosen(place: Place, indicator: str, map_file: str) -> Problem:
    """A share of all units in a file that holds only the chosen ones."""
    return Problem(
        "filen-har-bara-urvalet",
        place,
        f"Alla rader hör till urvalet, så {indicator} skulle bli 100 procent. Filen verkar bara innehålla urvalet.",
        "en fil med samtliga enheter, eller en karta som säger att den bara har urvalet",
        f'Ta ut filen med samtliga företag, eller skriv omfattar = "urval" i {map_file}: då räknas bara antalen.',
    )


def share_left_out(place: Place, indicator: str) -> Remark:
    """A share that the file cannot give, since it holds only the chosen units."""
    return Remark(f"{indicator} räknas inte, eftersom filen enligt kartan bara har urvalet.", place)

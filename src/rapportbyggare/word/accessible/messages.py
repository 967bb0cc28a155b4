"""What is said of the texts and tables of a Word file that everybody cannot read."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.typography.words import shortened


def quoted(words: str) -> str:
    """The beginning of a text, on one line."""
    return shortened(" ".join(words.split()))


def _flaw(code: str, place: Place, message: str, remedy: str, quote: str = "", expected: str = "") -> Problem:
    return Problem(code, place, message, expected, remedy, Severity.FLAW, quoted(quote))


def _form(code: str, place: Place, message: str, remedy: str, quote: str = "") -> Problem:
    return Problem(code, place, message, "", remedy, Severity.FORM, quoted(quote))


def no_headings(place: Place) -> Problem:
    """A long text without headings."""
    return _flaw(
        "rubriker-saknas",
        place,
        "Dokumentet har inga rubriker med rubrikformat, så det går inte att hitta i med hjälpmedel.",
        "Ge rubrikerna formatmallarna Rubrik 1, Rubrik 2 och så vidare.",
    )


def skipped_heading(place: Place, words: str, level: int, before: int) -> Problem:
    """A heading two levels below the one above it."""
    return _flaw(
        "rubrikniva-hoppas-over",
        place,
        f"Rubriken har nivå {level}, men rubriken före har nivå {before}.",
        f"Ge den formatmallen Rubrik {before + 1}.",
        words,
    )


def empty_heading(place: Place) -> Problem:
    """A heading without words."""
    return _flaw(
        "tom-rubrik", place, "En tom rad har rubrikformat.", "Ta bort raden, eller ge den ett annat format.", expected="en rubrik"
    )


def typed_heading_number(place: Place, words: str) -> Problem:
    """A heading whose number is typed."""
    return _form(
        "rubriknummer-ar-skrivet",
        place,
        "Rubrikens nummer är skrivet för hand.",
        "Ta bort numret och låt formatmallen numrera rubriken.",
        words,
    )


def fake_heading(place: Place, words: str) -> Problem:
    """A short bold paragraph."""
    return _flaw(
        "falsk-rubrik",
        place,
        "Raden ser ut som en rubrik men har inget rubrikformat.",
        "Ge den en av formatmallarna Rubrik 1 till Rubrik 4.",
        words,
    )


def no_header_row(place: Place) -> Problem:
    """A table whose first row is no header row."""
    return _flaw(
        "tabellhuvud-saknas",
        place,
        "Tabellens första rad är inte märkt som rubrikrad.",
        "Markera raden och välj Layout – Upprepa rubrikrader.",
    )


def empty_header_cell(place: Place) -> Problem:
    """A column without heading."""
    return _flaw("tom-kolumnrubrik", place, "En kolumn saknar rubrik.", "Skriv vad kolumnen visar i tabellens första rad.")


def merged_cells(place: Place) -> Problem:
    """Cells that are merged or split."""
    return _flaw(
        "sammanslagna-celler",
        place,
        "Tabellen har sammanslagna celler, som en skärmläsare läser i fel ordning.",
        "Dela cellerna, så att varje rad har lika många.",
    )


def nested_table(place: Place) -> Problem:
    """A table in a table's cell."""
    return _flaw("tabell-i-tabell", place, "Tabellen ligger i en annan tabells cell.", "Flytta ut den och låt den stå för sig.")


def layout_table(place: Place) -> Problem:
    """A table of one row or one column."""
    return _flaw(
        "tabell-som-layout",
        place,
        "Tabellen har bara en rad eller en kolumn och används för utseendets skull.",
        "Skriv innehållet som stycken, och ge dem ram eller färg med en formatmall.",
    )


def undescribed_table(place: Place) -> Problem:
    """A table without title and description among its properties."""
    return _flaw(
        "tabellbeskrivning-saknas",
        place,
        "Tabellen saknar alternativtext.",
        "Högerklicka i tabellen, välj Tabellegenskaper – Alternativtext, och skriv vad tabellen visar.",
    )


def split_rows(place: Place) -> Problem:
    """Rows that may break across pages."""
    return _form(
        "rader-delas-over-sidor",
        place,
        "Tabellens rader får delas mellan två sidor.",
        "Markera tabellen, välj Tabellegenskaper – Rad, och ta bort Tillåt att rad delas över sidor.",
    )


def empty_paragraphs(place: Place, number: int) -> Problem:
    """Empty lines instead of spacing."""
    lines = "En tom rad" if number == 1 else f"{number} tomma rader"
    return _form(
        "tomma-stycken",
        place,
        f"{lines} används som avstånd.",
        "Ta bort dem, och ange avståndet i formatmallen eller bryt sidan.",
    )


def spaces_for_layout(place: Place, words: str) -> Problem:
    """Rows of spaces or tabs inside a text."""
    return _form(
        "mellanslag-som-layout",
        place,
        "Flera mellanslag eller tabbar i rad ställer upp texten.",
        "Skriv ett mellanslag, eller gör en lista eller tabell.",
        words,
    )


def typed_list(place: Place, words: str) -> Problem:
    """A list made by hand."""
    return _flaw(
        "lista-gjord-for-hand",
        place,
        "Punkten eller numret är skrivet för hand, så listan läses inte upp som en lista.",
        "Ta bort tecknet och välj Start – Punktlista eller Numrerad lista.",
        words,
    )


def typed_note(place: Place, words: str) -> Problem:
    """A raised figure that is no note."""
    return _flaw(
        "notsiffra-skriven-for-hand",
        place,
        "En upphöjd siffra är skriven för hand i stället för att vara en fotnot.",
        "Ta bort siffran och välj Referenser – Infoga fotnot.",
        words,
    )


def not_left_aligned(place: Place, words: str) -> Problem:
    """Running text with a ragged left edge, or stretched lines."""
    return _form(
        "inte-vansterstalld",
        place,
        "Löptexten är inte vänsterställd.",
        "Markera stycket och välj Start – Vänsterjustera; kommer det av formatmallen, ändra den.",
        words,
    )


def shouted(place: Place, words: str) -> Problem:
    """A paragraph in capitals."""
    return _form("versaler", place, "Hela stycket är skrivet med versaler.", "Skriv med små bokstäver.", words)

"""What is said of files that cannot be read as sheets."""

from collections.abc import Iterable

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.sources.nearest import suggestion

_WANTED = "en Excel-fil (.xlsx eller .xlsm) eller en textfil (.csv eller .txt)"
_SAVE_AS = "Öppna filen i Excel, välj Arkiv > Spara som och filformatet Excel-arbetsbok (.xlsx), och ta emot den nya filen."


def no_file(file: str, siblings: Iterable[str]) -> Problem:
    """A file that is not there; `siblings` are the names of the files in its folder."""
    likely = suggestion(file, siblings)
    message = f"Filen {file} finns inte." + (f" {likely}" if likely else "")
    return Problem("fil-saknas", Place(file), message, "en fil som finns", "Kontrollera namnet och mappen, och kör igen.")


def is_folder(file: str) -> Problem:
    """A folder where a file should be."""
    return Problem("mapp-i-stallet-for-fil", Place(file), f"{file} är en mapp.", _WANTED, "Ange en fil i mappen.")


def locked(file: str) -> Problem:
    """A file the computer will not let us read."""
    return Problem(
        "fil-kan-inte-lasas",
        Place(file),
        f"Filen {file} går inte att läsa. Den kan vara öppen i ett annat program, eller så saknas läsbehörighet.",
        "en fil som inget annat program har låst",
        "Spara och stäng filen i Excel, kontrollera att du har läsbehörighet och kör igen.",
    )


def open_elsewhere(file: str, mark: str) -> Problem:
    """A file that a spreadsheet program has open: what is on the screen may not be saved."""
    return Problem(
        "filen-ar-oppen",
        Place(file),
        f"Filen {file} är öppen i Excel eller LibreOffice (låsfilen {mark} ligger bredvid). Det som syns där kan vara osparat.",
        "en sparad och stängd fil",
        f"Spara och stäng filen, och kör igen. Är den inte öppen någonstans: ta bort låsfilen {mark}.",
    )


def owner_file(file: str) -> Problem:
    """The mark that Excel lays beside an open workbook, given in place of the workbook."""
    return Problem(
        "lasfil",
        Place(file),
        f"{file} är inte arbetsboken utan Excels låsfil, som visar att arbetsboken är öppen.",
        _WANTED,
        f"Stäng arbetsboken i Excel och ange {file.removeprefix('~$')} i stället.",
    )


def too_large(file: str, largest: int) -> Problem:
    """A file of more than `largest` bytes."""
    size = f"{largest // 1_000_000} MB"
    return Problem(
        "filen-ar-for-stor",
        Place(file),
        f"Filen {file} är större än {size}.",
        f"en fil på högst {size}",
        "Kontrollera att det är rätt fil. Är den det: spara den som CSV, eller ta bort kolumner som inte behövs.",
    )


def too_many_cells(file: str) -> Problem:
    """A workbook with more cells than are read."""
    return Problem(
        "for-manga-celler",
        Place(file),
        f"Arbetsboken {file} har för många celler.",
        "en arbetsbok med högst 2 miljoner celler",
        "Spara bladet som CSV UTF-8 (Arkiv > Spara som) och ta emot den filen i stället.",
    )


def unknown_ending(file: str) -> Problem:
    """A file whose ending is of none of the kinds that are read."""
    return Problem(
        "okant-filslag",
        Place(file),
        f"Filen {file} är av ett slag som inte kan tas emot.",
        _WANTED,
        "Öppna filen i programmet som den hör till och spara den som .xlsx. Är det en textfil: ge den filändelsen .csv.",
    )


def old_workbook(file: str) -> Problem:
    """A workbook of the old binary kind."""
    return Problem(
        "gammalt-excelformat",
        Place(file),
        f"Filen {file} är sparad i Excels gamla format (.xls).",
        _WANTED,
        _SAVE_AS,
    )


def encrypted(file: str) -> Problem:
    """A workbook with a password, or one encrypted by a sensitivity label."""
    return Problem(
        "losenordsskyddad",
        Place(file),
        f"Filen {file} är krypterad: den har ett lösenord eller en känslighetsetikett.",
        "en arbetsbok utan lösenord",
        "Öppna filen i Excel, välj Arkiv > Information > Skydda arbetsbok > Kryptera med lösenord, töm lösenordet "
        "(eller ta bort känslighetsetiketten) och spara som .xlsx.",
    )


def other_spreadsheet(file: str) -> Problem:
    """A workbook of another program, or of Excel's binary kind."""
    return Problem(
        "annat-kalkylformat",
        Place(file),
        f"Filen {file} är en kalkylfil av ett annat slag (till exempel .ods eller .xlsb).",
        _WANTED,
        _SAVE_AS.replace("i Excel", "i Excel eller LibreOffice"),
    )


def web_page(file: str) -> Problem:
    """A web page named as a workbook, as some systems export."""
    return Problem(
        "webbsida-i-stallet-for-arbetsbok",
        Place(file),
        f"Filen {file} heter som en arbetsbok men är en webbsida (HTML eller XML).",
        _WANTED,
        _SAVE_AS,
    )


def damaged(file: str) -> Problem:
    """A workbook that cannot be opened."""
    return Problem(
        "trasig-arbetsbok",
        Place(file),
        f"Filen {file} går inte att läsa som en Excel-arbetsbok. Den kan vara skadad, eller en annan sorts fil.",
        _WANTED,
        f"{_SAVE_AS} Är det en textfil: ge den filändelsen .csv.",
    )


def no_sheets(file: str) -> Problem:
    """A workbook without sheets of cells."""
    return Problem(
        "inga-blad",
        Place(file),
        f"Arbetsboken {file} har inga blad med celler, bara blad av andra slag, som diagramblad.",
        "minst ett blad med rubrikrad och uppgifter",
        "Kontrollera att rätt fil är sparad, och spara bladet med uppgifterna i den.",
    )


def swollen(file: str) -> Problem:
    """A package that unpacks to an unreasonable size."""
    return Problem(
        "orimlig-arbetsbok",
        Place(file),
        f"Arbetsboken {file} packas inte upp: den skulle bli orimligt stor.",
        _WANTED,
        "Kontrollera varifrån filen kommer. Är den riktig: öppna den i Excel och spara bladet som CSV UTF-8.",
    )


def empty_file(file: str) -> Problem:
    """A file with nothing in it."""
    return Problem(
        "tom-fil",
        Place(file),
        f"Filen {file} är tom.",
        "en fil med rubrikrad och uppgifter",
        "Kontrollera att rätt fil är sparad, och hämta den på nytt om den kom så.",
    )


def not_text(file: str) -> Problem:
    """A text file in no encoding we know."""
    return Problem(
        "okand-teckenkodning",
        Place(file),
        f"Filen {file} är inte en textfil i någon teckenkodning som känns igen, eller blandar flera.",
        "en textfil i UTF-8, Windows-1252 eller UTF-16",
        "Öppna filen i Excel (Data > Från text/CSV), kontrollera att å, ä och ö är rätt och spara som CSV UTF-8.",
    )


def lost_letters(file: str, line: int) -> Problem:
    """A text in which letters were lost before it came here."""
    return Problem(
        "forstorda-tecken",
        Place(file, line),
        "Här står ersättningstecknet \ufffd: en bokstav har gått förlorad när filen konverterades.",
        "en fil med hela å, ä och ö",
        "Hämta filen på nytt från källan och spara den som CSV UTF-8 utan omvägar.",
    )


def twice_coded(file: str, line: int, shown: str) -> Problem:
    """A text that was converted to UTF-8 twice."""
    return Problem(
        "dubbelkodad",
        Place(file, line),
        f"Här står ”{shown}” i stället för ett å, ä eller ö: filen har konverterats till UTF-8 två gånger.",
        "en fil med hela å, ä och ö",
        "Hämta filen på nytt från källan och spara den som CSV UTF-8 utan omvägar.",
    )


def broken_quotes(file: str) -> Problem:
    """A text file whose quotation marks do not pair."""
    return Problem(
        "trasiga-citattecken",
        Place(file),
        f"Raderna i {file} går inte att skilja åt: ett citattecken som öppnar en cell stängs aldrig.",
        "citattecken i par runt celler",
        "Öppna filen i Excel (Data > Från text/CSV), kontrollera kolumnerna och spara som .xlsx.",
    )


def swallowed_row(file: str, row: int) -> Problem:
    """A row in whose quoted cell another row seems to stand."""
    return Problem(
        "citattecken-over-rader",
        Place(file, row),
        "En cell inom citattecken har radbrytningar och ser ut att innehålla en hel rad till. Ett citattecken kan saknas.",
        "citattecken i par runt celler",
        "Stäng citattecknet i cellen, eller ta bort det. Hör texten till cellen: ta bort radbrytningen i den, och ta emot filen "
        "igen.",
    )

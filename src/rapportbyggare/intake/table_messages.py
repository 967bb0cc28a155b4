"""What is said of sheets, headings and rows that are not as the map says."""

from collections.abc import Sequence

from rapportbyggare.core.delivered import Remark
from rapportbyggare.core.figure import Unit
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake.columns import Column
from rapportbyggare.intake.masking import masked
from rapportbyggare.sources.nearest import nearest
from rapportbyggare.sources.toml_values import quoted


def _listed(names: Sequence[str], most: int = 12) -> str:
    shown = [f"”{masked(name)}”" for name in names if name][:most]
    rest = len([name for name in names if name]) - len(shown)
    return ", ".join(shown) + (f" och {rest} till" if rest else "")


def no_rows(place: Place, sheets: Sequence[str]) -> Problem:
    """No visible sheet has anything in it."""
    where = f" ({'bladet' if len(sheets) == 1 else 'bladen'} {_listed(sheets)})" if any(sheets) else ""
    return Problem(
        "inga-rader",
        place,
        f"Filen har inga rader som syns{where}.",
        "ett synligt blad med rubrikrad och uppgifter",
        "Kontrollera att rätt fil är sparad. Är bladet dolt: högerklicka på en bladflik, välj Ta fram och spara.",
    )


def no_rows_below(place: Place) -> Problem:
    """Headings with nothing under them."""
    return Problem(
        "inga-rader",
        place,
        "Det finns inga rader under rubrikraden.",
        "minst en rad med uppgifter",
        "Kontrollera att hela tabellen är sparad i filen.",
    )


def hidden_sheet(place: Place, sheet: str) -> Problem:
    """A sheet that the map names and the workbook hides."""
    return Problem(
        "dolt-blad",
        place,
        f"Bladet ”{sheet}” är dolt, och dolda blad läses inte.",
        "ett synligt blad",
        f"Högerklicka på en bladflik i Excel, välj Ta fram och ”{sheet}”, kontrollera uppgifterna och spara.",
    )


def no_such_sheet(place: Place, wanted: Sequence[str], names: Sequence[str], map_file: str) -> Problem:
    """None of the sheets the map names is in the workbook."""
    near = next((found[0] for one in wanted if (found := nearest(one, names, 1))), names[0] if len(names) == 1 else "")
    hint = f" Är det ”{near}” som menas?" if near else ""
    example = quoted(near or (names[0] if names else ""))
    lacks = "inget blad" if len(wanted) == 1 else "inget av bladen"
    return Problem(
        "blad-saknas",
        place,
        f"Arbetsboken har {lacks} {_listed(wanted)}. Den har {_listed(names) or 'inga synliga blad'}.{hint}",
        f"ett blad som heter {' eller '.join(f'”{one}”' for one in wanted)}",
        f"Lägg till bladets namn under blad i {map_file}, till exempel blad = [{example}]."
        if names
        else f"Ta fram bladet med uppgifterna (högerklicka på en bladflik), döp det till ”{wanted[0]}” och spara.",
    )


def several_sheets(place: Place, names: Sequence[str], map_file: str) -> Problem:
    """More than one sheet holds the columns."""
    return Problem(
        "flera-blad",
        place,
        f"Flera blad har de kolumner som kartan anger: {_listed(names)}.",
        "ett enda sådant blad",
        f"Skriv i {map_file} vilket som ska läsas: blad = [{quoted(names[0])}]. Eller ta bort det blad som inte gäller.",
    )


def missing_column(place: Place, column: Column, headings: Sequence[str], map_file: str, some: bool) -> Problem:
    """A required column that no heading names; `some` when other columns were found in the row."""
    candidates = [heading for heading in headings if heading]
    near = next((found for one in column.headings for found in nearest(one, candidates, 1)), "")
    hint = f" Menas ”{near}”?" if near else (f" Raden har {_listed(candidates)}." if some else "")
    example = ", ".join(map(quoted, (*column.headings, near or "rubriken i filen")))
    unit = _unit_to_check(column)
    return Problem(
        "kolumn-saknas",
        place,
        f"Ingen kolumn har rubriken {' eller '.join(f'”{one}”' for one in column.headings)} ({column.name}).{hint}",
        "en kolumn för varje kolumn som kartan kräver",
        f"Har kolumnen bytt namn: skriv namn = [{example}] under [kolumner.{column.name}] i {map_file}{unit}. "
        "Är det fel fil: ange rätt karta med --kalla.",
    )


def _unit_to_check(column: Column) -> str:
    """What more to look at in the map for a column of money: a heading alone does not say what its numbers are in."""
    if column.unit is None or column.unit.meant is not Unit.KRONOR:
        return ""
    return f", och kontrollera att enhet där är vad talen är i (nu {quoted(column.unit.value)})"


def column_twice(place: Place, column: Column, cells: Sequence[str]) -> Problem:
    """A heading over two columns."""
    return Problem(
        "kolumn-tva-ganger",
        place,
        f"Flera kolumner kan vara {column.name}: {', '.join(cells)}.",
        "en enda kolumn med den rubriken",
        "Döp om den kolumn i filen som inte gäller, eller skriv hela rubriken under namn i kartan.",
    )


def hidden_rows(place: Place, count: int) -> Problem:
    """Rows that the sheet hides: whether they are meant is not known."""
    are = "1 rad i tabellen är dold" if count == 1 else f"{count} rader i tabellen är dolda"
    return Problem(
        "dolda-rader",
        place,
        f"{are}, kanske av ett filter. Det framgår inte om {'den' if count == 1 else 'de'} ska räknas med.",
        "en tabell där alla rader syns",
        "Visa raderna (ta bort filtret på fliken Data, eller markera hela bladet, högerklicka på ett radnummer och välj Ta "
        "fram), ta bort dem som inte ska vara med och spara.",
    )


def too_wide(place: Place, width: int) -> Problem:
    """A row of a text file with more cells than headings."""
    return Problem(
        "for-manga-celler-i-raden",
        place,
        f"Raden har fler celler än rubrikraden ({width}). Ett decimalkomma eller semikolon kan ha delat en cell.",
        "lika många celler som rubriker",
        "Spara filen på nytt från källan med semikolon mellan cellerna, eller sätt citattecken runt cellen som delats.",
    )


def sheet_not_read(place: Place, sheet: str, hidden: bool) -> Remark:
    """A sheet that is left alone."""
    return Remark(f"Bladet ”{sheet}” lästes inte{', det är dolt' if hidden else ''}.", place)


def headings_filled_in(place: Place) -> Remark:
    """Upper headings that stand for several columns without being merged."""
    return Remark("En tom övre rubrik har lästs som en fortsättning på rubriken till vänster om den.", place)


def footer(place: Place, text: str, checked: bool) -> Remark:
    """A row of totals or notes."""
    how = "lästes inte in, men stämdes av mot raderna om den har tal" if checked else "lästes inte"
    return Remark(f"Raden{f' ”{masked(text)[:60]}”' if text else ' (summa eller anmärkning)'} {how}.", place)


def heading_again(place: Place) -> Remark:
    """The headings repeated further down."""
    return Remark("Rubrikraden står en gång till här och lästes inte.", place)


def note_below(place: Place, text: str) -> Remark:
    """A text below the table."""
    return Remark(f"Texten under tabellen lästes inte{f': ”{masked(text)[:80]}”' if text else ''}.", place)


def hidden_column(place: Place, name: str) -> Remark:
    """A column that is hidden and read all the same."""
    return Remark(f"Kolumnen {name} är dold i filen, men lästes.", place)


def beside_table(place: Place) -> Remark:
    """Something to the right of the table."""
    return Remark("Det som står till höger om tabellen, utan rubrik, lästes inte.", place)

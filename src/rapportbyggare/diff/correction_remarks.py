"""What is said of a correction besides what stands and what should."""

from collections.abc import Iterable

from rapportbyggare.typography.words import shortened


def changed_by_someone(old: str) -> str:
    """Neither the old nor the new words stand there."""
    return f"Någon har ändrat här: i utkastet stod det ”{old}”."


def taken_out() -> str:
    """The value's sentence stands, without it."""
    return "Uppgiften är borttagen ur texten, och den gamla står inte kvar med samma ord i avsnittet."


def paragraph_gone() -> str:
    """The sentence stands nowhere."""
    return "Stycket är borttaget eller omskrivet. Se efter själv om samma sak sägs med andra ord."


def row_gone() -> str:
    """The cell's row or table is gone."""
    return "Raden, kolumnen eller tabellen är borttagen eller omgjord. Den gamla uppgiften står inte kvar där."


def other_headings() -> str:
    """The value stands in a cell whose row or column is called something else."""
    return "Raden eller kolumnen heter något annat nu: kontrollera att det är samma uppgift."


def cells(where: Iterable[str]) -> str:
    """The cells it stands in."""
    return f"Står i {'; '.join(where)}."


def reworded() -> str:
    """The sentence is another, and the old number stands in it."""
    return "Meningen är omskriven: kontrollera att det är samma uppgift."


def stands_there(old: str, sentence: str) -> str:
    """The value's place was not found, and its old words stand elsewhere in the chapter."""
    return f"Stället är borttaget eller omskrivet. Se efter själv: ”{old}” står kvar i ”{shortened(sentence)}”."


def denied() -> str:
    """Somebody has put "inte" beside the word."""
    return f"Någon har skrivit dit en nekning. {write_anew()}"


def both() -> str:
    """The old words and the new ones stand there."""
    return f"Både det gamla och det nya står här. {write_anew()}"


def write_anew() -> str:
    """Words cannot be exchanged one for one."""
    return "Skriv om meningen så att den säger det som ska stå."


def old_figure(number: str, old: str, right: str) -> str:
    """An old number in a sentence of somebody's own."""
    return f"Talet {number} står också här. Se efter om det är uppgiften {old}, som nu är {right}."


def overwritten(old: str, stands: str) -> str:
    """A number that has not changed was written over."""
    return f"Någon har ändrat {old} till {stands}; uppgiften är {old}."


def copied() -> str:
    """A sentence that stands once more, without our marks."""
    return "Meningen är en kopia: den finns på flera ställen i filen."


def insert_after(near: str) -> str:
    """Where something new belongs."""
    return f"Lägg till det efter ”{shortened(near)}”." if near else "Lägg till det."


def remove() -> str:
    """Something that should not stand there any longer."""
    return "Ta bort det: dagens uppgifter ger inte längre den texten."


def exchange() -> str:
    """A text that another one replaces."""
    return "Byt ut texten mot den nya."


def removed_already() -> str:
    """What should go is gone."""
    return "Det är redan borttaget."


def exchange_picture(name: str) -> str:
    """How a chart is replaced."""
    return (
        f"Byt bilden till {name}: bygg rapporten, kopiera figuren ur det nya dokumentet och klistra in den här i stället för "
        "den gamla."
    )


def other_picture() -> str:
    """The chart's picture is neither the old nor the new one."""
    return "Bilden är en annan än utkastets. Kontrollera att det är den nya."


def rewritten_picture() -> str:
    """Whether the picture is the old one cannot be seen."""
    return "Det går inte att se på filen om bilden är utbytt; alternativtexten är den gamla."


def picture_gone() -> str:
    """The chart is not in the file."""
    return "Figuren är borttagen ur filen, så här finns inget att rätta."


def no_descriptions() -> str:
    """The program that saved the file does not keep tables' descriptions."""
    return "Filens tabell har ingen beskrivning: LibreOffice tar bort den när den sparar."


def mark_came(beside: str, whole: bool) -> str:
    """A note's mark that should stand, for a new note or for one that stands elsewhere too."""
    again = "" if whole else " Fotnoten finns redan på ett annat ställe: här räcker en korshänvisning till den."
    return f"Sätt fotnoten efter ”{beside}”.{again}"


def mark_went(beside: str) -> str:
    """A repeated mark of a note that should not stand."""
    return f"Ta bort fotnotens nummer efter ”{beside}”."


def note_moves(beside: str) -> str:
    """The first mark of a note that has others: it holds the note itself."""
    return f"Flytta fotnoten: klipp ut den efter ”{beside}” och klistra in den på nästa ställe som har samma nummer."


def note_went(beside: str) -> str:
    """A note that should not stand."""
    return f"Ta bort fotnoten efter ”{beside}”."

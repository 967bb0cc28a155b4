"""What is said of a Word file that is read as an edition: why it is not, and what of it is not read."""

from collections.abc import Mapping, Sequence

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.read import PendingChange

HEAD, CONTENTS, OBJECT = "sidhuvud", "innehållsförteckning", "föremål"
LOW_HEADING, TABLE_IN_CELL, LIST_IN_CELL, DRAWN_IN_NOTE = "låg rubrik", "tabell i cell", "lista i cell", "bild i not"
MOST_WORDS = 60


def pending_refused(name: str, changes: Sequence[PendingChange]) -> Problem:
    """A file with tracked changes, when such files are not to be read."""
    count = len(changes)
    several = f"{count} spårade ändringar" if count > 1 else "en spårad ändring"
    return Problem(
        "sparade-andringar",
        Place(name),
        f"{name} har {several} som ingen har tagit ställning till{_example(changes)}.",
        "en fil utan spårade ändringar",
        "Godkänn eller avvisa ändringarna i Word under fliken Granska, spara filen och kör kommandot igen.",
    )


def _example(changes: Sequence[PendingChange]) -> str:
    if not changes:
        return ""
    first = changes[0]
    words = first.words if len(first.words) <= MOST_WORDS else f"{first.words[:MOST_WORDS]}…"
    return f", först {first.kind.value} av {first.author or 'okänd'}: ”{words}”"


def too_deep(name: str) -> Problem:
    """A file whose tables and controls lie deeper in each other than anyone writes."""
    return Problem(
        "otillatet-dokument",
        Place(name),
        f"{name} läses inte: tabeller och innehållskontroller ligger för djupt i varandra.",
        "en .docx-fil som Word eller LibreOffice har sparat",
        "Öppna filen i Word, kopiera texten till ett nytt dokument, spara det och ange den nya filen.",
    )


def remarks(counts: Mapping[str, int], kinds: Sequence[str]) -> tuple[str, ...]:
    """What is not read, a sentence each, with how much of it there is."""
    said = {
        OBJECT: ("Ett föremål är läst som helhet", "{} föremål är lästa som helheter"),
        TABLE_IN_CELL: (
            "En tabell inuti en tabellcell är läst som rader i cellen",
            "{} tabeller inuti celler är lästa som rader",
        ),
        LIST_IN_CELL: (
            "En listrad i en cell är läst utan punkt eller nummer",
            "{} listrader i celler är lästa utan punkt och nummer",
        ),
        LOW_HEADING: ("En rubrik under nivå 4 är läst som nivå 4", "{} rubriker under nivå 4 är lästa som nivå 4"),
        DRAWN_IN_NOTE: ("Ett föremål i en fotnot är inte läst", "{} föremål i fotnoter är inte lästa"),
        HEAD: ("Ett sidhuvud eller en sidfot är inte läst", "{} sidhuvuden och sidfötter är inte lästa"),
        CONTENTS: ("Innehållsförteckningen är inte läst: den följer av rubrikerna", "{} innehållsförteckningar är inte lästa"),
    }
    found = [(what, pair[counts[what] > 1].format(counts[what])) for what, pair in said.items() if counts.get(what)]
    return tuple(f"{text} ({', '.join(kinds)})." if what == OBJECT else f"{text}." for what, text in found)

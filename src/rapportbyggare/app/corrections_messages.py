"""What is said when corrections cannot be listed, and of a list as a whole."""

from collections.abc import Sequence

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.words import counted, join_words

MARK_LENGTH = 8


def not_ours(name: str) -> Problem:
    """A document that no project of ours made, as far as can be seen."""
    return Problem(
        "inte-ett-eget-dokument",
        Place(name),
        f"{name} har inga märken som visar att rapportbyggare har byggt filen, så det går inte att se vilka uppgifter den "
        "bygger på.",
        "ett utkast, eller ett slutligt dokument, som rapportbyggare har byggt och någon sedan har redigerat",
        "Ange filen som kollegorna har redigerat. Har texten klistrats in i ett nytt dokument behöver den jämföras för hand: "
        "bygg rapporten och använd Granska – Jämför i Word.",
    )


def unknown_basis(name: str) -> Problem:
    """A document of ours that no longer says which figures it was made from."""
    return Problem(
        "okant-underlag",
        Place(name),
        f"{name} säger inte vilka uppgifter den bygger på: filens skapelsedatum är ändrat.",
        "ett utkast med sina märken kvar, eller ett slutligt dokument med sitt datum kvar",
        "Ange utkastet i stället. Finns bara den här filen: bygg rapporten och använd Granska – Jämför i Word.",
    )


def lost_deliveries(name: str, numbers: Sequence[int]) -> Problem:
    """A draft whose deliveries are no longer in the archive."""
    which = join_words([*map(str, numbers)])
    return Problem(
        "leverans-borta",
        Place("report/data/leveranser.csv"),
        f"{name} bygger på leverans {which}, som inte finns i arkivet.",
        "arkivet med alla leveranser kvar, och en fil som är byggd i det här projektet",
        "Hämta tillbaka raderna i report/data/leveranser.csv och filerna de nämner ur en säkerhetskopia. Är filen byggd i ett "
        "annat projekt: ange det med --projekt MAPP.",
    )


def made_from(old: str, fingerprint: str, new: str) -> str:
    """Which figures the file holds, and which are today's."""
    mark = f" (utgåva {fingerprint[:MARK_LENGTH]})" if fingerprint else ""
    same = "Dagens uppgifter är desamma." if old == new else f"Dagens uppgifter är per {new}."
    return f"Filen bygger på uppgifter per {old}{mark}. {same}"


def without_map() -> str:
    """A file that has lost the marks of a draft, or never had any."""
    return "Filen saknar utkastets märken. Ställena är därför sökta med hjälp av orden."


def tracked(count: int) -> str:
    """Changes that nobody has accepted or rejected yet."""
    what = "en spårad ändring som inte är godkänd" if count == 1 else f"{count} spårade ändringar som inte är godkända"
    return f"Filen har {what}. Texten läses som den blir när allt godkänns."


def unread(boxes: int, comments: int) -> str:
    """What in the file is not read."""
    there = ((boxes, "textruta", "textrutor"), (comments, "kommentar", "kommentarer"))
    found = join_words([counted(*one) for one in there if one[0]])
    return f"Filen har {found}, som inte läses. Se efter där själv."


def rewritten(count: int) -> str:
    """The draft's own words have changed since the file was made."""
    values = "ett av värdena" if count == 1 else f"{count} av värdena"
    return (
        f"Avsnitten har ändrats sedan filen byggdes: {values} i filen står annorlunda eller på annat ställe i dagens avsnitt. "
        "Formuleringar som ändrats i avsnitten listas inte."
    )


def claim_untrue(message: str) -> str:
    """A sentence that no exchange of figures makes true."""
    return f"Stämmer inte längre och behöver skrivas om: {message}"

"""What is said of a Word file that is to be published but is not clean."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.word.accessible.messages import quoted


def tracked_changes(place: Place, number: int) -> Problem:
    """Changes that nobody has accepted or rejected."""
    what = "en spårad ändring som inte är godkänd" if number == 1 else f"{number} spårade ändringar som inte är godkända"
    return Problem(
        "sparade-andringar",
        place,
        f"Dokumentet har {what}.",
        "ett dokument utan spårade ändringar",
        "Välj Granska – Acceptera – Acceptera alla ändringar och sluta spåra (eller ta ställning till dem en i taget).",
    )


def still_tracking(place: Place) -> Problem:
    """A file that tracks changes."""
    return Problem(
        "sparning-pa",
        place,
        "Dokumentet spårar ändringar.",
        "",
        "Stäng av Granska – Spåra ändringar och spara.",
        Severity.FLAW,
    )


def comments(place: Place, number: int, words: str) -> Problem:
    """Comments left in the margin."""
    what = "en kommentar" if number == 1 else f"{number} kommentarer"
    return Problem(
        "kommentarer",
        place,
        f"Dokumentet har {what}.",
        "ett dokument utan kommentarer",
        "Välj Granska – Ta bort – Ta bort alla kommentarer i dokumentet, och spara.",
        quote=quoted(words),
    )


def hidden_text(place: Place, words: str) -> Problem:
    """Words that are not seen."""
    return Problem(
        "dold-text",
        place,
        "Texten är formaterad som dold: den syns inte, men följer med filen.",
        "ingen dold text",
        "Visa dolda tecken (Ctrl+Skift+8), ta bort texten eller avmarkera Dold under Teckensnitt.",
        quote=quoted(words),
    )


def edition_data(place: Place) -> Problem:
    """The map of a draft."""
    return Problem(
        "utkastets-uppgifter",
        place,
        "Filen har kvar utkastets dolda uppgifter om vilka leveranser den är byggd av.",
        "en fil utan utkastets uppgifter",
        "Bygg dokumentet med rapportbyggare bygg --slutlig, eller kör Arkiv – Info – Inspektera dokument i Word "
        "och ta bort anpassade XML-data.",
    )


def draft_bookmarks(place: Place, number: int) -> Problem:
    """The anchors of a draft."""
    what = "ett dolt bokmärke" if number == 1 else f"{number} dolda bokmärken"
    return Problem(
        "utkastets-bokmarken",
        place,
        f"Filen har kvar {what} från utkastet.",
        "en fil utan utkastets bokmärken",
        "Bygg dokumentet med rapportbyggare bygg --slutlig.",
    )


def personal_name(place: Place, kind: str, name: str) -> Problem:
    """A person's name among the properties."""
    return Problem(
        "namn-i-egenskaper",
        place,
        f"I filens egenskaper står ”{name}” som {kind}.",
        "organisationens namn eller inget",
        "Välj Arkiv – Info – Sök efter problem – Inspektera dokument i Word, och ta bort Dokumentegenskaper och "
        "personlig information. Fyll sedan i titel och organisation igen.",
        Severity.FLAW,
        name,
    )

"""What is said of a project as a whole, and of files that cannot be written."""

from difflib import get_close_matches

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem


def no_sections(place: Place) -> Problem:
    """A project without sections."""
    return Problem(
        "inga-avsnitt",
        place,
        "Mappen sections har inget avsnitt.",
        "minst en fil som slutar på .md",
        "Lägg till en fil i sections.",
    )


def missing_section(place: Place, name: str, there: list[str]) -> Problem:
    """A listed section that is not there."""
    near = get_close_matches(name, there, 1)
    return Problem(
        "avsnitt-saknas",
        place,
        f"Avsnittet sections/{name} står i listan avsnitt men finns inte." + (f" Menade du {near[0]}?" if near else ""),
        "en fil i mappen sections",
        f"Skriv {near[0]} i listan." if near else f"Skapa filen sections/{name}, eller ta bort den ur listan.",
    )


def unlisted_section(place: Place) -> Problem:
    """A section the manifest's list leaves out: its text would be lost silently."""
    return Problem(
        "avsnitt-utan-plats",
        place,
        "Avsnittet står inte i listan avsnitt i report/rapport.toml och skulle inte komma med.",
        "filens namn i listan",
        "Lägg till filen i listan, flytta den ur mappen sections, eller töm listan så tas alla med i namnordning.",
    )


def no_project(place: Place) -> Problem:
    """A folder that is no report project."""
    return Problem(
        "inget-projekt",
        place,
        "Här finns inget rapportprojekt: filen report/rapport.toml saknas.",
        "en mapp med report, sections och figures",
        "Gå till projektets mapp, eller ange den med --projekt MAPP.",
    )


def outside(place: Place) -> Problem:
    """An output folder that leads out of the project."""
    return Problem(
        "utanfor-projektet",
        place,
        "Mappen output leder ut ur projektet (en länk).",
        "en vanlig mapp i projektet",
        "Ta bort länken, eller ange en fil med --ut FIL.",
    )


def cannot_write(place: Place, cause: str) -> Problem:
    """A file that could not be written."""
    return Problem(
        "gar-inte-att-skriva",
        place,
        f"Filen går inte att skriva: {cause}. Inget har ändrats.",
        "en mapp som du får skriva i",
        "Se efter att mappen finns, att disken har plats och att du får skriva där, eller ange en annan fil med --ut FIL.",
    )


def not_a_docx(place: Place) -> Problem:
    """An output name that Word would not open."""
    return Problem(
        "fel-filandelse",
        place,
        "Dokumentet måste sparas som en .docx-fil.",
        "FIL.docx",
        "Ange --ut med ett namn som slutar på .docx.",
    )


def over_an_input(place: Place) -> Problem:
    """An output that would land among the inputs."""
    return Problem(
        "utdata-bland-indata",
        place,
        "Dokumentet kan inte sparas i mapparna report, sections eller figures: där ligger det som rapporten byggs av.",
        "mappen output",
        "Välj en annan plats med --ut FIL.",
    )

"""What is said of a project as a whole, and of files that cannot be written."""

from collections.abc import Sequence

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.sources.nearest import nearest

RIGHT_PATH = "Skriv sökvägen till mallen från den mapp du står i, till exempel mallar/region.dotx."


def no_sections(place: Place) -> Problem:
    """A project without sections."""
    return Problem(
        "inga-avsnitt",
        place,
        "Det finns inget avsnitt: mappen sections saknas, eller har ingen fil som slutar på .md.",
        "minst en fil som slutar på .md, till exempel sections/10-inledning.md",
        "Skapa filen sections/10-inledning.md. Skriv {% format 1 %} på första raden, en tom rad, och sedan rubrik och text.",
    )


def missing_section(place: Place, name: str, there: Sequence[str]) -> Problem:
    """A listed section that is not there."""
    near = nearest(name.rpartition("/")[2], there, 1)
    meant = f" Menade du ”{near[0]}”?" if near else ""
    return Problem(
        "avsnitt-saknas",
        place,
        f"Avsnittet ”{name}” står i listan avsnitt men finns inte i mappen sections.{meant}",
        "namnet på en fil i mappen sections",
        f'Skriv "{near[0]}" i listan.' if near else f"Skapa filen sections/{name}, eller ta bort namnet ur listan.",
    )


def repeated_section(place: Place, name: str) -> Problem:
    """A section listed more than once."""
    return Problem(
        "avsnitt-tva-ganger",
        place,
        f"Avsnittet ”{name}” står mer än en gång i listan avsnitt.",
        "varje avsnitt en gång",
        "Ta bort namnet på det ena stället.",
    )


def unlisted_section(place: Place) -> Problem:
    """A section the manifest's list leaves out: its text would be lost silently."""
    return Problem(
        "avsnitt-utan-plats",
        place,
        "Avsnittet står inte i listan avsnitt i report/rapport.toml och skulle inte komma med.",
        "filens namn i listan",
        "Lägg till filens namn i listan, flytta filen ur mappen sections, eller töm listan: då tas alla med i namnordning.",
    )


def other_ending(place: Place) -> Problem:
    """A text among the sections that its ending leaves out."""
    return Problem(
        "avsnitt-med-annan-andelse",
        place,
        "Filen slutar inte på .md och kommer inte med i rapporten.",
        "ett filnamn som slutar på .md",
        "Byt filens ändelse till .md om den hör till rapporten. Flytta den annars ur mappen sections.",
        Severity.FLAW,
    )


def of_no_text(problem: Problem) -> Problem:
    """A problem of a file, as it is said of pictures and templates: those cannot be divided when they are too large."""
    if problem.code != "filen-ar-for-stor":
        return problem
    expected = problem.expected.replace("textfil", "fil")
    return problem._replace(expected=expected, remedy="Spara bilden med lägre upplösning, eller mallen utan stora bilder.")


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
        "Mappen output är en länk som leder ut ur projektet.",
        "en vanlig mapp i projektet",
        "Ta bort länken, eller välj själv var dokumentet sparas med --ut FIL.",
    )


def cannot_write(place: Place, cause: str) -> Problem:
    """A document that could not be written."""
    return Problem(
        "gar-inte-att-skriva",
        place,
        f"Dokumentet går inte att skriva: {cause}.",
        "en mapp som du får skriva i, på en disk med plats",
        "Åtgärda det och bygg igen, eller spara dokumentet någon annanstans med --ut FIL.",
    )


def cannot_write_ledger(place: Place, cause: str) -> Problem:
    """A ledger that could not be written beside its document."""
    return Problem(
        "siffror-gar-inte-att-skriva",
        place,
        f"Dokumentet är skrivet, men filen med siffrorna går inte att skriva: {cause}.",
        "en mapp som du får skriva i, på en disk med plats",
        "Åtgärda det och bygg igen: då skrivs siffrorna, och dokumentet är redan på plats.",
    )


def over_an_input(place: Place) -> Problem:
    """An output that would land among the inputs."""
    return Problem(
        "utdata-bland-indata",
        place,
        "Dokumentet kan inte sparas i mapparna report, sections eller figures: där ligger det som rapporten byggs av.",
        "en annan mapp, till exempel output",
        "Välj en annan plats med --ut FIL, eller bygg utan --ut: då hamnar dokumentet i mappen output.",
    )


def no_file(name: str) -> Problem:
    """A file that is not there."""
    return Problem(
        "fil-saknas",
        Place(name),
        f"Filen {name} finns inte.",
        "en fil som finns",
        "Kontrollera namnet, och skriv sökvägen till filen från den mapp du står i.",
    )


def folder_for_file(name: str) -> Problem:
    """A folder where a file is read."""
    return Problem("mapp-i-stallet-for-fil", Place(name), f"{name} är en mapp.", "en fil", "Ange en fil i mappen.")


def unreadable_file(name: str) -> Problem:
    """A file that cannot be read."""
    return Problem(
        "fil-kan-inte-lasas",
        Place(name),
        f"{name} går inte att läsa: du saknar rätt att läsa filen, eller så är den öppen i ett annat program.",
        "en fil som du får läsa",
        "Stäng filen i andra program, eller spara en kopia av den i projektets mapp och ange kopian.",
    )


def too_large_file(name: str, megabytes: int) -> Problem:
    """A file larger than is read."""
    return Problem(
        "filen-ar-for-stor",
        Place(name),
        f"{name} är större än {megabytes} MB.",
        f"en fil på högst {megabytes} MB",
        "Är det ett Word-dokument: markera en bild i Word, välj Bildformat – Komprimera bilder för hela dokumentet, spara en "
        "kopia och ange kopian.",
    )


def installing(python: str) -> str:
    """The beginning of the line that installs an extra where `python` runs."""
    program = f'"{python}"' if " " in python else python
    return f"{program} -m pip install"

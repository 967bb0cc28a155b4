"""What is said of the editions that are compared, of how they were read, and of what could not be written."""

from collections.abc import Sequence

from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.sources.nearest import suggestion
from rapportbyggare.typography.words import counted, join_words


def has_faults(name: str) -> Problem:
    """An edition that its sources do not give."""
    return Problem(
        "utgava-med-fel",
        NOWHERE,
        f"{name} går inte att jämföra, för den går inte att bygga: felen följer här.",
        "källor utan fel",
        "Rätta felen om de står i dagens filer. Står de i en äldre version, eller beror de på äldre uppgifter: ange en annan "
        "utgåva, till exempel dokumentet som byggdes då.",
    )


def newer_tool(name: str) -> Problem:
    """An edition whose files were written for a later version of the program."""
    return Problem(
        "utgava-av-nyare-verktyg",
        NOWHERE,
        f"{name} är skriven för en nyare version av rapportbyggare än den här.",
        "en utgåva som den här versionen kan läsa",
        "Uppdatera rapportbyggare och jämför igen. Finns det byggda dokumentet kvar: ange .docx-filen i stället.",
    )


def unknown(word: str, editions: Sequence[str], of_git: Problem) -> Problem:
    """A word that names no edition of any kind."""
    there = f". Frysta utgåvor: {', '.join(editions)}" if editions else ""
    near = suggestion(word, editions)
    more = " ".join(part for part in (near, "" if of_git.code == "okand-version" else of_git.message) if part)
    return Problem(
        "okand-utgava-att-jamfora",
        NOWHERE,
        f"”{word}” är ingen utgåva: varken en fil, en fryst utgåva, en dag, en leverans eller en version i git. {more}".rstrip(),
        f"en byggd .docx-fil, en fryst utgåva, en dag (2025-09-03), en leverans (”leverans 2”), en version i git eller nu{there}",
        "Rätta ordet, och skriv ett namn med mellanslag inom citattecken. rapportbyggare frys --lista visar de frysta utgåvorna.",
    )


def could_be(word: str, chosen: str, others: Sequence[str], ways: Sequence[str]) -> Problem:
    """A word that names more than one edition."""
    or_else = " eller ".join(ways)
    return Problem(
        "tvetydig-utgava",
        NOWHERE,
        f"”{word}” läses som {chosen}, men är också namnet på {join_words(others)}.",
        "",
        f"Menar du något annat: skriv {or_else}.",
        Severity.NOTE,
    )


def different_reports(old: str, new: str) -> Problem:
    """Two editions that have nothing in common."""
    return Problem(
        "olika-rapporter",
        NOWHERE,
        f"{old} och {new} är olika rapporter: titlarna skiljer, och inte ett stycke, en rubrik eller en tabell är gemensam.",
        "två utgåvor av samma rapport",
        "Kontrollera att du har angett rätt filer. Vill du jämföra dem ändå: lägg till --anda.",
    )


def known_by(name: str, what: str) -> str:
    """A final document whose figures are known by another way than the file."""
    return f"{name} är oförändrad sedan den byggdes, och läses ur {what}, som har samma fingeravtryck."


def without_basis(name: str) -> str:
    """A final document that is known by its text alone."""
    return (
        f"{name} är byggd av rapportbyggare, men varken en fryst utgåva eller dagens källor har filens fingeravtryck. Den läses "
        "som ett vanligt dokument, så vilka tal som är uppgifter syns inte."
    )


def pending_read(name: str, count: int, how: str) -> str:
    """Tracked changes that nobody has taken a stand on."""
    what = counted(count, "spårad ändring som inte är godkänd", "spårade ändringar som inte är godkända")
    return f"{name} har {what}. Filen läses som om {'den' if count == 1 else 'alla'} vore {how}."


def other_tool(name: str, version: str, own: str) -> str:
    """A frozen edition whose document another version of the program wrote."""
    return (
        f"{name} frystes med rapportbyggare {version}. Här är samma källor och uppgifter lästa med version {own}, så det som "
        "bara skiljer mellan versionerna syns inte."
    )


def written_otherwise(name: str) -> str:
    """A frozen edition that is not written as it was frozen."""
    return (
        f"Dokumentet i {name} är inte tecken för tecken det som byggs av dess källor i dag: verktyget, eller något det använder, "
        "är ett annat. Jämförelsen gäller källorna och uppgifterna som de frystes."
    )


def over_an_edition(place: Place) -> Problem:
    """A place for the answers where one of the compared files lies."""
    return Problem(
        "utdata-over-utgava",
        place,
        "Filen är en av dem som jämförs, och skulle skrivas över av svaret.",
        "en annan mapp för svaret",
        "Ange en annan mapp med --ut MAPP.",
    )


def among_inputs(place: Place) -> Problem:
    """Answers that would land among the inputs."""
    return Problem(
        "utdata-bland-indata",
        place,
        "Jämförelsen kan inte sparas i mapparna report, sections eller figures: där ligger det som rapporten byggs av.",
        "en annan mapp, till exempel output/jamforelse",
        "Välj en annan mapp med --ut MAPP, eller jämför utan --ut: då hamnar filerna i mappen output.",
    )


def cannot_write(place: Place, cause: str) -> Problem:
    """Answers that could not be written."""
    return Problem(
        "gar-inte-att-skriva",
        place,
        f"Jämförelsen går inte att skriva: {cause}. Ingen av filerna skrevs.",
        "en mapp som du får skriva i, på en disk med plats",
        "Åtgärda det och kör igen, eller spara jämförelsen någon annanstans med --ut MAPP.",
    )

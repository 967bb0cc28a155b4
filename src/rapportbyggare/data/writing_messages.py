"""What is said when something cannot be added to the archive."""

import errno

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def busy(lock: Place, holder: str) -> Problem:
    """Somebody else is adding to the archive; `holder` is "process computer", or ""."""
    process, _, computer = holder.partition(" ")
    who = f" Den görs av process {process} på datorn {computer}." if computer else ""
    return Problem(
        "inlasning-pagar",
        lock,
        f"En annan inläsning pågår i samma projekt.{who}",
        "en inläsning i taget",
        "Vänta tills den är klar och kör kommandot igen. Pågår ingen annan inläsning: ta bort filen "
        f"{lock.file} och kör kommandot igen.",
    )


def changed_meanwhile(index: Place) -> Problem:
    """The index is not what it was when the archive was read."""
    return Problem(
        "forteckningen-andrad",
        index,
        "Förteckningen ändrades medan uppgifterna lästes in. Inget har skrivits.",
        "en förteckning som ingen annan ändrar under tiden",
        "Kör kommandot igen. Är förteckningen öppen i ett annat program: spara och stäng den först.",
    )


def not_written(place: Place, error: OSError) -> Problem:
    """The computer would not write; nothing was changed."""
    if error.errno in _FULL:
        return _failed(place, "Det finns inte plats på disken.", "Frigör plats på disken och kör kommandot igen.")
    if isinstance(error, PermissionError):
        return _failed(
            place,
            "Filerna får inte skrivas: mappen är skrivskyddad, eller så är förteckningen öppen i ett annat program.",
            f"Stäng {place.file} i Excel och andra program och kör kommandot igen. Hjälper inte det: kontrollera att du får "
            "skriva i mappen report/data.",
        )
    return _failed(
        place,
        "Filerna kan inte skrivas.",
        "Kontrollera att report/data är en vanlig mapp på en disk som går att skriva till, och kör kommandot igen.",
    )


def _failed(place: Place, why: str, remedy: str) -> Problem:
    return Problem("kan-inte-skriva-arkivet", place, f"Uppgifterna kunde inte läggas in. {why}", "en mapp att skriva i", remedy)


def already_in(place: Place, number: int) -> Problem:
    """The very same file has been taken in before."""
    return Problem(
        "redan-inlast",
        place,
        f"Filen är redan inläst, som leverans {number}. Inget har ändrats.",
        "en fil som inte är inläst",
        f"Inget behöver göras. Ska filen läsas in på nytt: återkalla leverans {number} först.",
        Severity.NOTE,
    )


def nothing_in_it(place: Place) -> Problem:
    """A file without a single fact."""
    return Problem(
        "inga-uppgifter",
        place,
        "Det finns inga uppgifter att lägga in.",
        "minst en uppgift",
        "Kontrollera att det är rätt fil, och att beskrivningen av källan i report/kallor passar den.",
    )

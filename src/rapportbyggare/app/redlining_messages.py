"""Why a comparison has no Word file with tracked changes."""

from collections.abc import Sequence

from rapportbyggare.app.messages import installing
from rapportbyggare.core.place import NOWHERE
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.word.redline.data import Hindrance, Reason

CODE = "utan-sparade-andringar"
OF_EDITIONS = (Hindrance.DAMAGED, Hindrance.TRACKED, Hindrance.FOREIGN)


def no_package(name: str, edited: bool, foreign: bool, python: str) -> Problem:
    """An edition that is read as a document only, with nothing installed that compares such; `python` is the one that runs."""
    if foreign:
        why = f"{name} är inte byggd av rapportbyggare"
    elif edited:
        why = f"någon har ändrat {name} sedan den byggdes"
    else:
        why = f"det går inte att se vad i {name} som är uppgifter"
    return _none(
        f"{why}, och tillägget för andras Word-filer är inte installerat",
        "Allt som skiljer står i jamforelse.html. Vill du ändå ha en Word-fil: öppna Granska – Jämför i Word, eller installera "
        f'tillägget: kör {installing(python)} "python-redlines[docxodus]>=2" och jämför igen.',
    )


def engine_failed() -> Problem:
    """The engine for foreign files gave nothing."""
    return _none(
        "tillägget för andras Word-filer (python-redlines) gick inte att köra",
        "Allt som skiljer står i jamforelse.html. Vill du ändå ha en Word-fil: öppna Granska – Jämför i Word.",
    )


def engine_unproven(which: str) -> Problem:
    """What the engine for foreign files gave was not the two editions."""
    return _none(
        f"den som tillägget för andras Word-filer (python-redlines) gjorde blir inte {which}, och slängdes därför",
        "Allt som skiljer står i jamforelse.html. Vill du ändå ha en Word-fil: öppna Granska – Jämför i Word.",
    )


def refused(reasons: Sequence[Reason], old: str, new: str) -> Problem:
    """A redline that could not be made, or that failed its own proof."""
    about = {"old": old, "new": new}
    first = reasons[0]
    if first.hindrance in OF_EDITIONS:
        return _none(
            f"{about.get(first.file, first.file)} har något som inte kan få spårade ändringar ({first.hindrance.value})",
            "Allt som skiljer står i jamforelse.html. Bygg dokumentet på nytt och jämför igen, om det går.",
        )
    details = "; ".join(one.detail for one in reasons if one.detail)
    return _none(
        "den höll inte provet att bli den nya utgåvan när allt godkänns och den gamla när allt avvisas "
        f"({details or 'okänt fel'})",
        "Felet ligger i verktyget. Skicka det här meddelandet till den som sköter det. Allt som skiljer står i jamforelse.html.",
        Severity.FLAW,
    )


def _none(why: str, remedy: str, severity: Severity = Severity.NOTE) -> Problem:
    return Problem(CODE, NOWHERE, f"Ingen Word-fil med spårade ändringar skrevs: {why}.", "", remedy, severity)

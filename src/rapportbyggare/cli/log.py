"""The log of an internal error: added to the end of one of our own, never to anything else."""

import os
from pathlib import Path
from traceback import format_exception

HEADING = "Logg från rapportbyggare\n"
INPUTS = ("report", "sections", "figures")


def logged(error: Exception, log: Path, project: Path) -> str:
    """Write the error's traceback to `log`; what the user is told of it."""
    if why := unfit(log, project):
        return f"Loggen {log} skrevs inte: {why}. Ange en annan fil med --logg FIL."
    try:
        new = not log.exists()
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write((HEADING if new else "") + "".join(format_exception(error)))
    except OSError:
        return f"Loggen {log} gick inte att skriva. Ange en annan fil med --logg FIL."
    return f"Tekniska uppgifter finns i {log}. Skicka filen till den som sköter verktyget."


def unfit(log: Path, project: Path) -> str:
    """Why nothing may be added to `log`; "" when it may."""
    real = Path(os.path.realpath(log))
    if any(same(folder, project / name) for folder in real.parents for name in INPUTS):
        return "i mapparna report, sections och figures ligger det som rapporten byggs av"
    return "filen finns redan, och är ingen logg från rapportbyggare" if real.is_file() and not ours(real) else ""


def same(one: Path, other: Path) -> bool:
    """Whether both are the same folder, however they are spelled."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def ours(log: Path) -> bool:
    """Whether a file begins as our logs do; one that cannot be read does not."""
    try:
        with log.open("rb") as file:
            return file.read(len(HEADING.encode())) == HEADING.encode()
    except OSError:
        return False

"""Exit codes, the same for all commands."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes, the same for all commands."""

    DONE = 0
    PROBLEMS = 1
    USAGE = 2
    UNWRITABLE = 3
    INTERNAL = 70
    INTERRUPTED = 130


MEANINGS = {
    Exit.DONE: "allt gick bra",
    Exit.PROBLEMS: "fel i rapportens filer eller i det som angavs efter kommandot; inget skrevs"
    " (med kontrollera --strikt också för brister och formfel)",
    Exit.USAGE: "kommandot gick inte att förstå",
    Exit.UNWRITABLE: "det som skulle skrivas, eller en del av det, gick inte att skriva",
    Exit.INTERNAL: "internt fel i rapportbyggare (se --logg)",
    Exit.INTERRUPTED: "avbrutet med Ctrl+C",
}


def exit_codes() -> str:
    """The table of exit codes, as the help shows it."""
    return "\n".join(["slutkoder:", *(f"  {code.value:<4}{meaning}" for code, meaning in MEANINGS.items())])

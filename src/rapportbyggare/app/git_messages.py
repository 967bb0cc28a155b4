"""What is said of a revision that cannot be had."""

from rapportbyggare.core.place import NOWHERE
from rapportbyggare.core.problem import Problem

SHORT = 8
OTHERWISE = "Ange annars en byggd .docx-fil, en fryst utgåva, en dag eller en leverans."


def no_git(word: str) -> Problem:
    """A computer without git."""
    return Problem(
        "git-saknas",
        NOWHERE,
        f"”{word}” söktes som en version i git, men programmet git finns inte på den här datorn.",
        "git installerat, om en version i git ska jämföras",
        f"Installera git (https://git-scm.com) och kör igen. {OTHERWISE}",
    )


def no_repository(word: str) -> Problem:
    """A folder that git does not keep."""
    return Problem(
        "inget-git",
        NOWHERE,
        f"”{word}” söktes som en version i git, men projektets mapp sparas inte i git.",
        "en mapp som git håller reda på",
        f"Ligger projektet i git någon annanstans: ange den mappen med --projekt MAPP. {OTHERWISE}",
    )


def not_ours(folder: str) -> Problem:
    """A repository that belongs to another user, which git does not open."""
    return Problem(
        "git-vagrar",
        NOWHERE,
        f"Git vägrar att läsa mappen {folder}, för den tillhör en annan användare.",
        "en mapp som du själv äger, eller som du har sagt till git att lita på",
        f'Litar du på mappen: kör git config --global --add safe.directory "{folder}" och försök igen.',
    )


def no_revision(word: str) -> Problem:
    """A name that git does not know."""
    return Problem(
        "okand-version",
        NOWHERE,
        f"Git har ingen version som heter ”{word}”.",
        "en gren, en tagg eller en incheckning, till exempel main, HEAD~1 eller 1a2b3c4",
        "Kör git log --oneline i projektets mapp för att se versionerna, och ange en av dem.",
    )


def without_report(commit: str) -> Problem:
    """A revision from before the report, or of something else."""
    return Problem(
        "version-utan-rapport",
        NOWHERE,
        f"Versionen {commit[:SHORT]} i git har ingen rapport i projektets mapp: filen report/rapport.toml saknas.",
        "en version där rapporten finns",
        "Ange en senare version. Låg projektet i en annan mapp då går versionen inte att jämföra här.",
    )


def too_large(commit: str, files: int, megabytes: int) -> Problem:
    """A revision that is not laid out."""
    return Problem(
        "version-for-stor",
        NOWHERE,
        f"Versionen {commit[:SHORT]} i git har för mycket i projektets mapp för att läggas ut.",
        f"högst {files} filer och {megabytes} MB i report, sections, figures och bilder",
        f"Ta bort det stora ur projektets mapp. {OTHERWISE}",
    )


def unreadable(commit: str) -> Problem:
    """A repository that lacks something of the revision."""
    return Problem(
        "version-gar-inte-att-lasa",
        NOWHERE,
        f"Git kan inte lämna ut alla filer i versionen {commit[:SHORT]}: något saknas eller är skadat.",
        "ett helt git-arkiv",
        "Kör git fsck i projektets mapp. Är arkivet bara delvis hämtat: kör git fetch --refetch.",
    )

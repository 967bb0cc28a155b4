"""What is said when there is nothing to compare, or when a list of changes cannot be saved."""

from collections.abc import Sequence

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.sources.nearest import suggestion
from rapportbyggare.typography.words import join_words

ARCHIVE = Place("report/data/leveranser.csv")


def nothing_before() -> Problem:
    """An archive without an earlier state."""
    return Problem(
        "inget-att-jamfora-med",
        ARCHIVE,
        "Arkivet har inget tidigare läge att jämföra med: det har bara en leverans, eller ingen.",
        "minst två leveranser",
        "Läs in en leverans till med rapportbyggare ta-emot, eller ange två dagar efter rapportbyggare andringar.",
    )


def or_edition(problem: Problem, text: str, names: Sequence[str]) -> Problem:
    """Words that are no point in time, where also a frozen edition can be named."""
    if not names:
        return problem
    return problem._replace(
        message=f"{problem.message} {suggestion(text, names)}".strip(),
        expected=f"{problem.expected}, eller en fryst utgåva ({', '.join(names)})",
        remedy=f"{problem.remedy} En utgåva skrivs med sitt namn; rapportbyggare frys --lista visar dem.",
    )


def lost_deliveries(name: str, numbers: Sequence[int]) -> Problem:
    """An edition whose deliveries are no longer in the archive."""
    which = join_words([*map(str, numbers)])
    return Problem(
        "leverans-borta",
        ARCHIVE,
        f"Utgåvan ”{name}” bygger på leverans {which}, som inte finns i arkivet.",
        "arkivet med alla leveranser kvar",
        "Hämta tillbaka raderna i report/data/leveranser.csv och filerna de nämner ur en säkerhetskopia.",
    )


def cannot_save(place: Place, cause: str) -> Problem:
    """A list that could not be written."""
    return Problem(
        "gar-inte-att-skriva",
        place,
        f"Listan går inte att skriva: {cause}.",
        "en mapp som du får skriva i, på en disk med plats",
        "Åtgärda det och kör igen, eller spara listan någon annanstans med --ut FIL.",
    )


def among_inputs(place: Place) -> Problem:
    """A list that would land among the inputs."""
    return Problem(
        "utdata-bland-indata",
        place,
        "Listan kan inte sparas i mapparna report, sections eller figures: där ligger det som rapporten byggs av.",
        "en annan mapp, till exempel output",
        "Välj en annan plats efter --ut, till exempel --ut output/andringar.md.",
    )

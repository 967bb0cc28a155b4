"""Faults that only follow from a file that was not read: said beside the cause, their remedies would mislead."""

from collections.abc import Iterable

from rapportbyggare.core.problem import Problem, Severity

UNREAD = frozenset(
    {
        "avsnitt-saknas",
        "avsnitt-utan-plats",
        "fil-kan-inte-lasas",
        "fil-saknas",
        "filen-ar-for-stor",
        "inga-avsnitt",
        "kolumn-saknas",
        "leverans-utan-rad",
        "mapp-i-stallet-for-fil",
        "nyare-format",
        "toml-kan-inte-lasas",
        "utanfor-projektet",
    }
)
# A section or a delivery with such letters is read all the same; a TOML file is not.
BAD_LETTERS = frozenset({"forstorda-tecken", "inte-utf8", "otillatet-tecken"})
MANIFEST, TABLES, CHARTS, SECTIONS, DATA = "report/rapport.toml", "report/tabeller.toml", "figures", "sections", "report/data"
CATALOGUE, INDEX = "report/katalog.toml", "report/data/leveranser.csv"
CAUSES = {
    "delad-placering": (DATA, MANIFEST),
    "fel-harledning": (CATALOGUE,),
    "diagram-utan-tabell": (TABLES, SECTIONS, DATA, MANIFEST),
    "osaker-jamforelse": (DATA, MANIFEST),
    "pastaende-galler-inte": (DATA, MANIFEST),
    "okand-indikator": (CATALOGUE,),
    "okand-matt": (CATALOGUE,),
    "okand-plats": (CATALOGUE,),
    "summa-avviker": (DATA, MANIFEST),
    "summa-utan-tal": (DATA, MANIFEST),
    "underlag-saknas": (DATA, MANIFEST),
    "okand-diagram": (CHARTS,),
    "okand-hanvisning": (TABLES, CHARTS, SECTIONS, MANIFEST),
    "okand-tabell": (TABLES,),
    "okant-ursprung": (DATA, MANIFEST),
    "tom-rapport": (SECTIONS, MANIFEST),
    "tom-summa": (DATA, MANIFEST),
    "tomt-diagram": (DATA, MANIFEST),
    "uppgift-saknas": (DATA, MANIFEST),
}


def without_consequences(reading: Iterable[Problem], binding: Iterable[Problem], year: int) -> tuple[Problem, ...]:
    """The problems of `binding` that do not follow from a file that `reading` says was not read, or from a year unknown (0)."""
    unread = [problem.place.file for problem in reading if _leaves_unread(problem)]
    unread += [] if year else [MANIFEST]
    return tuple(problem for problem in binding if not _follows(problem, unread))


def _follows(problem: Problem, unread: list[str]) -> bool:
    return problem.place.file in unread or any(file.startswith(CAUSES.get(problem.code, ())) for file in unread)


def _leaves_unread(problem: Problem) -> bool:
    if problem.place.file in (CATALOGUE, INDEX) and problem.severity is Severity.ERROR:
        return True
    return problem.code in UNREAD or (problem.code in BAD_LETTERS and problem.place.file.endswith(".toml"))

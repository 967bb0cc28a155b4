"""What a check found, in the terminal and for programs."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from rapportbyggare.app.checking import Checked
from rapportbyggare.checks.excuses import Excused
from rapportbyggare.cli.show import KINDS, as_json, harmless, problem_data
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.typography.words import counted

if TYPE_CHECKING:
    from rapportbyggare.app.tidying import Tidied

SCHEMA = "kontroll/1"
RANKS = {severity: rank for rank, severity in enumerate(Severity)}
NAMES = {
    Severity.ERROR: ("fel", "fel"),
    Severity.FLAW: ("brist", "brister"),
    Severity.FORM: ("formfel", "formfel"),
    Severity.NOTE: ("upplysning", "upplysningar"),
}
MOST_IN_GROUP = 200


def checked_text(found: Checked, by: str) -> str:
    """The findings grouped by section (`avsnitt`) or by rule (`regel`), the excuses, and the counts."""
    parts = ["\n".join(_group(head, tuple(group), by)) for head, group in _groups(found.findings, by)]
    if found.excused:
        parts.append("\n".join(["Godkänt av författaren", *(_excused(one) for one in found.excused)]))
    return harmless("\n\n".join([*parts, _closing(found)]))


def _groups(findings: tuple[Problem, ...], by: str) -> "Iterator[tuple[str, Iterable[Problem]]]":
    key = _rule if by == "regel" else _file
    return groupby(sorted(findings, key=lambda one: (*_rank(one, by), one.place, one.code)), key)


def _rank(one: Problem, by: str) -> tuple[int, str]:
    """By rule the gravest first, by section as the files come."""
    return (RANKS[one.severity], one.code) if by == "regel" else (0, one.place.file)


def _rule(one: Problem) -> str:
    return one.code


def _file(one: Problem) -> str:
    return one.place.file or "Allmänt"


def _group(head: str, findings: tuple[Problem, ...], by: str) -> Iterator[str]:
    yield head if by != "regel" else f"{head} ({len(findings)})"
    for one in findings[:MOST_IN_GROUP]:
        yield from _finding(one, by)
    if len(findings) > MOST_IN_GROUP:
        yield f"  … och {len(findings) - MOST_IN_GROUP} till (alla visas med --format json)."


def _finding(one: Problem, by: str) -> Iterator[str]:
    where = str(one.place) if by == "regel" else spot(one)
    said = [KINDS[one.severity].ljust(5), where, "" if by == "regel" else one.code, f"”{one.quote}”" if one.quote else ""]
    yield "  " + "  ".join(part for part in said if part)
    yield f"         {one.message}"
    if one.expected:
        yield f"         Väntat: {one.expected}"
    if one.remedy:
        yield f"         Gör så här: {one.remedy}"


def spot(one: Problem) -> str:
    """Where in its file a finding stands: "12:5", "tabell 2, rad 3, kolumn 1", "" for the whole file."""
    place = one.place
    return place.cell or ":".join(str(part) for part in (place.line, place.column) if part)


def _excused(one: Excused) -> str:
    quote = f" ”{one.finding.quote}”" if one.finding.quote else ""
    return f"  {one.finding.place}  {one.finding.code}{quote}: {one.excuse.reason}"


def _closing(found: Checked) -> str:
    if not found.complete:
        return "Kontrollen kunde inte göras färdig: rätta felen ovan och kör igen."
    counts = [(sum(one.severity is severity for one in found.findings), names) for severity, names in NAMES.items()]
    said = ", ".join(counted(number, *names) for number, names in counts if number) or "Inget att anmärka på"
    excused = f" {counted(len(found.excused), 'godkänt', 'godkända')} av författaren." if found.excused else ""
    files = counted(len(found.files), "fil", "filer")
    return f"Kontrollerade {files}: {said[0].lower() + said[1:]}.{excused}"


def checked_data(found: Checked, code: int) -> str:
    """A check for programs: schema `kontroll/1` (docs/kontroll.md)."""
    counts = {severity.value: sum(one.severity is severity for one in found.findings) for severity in Severity}
    data = {
        "schema": SCHEMA,
        "slutkod": code,
        "fullstandig": found.complete,
        "filer": list(found.files),
        "antal": {**counts, "godkanda": len(found.excused)},
        "fynd": [finding_data(one) for one in found.findings],
        "godkanda": [{**finding_data(one.finding), "skal": one.excuse.reason} for one in found.excused],
    }
    return as_json(data)


def finding_data(one: Problem) -> dict[str, object]:
    """A finding for programs; `cell` is the paragraph or cell of a Word file."""
    return {**problem_data(one), "citat": one.quote}


def tidied_text(done: "tuple[Tidied, ...]", trial: bool) -> str:
    """What was mended, or with `trial` the lines that would be."""
    edits = counted(sum(one.edits for one in done), "ändring", "ändringar")
    files = counted(len(done), "fil", "filer")
    if not done:
        return "Inget att städa."
    if not trial:
        names = "\n".join(f"Städade {one.file}: {counted(one.edits, 'ändring', 'ändringar')}" for one in done)
        return harmless(f"{names}\n{edits} i {files}.")
    shown = "\n".join(line for one in done for line in one.diff)
    return harmless(f"{shown}\n\nProv: {edits} i {files}. Inget är skrivet. ° visar ett hårt mellanslag.")


def tidied_data(done: "tuple[Tidied, ...]", problems: tuple[Problem, ...], trial: bool, code: int) -> str:
    """A mending for programs: schema `stada/1`."""
    data = {
        "schema": "stada/1",
        "slutkod": code,
        "prov": trial,
        "filer": [{"fil": one.file, "andringar": one.edits, "diff": list(one.diff)} for one in done],
        "problem": [problem_data(one) for one in problems],
    }
    return as_json(data)

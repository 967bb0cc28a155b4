"""What the user reads in the terminal."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from rapportbyggare.app.build import Built, Summary, shown
from rapportbyggare.app.output import Placed, Reason
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.typography.words import counted

KINDS = {Severity.ERROR: "FEL", Severity.FLAW: "BRIST", Severity.FORM: "FORM", Severity.NOTE: "OBS"}
MOST_SHOWN = 200
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def problem_text(problem: Problem) -> str:
    """One problem: place, what is wrong, what was expected, what to do."""
    place = f"{problem.place}: " if problem.place.file else ""
    lines = [f"{KINDS[problem.severity]}  {place}{problem.message}"]
    if problem.expected:
        lines.append(f"     Väntat: {problem.expected}")
    if problem.remedy:
        lines.append(f"     Gör så här: {problem.remedy}")
    return harmless("\n".join(lines))


def harmless(text: str) -> str:
    """The text without characters that command a terminal: a name out of a file may hold any."""
    return CONTROL.sub("?", text)


def problems_text(problems: tuple[Problem, ...]) -> str:
    """All problems, and how many there are."""
    lines = [problem_text(problem) for problem in problems[:MOST_SHOWN]]
    if len(problems) > MOST_SHOWN:
        lines.append(f"… och {len(problems) - MOST_SHOWN} till (alla visas med --format json).")
    return "\n\n".join(lines)


def closing(built: Built, folder: Path) -> str:
    """The closing summary of a build."""
    if built.summary is None or built.document is None:
        return f"Inget dokument skrevs: {_errors(built)}, se ovan. Ett dokument som redan fanns är orört."
    lines = [_written(built.document, folder), *_beside(built.document, "dokumentet")]
    if built.ledger is not None:
        lines += [f"Siffrorna med källor: {shown(built.ledger.path, folder)}", *_beside(built.ledger, "siffrorna")]
    lines.append(_counts(built.summary, sum(problem.severity is not Severity.ERROR for problem in built.problems)))
    if built.summary.turned_back:
        lines.append(f"Uppgifterna är som de var {_moment(built.summary.turned_back)}. Texten är dagens.")
    if built.summary.likeness:
        lines.append(built.summary.likeness)
    if built.summary.contents:
        lines.append("Innehållsförteckningen är ifylld. Sidnumren i den får du i Word: markera den och tryck F9.")
    return "\n".join(lines)


def _moment(turned_back: str) -> str:
    return f"när {turned_back} hade lästs in" if turned_back.startswith("leverans") else turned_back


def _errors(built: Built) -> str:
    return counted(sum(problem.severity is Severity.ERROR for problem in built.problems), "fel", "fel")


def _counts(summary: Summary, warnings: int) -> str:
    date = f"uppgifter per {summary.data_date}, " if summary.data_date else ""
    return (
        f"Status {summary.status}, {date}utgåva {summary.mark}. "
        f"{counted(summary.sections, 'avsnitt', 'avsnitt')}, {counted(summary.tables, 'tabell', 'tabeller')}, "
        f"{counted(summary.figures, 'figur', 'figurer')}, {counted(summary.notes, 'fotnot', 'fotnoter')}, "
        f"{counted(summary.numbers, 'siffra', 'siffror')} ur datamängden, {counted(warnings, 'varning', 'varningar')}."
    )


def _written(document: Placed, folder: Path) -> str:
    name = shown(document.path, folder)
    return f"Oförändrat: {name}" if document.unchanged else f"Skrev {name}"


def _beside(placed: Placed, what: str) -> list[str]:
    """Which is which, when a file was not written under its own name."""
    match placed.reason:
        case Reason.EDITED:
            why = "har ändrats sedan det byggdes (kanske i Word)"
        case Reason.LOCKED:
            why = "är öppet i ett annat program (eller har en kvarglömd låsfil bredvid sig)"
        case Reason.DECIDED:
            why = "är det beslutade dokumentet"
        case None:
            return []
    kept = placed.kept.name if placed.kept else "Det gamla"
    return [f"  {kept} {why} och är orört. {placed.path.name} har {what} från det här bygget."]


def problem_data(problem: Problem) -> dict[str, object]:
    """A problem for programs."""
    return {
        "kod": problem.code,
        "allvar": problem.severity.value,
        "fil": problem.place.file,
        "rad": problem.place.line,
        "kolumn": problem.place.column,
        "cell": problem.place.cell,
        "meddelande": problem.message,
        "vantat": problem.expected,
        "forslag": problem.remedy,
    }


def as_json(data: Mapping[str, object]) -> str:
    """JSON in ASCII: it means the same whatever encoding the terminal or the pipe has."""
    return json.dumps(data, indent=2)


def build_data(built: Built, folder: Path, code: int) -> str:
    """A build for programs: schema `bygg/1`."""
    data: dict[str, object] = {"schema": "bygg/1", "slutkod": code, "problem": [problem_data(one) for one in built.problems]}
    if built.summary and built.document:
        summary = built.summary
        data |= {
            "dokument": shown(built.document.path, folder),
            "skrivet": not built.document.unchanged,
            "bredvid": built.document.reason.value if built.document.reason else "",
            "siffror": shown(built.ledger.path, folder) if built.ledger else "",
            "siffror_bredvid": built.ledger.reason.value if built.ledger and built.ledger.reason else "",
            "status": summary.status,
            "uppgifter_per": summary.data_date,
            "utgava": summary.mark,
            "skillnad": summary.likeness,
            "per": summary.turned_back,
            "antal": {
                "avsnitt": summary.sections,
                "tabeller": summary.tables,
                "figurer": summary.figures,
                "fotnoter": summary.notes,
                "siffror": summary.numbers,
            },
        }
    return as_json(data)

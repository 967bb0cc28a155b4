"""What the user reads in the terminal."""

import json
from pathlib import Path

from rapportbyggare.app.build import Built, Summary, shown
from rapportbyggare.app.output import Placed, Reason
from rapportbyggare.core.problem import Problem, Severity

KINDS = {Severity.ERROR: "FEL", Severity.FLAW: "BRIST", Severity.FORM: "FORM", Severity.NOTE: "OBS"}
MOST_SHOWN = 200


def problem_text(problem: Problem) -> str:
    """One problem: place, what is wrong, what was expected, what to do."""
    place = f"{problem.place}: " if problem.place.file else ""
    lines = [f"{KINDS[problem.severity]}  {place}{problem.message}"]
    if problem.expected:
        lines.append(f"     Väntat: {problem.expected}")
    if problem.remedy:
        lines.append(f"     Gör så här: {problem.remedy}")
    return "\n".join(lines)


def problems_text(problems: tuple[Problem, ...]) -> str:
    """All problems, and how many there are."""
    lines = [problem_text(problem) for problem in problems[:MOST_SHOWN]]
    if len(problems) > MOST_SHOWN:
        lines.append(f"… och {len(problems) - MOST_SHOWN} till (alla visas med --format json).")
    return "\n\n".join(lines)


def counted(number: int, one: str, many: str) -> str:
    """ "1 fel", "2 brister"."""
    return f"{number} {one if number == 1 else many}"


def closing(built: Built, folder: Path) -> str:
    """The closing summary of a build."""
    errors = sum(problem.severity is Severity.ERROR for problem in built.problems)
    if built.summary is None or built.document is None or built.ledger is None:
        return (
            f"Inget dokument skrevs: {counted(errors, 'fel', 'fel')}. Rätta felen och bygg igen. Det förra dokumentet är orört."
        )
    summary = built.summary
    lines = [_written(built.document, folder), *_beside(built.document, folder), _numbers(built.ledger, folder, summary)]
    lines.append(
        f"Status {summary.status}, uppgifter per {summary.data_date}, utgåva {summary.mark}. "
        f"{counted(summary.sections, 'avsnitt', 'avsnitt')}, {counted(summary.tables, 'tabell', 'tabeller')}, "
        f"{counted(summary.figures, 'figur', 'figurer')}, {counted(summary.notes, 'fotnot', 'fotnoter')}, "
        f"{counted(summary.numbers, 'siffra', 'siffror')} ur datamängden, "
        f"{counted(len(built.problems), 'varning', 'varningar')}."
    )
    if summary.contents:
        lines.append("Innehållsförteckningen är ifylld. Sidnumren i den får du i Word: markera den och tryck F9.")
    return "\n".join(lines)


def _written(document: Placed, folder: Path) -> str:
    name = shown(document.path, folder)
    return f"Oförändrat: {name}" if document.unchanged else f"Skrev {name}"


def _beside(document: Placed, folder: Path) -> list[str]:
    match document.reason:
        case Reason.EDITED:
            return [
                "Det förra dokumentet har ändrats sedan det byggdes och är orört. Det nya ligger bredvid, med datum i namnet."
            ]
        case Reason.LOCKED:
            return ["Det förra dokumentet är öppet i ett annat program och är orört. Det nya ligger bredvid, med datum i namnet."]
        case None:
            return []


def _numbers(ledger: Placed, folder: Path, summary: Summary) -> str:
    return f"Siffrorna med källor: {shown(ledger.path, folder)}"


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


def build_data(built: Built, folder: Path, code: int) -> str:
    """A build for programs: schema `bygg/1`."""
    data: dict[str, object] = {"schema": "bygg/1", "slutkod": code, "problem": [problem_data(one) for one in built.problems]}
    if built.summary and built.document and built.ledger:
        summary = built.summary
        data |= {
            "dokument": shown(built.document.path, folder),
            "skrivet": not built.document.unchanged,
            "bredvid": built.document.reason.value if built.document.reason else "",
            "siffror": shown(built.ledger.path, folder),
            "status": summary.status,
            "uppgifter_per": summary.data_date,
            "utgava": summary.mark,
            "antal": {
                "avsnitt": summary.sections,
                "tabeller": summary.tables,
                "figurer": summary.figures,
                "fotnoter": summary.notes,
                "siffror": summary.numbers,
            },
        }
    return json.dumps(data, ensure_ascii=False, indent=2)

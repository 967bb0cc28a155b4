"""Corrections to a draft that others have edited, in the terminal and for programs."""

from collections.abc import Iterator

from rapportbyggare.app.corrections import CorrectionReport
from rapportbyggare.cli.changes_text import chapter_text, wrapped
from rapportbyggare.cli.show import as_json, harmless, problem_data
from rapportbyggare.core.problem import Problem, has_errors
from rapportbyggare.diff.correction import Correction, Standing
from rapportbyggare.diff.correction_telling import tell_corrections


def corrections_text(report: CorrectionReport) -> str:
    """All corrections under their headings, and how many there are; "" when the file could not be read."""
    if has_errors(report.problems):
        return ""
    told = tell_corrections(report.items)
    head = "\n".join([f"Rättelser i {report.file}", *(line for text in report.remarks for line in wrapped(text, "", ""))])
    return harmless("\n\n".join([head, *map(chapter_text, told.chapters), *told.summary]))


def corrections_data(report: CorrectionReport, code: int, problems: tuple[Problem, ...]) -> str:
    """All corrections for programs: schema `rattelser/1`; `problems` are the report's, and why it was not saved."""
    data: dict[str, object] = {"schema": "rattelser/1", "slutkod": code, "problem": list(map(problem_data, problems))}
    if not has_errors(report.problems):
        data |= {
            "fil": report.file,
            "uppgifter_per": report.old,
            "dagens_uppgifter_per": report.new,
            "upplysningar": list(report.remarks),
            "antal": dict(_counts(report)),
            "rattelser": list(map(_correction, report.items)),
        }
    return as_json(data)


def _counts(report: CorrectionReport) -> Iterator[tuple[str, int]]:
    yield "ratta", report.counted(Standing.TODO)
    yield "rattade", report.counted(Standing.DONE)
    yield "hittades_inte", report.counted(Standing.LOST)
    yield "gamla_tal", report.counted(Standing.SEE)
    yield "andrade_av_nagon", report.counted(Standing.CHANGED)


def _correction(one: Correction) -> dict[str, object]:
    return {
        "lage": one.standing.value,
        "slag": one.what.value,
        "rubrik": one.heading,
        "plats": one.where,
        "mening": one.sentence,
        "i_utkastet": one.old,
        "star": one.stands,
        "ska_sta": one.right,
        "anmarkning": one.remark,
        "i_diagrammet": [{"var": where, "gammalt": old, "nytt": new} for where, old, new in one.drawn],
    }

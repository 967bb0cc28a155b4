"""A list of corrections as Markdown, to save or send."""

from collections.abc import Iterator

from rapportbyggare.app.changes_markdown import chapter_lines, escaped
from rapportbyggare.app.corrections import CorrectionReport
from rapportbyggare.core.problem import has_errors
from rapportbyggare.diff.correction_telling import tell_corrections


def corrections_markdown(report: CorrectionReport) -> str:
    """The whole list; "" when the file could not be read."""
    return "" if has_errors(report.problems) else "\n".join(_lines(report))


def _lines(report: CorrectionReport) -> Iterator[str]:
    told = tell_corrections(report.items)
    yield f"# Rättelser i {escaped(report.file)}"
    yield ""
    yield " ".join(map(escaped, (*report.remarks, *(f"{text}." for text in told.summary))))
    for chapter in told.chapters:
        yield from chapter_lines(chapter)
    yield ""

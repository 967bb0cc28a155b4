"""The command `andringar`: what changed between two points in time."""

import sys
from argparse import Namespace
from pathlib import Path

from rapportbyggare.app.changes import ChangeReport, changes
from rapportbyggare.app.output import Placed
from rapportbyggare.cli.arguments import UsageError
from rapportbyggare.cli.changes_text import changes_data, changes_text
from rapportbyggare.cli.endings import check_ending
from rapportbyggare.cli.exits import Exit
from rapportbyggare.cli.progress import Progress
from rapportbyggare.cli.show import problems_text
from rapportbyggare.core.problem import Problem, has_errors


def run_changes(options: Namespace) -> int:
    """Show what changed (`fran`, `till`) or what to correct by hand in a file (`i`); the exit code.

    Raises UsageError when both are asked for, or the list cannot be saved as it is said.
    """
    check_ending(options.ut, ".md", "andringar.md")
    if options.i is not None:
        return _run_corrections(options)
    folder = Path(options.projekt)
    with Progress(sys.stderr) as progress:
        report = changes(folder, options.fran, options.till, progress)
    saved = _saved(report, options.ut, folder)
    unwritable = isinstance(saved, Problem)
    code = Exit.UNWRITABLE if unwritable else Exit.DONE if report.changes else Exit.PROBLEMS
    problems = (*report.problems, saved) if isinstance(saved, Problem) else report.problems
    if options.format == "json":
        print(changes_data(report, code, problems))
        return code
    if problems:
        print(problems_text(problems), file=sys.stderr)
    if report.changes:
        print(changes_text(report))
    if saved is not None and not isinstance(saved, Problem):
        print(f"\nSkrev {saved.path.as_posix()}")
    return code


def _saved(report: ChangeReport, out: str | None, folder: Path) -> Placed | Problem | None:
    if not out or report.changes is None:
        return None
    from rapportbyggare.app.changes_markdown import save_changes

    return save_changes(report, Path(out), folder)


def _run_corrections(options: Namespace) -> int:
    from rapportbyggare.app.changes_markdown import save_text
    from rapportbyggare.app.corrections import corrections
    from rapportbyggare.app.corrections_markdown import corrections_markdown
    from rapportbyggare.cli.corrections_text import corrections_data, corrections_text

    if options.fran is not None:
        raise UsageError("Ange antingen FRÅN och TILL eller --i FIL: ett ändrat utkast jämförs alltid med dagens uppgifter.")
    folder = Path(options.projekt)
    with Progress(sys.stderr) as progress:
        report = corrections(folder, Path(options.i), progress)
    failed = has_errors(report.problems)
    saved = save_text(corrections_markdown(report), Path(options.ut), folder) if options.ut and not failed else None
    unwritable = isinstance(saved, Problem)
    code = Exit.UNWRITABLE if unwritable else Exit.PROBLEMS if failed else Exit.DONE
    problems = (*report.problems, saved) if isinstance(saved, Problem) else report.problems
    if options.format == "json":
        print(corrections_data(report, code, problems))
        return code
    if problems:
        print(problems_text(problems), file=sys.stderr)
    if not failed:
        print(corrections_text(report))
    if saved is not None and not isinstance(saved, Problem):
        print(f"\nSkrev {saved.path.as_posix()}")
    return code

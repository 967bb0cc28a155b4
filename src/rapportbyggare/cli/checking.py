"""The command `kontrollera`: what a careful colleague would find, where, why and what to do."""

import sys
from argparse import Namespace
from pathlib import Path

from rapportbyggare.app.checking import Checked, check
from rapportbyggare.cli.arguments import UsageError
from rapportbyggare.cli.checking_text import checked_data, checked_text, tidied_data, tidied_text
from rapportbyggare.cli.exits import Exit
from rapportbyggare.cli.progress import Progress
from rapportbyggare.cli.show import problems_text
from rapportbyggare.core.problem import Severity, has_errors


def run_check(options: Namespace) -> int:
    """Check the project or the files, or mend their typography; the exit code tells of errors alone, unless `strikt`.

    Raises UsageError for flags that do not go together.
    """
    _sorted_out(options)
    if options.stada:
        return _run_tidying(options)
    folder, files = Path(options.projekt), tuple(map(Path, options.filer))
    with Progress(sys.stderr) as progress:
        found = check(folder, files, options.slutlig, progress, options.utgava or "", options.stavning)
    code = exit_code(found, options.strikt)
    if options.format == "json":
        print(checked_data(found, code))
    else:
        print(checked_text(found, options.gruppera))
    return code


def exit_code(found: Checked, strict: bool) -> Exit:
    """PROBLEMS for errors; with `strict` for all but notes."""
    serious = any(one.severity is not Severity.NOTE for one in found.findings) if strict else has_errors(found.findings)
    return Exit.PROBLEMS if serious or not found.complete else Exit.DONE


def _sorted_out(options: Namespace) -> None:
    if options.prova and not options.stada:
        raise UsageError("Flaggan --prova hör till --stada: rapportbyggare kontrollera --stada --prova.")
    if options.stada and (options.slutlig or options.strikt or options.utgava):
        raise UsageError("Flaggan --stada går inte ihop med --slutlig, --strikt eller --utgava. Kör dem var för sig.")
    if options.stada and options.stavning:
        raise UsageError("Flaggan --stavning går inte ihop med --stada. Kör dem var för sig.")
    if options.utgava and not options.filer:
        raise UsageError("Flaggan --utgava behöver en FIL som ska jämföras med utgåvans uppgifter.")


def _run_tidying(options: Namespace) -> int:
    from rapportbyggare.app.tidying import tidy

    done, problems = tidy(Path(options.projekt), tuple(map(Path, options.filer)), options.prova)
    code = Exit.UNWRITABLE if any(one.code == "gar-inte-att-skriva" for one in problems) else Exit.DONE
    code = Exit.PROBLEMS if problems and code is Exit.DONE else code
    if options.format == "json":
        print(tidied_data(done, problems, options.prova, code))
        return code
    if problems:
        print(problems_text(problems), file=sys.stderr)
    print(tidied_text(done, options.prova))
    return code

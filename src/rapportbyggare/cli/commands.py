"""What each command does: call the application, show the answer."""

import sys
from argparse import Namespace
from pathlib import Path

from rapportbyggare.cli.endings import check_ending
from rapportbyggare.cli.exits import Exit
from rapportbyggare.cli.progress import Progress
from rapportbyggare.cli.show import as_json, build_data, closing, problem_data, problems_text
from rapportbyggare.core.problem import has_errors


def run(options: Namespace) -> int:
    """Run the chosen command; its exit code."""
    match options.command:
        case "bygg":
            return _build(options)
        case "kontrollera":
            from rapportbyggare.cli.checking import run_check

            return run_check(options)
        case "ta-emot":
            from rapportbyggare.cli.taking import run_intake

            return run_intake(options)
        case "andringar":
            from rapportbyggare.cli.changes_command import run_changes

            return run_changes(options)
        case "jamfor":
            from rapportbyggare.cli.comparing import run_comparison

            return run_comparison(options)
        case "frys":
            from rapportbyggare.cli.freezing import run_freeze

            return run_freeze(options)
        case "uttryck":
            return _vocabulary(options)
        case _:
            return _template(options)


def _build(options: Namespace) -> int:
    from rapportbyggare.app.build import build

    check_ending(options.ut, ".docx", "rapport.docx")
    folder = Path(options.projekt)
    with Progress(sys.stderr) as progress:
        built = build(folder, options.slutlig, Path(options.ut) if options.ut else None, progress, options.per or "")
    code = Exit.UNWRITABLE if built.unwritable else Exit.DONE if built.document else Exit.PROBLEMS
    if options.format == "json":
        print(build_data(built, folder, code))
        return code
    if built.problems:
        print(problems_text(built.problems), file=sys.stderr)
        print(file=sys.stderr)
    print(closing(built, folder), file=sys.stderr if code else sys.stdout)
    return code


def _vocabulary(options: Namespace) -> int:
    from rapportbyggare.app.author import author_vocabulary
    from rapportbyggare.cli.words import words_data, words_text

    entries, problems = author_vocabulary(Path(options.projekt))
    if options.sok:
        entries = tuple(entry for entry in entries if options.sok.lower() in f"{entry.usage} {entry.meaning}".lower())
    code = Exit.PROBLEMS if has_errors(problems) else Exit.DONE
    if options.format == "json":
        print(words_data(entries, problems, code))
        return code
    if entries or not has_errors(problems):
        print(words_text(entries, options.sok))
    if problems:
        print("\n" + problems_text(problems), file=sys.stderr)
    return code


def _template(options: Namespace) -> int:
    from rapportbyggare.app.template import template_report

    lacks, problems = template_report(Path(options.fil))
    code = Exit.PROBLEMS if has_errors(problems) else Exit.DONE
    if options.format == "json":
        problem = [problem_data(one) for one in problems]
        print(as_json({"schema": "mall/1", "slutkod": code, "saknas": list(lacks), "problem": problem}))
    elif problems:
        print(problems_text(problems), file=sys.stderr)
    elif lacks:
        print("Mallen går att använda. Det här saknas i den:")
        print("\n".join(f"  {lack}" for lack in lacks))
    else:
        print("Mallen har allt som rapporten behöver.")
    return code

"""The command."""

import gc
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from rapportbyggare.cli.arguments import UsageError, parsed
from rapportbyggare.cli.exits import Exit
from rapportbyggare.cli.streams import flushed, prepare


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code. No traceback ever reaches the user."""
    # A short-lived process: collecting cycles costs more than the memory it would give back.
    gc.disable()
    prepare(sys.stdout, sys.stderr)
    code = _guarded(sys.argv[1:] if arguments is None else arguments)
    flushed(sys.stdout, sys.stderr)
    return code


def _guarded(words: Sequence[str]) -> int:
    try:
        return _run(parsed(words))
    except UsageError as error:
        print(error, file=sys.stderr)
        return Exit.USAGE
    except SystemExit as done:
        return int(done.code or 0)
    except KeyboardInterrupt:
        print("\nAvbrutet. Inget halvfärdigt dokument har skrivits.", file=sys.stderr)
        return Exit.INTERRUPTED
    except BrokenPipeError:
        return Exit.DONE


def _run(options: Namespace) -> int:
    try:
        from rapportbyggare.cli import commands

        return commands.run(options)
    except BrokenPipeError:
        raise
    except Exception as error:
        print(_internal(error, options.logg), file=sys.stderr)
        return Exit.INTERNAL


def _internal(error: Exception, log: str | None) -> str:
    return (
        "Internt fel i rapportbyggare: felet ligger i verktyget, inte i rapportens filer. "
        f"Inget halvfärdigt dokument har skrivits.\n{_logged(error, log)}"
    )


def _logged(error: Exception, log: str | None) -> str:
    if log is None:
        return "Kör igen med --logg fel.txt och skicka filen till den som sköter verktyget."
    import traceback

    try:
        # Added to the end: a log named by mistake as one of the author's files destroys nothing.
        with Path(log).open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write("".join(traceback.format_exception(error)))
    except OSError:
        return f"Loggen {log} gick inte att skriva. Ange en annan fil med --logg FIL."
    return f"Tekniska uppgifter finns i {log}. Skicka filen till den som sköter verktyget."

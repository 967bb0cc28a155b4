"""The command."""

import atexit
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
    atexit.register(gc.freeze)  # else all that is left is gone through once more when the process ends
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
        print("\nAvbrutet. Inget halvfärdigt har skrivits.", file=sys.stderr)
        return Exit.INTERRUPTED
    except BrokenPipeError:
        return Exit.DONE


def _run(options: Namespace) -> int:
    try:
        from rapportbyggare.cli import commands

        return commands.run(options)
    except (BrokenPipeError, UsageError):
        raise
    except Exception as error:
        print(_internal(error, options), file=sys.stderr)
        return Exit.INTERNAL


def _internal(error: Exception, options: Namespace) -> str:
    return (
        "Internt fel i rapportbyggare: felet ligger i verktyget, inte i rapportens filer. "
        f"Inget halvfärdigt har skrivits.\n{_logged(error, options)}"
    )


def _logged(error: Exception, options: Namespace) -> str:
    if options.logg is None:
        return "Kör igen med --logg fel.txt och skicka filen till den som sköter verktyget."
    from rapportbyggare.cli.log import logged

    return logged(error, Path(options.logg), Path(options.projekt))

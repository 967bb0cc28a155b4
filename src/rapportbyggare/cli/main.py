"""The command."""

import gc
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from rapportbyggare.cli.arguments import UsageError, folded, parser
from rapportbyggare.cli.exits import Exit


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code. No traceback ever reaches the user."""
    # A short-lived process: collecting cycles costs more than the memory it would give back.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        options = parser().parse_args(folded(words))
    except UsageError as error:
        return _misused(str(error))
    except SystemExit as done:
        return int(done.code or 0)
    return _run(options)


def _misused(program: str) -> int:
    print(f"Kommandot gick inte att förstå. Skriv {program} --hjälp för att se hur det används.", file=sys.stderr)
    return Exit.USAGE


def _run(options: Namespace) -> int:
    from rapportbyggare.cli import commands

    try:
        return commands.run(options)
    except KeyboardInterrupt:
        print("\nAvbrutet. Inget har ändrats.", file=sys.stderr)
        return Exit.INTERRUPTED
    except BrokenPipeError:
        return Exit.DONE
    except Exception as error:
        return _internal(error, options.logg)


def _internal(error: Exception, log: str | None) -> int:
    where = ""
    if log:
        import traceback

        try:
            Path(log).write_text("".join(traceback.format_exception(error)), encoding="utf-8")
            where = f" Tekniska uppgifter finns i {log}."
        except OSError:
            where = f" Loggen {log} gick inte att skriva."
    hint = where or " Kör igen med --logg fel.txt och skicka filen till den som sköter verktyget."
    print(f"Internt fel i rapportbyggare. Inget dokument skrevs, och det förra är orört.{hint}", file=sys.stderr)
    return Exit.INTERNAL

"""The command `jamfor`: two editions side by side."""

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from rapportbyggare.app.comparing import Asked, Compared, compare
from rapportbyggare.app.redlining import Authors
from rapportbyggare.cli.arguments import FOLDED, UsageError
from rapportbyggare.cli.comparing_text import answer_data, comparison_text
from rapportbyggare.cli.exits import Exit
from rapportbyggare.cli.progress import Progress
from rapportbyggare.cli.show import problems_text
from rapportbyggare.core.read import Pending
from rapportbyggare.sources.text import is_folder

HANDS = {"data": "data", "text": "text", "numrering": "numbering"}
LONGEST = 60
FILES = (".docx", ".html", ".htm", ".json", ".md", ".pdf")


def run_comparison(options: Namespace) -> int:
    """Compare two editions and write what differs; the exit code. Raises UsageError for what cannot be read."""
    _check_folder(options.ut)
    folder = Path(options.projekt)
    out = Path(options.ut) if options.ut else None
    pending, authors = Pending(options.sparade), authors_of(options.forfattare)
    with Progress(sys.stderr) as progress:
        found = compare(folder, Asked(options.gammal, options.ny, out, pending, authors, options.anda), progress)
    code = exit_code(found)
    if options.format == "json":
        print(answer_data(found, folder, code))
        return code
    if found.problems:
        print(problems_text(found.problems) + "\n", file=sys.stderr)
    print(comparison_text(found, folder), file=sys.stderr if code else sys.stdout)
    return code


def _check_folder(out: str | None) -> None:
    """Raise UsageError for what can only be meant as one of the files."""
    if out and Path(out).suffix.lower() in FILES and not is_folder(Path(out)):
        folder = Path(out).with_suffix("").as_posix()
        raise UsageError(f"”{out}” ser ut som en fil, men --ut är mappen för de tre filerna. Skriv till exempel --ut {folder}.")


def exit_code(found: Compared) -> Exit:
    """UNWRITABLE when the answers could not be put in place, PROBLEMS when nothing could be compared."""
    if found.unwritable:
        return Exit.UNWRITABLE
    return Exit.DONE if found.comparison else Exit.PROBLEMS


def authors_of(said: Iterable[str]) -> Authors:
    """The authors by what the user calls them: "data=Statistikern". Raises UsageError."""
    names = {}
    for one in said:
        kind, sign, name = one.partition("=")
        hand = HANDS.get(kind.strip().lower().translate(FOLDED))
        if not (sign and hand and name.strip()) or len(name.strip()) > LONGEST or not name.isprintable():
            raise UsageError(
                f"”{one}” går inte att läsa som en författare. Skriv data=NAMN, text=NAMN eller numrering=NAMN, med högst "
                f"{LONGEST} tecken, till exempel --forfattare data=Statistikern."
            )
        names[hand] = name.strip()
    return Authors(**names)

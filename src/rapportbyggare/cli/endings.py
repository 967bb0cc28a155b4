"""Names of files to be written, as they are given after --ut."""

from pathlib import Path

from rapportbyggare.cli.arguments import UsageError
from rapportbyggare.sources.text import is_folder


def check_ending(out: str | None, ending: str, usual: str) -> None:
    """Raise UsageError when `out` is a folder or lacks the ending; `usual` is a name to show."""
    if not out or (Path(out).suffix.lower() == ending and not is_folder(Path(out))):
        return
    if is_folder(Path(out)):
        raise UsageError(f"”{out}” är en mapp. Skriv filens namn också, till exempel --ut {(Path(out) / usual).as_posix()}.")
    pdf = " Vill du ha en PDF: öppna dokumentet i Word och spara det som PDF." if out.lower().endswith(".pdf") else ""
    example = Path(out).with_suffix(ending).as_posix()
    raise UsageError(f"”{out}” slutar inte på {ending}, som filen ska göra. Skriv till exempel --ut {example}.{pdf}")

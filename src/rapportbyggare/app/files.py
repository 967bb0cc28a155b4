"""Files that a build does not read as text: pictures and templates the author names, and files named on the command line."""

from pathlib import Path

from rapportbyggare.app import messages
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.sources.text import is_folder, read_bytes

MEGABYTE = 1_000_000
LARGEST = 100


def read_named(folder: Path, name: str, place: Place) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The bytes of the file `name` of the project; a problem stands at `place`, where the author wrote the name."""
    content, problems = read_bytes(folder, name)
    return content, tuple(messages.of_no_text(problem)._replace(place=place) for problem in problems)


def read_chosen(file: Path) -> bytes | Problem:
    """The bytes of a file of the user's choice, which may lie anywhere, or why they cannot be had."""
    name = file.as_posix()
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST * MEGABYTE + 1)
    except FileNotFoundError:
        return messages.no_file(name)
    except OSError:
        return messages.folder_for_file(name) if is_folder(file) else messages.unreadable_file(name)
    return content if len(content) <= LARGEST * MEGABYTE else messages.too_large_file(name, LARGEST)

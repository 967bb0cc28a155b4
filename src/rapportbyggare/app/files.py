"""Files that are no text: pictures and templates, with problems where they are named."""

from dataclasses import replace
from pathlib import Path

from rapportbyggare.app import messages
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.sources.text import read_bytes


def read_named(folder: Path, name: str, place: Place) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The bytes of the file `name` of the project; a problem stands at `place`, where the author wrote the name."""
    content, problems = read_bytes(folder, name)
    return content, tuple(replace(messages.of_no_text(problem), place=place) for problem in problems)

"""Which paragraph heads a table in a file that does not say so: the one right above it, if it reads like a heading."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.subject import Line

HEADING = lazy(r"\s*tabell\b(?:\s*\d+\s*[.:]|\s*:)", re.IGNORECASE)
SHORT = 140


def with_captions(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with the paragraphs that head a table told as such."""
    return (*_headed(lines), *lines[-1:])


def _headed(lines: tuple[Line, ...]) -> Iterator[Line]:
    for line, following in pairwise(lines):
        above = not line.block and line.part == "stycke" and following.block.startswith("tabell:")
        yield replace(line, part="rubrik", block=following.block) if above and _announces(line.text) else line


def _announces(text: str) -> bool:
    return HEADING.match(text) is not None or text.rstrip().endswith(":") or (len(text) < SHORT and not text.endswith("."))

"""What a region's own Word template lacks."""

from dataclasses import replace
from pathlib import Path

from rapportbyggare.core.problem import Problem
from rapportbyggare.sources.text import read_bytes
from rapportbyggare.word.template import lacks, read_template


def template_report(file: Path) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """What the template lacks, in words; or why it cannot be used. The file is the user's choice and may lie anywhere."""
    content, problems = read_bytes(file.parent, file.name)
    if content is None:
        return (), tuple(replace(problem, place=replace(problem.place, file=file.as_posix())) for problem in problems)
    template, problems = read_template(content, file.as_posix())
    return (lacks(template), problems) if template is not None else ((), problems)

"""What a region's own Word template lacks."""

import os
from pathlib import Path

from rapportbyggare.app import messages
from rapportbyggare.app.files import read_named
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.word.template.template import lacks, read_template


def template_report(file: Path) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """What the template lacks, in words; or why it cannot be used. The file is the user's choice and may lie anywhere."""
    real = Path(os.path.realpath(file))
    content, problems = read_named(real.parent, real.name, Place(file.as_posix()))
    if content is None:
        return (), tuple(problem._replace(remedy=messages.RIGHT_PATH) for problem in problems)
    template, problems = read_template(content, file.as_posix())
    return (lacks(template), problems) if template is not None else ((), problems)

"""What an author can write in this report."""

from pathlib import Path

from rapportbyggare.app import messages
from rapportbyggare.app.project import dataset_of, is_project, read_project
from rapportbyggare.binding.vocabulary import Entry, vocabulary
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, in_order
from rapportbyggare.reading.control import CONTROLS


def author_vocabulary(folder: Path) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Every name, function, filter and control line, with examples on the project's own data."""
    if not is_project(folder):
        return (), (messages.no_project(Place(folder.as_posix())),)
    project, problems = read_project(folder)
    if project is None:
        return (), in_order(problems)
    entries = vocabulary(dataset_of(project), project.draft.manifest, project.style.thousands)
    controls = tuple(Entry("styrrad", usage, meaning, "", "") for usage, meaning in CONTROLS.items())
    return (*entries, *controls), in_order(problems)

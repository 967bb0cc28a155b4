"""A frozen edition read back: the project as it was."""

from collections.abc import Iterable
from pathlib import Path

from rapportbyggare.app.edition_record import BASIS, FrozenEdition
from rapportbyggare.app.editions import read_record
from rapportbyggare.app.project import Project, read_project
from rapportbyggare.app.unaltered import alterations
from rapportbyggare.core.manifest import DocumentStatus, Manifest
from rapportbyggare.core.problem import Problem, has_errors
from rapportbyggare.sources.text import read_bytes

# What is wrong with the decision stands in today's manifest.
OF_TODAY = frozenset({"beslut-saknas", "andrat-efter-frysning", "beslut-avviker"})


def read_edition(folder: Path, name: str) -> tuple[Project | None, tuple[Problem, ...]]:
    """The project as frozen under `name`, with the deliveries it used; None when it is not there or has been altered."""
    edition, problems = read_record(folder, name)
    return (None, problems) if edition is None else read_frozen(folder, edition)


def read_frozen(folder: Path, edition: FrozenEdition) -> tuple[Project | None, tuple[Problem, ...]]:
    """The project as frozen in `edition`; a decided one has its decision. None when it has been altered."""
    if faults := alterations(folder, edition):
        return None, faults
    project, problems = read_project(basis(folder, edition), folder)
    problems = placed(problems, folder, edition)
    if project is None or has_errors(problems):
        return None, problems
    if edition.status is not DocumentStatus.DECIDED:
        return project, problems
    return decided(project, edition.decided, edition.decision_date, edition.paragraph), problems


def decided(project: Project, name: str, date: str, paragraph: str) -> Project:
    """The project of the edition `name` with a decision, and nothing else of it changed."""
    manifest = project.draft.manifest
    made: Manifest = manifest._replace(status=DocumentStatus.DECIDED, decision_date=date, paragraph=paragraph, edition=name)
    return project._replace(draft=project.draft._replace(manifest=made))


def basis(folder: Path, edition: FrozenEdition) -> Path:
    """The folder with the copy of what the edition was made from."""
    return folder / edition.path / BASIS


def document_of(folder: Path, edition: FrozenEdition) -> bytes:
    """The document as it was frozen; b"" when it cannot be read."""
    content, _ = read_bytes(folder, f"{edition.path}/{edition.document}")
    return content or b""


def placed(problems: Iterable[Problem], folder: Path, edition: FrozenEdition) -> tuple[Problem, ...]:
    """Problems of the edition's own copies, at the places where they lie in the project."""
    root = f"{edition.path}/{BASIS}"
    return tuple(
        one._replace(place=one.place._replace(file=f"{root}/{one.place.file}"))
        if one.place.file and one.code not in OF_TODAY and (folder / root / one.place.file).exists()
        else one
        for one in problems
    )

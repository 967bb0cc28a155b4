"""An edition built again from its own copy of the inputs."""

from pathlib import Path

from rapportbyggare.app.assemble import assembled
from rapportbyggare.app.edition_record import FrozenEdition
from rapportbyggare.app.frozen import decided
from rapportbyggare.app.project import read_project
from rapportbyggare.core.manifest import DocumentStatus


def rebuilt(folder: Path, basis: Path, edition: FrozenEdition, cache: Path | None) -> bytes | None:
    """The bytes of the document that the inputs in `basis` and the deliveries in `folder` give, None if they give none."""
    project, problems = read_project(basis, folder)
    if project is None:
        return None
    if edition.status is DocumentStatus.DECIDED:
        project = decided(project, edition.decided, edition.decision_date, edition.paragraph)
    return assembled(project, problems, cache, lambda _: None).content

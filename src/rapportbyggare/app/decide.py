"""What a report is made of: the project as it stands or, when it is decided, the frozen edition that was decided."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rapportbyggare.app import decide_messages as messages
from rapportbyggare.app.edition_record import BASIS, FrozenEdition
from rapportbyggare.app.editions import read_record
from rapportbyggare.app.frozen import basis, decided, document_of, read_frozen
from rapportbyggare.app.inputs import CHECKS, written_inputs
from rapportbyggare.app.keyplaces import key_place
from rapportbyggare.app.project import Project, read_with
from rapportbyggare.app.unaltered import checksum, index_rows
from rapportbyggare.core.manifest import DocumentStatus, Manifest
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.data.deliveries import INDEX
from rapportbyggare.reading.manifest import FILE as MANIFEST
from rapportbyggare.reading.manifest import read_manifest


class Basis(NamedTuple):
    """The frozen edition that a decided report is made of: its record, its project as it was, and its document."""

    edition: FrozenEdition
    project: Project
    content: bytes


class Report(NamedTuple):
    """What a document is made of; `basis` is None unless it is decided."""

    project: Project
    basis: Basis | None = None


def read_report(folder: Path) -> tuple[Report | None, tuple[Problem, ...]]:
    """What the report in `folder` is made of, and all that is wrong with it.

    Of a decided report only the status, the date and the § are today's; the rest is the frozen edition's.
    """
    manifest, problems = read_manifest(folder)
    if manifest is None or manifest.status is not DocumentStatus.DECIDED or not manifest.edition.strip():
        project, found = read_with(manifest, folder, None)
        return Report(project) if project else None, (*problems, *found)
    report, found = _decided(folder, manifest, key_place(folder, MANIFEST, "utgava"))
    return report, (*problems, *found)


def _decided(folder: Path, manifest: Manifest, place: Place) -> tuple[Report | None, tuple[Problem, ...]]:
    edition, problems = read_record(folder, manifest.edition.strip())
    if edition is None:
        unknown = problems[0].code == "okand-utgava"
        return None, tuple(one._replace(place=place) for one in problems) if unknown else problems
    if edition.status is not DocumentStatus.PROPOSAL:
        return None, (messages.not_for_decision(place, edition.name, edition.status, edition.decided),)
    project, problems = read_frozen(folder, edition)
    if project is None:
        return None, problems
    report = decided(project, edition.name, manifest.decision_date, manifest.paragraph)
    unused = tuple(_unused(folder, edition, project.draft.manifest, manifest))
    said = (messages.not_used(place, edition.name, unused),) if unused else ()
    return Report(report, Basis(edition, project, document_of(folder, edition))), (*problems, *said)


def _unused(folder: Path, edition: FrozenEdition, before: Manifest, today: Manifest) -> Iterator[str]:
    """What has been changed since the edition was frozen, and is not in the decided document."""
    same = today._replace(
        status=before.status, decision_date=before.decision_date, paragraph=before.paragraph, edition=before.edition
    )
    if same != before:
        yield MANIFEST
    frozen = {name.removeprefix(f"{BASIS}/"): digest for name, digest in edition.files.items() if name.startswith(f"{BASIS}/")}
    unread = (MANIFEST, INDEX, *(name for name in frozen if name.startswith((CHECKS, "report/kallor/", "report/kodlistor/"))))
    names = {*frozen, *written_inputs(folder)} - {*unread}
    yield from sorted(name for name in names if checksum(folder, name) != frozen.get(name))
    later = [number for number in index_rows(folder) if number not in index_rows(basis(folder, edition))]
    if later:
        yield f"leverans {', '.join(later)}"

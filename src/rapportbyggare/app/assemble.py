"""The whole way, from a project to the bytes of its document."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rapportbyggare import VERSION
from rapportbyggare.app.consequences import without_consequences
from rapportbyggare.app.files import read_named
from rapportbyggare.app.fingerprint import fingerprint
from rapportbyggare.app.images import charts_of, picture_files, pictures_of
from rapportbyggare.app.keyplaces import key_place
from rapportbyggare.app.project import Project, read_project
from rapportbyggare.binding.bind import bind
from rapportbyggare.checks.final import check_final, escalated
from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.document import Document, Edition
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.core.problem import Problem, has_errors, in_order
from rapportbyggare.data.archive import as_of
from rapportbyggare.reading.manifest import FILE as MANIFEST
from rapportbyggare.word.document import write_document
from rapportbyggare.word.lint import lint

if TYPE_CHECKING:
    from rapportbyggare.word.template import Template

Progress = Callable[[str], None]


class BrokenDocument(Exception):
    """The finished file failed its own inspection: a fault of the tool, never of the author."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """A document and, unless there were errors, the bytes of its file."""

    document: Document | None
    content: bytes | None
    problems: tuple[Problem, ...]


def assemble(folder: Path, final: bool, cache: Path | None, progress: Progress) -> Assembled:
    """Read, bind, check, draw and write; every problem of the run is in the answer.

    `final` builds a draft as it goes to the committee. Raises BrokenDocument when the file is not fit to be opened.
    """
    progress("Läser")
    project, problems = read_project(folder)
    if project is None:
        return Assembled(None, None, in_order(problems))
    project = as_final(project) if final else project
    template, of_template = _template(project)
    progress("Räknar")
    dataset = as_of(project.deliveries, project.catalogue)
    document, bound = bind(project.draft, dataset, edition(project, dataset), project.style.thousands)
    of_binding = without_consequences(problems, bound, document.manifest.year)
    pictures, of_pictures = pictures_of(document, project.style, folder)
    found = (*problems, *of_template, *of_binding, *of_pictures)
    if document.manifest.final:
        found = escalated((*found, *check_final(document)))
    if has_errors(found):
        return Assembled(document, None, in_order(found))
    progress("Ritar")
    images = pictures | charts_of(document, project.style, cache)
    progress("Skriver")
    document = fingerprinted(document, project)
    content = write_document(document, project.style, images, template)
    if faults := lint(content):
        raise BrokenDocument("; ".join(faults[:20]))
    return Assembled(document, content, in_order(found))


def as_final(project: Project) -> Project:
    """The project as it goes to the committee: a draft becomes a proposal."""
    manifest = project.draft.manifest
    if manifest.status is not DocumentStatus.DRAFT:
        return project
    return replace(project, draft=replace(project.draft, manifest=replace(manifest, status=DocumentStatus.PROPOSAL)))


def edition(project: Project, dataset: Dataset) -> Edition:
    """Which data the document is made from; its fingerprint is set when all its inputs are known."""
    labels = project.catalogue.sources
    used = tuple((d.number, f"{labels[d.source].label}, uttag {d.extract}") for d in dataset.deliveries)
    return Edition(dataset.date, "", used)


def fingerprinted(document: Document, project: Project) -> Document:
    """The document with the digest of all that it is made from."""
    manifest = document.manifest
    others = (*picture_files(document, project.style), *([manifest.template] if manifest.template else []))
    digest = fingerprint(project.folder, VERSION, (manifest.status.value,), others)
    return replace(document, edition=replace(document.edition, fingerprint=digest))


def _template(project: Project) -> "tuple[Template | None, tuple[Problem, ...]]":
    name = project.draft.manifest.template
    if not name:
        return None, ()
    from rapportbyggare.word.template import read_template

    place = key_place(project.folder, MANIFEST, "mall")
    content, problems = read_named(project.folder, name, place)
    return read_template(content, name) if content is not None else (None, problems)

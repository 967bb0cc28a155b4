"""The whole way, from a project to the bytes of its document."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rapportbyggare import VERSION
from rapportbyggare.app import decide_messages
from rapportbyggare.app.consequences import without_consequences
from rapportbyggare.app.decide import Basis, Report, read_report
from rapportbyggare.app.files import read_named
from rapportbyggare.app.fingerprint import fingerprint
from rapportbyggare.app.frozen import placed
from rapportbyggare.app.images import charts_of, picture_files, pictures_of
from rapportbyggare.app.keyplaces import key_place
from rapportbyggare.app.project import Project, dataset_of
from rapportbyggare.binding.bind import bind
from rapportbyggare.checks.final import check_final, escalated
from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.document import Document, Edition
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.core.problem import Problem, has_errors, in_order
from rapportbyggare.data.moments import moment_within
from rapportbyggare.reading.manifest import FILE as MANIFEST

if TYPE_CHECKING:
    from rapportbyggare.word.template.template import Template

Progress = Callable[[str], None]


class BrokenDocument(Exception):
    """The finished file failed its own inspection: a fault of the tool, never of the author."""


class Assembled(NamedTuple):
    """A document and, unless there were errors, the bytes of its file; `report` is what it was made of.

    `likeness` says of a decided document, in words, how it differs from the edition that was decided; `turned_back` is
    the moment whose data the document has, "" when it has all.
    """

    document: Document | None
    content: bytes | None
    problems: tuple[Problem, ...]
    report: Report | None = None
    likeness: str = ""
    turned_back: str = ""


def assemble(folder: Path, final: bool, cache: Path | None, progress: Progress, per: str = "") -> Assembled:
    """Read, bind, check, draw and write; every problem of the run is in the answer.

    `final` builds a draft as it goes to the committee, `per` with the data as they were on a day or after a delivery
    ("": now). Raises BrokenDocument when the file is not fit to be opened.
    """
    progress("Läser")
    report, problems = read_report(folder)
    if report is None:
        return Assembled(None, None, in_order(problems))
    report, of_moment = turned_back(report, per) if per else (report, ())
    if of_moment:
        return Assembled(None, None, in_order((*problems, *of_moment)))
    report = report._replace(project=as_final(report.project)) if final else report
    made = assembled(report.project, problems, cache, progress)
    turned = str(report.project.moment) if per else ""
    return compared(made._replace(report=report, turned_back=turned), report.basis, folder)


def turned_back(report: Report, per: str) -> tuple[Report, tuple[Problem, ...]]:
    """The report with the data alone as they were at a moment, or why it cannot be."""
    if report.basis is not None:
        return report, (decide_messages.data_fixed(report.basis.edition.name),)
    when = moment_within(per, report.project.deliveries)
    if isinstance(when, Problem):
        return report, (when,)
    return report._replace(project=report.project._replace(moment=when)), ()


def assembled(project: Project, problems: tuple[Problem, ...], cache: Path | None, progress: Progress) -> Assembled:
    """Bind, check, draw and write a project that has been read with these problems."""
    template, of_template = template_of(project)
    progress("Räknar")
    document, bound = bound_document(project)
    of_binding = without_consequences(problems, bound, document.manifest.year)
    pictures, of_pictures = pictures_of(document, project.style, project.folder)
    found = (*problems, *of_template, *of_binding, *of_pictures)
    if document.manifest.final:
        found = escalated((*found, *check_final(document)))
        found = found if has_errors(found) else (*found, *_untrue(project, document))
    if has_errors(found):
        return Assembled(document, None, in_order(found))
    from rapportbyggare.word.document import write_document  # a check of the words writes nothing
    from rapportbyggare.word.lint.lint import lint

    progress("Ritar")
    images = pictures | charts_of(document, project.style, cache)
    progress("Skriver")
    document = fingerprinted(document, project)
    content = write_document(document, project.style, images, template)
    if faults := lint(content):
        raise BrokenDocument("; ".join(faults[:20]))
    return Assembled(document, content, in_order(found))


def _untrue(project: Project, document: Document) -> Iterator[Problem]:
    """What the text says against the figures: no such thing goes to the committee."""
    from rapportbyggare.app.judging import judged_findings  # the rules are not asked for by a draft

    yield from (one for one in judged_findings(project, document)[0] if has_errors((one,)))


def bound_document(project: Project) -> tuple[Document, tuple[Problem, ...]]:
    """The project's words with all that its archive holds."""
    dataset = dataset_of(project)
    return bind(project.draft, dataset, edition(project, dataset), project.style.thousands)


def compared(made: Assembled, basis: Basis | None, folder: Path) -> Assembled:
    """A decided document held against the edition that was decided; without its bytes if it differs elsewhere."""
    if basis is None:
        return made
    from rapportbyggare.app.likeness import decision_lines, differences

    made = made._replace(problems=in_order(placed(made.problems, folder, basis.edition)))
    if made.document is None or made.content is None:
        return made
    before, _ = bound_document(basis.project)
    before = replace(before, edition=before.edition._replace(fingerprint=basis.edition.fingerprint))
    where = differences(before, made.document, basis.content, made.content)
    if not where:
        return made._replace(likeness=decide_messages.likeness(basis.edition.name, *decision_lines(before, made.document)))
    from rapportbyggare.app.environment import differing, environment

    tools = differing(basis.edition.environment, environment())
    fault = decide_messages.differs(key_place(folder, MANIFEST, "utgava"), basis.edition.name, where, tools)
    return made._replace(content=None, problems=in_order((*made.problems, fault)))


def as_final(project: Project) -> Project:
    """The project as it goes to the committee: a draft becomes a proposal."""
    manifest = project.draft.manifest
    if manifest.status is not DocumentStatus.DRAFT:
        return project
    return project._replace(draft=project.draft._replace(manifest=manifest._replace(status=DocumentStatus.PROPOSAL)))


def edition(project: Project, dataset: Dataset) -> Edition:
    """Which data the document is made from; its fingerprint is set when all its inputs are known."""
    labels = project.catalogue.sources
    used = tuple((d.number, f"{labels[d.source].label}, uttag {d.extract}") for d in dataset.deliveries)
    return Edition(dataset.date, "", used)


def fingerprinted(document: Document, project: Project) -> Document:
    """The document with the digest of all that it is made from."""
    digest = fingerprint_of(document, project)
    return replace(document, edition=document.edition._replace(fingerprint=digest))


def fingerprint_of(document: Document, project: Project) -> str:
    """The digest of all that a document of the project is made from."""
    manifest = document.manifest
    others = (*picture_files(document, project.style), *([manifest.template] if manifest.template else []))
    decision = (manifest.decision_date, manifest.paragraph) if manifest.status is DocumentStatus.DECIDED else ()
    others = (*others, *project.printed.files)
    numbers = {number for number, _ in document.edition.deliveries}
    used = [delivery for delivery in project.deliveries if delivery.number in numbers]
    return fingerprint(project.folder, VERSION, (manifest.status.value, *decision), others, used)


def template_of(project: Project) -> "tuple[Template | None, tuple[Problem, ...]]":
    """The region's own template, None when the report has none or it cannot be used."""
    name = project.draft.manifest.template
    if not name:
        return None, ()
    from rapportbyggare.word.template.template import read_template

    place = key_place(project.folder, MANIFEST, "mall")
    content, problems = read_named(project.folder, name, place)
    return read_template(content, name) if content is not None else (None, problems)

"""The check: the project as it stands, or files that somebody wrote by hand, against the same figures."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rapportbyggare.app import messages as common
from rapportbyggare.app.assemble import Progress, as_final, assemble, bound_document
from rapportbyggare.app.consequences import without_consequences
from rapportbyggare.app.decide import read_report
from rapportbyggare.app.frozen import read_edition
from rapportbyggare.app.images import pictures_of
from rapportbyggare.app.judging import judged_findings, settings_of
from rapportbyggare.app.project import SECTIONS, dataset_of, is_project
from rapportbyggare.checks.excuses import Excused
from rapportbyggare.checks.final import check_final, escalated
from rapportbyggare.checks.speller import Speller
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, has_errors, in_order

if TYPE_CHECKING:
    from rapportbyggare.app.checked_file import Against


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found. `files` are those that were checked; `complete` is False when faults in the sources hindered it."""

    findings: tuple[Problem, ...]
    excused: tuple[Excused, ...] = ()
    files: tuple[str, ...] = ()
    complete: bool = True


def check(
    folder: Path, files: tuple[Path, ...], final: bool, progress: Progress, edition: str = "", spelling: bool = False
) -> Checked:
    """Check the project in `folder`, or with `files` those, against its figures.

    `final` asks for all that a document for the committee must be; `edition` names the frozen edition whose figures
    files are held against ("": today's), `spelling` asks for the words to be held against a dictionary. Nothing is written.
    """
    if not is_project(folder):
        return Checked((common.no_project(Place(folder.as_posix())),), complete=False)
    progress("Läser")
    own = tuple(_own(file, folder) for file in files)
    foreign = tuple(file for file, name in zip(files, own, strict=True) if not name)
    speller, parts = None, list[Checked]()
    if spelling:
        speller, lacking = _dictionary()
        parts.append(Checked(lacking))
    if any(own) or not files:
        parts.append(_only(_project(folder, final, progress, speller), tuple(filter(None, own))))
    if foreign:
        parts.append(_foreign(folder, foreign, final, progress, edition, speller))
    findings = in_order(one for part in parts for one in part.findings)
    excused = tuple(one for part in parts for one in part.excused)
    return Checked(findings, excused, tuple(name for part in parts for name in part.files), all(part.complete for part in parts))


def _dictionary() -> tuple[Speller | None, tuple[Problem, ...]]:
    from rapportbyggare.app.dictionary import swedish

    found = swedish()
    return (None, (found,)) if isinstance(found, Problem) else (found, ())


def _own(file: Path, folder: Path) -> str:
    """The name in the project of one of its sections, "" for any other file and for one that is not there."""
    try:
        name = file.resolve().relative_to(folder.resolve()).as_posix()
    except (ValueError, OSError):
        return ""
    return name if name.startswith(f"{SECTIONS}/") and name.endswith(".md") and file.is_file() else ""


def _only(whole: Checked, names: tuple[str, ...]) -> Checked:
    """What is said of some of the project's sections; all of it when none is named."""
    if not names:
        return whole
    findings = tuple(one for one in whole.findings if one.place.file in names)
    excused = tuple(one for one in whole.excused if one.finding.place.file in names)
    return Checked(findings if whole.complete else whole.findings, excused, names, whole.complete)


def _project(folder: Path, final: bool, progress: Progress, speller: Speller | None) -> Checked:
    report, problems = read_report(folder)
    if report is None:
        return Checked(in_order(problems), complete=False)
    project = as_final(report.project) if final else report.project
    progress("Räknar")
    document, bound = bound_document(project)
    _, of_pictures = pictures_of(document, project.style, project.folder)
    found = (*problems, *without_consequences(problems, bound, document.manifest.year), *of_pictures)
    if document.manifest.final:
        found = escalated((*found, *check_final(document)))
    if has_errors(found):
        return Checked(in_order(found), complete=False)
    progress("Kontrollerar")
    gate = _gate(folder, final, progress, found)
    findings, excused = judged_findings(project, document, (*found, *gate), speller)
    return Checked(findings, excused, tuple(section.file for section in document.sections))


def _gate(folder: Path, final: bool, progress: Progress, known: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """What is wrong with the finished file itself, when it is to leave the house."""
    if not final:
        return ()
    from rapportbyggare.word.accessible.accessible import accessibility
    from rapportbyggare.word.finished import finished

    made = assemble(folder, True, None, progress)
    if made.content is None or made.document is None:
        return tuple(one for one in made.problems if one not in known)
    manifest = made.document.manifest
    name = f"{manifest.file_name}.docx"
    return (*accessibility(made.content, name), *finished(made.content, name, manifest.organisation))


def _foreign(
    folder: Path, files: tuple[Path, ...], final: bool, progress: Progress, edition: str, speller: Speller | None
) -> Checked:
    from rapportbyggare.app.checked_file import check_file

    names = tuple(file.as_posix() for file in files)
    against, problems = _against(folder, edition)
    if against is None:
        return Checked(in_order(problems), files=names, complete=False)
    progress("Kontrollerar")
    against = replace(against, speller=speller)
    return Checked((*problems, *(one for file in files for one in check_file(file, against, final))), files=names)


def _against(folder: Path, edition: str) -> "tuple[Against | None, tuple[Problem, ...]]":
    """The figures that a file is held against. Faults of the project's own texts are not the file's."""
    from rapportbyggare.app.checked_file import Against

    if edition:
        project, problems = read_edition(folder, edition)
    else:
        report, problems = read_report(folder)
        project = report.project if report else None
    if project is None:
        return None, problems
    manifest = project.draft.manifest
    settings, faults = settings_of(project)
    return Against(dataset_of(project), manifest.year, settings, manifest.organisation), faults

"""An edition loaded as it is named: a file, a frozen copy, the data of a moment, a revision, or the sources as they are."""

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import assert_never

from rapportbyggare import VERSION
from rapportbyggare.app import comparing_messages as messages
from rapportbyggare.app.build import drawn_before
from rapportbyggare.app.decide import read_report
from rapportbyggare.app.edition_words import Kind, Named
from rapportbyggare.app.editions import edition_names, read_record
from rapportbyggare.app.frozen import document_of, read_frozen
from rapportbyggare.app.git_revisions import laid_out, revision
from rapportbyggare.app.messages import no_project
from rapportbyggare.app.project import Project, is_project
from rapportbyggare.app.side_files import side_of_file
from rapportbyggare.app.sides import Loaded, side_of
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, in_order
from rapportbyggare.core.read import Pending
from rapportbyggare.data.moments import moment_within

NEWER = "nyare-format"
SHORT = 8


@dataclass(frozen=True, slots=True)
class Sources:
    """What editions are read from: the project as it stands (None, and why, when it cannot be read), and how."""

    folder: Path
    project: Project | None
    problems: tuple[Problem, ...]
    pending: Pending
    cache: Path | None


def sources_of(folder: Path, pending: Pending) -> Sources:
    """What there is to read editions from in a folder; a folder without a report has none."""
    if not is_project(folder):
        return Sources(folder, None, (no_project(Place(folder.as_posix())),), pending, None)
    report, problems = read_report(folder)
    return Sources(folder, report.project if report else None, problems, pending, drawn_before(folder))


def loaded(one: Named, sources: Sources, twin: bool = False) -> Loaded | tuple[Problem, ...]:
    """The edition that a word names, or why there is none; a file is called by its name, a `twin` by its folder too."""
    match one.kind:
        case Kind.FILE:
            file = Path(one.word)
            called = "/".join(file.parts[-2:]) if twin else file.name
            return side_of_file(file, called, sources.project, sources.pending, sources.cache)
        case Kind.FROZEN:
            return _frozen(one.word, sources)
        case Kind.REVISION:
            return _revision(one.word, one.sure, sources)
        case Kind.NOW | Kind.MOMENT:
            if sources.project is None:
                return in_order(sources.problems)
            return _turned_back(one, sources.project, sources) if one.kind is Kind.MOMENT else _now(sources.project, sources)
        case _:
            assert_never(one.kind)


def _now(project: Project, sources: Sources) -> Loaded | tuple[Problem, ...]:
    return side_of(project, sources.problems, "källorna nu", "", sources.cache)


def _turned_back(one: Named, project: Project, sources: Sources) -> Loaded | tuple[Problem, ...]:
    """Today's words with the data of a moment."""
    when = moment_within(one.word, project.deliveries)
    if isinstance(when, Problem):
        return (when,)
    name = f"uppgifterna efter {when}" if when.number else f"uppgifterna per {when}"
    return side_of(project._replace(moment=when), sources.problems, name, "", sources.cache)


def _frozen(word: str, sources: Sources) -> Loaded | tuple[Problem, ...]:
    """A frozen edition: its own words and data, read by this version of the program."""
    edition, problems = read_record(sources.folder, word)
    if edition is None:
        return problems
    name = f"utgåvan {edition.name}"
    project, problems = read_frozen(sources.folder, edition)
    if project is None:
        return _of_another_tool(name, problems)
    made = side_of(project, problems, name, edition.frozen, sources.cache)
    if not isinstance(made, Loaded):
        return made
    if edition.version != VERSION:
        return replace(made, remarks=(messages.other_tool(name, edition.version, VERSION),))
    if not made.final and made.package != document_of(sources.folder, edition):
        return replace(made, remarks=(messages.written_otherwise(name),))
    return made


def _revision(word: str, sure: bool, sources: Sources) -> Loaded | tuple[Problem, ...]:
    """A revision of the project's folder: its own words and its own archive. `sure` when it can be meant as nothing else."""
    found = revision(sources.folder, word)
    if isinstance(found, Problem):
        return (found,) if sure else (messages.unknown(word, edition_names(sources.folder), found),)
    with TemporaryDirectory(prefix="rapportbyggare-") as place:
        folder = Path(place)
        if (fault := laid_out(sources.folder, found, folder)) is not None:
            return (fault,)
        short = found.commit[:SHORT]
        name = f"versionen {word}" if found.commit.startswith(word) else f"versionen {word} ({short})"
        report, problems = read_report(folder)
        if report is None:
            return _of_another_tool(name, problems)
        return side_of(report.project, problems, name, found.day, sources.cache)


def _of_another_tool(name: str, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Why an edition's own files cannot be read; that they are of a later version is said first."""
    lead = messages.newer_tool(name) if any(one.code == NEWER for one in problems) else messages.has_faults(name)
    return (lead, *in_order(problems))

"""What the rules find in a bound document, and what of it its authors let stand."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rapportbyggare.app.inputs import written_inputs
from rapportbyggare.app.project import Project, dataset_of
from rapportbyggare.checks.bound_subject import subject_of
from rapportbyggare.checks.constants import manifest_constants
from rapportbyggare.checks.declared import read_settings
from rapportbyggare.checks.excuses import Excused, judged, read_excuses
from rapportbyggare.checks.rules import checked
from rapportbyggare.checks.settings import Excuse, Settings
from rapportbyggare.checks.speller import Speller
from rapportbyggare.checks.spelling import CODE as SPELLING
from rapportbyggare.core.document import Document
from rapportbyggare.core.problem import Problem, has_errors, in_order
from rapportbyggare.sources.text import read_text


def judged_findings(
    project: Project, document: Document, found: Iterable[Problem] = (), speller: Speller | None = None
) -> tuple[tuple[Problem, ...], tuple[Excused, ...]]:
    """The rules' findings and what was `found` before, and apart from them those that the authors excuse.

    What a build only warns of may be excused as well; what stops it may not. Without a `speller` nothing is said of
    spelling, nor of what is excused of it.
    """
    found = tuple(found)
    settings, faults = settings_of(project)
    findings = checked(replace(subject_of(document, dataset_of(project), settings), speller=speller))
    excuses, unclear = list[Excuse](settings.excuses), list[Problem]()
    for name in written_inputs(project.folder):
        text, _ = read_text(project.folder, name)
        own, wrong = read_excuses(text, name)
        excuses += own
        unclear += wrong
    said = judged((*_flaws(found), *findings), tuple(one for one in excuses if speller or one.code != SPELLING))
    errors = tuple(one for one in found if one not in said.findings and has_errors((one,)))
    return in_order((*errors, *faults, *said.findings, *unclear)), said.excused


def settings_of(project: Project) -> tuple[Settings, tuple[Problem, ...]]:
    """What is declared for the checks, and what is wrong with it: the manifest's wordings hold for a file from elsewhere too."""
    declared, problems = read_settings(project.folder, project.catalogue.indicators)
    constants = (*declared.constants, *manifest_constants(project.draft.manifest))
    return replace(declared, constants=constants), problems


def _flaws(found: Iterable[Problem]) -> Iterator[Problem]:
    yield from (one for one in found if not has_errors((one,)))

"""What the rules find in a bound document, and what of it its authors let stand."""

from collections.abc import Iterable, Iterator

from rapportbyggare.app.inputs import written_inputs
from rapportbyggare.app.project import Project, dataset_of
from rapportbyggare.checks.bound_subject import subject_of
from rapportbyggare.checks.constants import manifest_constants
from rapportbyggare.checks.excuses import Excused, judged, read_excuses
from rapportbyggare.checks.rules import checked
from rapportbyggare.checks.settings import Excuse, Settings
from rapportbyggare.core.document import Document
from rapportbyggare.core.manifest import Manifest
from rapportbyggare.core.problem import Problem, has_errors, in_order
from rapportbyggare.sources.text import read_text


def judged_findings(
    project: Project, document: Document, found: Iterable[Problem] = ()
) -> tuple[tuple[Problem, ...], tuple[Excused, ...]]:
    """The rules' findings and what was `found` before, and apart from them those that the authors excuse.

    What a build only warns of may be excused as well; what stops it may not.
    """
    found = tuple(found)
    findings = checked(subject_of(document, dataset_of(project), settings_of(project.draft.manifest)))
    excuses, faults = list[Excuse](settings_of(project.draft.manifest).excuses), list[Problem]()
    for name in written_inputs(project.folder):
        text, _ = read_text(project.folder, name)
        own, wrong = read_excuses(text, name)
        excuses += own
        faults += wrong
    said = judged((*_flaws(found), *findings), tuple(excuses))
    errors = tuple(one for one in found if one not in said.findings and has_errors((one,)))
    return in_order((*errors, *said.findings, *faults)), said.excused


def settings_of(manifest: Manifest) -> Settings:
    """What the manifest declares for the checks: the wordings that a file from elsewhere is held to as well."""
    return Settings(constants=manifest_constants(manifest))


def _flaws(found: Iterable[Problem]) -> Iterator[Problem]:
    yield from (one for one in found if not has_errors((one,)))

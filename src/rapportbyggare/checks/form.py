"""The family of form: the lines are sealed once, for the typography that can be mended and the remarks that only tell."""

from collections.abc import Iterator

from rapportbyggare.checks.form_masks import masked
from rapportbyggare.checks.form_remarks import remarks
from rapportbyggare.checks.form_typography import typography
from rapportbyggare.checks.subject import Subject
from rapportbyggare.core.problem import Problem


def form(subject: Subject) -> Iterator[Problem]:
    """All that is to be said of how the lines of a subject are written, but for their spelling."""
    lines, built = masked(subject), subject.document is not None
    yield from typography(lines, built)
    yield from remarks(lines, built)

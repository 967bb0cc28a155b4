"""Our own examination of a finished package: what schemas and other validators let through.

Whatever it finds is a fault of ours, never of the author's: the file must not be put in place.
"""

from collections.abc import Iterator
from itertools import chain

from rapportbyggare.word.lint.package import Opened, opened, package_findings
from rapportbyggare.word.lint.references import reference_findings
from rapportbyggare.word.lint.story import story_findings
from rapportbyggare.word.lint.tables import table_findings


def lint(package: bytes) -> tuple[str, ...]:
    """What is wrong with a .docx, one line a fault, beginning with the part it is in; empty when nothing is."""
    return said(opened(package, whole=False)) and said(opened(package))


def said(archive: Opened | tuple[str, ...]) -> tuple[str, ...]:
    """All faults of a package, whether or not its parts could be read."""
    return tuple(findings(archive)) if isinstance(archive, Opened) else archive


def findings(archive: Opened) -> Iterator[str]:
    """All faults of a package whose parts could be read."""
    yield from package_findings(archive)
    yield from chain.from_iterable(story_findings(part) for part in archive.stories)
    yield from chain.from_iterable(table_findings(part) for part in archive.stories)
    yield from reference_findings(archive)

"""The Word file with tracked changes: made of two packages by our writer, or why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass

from rapportbyggare.app import redlining_messages as messages
from rapportbyggare.app.data_passages import data_passages
from rapportbyggare.app.foreign_redline import foreign_redline
from rapportbyggare.app.sides import Loaded, moment_of
from rapportbyggare.core.compared import Comparison
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.dates import is_date
from rapportbyggare.word.redline.data import Attribution, RedlineRefused
from rapportbyggare.word.unanchored import without_anchors


@dataclass(frozen=True, slots=True)
class Authors:
    """What the authors of the changes are called: those of data, of writing, and of numbers in series."""

    data: str = "Data"
    text: str = "Text"
    numbering: str = "Numrering"


def redlined(old: Loaded, new: Loaded, comparison: Comparison, authors: Authors) -> bytes | Problem:
    """The newer edition with what differs from the older as tracked changes, or why it cannot be made.

    It is proven before it is given: accepted it is the newer, rejected the older. A final one has no anchors.
    """
    if old.package is None or new.package is None:
        return foreign_redline(old, new, authors.text)
    from rapportbyggare.word.redline.redline import redline  # not asked for when nothing differs

    try:
        made = redline(old.package, new.package, attribution(old, new, comparison, authors))
    except RedlineRefused as refused:
        return messages.refused(refused.reasons, old.side.name, new.side.name)
    return without_anchors(made) if new.final else made


def attribution(old: Loaded, new: Loaded, comparison: Comparison, authors: Authors) -> Attribution:
    """Who changed what and when: data on the day its delivery was taken in, words on the day of the newer edition."""
    received = {one.number: one.received for side in (old.side, new.side) for one in side.deliveries}
    return Attribution(
        moment_of(new.day),
        _moments(received),
        data_passages(comparison),
        authors.data,
        authors.text,
        authors.numbering,
    )


def _moments(days: Mapping[int, str]) -> dict[int, str]:
    return {number: moment_of(day) for number, day in days.items() if is_date(day)}

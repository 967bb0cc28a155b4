"""What a received file means beside what the archive already holds."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from rapportbyggare.core.dataset import Dataset, Delivery
from rapportbyggare.core.delivered import Delivered
from rapportbyggare.core.figure import Observation, Origin, Status


class Gone(Enum):
    """What becomes of a value that a delivery covers but no longer holds; the values are what the flag takes."""

    KEEP = "behall"
    WITHDRAW = "dra-in"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value in a received file that another delivery of the same source and extract date gives differently."""

    old: Observation
    new: Observation


def already_in(delivered: Delivered, deliveries: Iterable[Delivery]) -> Delivery | None:
    """The delivery in force that came from the very same file of the same source; a person's word is weighed by its values."""
    standing = [one for one in deliveries if not one.withdrawn and one.source == delivered.source]
    if delivered.checksum:
        return next((one for one in standing if one.file_checksum == delivered.checksum), None)
    said = _values(delivered.observations)
    return next(
        (one for one in standing if one.extract == delivered.extract and _values(one.observations).items() >= said.items()), None
    )


def conflicts(delivered: Delivered, deliveries: Iterable[Delivery]) -> tuple[Conflict, ...]:
    """Facts that a delivery in force of the same source and extract date gives other values."""
    same = [one for one in deliveries if (one.source, one.extract, one.withdrawn) == (delivered.source, delivered.extract, "")]
    known = {seen.key: seen for one in same for seen in one.observations}
    met = ((known[new.key], new) for new in delivered.observations if new.key in known)
    return tuple(Conflict(old, new) for old, new in met if _value(old) != _value(new))


def vanished(delivered: Delivered, known: Dataset) -> tuple[Observation, ...]:
    """Values in force, not of a newer extract, that the file covers and does not hold; in the order of the dataset."""
    held = {one.key for one in delivered.observations}
    blocks = [(set(block.measures), set(block.years), set(block.areas)) for block in delivered.coverage]
    return tuple(
        old
        for key, old in known.observations.items()
        if old.status.has_amount and key not in held and old.origin.extract <= delivered.extract
        if any(key[:2] in measures and key.year in years and key.area in areas for measures, years, areas in blocks)
    )


def without_vanished(delivered: Delivered, gone: Iterable[Observation]) -> Delivered:
    """The file's content with each vanished value said to be missing from now on."""
    origin_of = delivered.observations[0].origin if delivered.observations else None
    ended = tuple(_ended(old, delivered, origin_of) for old in gone)
    return replace(delivered, observations=(*delivered.observations, *ended))


def _ended(old: Observation, delivered: Delivered, pattern: Origin | None) -> Observation:
    origin = replace(pattern or old.origin, delivery=0, source=delivered.source, received="", cell="")
    note = f"indragen: {delivered.file or 'leveransen'} omfattar uppgiften men har inget värde"
    return replace(old, amount=None, status=Status.MISSING, base=None, measured=None, note=note, origin=origin)


def _values(observations: Iterable[Observation]) -> dict[object, object]:
    return {one.key: _value(one) for one in observations}


def _value(one: Observation) -> tuple[object, ...]:
    """What makes two observations of a fact the same: not where they were read, nor the words beside them."""
    return one.amount, one.status, one.base, one.measured

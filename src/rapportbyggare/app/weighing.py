"""What a received file means beside what the archive already holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
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
    """A value in a received file, and another one that a delivery in force gives."""

    old: Observation
    new: Observation


def already_in(delivered: Delivered, deliveries: Iterable[Delivery], known: Dataset) -> Delivery | None:
    """The delivery in force that says the same already.

    A file is known again by its bytes: of the same extract, or of another that would change nothing of what is `known`.
    A person's word is known by what it says of the same day.
    """
    standing = [one for one in deliveries if not one.withdrawn and one.source == delivered.source]
    said = _values(delivered.observations)
    if not delivered.checksum:
        same = (one for one in standing if one.extract == delivered.extract and _periods(one) >= _periods(delivered))
        return next((one for one in same if _values(one.observations).items() >= said.items()), None)
    twins = [one for one in standing if one.file_checksum == delivered.checksum]
    of_day = next((one for one in twins if delivered.extract in ("", one.extract)), None)
    if of_day is not None:
        return of_day
    in_force = {key: _value(one) for key, one in known.observations.items()}
    return next(iter(twins), None) if in_force.items() >= said.items() else None


def reads_otherwise(delivered: Delivered, twin: Delivery) -> bool:
    """Whether a file that is in already gives other values today: its map has been changed since."""
    return bool(delivered.checksum) and not _values(twin.observations).items() >= _values(delivered.observations).items()


def _periods(one: Delivered | Delivery) -> set[tuple[object, str]]:
    return {(seen.key, seen.period) for seen in one.observations if seen.period}


def conflicts(delivered: Delivered, deliveries: Iterable[Delivery]) -> tuple[Conflict, ...]:
    """Facts that a delivery in force of the same source and extract date gives other values."""
    return tuple(_conflicting(delivered, (one for one in deliveries if one.extract == delivered.extract)))


def of_the_same_month(delivered: Delivered, deliveries: Iterable[Delivery]) -> Conflict | None:
    """A fact that a delivery of the same month gives another value, when only one of them says the day of its extract."""
    own = delivered.extract
    others = (one for one in deliveries if one.extract != own and (one.extract.startswith(own) or own.startswith(one.extract)))
    return next(_conflicting(delivered, others), None)


def _conflicting(delivered: Delivered, deliveries: Iterable[Delivery]) -> Iterator[Conflict]:
    """What deliveries in force of the same source give other values."""
    standing = (one for one in deliveries if one.source == delivered.source and not one.withdrawn)
    known = {seen.key: seen for one in standing for seen in one.observations}
    for new in delivered.observations:
        old = known.get(new.key)
        if old is not None and _value(old) != _value(new):
            yield Conflict(old, new)


def leaps(delivered: Delivered, known: Dataset) -> tuple[Conflict, ...]:
    """Values ten times as large, or as small, as those in force: a unit may have been mistaken."""
    met = ((known.observations.get(new.key), new) for new in delivered.observations)
    return tuple(Conflict(old, new) for old, new in met if old and _leaps(old.amount, new.amount))


def _leaps(old: Decimal | None, new: Decimal | None) -> bool:
    if not old or not new:
        return False
    return max(abs(old), abs(new)) >= 10 * min(abs(old), abs(new)) and max(abs(old), abs(new)) >= 100


def vanished(delivered: Delivered, known: Dataset) -> tuple[Observation, ...]:
    """Values in force, not of a newer extract, that the file covers and does not hold; in the order of the dataset."""
    held = {one.key for one in delivered.observations}
    missed = {key for block in delivered.coverage for key in block} - held
    return tuple(
        old
        for key, old in known.observations.items()
        if key in missed and old.status.has_amount and old.origin.extract <= delivered.extract
    )


def without_vanished(delivered: Delivered, gone: Iterable[Observation]) -> Delivered:
    """The file's content with each vanished value said to be missing from now on."""
    origin_of = delivered.observations[0].origin if delivered.observations else None
    ended = tuple(_ended(old, delivered, origin_of) for old in gone)
    return replace(delivered, observations=(*delivered.observations, *ended))


def _ended(old: Observation, delivered: Delivered, pattern: Origin | None) -> Observation:
    origin = (pattern or old.origin)._replace(delivery=0, source=delivered.source, received="", cell="")
    note = f"indragen: {delivered.file or 'leveransen'} omfattar uppgiften men har inget värde"
    return old._replace(amount=None, status=Status.MISSING, base=None, measured=None, note=note, origin=origin)


def _values(observations: Iterable[Observation]) -> dict[object, object]:
    return {one.key: _value(one) for one in observations}


def _value(one: Observation) -> tuple[object, ...]:
    """What makes two observations of a fact the same: not where they were read, nor the words beside them."""
    return one.amount, one.status, one.base, one.measured

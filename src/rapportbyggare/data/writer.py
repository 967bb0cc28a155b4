"""Deliveries and withdrawals added to the archive. What is to be written is first read, by the archive's own reader."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from rapportbyggare.core.dataset import Catalogue, Delivery
from rapportbyggare.core.delivered import Delivered
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, has_errors
from rapportbyggare.data import withdrawal_messages, writing_messages
from rapportbyggare.data.deliveries import FOLDER, INDEX
from rapportbyggare.data.drafts import Draft, delivery_draft, withdrawal_draft
from rapportbyggare.data.folder import LOCK_NAME, Busy, commit, hold, index_bytes
from rapportbyggare.data.plans import plan

Added = tuple[tuple[Delivery, ...], tuple[Problem, ...]]
Drafts = tuple[tuple[Draft, ...], tuple[Problem, ...]]


def add_deliveries(
    project: Path,
    delivered: Sequence[Delivered],
    catalogue: Catalogue,
    deliveries: Sequence[Delivery],
    received: str,
    note: str = "",
) -> Added:
    """Add what was received on a day (ISO) to the archive, all of it or, when there is an error, nothing.

    `deliveries` is the archive as `read_archive` gave it; should the disk no longer agree, nothing is written. Each of
    `delivered` says its extract. A file that is already in is said to be and left out. Gives the deliveries as they will
    be read from now on, and what there is to say.
    """
    return _put(project, catalogue, deliveries, lambda: _drafts(project, delivered, catalogue, deliveries, received, note))


def try_deliveries(
    project: Path,
    delivered: Sequence[Delivered],
    catalogue: Catalogue,
    deliveries: Sequence[Delivery],
    received: str,
    note: str = "",
) -> Added:
    """What `add_deliveries` would add and say; nothing is written."""
    return _tried(project, catalogue, deliveries, lambda: _drafts(project, delivered, catalogue, deliveries, received, note))


def add_withdrawal(
    project: Path, catalogue: Catalogue, deliveries: Sequence[Delivery], number: int, date: str, reason: str
) -> tuple[Delivery | None, tuple[Problem, ...]]:
    """Withdraw a delivery from a day (ISO) on, for a reason: the delivery as it is from now on, None when it cannot be."""
    changed, problems = _put(project, catalogue, deliveries, lambda: _withdrawal(deliveries, number, date, reason))
    return next(iter(changed), None), problems


def try_withdrawal(
    project: Path, catalogue: Catalogue, deliveries: Sequence[Delivery], number: int, date: str, reason: str
) -> tuple[Delivery | None, tuple[Problem, ...]]:
    """What `add_withdrawal` would do and say; nothing is written."""
    changed, problems = _tried(project, catalogue, deliveries, lambda: _withdrawal(deliveries, number, date, reason))
    return next(iter(changed), None), problems


def next_number(deliveries: Iterable[Delivery]) -> int:
    """The number of the next entry of the index, be it a delivery or a withdrawal."""
    return max((max(one.number, one.withdrawn_by) for one in deliveries), default=0) + 1


def _put(project: Path, catalogue: Catalogue, deliveries: Sequence[Delivery], make: Callable[[], Drafts]) -> Added:
    folder = project / FOLDER
    try:
        with hold(folder) as lock:
            planned = plan(index_bytes(folder), *make(), catalogue, deliveries)
            if not planned.drafts or has_errors(planned.problems):
                return (), planned.problems
            files = {draft.name: draft.content for draft in planned.drafts if draft.name}
            if not commit(folder, lock, files, planned.old, planned.new):
                return (), (writing_messages.changed_meanwhile(Place(INDEX)),)
            return planned.added, planned.problems
    except Busy as busy:
        return (), (writing_messages.busy(Place(f"{FOLDER}/{LOCK_NAME}"), str(busy)),)
    except OSError as error:
        return (), (writing_messages.not_written(Place(INDEX), error),)


def _tried(project: Path, catalogue: Catalogue, deliveries: Sequence[Delivery], make: Callable[[], Drafts]) -> Added:
    try:
        planned = plan(index_bytes(project / FOLDER), *make(), catalogue, deliveries)
    except OSError as error:
        return (), (writing_messages.not_written(Place(INDEX), error),)
    return (() if has_errors(planned.problems) else planned.added), planned.problems


def _withdrawal(deliveries: Sequence[Delivery], number: int, date: str, reason: str) -> Drafts:
    place = Place(INDEX)
    if number in [one.withdrawn_by for one in deliveries if one.withdrawn_by]:
        return (), (withdrawal_messages.of_a_withdrawal(place, number),)
    withdrawn = next((one for one in deliveries if one.number == number), None)
    if withdrawn is None:
        return (), (withdrawal_messages.of_unknown(place, number, [one.number for one in deliveries]),)
    if not reason.strip():
        return (), (withdrawal_messages.reason_wanted(place),)
    return (withdrawal_draft(next_number(deliveries), withdrawn, date, reason),), ()


def _drafts(
    project: Path,
    delivered: Iterable[Delivered],
    catalogue: Catalogue,
    deliveries: Iterable[Delivery],
    received: str,
    note: str,
) -> Drafts:
    standing = [one for one in deliveries if one.file_checksum and not one.withdrawn]
    known = {(one.source, one.file_checksum, one.extract): one.number for one in standing}
    number = next_number(deliveries)
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for one in delivered:
        if twin := known.get((one.source, one.checksum, one.extract)):
            problems.append(writing_messages.already_in(Place(one.file), twin))
        elif not one.observations:
            problems.append(writing_messages.nothing_in_it(Place(one.file or INDEX)))
        else:
            drafts.append(delivery_draft(one, number, _free_name(project / FOLDER, number), catalogue, received, note))
            known |= {(one.source, one.checksum, one.extract): number} if one.checksum else {}
            number += 1
    return tuple(drafts), tuple(problems)


def _free_name(folder: Path, number: int) -> str:
    """A file name of the delivery's number; never one that a file has already."""
    stem = f"leverans-{number:03}"
    names = (f"{stem}.csv", *(f"{stem}-{again}.csv" for again in range(2, 1000)))
    return next(name for name in names if not (folder / name).exists())

"""Take received figures into the archive: read, weigh against what is known, write, and tell what changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from rapportbyggare.app import messages, taking_in_messages
from rapportbyggare.app.assemble import Progress
from rapportbyggare.app.changes import ChangeReport, changes_by, changes_without
from rapportbyggare.app.project import is_project, read_project
from rapportbyggare.app.single import Said, delivered_of
from rapportbyggare.app.weighing import (
    Gone,
    already_in,
    conflicts,
    leaps,
    of_the_same_month,
    reads_otherwise,
    vanished,
    without_vanished,
)
from rapportbyggare.binding.vocabulary import reserved_names
from rapportbyggare.core.dataset import Catalogue, Delivery
from rapportbyggare.core.delivered import Delivered, Remark
from rapportbyggare.core.figure import Status
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, has_errors, in_order
from rapportbyggare.data.archive import as_of, read_archive
from rapportbyggare.data.catalogue import read_catalogue
from rapportbyggare.data.catalogue_derived import delivered_faults
from rapportbyggare.data.deliveries import INDEX


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be taken in, and how. Dates are ISO; `received` is never empty.

    `source` names a map or a source ("" when the file's name tells), `extract` when the source was read ("" when the file
    says); `gone` is what becomes of values no longer held (None: stop and ask); `trial` writes nothing.
    """

    files: tuple[Path, ...]
    received: str
    source: str = ""
    extract: str = ""
    note: str = ""
    gone: Gone | None = None
    trial: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """How an intake went: what was written (or, in a trial, would be), and the numbers of files taken in before.

    `kept` counts the values no longer held that still stand; `withdrawn` is a delivery that no longer counts.
    """

    problems: tuple[Problem, ...] = ()
    remarks: tuple[Remark, ...] = ()
    added: tuple[Delivery, ...] = ()
    known: Mapping[str, int] = field(default_factory=dict)
    kept: int = 0
    withdrawn: Delivery | None = None
    unwritable: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """What a file is weighed against."""

    folder: Path
    catalogue: Catalogue
    deliveries: tuple[Delivery, ...]


def take_in(order: Order, folder: Path, progress: Progress) -> Taken:
    """Read the order's files and add them to the archive, all or none; every fault of all files is in the answer."""
    from rapportbyggare.intake.read_maps import read_maps
    from rapportbyggare.intake.receive import receive

    progress("Läser arkivet")
    ground, problems = read_ground(folder)
    if ground is None:
        return Taken(in_order(problems))
    maps, of_maps = read_maps(folder, ground.catalogue)
    found, read = [*problems, *of_maps], []
    for file in order.files:
        progress(f"Läser {file.name}")
        delivered, of_file = receive(file, order.source or None, maps, ground.catalogue, folder, order.extract)
        found += of_file
        if delivered is not None:
            read.append(delivered)
    if has_errors(found):
        return Taken(in_order(found))
    return settle(read, order, ground, in_order(found))


def read_ground(folder: Path) -> tuple[Ground | None, tuple[Problem, ...]]:
    """The catalogue and the archive of a project; None when they are not fit to be added to."""
    if not is_project(folder):
        return None, (messages.no_project(Place(folder.as_posix())),)
    catalogue, problems = read_catalogue(folder, reserved_names())
    if catalogue is None:
        return None, problems
    new = not (folder / INDEX).exists()  # the first delivery of a new report makes the archive
    deliveries, of_archive = ((), ()) if new else read_archive(folder, catalogue)
    found = (*problems, *of_archive)
    return (None if has_errors(found) else Ground(folder, catalogue, deliveries)), found


def settle(read: Iterable[Delivered], order: Order, ground: Ground, problems: tuple[Problem, ...]) -> Taken:
    """Weigh what was read against the archive and, unless something stands in the way or it is a trial, write it."""
    from rapportbyggare.data.writer import add_deliveries, try_deliveries

    weighed = [_weighed(one, order, ground) for one in read]
    found = in_order((*problems, *(problem for one in weighed for problem in one.problems)))
    new = [one.delivered for one in weighed if one.known == 0]
    remarks = tuple(remark for one in weighed for remark in one.delivered.remarks)
    known = {one.delivered.file: one.known for one in weighed if one.known}
    taken = Taken(found, remarks, (), known, sum(one.kept for one in weighed))
    if has_errors(found) or not new:
        return taken
    put = try_deliveries if order.trial else add_deliveries
    added, of_writing = put(ground.folder, new, ground.catalogue, ground.deliveries, order.received, order.note)
    return replace(taken, problems=in_order((*found, *of_writing)), added=added, unwritable=_of_disk(of_writing))


def take_single(said: Said, order: Order, folder: Path) -> Taken:
    """Take in one figure that a person has told."""
    ground, problems = read_ground(folder)
    if ground is None:
        return Taken(in_order(problems))
    delivered, of_figure = delivered_of(said, ground.catalogue)
    if delivered is None:
        return Taken(in_order((*problems, *of_figure)))
    known = as_of(ground.deliveries, ground.catalogue, order.received).observations.get(delivered.observations[0].key)
    if known is not None and known.status is Status.PRELIMINARY and not said.status:
        return Taken(in_order((*problems, taking_in_messages.status_wanted(Place("--status"), known))))
    note = "; ".join(part for part in (said.note, order.note) if part)
    return settle([delivered], replace(order, note=note, extract=said.day), ground, problems)


def withdraw(folder: Path, number: int, date: str, reason: str, trial: bool) -> Taken:
    """Withdraw a delivery from a day (ISO) on; a trial only says what it would do."""
    from rapportbyggare.data.writer import add_withdrawal, try_withdrawal

    ground, problems = read_ground(folder)
    if ground is None:
        return Taken(in_order(problems))
    put = try_withdrawal if trial else add_withdrawal
    gone, of_writing = put(ground.folder, ground.catalogue, ground.deliveries, number, date, reason)
    return Taken(in_order((*problems, *of_writing)), withdrawn=gone, unwritable=_of_disk(of_writing))


def changes_of(taken: Taken, folder: Path, progress: Progress) -> ChangeReport:
    """What the intake changes, or in a trial would change, in today's text."""
    project, problems = read_project(folder)
    if project is None:
        return ChangeReport(in_order(problems))
    if taken.withdrawn is None:
        return changes_by(project, problems, taken.added, progress)
    return changes_without(project, problems, taken.withdrawn, progress)


def _of_disk(problems: Iterable[Problem]) -> bool:
    return any(problem.code == "kan-inte-skriva-arkivet" for problem in problems)


@dataclass(frozen=True, slots=True)
class _Weighed:
    delivered: Delivered
    problems: tuple[Problem, ...]
    known: int = 0
    kept: int = 0


def _weighed(delivered: Delivered, order: Order, ground: Ground) -> _Weighed:
    extract = order.extract or delivered.extract
    delivered = replace(delivered, extract=extract)
    place = Place(delivered.file)
    known = as_of(ground.deliveries, ground.catalogue, order.received)
    if twin := already_in(delivered, ground.deliveries, known):
        faults = (taking_in_messages.reads_otherwise(place, twin),) if reads_otherwise(delivered, twin) else ()
        return _Weighed(delivered, faults, 0 if faults else twin.number)
    if not extract:
        return _Weighed(delivered, (taking_in_messages.no_extract(place),))
    if extract > order.received[: len(extract)]:
        return _Weighed(delivered, (taking_in_messages.extract_ahead(place, extract, order.received),))
    problems = tuple(taking_in_messages.conflict(place, one) for one in conflicts(delivered, ground.deliveries))
    problems += delivered_faults(delivered.observations, ground.catalogue)
    if unclear := of_the_same_month(delivered, ground.deliveries):
        problems += (taking_in_messages.month_or_day(place, unclear),)
    problems += tuple(taking_in_messages.leap(place, one) for one in leaps(delivered, known))
    gone = vanished(delivered, known)
    if gone and order.gone is None:
        problems += (taking_in_messages.gone(place, gone),)
    if order.gone is Gone.WITHDRAW:
        delivered = without_vanished(delivered, gone)
    return _Weighed(delivered, problems, 0, len(gone) if order.gone is Gone.KEEP else 0)

"""The archive of deliveries, and the facts as known at a moment."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from rapportbyggare.core.dataset import Catalogue, Dataset, Delivery
from rapportbyggare.core.figure import Observation
from rapportbyggare.core.problem import Problem
from rapportbyggare.data import index_messages
from rapportbyggare.data.catalogue_levels import level_faults
from rapportbyggare.data.columns import Intake
from rapportbyggare.data.contradictions import contradictions, facts_of
from rapportbyggare.data.deliveries import INDEX, Entry, is_checksum, read_index
from rapportbyggare.data.faults import Faults
from rapportbyggare.data.moments import END, Moment
from rapportbyggare.data.observations import read_observations
from rapportbyggare.data.unlisted import unlisted
from rapportbyggare.data.withdrawals import Withdrawal
from rapportbyggare.sources.text import decode, read_bytes, read_text


def read_archive(
    project: Path, catalogue: Catalogue, stored: Path | None = None
) -> tuple[tuple[Delivery, ...], tuple[Problem, ...]]:
    """All deliveries of the project, by number, withdrawn ones too, and all that is wrong with them.

    A delivery whose row of the index is at fault is left out; the faults of its file are told all the same. `stored` is
    the project with the files that the index names, when it is another: so is an earlier index read, and files added
    since then are not told of.
    """
    text, problems = read_text(project, INDEX)
    if not text and problems:
        return (), problems
    faults = Faults(INDEX)
    index = read_index(text, catalogue, faults)
    entries = sorted(index.entries, key=lambda entry: entry.number)
    read = [(entry, *_read_file(stored or project, entry, catalogue)) for entry in entries]
    deliveries = tuple(delivery_of(entry, rows, index.withdrawals.get(entry.number)) for entry, rows, _ in read if entry.sound)
    of_files = [problem for _, _, of_file in read for problem in of_file]
    between = contradictions(deliveries, {entry.number: entry.extract_place for entry in entries})
    beside = unlisted(project, text) if stored is None else ()
    levels = level_faults(catalogue, deliveries)
    return deliveries, (*problems, *faults.all, *of_files, *beside, *between, *levels)


def as_of(deliveries: Iterable[Delivery], catalogue: Catalogue, date: str | None = None) -> Dataset:
    """The facts as known at the end of `date` (ISO; None: all that has been taken in)."""
    return as_of_moment(deliveries, catalogue, END if date is None else Moment(date))


def as_of_moment(deliveries: Iterable[Delivery], catalogue: Catalogue, moment: Moment) -> Dataset:
    """The facts as known at a moment: of the deliveries taken in and not withdrawn by then.

    For each fact the newest extract wins, then the latest intake. The dataset's date is that of the newest intake or
    withdrawal, "" when nothing had been taken in.
    """
    taken_in = [one for one in deliveries if moment.holds(one.received, one.number)]
    gone = {one.number for one in taken_in if one.withdrawn and moment.holds(one.withdrawn, one.withdrawn_by)}
    used = tuple(_still_used(one) for one in taken_in if one.number not in gone)
    days = [one.withdrawn if one.number in gone else one.received for one in taken_in]
    return Dataset(catalogue, facts_of(used), used, max(days, default=""))


def delivery_of(entry: Entry, observations: tuple[Observation, ...], withdrawal: Withdrawal | None) -> Delivery:
    """A row of the index, what its file holds and what has been said of it since, as one."""
    return Delivery(
        number=entry.number,
        source=entry.source,
        extract=entry.extract,
        received=entry.received,
        file=entry.file,
        note=entry.note,
        observations=observations,
        file_checksum=entry.file_checksum,
        coverage=entry.coverage,
        withdrawn=withdrawal.received if withdrawal else "",
        withdrawn_by=withdrawal.number if withdrawal else 0,
        withdrawn_why=withdrawal.reason if withdrawal else "",
        checksum=entry.checksum,
    )


def intake_of(entry: Entry) -> Intake:
    """What the observations of a delivery have in common."""
    return Intake(entry.number, entry.source, entry.extract, entry.received)


def _still_used(delivery: Delivery) -> Delivery:
    """The delivery without what was said of it later."""
    return delivery._replace(withdrawn="", withdrawn_by=0, withdrawn_why="") if delivery.withdrawn else delivery


def _read_file(project: Path, entry: Entry, catalogue: Catalogue) -> tuple[tuple[Observation, ...], tuple[Problem, ...]]:
    content, problems = read_bytes(project, entry.observations)
    if content is None:
        return (), problems
    text, of_text = decode(content, entry.observations)
    faults = Faults(entry.observations)
    observations = read_observations(text, intake_of(entry), catalogue, faults)
    return observations, (*_checksum_faults(content, entry), *of_text, *faults.all)


def _checksum_faults(content: bytes, entry: Entry) -> tuple[Problem, ...]:
    right = sha256(content).hexdigest()
    if right == entry.checksum:
        return ()
    if not is_checksum(entry.checksum):
        return (index_messages.no_checksum(entry.checksum_place, entry.observations, right),)
    # Only the line ends may differ: version control and editors change them by themselves.
    lines = content.replace(b"\r\n", b"\n")
    if any(sha256(form).hexdigest() == entry.checksum for form in (lines, lines.replace(b"\n", b"\r\n"))):
        return ()
    return (index_messages.changed_by_hand(entry.place, entry.observations, right),)

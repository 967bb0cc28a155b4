"""The archive of deliveries, and the facts as known on a date."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from rapportbyggare.core.dataset import Catalogue, Dataset, Delivery
from rapportbyggare.core.figure import Observation
from rapportbyggare.core.problem import Problem
from rapportbyggare.data import index_messages
from rapportbyggare.data.contradictions import contradictions, facts_of
from rapportbyggare.data.deliveries import INDEX, Entry, is_checksum, read_index
from rapportbyggare.data.faults import Faults
from rapportbyggare.data.observations import Intake, read_observations
from rapportbyggare.data.unlisted import unlisted
from rapportbyggare.sources.text import decode, read_bytes, read_text


def read_archive(project: Path, catalogue: Catalogue) -> tuple[tuple[Delivery, ...], tuple[Problem, ...]]:
    """All deliveries of the project, by number, and all that is wrong with them.

    A delivery whose row of the index is at fault is left out; the faults of its file are told all the same.
    """
    text, problems = read_text(project, INDEX)
    if not text and problems:
        return (), problems
    faults = Faults(INDEX)
    entries = read_index(text, catalogue, faults)
    read = [(entry, *_read_delivery(project, entry, catalogue)) for entry in sorted(entries, key=lambda entry: entry.number)]
    deliveries = tuple(delivery for entry, delivery, _ in read if entry.sound)
    of_files = [problem for _, _, of_file in read for problem in of_file]
    extracts = {entry.number: entry.extract_place for entry in entries}
    between = contradictions(deliveries, extracts)
    return deliveries, (*problems, *faults.all, *of_files, *unlisted(project, text), *between)


def as_of(deliveries: Iterable[Delivery], catalogue: Catalogue, date: str | None = None) -> Dataset:
    """The facts as known at the end of `date` (ISO; None: all that has been taken in).

    For each fact the newest extract wins, then the latest intake. The dataset's date is that of its newest intake,
    "" when nothing had been taken in.
    """
    used = tuple(delivery for delivery in deliveries if date is None or delivery.received <= date)
    return Dataset(catalogue, facts_of(used), used, max((delivery.received for delivery in used), default=""))


def _read_delivery(project: Path, entry: Entry, catalogue: Catalogue) -> tuple[Delivery, tuple[Problem, ...]]:
    content, problems = read_bytes(project, entry.observations)
    observations: tuple[Observation, ...] = ()
    if content is not None:
        text, of_text = decode(content, entry.observations)
        faults = Faults(entry.observations)
        intake = Intake(entry.number, entry.source, entry.extract, entry.received)
        observations = read_observations(text, intake, catalogue, faults)
        problems = (*_checksum_faults(content, entry), *of_text, *faults.all)
    return _delivery(entry, observations), problems


def _delivery(entry: Entry, observations: tuple[Observation, ...]) -> Delivery:
    return Delivery(entry.number, entry.source, entry.extract, entry.received, entry.file, entry.note, observations)


def _checksum_faults(content: bytes, entry: Entry) -> tuple[Problem, ...]:
    right = sha256(content).hexdigest()
    if not is_checksum(entry.checksum):
        return (index_messages.no_checksum(entry.checksum_place, entry.observations, right),)
    # Only the line ends may differ: version control and editors change them by themselves.
    lines = content.replace(b"\r\n", b"\n")
    forms = (content, lines, lines.replace(b"\n", b"\r\n"))
    if any(sha256(form).hexdigest() == entry.checksum for form in forms):
        return ()
    return (index_messages.changed_by_hand(entry.place, entry.observations, right),)

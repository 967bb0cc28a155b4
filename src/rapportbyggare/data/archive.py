"""The archive of deliveries, and the facts as known on a date."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from rapportbyggare.core.dataset import Catalogue, Dataset, Delivery
from rapportbyggare.core.figure import FactKey, Observation
from rapportbyggare.core.problem import Problem
from rapportbyggare.data import index_messages, messages
from rapportbyggare.data.deliveries import INDEX, Entry, is_checksum, read_index
from rapportbyggare.data.faults import Faults
from rapportbyggare.data.observations import Intake, read_observations
from rapportbyggare.sources.text import decode, read_bytes, read_text


def read_archive(project: Path, catalogue: Catalogue) -> tuple[tuple[Delivery, ...], tuple[Problem, ...]]:
    """All deliveries of the project, by number, and all that is wrong with them."""
    text, problems = read_text(project, INDEX)
    if not text and problems:
        return (), problems
    faults = Faults(INDEX)
    entries = read_index(text, catalogue, faults)
    read = [_read_delivery(project, entry, catalogue) for entry in sorted(entries, key=lambda entry: entry.number)]
    deliveries = tuple(delivery for delivery, _ in read)
    of_files = tuple(problem for _, of_file in read for problem in of_file)
    return deliveries, (*problems, *faults.all, *of_files, *_contradictions(deliveries))


def as_of(deliveries: Iterable[Delivery], catalogue: Catalogue, date: str | None = None) -> Dataset:
    """The facts as known at the end of `date` (ISO; None: all that has been taken in).

    For each fact the newest extract wins, then the latest intake. The dataset's date is that of its newest intake,
    "" when nothing had been taken in.
    """
    used = tuple(delivery for delivery in deliveries if date is None or delivery.received <= date)
    facts: dict[FactKey, Observation] = {}
    for delivery in sorted(used, key=_rank):
        facts.update((observation.key, observation) for observation in delivery.observations)
    return Dataset(catalogue, facts, used, max((delivery.received for delivery in used), default=""))


def _rank(delivery: Delivery) -> tuple[str, str, int]:
    """A month without a day ("2025-07") ranks before the days of that month."""
    return delivery.extract.ljust(10, "-"), delivery.received, delivery.number


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
    return (index_messages.changed_by_hand(entry.place, entry.observations, entry.number, right),)


def _contradictions(deliveries: tuple[Delivery, ...]) -> tuple[Problem, ...]:
    """Facts given with different values by deliveries of the same source and extract."""
    faults = Faults(INDEX)
    extracts: dict[tuple[str, str], list[Delivery]] = {}
    for delivery in deliveries:
        extracts.setdefault((delivery.source, delivery.extract), []).append(delivery)
    for same in extracts.values():
        if len(same) > 1:
            _compare([observation for delivery in same for observation in delivery.observations], faults)
    return faults.all


def _compare(observations: list[Observation], faults: Faults) -> None:
    facts: dict[FactKey, Observation] = {}
    for observation in observations:
        earlier = facts.setdefault(observation.key, observation)
        if _said(earlier) != _said(observation):
            faults.add(messages.contradiction, observation, earlier)


def _said(observation: Observation) -> tuple[object, ...]:
    return observation.amount, observation.status, observation.base, observation.measured

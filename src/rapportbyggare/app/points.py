"""The two points in time that changes are counted between: a day, a delivery, a frozen edition, now."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from unicodedata import normalize

from rapportbyggare.app import changes_messages as messages
from rapportbyggare.app.editions import edition_names, read_record
from rapportbyggare.app.project import Project
from rapportbyggare.core.dataset import Dataset, Delivery
from rapportbyggare.core.problem import Problem
from rapportbyggare.data.archive import as_of_moment
from rapportbyggare.data.moments import END, Moment, moment_within

NOW = "nu"


@dataclass(frozen=True, slots=True)
class Point:
    """What was known at a point in time, and what it is called: "2025-09-03", "leverans 2", "läget före leverans 6", "nu"."""

    name: str
    dataset: Dataset
    when: Moment = END


def until(text: str | None, project: Project) -> Point | tuple[Problem, ...]:
    """The later point: what `text` says, None being now."""
    return known(project, END, NOW) if text is None else _named(text, project)


def since(text: str | None, project: Project, later: Point) -> Point | tuple[Problem, ...]:
    """The earlier point: what `text` says, None being before the last entry of the archive that the later one knows of."""
    if text is not None:
        return _named(text, project)
    entries = [entry for entry in _entries(project.deliveries) if later.when.holds(*entry)]
    if len(entries) < 2:
        return (messages.nothing_before(),)
    (date, number), (_, last) = entries[-2:]
    return known(project, Moment(date, number), f"läget före leverans {last}")


def _named(text: str, project: Project) -> Point | tuple[Problem, ...]:
    name = normalize("NFC", text.strip())
    if name.lower() == NOW:
        return known(project, END, NOW)
    if name in edition_names(project.folder):
        return _frozen(name, project)
    found = moment_within(name, project.deliveries)
    if isinstance(found, Problem):
        return (messages.or_edition(found, name, edition_names(project.folder)),)
    return known(project, found, str(found))


def _frozen(name: str, project: Project) -> Point | tuple[Problem, ...]:
    """What an edition rests on: the deliveries its record lists."""
    edition, problems = read_record(project.folder, name)
    if edition is None:
        return problems
    used, missing = rested_on((delivery.number for delivery in edition.deliveries), project)
    if missing:
        return (messages.lost_deliveries(name, missing),)
    when = Moment(edition.data_date) if edition.data_date else END
    return Point(f"utgåvan {name}", _dataset(used, project, END), when)


def rested_on(numbers: Iterable[int], project: Project) -> tuple[list[Delivery], list[int]]:
    """The deliveries of these numbers as they were before any was withdrawn, and the numbers that the archive lacks."""
    wanted = set(numbers)
    used = [one._replace(withdrawn="", withdrawn_by=0) for one in project.deliveries if one.number in wanted]
    return used, sorted(wanted - {one.number for one in used})


def known(project: Project, when: Moment, name: str) -> Point:
    """What the project's archive held at a moment."""
    return Point(name, _dataset(project.deliveries, project, when), when)


def with_deliveries(project: Project, deliveries: Iterable[Delivery], name: str) -> Point:
    """What is known by these deliveries, whether or not they are in the archive."""
    return Point(name, _dataset(deliveries, project, END))


def _dataset(deliveries: Iterable[Delivery], project: Project, when: Moment) -> Dataset:
    return replace(as_of_moment(deliveries, project.catalogue, when), printed=project.printed.facts)


def _entries(deliveries: Iterable[Delivery]) -> list[tuple[str, int]]:
    """The day and number of each entry of the index, the withdrawals among them, in the order they act."""
    found = {(one.received, one.number) for one in deliveries}
    found |= {(one.withdrawn, one.withdrawn_by) for one in deliveries if one.withdrawn}
    return sorted(found)

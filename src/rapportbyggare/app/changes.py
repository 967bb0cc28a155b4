"""What changed between two points in time, and what that does to the text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from rapportbyggare.app import messages
from rapportbyggare.app.consequences import without_consequences
from rapportbyggare.app.points import Point, since, until, with_deliveries
from rapportbyggare.app.project import Project, is_project, read_project
from rapportbyggare.binding.bind import bind
from rapportbyggare.core.dataset import Delivery
from rapportbyggare.core.document import Edition
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity, in_order
from rapportbyggare.diff.changes import Changes, Version
from rapportbyggare.diff.compare import compare

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class ChangeReport:
    """What changed between `old` and `new`, with today's text at both; None when it could not be found out.

    `problems` are the errors of the project's files, and why there is nothing to compare; those that the new figures give are
    among the changes. `deliveries` are those that either point knows, `added` those that only the later one does, `withdrawn`
    those that only the earlier one does.
    """

    problems: tuple[Problem, ...]
    old: str = ""
    new: str = ""
    changes: Changes | None = None
    deliveries: tuple[Delivery, ...] = ()
    added: tuple[Delivery, ...] = ()
    withdrawn: tuple[Delivery, ...] = ()


def changes(folder: Path, old: str | None, new: str | None, progress: Progress) -> ChangeReport:
    """What changed from `old` to `new`: days, months, deliveries ("leverans 2") or frozen editions.

    Without `old`: from before the last delivery; without `new`: to now. The text is today's at both points.
    """
    if not is_project(folder):
        return ChangeReport((messages.no_project(Place(folder.as_posix())),))
    progress("Läser")
    project, problems = read_project(folder)
    if project is None:
        return ChangeReport(in_order(problems))
    later = until(new, project)
    earlier = since(old, project, later) if isinstance(later, Point) else ()
    if isinstance(later, Point) and isinstance(earlier, Point):
        return changes_between(project, problems, earlier, later, progress)
    faults = _errors(problems) or tuple(fault for found in (earlier, later) if not isinstance(found, Point) for fault in found)
    return ChangeReport(in_order(faults))


def changes_by(project: Project, problems: tuple[Problem, ...], added: Iterable[Delivery], progress: Progress) -> ChangeReport:
    """What deliveries just taken in change, or would change if they were; the last of the archive or not in it yet."""
    new = {delivery.number: delivery for delivery in added}
    others = [delivery for delivery in project.deliveries if delivery.number not in new]
    name = "leverans " + ", ".join(map(str, sorted(new)))
    earlier = with_deliveries(project, others, f"läget före {name}")
    later = with_deliveries(project, [*others, *new.values()], f"läget efter {name}")
    return changes_between(project, problems, earlier, later, progress)


def changes_without(project: Project, problems: tuple[Problem, ...], gone: Delivery, progress: Progress) -> ChangeReport:
    """What a withdrawal changes, or would change if it were written: `gone` is the delivery as withdrawn."""
    others = [delivery for delivery in project.deliveries if delivery.number != gone.number]
    standing = gone._replace(withdrawn="", withdrawn_by=0, withdrawn_why="")
    earlier = with_deliveries(project, [*others, standing], f"läget med leverans {gone.number}")
    later = with_deliveries(project, [*others, gone], f"läget utan leverans {gone.number}")
    return changes_between(project, problems, earlier, later, progress)


def changes_between(
    project: Project, problems: tuple[Problem, ...], earlier: Point, later: Point, progress: Progress
) -> ChangeReport:
    """What the project's text says differently at two points; `problems` are those of reading it."""
    progress("Räknar")
    old, new = (_bound(project, problems, point) for point in (earlier, later))
    progress("Jämför")
    before = {delivery.number: delivery for delivery in earlier.dataset.deliveries}
    after = {delivery.number: delivery for delivery in later.dataset.deliveries}
    return ChangeReport(
        in_order(_errors(problems)),
        earlier.name,
        later.name,
        compare(old, new, project.draft.sections),
        tuple((before | after).values()),
        tuple(delivery for number, delivery in after.items() if number not in before),
        tuple(delivery for number, delivery in before.items() if number not in after),
    )


def _bound(project: Project, problems: tuple[Problem, ...], point: Point) -> Version:
    edition = Edition(point.dataset.date, "", ())
    document, found = bind(project.draft, point.dataset, edition, project.style.thousands)
    return Version(document, point.dataset, in_order(without_consequences(problems, found, document.manifest.year)))


def _errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)

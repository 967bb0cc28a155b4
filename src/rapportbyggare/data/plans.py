"""What the archive would be with something added, and what is wrong with that."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapportbyggare.core.dataset import Catalogue, Delivery
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, has_errors
from rapportbyggare.data import writing_messages
from rapportbyggare.data.archive import delivery_of, intake_of
from rapportbyggare.data.contradictions import contradictions
from rapportbyggare.data.deliveries import COLUMNS, FOLDER, INDEX, Entry, Index, read_index
from rapportbyggare.data.drafts import Draft
from rapportbyggare.data.faults import Faults
from rapportbyggare.data.observations import read_observations
from rapportbyggare.data.sheet import heading
from rapportbyggare.data.withdrawals import Withdrawal
from rapportbyggare.data.written import extended
from rapportbyggare.sources.text import decode


@dataclass(frozen=True, slots=True)
class Plan:
    """The index's bytes before (None: no file) and after, what is to be written, and the deliveries that are new or changed."""

    problems: tuple[Problem, ...]
    old: bytes | None = None
    new: bytes = b""
    drafts: tuple[Draft, ...] = ()
    added: tuple[Delivery, ...] = ()


def plan(
    old: bytes | None,
    drafts: Sequence[Draft],
    problems: Iterable[Problem],
    catalogue: Catalogue,
    deliveries: Sequence[Delivery],
) -> Plan:
    """The drafts added to an index that must hold just `deliveries`; `problems` are those of the drafts themselves.

    The problems name the received file and its cell, since the files of the archive are not there yet.
    """
    before = old or (";".join(COLUMNS) + "\n").encode()
    text, of_text = decode(before, INDEX)
    index, of_index = _read(text, catalogue)
    if has_errors((*of_text, *of_index)):
        return Plan((*of_text, *of_index))
    if _known(index) != {one.number: one._replace(observations=()) for one in deliveries}:
        return Plan((writing_messages.changed_meanwhile(Place(INDEX)),))
    if not drafts:
        return Plan(tuple(problems))
    new = extended(before, heading(text), [draft.row for draft in drafts])
    added, found = _read_back(new, drafts, catalogue, deliveries)
    said = {*of_index, *_between(deliveries, index)}
    outward = _Outward(text.count("\n") + (not text.endswith("\n")), drafts)
    told = tuple(outward.told(problem) for problem in found if problem not in said)
    return Plan((*problems, *told), old, new, tuple(drafts), added)


def _read(text: str, catalogue: Catalogue) -> tuple[Index, tuple[Problem, ...]]:
    faults = Faults(INDEX)
    return read_index(text, catalogue, faults), faults.all


def _known(index: Index) -> dict[int, Delivery]:
    return {entry.number: delivery_of(entry, (), index.withdrawals.get(entry.number)) for entry in index.entries}


def _read_back(
    new: bytes, drafts: Iterable[Draft], catalogue: Catalogue, deliveries: Sequence[Delivery]
) -> tuple[tuple[Delivery, ...], tuple[Problem, ...]]:
    """The deliveries that are new or changed, as the new index and the new files are read; and all that is said of them."""
    index, problems = _read(decode(new, INDEX)[0], catalogue)
    entries = {entry.observations: entry for entry in index.entries}
    named = [(draft, entries[path]) for draft in drafts if (path := f"{FOLDER}/{draft.name}") in entries]
    read = [_read_draft(draft, entry, catalogue) for draft, entry in named]
    changed = [_withdrawn(one, index.withdrawals.get(one.number)) for one in deliveries]
    unlike = [after for after, before in zip(changed, deliveries, strict=True) if after is not before]
    added = (*unlike, *(delivery for delivery, _ in read))
    of_files = [problem for _, faults in read for problem in faults]
    between = _between((*changed, *(delivery for delivery, _ in read)), index)
    return added, (*problems, *of_files, *between)


def _read_draft(draft: Draft, entry: Entry, catalogue: Catalogue) -> tuple[Delivery, tuple[Problem, ...]]:
    text, problems = decode(draft.content, entry.observations)
    faults = Faults(entry.observations)
    observations = read_observations(text, intake_of(entry), catalogue, faults)
    return delivery_of(entry, observations, None), (*problems, *faults.all)


def _withdrawn(delivery: Delivery, withdrawal: Withdrawal | None) -> Delivery:
    if withdrawal is None or withdrawal.number == delivery.withdrawn_by:
        return delivery
    return delivery._replace(withdrawn=withdrawal.received, withdrawn_by=withdrawal.number, withdrawn_why=withdrawal.reason)


def _between(deliveries: Iterable[Delivery], index: Index) -> tuple[Problem, ...]:
    return contradictions(deliveries, {entry.number: entry.extract_place for entry in index.entries})


@dataclass(frozen=True, slots=True)
class _Outward:
    """Turns places in files that are not written yet into places in what was received. `last` is the index's last line."""

    last: int
    drafts: Sequence[Draft]

    def told(self, problem: Problem) -> Problem:
        place = problem.place
        if place.file == INDEX and place.line > self.last:
            draft = self.drafts[min(place.line - self.last, len(self.drafts)) - 1]
            return problem._replace(place=Place(draft.file or INDEX, cell=place.cell))
        named = {f"{FOLDER}/{draft.name}": draft for draft in self.drafts if draft.name}
        return problem._replace(place=_received(named[place.file], place.line)) if place.file in named else problem


def _received(draft: Draft, line: int) -> Place:
    """Where in the received file a line of a delivery's file comes from; the first line is the columns' names."""
    cell = draft.observations[line - 2].origin.cell if line > 1 else ""
    return Place(draft.file or INDEX, cell=cell)

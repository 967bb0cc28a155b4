"""What deliveries say against each other."""

from collections.abc import Iterable, Mapping, Sequence

from rapportbyggare.core.dataset import Delivery
from rapportbyggare.core.figure import FactKey, Observation
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.data import fact_messages
from rapportbyggare.data.deliveries import INDEX
from rapportbyggare.data.faults import Faults


def _rank(delivery: Delivery) -> tuple[str, str, int]:
    """What a delivery counts for: the highest wins. A month without a day ("2025-07") ranks before the days of that month."""
    return delivery.extract.ljust(10, "-"), delivery.received, delivery.number


def facts_of(deliveries: Iterable[Delivery]) -> dict[FactKey, Observation]:
    """Each fact once: the newest extract wins, then the latest intake."""
    facts: dict[FactKey, Observation] = {}
    for delivery in sorted(deliveries, key=_rank):
        facts.update((observation.key, observation) for observation in delivery.observations)
    return facts


def contradictions(deliveries: Iterable[Delivery], extracts: Mapping[int, Place]) -> tuple[Problem, ...]:
    """Facts that deliveries of the same source give differently without reason; `extracts` are the extracts' cells, by number.

    An error where also the extract is the same, a flaw where the delivery taken in last is not the one used. A withdrawn
    delivery says nothing any more.
    """
    faults = Faults(INDEX)
    sources: dict[str, list[Delivery]] = {}
    for delivery in deliveries:
        if not delivery.withdrawn:
            sources.setdefault(delivery.source, []).append(delivery)
    for of_source in sources.values():
        if len(of_source) > 1:
            _compare_extracts(of_source, faults)
            _find_unused(of_source, extracts, faults)
    return faults.all


def _compare_extracts(deliveries: Iterable[Delivery], faults: Faults) -> None:
    extracts: dict[str, list[Delivery]] = {}
    for delivery in deliveries:
        extracts.setdefault(delivery.extract, []).append(delivery)
    for same in extracts.values():
        if len(same) > 1:
            _compare([observation for delivery in same for observation in delivery.observations], faults)


def _compare(observations: Iterable[Observation], faults: Faults) -> None:
    facts: dict[FactKey, Observation] = {}
    for observation in observations:
        earlier = facts.setdefault(observation.key, observation)
        if _said(earlier) != _said(observation):
            faults.add(fact_messages.contradiction, observation, earlier)


def _find_unused(deliveries: Sequence[Delivery], extracts: Mapping[int, Place], faults: Faults) -> None:
    overtaken = {late.number: early for late in deliveries if (early := _newer_before(late, deliveries))}
    if not overtaken:  # nearly always; the look-up takes time
        return
    used = facts_of(deliveries)
    for delivery in deliveries:
        early = overtaken.get(delivery.number, frozenset())
        lost = [one for one in delivery.observations if early and _loses(one, used[one.key], early)]
        if lost:
            faults.add(fact_messages.unused, extracts[delivery.number], lost[0], used[lost[0].key], len(lost))


def _newer_before(late: Delivery, deliveries: Iterable[Delivery]) -> frozenset[int]:
    """The numbers of the deliveries taken in before `late` whose extract is newer."""
    return frozenset(one.number for one in deliveries if _taken_in(one) < _taken_in(late) and _rank(one) > _rank(late))


def _taken_in(delivery: Delivery) -> tuple[str, int]:
    return delivery.received, delivery.number


def _loses(observation: Observation, used: Observation, early: frozenset[int]) -> bool:
    return used.origin.delivery in early and _said(used) != _said(observation)


def _said(observation: Observation) -> tuple[object, ...]:
    return observation.amount, observation.status, observation.base, observation.measured, observation.period

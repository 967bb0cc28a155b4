"""Facts that the text needs and the dataset does not have."""

from collections.abc import Iterator, Mapping

from rapportbyggare.binding import messages
from rapportbyggare.binding.arithmetic import missing
from rapportbyggare.binding.things import Fault, Thing, Unmarked
from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.figure import FactKey, Figure
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem

NEAR_YEARS = 10


def known(thing: Thing, dataset: Dataset) -> None:
    """A fault when the thing is a figure resting on a fact that is not in the dataset at all, or on no edition's print."""
    figure = thing.figure if isinstance(thing, Unmarked) else thing
    if not isinstance(figure, Figure):
        return
    if (figure.amount is None and not figure.origins) or any(fact not in dataset.observations for fact in figure.facts):
        raise missing(figure)


def missing_facts(places: Mapping[Place, list[Fault]], dataset: Dataset) -> Iterator[Problem]:
    """One problem for each place that needs facts without a number; a year without any is answered by those that have."""
    for place, faults in places.items():
        facts = tuple(dict.fromkeys(fact for fault in faults for fact in fault.lacking))
        years = known_years(facts[0], dataset)
        yield (
            messages.of_fault(faults[0], place, years) if len(faults) == 1 else messages.of_facts(faults[0], place, facts, years)
        )


def known_years(fact: FactKey, dataset: Dataset) -> tuple[int, ...]:
    """The years near `fact` that the dataset has a number for."""
    keys = (fact._replace(year=fact.year + step) for step in range(-NEAR_YEARS, NEAR_YEARS + 1))
    found = (dataset.observations.get(key) for key in keys)
    return tuple(one.key.year for one in found if one is not None and one.amount is not None)

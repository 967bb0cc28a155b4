"""Whether the parts of derived measures are delivered for the same kind of places."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapportbyggare.core.dataset import Catalogue, Delivery, measure_of
from rapportbyggare.core.derivation import Derivation, Part
from rapportbyggare.core.problem import Problem
from rapportbyggare.data import catalogue_derived_messages as messages

_Levels = dict[tuple[str, str], set[str]]


def level_faults(catalogue: Catalogue, deliveries: Iterable[Delivery]) -> Iterator[Problem]:
    """A problem for each derived measure whose parts are all delivered, but never for the same level."""
    rules = [m.derived for one in catalogue.indicators.values() for m in one.measures if m.derived and len(m.derived.parts) > 1]
    names = {name for rule in rules for name in _names(rule, catalogue)}
    if not names:
        return
    levels = _delivered(names, catalogue, deliveries)
    for rule in rules:
        parts = {name: levels[name] for name in _names(rule, catalogue) if name in levels}
        if len(parts) == len(rule.parts) and not set.intersection(*parts.values()):
            said = [(".".join(name), " och ".join(sorted(found))) for name, found in parts.items()]
            yield messages.no_level_in_common(rule.place, said)


def _names(rule: Derivation, catalogue: Catalogue) -> list[tuple[str, str]]:
    """The parts that are delivered measures, by their full names."""
    found = [(part.indicator, measure_of(part, catalogue.indicators)) for part in rule.parts]
    return [(indicator, measure.name) for indicator, measure in found if measure and not measure.derived]


def _delivered(names: set[tuple[str, str]], catalogue: Catalogue, deliveries: Iterable[Delivery]) -> _Levels:
    """The levels each measure is delivered for; what municipalities have can be summed for the county."""
    levels: _Levels = defaultdict(set)
    areas: dict[tuple[str, str], set[str]] = defaultdict(set)
    for delivery in deliveries:
        for one in delivery.observations:
            if one.key[:2] in names:
                areas[one.key[:2]].add(one.key.area)
    for name, found in areas.items():
        levels[name] = {catalogue.areas[area].level for area in found}
        measure = measure_of(Part(*name), catalogue.indicators)
        if measure and measure.unit.adds_up and "kommun" in levels[name]:
            levels[name].add("län")
    return levels

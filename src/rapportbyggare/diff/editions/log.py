"""The change log of the figures: each fact that has another value, what gave it, and where it is printed."""

from collections.abc import Iterable, Mapping

from rapportbyggare.core.compared import Cause, Change, DeliveryLabel, FigureChange, Side
from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.figure import FactKey, Observation
from rapportbyggare.diff.changes import FactChange
from rapportbyggare.diff.fact_words import amount_words, fact_name, form_of
from rapportbyggare.diff.facts import changed_facts


def figure_log(old: Side, new: Side, changes: Iterable[Change]) -> tuple[FigureChange, ...]:
    """Each fact that differs: what the datasets tell, or when an edition has none, what is printed of single facts."""
    printed = _printed(changes)
    if old.dataset and new.dataset:
        return tuple(_known(fact, old, new, printed) for fact in changed_facts(old.dataset, new.dataset).values())
    single = {key: _single(found) for key, found in printed.items()}
    return tuple(_read(key, found, old, new) for key, found in single.items() if found)


def _printed(changes: Iterable[Change]) -> dict[FactKey, list[Change]]:
    """The changes that each fact is behind."""
    found: dict[FactKey, list[Change]] = {}
    for change in changes:
        if change.cause is Cause.DATA:
            for key in change.facts:
                found.setdefault(key, []).append(change)
    return found


def _single(changes: Iterable[Change]) -> list[Change]:
    return [change for change in changes if len(change.facts) == 1 and change.old and change.new]


def _known(fact: FactChange, old: Side, new: Side, printed: Mapping[FactKey, list[Change]]) -> FigureChange:
    form = form_of(fact)
    was, now = (amount_words(one, form) if one else "" for one in (fact.old, fact.new))
    numbers = tuple(change.number for change in printed.get(fact.key, ()))
    return FigureChange(fact.key, fact_name(fact), was, now, _delivery(fact.old, old), _delivery(fact.new, new), numbers)


def _delivery(observation: Observation | None, side: Side) -> DeliveryLabel | None:
    if observation is None:
        return None
    origin = observation.origin
    named = next((one for one in side.deliveries if one.number == origin.delivery), None)
    return named or DeliveryLabel(origin.delivery, f"{origin.source}, uttag {origin.extract}", origin.received)


def _read(key: FactKey, changes: list[Change], old: Side, new: Side) -> FigureChange:
    dataset = new.dataset or old.dataset
    observed = new.dataset.observations.get(key) if new.dataset else None
    numbers = tuple(change.number for change in changes)
    return FigureChange(key, _label(key, dataset), changes[0].old, changes[0].new, None, _delivery(observed, new), numbers)


def _label(key: FactKey, dataset: Dataset | None) -> str:
    indicator = dataset.catalogue.indicators.get(key.indicator) if dataset else None
    name = indicator.label if indicator else key.indicator
    return ", ".join(part for part in (name, key.area, str(key.year or "")) if part)

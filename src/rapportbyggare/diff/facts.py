"""Which facts two datasets give differently."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.figure import FactKey, Observation, Unit
from rapportbyggare.diff.changes import FactChange

SHARES = (Unit.PERCENT, Unit.POINTS)


def changed_facts(old: Dataset, new: Dataset) -> dict[FactKey, FactChange]:
    """Each fact whose amount, status, base, year of measurement or period differs, without its places.

    A fact that only comes from a later delivery has not changed.
    """
    keys = _in_order({**old.observations, **new.observations}, new)
    found = ((key, old.observations.get(key), new.observations.get(key)) for key in keys)
    return {key: _change(key, one, other, new) for key, one, other in found if _said(one) != _said(other)}


def _said(observation: Observation | None) -> tuple[object, ...] | None:
    if observation is None:
        return None
    return observation.amount, observation.status, observation.base, observation.measured, observation.period


def _in_order(keys: Iterable[FactKey], dataset: Dataset) -> list[FactKey]:
    """The catalogue's order of indicators, the newest year first, the areas in the catalogue's order."""
    indicators, areas = _numbers(dataset.catalogue.indicators), _numbers(dataset.catalogue.areas)

    def order(key: FactKey) -> tuple[int, str, int, int, str]:
        return indicators.get(key.indicator, len(indicators)), key.measure, -key.year, areas.get(key.area, len(areas)), key.area

    return sorted(keys, key=order)


def _numbers(named: Mapping[str, object]) -> dict[str, int]:
    return {name: number for number, name in enumerate(named)}


def _change(key: FactKey, old: Observation | None, new: Observation | None, dataset: Dataset) -> FactChange:
    indicator = dataset.catalogue.indicators.get(key.indicator)
    measures = indicator.measures if indicator else ()
    measure = next((one for one in measures if one.name == key.measure), None)
    unit = measure.unit if measure else Unit.COUNT
    difference, percent = _moved(old, new, unit)
    return FactChange(
        key,
        indicator.label if indicator else key.indicator,
        measure.label if measure and len(measures) > 1 else "",
        unit,
        measure.decimals if measure else 0,
        old,
        new,
        difference,
        percent,
    )


def _moved(old: Observation | None, new: Observation | None, unit: Unit) -> tuple[Decimal | None, Decimal | None]:
    if old is None or new is None or old.amount is None or new.amount is None:
        return None, None
    difference = new.amount - old.amount
    relative = old.amount != 0 and unit not in SHARES
    return difference, difference / abs(old.amount) * 100 if relative else None

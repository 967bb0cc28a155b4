"""Derived measures as `rapportbyggare uttryck` tells of them: how they are computed, and where they have a value."""

from rapportbyggare.binding.derived import look_up
from rapportbyggare.binding.scope import Scope
from rapportbyggare.binding.things import Fault
from rapportbyggare.core.dataset import Catalogue, Indicator, Measure, measure_of
from rapportbyggare.core.derivation import Derivation, DerivationKind, Part
from rapportbyggare.core.figure import FactKey

MOST_TRIED = 100


def measure_words(measure: Measure) -> str:
    """A measure's name, and of a derived one how it is computed."""
    return f"'{measure.name}'" + (f", {derivation_words(measure.derived)}" if measure.derived else "")


def derivation_words(rule: Derivation) -> str:
    """How a measure is computed: "nettoomsattning.belopp delat med antal_anstallda.antal"."""
    first, *rest = [f"{part.indicator}.{part.measure}" if part.measure else part.indicator for part in rule.parts]
    match rule.kind:
        case DerivationKind.RATIO:
            return " delat med ".join((first, *rest))
        case DerivationKind.SHARE:
            return " i procent av ".join((first, *rest))
        case DerivationKind.CHANGE:
            return f"förändringen av {first} från {'året' if rule.step == 1 else f'{rule.step} år'} före"
        case DerivationKind.INDEX:
            return f"index för {first} där {rule.base_year} är 100"
        case DerivationKind.SUM:
            return " plus ".join((first, *rest))
        case DerivationKind.DIFFERENCE:
            return " minus ".join((first, *rest))


def newest_derived(indicator: Indicator, scope: Scope) -> FactKey | None:
    """The newest fact that a derived measure of an indicator has a number for, the county's before others; None when none has."""
    for measure in indicator.measures:
        if measure.derived is not None:
            below = _delivered(measure.derived, scope.dataset.catalogue)
            spots = {
                (key.year, key.area == scope.county, key.area) for key in scope.dataset.observations if key.indicator in below
            }
            for year, _, area in sorted(spots, reverse=True)[:MOST_TRIED]:
                if _has_number(scope, indicator, year, area, measure.name):
                    return FactKey(indicator.name, measure.name, year, area)
    return None


def _delivered(rule: Derivation, catalogue: Catalogue) -> set[str]:
    """The indicators of the delivered measures that a derived one rests on in the end."""
    found: set[str] = set()
    parts, seen = list(rule.parts), set[Part]()
    while parts:
        part = parts.pop()
        measure = measure_of(part, catalogue.indicators)
        if measure and measure.derived and part not in seen:
            parts += measure.derived.parts
        elif measure:
            found.add(part.indicator)
        seen.add(part)
    return found


def _has_number(scope: Scope, indicator: Indicator, year: int, area: str, measure: str) -> bool:
    try:
        return look_up(scope, indicator, year, area, measure).amount is not None
    except Fault:
        return False

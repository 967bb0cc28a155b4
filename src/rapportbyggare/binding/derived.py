"""A fact as a figure: looked up, or computed from others as the catalogue says."""

from collections.abc import Callable
from decimal import Decimal

from rapportbyggare.binding.arithmetic import HUNDRED, combine, counted, total
from rapportbyggare.binding.breaks import across, crossed
from rapportbyggare.binding.comparability import doubted, doubts_between, doubts_of_share
from rapportbyggare.binding.scope import Scope, folded, stored
from rapportbyggare.binding.things import Fault
from rapportbyggare.core.dataset import Indicator
from rapportbyggare.core.derivation import DEEPEST, Derivation, DerivationKind, Part
from rapportbyggare.core.figure import Doubt, FactKey, Figure, Reason, Status
from rapportbyggare.typography.periods import write_period

INSTEAD = "Skriv forandring(ny, gammal, over_brott=true) av delen i stället om jämförelsen ska göras; då skrivs noten ut."
NOTHING = Reason(
    "division-med-noll",
    "Nämnaren är noll, så kvoten har inget värde.",
    "en nämnare som inte är noll",
    "Skriv {% if finns(…) %} på raden före stycket och {% endif %} efter.",
)


def look_up(scope: Scope, indicator: Indicator, year: int, area: str, measure: str, depth: int = 0) -> Figure:
    """The fact as a figure, of a derived measure computed from its unrounded parts.

    One that is not in the dataset has no origins and no amount. `depth` is how many derivations it stands under.
    """
    found = stored(scope, indicator, year, area, measure)
    if found.origins or found.key is None or not scope.derived:
        return found
    rule = scope.derived.get((found.key.indicator, found.key.measure))
    return found if rule is None else _derived(scope, found.key, found, rule, depth + 1)


def _derived(scope: Scope, key: FactKey, asked: Figure, rule: Derivation, depth: int) -> Figure:
    if depth > DEEPEST:
        raise _unusable(key)
    parts = tuple(_part(scope, part, year, key, depth) for part, year in _wanted(rule, key.year))
    found = _computed(rule, asked, parts)
    bases = [part.base for part in parts if part.base is not None]
    period = write_period(scope.dataset.catalogue.indicators[key.indicator].period, key.year)
    found = found._replace(key=key, period=period, base=min(bases, default=None) if found.amount is not None else None)
    delivered = all(part.origins for part in parts)
    if rule.kind.is_over_time and delivered and (broken := crossed(scope.breaks, *parts)) is not None:
        facts = tuple(dict.fromkeys(fact for part in parts for fact in part.facts))
        return _impossible(found._replace(facts=facts), across(*broken, INSTEAD))
    known = all(part.amount is not None for part in parts)
    return _impossible(found, NOTHING) if known and found.amount is None else doubted(found, _doubts(rule, found, parts, scope))


def _computed(rule: Derivation, asked: Figure, parts: tuple[Figure, ...]) -> Figure:
    if rule.kind is DerivationKind.SUM:
        return total(parts)._replace(form=asked.form)
    return combine(_amount(rule.kind, parts), asked.form, parts)


def _doubts(rule: Derivation, found: Figure, parts: tuple[Figure, ...], scope: Scope) -> tuple[Doubt, ...]:
    """Why what the parts are compared by is uncertain: a change, an index and a difference compare, a share over time too."""
    if found.amount is None:
        return ()
    match rule.kind:
        case DerivationKind.CHANGE | DerivationKind.INDEX | DerivationKind.DIFFERENCE:
            return doubts_between(parts[0], parts[1], scope, rule.reserved)
        case DerivationKind.RATIO | DerivationKind.SHARE:
            return doubts_of_share(parts[0], parts[1], scope, rule.reserved)
        case DerivationKind.SUM:
            return ()


def _impossible(figure: Figure, reason: Reason) -> Figure:
    """A figure that cannot occur: there is nothing to compute."""
    return figure._replace(amount=None, status=Status.IMPOSSIBLE, base=None, measured=None, broken=reason)


def _wanted(rule: Derivation, year: int) -> tuple[tuple[Part, int], ...]:
    """The parts and the year that each is wanted for."""
    match rule.kind:
        case DerivationKind.CHANGE:
            return (rule.parts[0], year), (rule.parts[0], year - rule.step)
        case DerivationKind.INDEX:
            return (rule.parts[0], year), (rule.parts[0], rule.base_year)
        case DerivationKind.RATIO | DerivationKind.SHARE | DerivationKind.SUM | DerivationKind.DIFFERENCE:
            return tuple((part, year) for part in rule.parts)


def _part(scope: Scope, part: Part, year: int, key: FactKey, depth: int) -> Figure:
    """A part's figure; a county without a fact of its own has the sum of its municipalities, where such sums mean anything."""
    indicator = scope.dataset.catalogue.indicators.get(part.indicator)
    if indicator is None or (part.indicator, folded(part.measure)) not in scope.measures:
        raise _unusable(key)
    found = look_up(scope, indicator, year, key.area, part.measure, depth)
    if found.origins or key.area != scope.county or not found.form.unit.adds_up or _is_derived(scope, found):
        return found
    local = tuple(stored(scope, indicator, year, area, part.measure) for area in scope.municipalities)
    return _summed(local) if local and all(one.origins for one in local) else found


def _summed(local: tuple[Figure, ...]) -> Figure:
    there = counted(local)
    bases = [one.base for one in there if one.base is not None]
    return total(local)._replace(base=sum(bases) if len(bases) == len(there) else None)


def _is_derived(scope: Scope, figure: Figure) -> bool:
    return figure.key is not None and (figure.key.indicator, figure.key.measure) in scope.derived


def _amount(kind: DerivationKind, parts: tuple[Figure, ...]) -> Decimal | None:
    """The unrounded amount of what is no sum; None when a part has none, or nothing is to be divided by."""
    amounts = [part.amount for part in parts if part.amount is not None]
    return AMOUNTS[kind](amounts) if len(amounts) == len(parts) else None


def _ratio(amounts: list[Decimal], factor: Decimal) -> Decimal | None:
    return amounts[0] * factor / amounts[1] if amounts[1] else None


def _change(amounts: list[Decimal]) -> Decimal | None:
    ratio = _ratio(amounts, HUNDRED)
    return None if ratio is None else ratio - HUNDRED


AMOUNTS: dict[DerivationKind, Callable[[list[Decimal]], Decimal | None]] = {
    DerivationKind.RATIO: lambda amounts: _ratio(amounts, Decimal(1)),
    DerivationKind.SHARE: lambda amounts: _ratio(amounts, HUNDRED),
    DerivationKind.CHANGE: _change,
    DerivationKind.INDEX: lambda amounts: _ratio(amounts, HUNDRED),
    DerivationKind.DIFFERENCE: lambda amounts: amounts[0] - amounts[1],
}


def _unusable(key: FactKey) -> Fault:
    return Fault(
        "fel-harledning",
        f"{key.indicator} ({key.measure}) är fel beskrivet i report/katalog.toml och kan inte räknas ut.",
        "ett härlett mått vars delar finns",
        "Rätta raden harledd för måttet i report/katalog.toml.",
    )

"""Measures that are computed from others: how the catalogue says it, and what can be wrong with it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from rapportbyggare.core.dataset import Catalogue, Indicator, Measure, measure_of
from rapportbyggare.core.derivation import DEEPEST, Derivation, DerivationKind, Part
from rapportbyggare.core.figure import Observation, Unit
from rapportbyggare.core.problem import Problem
from rapportbyggare.data import catalogue_derived_messages as messages
from rapportbyggare.data.messages import derived_measure
from rapportbyggare.sources.nearest import suggestion
from rapportbyggare.sources.toml import Fields

KEY = "harledd"
MOST_STEPS = 50
_COUNTS = (Unit.COUNT, Unit.PIECES)
_Name = tuple[str, str]


def read_derivation(measure: Fields) -> Derivation | None:
    """How the measure of a table is computed; None for one that is delivered."""
    if KEY not in measure:
        return None
    table, place = measure.table(KEY), measure.place(KEY)
    for limit in ("minsta_antal", "dominans"):
        if limit in measure:
            measure.report(messages.limited(measure.place(limit), limit))
    kind = table.choice("slag", DerivationKind)
    reserved = kind is not DerivationKind.SUM and table.flag("forbehall", False)
    match kind:
        case DerivationKind.RATIO | DerivationKind.SHARE:
            return Derivation(kind, (_part(table, "taljare"), _part(table, "namnare")), place=place, reserved=reserved)
        case DerivationKind.CHANGE:
            return Derivation(kind, (_part(table, "av"),), step=_step(table), place=place, reserved=reserved)
        case DerivationKind.INDEX:
            return Derivation(kind, (_part(table, "av"),), base_year=_base_year(table), place=place, reserved=reserved)
        case DerivationKind.SUM | DerivationKind.DIFFERENCE:
            return Derivation(kind, _parts(table, kind), place=place, reserved=reserved)


def _part(table: Fields, key: str) -> Part:
    indicator, _, measure = table.text(key).partition(".")
    return Part(indicator, measure, table.value_place(key))


def _parts(table: Fields, kind: DerivationKind) -> tuple[Part, ...]:
    texts = table.texts("delar")
    wanted = 2 if kind is DerivationKind.DIFFERENCE else None
    if "delar" in table and (len(texts) < 2 or wanted not in (None, len(texts))):
        table.report(messages.number_of_parts(table.place("delar"), kind, len(texts)))
    parted = [text.partition(".") for text in texts]
    return tuple(Part(one, measure, table.value_place("delar", n)) for n, (one, _, measure) in enumerate(parted))


def _step(table: Fields) -> int:
    step = table.whole("steg", 1)
    if not 1 <= step <= MOST_STEPS:
        table.report(messages.bad_step(table.value_place("steg"), step, MOST_STEPS))
    return min(max(step, 1), MOST_STEPS)


def _base_year(table: Fields) -> int:
    year = table.whole("basar")
    if "basar" in table and not 1000 <= year <= 9999:
        table.report(messages.bad_year(table.value_place("basar"), "basar", year))
    return year


def derivation_faults(indicators: Mapping[str, Indicator]) -> Iterator[Problem]:
    """What is wrong with the derived measures of a catalogue, when it is read as a whole."""
    house = _House(indicators)
    for indicator in indicators.values():
        for measure in indicator.measures:
            if measure.derived is not None:
                yield from house.faults(indicator, measure, measure.derived)


def delivered_faults(observations: Iterable[Observation], catalogue: Catalogue) -> tuple[Problem, ...]:
    """A problem for each observation of a derived measure, at its origin: nothing is stored of such."""
    derived = {(name, one.name) for name, found in catalogue.indicators.items() for one in found.measures if one.derived}
    refused = [one for one in observations if one.key[:2] in derived] if derived else []
    return tuple(derived_measure(one.origin.place, one.key.indicator, one.key.measure) for one in refused)


class _House(NamedTuple):
    """The indicators that derived measures can be made from."""

    indicators: Mapping[str, Indicator]

    def faults(self, indicator: Indicator, measure: Measure, rule: Derivation) -> Iterator[Problem]:
        unknown = [part for part in rule.parts if measure_of(part, self.indicators) is None]
        yield from (messages.unknown_part(part, self.hint(part)) for part in unknown if part.indicator)
        if unknown:
            return
        if circle := self.circle((indicator.name, measure.name), rule):
            yield messages.in_a_circle(rule.place, circle)
            return
        if self.depth(rule, {}) > DEEPEST:
            yield messages.too_deep(rule.place, DEEPEST)
        yield from self.of_units(measure, rule)
        yield from self.of_years(indicator, rule)

    def hint(self, part: Part) -> str:
        known = [f"{one.name}.{measure.name}" for one in self.indicators.values() for measure in one.measures]
        return suggestion(f"{part.indicator}.{part.measure}", known)

    def circle(self, name: _Name, rule: Derivation) -> tuple[_Name, ...]:
        """The measures that lead from `name` back to itself; () when none do."""
        paths: list[tuple[tuple[_Name, ...], Derivation]] = [((name,), rule)]
        seen: set[_Name] = set()
        while paths:
            path, one = paths.pop()
            for found, inner in self.below(one):
                if found == name:
                    return (*path, name)
                if found not in seen:
                    seen.add(found)
                    paths.append(((*path, found), inner))
        return ()

    def depth(self, rule: Derivation, known: dict[Derivation, int]) -> int:
        """How many derivations stand on each other; a circle below has no depth, and each is looked at once."""
        if rule not in known:
            known[rule] = 0
            known[rule] = 1 + max((self.depth(inner, known) for _, inner in self.below(rule)), default=0)
        return known[rule]

    def below(self, rule: Derivation) -> list[tuple[_Name, Derivation]]:
        """The parts that are derived themselves."""
        measures = [(part.indicator, measure) for part in rule.parts if (measure := measure_of(part, self.indicators))]
        return [((indicator, measure.name), measure.derived) for indicator, measure in measures if measure.derived]

    def of_units(self, measure: Measure, rule: Derivation) -> Iterator[Problem]:
        units = [one.unit for part in rule.parts if (one := measure_of(part, self.indicators))]
        right = _units_of(rule.kind, units)
        if not right:
            yield messages.parts_do_not_fit(rule.place, rule.kind, units)
        elif measure.unit not in right:
            yield messages.other_unit(rule.place, rule.kind, measure.unit, right)

    def of_years(self, indicator: Indicator, rule: Derivation) -> Iterator[Problem]:
        if rule.kind.is_over_time and indicator.timeless:
            yield messages.change_without_years(rule.place, indicator.name)
        for part in rule.parts:
            if self.indicators[part.indicator].timeless is not indicator.timeless:
                yield messages.years_do_not_fit(part, indicator.name, indicator.timeless)


def _units_of(kind: DerivationKind, units: list[Unit]) -> tuple[Unit, ...]:
    """The units that the result may have; none when the parts cannot be put together so."""
    first, alike = units[0], all(_alike(units[0], unit) for unit in units[1:])
    match kind:
        case DerivationKind.CHANGE:
            return (Unit.PERCENT,)
        case DerivationKind.INDEX:
            return (Unit.INDEX,)
        case DerivationKind.RATIO if first is Unit.KRONOR and units[-1].is_count:
            return (Unit.KRONOR,)
        case DerivationKind.RATIO:
            return (Unit.INDEX,) if alike else ()
        case DerivationKind.SHARE:
            return (Unit.PERCENT,) if alike and first.adds_up else ()
        case DerivationKind.DIFFERENCE if alike and first is Unit.PERCENT:
            return (Unit.POINTS,)
        case DerivationKind.SUM | DerivationKind.DIFFERENCE:
            return () if not alike else _COUNTS if first.is_count else (first,)


def _alike(one: Unit, other: Unit) -> bool:
    return one is other or (one.is_count and other.is_count)

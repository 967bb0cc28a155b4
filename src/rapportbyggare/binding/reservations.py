"""The reservation of an uncertain comparison, written as an author would: its figures are bound like any other."""

from collections.abc import Iterable
from typing import assert_never

from rapportbyggare.binding.arithmetic import described
from rapportbyggare.binding.comparability import unlike
from rapportbyggare.binding.marks import AutomaticNote
from rapportbyggare.binding.scope import Scope
from rapportbyggare.core.figure import Doubt, DoubtKind, FactKey, Observation, Status
from rapportbyggare.core.place import Place
from rapportbyggare.core.text import DraftInline, Expression, Text
from rapportbyggare.typography.periods import write_period
from rapportbyggare.typography.words import join_words

UNCERTAIN = "Jämförelsen är osäker: "
Part = str | Observation
"""Words, or an observation for the number of units behind it."""


def reservation(doubt: Doubt, scope: Scope, place: Place) -> AutomaticNote:
    """What the reader is told of an uncertain comparison."""
    parts = (UNCERTAIN, *_reason(doubt, scope), ".")
    return AutomaticNote("".join(map(_said, parts)), tuple(_inline(part, place) for part in parts))


def _said(part: Part) -> str:
    return part if isinstance(part, str) else str(part.base)


def _inline(part: Part, place: Place) -> DraftInline:
    return Text(part, place) if isinstance(part, str) else Expression(f"underlag({described(part.key)})", place)


def _reason(doubt: Doubt, scope: Scope) -> tuple[Part, ...]:
    match doubt.kind:
        case DoubtKind.STATUS:
            return _preliminary(doubt, scope)
        case DoubtKind.COVERAGE:
            return _coverage(doubt, scope)
        case DoubtKind.PERIOD:
            periods = [_period(facts[0], scope) for facts in (doubt.new, doubt.old)]
            return (f"uppgifterna gäller olika långa perioder, {join_words(periods)}",)
        case DoubtKind.DEFINITION:
            indicators = scope.dataset.catalogue.indicators
            labels = [f"”{indicators[name].label}”" for name in unlike(doubt.new, doubt.old, scope.dataset.catalogue)]
            return (f"{join_words(labels)} är inte avgränsade på samma sätt",)
        case _:
            assert_never(doubt.kind)


def _preliminary(doubt: Doubt, scope: Scope) -> tuple[Part, ...]:
    """That one of the figures is preliminary, by its year where only it is of that year."""
    weak = [one for one in _observed((*doubt.new, *doubt.old), scope) if one.status is Status.PRELIMINARY]
    years, others = ({fact.year for fact in facts} for facts in (doubt.new, doubt.old))
    apart = {one.key.year for one in weak} if 0 not in years | others and not years & others else set[int]()
    what = f"uppgifterna för {join_words([str(year) for year in sorted(apart)])}" if len(apart) > 1 else "den ena uppgiften"
    what = f"uppgiften för {apart.pop()}" if len(apart) == 1 else what
    are = "är preliminära" if what.startswith("uppgifterna") else "är preliminär"
    if len(weak) == 1 and weak[0].base is not None:
        return f"{what} {are} och bygger på ", weak[0], f" {_units(weak[0], scope)}"
    return (f"{what} {are}",)


def _coverage(doubt: Doubt, scope: Scope) -> tuple[Part, ...]:
    """Two preliminary figures by the numbers of units behind them, where they are known."""
    match _observed((doubt.new[0], doubt.old[0]), scope):
        case [one, other]:
            units = _units(one, scope)
            told = "uppgifterna är preliminära och bygger på ", one, f" {units} för {one.key.year} och "
            return *told, other, f" för {other.key.year}"
        case _:
            return ("uppgifterna är preliminära och bygger på olika underlag",)


def _observed(facts: Iterable[FactKey], scope: Scope) -> list[Observation]:
    found = (scope.dataset.observations.get(fact) for fact in dict.fromkeys(facts))
    return [one for one in found if one is not None]


def _period(fact: FactKey, scope: Scope) -> str:
    found = scope.dataset.observations.get(fact)
    own = found.period if found is not None else ""
    return own or write_period(scope.dataset.catalogue.indicators[fact.indicator].period, fact.year)


def _units(observation: Observation, scope: Scope) -> str:
    return scope.dataset.catalogue.sources[observation.origin.source].units

"""Which comparisons are uncertain: between figures of different status, coverage, length of period or definition."""

from collections.abc import Iterable

from rapportbyggare.binding.period_length import months_of
from rapportbyggare.binding.scope import Scope
from rapportbyggare.core.dataset import Catalogue
from rapportbyggare.core.figure import Doubt, DoubtKind, FactKey, Figure, Status

KNOWN = {Status.PRELIMINARY, Status.DEFINITIVE}


def doubts_between(new: Figure, old: Figure, scope: Scope, reserved: bool = False) -> tuple[Doubt, ...]:
    """Why the two cannot be compared without a reservation; nothing for nearly all."""
    kinds = [
        DoubtKind.STATUS if {new.status, old.status} == KNOWN else None,
        DoubtKind.COVERAGE if _covers_otherwise(new, old) else None,
        DoubtKind.PERIOD if _lasts_otherwise(new, old) else None,
        DoubtKind.DEFINITION if unlike(_about(new), _about(old), scope.dataset.catalogue) else None,
    ]
    return tuple(Doubt(kind, _about(new), _about(old), reserved) for kind in kinds if kind is not None)


def doubts_of_share(part: Figure, whole: Figure, scope: Scope, reserved: bool = False) -> tuple[Doubt, ...]:
    """Why one cannot be divided by the other without a reservation.

    A share of a whole takes over what is uncertain of both; only one of an earlier year, or of another definition, compares.
    """
    doubts = doubts_between(part, whole, scope, reserved)
    if not doubts or _is_over_time(part, whole):
        return doubts
    return tuple(doubt for doubt in doubts if doubt.kind is DoubtKind.DEFINITION)


def _is_over_time(new: Figure, old: Figure) -> bool:
    """Whether a measure of the one is behind the other too, and the two have no year in common."""
    mine, others = _about(new), _about(old)
    measures = ({fact[:2] for fact in facts} for facts in (mine, others))
    return not {fact.year for fact in mine} & {fact.year for fact in others} and bool(set.intersection(*measures))


def _about(figure: Figure) -> tuple[FactKey, ...]:
    """The fact that a figure is, if it is one, and those it is computed from."""
    return figure.facts if figure.key is None or figure.key in figure.facts else (figure.key, *figure.facts)


def doubted(found: Figure, doubts: tuple[Doubt, ...]) -> Figure:
    """The figure that a comparison gave, with its doubts."""
    return found._replace(doubts=tuple(dict.fromkeys((*found.doubts, *doubts)))) if doubts else found


def _covers_otherwise(new: Figure, old: Figure) -> bool:
    """Whether two preliminary values of one series rest on different numbers of units."""
    preliminary = new.status is old.status is Status.PRELIMINARY
    return preliminary and None not in (new.base, old.base) and new.base != old.base and _is_one_series(new, old)


def _lasts_otherwise(new: Figure, old: Figure) -> bool:
    if new.period == old.period or not _is_one_series(new, old):
        return False
    lengths = months_of(new.period), months_of(old.period)
    return None not in lengths and lengths[0] != lengths[1]


def _is_one_series(new: Figure, old: Figure) -> bool:
    """Whether both are one measure of one place in different years."""
    facts = [(figure.key,) if figure.key is not None else figure.facts for figure in (new, old)]
    return len({fact._replace(year=0) for fact in (*facts[0], *facts[1])}) == 1 and facts[0] != facts[1]


def unlike(new: Iterable[FactKey], old: Iterable[FactKey], catalogue: Catalogue) -> tuple[str, ...]:
    """The first two indicators, one on each side, that the catalogue says are not to be compared."""
    old = tuple(old)
    for one in (catalogue.indicators[fact.indicator] for fact in new):
        for other in (catalogue.indicators[fact.indicator] for fact in old):
            if other.name in one.unlike or one.name in other.unlike:
                return one.name, other.name
    return ()

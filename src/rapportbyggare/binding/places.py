"""Functions that compare the municipalities: largest, ranks, who rose and who fell."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from rapportbyggare.binding.arithmetic import combine, known, total
from rapportbyggare.binding.comparability import doubts_between
from rapportbyggare.binding.derived import look_up
from rapportbyggare.binding.functions import (
    RESERVED,
    Arguments,
    Function,
    Options,
    acknowledged,
    bind_arguments,
    indicator_of,
    word_of,
    year_of,
)
from rapportbyggare.binding.scope import Scope, unknown
from rapportbyggare.binding.things import Fault, Items, Rank, Thing, Words
from rapportbyggare.core.dataset import Indicator
from rapportbyggare.core.figure import Doubt, Figure
from rapportbyggare.typography.words import join_words


def _figures(scope: Scope, indicator: Indicator, year: int, measure: Thing | None) -> dict[str, Figure]:
    """Each municipality's figure; one without a number is a fault, since an order cannot leave it out silently."""
    name = "" if measure is None else word_of(measure, "matt")
    figures = {area: look_up(scope, indicator, year, area, name) for area in scope.municipalities}
    lacking = [figure for figure in figures.values() if figure.amount is None]
    known(combine(None, lacking[0].form, lacking) if lacking else total(tuple(figures.values())))
    return figures


def _year(scope: Scope, year: Thing | None) -> int:
    return scope.year.number if year is None else year_of(year)


def _extreme(name: str, sign: int) -> Function:
    def extreme(scope: Scope, given: Arguments, options: Options) -> Thing:
        first, year, number, measure = bind_arguments(name, given, options, ("indikator", "ar", "nr", "matt"), 1)
        figures = _figures(scope, indicator_of(first, name), _year(scope, year), measure)
        order = sorted(figures.items(), key=lambda item: -sign * known(item[1]))
        place = 1 if number is None else _place(number, len(order), name)
        tied = [area for area, figure in order if figure.amount == order[place - 1][1].amount]
        if len(tied) > 1:
            raise Fault(
                "delad-placering",
                f"{join_words(tied)} har samma värde, så {name} kan inte välja en av dem.",
                "en kommun med eget värde",
                f"Skriv meningen så att den nämner {'båda' if len(tied) == 2 else 'alla'}.",
            )
        facts = tuple(figures.values())
        return Words(order[place - 1][0], facts, weighed=facts, doubts=_own_doubts(facts))

    return extreme


def _place(number: Thing, count: int, name: str) -> int:
    if isinstance(number, Decimal) and number == int(number) and 1 <= number <= count:
        return int(number)
    raise Fault("fel-placering", f"nr i {name} ska vara ett heltal från 1 till {count}.", f"1–{count}", "Rätta nr.")


def _rank(scope: Scope, given: Arguments, options: Options) -> Thing:
    first, year, area, measure = bind_arguments("rang", given, options, ("indikator", "ar", "plats", "matt"), 3)
    assert area is not None
    figures = _figures(scope, indicator_of(first, "rang"), _year(scope, year), measure)
    name = word_of(area, "plats")
    if name not in figures:
        raise unknown("plats", "Det finns ingen kommun som heter", name, list(figures))
    own = known(figures[name])
    above = sum(known(figure) > own for figure in figures.values())
    below = sum(known(figure) < own for figure in figures.values())
    facts = (figures[name], *(f for a, f in figures.items() if a != name))
    return Rank(above + 1, below + 1, facts, _own_doubts(facts))


def _moved(name: str, holds: Callable[[Decimal, Decimal], bool]) -> Function:
    def moved(scope: Scope, given: Arguments, options: Options) -> Thing:
        reserved, rest = acknowledged(RESERVED, options)
        first, new, old, measure = bind_arguments(name, given, rest, ("indikator", "ny", "gammal", "matt"), 3)
        indicator = indicator_of(first, name)
        after = _figures(scope, indicator, _year(scope, new), measure)
        before = _figures(scope, indicator, _year(scope, old), measure)
        names = [area for area in after if holds(known(after[area]), known(before[area]))]
        facts = (*after.values(), *before.values())
        pairs = {area: (after[area], before[area]) for area in after}
        doubts = {area: (*_own_doubts(pair), *doubts_between(*pair, scope, reserved)) for area, pair in pairs.items()}
        return Items(tuple(_moving(area, pairs[area], doubts[area]) for area in names), facts, _merged(doubts))

    return moved


def _moving(area: str, figures: tuple[Figure, Figure], doubts: tuple[Doubt, ...]) -> Words:
    return Words(area, figures, weighed=figures, doubts=doubts)


def _own_doubts(figures: tuple[Figure, ...]) -> tuple[Doubt, ...]:
    """The uncertain comparisons that figures themselves come from."""
    return tuple(dict.fromkeys(doubt for figure in figures for doubt in figure.doubts))


def _merged(doubts: Mapping[str, tuple[Doubt, ...]]) -> tuple[Doubt, ...]:
    """The doubts of several places as one of each kind."""
    kinds = dict.fromkeys(doubt.kind for found in doubts.values() for doubt in found)
    return tuple(_together([doubt for found in doubts.values() for doubt in found if doubt.kind is kind]) for kind in kinds)


def _together(doubts: list[Doubt]) -> Doubt:
    new = tuple(fact for doubt in doubts for fact in doubt.new)
    old = tuple(fact for doubt in doubts for fact in doubt.old)
    return doubts[0]._replace(new=new, old=old)


PLACES: dict[str, Function] = {
    "storst": _extreme("storst", 1),
    "minst": _extreme("minst", -1),
    "rang": _rank,
    "okade": _moved("okade", lambda new, old: new > old),
    "minskade": _moved("minskade", lambda new, old: new < old),
    "oforandrade": _moved("oforandrade", lambda new, old: new == old),
}

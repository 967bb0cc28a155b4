"""Breaks in a series: what is not compared across them, and the note when it is all the same."""

from collections.abc import Iterable, Iterator, Mapping

from rapportbyggare.binding.things import Fault
from rapportbyggare.core.dataset import Catalogue, measure_of
from rapportbyggare.core.derivation import Break, Derivation
from rapportbyggare.core.figure import Figure, Reason

OPTION = "over_brott"
CODE = "over-brott"
Breaks = Mapping[str, tuple[Break, ...]]


def breaks_of(catalogue: Catalogue) -> dict[str, tuple[Break, ...]]:
    """The breaks of each indicator that has any, and by "indicator/measure" those that a derived measure has from its parts."""
    found = {name: indicator.breaks for name, indicator in catalogue.indicators.items() if indicator.breaks}
    inherited = {
        f"{name}/{measure.name}": tuple(one for part in _parts_below(measure.derived, catalogue) for one in found.get(part, ()))
        for name, indicator in catalogue.indicators.items()
        for measure in indicator.measures
        if found and measure.derived
    }
    return found | {name: breaks for name, breaks in inherited.items() if breaks}


def _parts_below(rule: Derivation, catalogue: Catalogue) -> dict[str, None]:
    """The indicators of all that a measure is computed from, however far below."""
    found: dict[str, None] = {}
    rules, seen = [rule], set[Derivation]()
    while rules:
        one = rules.pop()
        seen.add(one)
        found.update(dict.fromkeys(part.indicator for part in one.parts))
        measures = (measure_of(part, catalogue.indicators) for part in one.parts)
        rules += [measure.derived for measure in measures if measure and measure.derived and measure.derived not in seen]
    return found


def check_break(breaks: Breaks, new: Figure, old: Figure, remedy: str) -> None:
    """A fault when two figures of one indicator stand on either side of a break; `remedy` is what to write instead."""
    found = crossed(breaks, new, old) if breaks else None
    if found is not None:
        reason = across(*found, remedy)
        raise Fault(reason.code, reason.message, reason.expected, reason.remedy)


def across(indicator: str, found: Break, remedy: str) -> Reason:
    """Why figures on either side of a break are not compared."""
    name = indicator.partition("/")[0]
    return Reason(
        CODE,
        f"{name} har ett brott i serien {found.year}, och uppgifterna ligger på var sin sida om det: {found.note}",
        f"uppgifter från samma sida om {found.year}",
        remedy,
    )


def crossed(breaks: Breaks, one: Figure, other: Figure) -> tuple[str, Break] | None:
    """The first indicator of both figures with a break between their years, and that break."""
    mine, others = _years(breaks, (one,)), _years(breaks, (other,))
    for indicator in (name for name in mine if name in others):
        for found in _between(breaks[indicator], mine[indicator] | others[indicator]):
            return indicator, found
    return None


def break_notes(breaks: Breaks, figures: Iterable[Figure]) -> tuple[str, ...]:
    """The notes of the breaks that lie between figures shown together, or inside one that is computed across; each once."""
    if not breaks:
        return ()
    figures = tuple(figures)
    shown = _years(breaks, (figure for figure in figures if figure.amount is not None))
    alone = (_years(breaks, (figure,)) for figure in figures)
    found = (
        one.note
        for years in (shown, *alone)
        for indicator, spanned in years.items()
        for one in _between(breaks[indicator], spanned)
    )
    return tuple(dict.fromkeys(found))


def _years(breaks: Breaks, figures: Iterable[Figure]) -> dict[str, set[int]]:
    """The years of the facts behind figures, by those of their indicators that have breaks."""
    years: dict[str, set[int]] = {}
    for figure in figures:
        for name, year in _named(figure):
            if name in breaks and year:
                years.setdefault(name, set()).add(year)
    return years


def _named(figure: Figure) -> list[tuple[str, int]]:
    """The names that breaks can be known by, of a figure and the facts behind it, with their years."""
    key = figure.key
    own = [] if key is None else [(key.indicator, key.year), (f"{key.indicator}/{key.measure}", key.year)]
    return [*own, *((fact.indicator, fact.year) for fact in figure.facts)]


def _between(breaks: Iterable[Break], years: set[int]) -> Iterator[Break]:
    return (one for one in breaks if min(years) < one.year <= max(years))

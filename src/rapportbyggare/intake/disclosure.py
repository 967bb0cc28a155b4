"""Values that would tell of single companies are withheld before anything is stored."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from rapportbyggare.core.dataset import Measure
from rapportbyggare.intake import disclosure_messages as messages
from rapportbyggare.intake.aggregate import Totals
from rapportbyggare.intake.findings import Findings
from rapportbyggare.intake.units_frame import Units
from rapportbyggare.intake.units_rules import Calculation, Sort


def is_withheld(totals: Totals, one: Calculation, measure: Measure) -> bool:
    """Whether a value rests on too few units, or too much on one of them, by the limits of the catalogue.

    No unit at all is no secret: nought is shown.
    """
    few = 0 < totals.units < measure.smallest
    return few or _dominated(totals, one, measure.dominance)


def _dominated(totals: Totals, one: Calculation, limit: Decimal | None) -> bool:
    """Whether one unit has so large a part of the amount that the others can guess it; numbers of units have no amounts."""
    amounts = one.sort in (Sort.SUM, Sort.RATIO) or (one.sort is Sort.SHARE and bool(one.column))
    return limit is not None and amounts and totals.weight > 0 and totals.largest >= limit * totals.weight


def remark_withheld(
    one: Calculation, withheld: Mapping[int, Iterable[str]], county: str, shown: frozenset[int], units: Units, findings: Findings
) -> None:
    """Says what was withheld each year, and when it can be computed all the same.

    `shown` are the years for which the county's own value stands. A single municipality that is withheld from a sum is
    the county's value less the others'.
    """
    for year, areas in sorted(withheld.items()):
        names = tuple(areas)
        findings.remark(messages.withheld, units.beginning, one.indicator, one.measure, year, names)
        adds_up = one.sort in (Sort.COUNT, Sort.SUM)
        if adds_up and len(names) == 1 and names[0] != county and year in shown:
            findings.remark(messages.can_be_computed, units.beginning, one.indicator, one.measure, year, names[0], county)

"""What an expression can see."""

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from rapportbyggare.binding.breaks import Breaks, breaks_of
from rapportbyggare.binding.things import Fault, Items, Record, Thing, Words, Year
from rapportbyggare.binding.work import Work
from rapportbyggare.core.dataset import Catalogue, Dataset, Indicator
from rapportbyggare.core.derivation import Derivation
from rapportbyggare.core.figure import FactKey, Figure, Format, Status
from rapportbyggare.core.manifest import Manifest
from rapportbyggare.typography.periods import write_period

MOST_LISTED = 12
NEAR = 0.7
PLACE_WORDS = re.compile(r"s? (kommuns?|läns?)$", re.IGNORECASE)
FOLDED = str.maketrans("åäöÅÄÖ", "aaoAAO")
Names = Mapping[str, Thing]
NO_NAMES: Names = MappingProxyType({})


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name in the spelling without å, ä, ö: both are accepted."""
    return name.translate(FOLDED) if name.isascii() else unicodedata.normalize("NFC", name).translate(FOLDED)


class Scope(NamedTuple):
    """What every expression of a report can see, and the work that they have done so far.

    `measures` holds each measure by its indicator's and its own folded name, the first of an indicator also by "";
    `derived` those that are computed by their names, `breaks` the indicators whose series have any.
    """

    dataset: Dataset
    year: Year
    county: str
    municipalities: tuple[str, ...]
    names: Names
    measures: Mapping[tuple[str, str], tuple[str, Format]]
    thousands: str
    work: Work
    derived: Mapping[tuple[str, str], Derivation]
    breaks: Breaks


def scope_of(dataset: Dataset, manifest: Manifest, thousands: str) -> Scope:
    """The scope of a whole report."""
    catalogue = dataset.catalogue
    county, municipalities, measures = catalogue.county, catalogue.municipalities, _measures(catalogue)
    names: dict[str, Thing] = {folded(name): indicator for name, indicator in catalogue.indicators.items()}
    names |= {
        "ar": Year(manifest.year),
        "kommuner": Items(tuple(Words(name) for name in municipalities)),
        "lan": Words(county),
        "rapport": Record(tuple(_report(manifest).items())),
    }
    return Scope(dataset, Year(manifest.year), county, municipalities, names, measures, thousands, Work(), *_computed(catalogue))


def _computed(catalogue: Catalogue) -> tuple[dict[tuple[str, str], Derivation], Breaks]:
    derived = {(one.name, m.name): m.derived for one in catalogue.indicators.values() for m in one.measures if m.derived}
    return derived, breaks_of(catalogue)


def _measures(catalogue: Catalogue) -> dict[tuple[str, str], tuple[str, Format]]:
    found: dict[tuple[str, str], tuple[str, Format]] = {}
    for indicator in catalogue.indicators.values():
        for measure in indicator.measures:
            chosen = measure.name, Format(measure.unit, measure.decimals)
            found.setdefault((indicator.name, ""), chosen)
            found.setdefault((indicator.name, folded(measure.name)), chosen)
    return found


def _report(manifest: Manifest) -> dict[str, Thing]:
    return {
        "titel": Words(manifest.title),
        "dokumenttyp": Words(manifest.kind),
        "organisation": Words(manifest.organisation),
        "namnd": Words(manifest.committee),
        "plan": Words(manifest.plan),
        "planperiod": Words(manifest.plan_period),
        "diarienummer": Items(tuple(Words(number) for number in manifest.registry_numbers)),
        "kontakt": Words(manifest.contact),
    }


def stored(scope: Scope, indicator: Indicator, year: int, area: str, measure: str) -> Figure:
    """The delivered fact as a figure; one that is not in the dataset has no origins and no amount."""
    scope.work.take(1)
    chosen = scope.measures.get((indicator.name, folded(measure)))
    if chosen is None:
        raise unknown("matt", f"Indikatorn {indicator.name} har inget mått", measure, [m.name for m in indicator.measures])
    if area not in scope.dataset.catalogue.areas:
        raise unknown("plats", "Det finns ingen plats som heter", area, list(scope.dataset.catalogue.areas))
    name, form = chosen
    key = FactKey(indicator.name, name, year, area)
    found = scope.dataset.observations.get(key)
    if found is None:
        return Figure(None, form, Status.MISSING, key, (key,), "", None, None, ())
    period = found.period or write_period(indicator.period, year)
    return Figure(found.amount, form, found.status, key, (key,), period, found.base, found.measured, (found.origin,))


def unknown(code: str, message: str, name: str, names: list[str]) -> Fault:
    """The fault of a name that does not exist, with the nearest that do."""
    spelt = {folded(one).lower(): one for one in names}
    wanted = folded(PLACE_WORDS.sub("", name)).lower()
    near = [spelt[one] for one in get_close_matches(wanted, spelt, 3, NEAR)]
    remedy = (
        "Skriv " + " eller ".join(f"”{n}”" for n in near) + "."
        if near
        else "Välj ett av namnen som väntas; rapportbyggare uttryck visar alla."
    )
    listed = sorted(names)
    expected = ", ".join(listed) if len(listed) <= MOST_LISTED else "bland annat " + ", ".join(listed[:MOST_LISTED])
    return Fault(f"okand-{code}", f"{message} ”{name}”.", expected, remedy)

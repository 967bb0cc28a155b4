"""What an expression can see."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache

from rapportbyggare.binding.things import Fault, Items, Record, Thing, Words, Year
from rapportbyggare.core.dataset import Dataset, Indicator, Measure
from rapportbyggare.core.figure import FactKey, Figure, Format, Status, Unit
from rapportbyggare.core.manifest import Manifest

MOST_LISTED = 12
NEAR = 0.7
PLACE_WORDS = re.compile(r"s? (kommuns?|läns?)$", re.IGNORECASE)
FOLDED = str.maketrans("åäöÅÄÖ", "aaoAAO")


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name in the spelling without å, ä, ö: both are accepted."""
    return name.translate(FOLDED) if name.isascii() else unicodedata.normalize("NFC", name).translate(FOLDED)


@dataclass(frozen=True, slots=True)
class Scope:
    """The dataset, the names known everywhere, those of the place where the expression stands, and the thousands mark."""

    dataset: Dataset
    year: Year
    names: Mapping[str, Thing]
    thousands: str
    local: Mapping[str, Thing]

    def having(self, /, **names: Thing) -> "Scope":
        """The same scope with more names (loop variables, a table's column), in their folded spelling."""
        return Scope(self.dataset, self.year, self.names, self.thousands, {**self.local, **names})

    def find(self, name: str) -> Thing | None:
        """What a folded name stands for; the nearest meaning wins."""
        return self.local[name] if name in self.local else self.names.get(name)


def scope_of(dataset: Dataset, manifest: Manifest, thousands: str) -> Scope:
    """The scope of a whole report."""
    catalogue = dataset.catalogue
    names: dict[str, Thing] = {folded(name): indicator for name, indicator in catalogue.indicators.items()}
    names |= {
        "ar": Year(manifest.year),
        "kommuner": Items(tuple(Words(name) for name in catalogue.municipalities)),
        "lan": Words(catalogue.county),
        "rapport": Record(tuple(_report(manifest).items())),
    }
    return Scope(dataset, Year(manifest.year), names, thousands, {})


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


def look_up(scope: Scope, indicator: Indicator, year: int, area: str, measure: str) -> Figure:
    """The fact as a figure; one that is not in the dataset has no origins and no amount."""
    chosen = _measure(indicator, measure)
    if chosen is None:
        raise unknown("matt", f"Indikatorn {indicator.name} har inget mått", measure, [m.name for m in indicator.measures])
    if area not in scope.dataset.catalogue.areas:
        raise unknown("plats", "Det finns ingen plats som heter", area, list(scope.dataset.catalogue.areas))
    key = FactKey(indicator.name, chosen.name, year, area)
    form = _form(chosen.unit, chosen.decimals)
    found = scope.dataset.observations.get(key)
    if found is None:
        return Figure(None, form, Status.MISSING, key, (key,), "", None, None, ())
    period = found.period or indicator.period.replace("{ar}", str(year))
    return Figure(found.amount, form, found.status, key, (key,), period, found.base, found.measured, (found.origin,))


def _measure(indicator: Indicator, name: str) -> Measure | None:
    if not name:
        return indicator.measures[0]
    return next((measure for measure in indicator.measures if folded(measure.name) == folded(name)), None)


@cache
def _form(unit: Unit, decimals: int) -> Format:
    return Format(unit, decimals)


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

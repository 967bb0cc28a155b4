"""What a delivery answers for: "antal_kkb/antal × 2024, 2025 × kommunerna, Jämtlands län"; blocks are parted by "|"."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from rapportbyggare.core.dataset import Catalogue, Coverage, Indicator
from rapportbyggare.core.place import Place
from rapportbyggare.data import coverage_messages as messages
from rapportbyggare.data.cells import read_year
from rapportbyggare.data.faults import Faults

T = TypeVar("T")
MUNICIPALITIES = "kommunerna"
TIMELESS = "utan år"
_PARTS = 3


def read_coverage(cell: str, place: Place, catalogue: Catalogue, faults: Faults) -> tuple[Coverage, ...]:
    """The blocks of a cell; "" is none. A part that cannot be read is reported and left out."""
    return tuple(_block(block, place, catalogue, faults) for block in cell.split("|")) if cell else ()


def write_coverage(blocks: Iterable[Coverage], catalogue: Catalogue) -> str:
    """The blocks as a cell that reads as the same, each part in the catalogue's order."""
    return " | ".join(_written(block, catalogue) for block in blocks)


def _block(text: str, place: Place, catalogue: Catalogue, faults: Faults) -> Coverage:
    parts = text.split("×")
    if len(parts) != _PARTS:
        faults.add(messages.not_a_block, place, text.strip())
        return Coverage((), (), ())
    measures, years, areas = (tuple(name.strip() for name in part.split(",")) for part in parts)
    return Coverage(
        tuple(pair for name in measures if (pair := _measure(name, place, catalogue.indicators, faults))),
        tuple(year for name in years if (year := _year(name, place, faults)) is not None),
        tuple(area for name in areas for area in _areas(name, place, catalogue, faults)),
    )


def _measure(name: str, place: Place, indicators: Mapping[str, Indicator], faults: Faults) -> tuple[str, str] | None:
    indicator, _, measure = (part.strip() for part in name.partition("/"))
    known = indicators.get(indicator)
    if known and any(one.name == measure for one in known.measures):
        return indicator, measure
    names = [f"{one.name}/{each.name}" for one in indicators.values() for each in one.measures]
    faults.add(messages.unknown_measure, place, name, names)
    return None


def _year(name: str, place: Place, faults: Faults) -> int | None:
    year = 0 if name == TIMELESS else read_year(name)
    if year is None:
        faults.add(messages.not_a_year, place, name)
    return year


def _areas(name: str, place: Place, catalogue: Catalogue, faults: Faults) -> tuple[str, ...]:
    if name == MUNICIPALITIES:
        return catalogue.municipalities
    if name in catalogue.areas:
        return (name,)
    faults.add(messages.unknown_area, place, name, (MUNICIPALITIES, *catalogue.areas))
    return ()


def _written(block: Coverage, catalogue: Catalogue) -> str:
    known = [(one.name, each.name) for one in catalogue.indicators.values() for each in one.measures]
    measures = [f"{indicator}/{measure}" for indicator, measure in _ordered(block.measures, known)]
    years = [str(year) if year else TIMELESS for year in sorted(set(block.years))]
    areas = _ordered(block.areas, catalogue.areas)
    municipalities = set(catalogue.municipalities)
    if municipalities and municipalities <= set(areas):
        areas = [MUNICIPALITIES, *(area for area in areas if area not in municipalities)]
    return " × ".join(", ".join(part) for part in (measures, years, areas))


def _ordered(found: Iterable[T], known: Iterable[T]) -> list[T]:
    """What is found in the order of what is known; a stranger comes last, for the reader of it to report."""
    there, order = dict.fromkeys(found), dict.fromkeys(known)
    return [one for one in order if one in there] + [one for one in there if one not in order]

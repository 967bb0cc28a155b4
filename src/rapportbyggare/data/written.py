"""The archive's files as bytes: rows in one order, and no cell that a spreadsheet would take for a formula."""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import StringIO

from rapportbyggare.core.dataset import Catalogue
from rapportbyggare.core.figure import FactKey, Observation
from rapportbyggare.data.cells import write_note, write_number
from rapportbyggare.data.columns import COLUMNS
from rapportbyggare.typography.periods import write_period

_LINE_ENDS = (b"\r\n", b"\n", b"\r")


def in_catalogue_order(observations: Iterable[Observation], catalogue: Catalogue) -> list[Observation]:
    """The observations by indicator, measure, year and place; those the catalogue lacks come last."""
    rank = _ranks(catalogue)
    return sorted(observations, key=lambda one: rank(one.key))


def write_observations(observations: Sequence[Observation], catalogue: Catalogue) -> bytes:
    """A delivery's file with a row for each observation, as `read_observations` reads it."""
    return _lines([COLUMNS, *(_row(one, catalogue) for one in observations)], "\n").encode()


def extended(index: bytes, head: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """The index with rows at its end, in the order of its own columns; what it held is byte for byte the same."""
    end = next((mark for mark in _LINE_ENDS if mark in index), b"\n")
    whole = index if not index or index.endswith((b"\n", b"\r")) else index + end
    added = _lines([[row.get(name, "") for name in head] for row in rows], end.decode())
    return whole + added.encode()


def _lines(rows: Iterable[Sequence[str]], end: str) -> str:
    stream = StringIO()
    csv.writer(stream, delimiter=";", lineterminator=end).writerows(rows)
    return stream.getvalue()


def _ranks(catalogue: Catalogue) -> Callable[[FactKey], tuple[int, int, int]]:
    pairs = ((one.name, each.name) for one in catalogue.indicators.values() for each in one.measures)
    measures = {pair: rank for rank, pair in enumerate(pairs)}
    areas = {name: rank for rank, name in enumerate(catalogue.areas)}

    def rank(key: FactKey) -> tuple[int, int, int]:
        return measures.get((key.indicator, key.measure), len(measures)), key.year, areas.get(key.area, len(areas))

    return rank


def _row(one: Observation, catalogue: Catalogue) -> tuple[str, ...]:
    key = one.key
    indicator = catalogue.indicators.get(key.indicator)
    usual = write_period(indicator.period, key.year) if indicator else ""
    return (
        key.indicator,
        key.measure,
        str(key.year or ""),
        key.area,
        write_number(one.amount),
        _unit(key, catalogue),
        one.status.value,
        "" if one.period == usual else write_note(one.period),
        "" if one.base is None else str(one.base),
        "" if one.measured is None else str(one.measured),
        write_note(one.note),
        write_note(one.origin.cell),
    )


def _unit(key: FactKey, catalogue: Catalogue) -> str:
    indicator = catalogue.indicators.get(key.indicator)
    units = [measure.unit.value for measure in indicator.measures if measure.name == key.measure] if indicator else []
    return units[0] if units else ""

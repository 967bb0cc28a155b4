"""A delivery's file read by columns: fast, for a file without a single fault, as nearly all are."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import count, repeat
from typing import NamedTuple

from rapportbyggare.core.by_column import each, records
from rapportbyggare.core.dataset import Catalogue
from rapportbyggare.core.figure import FactKey, Observation, Origin, Status, Unit
from rapportbyggare.core.place import Place
from rapportbyggare.data.cells import read_note, read_whole, read_year
from rapportbyggare.data.columns import COLUMNS, STATUSES, Intake
from rapportbyggare.typography.numbers import parse_number
from rapportbyggare.typography.periods import write_period

_HEAD = ";".join(COLUMNS)
_COUNTED = tuple(unit.value for unit in Unit if unit.is_count)
_AMOUNT = COLUMNS.index("varde") + 1


class _NotPlain(Exception):
    """A cell that has to be looked at with its row."""


def read_plain(text: str, file: str, intake: Intake, catalogue: Catalogue) -> tuple[Observation, ...] | None:
    """The observations of a file as the archive's writer makes it; None for any other, which is read row by row.

    Most cells repeat: each distinct one is understood once.
    """
    columns = _columns(text)
    if columns is None:
        return None
    try:
        return _observations(columns, file, intake, _Words(catalogue, intake.source))
    except _NotPlain:
        return None


def _columns(text: str) -> list[list[str]] | None:
    head, _, body = text.partition("\n")
    if head != _HEAD or not body or '"' in text or "\r" in text or _has_formula(text):
        return None
    width = len(COLUMNS) + 1
    cells = body.removesuffix("\n").replace("\n", ";\n;").split(";")
    if (len(cells) + 1) % width or set(cells[width - 1 :: width]) - {"\n"} or len(cells) // width != body.count("\n", 0, -1):
        return None
    return [cells[start::width] for start in range(len(COLUMNS))]


def _has_formula(text: str) -> bool:
    return any(mark in text and (f";{mark}" in text or f"\n{mark}" in text) for mark in "=+@")


def _observations(columns: list[list[str]], file: str, intake: Intake, words: "_Words") -> tuple[Observation, ...]:
    indicator, measure, ar, plats, varde, unit, word, period, underlag, mats, note, cell = columns
    subjects = each(zip(indicator, measure, ar, unit, strict=True), words.subject)
    names, measures, years, usual = zip(*subjects, strict=True)
    keys = list(records(FactKey, names, measures, years, each(plats, words.area)))
    if len(set(keys)) < len(keys):
        raise _NotPlain
    size = len(keys)
    places = records(Place, repeat(file, size), count(2), repeat(_AMOUNT), repeat(0), repeat("varde"))
    in_common = map(repeat, (intake.number, intake.source, intake.extract, intake.received))
    facts = records(
        Observation,
        keys,
        each(zip(varde, unit, word, strict=True), _amount),
        each(word, _status),
        [own or period for own, period in zip(each(period, _note), usual, strict=True)],
        each(underlag, _base) if any(underlag) else repeat(None),
        each(zip(mats, word, strict=True), _measured),
        _notes(note),
        records(Origin, *in_common, places, _notes(cell)),
    )
    return tuple(facts)


def _notes(cells: Sequence[str]) -> Iterable[str]:
    return each(cells, _note) if any(cells) else repeat("")


class _Words(NamedTuple):
    """The catalogue's words, for a delivery of one source."""

    catalogue: Catalogue
    source: str

    def subject(self, cells: tuple[str, str, str, str]) -> tuple[str, str, int, str]:
        """Indicator, measure, year and usual period."""
        name, measure, ar, unit = cells
        indicator = self.catalogue.indicators.get(name)
        if indicator is None or indicator.source != self.source:
            raise _NotPlain
        if not any(one.name == measure and one.unit.value == unit and not one.derived for one in indicator.measures):
            raise _NotPlain
        year = read_year(ar) if not indicator.timeless else None if ar else 0
        if year is None:
            raise _NotPlain
        return name, measure, year, write_period(indicator.period, year)

    def area(self, name: str) -> str:
        if name not in self.catalogue.areas:
            raise _NotPlain
        return name


def _status(word: str) -> Status:
    if word not in STATUSES:
        raise _NotPlain
    return STATUSES[word]


def _amount(cells: tuple[str, str, str]) -> Decimal | None:
    cell, unit, word = cells
    amount = parse_number(cell) if cell and len(cell) < 40 and cell == cell.strip() else None
    if (amount is None) is _status(word).has_amount or (amount is None and cell):
        raise _NotPlain
    if amount is not None and unit in _COUNTED and (amount < 0 or amount != amount.to_integral_value()):
        raise _NotPlain
    return amount


def _base(cell: str) -> int | None:
    base = read_whole(cell) if cell else None
    if cell and base is None:
        raise _NotPlain
    return base


def _measured(cells: tuple[str, str]) -> int | None:
    cell, word = cells
    year = read_year(cell) if cell else None
    if (year is None) is (word == Status.NOT_YET.value) or (cell and year is None):
        raise _NotPlain
    return year


def _note(cell: str) -> str:
    if cell != cell.strip():
        raise _NotPlain
    return read_note(cell)

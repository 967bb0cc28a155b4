"""One delivery's observations, cell by cell."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from operator import itemgetter
from typing import NamedTuple

from rapportbyggare.core.dataset import Catalogue, Indicator, Measure
from rapportbyggare.core.figure import FactKey, Observation, Origin, Status
from rapportbyggare.core.place import Place
from rapportbyggare.data import fact_messages, messages
from rapportbyggare.data.cells import read_note, read_whole, read_year
from rapportbyggare.data.columns import COLUMNS, STATUSES, Intake
from rapportbyggare.data.faults import Faults
from rapportbyggare.data.plain import read_plain
from rapportbyggare.data.sheet import Sheet, read_sheet
from rapportbyggare.typography.numbers import parse_number
from rapportbyggare.typography.periods import write_period

_MEASURED = tuple(status for status in Status if status.has_amount)


class _Subject(NamedTuple):
    """What a row is about, apart from its area."""

    indicator: str
    measure: Measure
    year: int
    period: str


def read_observations(text: str, intake: Intake, catalogue: Catalogue, faults: Faults) -> tuple[Observation, ...]:
    """The observations of a delivery's file; rows with a fault are left out and their faults reported."""
    plain = read_plain(text, faults.file, intake, catalogue)
    return read_by_row(text, intake, catalogue, faults) if plain is None else plain


def read_by_row(text: str, intake: Intake, catalogue: Catalogue, faults: Faults) -> tuple[Observation, ...]:
    """The same for any file, whatever is wrong with it."""
    sheet = read_sheet(text, faults.file, COLUMNS, faults)
    return tuple(_Rows(sheet, intake, catalogue, faults, sheet.columns["varde"] + 1).read()) if sheet else ()


@dataclass(slots=True)
class _Rows:
    """The rows of one delivery being read, the column (from 1) of their amounts, and what earlier rows have told.

    `strange` are the indicators of another source than the delivery's, with the first line of each.
    """

    sheet: Sheet
    intake: Intake
    catalogue: Catalogue
    faults: Faults
    column: int
    subjects: dict[tuple[str, str, str], _Subject] = field(default_factory=dict)
    lines: dict[FactKey, int] = field(default_factory=dict)
    strange: dict[str, int] = field(default_factory=dict)

    def read(self) -> Iterator[Observation]:
        in_order = itemgetter(*(self.sheet.columns[name] for name in COLUMNS))
        for line, cells in self.sheet.rows:
            observation = self.observation(line, in_order(cells))
            if observation is not None and self.is_first(observation.key, line):
                yield observation
        for indicator, line in self.strange.items():  # said last: a row of another source is read all the same
            self.other_source(line, self.catalogue.indicators[indicator])

    def observation(self, line: int, cells: tuple[str, ...]) -> Observation | None:
        """A row's observation; each of its cells is looked at even when another is at fault."""
        indicator, measure, ar, plats, varde, unit, word, period, underlag, mats, note, cell = cells
        before = self.faults.count
        subject = self.subjects.get((indicator, measure, ar)) or self.subject(line, indicator, measure, ar)
        if subject is not None and unit != subject.measure.unit.value:
            self.other_unit(line, unit, subject)
        area = plats if plats in self.catalogue.areas else self.unknown_area(line, plats)
        status = STATUSES.get(word)
        if status is None:
            self.unknown_status(line, word)
        amount = self.amount(line, varde, status, subject)
        base = self.base(line, underlag) if underlag else None
        measured = self.measured(line, mats, status) if mats or status is Status.NOT_YET else None
        if subject is None or status is None or self.faults.count > before or (amount is None and status.has_amount):
            return None
        key = FactKey(subject.indicator, subject.measure.name, subject.year, area)
        place = Place(self.sheet.file, line, self.column, 0, "varde")
        intake = self.intake
        origin = Origin(intake.number, intake.source, intake.extract, intake.received, place, read_note(cell) if cell else "")
        period = read_note(period) or subject.period
        return Observation(key, amount, status, period, base, measured, read_note(note) if note else "", origin)

    def is_first(self, key: FactKey, line: int) -> bool:
        first = self.lines.setdefault(key, line)
        if first != line:
            self.faults.add(fact_messages.fact_twice, Place(self.sheet.file, line), key, first)
        return first == line

    def subject(self, line: int, name: str, measure_name: str, ar: str) -> _Subject | None:
        indicator = self.catalogue.indicators.get(name)
        if indicator is None:
            place = self.sheet.place(line, "indikator")
            self.faults.add(messages.unknown_indicator, place, name, self.catalogue.indicators)
            return None
        if indicator.source != self.intake.source:
            self.strange.setdefault(name, line)
        measure = self.measure(line, indicator, measure_name)
        year = self.year(line, indicator, ar)
        if measure is None or year is None:
            return None
        subject = _Subject(indicator.name, measure, year, write_period(indicator.period, year))
        self.subjects[name, measure_name, ar] = subject
        return subject

    def other_source(self, line: int, indicator: Indicator) -> None:
        intake = self.intake
        if {indicator.source, intake.source} <= self.catalogue.sources.keys():  # an unknown source is a fault of its own
            place = self.sheet.place(line, "indikator")
            self.faults.add(messages.other_source, place, indicator.name, indicator.source, intake.number, intake.source)

    def measure(self, line: int, indicator: Indicator, name: str) -> Measure | None:
        found = next((measure for measure in indicator.measures if measure.name == name), None)
        if found is None:
            names = [measure.name for measure in indicator.measures]
            self.faults.add(messages.unknown_measure, self.sheet.place(line, "matt"), name, indicator.name, names)
        elif found.derived is not None:
            self.faults.add(messages.derived_measure, self.sheet.place(line, "matt"), indicator.name, name)
            return None
        return found

    def year(self, line: int, indicator: Indicator, cell: str) -> int | None:
        place = self.sheet.place(line, "ar")
        if indicator.timeless:
            if cell:
                self.faults.add(messages.year_not_wanted, place, cell, indicator.name)
            return None if cell else 0
        year = read_year(cell)
        if year is None:
            self.faults.add(messages.not_a_year, place, cell)
        return year

    def other_unit(self, line: int, cell: str, subject: _Subject) -> None:
        measure, unit = subject.measure.name, subject.measure.unit
        self.faults.add(messages.other_unit, self.sheet.place(line, "enhet"), cell, subject.indicator, measure, unit)

    def unknown_area(self, line: int, name: str) -> str:
        self.faults.add(messages.unknown_area, self.sheet.place(line, "plats"), name, self.catalogue.areas.values())
        return name

    def unknown_status(self, line: int, word: str) -> None:
        self.faults.add(messages.unknown_status, self.sheet.place(line, "status"), word, tuple(STATUSES))

    def amount(self, line: int, cell: str, status: Status | None, subject: _Subject | None) -> Decimal | None:
        if not cell:
            if status and status.has_amount:
                self.faults.add(messages.no_amount, self.sheet.place(line, "varde"), status)
            return None
        amount = parse_number(cell) if len(cell) < 40 else None
        if amount is not None and status in _MEASURED and cell.isdigit():  # most cells: a whole number is right for every measure
            return amount
        fault = _amount_fault(amount, status, subject.measure if subject else None)
        if fault and not cell.startswith(("=", "+", "@")):
            self.faults.add(fault, self.sheet.place(line, "varde"), cell)
        return amount

    def base(self, line: int, cell: str) -> int | None:
        base = read_whole(cell)
        if base is None:
            self.faults.add(messages.not_a_base, self.sheet.place(line, "underlag"), cell)
        return base

    def measured(self, line: int, cell: str, status: Status | None) -> int | None:
        year = read_year(cell)
        place = self.sheet.place(line, "mats")
        if status and status is not Status.NOT_YET:
            self.faults.add(messages.measured_not_wanted, place, cell)
        elif year is None:
            self.faults.add(messages.no_measured_year, place, cell)
        return year


def _amount_fault(amount: Decimal | None, status: Status | None, measure: Measure | None) -> "messages.OfCell | None":
    if amount is None:
        return messages.not_a_number
    if status and not status.has_amount:
        return messages.amount_not_wanted
    if measure and measure.unit.is_count and (amount < 0 or amount != amount.to_integral_value()):
        return messages.not_a_count
    return None

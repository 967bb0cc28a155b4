"""The project's own long format as observations: one fact in each row."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from rapportbyggare.core.dataset import Catalogue, Indicator, Measure
from rapportbyggare.core.figure import FactKey, Observation, Origin, Status, Unit
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake import crosstab_messages, date_messages
from rapportbyggare.intake import long_messages as messages
from rapportbyggare.intake.cells import Cell, Grid, clean
from rapportbyggare.intake.columns import NumberUnit
from rapportbyggare.intake.dates import last_year, read_year
from rapportbyggare.intake.facts import Extract, once
from rapportbyggare.intake.findings import Findings
from rapportbyggare.intake.maps import SourceMap
from rapportbyggare.intake.number_messages import shown
from rapportbyggare.intake.numbers import Absent, Amount, Written, read_amount, says_unit, word_for
from rapportbyggare.intake.places import PlaceNames, place_names, unknown_place
from rapportbyggare.intake.tables import Row, Table, find_table

T = TypeVar("T")

_STATUSES = {status.value: status for status in Status}
_UNITS = {unit.value: unit for unit in NumberUnit} | {"%": NumberUnit.PERCENT, "kronor": NumberUnit.KRONOR}
_MANY_UNITS = (Unit.KRONOR, Unit.PERCENT)
"""What a file may hold in several units (kr and tkr, 5,1 and 0,051): which one must be said."""
_NEUTRALISED = re.compile(r"^'(?=[=+@\t'-])")


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a row is about, and what its number is in: `told` by the row or the map, `said` by the row itself."""

    key: FactKey
    unit: NumberUnit
    told: bool
    said: bool


@dataclass(slots=True)
class _Rows:
    """The rows of a file being read; `as_text` are cells whose numbers are stored as text."""

    table: Table
    map: SourceMap
    catalogue: Catalogue
    extract: Extract
    findings: Findings
    names: PlaceNames
    as_text: list[Cell] = field(default_factory=list)

    def read(self) -> list[Observation]:
        """Every row's observation; a row with a fault is left out and its faults told."""
        return [one for row in self.table.rows if (one := self.observation(row))]

    def observation(self, row: Row) -> Observation | None:
        before = self.findings.count
        subject = self.subject(row)
        value = self.table.cell(row, "varde")
        if subject is None:
            return None
        read = self.value(row, value, subject)
        base, measured = self.base(row), self.measured(row)
        if read is None or self.findings.count > before:
            return None
        amount, status = read
        origin = Origin(0, self.extract.source, self.extract.date, "", self.table.place(value), self.table.origin(value))
        note, period = (_NEUTRALISED.sub("", clean(self.table.cell(row, name).text)) for name in ("not", "period"))
        if measured is None and isinstance(amount, Absent):
            measured = amount.measured
        if fault := _measured_fault(status, measured):
            self.findings.refuse(fault, self.table.place(self.table.cell(row, "mats")))
            return None
        if measured is not None and measured < subject.key.year:
            told = self.table.cell(row, "mats") if self.table.cell(row, "mats").filled else value
            self.findings.refuse(date_messages.measured_too_early, self.table.place(told), measured, subject.key.year)
            return None
        number = amount.value if isinstance(amount, Amount) else None
        return Observation(subject.key, number, status, period, base, measured, note, origin)

    def subject(self, row: Row) -> _Subject | None:
        indicator = self.indicator(row)
        area = self.area(row)
        if indicator is None:
            return None
        measure, year = self.measure(row, indicator), self.year(row, indicator)
        unit = self.unit(row, measure) if measure else None
        if measure is None or year is None or area is None or unit is None:
            return None
        said = self.table.cell(row, "enhet").filled
        told = said or measure.unit not in _MANY_UNITS or self.of_map(measure) is not None
        return _Subject(FactKey(indicator.name, measure.name, year, area), unit, told, said)

    def indicator(self, row: Row) -> Indicator | None:
        cell = self.table.cell(row, "indikator")
        found = self.catalogue.indicators.get(cell.text)
        if found is None:
            self.findings.refuse(messages.unknown_indicator, self.table.place(cell), cell.text, self.catalogue.indicators)
        elif self.extract.source and found.source != self.extract.source:
            place = self.table.place(cell)
            self.findings.refuse(messages.other_source, place, found.name, found.source, self.extract.source)
            return None
        return found

    def area(self, row: Row) -> str | None:
        cell = self.table.cell(row, "plats")
        area = self.names.find(cell.text)
        if area is None:
            self.findings.refuse(unknown_place, self.table.place(cell), cell.text, self.names, self.map.file)
        return area

    def measure(self, row: Row, indicator: Indicator) -> Measure | None:
        cell = self.table.cell(row, "matt")
        only = indicator.measures[0] if len(indicator.measures) == 1 and not cell.filled else None
        found = only or next((one for one in indicator.measures if one.name == cell.text), None)
        if found is None:
            names = [one.name for one in indicator.measures]
            self.findings.refuse(messages.unknown_measure, self.table.place(cell), cell.text, indicator.name, names)
        return found

    def year(self, row: Row, indicator: Indicator) -> int | None:
        cell = self.table.cell(row, "ar")
        place = self.table.place(cell)
        if indicator.timeless:
            if cell.filled:
                self.findings.refuse(messages.year_not_wanted, place, cell.text, indicator.name)
            return None if cell.filled else 0
        year, last = self.known(read_year(cell, place)), last_year(self.extract.date)
        if year is None or last is None or year <= last:
            return year
        self.findings.refuse(date_messages.future_year, place, year, self.extract.date)
        return None

    def unit(self, row: Row, measure: Measure) -> NumberUnit | None:
        cell = self.table.cell(row, "enhet")
        if not cell.filled:
            return self.of_map(measure) or _UNITS[measure.unit.value]
        unit = _UNITS.get(cell.text.casefold())
        if unit and unit.becomes(measure.unit):
            return unit
        self.findings.refuse(messages.wrong_unit, self.table.place(cell), cell.text, measure)
        return None

    def of_map(self, measure: Measure) -> NumberUnit | None:
        """The unit that the map gives the whole column, where it is one of the measure's."""
        unit = self.map.columns["varde"].unit
        return unit if unit and unit.becomes(measure.unit) else None

    def value(self, row: Row, cell: Cell, subject: _Subject) -> tuple[Amount | Absent | None, Status] | None:
        """The value and its status, which must agree; None when they do not, which is said."""
        status = self.status(row, cell)
        place = self.table.place(cell)
        if not cell.filled and status is not None and not status.has_amount:
            return None, status
        written = Written(subject.unit, self.map.words, self.map.file, subject.said, self.map.beyond)
        read = read_amount(cell, place, written)
        if isinstance(read, Problem):
            self.findings.add(read)
            return None
        if isinstance(read, Amount) and not subject.told and not says_unit(cell):
            self.findings.refuse(messages.no_unit, place, subject.unit, self.map.file)
            return None
        if status is None:
            return None
        if isinstance(read, Amount) and read.as_text and self.table.grid.sheet:
            self.as_text.append(cell)
        if isinstance(read, Absent) and read.status is not status:
            self.findings.refuse(messages.word_and_status, place, cell.text, read.status, status)
        elif isinstance(read, Amount) and not status.has_amount:
            self.findings.refuse(messages.amount_and_status, place, cell.text or shown(read.value), status)
        else:
            return read, status
        return None

    def status(self, row: Row, value: Cell) -> Status | None:
        """The row's status; in a file without statuses, or where a word stands for the number, what that says."""
        cell = self.table.cell(row, "status")
        word = word_for(value.text, self.map.words) if isinstance(value.value, str) or not value.filled else None
        if not cell.filled and isinstance(word, Absent):
            return word.status
        if "status" not in self.table.heads:
            return Status.DEFINITIVE
        status = _STATUSES.get(cell.text.casefold())
        if status is None:
            self.findings.refuse(messages.unknown_status, self.table.place(cell), cell.text, tuple(_STATUSES))
        return status

    def base(self, row: Row) -> int | None:
        cell = self.table.cell(row, "underlag")
        if not cell.filled:
            return None
        read = self.known(read_amount(cell, self.table.place(cell), Written(NumberUnit.COUNT, (), "")))
        return int(read.value) if isinstance(read, Amount) else None

    def measured(self, row: Row) -> int | None:
        cell = self.table.cell(row, "mats")
        return self.known(read_year(cell, self.table.place(cell))) if cell.filled else None

    def known(self, read: T | Problem) -> T | None:
        """What was read; None for a problem, which is told."""
        if isinstance(read, Problem):
            self.findings.add(read)
            return None
        return read


def read_long(
    grids: Sequence[Grid], map_: SourceMap, catalogue: Catalogue, extract: Extract, findings: Findings
) -> tuple[Observation, ...]:
    """The observations of a file in the long format."""
    table = find_table(grids, map_, findings)
    if table is None:
        return ()
    rows = _Rows(table, map_, catalogue, extract, findings, place_names(catalogue, map_.place_names))
    observations = rows.read()
    if "status" not in table.heads:
        findings.remark(messages.no_statuses, table.place(table.head_row[0]))
    if rows.as_text:
        findings.remark(crosstab_messages.stored_as_text, table.place(rows.as_text[0]), len(rows.as_text))
    return once(observations, findings)


def _measured_fault(status: Status, measured: int | None) -> Callable[[Place], Problem] | None:
    if status is Status.NOT_YET:
        return messages.no_measured_year if measured is None else None
    return messages.measured_not_wanted if measured is not None else None

"""A cross table as observations: each cell is a measure of a place in a year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapportbyggare.core.dataset import Catalogue, Coverage
from rapportbyggare.core.figure import FactKey, Observation, Origin, Status
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake import crosstab_messages as messages
from rapportbyggare.intake import date_messages
from rapportbyggare.intake.axes import Axes, Axis, axes_of
from rapportbyggare.intake.cells import Cell, Grid, clean
from rapportbyggare.intake.dates import last_year
from rapportbyggare.intake.facts import Extract, once
from rapportbyggare.intake.findings import Findings
from rapportbyggare.intake.maps import SourceMap, Subject
from rapportbyggare.intake.numbers import Absent, Amount, Written, read_amount
from rapportbyggare.intake.sums import check_county, check_totals
from rapportbyggare.intake.tables import Row, Table, find_tables

NOTE = "not"
"""The column whose text is the note of each fact of its row."""


@dataclass(slots=True)
class _Reading:
    """A cross table on its way to observations, and the numbers of units behind them."""

    map: SourceMap
    catalogue: Catalogue
    extract: Extract
    findings: Findings
    axes: Axes
    observations: list[Observation] = field(default_factory=list)
    bases: dict[FactKey, int] = field(default_factory=dict)

    def table(self, table: Table) -> None:
        """Read every cell that is under a heading of a year, a subject or a place."""
        columns = tuple(
            axis
            for axis in self.axes.columns(table, self.findings)
            if self.in_time(axis, table.place(table.at(table.head_row, axis.position)))
        )
        rows = [
            (row, axis)
            for row in table.rows
            if (axis := self.axes.row(table, row, columns, self.findings)) and self.in_time(axis, table.place(row[0]))
        ]
        as_text = [cell for row, axis in rows for column in columns if (cell := self.cell(table, row, axis, column))]
        if as_text and table.grid.sheet:  # in a text file all numbers are text
            self.findings.remark(messages.stored_as_text, table.place(as_text[0]), len(as_text))

    def in_time(self, axis: Axis, place: Place) -> bool:
        """Whether a heading's or a row's year, if it has one, can be known at the extract; when it cannot, that is said."""
        last = last_year(self.extract.date)
        if axis.year is None or last is None or axis.year <= last:
            return True
        self.findings.refuse(date_messages.future_year, place, axis.year, self.extract.date)
        return False

    def cell(self, table: Table, row: Row, row_axis: Axis, column: Axis) -> Cell | None:
        """Read one cell; it is given back when its number is stored as text."""
        cell, axis = table.at(row, column.position), column.with_row(row_axis)
        if axis.subject is None or axis.area is None or (axis.year is None and not self.timeless(axis.subject)):
            return None  # said once, at the heading or at the row
        written = Written(axis.subject.unit, self.map.words, self.map.file, beyond=self.map.beyond)
        if axis.subject.base_of and not cell.filled:
            return None
        read = read_amount(cell, table.place(cell), written)
        if isinstance(read, Problem):
            self.findings.add(read)
            return None
        if isinstance(read, Absent) and read.measured is not None and read.measured < (axis.year or 0):
            self.findings.refuse(date_messages.measured_too_early, table.place(cell), read.measured, axis.year or 0)
            return None
        self.take(
            read,
            axis.subject,
            axis,
            Origin(0, *self.origin, table.place(cell), table.origin(cell)),
            clean(table.cell(row, NOTE).text),
        )
        return cell if isinstance(read, Amount) and read.as_text else None

    @property
    def origin(self) -> tuple[str, str, str]:
        return self.extract.source, self.extract.date, ""

    def timeless(self, subject: Subject) -> bool:
        indicator = self.catalogue.indicators.get(subject.indicator)
        return bool(indicator and indicator.timeless)

    def take(self, read: Amount | Absent, subject: Subject, axis: Axis, origin: Origin, note: str) -> None:
        year, area = axis.year or 0, axis.area or ""
        if subject.base_of:
            keys = [FactKey(indicator, measure, year, area) for indicator, measure in subject.base_of]
            if isinstance(read, Amount):
                self.bases.update(dict.fromkeys(keys, int(read.value)))
            return
        key = FactKey(subject.indicator, subject.measure, year, area)
        match read:
            case Amount(value):
                status = Status.PRELIMINARY if axis.preliminary else Status.DEFINITIVE
                self.observations.append(Observation(key, value, status, "", None, None, note or subject.note, origin))
            case Absent(status, measured):
                self.observations.append(Observation(key, None, status, "", None, measured, note, origin))


def read_crosstab(
    grids: Sequence[Grid], map_: SourceMap, catalogue: Catalogue, extract: Extract, findings: Findings
) -> tuple[tuple[Observation, ...], tuple[Coverage, ...]]:
    """The observations of a workbook of cross tables, and the blocks of facts they answer for."""
    reading = _Reading(map_, catalogue, extract, findings, axes_of(map_, catalogue))
    tables = find_tables(grids, map_, findings, reading.axes.knows)
    for table in tables:
        reading.table(table)
        check_totals(table, reading.axes, catalogue.municipalities, findings)
    observations = tuple(_with_base(one, reading.bases) for one in once(reading.observations, findings))
    check_county(observations, map_, catalogue, findings)
    return observations, tuple(_coverage(observations, catalogue))


def _with_base(one: Observation, bases: dict[FactKey, int]) -> Observation:
    if one.amount is None or one.key not in bases:
        return one
    return Observation(one.key, one.amount, one.status, one.period, bases[one.key], one.measured, one.note, one.origin)


def _coverage(observations: Sequence[Observation], catalogue: Catalogue) -> Iterator[Coverage]:
    """The blocks: measures with the same years and places together.

    A table with more than half of the municipalities answers for all of them: one that is not there has gone missing.
    """
    extents: dict[tuple[tuple[int, ...], tuple[str, ...]], list[tuple[str, str]]] = {}
    for measure in dict.fromkeys((one.key.indicator, one.key.measure) for one in observations):
        keys = [one.key for one in observations if (one.key.indicator, one.key.measure) == measure]
        years = tuple(sorted({key.year for key in keys}))
        areas = dict.fromkeys(key.area for key in keys)
        if 2 * sum(area in areas for area in catalogue.municipalities) > len(catalogue.municipalities):
            areas |= dict.fromkeys(catalogue.municipalities)
        extents.setdefault((years, tuple(areas)), []).append(measure)
    return (Coverage(tuple(measures), years, areas) for (years, areas), measures in extents.items())

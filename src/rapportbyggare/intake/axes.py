"""What the headings and the first columns of a cross table say of its cells: subject, year and place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fnmatch import fnmatchcase

from rapportbyggare.core.dataset import Catalogue
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake import crosstab_messages as messages
from rapportbyggare.intake.cells import Cell
from rapportbyggare.intake.columns import ColumnType
from rapportbyggare.intake.dates import read_year, years_in
from rapportbyggare.intake.findings import Findings
from rapportbyggare.intake.headers import fold_heading
from rapportbyggare.intake.maps import SourceMap, Subject
from rapportbyggare.intake.places import PlaceNames, place_names, unknown_place
from rapportbyggare.intake.table_messages import hidden_column
from rapportbyggare.intake.tables import Row, Table
from rapportbyggare.typography.periods import write_period

_PRELIMINARY = re.compile(r"[(\[]?\bprel(?:\.|iminär\w*)?(?!\w)[)\]]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Axis:
    """What is known of a row's or a column's cells; None for what is not said there. `position` is a column's, from 0."""

    position: int = -1
    subject: Subject | None = None
    year: int | None = None
    area: str | None = None
    preliminary: bool = False

    def with_row(self, row: "Axis") -> "Axis":
        """A column's axis with what its row adds."""
        return Axis(
            self.position,
            self.subject or row.subject,
            row.year if self.year is None else self.year,
            self.area or row.area,
            self.preliminary,
        )


@dataclass(frozen=True, slots=True)
class Axes:
    """How the headings of a map's cross tables are read. `subjects` are by every name, folded, the longest first."""

    map: SourceMap
    names: PlaceNames
    subjects: Mapping[str, Subject]
    periods: Mapping[str, str]

    def knows(self, text: str) -> bool:
        """Whether a text names a place or a subject."""
        return fold_heading(text) in self.subjects or self.names.find(text) is not None

    def columns(self, table: Table, findings: Findings) -> Iterator[Axis]:
        """The columns that hold values; a heading that is not understood is a problem."""
        base = self._whole(table)
        for position, heading in enumerate(_with_strays(table)):
            if position in table.heads.values() or self._skipped(heading):
                continue
            if not heading:
                _refuse_numbers(table, position, findings)
                continue
            axis = self._heading(heading, base)
            place = table.place(table.at(table.head_row, position))
            if axis is None:
                findings.refuse(messages.unknown_heading, place, heading, [*self._words()], self.map.file)
                continue
            axis = replace(axis, position=position)
            if missing := self._missing(axis, table):
                findings.refuse(messages.heading_lacks, place, heading, missing, self.map.file)
            else:
                yield axis
                if position + 1 in table.grid.hidden_columns:
                    findings.remark(hidden_column, place, heading)

    def row(self, table: Table, row: Row, columns: Sequence[Axis], findings: Findings) -> Axis | None:
        """What a row is about; None when it cannot be placed, which is said."""
        axis = Axis(area=self.map.area or None)
        figures = any(table.at(row, column.position).filled for column in columns)
        faults: list[Problem] = []
        for column in self.map.columns.values():
            if column.name in table.heads:
                axis = self._row_cell(axis, column.type, table.cell(row, column.name), table, faults)
        if faults and not figures and len(faults) == 1:
            findings.remark(messages.row_without_figures, faults[0].place, table.at(row, 0).text)
        else:
            for fault in faults:
                findings.add(fault)
        return None if faults else axis

    def _row_cell(self, axis: Axis, kind: ColumnType, cell: Cell, table: Table, faults: list[Problem]) -> Axis:
        place = table.place(cell)
        match kind:
            case ColumnType.PLACE:
                area = self.names.find(cell.text)
                if area is None:
                    faults.append(unknown_place(place, cell.text, self.names, self.map.file))
                return replace(axis, area=area)
            case ColumnType.SUBJECT:
                subject = self.subjects.get(fold_heading(cell.text))
                if subject is None:
                    faults.append(messages.unknown_subject(place, cell.text, self._words(), self.map.file))
                return replace(axis, subject=subject)
            case ColumnType.YEAR:
                year = read_year(cell, place)
                if isinstance(year, Problem):
                    faults.append(year)
                    return axis
                return replace(axis, year=year, preliminary=bool(_PRELIMINARY.search(cell.text)))
            case _:
                return axis

    def _whole(self, table: Table) -> Axis:
        """What the sheet itself says: its name may be a subject's, and a map with one subject is always about it."""
        only = next(iter(self.map.subjects)) if len(self.map.subjects) == 1 else None
        return Axis(subject=self.subjects.get(fold_heading(table.grid.sheet)) or only)

    def _heading(self, heading: str, base: Axis) -> Axis | None:
        """The subject a heading begins with, and then a year, a period or a place, or nothing."""
        bare = _PRELIMINARY.sub(" ", heading)
        folded = fold_heading(bare)
        preliminary = folded != fold_heading(heading)
        for name, subject in (*self.subjects.items(), ("", base.subject)):
            if folded.startswith(name):
                rest = self._rest(folded[len(name) :].strip(" :,–-"), replace(base, subject=subject), bool(name))
                if rest is not None:
                    return replace(rest, preliminary=preliminary)
        return None

    def _rest(self, rest: str, axis: Axis, named: bool) -> Axis | None:
        years = {year for year in years_in(rest) if rest == str(year) or rest in self._periods(axis.subject, year)}
        if len(years) == 1:
            return replace(axis, year=years.pop())
        area = self.names.find(rest) if rest else None
        return replace(axis, area=area) if area else (axis if named and not rest else None)

    def _periods(self, subject: Subject | None, year: int) -> frozenset[str]:
        """A year as the catalogue writes it for a subject, or for any of the map's when it is the rows that tell which."""
        patterns = (self.periods.get(subject.indicator, ""),) if subject else self.periods.values()
        return frozenset(fold_heading(write_period(pattern, year)) for pattern in patterns)

    def _skipped(self, heading: str) -> bool:
        return any(fnmatchcase(fold_heading(heading), fold_heading(pattern)) for pattern in self.map.skipped)

    def _missing(self, axis: Axis, table: Table) -> str:
        """What neither a heading nor a column of the table tells."""
        told = {column.type for column in self.map.columns.values() if column.name in table.heads}
        if axis.subject is None and ColumnType.SUBJECT not in told:
            return "vilken uppgift"
        timeless = axis.subject is not None and not self.periods.get(axis.subject.indicator, "{ar}")
        if axis.year is None and ColumnType.YEAR not in told and not timeless:
            return "vilket år"
        return "vilken plats" if not axis.area and ColumnType.PLACE not in told and not self.map.area else ""

    def _words(self) -> list[str]:
        return [name for subject in self.map.subjects for name in subject.names]


def _with_strays(table: Table) -> tuple[str, ...]:
    """The headings, and blank ones for the cells to the right of them."""
    widest = max((len(row) for row in table.rows), default=0)
    return (*table.headings, *[""] * (widest - len(table.headings)))


def _refuse_numbers(table: Table, position: int, findings: Findings) -> None:
    cells = (table.at(row, position) for row in table.rows)
    number = next((cell for cell in cells if isinstance(cell.value, Decimal) or cell.unknown), None)
    if number:
        findings.refuse(messages.no_heading, table.place(number), table.origin(number))


def axes_of(map_: SourceMap, catalogue: Catalogue) -> Axes:
    """How the headings of a map's tables are read; an indicator without years has an empty period."""
    names = {fold_heading(name): subject for subject in map_.subjects for name in subject.names}
    longest = dict(sorted(names.items(), key=lambda item: (-len(item[0]), item[0])))
    indicators = {subject.indicator for subject in map_.subjects} & catalogue.indicators.keys()
    periods = {name: "" if (one := catalogue.indicators[name]).timeless else one.period for name in sorted(indicators)}
    return Axes(map_, place_names(catalogue, map_.place_names), longest, periods)

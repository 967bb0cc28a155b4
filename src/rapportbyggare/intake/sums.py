"""Totals held against the sums of their parts."""

from collections.abc import Sequence
from decimal import Decimal

from rapportbyggare.core.dataset import Catalogue
from rapportbyggare.core.figure import FactKey, Observation
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake import crosstab_messages as messages
from rapportbyggare.intake.axes import Axes, Axis
from rapportbyggare.intake.columns import ColumnType
from rapportbyggare.intake.findings import Findings
from rapportbyggare.intake.maps import SourceMap
from rapportbyggare.intake.numbers import Amount, Written, read_amount
from rapportbyggare.intake.tables import Row, Table


def check_county(observations: Sequence[Observation], map_: SourceMap, catalogue: Catalogue, findings: Findings) -> None:
    """The county's value is the sum of all municipalities', for measures that sum, when the file has them all."""
    amounts = {one.key: one.amount for one in observations if one.amount is not None}
    summed = {(subject.indicator, subject.measure) for subject in map_.subjects if subject.sums}
    for one in observations:
        key = one.key
        if one.amount is None or key.area != catalogue.county or (key.indicator, key.measure) not in summed:
            continue
        parts = [amounts.get(FactKey(key.indicator, key.measure, key.year, area)) for area in catalogue.municipalities]
        known = [part for part in parts if part is not None]
        if len(known) == len(parts) and sum(known) != one.amount:
            findings.refuse(messages.wrong_sum, one.origin.place, one.amount, sum(known, Decimal(0)), "kommunerna", map_.file)


def check_totals(table: Table, axes: Axes, municipalities: Sequence[str], findings: Findings) -> None:
    """The rows of totals of a table of places are the sums of its municipalities (of its rows, when none is one)."""
    map_ = axes.map
    place_column = next((column for column in map_.columns.values() if column.type is ColumnType.PLACE), None)
    if place_column is None or not table.totals:
        return
    quiet = Findings(findings.file)
    areas = [(row, axes.names.find(table.cell(row, place_column.name).text)) for row in table.rows]
    parts = [row for row, area in areas if area in municipalities]
    for column in axes.columns(table, quiet):
        if column.subject is not None and column.subject.sums:
            for total in table.totals:
                _check_total(table, total, column, parts or table.rows, map_, findings)


def _check_total(table: Table, total: Row, column: Axis, rows: Sequence[Row], map_: SourceMap, findings: Findings) -> None:
    cell = table.at(total, column.position)
    if not cell.filled or column.subject is None:
        return
    written = Written(column.subject.unit, map_.words, map_.file, beyond=map_.beyond)
    read = read_amount(cell, table.place(cell), written)
    if isinstance(read, Problem):
        findings.add(read)
        return
    cells = [table.at(row, column.position) for row in rows]
    parts = [read_amount(one, table.place(one), written) for one in cells]
    amounts = [part.value for part in parts if isinstance(part, Amount)]
    if isinstance(read, Amount) and len(amounts) == len(parts) and sum(amounts) != read.value:
        findings.refuse(messages.wrong_sum, table.place(cell), read.value, sum(amounts, Decimal(0)), "raderna", map_.file)

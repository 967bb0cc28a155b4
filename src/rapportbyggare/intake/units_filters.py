"""Which rows pass the filters of a map."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce

import polars as pl

from rapportbyggare.intake import units_messages as messages
from rapportbyggare.intake.cells import Cell, fold
from rapportbyggare.intake.codelists import CodeList, Version, digits_of, lost_zero
from rapportbyggare.intake.findings import Findings
from rapportbyggare.intake.maps import SourceMap
from rapportbyggare.intake.numbers import Absent, word_for
from rapportbyggare.intake.units_frame import Units
from rapportbyggare.intake.units_left import left_values
from rapportbyggare.intake.units_listing import where
from rapportbyggare.intake.units_rules import Filter

CodeBook = Mapping[str, tuple[CodeList, Version]]
"""The lists of codes that the filters name, each with the version that holds at the extract."""


@dataclass(frozen=True, slots=True)
class Judge:
    """What the filters are judged by: the map, for what its texts mean, and the lists of codes."""

    map_: SourceMap
    codes: CodeBook

    def title(self, column: str) -> str:
        """What the messages call a column: its heading."""
        return f"”{self.map_.columns[column].headings[0]}”"

    def is_blank(self, cell: Cell) -> bool:
        """Whether nothing is said in a cell: it is blank, or holds a text that the map says means so."""
        if cell.unknown or cell.value is None:
            return not cell.unknown
        return isinstance(cell.value, str) and isinstance(word_for(cell.value, self.map_.words), Absent)


def pass_all(units: Units, counted: pl.Series, filters: Iterable[Filter], judge: Judge, findings: Findings) -> pl.Series:
    """Which of the rows in `counted` pass the filters without a name; what these leave out is remarked."""
    for one in filters:
        passed, blank = _judged(units, counted, one, judge, findings)
        if found := where(units, blank, one.column):
            findings.remark(messages.blank_in_filter, found, judge.title(one.column))
        left_out = int((counted & ~passed & ~blank).sum())
        if left_out:
            values = left_values(units.columns[one.column], counted & ~passed & ~blank)
            findings.remark(messages.filtered_out, units.beginning, left_out, judge.title(one.column), values)
        if counted.any() and not passed.any():
            findings.refuse(messages.nothing_left, units.beginning, judge.title(one.column), one.place)
        counted = passed
    return counted


def chosen(units: Units, filters: Iterable[Filter], judge: Judge, findings: Findings) -> pl.Series:
    """Which units pass every one of some filters."""
    masks = []
    every = pl.repeat(True, len(units), dtype=pl.Boolean, eager=True)
    for one in filters:
        passed, blank = _judged(units, every, one, judge, findings)
        if one.present is None and (found := where(units, blank, one.column)):
            findings.remark(messages.blank_in_choice, found, judge.title(one.column))
        masks.append(passed)
    return reduce(lambda some, more: some & more, masks, every)


def _judged(units: Units, counted: pl.Series, one: Filter, judge: Judge, findings: Findings) -> tuple[pl.Series, pl.Series]:
    """Which of the rows in `counted` pass a filter, and in which of them the filter's cell is blank."""
    column = units.columns[one.column]
    blank = column.blank(judge.is_blank)
    if one.present is not None:
        return counted & (~blank if one.present else blank), blank & False
    if one.code_list:
        passed = _coded(units, counted & ~blank, one, judge, findings)
    elif one.one_of:
        wanted = {fold(text) for text in one.one_of}
        passed = column.flags(lambda cell: fold(_text(cell)) in wanted)
    else:
        unwanted = {fold(text) for text in one.none_of}
        passed = column.flags(lambda cell: fold(_text(cell)) not in unwanted)
    return counted & passed & ~blank, counted & blank


def _coded(units: Units, filled: pl.Series, one: Filter, judge: Judge, findings: Findings) -> pl.Series:
    """Which rows have a code that stands in the list; the codes of the rows in `filled` are checked."""
    code_list, version = judge.codes[one.code_list]
    column, title, digits = units.columns[one.column], judge.title(one.column), code_list.digits
    wanted = version.groups[one.group] if one.group else version.codes
    others = code_list.others(version)
    codes = [digits_of(_text(cell), digits) for cell in column.cells]
    unreadable = column.picked([code is None for code in codes]) & filled
    if found := where(units, unreadable, one.column):
        findings.refuse(messages.unreadable_code, found, title, digits, judge.map_.file)
    if found := where(units, column.picked([code in others for code in codes]) & filled, one.column):
        findings.refuse(messages.other_version, found, title, version.name, code_list.file)
    _check_zeros(units, filled & ~unreadable, one, title, digits, findings)
    return column.picked([code in wanted for code in codes])


def _check_zeros(units: Units, filled: pl.Series, one: Filter, title: str, digits: int, findings: Findings) -> None:
    """Codes that have lost a leading zero are put right, unless every code is short: then they may be of another level."""
    column = units.columns[one.column]
    short = column.flags(lambda cell: lost_zero(_text(cell), digits)) & filled
    found = where(units, short, one.column)
    if not found:
        return
    if (filled & ~short).any():
        findings.remark(messages.padded_codes, found, title)
    else:
        findings.refuse(messages.wrong_level, found[0], title, digits)


def _text(cell: Cell) -> str:
    """A cell as text; one that is an error's name, or a number with decimals, is none that a filter could name."""
    if isinstance(cell.value, bool):
        return "sant" if cell.value else "falskt"
    return "" if cell.error or cell.unknown else cell.text

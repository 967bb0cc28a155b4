"""The year that each unit counts for."""

from datetime import date, timedelta

import polars as pl

from rapportbyggare.core.problem import Problem
from rapportbyggare.intake import units_messages as messages
from rapportbyggare.intake.columns import ColumnType
from rapportbyggare.intake.dates import last_year, read_day, read_year
from rapportbyggare.intake.findings import Findings
from rapportbyggare.intake.units_filters import Judge
from rapportbyggare.intake.units_frame import Units
from rapportbyggare.intake.units_listing import where
from rapportbyggare.intake.units_rules import UnitRules, Year, YearRule

_EVERY_DAY = timedelta(days=1)
_TWELVE_MONTHS = range(364, 367)


def year_of(year: Year, extract: str) -> int:
    """The year meant, where `extract` (ISO) is known if it is needed."""
    return year.given or int(extract[:4]) + year.offset


def years_of(
    units: Units, counted: pl.Series, rule: YearRule, extract: str, judge: Judge, findings: Findings
) -> tuple[pl.Series, pl.Series]:
    """Which of the rows in `counted` have a year that is asked for, and every row's year; the others are remarked or refused."""
    if rule.fixed is not None:
        return counted, pl.repeat(year_of(rule.fixed, extract), len(units), dtype=pl.Int32, eager=True)
    column, title = units.columns[rule.column], judge.title(rule.column)
    blank = column.blank(judge.is_blank) & counted
    read = _read_years(units, rule.column, judge)
    years = pl.Series(read, dtype=pl.Int32).gather(column.codes)
    known = years.is_not_null() & counted
    if found := where(units, blank, rule.column):
        findings.remark(messages.no_year, found, title)
    if found := where(units, counted & ~known & ~blank, rule.column):
        findings.refuse(messages.unreadable_year, found, title)
    inside = known & _inside(years, rule, extract)
    last = last_year(extract)
    if last is not None and (found := where(units, inside & (years > last), rule.column)):
        findings.refuse(messages.future_year, found, title, extract)
    outside = int((known & ~inside).sum())
    if outside and outside == int(known.sum()):
        there = sorted(years.filter(known).unique().to_list())
        findings.refuse(messages.only_other_years, units.beginning, title, _span(rule, extract), there, judge.map_.file)
    elif outside:
        findings.remark(messages.other_years, units.beginning, outside, title, _span(rule, extract))
    return inside, years


def _read_years(units: Units, name: str, judge: Judge) -> list[int | None]:
    """The year that each distinct cell of a column tells of, when it does."""
    column, place = judge.map_.columns[name], units.place(0, name)
    read = read_day if column.type is ColumnType.DATE else read_year
    found = [read(cell, place) for cell in units.columns[name].cells]
    return [None if isinstance(one, Problem) else one if isinstance(one, int) else one.year for one in found]


def _inside(years: pl.Series, rule: YearRule, extract: str) -> pl.Series:
    inside = years.is_not_null()
    if rule.first is not None:
        inside = inside & (years >= year_of(rule.first, extract))
    if rule.last is not None:
        inside = inside & (years <= year_of(rule.last, extract))
    return inside.fill_null(False)


def _span(rule: YearRule, extract: str) -> str:
    """The years asked for, in words: "2024", "2022–2024", "2022 och framåt"."""
    first = str(year_of(rule.first, extract)) if rule.first else ""
    last = str(year_of(rule.last, extract)) if rule.last else ""
    if first and last:
        return first if first == last else f"{first}–{last}"
    return f"{first} och framåt" if first else f"tiden till och med {last}"


def remark_periods(units: Units, rules: UnitRules, judge: Judge, findings: Findings) -> None:
    """Says how many units have a financial year that is not the calendar's, or not twelve months."""
    if not rules.period or not len(units):
        return
    begin, end = rules.period
    frame = pl.DataFrame({"begin": units.columns[begin].codes, "end": units.columns[end].codes})
    days = {name: _read_days(units, name, judge) for name in rules.period}
    broken = uneven = 0
    for first, last, count in frame.group_by("begin", "end").len().iter_rows():
        start, stop = days[begin][first], days[end][last]
        if start and stop:
            broken += count if (stop + _EVERY_DAY).strftime("%m-%d") != "01-01" else 0
            uneven += count if (stop - start).days not in _TWELVE_MONTHS else 0
    if broken or uneven:
        findings.remark(messages.odd_periods, units.beginning, broken, uneven)


def _read_days(units: Units, name: str, judge: Judge) -> list[date | None]:
    place = units.place(0, name)
    read = [read_day(cell, place) for cell in units.columns[name].cells]
    return [None if isinstance(one, Problem) else one for one in read]

"""From the rows of a file to its observations, step by step: which rows count, when, where, and what they come to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import polars as pl

from rapportbyggare.core.dataset import Catalogue, Coverage
from rapportbyggare.core.figure import FactKey, Observation, Origin, Status
from rapportbyggare.core.place import Place
from rapportbyggare.intake import units_messages as messages
from rapportbyggare.intake.aggregate import Ready, Totals, totals_of
from rapportbyggare.intake.aggregate_values import value_of
from rapportbyggare.intake.disclosure import is_withheld, remark_withheld
from rapportbyggare.intake.findings import Findings
from rapportbyggare.intake.maps import SourceMap
from rapportbyggare.intake.units_duplicates import each_unit_once
from rapportbyggare.intake.units_filters import CodeBook, Judge, chosen, pass_all
from rapportbyggare.intake.units_frame import Units
from rapportbyggare.intake.units_numbers import read_numbers
from rapportbyggare.intake.units_places import placed
from rapportbyggare.intake.units_rules import Calculation, Extent, Level, Sort, UnitRules
from rapportbyggare.intake.units_years import remark_periods, year_of, years_of
from rapportbyggare.typography.periods import write_period
from rapportbyggare.typography.words import join_words


@dataclass(frozen=True, slots=True)
class _Run:
    """What stays the same while the observations of a file are made."""

    map_: SourceMap
    rules: UnitRules
    catalogue: Catalogue
    extract: str
    judge: Judge
    findings: Findings
    cell: str


def observed(
    units: Units, map_: SourceMap, rules: UnitRules, codes: CodeBook, catalogue: Catalogue, extract: str, findings: Findings
) -> tuple[tuple[Observation, ...], tuple[Coverage, ...]]:
    """The observations of some units and what they answer for; what is said of the rows goes to `findings`."""
    run = _Run(map_, rules, catalogue, extract, Judge(map_, codes), findings, units.extent())
    titles = join_words([run.judge.title(name) for name in rules.key])
    counted = each_unit_once(units, rules.key, titles, findings)
    counted = pass_all(units, counted, rules.named(""), run.judge, findings)
    ready, units = _ready(units, counted, run)
    calculations = tuple(one for one in rules.calculations if _is_possible(one, ready, units, run))
    years = sorted(ready.years.unique().to_list()) if rules.year.fixed is None else _fixed_year(run)
    made = tuple(seen for one in calculations for seen in _observations(one, ready, years, units, run))
    return made, tuple(_coverage(calculations, years, catalogue))


def _fixed_year(run: _Run) -> list[int]:
    fixed = run.rules.year.fixed
    return [year_of(fixed, run.extract)] if fixed else []


def _ready(units: Units, counted: pl.Series, run: _Run) -> tuple[Ready, Units]:
    """The units of the rows in `counted` whose year and place are known, with their choices made and their numbers read."""
    rules, judge, findings = run.rules, run.judge, run.findings
    counted, years = years_of(units, counted, rules.year, run.extract, judge, findings)
    here = placed(units, counted, rules.areas, run.catalogue, judge, findings)
    country = any(Level.COUNTRY in one.levels for one in rules.calculations)
    kept = here.counted if country else here.counted & here.in_county
    units, years, here = units.kept(kept), years.filter(kept), here.kept(kept)
    remark_periods(units, rules, judge, findings)
    names = dict.fromkeys(one.name for one in rules.filters if one.name)
    choices = {name: chosen(units, rules.named(name), judge, findings) for name in names}
    ready = Ready(years, here.municipalities, here.in_county, run.catalogue.municipalities, choices, {})
    numbers = {name: read_numbers(units, name, _needing(name, ready, rules), judge, findings) for name in rules.numbers}
    return replace(ready, numbers=numbers), units


def _needing(name: str, ready: Ready, rules: UnitRules) -> pl.Series:
    """Which units are counted by a calculation that needs a column's number."""
    needed = pl.repeat(False, len(ready.years), dtype=pl.Boolean, eager=True)
    for one in rules.calculations:
        needed = needed | ready.among(one.among) if name in one.numbers else needed
    return needed


def _is_possible(one: Calculation, ready: Ready, units: Units, run: _Run) -> bool:
    """Whether a calculation can be made: a share of all units needs a file that holds them all."""
    by_code = any(filter_.code_list for filter_ in run.rules.chosen(one.part))
    if one.sort is not Sort.SHARE or not by_code or not len(units):
        return True
    place = units.beginning
    if run.rules.extent is Extent.CHOSEN:
        run.findings.remark(messages.share_left_out, place, one.indicator)
        return False
    base = ready.among(one.among)
    if base.any() and bool((ready.among(one.part) | ~base).all()):
        run.findings.refuse(messages.every_unit_chosen, place, one.indicator, run.map_.file)
    return True


def _observations(one: Calculation, ready: Ready, years: Sequence[int], units: Units, run: _Run) -> list[Observation]:
    """A calculation's observations for each of its places, in the catalogue's order, and each year."""
    totals = {level: totals_of(one, level, ready) for level in one.levels}
    facts = [
        (year, area, totals[level].get((year, area if level is Level.MUNICIPALITY else ""), Totals()))
        for year in years
        for level, area in _areas(one.levels, run.catalogue)
    ]
    made = [_observation(one, year, area, sums, run) for year, area, sums in facts]
    _say(one, made, units, run)
    return made


def _areas(levels: Sequence[Level], catalogue: Catalogue) -> Iterator[tuple[Level, str]]:
    for area in catalogue.areas.values():
        level = Level(area.level)
        if level in levels:
            yield level, area.name


def _observation(one: Calculation, year: int, area: str, totals: Totals, run: _Run) -> Observation:
    indicator = run.catalogue.indicators[one.indicator]
    measure = next(measure for measure in indicator.measures if measure.name == one.measure)
    value = Status.CONFIDENTIAL if is_withheld(totals, one, measure) else value_of(one, totals)
    shown = not isinstance(value, Status)
    return Observation(
        key=FactKey(one.indicator, one.measure, year, area),
        amount=None if isinstance(value, Status) else value,
        status=value if isinstance(value, Status) else _standing(year, run),
        period="",
        base=totals.units if shown else None,
        measured=None,
        note="",
        origin=Origin(0, run.map_.source, run.extract, "", Place(run.findings.file), run.cell),
    )


def _standing(year: int, run: _Run) -> Status:
    """Whether a year's numbers are definitive, by the map: always the same, or from a certain extract on."""
    if not run.rules.final_from:
        return run.rules.status
    final = f"{run.extract}-01"[:10] >= write_period(run.rules.final_from, year)
    return Status.DEFINITIVE if final else Status.PRELIMINARY


def _say(one: Calculation, made: Sequence[Observation], units: Units, run: _Run) -> None:
    """What was withheld, and what could not be divided."""
    withheld: dict[int, list[str]] = {}
    undivided: list[str] = []
    for seen in made:
        if seen.status is Status.CONFIDENTIAL:
            withheld.setdefault(seen.key.year, []).append(seen.key.area)
        elif seen.status is Status.IMPOSSIBLE:
            undivided.append(f"{seen.key.area} {seen.key.year}")
    county = run.catalogue.county
    shown = frozenset(seen.key.year for seen in made if seen.key.area == county and seen.amount is not None)
    remark_withheld(one, withheld, county, shown, units, run.findings)
    if undivided:
        run.findings.remark(messages.without_denominator, units.beginning, f"{one.indicator}/{one.measure}", undivided)


def _coverage(calculations: Sequence[Calculation], years: Sequence[int], catalogue: Catalogue) -> Iterator[Coverage]:
    """What the file answers for: the measures that are computed for the same places, together."""
    for levels in dict.fromkeys(frozenset(one.levels) for one in calculations):
        measures = tuple((one.indicator, one.measure) for one in calculations if frozenset(one.levels) == levels)
        areas = tuple(area for _, area in _areas(tuple(levels), catalogue))
        if measures and years:
            yield Coverage(measures, tuple(years), areas)

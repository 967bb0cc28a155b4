"""One figure corrected by telephone or mail: a delivery whose origin is a person's word."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from rapportbyggare.app import taking_in_messages
from rapportbyggare.core.dataset import Catalogue, Coverage, Indicator, Measure
from rapportbyggare.core.delivered import Delivered
from rapportbyggare.core.figure import Observation, Origin, Unit
from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.data.columns import COLUMNS, Intake
from rapportbyggare.data.faults import Faults
from rapportbyggare.data.messages import unknown_indicator
from rapportbyggare.data.observations import read_observations
from rapportbyggare.intake.columns import NumberUnit
from rapportbyggare.typography.numbers import parse_number

# What each column is called on the command line, where its name there is another.
FLAGS = {"plats": "--plats", "not": "--skal", "mats": "--status"}
UNIT = re.compile(r"(?<![a-zåäö])\s*(%|procent|kronor|kr|tkr|mnkr|mdkr|st)$", re.IGNORECASE)
SPELT = {"%": "procent", "kronor": "kr"}
LATER = re.compile(r"mäts (?P<year>[0-9]{4})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said, word for word; "" for what was not said. `sender`, `reason` and `day` (ISO) are the origin."""

    indicator: str
    value: str
    sender: str
    reason: str
    day: str
    measure: str = ""
    year: str = ""
    area: str = ""
    status: str = ""
    base: str = ""
    period: str = ""

    @property
    def note(self) -> str:
        """The origin in words, as it is stored with the delivery."""
        return f"{self.sender}, {self.day}: {self.reason}"


def delivered_of(said: Said, catalogue: Catalogue) -> tuple[Delivered | None, tuple[Problem, ...]]:
    """The figure as a delivery of its own; None, with every fault, when it cannot be one."""
    indicator = catalogue.indicators.get(said.indicator)
    lacking = tuple(_lacking(said))
    if indicator is None:
        return None, (*lacking, unknown_indicator(Place("--indikator"), said.indicator, catalogue.indicators))
    measure = _measure(said, indicator)
    faults = Faults("")
    read = read_observations(
        _row(said, indicator, measure, catalogue), Intake(0, indicator.source, said.day, ""), catalogue, faults
    )
    problems = (*lacking, *(_on_command_line(one) for one in faults.all), *_wrong_unit(said, measure))
    if problems or not read:
        return None, problems
    observations = tuple(_spoken(one) for one in read)
    coverage = tuple(Coverage(((one.key.indicator, one.key.measure),), (one.key.year,), (one.key.area,)) for one in observations)
    return Delivered(indicator.source, said.day, "", "", observations, coverage), ()


def _lacking(said: Said) -> Iterator[Problem]:
    for flag, given, meaning in (
        ("--avsandare", said.sender, 'vem som lämnade uppgiften och hur, till exempel --avsandare "Bisnis Analys, telefon"'),
        ("--skal", said.reason, 'varför den rättas, till exempel --skal "skrivfel i tabellen"'),
    ):
        if not given.strip():
            yield taking_in_messages.origin_lacking(Place(flag), meaning)


def _measure(said: Said, indicator: Indicator) -> Measure | None:
    if not said.measure:
        return indicator.measures[0]
    return next((one for one in indicator.measures if one.name == said.measure), None)


def _row(said: Said, indicator: Indicator, measure: Measure | None, catalogue: Catalogue) -> str:
    """The figure as a row of a delivery's file, so that it is read as strictly as one."""
    later = LATER.fullmatch(said.status.strip())
    status = "mäts senare" if later else said.status.strip() or "definitiv"
    cells = {
        "indikator": indicator.name,
        "matt": measure.name if measure else said.measure,
        "ar": said.year,
        "plats": said.area or catalogue.county,
        "varde": _number(said.value.strip()),
        "enhet": measure.unit.value if measure else "",
        "status": status,
        "period": said.period,
        "underlag": said.base,
        "mats": later["year"] if later else "",
        "not": said.reason,
        "cell": "",
    }
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerows([COLUMNS, [cells[name] for name in COLUMNS]])
    return out.getvalue()


def _unit_of(value: str) -> NumberUnit | None:
    """The unit written after a number, None when there is none."""
    found = UNIT.search(value)
    return NumberUnit(SPELT.get(found[1].lower(), found[1].lower())) if found else None


def _number(value: str) -> str:
    """The number without its unit, in the measure's own: "1 124,5 mnkr" is 1124500000."""
    unit, bare = _unit_of(value), UNIT.sub("", value)
    number = parse_number(bare) if unit is not None and unit.factor != 1 else None
    return bare if unit is None or number is None else f"{(number * unit.factor).normalize():f}".replace(".", ",")


def _wrong_unit(said: Said, measure: Measure | None) -> tuple[Problem, ...]:
    value = said.value.strip()
    if measure is None:
        return ()
    unit = _unit_of(value)
    if unit is not None and unit.meant is not measure.unit:
        return (taking_in_messages.other_unit(Place("--varde"), said.value, measure.unit.value),)
    number = parse_number(value)
    if measure.unit is Unit.PERCENT and number is not None and 0 < abs(number) < 1:
        return (taking_in_messages.share_or_percent(Place("--varde"), value),)
    return ()


def _on_command_line(problem: Problem) -> Problem:
    cell = problem.place.cell
    return problem._replace(place=Place(FLAGS.get(cell, f"--{cell}")) if cell else NOWHERE)


def _spoken(one: Observation) -> Observation:
    origin = one.origin
    return one._replace(origin=Origin(0, origin.source, origin.extract, "", NOWHERE, ""))

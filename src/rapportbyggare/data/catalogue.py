"""The catalogue: which indicators, sources and places there are, and how missing values are written."""

import re
from collections.abc import Callable, Collection, Iterable
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import TypeVar

from rapportbyggare.core.dataset import REVISED, Area, Catalogue, Indicator, Measure, Source, StatusWords
from rapportbyggare.core.figure import Status, Unit
from rapportbyggare.core.problem import Problem
from rapportbyggare.data import catalogue_messages as messages
from rapportbyggare.data.catalogue_breaks import read_breaks
from rapportbyggare.data.catalogue_derived import derivation_faults, read_derivation
from rapportbyggare.data.catalogue_unlike import read_unlike
from rapportbyggare.data.periods import names_year, strange_in_period, strange_names
from rapportbyggare.sources.nearest import suggestion
from rapportbyggare.sources.text import read_text
from rapportbyggare.sources.toml import Fields, format_number, read_table
from rapportbyggare.typography.sorting import swedish_key

FILE = "report/katalog.toml"
UNITS = "enheter"
T = TypeVar("T")

_ID = re.compile(r"[a-z][a-z0-9_]*")
_STATUSES = {
    Status.PRELIMINARY: StatusWords("preliminär", "p", "preliminär uppgift"),
    Status.NOT_YET: StatusWords("Mäts {ar}", "m", "mäts senare"),
    Status.MISSING: StatusWords("Uppgift saknas", "..", "uppgift saknas"),
    Status.IMPOSSIBLE: StatusWords("Kan inte förekomma", ".", "uppgift kan inte förekomma"),
    Status.CONFIDENTIAL: StatusWords("Sekretess", "x", "uppgiften är sekretessbelagd"),
}


class _Level(Enum):
    """What kind of place an area is, in the order they are listed."""

    COUNTY = "län"
    MUNICIPALITY = "kommun"
    COUNTRY = "riket"


_ORDER = {level.value: n for n, level in enumerate(_Level)}


def read_catalogue(project: Path, reserved: frozenset[str] = frozenset()) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """The project's catalogue and all that is wrong with it; None when nothing can be looked up in it.

    A catalogue with faults is still given, so that the faults of what rests on it are found in the same run.
    `reserved` are the names that mean something else in expressions.
    """
    text, problems = read_text(project, FILE)
    if not text and problems:
        return None, problems
    found = list(problems)
    fields = read_table(text, FILE, found)
    format_number(fields)
    catalogue = _catalogue(fields, reserved)
    fields.done()
    usable = fields.readable and any(area.level == _Level.COUNTY.value for area in catalogue.areas.values())
    return (catalogue if usable else None), tuple(dict.fromkeys(found))


def _catalogue(fields: Fields, reserved: frozenset[str]) -> Catalogue:
    areas = _areas(fields)
    sources = _by_name(fields.tables("kalla", required=True), "id", "Källan", _source)
    tables = fields.tables("indikator", required=True)
    known = [table.text("id") for table in tables]
    indicators = _by_name(tables, "id", "Indikatorn", lambda table: _indicator(table, sources, reserved, known))
    measured = {name: indicator for name, indicator in indicators.items() if indicator.measures}
    for fault in derivation_faults(indicators):
        fields.report(fault)
    statuses = fields.table("status")
    return Catalogue(measured, sources, areas, _statuses(statuses), _revised(statuses))


def _by_name(tables: Iterable[Fields], key: str, what: str, read: Callable[[Fields], T]) -> dict[str, T]:
    """What `read` gives for each table, by the text of `key`; a name that returns is reported."""
    first: dict[str, Fields] = {}
    found: dict[str, T] = {}
    for table in tables:
        name = table.text(key)
        if name and name in first:
            table.report(messages.twice(table.place(key), name, what, first[name].place(key)))
        first.setdefault(name, table)
        one = read(table)
        if name:
            found.setdefault(name, one)
    return found


def _areas(fields: Fields) -> dict[str, Area]:
    tables = fields.tables("plats", required=True)
    _by_name(tables, "kod", "Platskoden", _code)
    areas = _by_name(tables, "namn", "Platsen", _area)
    counties = sum(area.level == _Level.COUNTY.value for area in areas.values())
    if tables and counties != 1:
        fields.report(messages.not_one_county(tables[0].here, counties))
    return {area.name: area for area in sorted(areas.values(), key=_listed)}


def _listed(area: Area) -> tuple[int, tuple[str, str]]:
    """County first, then the municipalities in Swedish order, then the rest."""
    return _ORDER[area.level], swedish_key(area.name)


def _area(table: Fields) -> Area:
    level = table.choice("niva", _Level)
    return Area(table.text("kod"), _tidy(table, "namn"), level.value)


def _code(table: Fields) -> str:
    return _tidy(table, "kod")


def _tidy(table: Fields, key: str) -> str:
    text = table.text(key)
    if text != text.strip() or (not text and isinstance(table.values.get(key), str)):
        table.report(messages.blank(table.value_place(key), key))
    return text


def _source(table: Fields) -> Source:
    note = table.text("prelnot", "")
    _check_pattern(table, "prelnot", note, ("antal", "uttag"))
    units = _tidy(table, "enheter") if "enheter" in table else table.text("enheter", UNITS)
    return Source(_identifier(table, "källan"), _tidy(table, "namn"), note, units)


def _indicator(table: Fields, sources: dict[str, Source], reserved: frozenset[str], known: Collection[str]) -> Indicator:
    name = _identifier(table, "indikatorn")
    if name in reserved:
        table.report(messages.reserved_id(table.value_place("id"), name))
    return Indicator(
        name=name,
        label=_tidy(table, "namn"),
        definition=table.text("definition"),
        source=_indicator_source(table, sources),
        period=_period(table, name),
        measures=_measures(table, name),
        timeless=table.flag("utan_ar", False),
        place=table.here,
        breaks=read_breaks(table),
        unlike=read_unlike(table, known),
    )


def _identifier(table: Fields, what: str) -> str:
    name = table.text("id")
    if "id" in table and isinstance(table.values["id"], str) and not _ID.fullmatch(name):
        table.report(messages.bad_id(table.value_place("id"), name, what))
    return name


def _indicator_source(table: Fields, sources: dict[str, Source]) -> str:
    source = table.text("kalla")
    if source not in sources and isinstance(table.values.get("kalla"), str):
        table.report(messages.unknown_source(table.value_place("kalla"), source, suggestion(source, sources)))
    return source


def _period(table: Fields, indicator: str) -> str:
    timeless = table.flag("utan_ar", False)
    pattern = table.text("period", "" if timeless else "{ar}")
    _report_names(table, "period", strange_in_period(pattern), "{ar}, {ar-1}, {ar+1}")
    if timeless and names_year(pattern):
        table.report(messages.year_in_timeless(table.value_place("period"), indicator))
    return pattern


def _check_pattern(table: Fields, key: str, pattern: str, known: tuple[str, ...]) -> None:
    _report_names(table, key, strange_names(pattern, known), ", ".join(f"{{{name}}}" for name in known))


def _report_names(table: Fields, key: str, names: tuple[str, ...], known: str) -> None:
    for name in names:
        table.report(messages.unknown_in_pattern(table.value_place(key), name, known))


def _measures(table: Fields, indicator: str) -> tuple[Measure, ...]:
    measures = _by_name(table.tables("matt"), "id", "Måttet", _measure)
    if "matt" not in table:
        table.report(messages.no_measures(table.here, indicator))
    return tuple(measures.values())


def _measure(table: Fields) -> Measure:
    decimals = table.whole("decimaler", 0)
    if not 0 <= decimals <= 6:
        table.report(messages.bad_decimals(table.value_place("decimaler"), decimals))
    name, label, unit = _identifier(table, "måttet"), _tidy(table, "namn"), table.choice("enhet", Unit)
    return Measure(name, label, unit, decimals, _smallest(table), _dominance(table), read_derivation(table), _largest(table))


def _smallest(table: Fields) -> int:
    smallest = table.whole("minsta_antal", 0)
    if smallest < 0:
        table.report(messages.bad_smallest(table.value_place("minsta_antal"), smallest))
    return max(smallest, 0)


def _dominance(table: Fields) -> Decimal | None:
    if "dominans" not in table:
        return None
    dominance = table.number("dominans")
    if not 0 < dominance <= 1:
        table.report(messages.bad_dominance(table.value_place("dominans")))
    return Decimal(str(dominance))


def _largest(table: Fields) -> Decimal | None:
    if "storsta_andring" not in table:
        return None
    largest = table.number("storsta_andring")
    if largest <= 0:
        table.report(messages.bad_largest(table.value_place("storsta_andring")))
        return None
    return Decimal(str(largest))


def _statuses(table: Fields) -> dict[Status, StatusWords]:
    known = {status.value: status for status in _STATUSES}
    own = {known[word]: _words(table.table(word)) for word in table.keys if word in known}
    for word in table.keys:
        if word not in known and word != REVISED.text:
            table.asked.add(word)
            table.report(messages.unknown_status(table.place(word), word, ", ".join([*known, REVISED.text])))
    return _STATUSES | own


def _revised(table: Fields) -> StatusWords:
    """The mark of a revised figure, and what it means."""
    if REVISED.text not in table:
        return REVISED
    own = table.table(REVISED.text)
    symbol, meaning = own.text("tecken", REVISED.symbol), own.text("betydelse", REVISED.meaning)
    for key, text in (("tecken", symbol), ("betydelse", meaning)):
        if text != text.strip() or not text:
            own.report(messages.blank(own.value_place(key), key))
    return StatusWords(REVISED.text, symbol, meaning)


def _words(table: Fields) -> StatusWords:
    text = table.text("text")
    _check_pattern(table, "text", text, ("ar",))
    return StatusWords(text, table.text("tecken"), table.text("betydelse"))

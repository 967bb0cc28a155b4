"""A map's rules for files with one row per unit, read strictly."""

import re
from collections.abc import Iterator, Mapping
from enum import Enum

from rapportbyggare.core.dataset import Catalogue
from rapportbyggare.core.figure import Status
from rapportbyggare.intake import units_map_messages as messages
from rapportbyggare.intake.calculations_map import read_calculations
from rapportbyggare.intake.columns import Column, ColumnType
from rapportbyggare.intake.units_rules import Extent, Filter, UnitRules, Year, YearRule
from rapportbyggare.sources.toml import Fields

_YEAR = re.compile(r"(?P<given>[12][0-9]{3})|uttag(?: ?- ?(?P<back>[0-9]{1,2}))?")
_FINAL = re.compile(r"\{ar(?:\+[0-9])?\}-[01][0-9]-[0-3][0-9]")
_TESTS = ("en_av", "inte", "kodlista", "finns")


class _Standing(Enum):
    """What the numbers of a file are."""

    DEFINITIVE = Status.DEFINITIVE.value
    PRELIMINARY = Status.PRELIMINARY.value


def read_rules(fields: Fields, source: str, columns: Mapping[str, Column], catalogue: Catalogue) -> UnitRules:
    """The rules of the map in `fields`, of that source and with those columns; faults are reported to `fields`."""
    filters = tuple(_filter(one, columns) for one in fields.tables("filter"))
    names = frozenset(one.name for one in filters if one.name)
    return UnitRules(
        key=_columns_of(fields, "nyckel", columns, required=True),
        year=_year_rule(fields, columns),
        areas=_columns_of(fields, "plats", columns),
        extent=fields.choice("omfattar", Extent, Extent.ALL),
        status=Status(fields.choice("status", _Standing, _Standing.DEFINITIVE).value),
        final_from=_final_from(fields),
        period=_period(fields, columns),
        filters=filters,
        calculations=read_calculations(fields, source, columns, catalogue, names),
    )


def _columns_of(fields: Fields, key: str, columns: Mapping[str, Column], required: bool = False) -> tuple[str, ...]:
    """The names of columns under `key`, one text or a list of them; unknown ones are reported and left out."""
    names = (fields.text(key),) if isinstance(fields.values.get(key), str) else fields.texts(key, None if required else ())
    return tuple(name for name in names if _known(fields, key, name, columns))


def _known(fields: Fields, key: str, name: str, columns: Mapping[str, Column]) -> bool:
    if name not in columns:
        fields.report(messages.unknown_column(fields.value_place(key), name, columns))
    return name in columns


def _year_rule(fields: Fields, columns: Mapping[str, Column]) -> YearRule:
    match fields.values.get("ar"):
        case dict():
            return _column_year(fields.table("ar"), columns)
        case int() as year if not isinstance(year, bool):
            return YearRule(fixed=Year(fields.whole("ar")))
        case _:
            return YearRule(fixed=_year(fields, "ar", fields.text("ar")))


def _column_year(table: Fields, columns: Mapping[str, Column]) -> YearRule:
    name = table.text("kolumn")
    if name and _known(table, "kolumn", name, columns) and columns[name].type not in (ColumnType.DATE, ColumnType.YEAR):
        table.report(messages.no_year_column(table.value_place("kolumn"), name))
    return YearRule(column=name if name in columns else "", first=_bound(table, "fran"), last=_bound(table, "till"))


def _bound(table: Fields, key: str) -> Year | None:
    match table.values.get(key):
        case None:
            table.text(key, "")
            return None
        case int() as year if not isinstance(year, bool):
            return Year(table.whole(key))
        case _:
            return _year(table, key, table.text(key, ""))


def _year(fields: Fields, key: str, text: str) -> Year:
    found = _YEAR.fullmatch(text)
    if not found:
        if text or isinstance(fields.values.get(key), str):
            fields.report(messages.no_year_rule(fields.value_place(key), key, text))
        return Year()
    return Year(int(found["given"])) if found["given"] else Year(offset=-int(found["back"] or 0))


def _final_from(fields: Fields) -> str:
    pattern = fields.text("slutlig_fran", "")
    if pattern and not _FINAL.fullmatch(pattern):
        fields.report(messages.no_final_date(fields.value_place("slutlig_fran"), pattern))
        return ""
    if pattern and "status" in fields:
        fields.report(messages.two_standings(fields.place("status")))
    return pattern


def _period(fields: Fields, columns: Mapping[str, Column]) -> tuple[str, ...]:
    names = _columns_of(fields, "rakenskapsperiod", columns)
    if "rakenskapsperiod" in fields and len(names) != 2:
        fields.report(messages.no_period(fields.value_place("rakenskapsperiod")))
        return ()
    return names


def _filter(table: Fields, columns: Mapping[str, Column]) -> Filter:
    column = table.text("kolumn")
    known = bool(column) and _known(table, "kolumn", column, columns)
    tests = [key for key in _TESTS if key in table]
    if len(tests) != 1:
        table.report(messages.not_one_test(table.here, _TESTS))
    code_list = table.text("kodlista", "")
    if known and code_list and columns[column].type is not ColumnType.CODE:
        table.report(messages.no_code_column(table.value_place("kodlista"), column))
    return Filter(
        name=table.text("namn", ""),
        column=column if known else "",
        one_of=tuple(_texts(table, "en_av")),
        none_of=tuple(_texts(table, "inte")),
        code_list=code_list,
        group=table.text("grupp", ""),
        present=table.flag("finns", False) if "finns" in table else None,
        place=table.here,
    )


def _texts(table: Fields, key: str) -> Iterator[str]:
    texts = table.texts(key, ())
    if key in table and isinstance(table.values[key], list) and not texts:
        table.report(messages.no_texts(table.place(key), key))
    yield from texts

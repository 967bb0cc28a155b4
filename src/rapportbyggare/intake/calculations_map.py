"""The calculations of a map of units: which measure is computed, from what, among which rows and for which places."""

from collections.abc import Iterable, Mapping

from rapportbyggare.core.dataset import Catalogue, Measure
from rapportbyggare.intake import units_map_messages as messages
from rapportbyggare.intake.columns import Column, ColumnType, NumberUnit
from rapportbyggare.intake.named_measure import named_measure
from rapportbyggare.intake.units_rules import Calculation, Level, Sort
from rapportbyggare.sources.toml import Fields


def read_calculations(
    fields: Fields, source: str, columns: Mapping[str, Column], catalogue: Catalogue, filters: frozenset[str]
) -> tuple[Calculation, ...]:
    """The calculations of a map of that source; `filters` are the names of its filters. Faults are reported to `fields`."""
    tables = fields.tables("berakning", required=True)
    read = [(table, _calculation(table, columns, filters)) for table in tables]
    seen: set[tuple[str, str]] = set()
    for table, one in read:
        if (one.indicator, one.measure) in seen and one.measure:
            table.report(messages.measure_twice(table.here, one.indicator, one.measure))
        seen.add((one.indicator, one.measure))
        _check_areas(fields, table, one)
        indicator, measure = named_measure(table, source, catalogue)
        if indicator and indicator.timeless:
            table.report(messages.timeless(table.value_place("indikator"), one.indicator))
        if measure:
            _check_unit(table, one, measure, columns)
    return tuple(one for _, one in read)


def _calculation(table: Fields, columns: Mapping[str, Column], filters: frozenset[str]) -> Calculation:
    sort = table.choice("gor", Sort)
    share = sort is Sort.SHARE
    return Calculation(
        indicator=table.text("indikator"),
        measure=table.text("matt"),
        sort=sort,
        column=_number(table, "kolumn", columns, sort is Sort.SUM) if sort is Sort.SUM or share else "",
        numerator=_number(table, "taljare", columns, True) if sort is Sort.RATIO else "",
        denominator=_number(table, "namnare", columns, True) if sort is Sort.RATIO else "",
        part=_filters(table, "taljare", filters, required=True) if share else (),
        among=_filters(table, "bland", filters),
        levels=tuple(_levels(table)),
    )


def _number(table: Fields, key: str, columns: Mapping[str, Column], required: bool) -> str:
    """The name of a column of numbers; "" when it is none."""
    name = table.text(key, None if required else "")
    if name and name not in columns:
        table.report(messages.unknown_column(table.value_place(key), name, columns))
    elif name and columns[name].type is not ColumnType.NUMBER:
        table.report(messages.no_number_column(table.value_place(key), name))
    elif name:
        return name
    return ""


def _filters(table: Fields, key: str, known: frozenset[str], required: bool = False) -> tuple[str, ...]:
    """The names of filters under `key`, one text or a list of them; unknown ones are reported and left out."""
    names = (table.text(key),) if isinstance(table.values.get(key), str) else table.texts(key, None if required else ())
    for name in names:
        if name not in known:
            table.report(messages.unknown_filter(table.value_place(key), name, known))
    return tuple(name for name in names if name in known)


def _levels(table: Fields) -> Iterable[Level]:
    words = {level.value: level for level in Level}
    for name in table.texts("per"):
        if name in words:
            yield words[name]
        else:
            table.report(messages.unknown_level(table.value_place("per"), name, words))


def _check_areas(fields: Fields, table: Fields, one: Calculation) -> None:
    if Level.MUNICIPALITY in one.levels and "plats" not in fields:
        table.report(messages.no_area_column(table.value_place("per")))


def _check_unit(table: Fields, one: Calculation, measure: Measure, columns: Mapping[str, Column]) -> None:
    given = _unit(one, columns)
    if given and not given.becomes(measure.unit):
        table.report(messages.other_unit(table.value_place("matt"), one.measure, measure.unit.value, given.meant.value))


def _unit(one: Calculation, columns: Mapping[str, Column]) -> NumberUnit | None:
    """The unit of a calculation's result, where numbers without any are counts; None when its columns are at fault."""
    match one.sort:
        case Sort.COUNT:
            return NumberUnit.COUNT
        case Sort.SHARE:
            return NumberUnit.PERCENT
        case Sort.SUM | Sort.RATIO:
            name = one.column or one.numerator
            return (columns[name].unit or NumberUnit.COUNT) if name else None

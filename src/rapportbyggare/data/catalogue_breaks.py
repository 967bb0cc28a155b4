"""Breaks in a series, as the catalogue tells them: `[[indikator.brott]]`."""

from rapportbyggare.core.derivation import Break
from rapportbyggare.data import catalogue_derived_messages as messages
from rapportbyggare.data import catalogue_messages
from rapportbyggare.sources.toml import Fields

KEY = "brott"


def read_breaks(indicator: Fields) -> tuple[Break, ...]:
    """The breaks of an indicator's table, oldest first."""
    tables = indicator.tables(KEY)
    if tables and indicator.flag("utan_ar", False):
        indicator.report(messages.break_without_years(tables[0].here, indicator.text("id")))
    breaks = [_break(table) for table in tables]
    for table, before, one in zip(tables[1:], breaks, breaks[1:], strict=False):
        if one.year <= before.year:
            table.report(messages.breaks_out_of_order(table.value_place("ar"), one.year))
    return tuple(sorted(breaks, key=lambda one: one.year))


def _break(table: Fields) -> Break:
    year, note = table.whole("ar"), table.text("not")
    if "ar" in table and not 1000 <= year <= 9999:
        table.report(messages.not_a_year(table.value_place("ar"), year))
    if "not" in table and not note.strip():
        table.report(catalogue_messages.blank(table.value_place("not"), "not"))
    return Break(year, note.strip(), table.here)

"""The measure of the catalogue that a part of a map names by `indikator` and `matt`."""

from rapportbyggare.core.dataset import Catalogue, Indicator, Measure
from rapportbyggare.intake import map_messages as messages
from rapportbyggare.sources.toml import Fields


def named_measure(table: Fields, source: str, catalogue: Catalogue) -> tuple[Indicator | None, Measure | None]:
    """The indicator and its measure, None for what the catalogue does not have; faults are reported to `table`.

    `source` is the map's, which must be the indicator's; one that the catalogue lacks is reported where it stands.
    """
    name, measure_name = table.text("indikator"), table.text("matt")
    indicator = catalogue.indicators.get(name)
    if indicator is None:
        if name:
            table.report(messages.unknown_indicator(table.value_place("indikator"), name, catalogue.indicators))
        return None, None
    if indicator.source != source and source in catalogue.sources:
        table.report(messages.other_source(table.value_place("indikator"), name, indicator.source, source))
    measure = next((one for one in indicator.measures if one.name == measure_name), None)
    if measure is None and measure_name:
        names = [one.name for one in indicator.measures]
        table.report(messages.unknown_measure(table.value_place("matt"), measure_name, name, names))
    return indicator, measure

"""What a map says that a cross table is about: `[[uppgift]]`."""

from rapportbyggare.core.dataset import Catalogue
from rapportbyggare.intake import map_messages as messages
from rapportbyggare.intake.columns import NumberUnit
from rapportbyggare.intake.maps import Subject
from rapportbyggare.intake.named_measure import named_measure
from rapportbyggare.sources.toml import Fields


def read_subjects(fields: Fields, source: str, catalogue: Catalogue) -> tuple[Subject, ...]:
    """The subjects of a map; `source` is the map's, which is the source of each of their indicators."""
    subjects = tuple(_subject(table, source, catalogue) for table in fields.tables("uppgift", required=True))
    if "uppgift" in fields and not subjects:
        fields.report(messages.no_subjects(fields.place("uppgift")))
    return subjects


def _subject(table: Fields, source: str, catalogue: Catalogue) -> Subject:
    names, unit = table.texts("namn"), table.choice("enhet", NumberUnit)
    if "underlag_till" in table:
        pairs = tuple(_base_of(table, index, text, catalogue) for index, text in enumerate(table.texts("underlag_till")))
        return Subject("", "", names, unit, False, pairs)
    indicator, measure = named_measure(table, source, catalogue)
    if measure and "enhet" in table and not unit.becomes(measure.unit):
        table.report(messages.other_unit(table.value_place("enhet"), unit.value, table.text("indikator"), measure.unit.value))
    sums = table.flag("summeras", bool(measure and measure.unit.adds_up))
    name = measure.name if measure else ""
    return Subject(indicator.name if indicator else "", name, names, unit, sums, (), table.text("not", ""))


def _base_of(table: Fields, index: int, text: str, catalogue: Catalogue) -> tuple[str, str]:
    name, _, measure = text.partition("/")
    indicator = catalogue.indicators.get(name)
    known = [f"{one.name}/{each.name}" for one in catalogue.indicators.values() for each in one.measures]
    if indicator is None or measure not in [one.name for one in indicator.measures]:
        table.report(messages.unknown_pair(table.value_place("underlag_till", index), text, known))
    return name, measure

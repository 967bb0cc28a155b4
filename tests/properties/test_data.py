"""Laws of the archive."""

from collections.abc import Mapping
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from rapportbyggare.core.dataset import Area, Catalogue, Delivery, Indicator, Measure, Source
from rapportbyggare.core.figure import FactKey, Observation, Origin, Status, Unit
from rapportbyggare.core.place import NOWHERE
from rapportbyggare.data.archive import as_of
from rapportbyggare.data.deliveries import COLUMNS as INDEX_COLUMNS
from rapportbyggare.data.deliveries import read_index
from rapportbyggare.data.faults import Faults
from rapportbyggare.data.observations import COLUMNS, Intake, read_observations

CATALOGUE = Catalogue(
    {"antal": Indicator("antal", "Antal", "", "scb", "{ar}", (Measure("antal", "antal", Unit.COUNT, 0),), False, NOWHERE)},
    {"scb": Source("scb", "SCB", "")},
    {"Länet": Area("23", "Länet", "län"), "Åre": Area("2321", "Åre", "kommun")},
    {},
)
DAYS = st.dates().map(lambda day: f"2025-{day.month:02}-{day.day:02}")
KEYS = st.builds(FactKey, st.just("antal"), st.just("antal"), st.sampled_from([2024, 2025]), st.sampled_from(["Länet", "Åre"]))
VALUES: st.SearchStrategy[Mapping[FactKey, Decimal]] = st.dictionaries(KEYS, st.integers(0, 9).map(Decimal), max_size=4)
Dated = list[tuple[str, str, Mapping[FactKey, Decimal]]]
DATED: st.SearchStrategy[Dated] = st.lists(st.tuples(DAYS, DAYS, VALUES), max_size=5)


def delivery(number: int, extract: str, received: str, values: Mapping[FactKey, Decimal]) -> Delivery:
    origin = Origin(number, "scb", extract, received, NOWHERE)
    rows = (Observation(key, value, Status.DEFINITIVE, "", None, None, "", origin) for key, value in values.items())
    return Delivery(number, "scb", extract, received, "", "", tuple(rows))


def numbered(dated: Dated) -> tuple[Delivery, ...]:
    return tuple(delivery(number, *one) for number, one in enumerate(dated, 1))


@given(DATED, DATED, DAYS)
def test_what_is_taken_in_later_changes_nothing(before: Dated, after: Dated, date: str) -> None:
    later = [one for one in after if one[1] > date]
    assert as_of(numbered([*before, *later]), CATALOGUE, date) == as_of(numbered(before), CATALOGUE, date)


@given(DATED.map(numbered).flatmap(lambda deliveries: st.tuples(st.just(deliveries), st.permutations(deliveries))))
def test_deliveries_can_be_listed_in_any_order(orders: tuple[tuple[Delivery, ...], list[Delivery]]) -> None:
    listed, shuffled = orders
    assert as_of(shuffled, CATALOGUE).observations == as_of(listed, CATALOGUE).observations


@given(DATED)
def test_each_fact_is_from_its_newest_extract(dated: Dated) -> None:
    deliveries = numbered(dated)
    for key, observation in as_of(deliveries, CATALOGUE).observations.items():
        extracts = [one.extract for one in deliveries if any(row.key == key for row in one.observations)]
        assert observation.origin.extract == max(extracts)


CELLS = st.text(max_size=6) | st.sampled_from(
    [
        "antal",
        "2025",
        "Åre",
        "1 341",
        "1.341",
        "definitiv",
        "mäts senare",
        "2026",
        "=1",
        '"',
        '""',
        ";",
        "\n",
        "1;scb;2025-07;2025-09-01;;a.csv;;",
    ]
)
ROWS = st.lists(st.lists(CELLS, max_size=13).map(";".join), max_size=5).map("\n".join)


@given(st.sampled_from(["", ";".join(COLUMNS) + "\n", ";".join(reversed(COLUMNS)) + "\n"]), ROWS)
def test_any_text_is_read_as_observations_or_problems(head: str, rows: str) -> None:
    faults = Faults("a.csv")
    found = read_observations(head + rows, Intake(1, "scb", "2025-07", "2025-09-01"), CATALOGUE, faults)
    assert len({observation.key for observation in found}) == len(found)
    assert found or faults.all or not rows.replace(";", "").replace('"', "").strip()
    lines = (head + rows).count("\n") + 1
    assert all(0 <= problem.place.line <= lines and problem.remedy for problem in faults.all)


@given(st.sampled_from(["", ";".join(INDEX_COLUMNS) + "\n"]), ROWS)
def test_any_text_is_read_as_an_index_or_problems(head: str, rows: str) -> None:
    faults = Faults("a.csv")
    found = read_index(head + rows, CATALOGUE, faults)
    assert found or faults.all or not rows.replace(";", "").replace('"', "").strip()

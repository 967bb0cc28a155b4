"""Which facts two datasets give differently."""

from decimal import Decimal

from rapportbyggare.core.figure import FactKey, Status
from rapportbyggare.diff.facts import changed_facts
from tests.small import COUNTY, DATASET
from tests.unit.diff.twice import BERG_2025, COUNTY_2025, TURNOVER, altered


def test_a_dataset_differs_in_nothing_from_itself() -> None:
    assert changed_facts(DATASET, DATASET) == {}


def test_an_amount_moves_by_so_much_and_so_many_percent() -> None:
    change = changed_facts(DATASET, altered({BERG_2025: "90"}))[BERG_2025]
    assert (change.difference, change.percent) == (Decimal(18), Decimal(25))
    assert (change.label, change.measure) == ("Företag", "")


def test_a_share_moves_by_percentage_points_alone() -> None:
    key = FactKey("andel_kkb", "andel", 2025, COUNTY)
    change = changed_facts(DATASET, altered({key: "5.25"}))[key]
    assert (change.difference, change.percent) == (Decimal("0.20"), None)


def test_from_nothing_there_are_no_percent() -> None:
    key = FactKey("stod", "antal", 2021, COUNTY)
    change = changed_facts(DATASET, altered({key: "4"}))[key]
    assert (change.difference, change.percent) == (Decimal(4), None)


def test_status_base_and_period_are_changes_of_their_own() -> None:
    for fields in ({"status": Status.DEFINITIVE}, {"base": 340}, {"period": "2024"}):
        change = changed_facts(DATASET, altered({TURNOVER: fields}))[TURNOVER]
        assert (change.difference, change.percent) == (Decimal(0), Decimal(0))


def test_a_fact_that_merely_came_again_has_not_changed() -> None:
    origin = DATASET.observations[TURNOVER].origin._replace(delivery=9, extract="2025-11-01")
    assert changed_facts(DATASET, altered({TURNOVER: {"origin": origin, "note": "annan not"}})) == {}


def test_facts_come_and_go() -> None:
    less = altered({BERG_2025: None})
    (gone,) = changed_facts(DATASET, less).values()
    (came,) = changed_facts(less, DATASET).values()
    assert (gone.new, came.old, gone.difference, came.percent) == (None, None, None, None)


def test_facts_are_in_the_catalogues_order_the_newest_year_first() -> None:
    keys = [TURNOVER, COUNTY_2025, FactKey("foretag", "antal", 2023, "Berg"), BERG_2025]
    found = changed_facts(DATASET, altered(dict.fromkeys(keys, "9")))
    assert list(found) == [COUNTY_2025, BERG_2025, FactKey("foretag", "antal", 2023, "Berg"), TURNOVER]

"""A received file beside what the archive holds."""

from dataclasses import replace
from decimal import Decimal

from rapportbyggare.app.weighing import (
    already_in,
    conflicts,
    leaps,
    of_the_same_month,
    reads_otherwise,
    vanished,
    without_vanished,
)
from rapportbyggare.core.dataset import Coverage, Dataset, Delivery
from rapportbyggare.core.delivered import Delivered
from rapportbyggare.core.figure import Observation, Status
from tests.small import CATALOGUE, COUNTY, observed

SUM = "a" * 64


def seen(year: int, amount: str, number: int = 1, extract: str = "2025-09-03") -> Observation:
    one = observed("omsattning", "belopp", year, COUNTY, amount)
    return one._replace(origin=one.origin._replace(delivery=number, extract=extract))


def stored(*observations: Observation, extract: str = "2025-09-03", checksum: str = SUM, withdrawn: str = "") -> Delivery:
    return Delivery(1, "bisnis", extract, "2025-09-04", "a.xlsx", "", observations, checksum, (), withdrawn)


def received(*observations: Observation, extract: str = "2025-09-03", checksum: str = "b" * 64) -> Delivered:
    block = Coverage((("omsattning", "belopp"),), (2023, 2024), (COUNTY,))
    return Delivered("bisnis", extract, "b.xlsx" if checksum else "", checksum, observations, (block,))


def known(*observations: Observation) -> Dataset:
    return Dataset(CATALOGUE, {one.key: one for one in observations}, (), "2025-09-04")


def test_the_very_same_file_is_known_again_until_its_delivery_is_withdrawn() -> None:
    one = stored(seen(2023, "5"))
    now = known(seen(2023, "5"))
    assert already_in(received(seen(2023, "5"), checksum=SUM), [one], now) is one
    assert already_in(received(seen(2023, "5"), checksum=SUM, extract="2025-11"), [one], now) is one
    assert already_in(received(seen(2023, "5")), [one], now) is None
    assert already_in(received(seen(2023, "5"), checksum=SUM), [one._replace(withdrawn="2025-10-01")], now) is None
    assert already_in(replace(received(seen(2023, "5"), checksum=SUM), source="scb"), [one], now) is None


def test_a_source_that_goes_back_to_an_old_value_is_heard() -> None:
    one, since = stored(seen(2023, "5")), known(seen(2023, "6", 2, "2025-10-01"))
    assert already_in(received(seen(2023, "5"), checksum=SUM, extract="2025-11"), [one], since) is None
    assert already_in(received(seen(2023, "5"), checksum=SUM), [one], since) is one


def test_a_file_read_otherwise_than_it_was_taken_in_is_noticed() -> None:
    one = stored(seen(2023, "5"))
    assert reads_otherwise(received(seen(2023, "5000"), checksum=SUM), one)
    assert not reads_otherwise(received(seen(2023, "5"), checksum=SUM), one)


def test_a_month_and_a_day_of_it_cannot_be_told_apart() -> None:
    one = stored(seen(2023, "5"), extract="2025-09")
    found = of_the_same_month(received(seen(2023, "6")), [one])
    assert found is not None and found.old.amount == Decimal(5)
    assert of_the_same_month(received(seen(2023, "5")), [one]) is None
    assert of_the_same_month(received(seen(2023, "6"), extract="2025-10-01"), [one]) is None


def test_a_value_of_another_order_of_magnitude_is_noticed() -> None:
    now = known(seen(2023, "1124543000"), seen(2024, "7"))
    found = leaps(received(seen(2023, "1124543"), seen(2024, "70")), now)
    assert [one.new.key.year for one in found] == [2023]


def test_a_persons_word_is_known_by_what_it_says_and_of_when() -> None:
    one = stored(seen(2023, "5"), seen(2024, "6"), checksum="")
    now = known()
    assert already_in(received(seen(2023, "5"), checksum=""), [one], now) is one
    assert already_in(received(seen(2023, "5.5"), checksum=""), [one], now) is None
    assert already_in(received(seen(2023, "5"), checksum="", extract="2025-09-05"), [one], now) is None
    other = seen(2023, "5")._replace(period="1 april 2023–31 mars 2024")
    assert already_in(received(other, checksum=""), [one], now) is None


def test_another_value_of_the_same_extract_conflicts() -> None:
    one = stored(seen(2023, "5"), seen(2024, "6"))
    (conflict,) = conflicts(received(seen(2023, "5"), seen(2024, "7")), [one])
    assert (conflict.old.amount, conflict.new.amount) == (Decimal(6), Decimal(7))
    assert conflicts(received(seen(2024, "7"), extract="2025-09-05"), [one]) == ()
    assert conflicts(received(seen(2024, "7")), [one._replace(withdrawn="2025-09-05")]) == ()


def test_a_value_that_is_covered_and_not_held_has_vanished() -> None:
    old = seen(2024, "6", extract="2025-08-18")
    assert vanished(received(seen(2023, "5")), known(seen(2023, "5"), old)) == (old,)
    assert vanished(received(seen(2023, "5"), seen(2024, "7")), known(old)) == ()
    outside = old._replace(key=old.key._replace(year=2022))
    assert vanished(received(seen(2023, "5")), known(outside)) == ()


def test_neither_a_missing_value_nor_one_of_a_newer_extract_vanishes() -> None:
    newer, missing = seen(2024, "6", extract="2025-10-01"), seen(2024, "6")._replace(amount=None, status=Status.MISSING)
    assert vanished(received(seen(2023, "5")), known(newer)) == vanished(received(seen(2023, "5")), known(missing)) == ()


def test_a_withdrawn_value_is_missing_from_the_new_extract_on_and_says_why() -> None:
    made = without_vanished(received(seen(2023, "5"), extract="2025-10-01"), [seen(2024, "6")])
    gone = made.observations[-1]
    assert (gone.key.year, gone.amount, gone.status, gone.base) == (2024, None, Status.MISSING, None)
    assert "b.xlsx" in gone.note

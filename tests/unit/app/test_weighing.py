"""A received file beside what the archive holds."""

from dataclasses import replace
from decimal import Decimal

from rapportbyggare.app.weighing import already_in, conflicts, vanished, without_vanished
from rapportbyggare.core.dataset import Coverage, Dataset, Delivery
from rapportbyggare.core.delivered import Delivered
from rapportbyggare.core.figure import Observation, Status
from tests.small import CATALOGUE, COUNTY, observed

SUM = "a" * 64


def seen(year: int, amount: str, number: int = 1, extract: str = "2025-09-03") -> Observation:
    one = observed("omsattning", "belopp", year, COUNTY, amount)
    return replace(one, origin=replace(one.origin, delivery=number, extract=extract))


def stored(*observations: Observation, extract: str = "2025-09-03", checksum: str = SUM, withdrawn: str = "") -> Delivery:
    return Delivery(1, "bisnis", extract, "2025-09-04", "a.xlsx", "", observations, checksum, (), withdrawn)


def received(*observations: Observation, extract: str = "2025-09-03", checksum: str = "b" * 64) -> Delivered:
    block = Coverage((("omsattning", "belopp"),), (2023, 2024), (COUNTY,))
    return Delivered("bisnis", extract, "b.xlsx" if checksum else "", checksum, observations, (block,))


def known(*observations: Observation) -> Dataset:
    return Dataset(CATALOGUE, {one.key: one for one in observations}, (), "2025-09-04")


def test_the_very_same_file_is_known_again_until_its_delivery_is_withdrawn() -> None:
    one = stored(seen(2023, "5"))
    assert already_in(received(seen(2023, "7"), checksum=SUM), [one]) is one
    assert already_in(received(seen(2023, "5")), [one]) is None
    assert already_in(received(seen(2023, "5"), checksum=SUM), [replace(one, withdrawn="2025-10-01")]) is None
    assert already_in(replace(received(seen(2023, "5"), checksum=SUM), source="scb"), [one]) is None


def test_a_persons_word_is_known_by_what_it_says_and_of_when() -> None:
    one = stored(seen(2023, "5"), seen(2024, "6"), checksum="")
    assert already_in(received(seen(2023, "5"), checksum=""), [one]) is one
    assert already_in(received(seen(2023, "5.5"), checksum=""), [one]) is None
    assert already_in(received(seen(2023, "5"), checksum="", extract="2025-09-05"), [one]) is None


def test_another_value_of_the_same_extract_conflicts() -> None:
    one = stored(seen(2023, "5"), seen(2024, "6"))
    (conflict,) = conflicts(received(seen(2023, "5"), seen(2024, "7")), [one])
    assert (conflict.old.amount, conflict.new.amount) == (Decimal(6), Decimal(7))
    assert conflicts(received(seen(2024, "7"), extract="2025-09-05"), [one]) == ()
    assert conflicts(received(seen(2024, "7")), [replace(one, withdrawn="2025-09-05")]) == ()


def test_a_value_that_is_covered_and_not_held_has_vanished() -> None:
    old = seen(2024, "6", extract="2025-08-18")
    assert vanished(received(seen(2023, "5")), known(seen(2023, "5"), old)) == (old,)
    assert vanished(received(seen(2023, "5"), seen(2024, "7")), known(old)) == ()
    outside = replace(old, key=old.key._replace(year=2022))
    assert vanished(received(seen(2023, "5")), known(outside)) == ()


def test_neither_a_missing_value_nor_one_of_a_newer_extract_vanishes() -> None:
    newer, missing = seen(2024, "6", extract="2025-10-01"), replace(seen(2024, "6"), amount=None, status=Status.MISSING)
    assert vanished(received(seen(2023, "5")), known(newer)) == vanished(received(seen(2023, "5")), known(missing)) == ()


def test_a_withdrawn_value_is_missing_from_the_new_extract_on_and_says_why() -> None:
    made = without_vanished(received(seen(2023, "5"), extract="2025-10-01"), [seen(2024, "6")])
    gone = made.observations[-1]
    assert (gone.key.year, gone.amount, gone.status, gone.base) == (2024, None, Status.MISSING, None)
    assert "b.xlsx" in gone.note

import pytest

from rapportbyggare.core.dataset import Delivery
from rapportbyggare.core.problem import Problem
from rapportbyggare.data.moments import END, Moment, moment, moment_within

ONE = Delivery(1, "scb", "2025-07", "2025-09-01", "", "", ())
TWO = ONE._replace(number=2, received="2025-09-04", withdrawn="2025-09-10", withdrawn_by=3)
DELIVERIES = (ONE, TWO)


@pytest.mark.parametrize(
    ("text", "meant", "written"),
    [
        ("2025-09-03", Moment("2025-09-03"), "2025-09-03"),
        (" 2025-09-03 ", Moment("2025-09-03"), "2025-09-03"),
        ("2025-09", Moment("2025-09-30"), "2025-09-30"),
        ("2024-02", Moment("2024-02-29"), "2024-02-29"),
        ("2025-12", Moment("2025-12-31"), "2025-12-31"),
        ("9999-12", END, "9999-12-31"),
        ("2", Moment("2025-09-04", 2), "leverans 2"),
        ("002", Moment("2025-09-04", 2), "leverans 2"),
        ("leverans 2", Moment("2025-09-04", 2), "leverans 2"),
        ("Leverans-002", Moment("2025-09-04", 2), "leverans 2"),
        ("3", Moment("2025-09-10", 3), "leverans 3"),
    ],
)
def test_what_is_meant(text: str, meant: Moment, written: str) -> None:
    found = moment(text, DELIVERIES)
    assert (found, str(found)) == (meant, written)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "fel-tidpunkt"),
        ("i går", "fel-tidpunkt"),
        ("2025-02-30", "fel-tidpunkt"),
        ("2025-13", "fel-tidpunkt"),
        ("0", "fel-tidpunkt"),
        ("-2", "fel-tidpunkt"),
        ("leverans", "fel-tidpunkt"),
        ("1234567", "fel-tidpunkt"),
        ("4", "okand-leverans"),
    ],
)
def test_what_is_not_understood(text: str, code: str) -> None:
    found = moment(text, DELIVERIES)
    assert isinstance(found, Problem) and found.code == code and found.expected and found.remedy


def test_the_entries_there_are_are_named() -> None:
    found = moment("4", DELIVERIES)
    assert isinstance(found, Problem) and "1, 2, 3" in found.expected


@pytest.mark.parametrize(
    ("day", "number", "held"),
    [("2025-09-03", 9, True), ("2025-09-04", 2, True), ("2025-09-04", 3, False), ("2025-09-05", 1, False)],
)
def test_a_delivery_just_taken_in_is_the_last_of_its_day(day: str, number: int, held: bool) -> None:
    assert Moment("2025-09-04", 2).holds(day, number) is held


def test_a_moment_before_the_first_delivery_is_told_of() -> None:
    found = moment_within("2025-08-31", DELIVERIES)
    assert isinstance(found, Problem) and found.code == "fore-forsta-leveransen" and "2025-09-01" in found.remedy
    assert moment_within("2025-09-01", DELIVERIES) == Moment("2025-09-01")
    assert moment_within("2025-09-01", ()) == Moment("2025-09-01")

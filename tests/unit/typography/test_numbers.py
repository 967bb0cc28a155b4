from decimal import Decimal

import pytest

from rapportbyggare.core.figure import Format, Unit
from rapportbyggare.typography.numbers import parse_number, round_half_up, write_amount, write_plain

KRONOR = Unit.KRONOR


@pytest.mark.parametrize(
    ("amount", "decimals", "rounded"),
    [
        ("4.35", 1, "4.4"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("-0.04", 1, "0.0"),
        ("1E+3", 0, "1000"),
        ("0.14999999999999997", 1, "0.1"),
    ],
)
def test_halves_go_away_from_zero(amount: str, decimals: int, rounded: str) -> None:
    assert str(round_half_up(Decimal(amount), decimals)) == rounded


def test_long_numbers_are_not_cut() -> None:
    assert round_half_up(Decimal("1" * 40 + ".5"), 0) == Decimal("1" * 39 + "2")


@pytest.mark.parametrize(
    ("amount", "form", "text"),
    [
        ("1341", Format(Unit.COUNT), "1 341"),
        ("141", Format(Unit.PIECES), "141 st"),
        ("5.06", Format(Unit.PERCENT, 1), "5,1 %"),
        ("-0.2", Format(Unit.POINTS, 1), "−0,2 procentenheter"),
        ("-1", Format(Unit.POINTS), "−1 procentenhet"),
        ("830000", Format(KRONOR), "830 000 kr"),
        ("829500", Format(KRONOR, 0, 3), "830 tkr"),
        ("1124543000", Format(KRONOR, 1, 6), "1 124,5 mnkr"),
        ("1124543000", Format(KRONOR, 2, 9), "1,12 mdkr"),
        ("12300", Format(Unit.COUNT, 1, 3), "12,3 tusen"),
        ("830000", Format(KRONOR, unit_text="kronor"), "830 000 kronor"),
        ("830000", Format(KRONOR, unit_text=""), "830 000"),
        ("-0.04", Format(Unit.PERCENT, 1), "0,0 %"),
        ("-0.04", Format(Unit.PERCENT, 1, signed=True), "±0,0 %"),
        ("3", Format(Unit.COUNT, signed=True), "+3"),
        ("-3", Format(Unit.COUNT, signed=True), "−3"),
        ("8", Format(Unit.COUNT, words=True), "åtta"),
        ("8.4", Format(Unit.COUNT, words=True), "åtta"),
        ("8.4", Format(Unit.COUNT, 1, words=True), "8,4"),
        ("0", Format(Unit.COUNT, words=True), "noll"),
        ("13", Format(Unit.COUNT, words=True), "13"),
        ("-2", Format(Unit.COUNT, words=True), "−2"),
        ("5", Format(Unit.PERCENT, words=True), "fem procent"),
        ("1", Format(KRONOR, words=True), "en krona"),
        ("2", Format(KRONOR, words=True), "två kronor"),
        ("3000000", Format(KRONOR, 0, 6, words=True), "tre mnkr"),
        ("3", Format(Unit.PIECES, words=True), "tre"),
        ("3", Format(Unit.COUNT, words=True, unit_text="företag"), "tre företag"),
    ],
)
def test_amounts(amount: str, form: Format, text: str) -> None:
    assert write_amount(Decimal(amount), form) == text.replace(" ", "\u00a0")


def test_rounding_happens_once() -> None:
    assert write_amount(Decimal("449999.9"), Format(KRONOR, 0, 6)) == "0\u00a0mnkr"


def test_the_group_mark_is_a_token_and_the_unit_space_is_not() -> None:
    assert write_amount(Decimal(12345), Format(KRONOR), "\u202f") == "12\u202f345\u00a0kr"


def test_plain_numbers_have_no_unit() -> None:
    assert write_plain(Decimal("-1234.56"), 1) == "\u22121\u00a0234,6"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1341", "1341"),
        ("1 341", "1341"),
        ("1\u00a0341\u00a0000", "1341000"),
        ("1\u202f341,50", "1341.50"),
        ("−0,2", "-0.2"),
        ("-0,2", "-0.2"),
        ("+3", "3"),
        ("±0", "0"),
        ("−0", "0"),
        (" 5,1 ", "5.1"),
    ],
)
def test_numbers_are_parsed_exactly(text: str, number: str) -> None:
    parsed = parse_number(text)
    assert parsed is not None and str(parsed) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1.341",
        "5.1",
        "1 34",
        "1 3411",
        "12 34 567",
        "1 234\u00a0567",
        "5,",
        ",5",
        "007",
        "5 %",
        "1e3",
        "NaN",
        "Infinity",
        "٣",
        "1_000",
        "−−1",
    ],
)
def test_what_is_not_strict_swedish_is_no_number(text: str) -> None:
    assert parse_number(text) is None

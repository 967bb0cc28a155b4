"""Numbers, years, days and places out of single cells."""

from datetime import date
from decimal import Decimal

import pytest

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake.cells import Cell, Content
from rapportbyggare.intake.columns import NumberUnit
from rapportbyggare.intake.dates import read_day, read_year
from rapportbyggare.intake.numbers import Absent, Amount, Written, read_amount
from rapportbyggare.intake.places import place_names
from tests.unit.intake.project import catalogue

HERE = Place("a.xlsx", 17, 3, 0, "Blad1!C17")


def amount(value: Content, unit: NumberUnit | None, percent: bool = False, said: bool = False) -> Amount | Absent | Problem:
    return read_amount(Cell(value, 17, 3, percent), HERE, Written(unit, (), "report/kallor/x.toml", said))


@pytest.mark.parametrize(
    ("value", "unit", "number"),
    [
        (Decimal("1341"), NumberUnit.COUNT, "1341"),
        ("1 341", NumberUnit.COUNT, "1341"),
        ("34 st", NumberUnit.COUNT, "34"),
        ("\u22120,25", NumberUnit.INDEX, "-0.25"),
        ("1 448 086 tkr", NumberUnit.THOUSANDS, "1448086000"),
        (Decimal("1.4"), NumberUnit.MILLIONS, "1400000"),
        ("2 mdkr", NumberUnit.BILLIONS, "2000000000"),
        ("727 500 kronor", NumberUnit.KRONOR, "727500"),
        ("0,4 %", NumberUnit.PERCENT, "0.4"),
        ("12 procent", NumberUnit.SHARE, "12"),
        ("0,051", NumberUnit.SHARE, "5.1"),
        (Decimal("-1.5"), NumberUnit.POINTS, "-1.5"),
        (Decimal(0), NumberUnit.PERCENT, "0"),
        (Decimal("7.25"), None, "7.25"),
    ],
)
def test_a_number_becomes_the_catalogues(value: Content, unit: NumberUnit | None, number: str) -> None:
    read = amount(value, unit)
    assert isinstance(read, Amount) and f"{read.value:f}" == number
    assert read.as_text is isinstance(value, str)


def test_a_percent_format_settles_what_a_small_number_means() -> None:
    assert amount(Decimal("0.12"), NumberUnit.PERCENT, percent=True) == Amount(Decimal(12))
    assert amount(Decimal("0.12"), NumberUnit.PERCENT, said=True) == Amount(Decimal("0.12"))


@pytest.mark.parametrize(
    ("value", "unit", "code", "remedy"),
    [
        ("1.341", NumberUnit.COUNT, "decimalpunkt", "Skriv 1,341 om det är decimaler, 1 341 om det är tusental."),
        ("0.341", NumberUnit.PERCENT, "decimalpunkt", "Skriv decimalkomma: 0,341."),
        ("1.341,5", NumberUnit.KRONOR, "inget-tal", ""),
        ("12,5", NumberUnit.COUNT, "inget-antal", "tusentalstecken"),
        (Decimal(-1), NumberUnit.PIECES, "inget-antal", ""),
        ("-3 st", NumberUnit.PIECES, "inget-antal", ""),
        ("12 34", NumberUnit.COUNT, "inget-tal", ""),
        ("007", NumberUnit.COUNT, "inget-tal", ""),
        ("71 1)", NumberUnit.COUNT, "inget-tal", "Skriv bara 71 i cellen"),
        ("5 %", NumberUnit.KRONOR, "fel-enhet", "Skriv talet i kr"),
        ("5 tkr", None, "fel-enhet", 'Skriv enhet = "tkr"'),
        (True, NumberUnit.COUNT, "inget-tal", ""),
        (None, NumberUnit.COUNT, "varde-saknas", "report/kallor/x.toml"),
        (date(2025, 2, 3), NumberUnit.PERCENT, "inget-tal", "talformatet Tal"),
        ("1" * 60, NumberUnit.COUNT, "inget-tal", ""),
    ],
)
def test_what_is_no_number_is_refused(value: Content, unit: NumberUnit | None, code: str, remedy: str) -> None:
    read = amount(value, unit)
    assert isinstance(read, Problem)
    assert (read.code, read.place) == (code, HERE) and remedy in read.remedy


@pytest.mark.parametrize(
    ("value", "year"),
    [
        (Decimal(2025), 2025),
        ("2025", 2025),
        ("juli 2025", 2025),
        ("2024-07", 2024),
        ("2024-12-31", 2024),
        (date(2024, 12, 31), 2024),
    ],
)
def test_a_year(value: Content, year: int) -> None:
    assert read_year(Cell(value, 1, 1), HERE) == year


@pytest.mark.parametrize(
    "value", [Decimal("2025.5"), Decimal(45839), "25", "2023–2024", "2023/24", "2024-25", "2011-12", "12025", None, True]
)
def test_no_year(value: Content) -> None:
    read = read_year(Cell(value, 1, 1), HERE)
    assert isinstance(read, Problem) and read.code == "fel-ar"


@pytest.mark.parametrize("value", [date(2025, 7, 1), "2025-07-01", "20250701", Decimal(20250701), Decimal(45839), " 2025-07-01 "])
def test_a_day(value: Content) -> None:
    assert read_day(Cell(value, 1, 1), HERE) == date(2025, 7, 1)


@pytest.mark.parametrize("value", ["2025-13-01", "juli", Decimal(3), None])
def test_no_day(value: Content) -> None:
    read = read_day(Cell(value, 1, 1), HERE)
    assert isinstance(read, Problem) and read.code == "fel-datum"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Östersund", "Östersund"),
        (" östersund\u00a0", "Östersund"),
        ("Östersunds kommun", "Östersund"),
        ("Åre kommun", "Åre"),
        ("2380", "Östersund"),
        ("2380 Östersund", "Östersund"),
        ("2380 - Östersunds kommun", "Östersund"),
        ("Östersund (2380)", "Östersund"),
        ("23 Jämtlands län", "Jämtlands län"),
        ("00", "Riket"),
        ("Jämtland/Härjedalen", "Jämtlands län"),
        ("23 Jämtland/Härjedalen", "Jämtlands län"),
        ("2380 Åre", None),
        ("Ostersund", None),
        ("", None),
        ("Östersund 2", None),
    ],
)
def test_a_place(text: str, place: str | None) -> None:
    names = place_names(catalogue(), {"Jämtland/Härjedalen": "Jämtlands län"})
    assert names.find(text) == place

"""What is said, read as it is said: one and many, and advice that holds for the number at hand."""

from decimal import Decimal
from pathlib import Path

import pytest

from rapportbyggare.core.place import NOWHERE
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake import number_messages, table_messages, units_messages
from rapportbyggare.intake.cells import Cell
from rapportbyggare.intake.columns import NumberUnit
from rapportbyggare.intake.numbers import Amount, Written, read_amount
from tests.unit.intake.project import project, take
from tests.unit.intake.writers import COUNTY, LONG, text

IN_KRONOR = Written(NumberUnit.KRONOR, (), "report/kallor/x.toml")


@pytest.mark.parametrize(("count", "said"), [(1, "1 rad i tabellen är dold, kanske"), (2, "2 rader i tabellen är dolda, kanske")])
def test_hidden_rows(count: int, said: str) -> None:
    message = table_messages.hidden_rows(NOWHERE, count).message
    assert message.startswith(said) and message.endswith(f"om {'den' if count == 1 else 'de'} ska räknas med.")


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1\u00a0rad är en exakt kopia av en tidigare rad och"), (2, "är exakta kopior av tidigare rader och")]
)
def test_copies(count: int, said: str) -> None:
    assert said in units_messages.same_row_again((NOWHERE, count, "rad 3")).text


@pytest.mark.parametrize(("sheets", "said"), [(["A"], "(bladet ”A”)"), (["A", "B"], "(bladen ”A”, ”B”)")])
def test_sheets_without_rows(sheets: list[str], said: str) -> None:
    assert said in table_messages.no_rows(NOWHERE, sheets).message


def test_sheets_that_are_not_there() -> None:
    one = table_messages.no_such_sheet(NOWHERE, ["A", "B"], ["C"], "x.toml")
    assert "inget av bladen ”A”, ”B”" in one.message and one.expected == "ett blad som heter ”A” eller ”B”"
    assert "döp det till ”A”" in table_messages.no_such_sheet(NOWHERE, ["A"], [], "x.toml").remedy


@pytest.mark.parametrize("written", ["1,234", "12 345,678", "1234,567", "0,123", "\u22121,234"])
def test_either_way_to_write_an_amount_with_three_decimals_is_read(written: str) -> None:
    refused = read_amount(Cell(written, 1, 1), NOWHERE, IN_KRONOR)
    assert isinstance(refused, Problem) and refused.code == "tre-decimaler"
    thousands, decimals = refused.remedy.removeprefix("Skriv ").removesuffix(".").split(" om det är tusental, annars ")
    values = [read_amount(Cell(one, 1, 1), NOWHERE, IN_KRONOR) for one in (thousands, decimals)]
    exact = Decimal(written.replace(" ", "").replace(",", ".").replace("\u2212", "-"))
    assert values == [Amount(exact * 1000, as_text=True), Amount(exact, as_text=True)]


def test_a_percentage_is_told_as_it_would_be_written() -> None:
    assert number_messages.share_or_percent(NOWHERE, Decimal("0.3")).message.endswith("0,3 % eller 30 %.")


def test_the_remedy_for_a_number_of_units_is_not_a_word_of_the_map(tmp_path: Path) -> None:
    folder, path = project(tmp_path), tmp_path / "a.csv"
    row = f"kul_tur;antal;2024;{COUNTY};70;;definitiv;;{{}};;\n"
    text(LONG + row.format("okänt"))(path)
    _, (problem,) = take(folder, path, "lang")
    assert problem.place.cell == "I2" and problem.remedy == "Skriv talet. Finns det inget tal: töm cellen."
    text(LONG + row.format(""))(path)
    assert take(folder, path, "lang")[1] == ()

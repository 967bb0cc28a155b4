"""Laws of reading received files."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from rapportbyggare.core.figure import FactKey, Observation
from rapportbyggare.core.place import NOWHERE
from rapportbyggare.intake.cells import Cell
from rapportbyggare.intake.columns import NumberUnit
from rapportbyggare.intake.crosstab import read_crosstab
from rapportbyggare.intake.csv_sheet import read_csv_grid
from rapportbyggare.intake.facts import Extract
from rapportbyggare.intake.findings import Findings
from rapportbyggare.intake.maps import SourceMap
from rapportbyggare.intake.numbers import Amount, Written, read_amount
from rapportbyggare.intake.read_maps import read_maps
from rapportbyggare.intake.sheets import grids_of
from rapportbyggare.intake.worksheet import as_shown
from rapportbyggare.typography.numbers import write_plain
from tests.unit.intake.project import catalogue, project
from tests.unit.intake.writers import TWO_HEADS, book, merged

SPACES = ("", " ", "\u00a0", "\u202f")


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2), st.sampled_from(SPACES), st.booleans())
def test_a_number_written_in_swedish_is_read_back(number: Decimal, space: str, point: bool) -> None:
    cell = Cell(write_plain(number, 2, space) if point else number, 1, 1)
    read = read_amount(cell, NOWHERE, Written(NumberUnit.INDEX, (), ""))
    assert isinstance(read, Amount) and read.value == number


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 12))
def test_a_binary_number_is_the_decimal_that_was_typed(digits: int, decimals: int) -> None:
    typed = Decimal(digits).scaleb(-decimals)
    assert as_shown(repr(float(typed))) == typed


@given(st.binary(max_size=400), st.sampled_from(("a.xlsx", "a.csv", "a.txt", "a.xls", "a")))
def test_any_bytes_are_read_or_refused(content: bytes, file: str) -> None:
    grids, problems = grids_of(file, content)
    assert bool(grids) != bool(problems)


@given(st.integers(0, 10**6), st.integers(0, 255))
def test_a_workbook_with_a_changed_byte_is_read_or_refused(at: int, byte: int) -> None:
    content = bytearray(workbook())
    content[at % len(content)] = byte
    grids, problems = grids_of("a.xlsx", bytes(content))
    assert not (grids and problems)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_as_a_cross_table(text: str) -> None:
    findings = Findings("a.csv")
    grid, _ = read_csv_grid("a.csv", f"Kommun;2025\n{text}".encode("utf-8", "replace"))
    if grid:
        for map_ in maps().values():
            read_crosstab((grid,), map_, catalogue(), Extract("scb", ""), findings)
    assert all(problem.message and problem.remedy for problem in findings.problems)


@given(st.permutations(catalogue().municipalities), st.permutations((2023, 2024, 2025)))
def test_the_order_of_rows_and_columns_does_not_matter(places: Sequence[str], years: Sequence[int]) -> None:
    assert facts(places, years) == facts(catalogue().municipalities, (2023, 2024, 2025))


def facts(places: Sequence[str], years: Sequence[int]) -> dict[FactKey, Decimal | None]:
    head = ";".join(("Kommun", *(f"juli {year}" for year in years)))
    rows = [";".join((place, *(str(1 + len(place) * (year - 2000)) for year in years))) for place in places]
    return {one.key: one.amount for one in crosstab("\n".join((head, *rows)))}


def crosstab(text: str) -> tuple[Observation, ...]:
    findings = Findings("a.csv")
    grid, _ = read_csv_grid("a.csv", text.encode())
    assert grid is not None
    observations, _ = read_crosstab((grid,), maps()["antal"], catalogue(), Extract("scb", ""), findings)
    assert findings.problems == ()
    return observations


@cache
def workbook() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        book(*TWO_HEADS, finish=merged("B1:C1"))(path)
        return path.read_bytes()


@cache
def maps() -> dict[str, SourceMap]:
    with TemporaryDirectory() as folder:
        found, problems = read_maps(project(Path(folder)), catalogue())
    assert problems == ()
    return {name: one for name, one in found.items() if one.subjects}

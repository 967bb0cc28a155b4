"""Laws of reading the archive's files: anything is rows or problems, and the fast way reads as the thorough one."""

from hypothesis import given
from hypothesis import strategies as st

from rapportbyggare.core.figure import Observation
from rapportbyggare.core.problem import Problem
from rapportbyggare.data.columns import COLUMNS, Intake
from rapportbyggare.data.deliveries import COLUMNS as INDEX_COLUMNS
from rapportbyggare.data.deliveries import read_index
from rapportbyggare.data.faults import Faults
from rapportbyggare.data.observations import read_by_row, read_observations
from rapportbyggare.data.plain import read_plain
from tests.properties.test_data import CATALOGUE

CELLS = st.text(max_size=6) | st.sampled_from(
    [
        "antal",
        "",
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
        "1;leverans;scb;2025-07;2025-09-01;;;a.csv;;;;",
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
    assert found.entries or found.withdrawals or faults.all or not rows.replace(";", "").replace('"', "").strip()


ROW_CELLS = (
    *(st.sampled_from(cells) for cells in (["antal", "riket", "x"], ["antal", "andel", ""], ["2024", "2025", "", "25"])),
    st.sampled_from(["Länet", "Åre", "Berg ", "Ås"]),
    st.sampled_from(["7", "1 341", "5,1", "-2", "", "+3", " 4", "1.5", "=1", "\u22120,2"]),
    st.sampled_from(["antal", "procent", "kr"]),
    st.sampled_from(["definitiv", "preliminär", "saknas", "mäts senare", "klar"]),
    *(st.sampled_from(cells) for cells in (["", "hösten", "@x"], ["", "335", "1 000", "x"], ["", "2026", "x"])),
    *(st.sampled_from(cells) for cells in (["", "'=a", " b", "+c", 'd"'], ["", "Blad1!A1", "'-"])),
)
GOOD_ROW = st.tuples(
    st.sampled_from(["antal;antal;2024", "antal;antal;2025"]),
    st.sampled_from(["Länet", "Åre", "Berg"]),
    st.sampled_from(
        ["7;antal;definitiv;;;", "1 341;antal;preliminär;hösten;335;", ";antal;mäts senare;;;2026", ";antal;saknas;;;"]
    ),
    st.sampled_from([";", "'=a;Blad1!A1"]),
).map(";".join)
FILE_ROWS = st.lists(GOOD_ROW | st.tuples(*ROW_CELLS).map(";".join) | st.just(""), max_size=4)


@given(FILE_ROWS, st.sampled_from(["\n", ""]))
def test_a_plain_file_is_read_as_it_is_row_by_row(rows: list[str], end: str) -> None:
    by_row, plain, problems = both_ways(rows, end)
    assert plain is None or (problems == () and [*map(whole, plain)] == [*map(whole, by_row)])


@given(st.lists(GOOD_ROW, min_size=1, max_size=4, unique_by=lambda row: tuple(row.split(";")[2:4])), st.sampled_from(["\n", ""]))
def test_a_file_without_faults_is_plain(rows: list[str], end: str) -> None:
    by_row, plain, problems = both_ways(rows, end)
    assert plain is not None and (len(plain), problems) == (len(rows), ())
    assert [*map(whole, plain)] == [*map(whole, by_row)]


def both_ways(rows: list[str], end: str) -> tuple[tuple[Observation, ...], tuple[Observation, ...] | None, tuple[Problem, ...]]:
    text = "\n".join([";".join(COLUMNS), *rows]) + end
    intake, faults = Intake(1, "scb", "2025-07", "2025-09-01"), Faults("a.csv")
    by_row = read_by_row(text, intake, CATALOGUE, faults)
    return by_row, read_plain(text, "a.csv", intake, CATALOGUE), faults.all


def whole(one: Observation) -> tuple[object, ...]:
    """All that an observation holds; its place and cell too, which are no part of being equal."""
    return one, one.origin.place, one.origin.cell, type(one.key)

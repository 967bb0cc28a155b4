"""Every status in every place a figure can stand: the handbook's table of rules, tried."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from rapportbyggare.binding.evaluate import evaluate
from rapportbyggare.binding.scope import scope_of
from rapportbyggare.core.blocks import ChartFigure, RowKind, Table
from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.document import Document
from rapportbyggare.core.figure import Figure, Status
from rapportbyggare.core.plain import plain
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import NoteNumber
from tests.small import CATALOGUE, COUNTY, DATASET, PLACES, SPACE, bound, manifest, observed, write

GONE = [status for status in Status if not status.has_amount]
WORDS = {
    Status.NOT_YET: "Mäts 2026",
    Status.MISSING: "Ingen statistik",
    Status.IMPOSSIBLE: "Inte aktuellt",
    Status.CONFIDENTIAL: "Sekretess",
}
SYMBOLS = {Status.NOT_YET: "m", Status.MISSING: "..", Status.IMPOSSIBLE: ".", Status.CONFIDENTIAL: "x"}
NOTE = f"Preliminär uppgift vid uttaget juli{SPACE}2025."
TABLE = """format = 1
[[tabell]]
id = "t"
rubrik = "R"
kalla = "K"
horn = "H"
kolumner = ["2025"]
tecken = false
[[tabell.rad]]
for = "kommuner"
rubrik = "{{ rad }}"
cell = ["{{ foretag(2025, rad) }}"]
[[tabell.rad]]
rubrik = "Summa"
summa = true
"""
CHART = """format = 1
typ = "staplar"
rubrik = "R"
kalla = "K"
kategorier = "kommuner"
serier = "[2025]"
varde = "foretag(serie, kategori)"
axel = "Företag"
tabell = "t"
"""


def with_status(status: Status, base: int | None = 100, areas: tuple[str, ...] = ("Berg",)) -> Dataset:
    """The small dataset where Berg's number of companies 2025 has the status; the county's is what the others' sum then is."""
    told = [observed("foretag", "antal", 2025, area, "72" if status.has_amount else "", status, base) for area in areas]
    if status is Status.IMPOSSIBLE:
        told.append(observed("foretag", "antal", 2025, COUNTY, "1320"))
    return replace(DATASET, observations={**DATASET.observations, **{one.key: one for one in told}})


def figure(source: str, status: Status) -> Figure:
    found = evaluate(source, scope_of(with_status(status), manifest(), SPACE))
    assert isinstance(found, Figure)
    return found


def told(text: str, status: Status) -> tuple[Document, tuple[Problem, ...]]:
    return bound(text, dataset=with_status(status))


@pytest.mark.parametrize("status", Status)
def test_every_status_but_the_usual_has_its_words_its_symbol_and_what_it_means(status: Status) -> None:
    words = CATALOGUE.statuses.get(status)
    assert (words is None) is (status is Status.DEFINITIVE)
    assert words is None or (words.text and words.symbol and words.meaning)


SUMS = ("summa(foretag(2025, 'Berg'), foretag(2025, 'Åre'))", "foretag(2025, 'Berg') + foretag(2025, 'Åre')")


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.IMPOSSIBLE])
@pytest.mark.parametrize("source", SUMS)
def test_sums_take_the_weakest_status(source: str, status: Status) -> None:
    found = figure(source, status)
    assert found.status is status
    assert (found.amount is not None) is status.has_amount


@pytest.mark.parametrize("source", SUMS)
def test_in_sums_what_cannot_occur_counts_as_nothing(source: str) -> None:
    found = figure(source, Status.IMPOSSIBLE)
    assert (found.amount, found.status) == (Decimal(18), Status.DEFINITIVE)
    both = scope_of(with_status(Status.IMPOSSIBLE, areas=("Berg", "Åre")), manifest(), SPACE)
    none = evaluate(source, both)
    assert isinstance(none, Figure) and (none.amount, none.status) == (None, Status.IMPOSSIBLE)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize(
    "source",
    [
        "skillnad(foretag(2025, 'Berg'), foretag(2025, 'Åre'))",
        "andel(foretag(2025, 'Berg'), foretag(2025))",
        "foretag(2025, 'Åre') / foretag(2025, 'Berg')",
        "besok(2025, 'Berg', matt='andel')",
    ],
)
def test_ratios_and_differences_take_the_weakest_status(source: str, status: Status) -> None:
    found = figure(source, status)
    assert found.status is status
    assert (found.amount is not None) is status.has_amount


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize(
    "source",
    [
        "storst(foretag, 2025)",
        "rang(foretag, 2025, 'Åre') | rangord",
        "minst(foretag, 2025)",
        "storst(besok, 2025, matt='andel')",
    ],
)
def test_ranks_need_every_municipality(source: str, status: Status) -> None:
    document, problems = told(f"Det är {{{{ {source} }}}}.\n", status)
    assert [problem.code for problem in problems] == ([] if status.has_amount else ["uppgift-saknas"])
    assert [plain(note.content) for note in document.notes] == ([NOTE] if status is Status.PRELIMINARY else [])


@pytest.mark.parametrize("status", Status)
def test_running_text_needs_a_number(status: Status) -> None:
    document, problems = told("Det var {{ foretag(2025, 'Berg') }}.\n", status)
    assert [problem.code for problem in problems] == ([] if status.has_amount else ["uppgift-saknas"])
    assert all(f"(status: {status.value})" in problem.message for problem in problems)
    assert [plain(note.content) for note in document.notes] == ([NOTE] if status is Status.PRELIMINARY else [])


@pytest.mark.parametrize("status", Status)
def test_running_text_can_ask_first(status: Status) -> None:
    document, problems = told("{% if finns(foretag(2025, 'Berg')) %}\nJa.\n{% else %}\nNej.\n{% endif %}\n", status)
    assert (problems, plain(document.sections[0].blocks[0].content)) == ((), "Ja." if status.has_amount else "Nej.")  # type: ignore[union-attr]


def built(project: Path, status: Status, symbols: bool) -> tuple[Table, ChartFigure]:  # type: ignore[type-arg]
    write(project, "report/tabeller.toml", TABLE.replace("false", str(symbols).lower()))
    write(project, "figures/d.toml", CHART)
    document, problems = bound("{% tabell t %}\n\n{% diagram d %}\n", project=project, dataset=with_status(status))
    assert problems == ()
    table, chart = document.sections[0].blocks
    assert isinstance(table, Table) and isinstance(chart, ChartFigure)
    return table, chart


@pytest.mark.parametrize("symbols", [False, True])
@pytest.mark.parametrize("status", Status)
def test_table_cells_and_totals(tmp_path: Path, status: Status, symbols: bool) -> None:
    table, _ = built(tmp_path, status, symbols)
    line, total = table.body[0].cells[1].lines[0], table.body[-1].cells[1].lines[0]
    assert table.body[-1].kind is RowKind.TOTAL
    if status.has_amount:
        assert (plain(line), plain(total), table.symbols) == ("72", "1\u00a0392", ())
        marked = [any(isinstance(item, NoteNumber) for item in text) for text in (line, total)]
        assert marked == [status is Status.PRELIMINARY] * 2
    else:
        assert plain(line) == (SYMBOLS if symbols else WORDS)[status]
        assert plain(total) == ("1\u00a0320" if status is Status.IMPOSSIBLE else SYMBOLS[status])
        shown = symbols or status is not Status.IMPOSSIBLE
        assert table.symbols == (((SYMBOLS[status], CATALOGUE.statuses[status].meaning),) if shown else ())


def test_a_total_of_what_can_nowhere_occur_cannot_occur(tmp_path: Path) -> None:
    write(tmp_path, "report/tabeller.toml", TABLE)
    document, problems = bound("{% tabell t %}\n", project=tmp_path, dataset=with_status(Status.IMPOSSIBLE, areas=PLACES))
    (table,) = document.sections[0].blocks
    assert problems == () and isinstance(table, Table)
    assert plain(table.body[-1].cells[1].lines[0]) == "."


@pytest.mark.parametrize("status", Status)
def test_charts_draw_a_gap_with_words_in_it_and_mark_the_preliminary(tmp_path: Path, status: Status) -> None:
    _, chart = built(tmp_path, status, False)
    point = chart.chart.series[0].points[0]
    assert (point.amount is not None, point.preliminary) == (status.has_amount, status is Status.PRELIMINARY)
    assert point.label == ("72" if status.has_amount else WORDS[status])
    assert ("p = preliminär uppgift" in plain(chart.source)) is (status is Status.PRELIMINARY)


def test_the_county_is_as_told_whatever_its_municipalities_are() -> None:
    assert all(figure(f"foretag(2025, '{COUNTY}')", status).status is Status.DEFINITIVE for status in Status)

from dataclasses import replace
from pathlib import Path

import pytest

from rapportbyggare.binding.breaks import break_notes, breaks_of
from rapportbyggare.core.blocks import ChartFigure, Table
from rapportbyggare.core.dataset import Dataset, Indicator, Measure
from rapportbyggare.core.derivation import Break, Derivation, DerivationKind, Part
from rapportbyggare.core.figure import Figure, Status, Unit
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.core.place import NOWHERE
from rapportbyggare.core.plain import plain
from rapportbyggare.core.problem import Problem
from tests.small import CATALOGUE, COUNTY, DATASET, FILE, bound, fault, observed, shown, value, write

NOTE = "Besöken räknas på ett annat sätt från 2025."
ACROSS = [
    "skillnad(besok(), besok(ar - 1))",
    "forandring(besok(), besok(ar - 1))",
    "andel(besok(), besok(ar - 1))",
    "riktning(besok(), besok(ar - 1))",
    "riktning(besok() | utan_not, besok(ar - 1))",
    "okade(besok, ar, ar - 1) | uppraknat",
    "minskade(besok, ar, ar - 1) | uppraknat",
    "antal_i(oforandrade(besok, ar, ar - 1))",
    "besok() - besok(ar - 1)",
    "besok() / besok(ar - 1)",
    "'x' if besok() > besok(ar - 1) else 'y'",
    "'x' if besok(ar - 1) == besok() else 'y'",
    "skillnad(besok(matt='andel'), besok(ar - 1, matt='andel'))",
    "skillnad(gammal=besok(ar - 2), ny=besok())",
]


@pytest.mark.parametrize("source", ACROSS)
def test_nothing_is_compared_across_a_break(source: str) -> None:
    found = fault(source)
    assert (found.code, NOTE in found.message) == ("over-brott", True)
    assert "over_brott=true" in found.remedy
    assert "besok" in found.message or "jämför år" in found.message


BESIDE = {
    "skillnad(besok(2024), besok(2023))": "20",
    "'x' if besok(2024) > besok(2023) else 'y'": "x",
    "okade(besok, 2024, 2023) | uppraknat": "Berg och Östersund",
    "skillnad(besok(), foretag(ar - 1))": "−1 249",
    "summa(besok(), besok(ar - 1))": "270",
    "storst(besok, ar)": "Östersund",
}


@pytest.mark.parametrize("source", BESIDE)
def test_what_does_not_compare_across_is_free(source: str) -> None:
    assert shown(source) == BESIDE[source]


ACKNOWLEDGED = {
    "skillnad(besok(), besok(ar - 1), over_brott=true)": "30",
    "forandring(besok(), besok(ar - 1), över_brott=true)": "25,0 %",
    "andel(besok(), besok(ar - 1), over_brott=true) | decimaler(0)": "125 %",
    "riktning(besok(), besok(ar - 1), over_brott=true)": "ökade",
    "riktning(besok(), besok(ar - 1), 'fler', 'färre', 'lika', over_brott=true)": "fler",
    "okade(besok, ar, ar - 1, over_brott=true) | uppraknat": "Berg och Östersund",
    "'fler' if skillnad(besok(), besok(ar - 1), over_brott=true) > 0 else 'färre'": "fler",
    "antal_i(okade(besok, ar, ar - 1, over_brott=true)) | ord | stor": "Två",
}


@pytest.mark.parametrize("source", ACKNOWLEDGED)
def test_an_acknowledged_comparison_brings_the_note(source: str) -> None:
    assert shown(source) == ACKNOWLEDGED[source]
    document, problems = bound(f"Det {{{{ {source} }}}}.\n")
    assert problems == () and [plain(note.content) for note in document.notes] == [NOTE]


def test_the_note_is_one_however_often_it_is_brought() -> None:
    once = "{{ skillnad(besok(), besok(ar - 1), over_brott=true) }}"
    document, problems = bound(f"A {once} och {once}.\n\nB {once}.\n")
    assert problems == () and len(document.notes) == 1


def test_the_argument_is_true_or_false() -> None:
    assert fault("skillnad(besok(), besok(ar - 1), over_brott='ja')").code == "fel-slags-varde"
    assert fault("skillnad(besok(), besok(ar - 1), over_brott=false)").code == "over-brott"
    assert shown("skillnad(foretag(), foretag(ar - 1), over_brott=true)") == "−7"
    assert fault("summa(besok(), besok(ar - 1), over_brott=true)").code == "okant-argument"


def test_the_fault_stands_at_the_expression() -> None:
    _, (problem,) = bound("Antalet {{ riktning(besok(), besok(ar - 1)) }}.\n")
    assert (problem.code, problem.place.file, problem.place.line, problem.place.column) == ("over-brott", FILE, 1, 9)


def test_a_note_that_stands_nowhere_stops_a_final_build() -> None:
    heading = "# Det {{ riktning(besok(), besok(ar - 1), over_brott=true) }}\n"
    assert bound(heading)[1] == ()
    assert [one.code for one in bound(heading, status=DocumentStatus.PROPOSAL)[1]] == ["preliminar-utan-not"]


@pytest.mark.parametrize(
    ("years", "told"), [((2023, 2024), []), ((2024, 2025), ["2025"]), ((2023, 2028), ["2025", "2027"]), ((2027,), [])]
)
def test_the_notes_are_of_the_breaks_between(years: tuple[int, ...], told: list[str]) -> None:
    indicator = CATALOGUE.indicators["besok"]._replace(breaks=(Break(2025, "2025"), Break(2027, "2027")))
    breaks = breaks_of(CATALOGUE._replace(indicators={"besok": indicator}))
    model = value("besok(2024)")
    assert isinstance(model, Figure) and model.key is not None
    keys = [model.key._replace(year=year) for year in years]
    assert list(break_notes(breaks, [model._replace(key=key, facts=(key,)) for key in keys])) == told


TABLE = """format = 1
[[tabell]]
id = "t"
rubrik = "R"
kalla = "K"
horn = "H"
kolumner = ["ar - 2", "ar - 1", "ar"]
[[tabell.rad]]
rubrik = "Besök"
cell = ["{{ besok(kol) }}"]
"""
CHART = """format = 1
typ = "linjer"
rubrik = "R"
kalla = "K"
kategorier = "aren(ar - 2, ar)"
serier = "[lan]"
varde = "besok(kategori)"
axel = "Besök"
tabell = "t"
"""


def built(
    project: Path, table: str = TABLE, chart: str = CHART, dataset: Dataset = DATASET
) -> tuple[Table, ChartFigure, tuple[Problem, ...]]:  # type: ignore[type-arg]
    write(project, "report/tabeller.toml", table)
    write(project, "figures/d.toml", chart)
    document, problems = bound("{% tabell t %}\n\n{% diagram d %}\n", project=project, dataset=dataset)
    first, second = document.sections[0].blocks
    assert isinstance(first, Table) and isinstance(second, ChartFigure)
    assert document.notes == ()
    return first, second, problems


def test_a_table_and_a_chart_that_span_the_break_say_so_once(tmp_path: Path) -> None:
    table, chart, problems = built(tmp_path)
    assert problems == ()
    assert [(note.letter, plain(note.content)) for note in table.notes] == [("", NOTE)]
    assert plain(chart.source) == f"K. {NOTE}"
    assert [point.parted for point in chart.chart.series[0].points] == [False, False, True]
    assert "till 150 (2025), över ett brott i serien." in chart.alt


def test_those_that_do_not_span_it_say_nothing(tmp_path: Path) -> None:
    table, chart, problems = built(tmp_path, TABLE.replace(', "ar"]', "]"), CHART.replace("ar - 2, ar)", "ar - 2, ar - 1)"))
    assert (problems, table.notes, plain(chart.source)) == ((), (), "K")
    assert not any(point.parted for point in chart.chart.series[0].points)


def test_what_is_not_measured_yet_spans_nothing(tmp_path: Path) -> None:
    later = observed("besok", "antal", 2025, COUNTY, "", Status.NOT_YET)
    dataset = replace(DATASET, observations={**DATASET.observations, later.key: later})
    table, chart, _ = built(tmp_path, dataset=dataset)
    assert (table.notes, plain(chart.source)) == ((), "K")


def test_a_cell_that_counts_across_has_the_note_of_its_table(tmp_path: Path) -> None:
    cell = "{{ skillnad(besok(2025), besok(2024), over_brott=true) }}"
    table, _, _ = built(tmp_path, TABLE.replace("{{ besok(kol) }}", cell))
    assert [plain(note.content) for note in table.notes] == [NOTE]


def test_a_declared_change_across_is_told_under_the_table(tmp_path: Path) -> None:
    table, _, _ = built(tmp_path, TABLE.replace("besok(kol)", "besok(kol, matt='tillvaxt')").replace('"ar - 2", "ar - 1", ', ""))
    assert plain(table.body[0].cells[1].lines[0]) == "Inte aktuellt"
    assert [plain(note.content) for note in table.notes] == [NOTE]


def test_what_is_derived_has_the_breaks_of_all_below_it() -> None:
    rule = Derivation(DerivationKind.SUM, (Part("lag", ""), Part("lag", "andel")))
    own = Indicator("hog", "", "", "egen", "{ar}", (Measure("m", "m", Unit.PERCENT, 1, derived=rule),), False, NOWHERE)
    free = CATALOGUE.indicators["besok"]._replace(breaks=())
    low = Indicator("lag", "", "", "egen", "{ar}", free.measures[1:2], False, NOWHERE, (Break(2024, "Lågt."),))
    breaks = breaks_of(CATALOGUE._replace(indicators={"besok": free, "lag": low, "hog": own}))
    assert breaks == {"lag": (Break(2024, "Lågt."),), "hog/m": (Break(2024, "Lågt."),)}
    dataset = replace(
        DATASET, catalogue=CATALOGUE._replace(indicators={**CATALOGUE.indicators, "besok": free, "lag": low, "hog": own})
    )
    _, problems = bound("{{ skillnad(hog(2024), hog(2023)) }} {{ skillnad(hog(2025), hog(2024)) }}\n", dataset=dataset)
    assert [(one.code, one.place.column, one.message.split()[0]) for one in problems] == [("over-brott", 1, "hog")]

from pathlib import Path

import pytest

from rapportbyggare.core.blocks import Align
from rapportbyggare.core.chart import ChartKind
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import Expression, NoteMark, Text
from rapportbyggare.reading.charts import read_charts
from rapportbyggare.reading.tables import read_tables
from tests.small import write
from tests.unit.reading.drafts import codes

TABLE = """\
format = 1
[[tabell]]
id = "t"
rubrik = "Företag {{ ar }}[^n]"
kalla = "K"
horn = "H"
kolumner = ["ar - 1", "ar"]
[[tabell.rad]]
for = "kommuner"
om = "true"
rubrik = "{{ rad }}"
cell = ["{{ foretag(kol, rad) }}", "två"]
[[tabell.rad]]
rubrik = "Summa"
summa = true
[tabell.noter]
n = "Not *om* {{ ar }}."
"""
CHART = """\
format = 1
typ = "linjer"
rubrik = "R {{ ar }}"
kalla = "K"
kategorier = "kommuner"
serier = "[ar]"
varde = "foretag(serie, kategori)"
tabell = "t"
"""


def tables(project: Path, text: str) -> list[tuple[int, int, str]]:
    write(project, "report/tabeller.toml", text)
    return codes(read_tables(project)[1])


def charts(project: Path, text: str) -> list[tuple[int, int, str]]:
    write(project, "figures/d.toml", text)
    return codes(read_charts(project)[1])


def test_a_table(tmp_path: Path) -> None:
    assert tables(tmp_path, TABLE) == []
    rule = read_tables(tmp_path)[0]["t"]
    text, expression, mark = rule.caption
    assert (text, expression) == (Text("Företag "), Expression("ar", Place("")))
    assert isinstance(expression, Expression) and expression.place == Place("report/tabeller.toml", 4, 19, 27)
    assert isinstance(mark, NoteMark) and mark.place == Place("report/tabeller.toml", 4, 27, 31)
    assert [column.source for column in rule.columns] == ["ar - 1", "ar"]
    assert rule.columns[1].place == Place("report/tabeller.toml", 7, 24)
    assert rule.column_heading == (Expression("kol", Place("")),)
    assert (rule.align, rule.widths, rule.notes_below, rule.symbols) == (Align.DECIMAL, (), False, False)
    each, total = rule.rows
    assert each.each and each.each.source == "kommuner" and each.condition and each.condition.source == "true"
    assert (len(each.cells), each.total, total.total, total.cells, total.each) == (2, False, True, (), None)
    assert len(rule.notes["n"].content) == 5


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('id = "t"', "", (2, 1, "nyckel-saknas")),
        ('id = "t"', "id = 5", (3, 6, "fel-slags-varde")),
        ('id = "t"', 'id = "antal per år"', (3, 7, "fel-namn")),
        ('id = "t"', 'id = ""', (3, 7, "fel-namn")),
        ('"ar - 1", "ar"', '"ar - 1", "{{ ar }}"', (7, 24, "klamrar-i-uttryck")),
        ('for = "kommuner"', 'for = "{{ kommuner }}"', (9, 8, "klamrar-i-uttryck")),
        ('om = "true"', 'om = "{ true }"', (10, 7, "klamrar-i-uttryck")),
        ('kalla = "K"', 'kalla = "K {ar}"', (5, 12, "slarv-i-markdown")),
        ('horn = "H"', 'horn = "H"\nbredder = [0.5, 0.5]', (7, 1, "fel-bredder")),
        ('horn = "H"', 'horn = "H"\nbredder = [0.5, 0.6, -0.1]', (7, 1, "fel-bredder")),
        ('horn = "H"', 'horn = "H"\njustering = "rakt"', (7, 14, "okant-val")),
        ('horn = "H"', 'horn = "H {{ ar"', (6, 11, "ostangt-uttryck")),
        ('horn = "H"', 'horn = "`{{ ar }}`"', (6, 10, "olast-uttryck")),
        ('horn = "H"', 'horn = "H[^x]"', (6, 10, "odefinierad-fotnot")),
        ('horn = "H"', 'horn = "H"\nbeskrivning = "B[^n]"', (7, 17, "fotnot-i-bildtext")),
        ('horn = "H"', 'horn = "A\\u0007"', (6, 9, "skadligt-tecken")),
        ('horn = "H"', 'horn = "\\uE000\\uE010\\uE010\\uE010"', (6, 9, "skadligt-tecken")),
        ("[^n]", "", (17, 1, "oanvand-fotnot")),
        ('n = "Not *om* {{ ar }}."', 'n = "A[^n]"', (17, 1, "fotnot-i-fotnot")),
        ("summa = true", "", (13, 1, "rad-utan-cell")),
        ("summa = true", "summma = true", (15, 1, "okand-nyckel")),
        ("format = 1", "format = 2", (1, 10, "nyare-format")),
        ("format = 1", "", (0, 0, "nyckel-saknas")),
    ],
)
def test_what_is_wrong_with_a_table(tmp_path: Path, old: str, new: str, problem: tuple[int, int, str]) -> None:
    assert problem in tables(tmp_path, TABLE.replace(old, new, 1))


def test_two_tables_of_one_name(tmp_path: Path) -> None:
    assert (18, 1, "dubbelt-namn") in tables(tmp_path, TABLE + TABLE.removeprefix("format = 1\n"))


def test_a_table_note_twice_is_said_by_the_file(tmp_path: Path) -> None:
    assert [code for _, _, code in tables(tmp_path, TABLE + 'n = "igen"\n')] != []


def test_a_chart(tmp_path: Path) -> None:
    assert charts(tmp_path, CHART) == []
    rule = read_charts(tmp_path)[0]["d"]
    assert (rule.name, rule.kind, rule.table, rule.height_cm, rule.ordered, rule.alt) == (
        "d",
        ChartKind.LINES,
        "t",
        8.0,
        False,
        (),
    )
    assert (rule.value.source, rule.value.place) == ("foretag(serie, kategori)", Place("figures/d.toml", 7, 10))
    assert rule.category_text == (Expression("kategori", Place("")),)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("linjer", "tårta", (2, 8, "okant-val")),
        ('tabell = "t"', "", (0, 0, "nyckel-saknas")),
        ('tabell = "t"', 'tabell = "t"\nhojd_cm = 50', (9, 1, "fel-hojd")),
        ('tabell = "t"', 'tabell = "t"\nhojd_cm = "hög"', (9, 12, "fel-slags-varde")),
        ('tabell = "t"', 'tabell = "t"\nalt = "A[^n]"', (9, 9, "fotnot-i-bildtext")),
        ('tabell = "t"', 'tabell = "t"\naxel = "A {{ ar"', (9, 11, "ostangt-uttryck")),
        ('tabell = "t"', 'tabell = "t"\n[noter]\nx = "X"', (10, 1, "oanvand-fotnot")),
        ("format = 1", "format = 9", (1, 10, "nyare-format")),
    ],
)
def test_what_is_wrong_with_a_chart(tmp_path: Path, old: str, new: str, problem: tuple[int, int, str]) -> None:
    assert any(found[0] == problem[0] and found[2] == problem[2] for found in charts(tmp_path, CHART.replace(old, new, 1)))


def test_several_charts_by_name_and_all_their_faults(tmp_path: Path) -> None:
    write(tmp_path, "figures/b.toml", CHART)
    write(tmp_path, "figures/a.toml", CHART.replace("linjer", "x"))
    write(tmp_path, "figures/c.toml", "inte toml")
    rules, problems = read_charts(tmp_path)
    assert list(rules)[:2] == ["a", "b"]
    assert {problem.place.file for problem in problems} == {"figures/a.toml", "figures/c.toml"}


def test_no_charts_are_fine(tmp_path: Path) -> None:
    nothing: tuple[dict[str, object], tuple[Problem, ...]] = ({}, ())
    assert read_charts(tmp_path) == nothing


def test_an_expression_in_braces_is_read_without_them(tmp_path: Path) -> None:
    write(
        tmp_path,
        "figures/d.toml",
        CHART.replace('"[ar]"', '"{{ [ar] }}"').replace("kategori)", "kategori) }}").replace('"foretag(', '"{{ foretag('),
    )
    rules, problems = read_charts(tmp_path)
    assert (rules["d"].series.source, rules["d"].value.source) == ("[ar]", "foretag(serie, kategori)")
    assert [problem.remedy for problem in problems] == ['Skriv "[ar]".', 'Skriv "foretag(serie, kategori)".']


def test_a_chart_that_cannot_be_named(tmp_path: Path) -> None:
    write(tmp_path, "figures/antal per år.toml", CHART)
    write(tmp_path, "figures/a\u030ar.toml", CHART)
    problems = read_charts(tmp_path)[1]
    assert [(problem.place, problem.code) for problem in problems] == [(Place("figures/antal per år.toml"), "fel-namn")]
    assert "figures/antal-per-år.toml" in problems[0].remedy


@pytest.mark.parametrize("written", ["Källa, 2025 (a/b)", "Käll*a*", "Källa{{ ar }}", "a_b"])
def test_words_know_where_they_stand(tmp_path: Path, written: str) -> None:
    write(tmp_path, "report/tabeller.toml", TABLE.replace('kalla = "K"', f'kalla = "{written}"'))
    first = read_tables(tmp_path)[0]["t"].source[0]
    assert isinstance(first, Text)
    assert first.place == Place("report/tabeller.toml", 5, 10, 10 + len(first.text))

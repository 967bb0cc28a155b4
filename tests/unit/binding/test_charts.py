from decimal import Decimal
from pathlib import Path

import pytest

from rapportbyggare.binding.bind import Draft, bind
from rapportbyggare.core.blocks import ChartFigure
from rapportbyggare.core.chart import Point
from rapportbyggare.core.plain import plain
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import DocumentLeaf
from rapportbyggare.reading.charts import read_charts
from rapportbyggare.reading.sections import parse_section
from rapportbyggare.reading.tables import read_tables
from tests.small import DATASET, EDITION, SPACE, bound, manifest, write

TABLE = """\
format = 1
[[tabell]]
id = "t"
rubrik = "T"
kalla = "K"
horn = "H"
kolumner = ["2023", "2024", "2025"]
[[tabell.rad]]
for = "kommuner"
rubrik = "{{ rad }}"
cell = ["{{ foretag(kol, rad) }}"]
[[tabell]]
id = "o"
rubrik = "O"
kalla = "K"
horn = "H"
kolumner = ["2023", "2024"]
[[tabell.rad]]
rubrik = "r"
cell = ["{{ omsattning(kol) | mnkr }}"]
[[tabell.rad]]
rubrik = "s"
cell = ["{{ stod(kol) }}"]
"""
CHART = """\
format = 1
typ = "staplar"
rubrik = "Företag {{ ar }}"
kalla = "SCB"
kategorier = "kommuner"
serier = "aren(ar - 1, ar)"
varde = "foretag(serie, kategori)"
tabell = "t"
"""
MONEY = CHART.replace("kommuner", "[2023, 2024]").replace("aren(ar - 1, ar)", "['Omsättning']").replace('"t"', '"o"')


def chart(project: Path, text: str, before: str = "") -> tuple[ChartFigure[DocumentLeaf] | None, tuple[Problem, ...]]:
    write(project, "report/tabeller.toml", TABLE)
    write(project, "figures/d.toml", text)
    document, problems = bound(f"{before}{{% tabell t %}}\n{{% tabell o %}}\n{{% diagram d %}}\n", project=project)
    found = [block for block in document.sections[0].blocks if isinstance(block, ChartFigure)]
    return (found[0] if found else None), problems


def test_a_chart_is_its_values(tmp_path: Path) -> None:
    found, problems = chart(tmp_path, CHART)
    assert problems == () and found is not None
    assert found.chart.categories == ("Berg", "Åre", "Östersund")
    assert [series.name for series in found.chart.series] == ["2024", "2025"]
    assert found.chart.series[1].points[0] == Point(Decimal(72), "72")
    assert found.chart.ticks[0] == (Decimal(0), "0") and found.chart.ticks[-1][0] >= 1310
    assert (plain(found.caption), found.number, found.key) == ("Företag 2025", 1, "d")


def test_the_alt_text_says_the_main_thing(tmp_path: Path) -> None:
    found, _ = chart(tmp_path, CHART)
    assert found is not None
    assert found.alt.replace("\u00a0", " ") == (
        "Stapeldiagram: Företag 2025. 2025: högst Östersund (1 302), lägst Åre (18). Se tabell 1."
    )


@pytest.mark.parametrize("kind", ["staplar", "staplade", "liggande", "linjer", "rutor"])
def test_every_alt_text_is_short(tmp_path: Path, kind: str) -> None:
    found, _ = chart(tmp_path, CHART.replace("staplar", kind).replace("Företag", "Mycket långa ord " * 20))
    assert found is not None and 0 < len(found.alt) <= 250 and found.alt.endswith("Se tabell 1.")


def test_an_own_alt_text_is_kept(tmp_path: Path) -> None:
    found, _ = chart(tmp_path, CHART + 'alt = "Eget {{ ar }}"\n')
    assert found is not None and found.alt == "Eget 2025 Se tabell 1."


def test_a_preliminary_point_and_its_note(tmp_path: Path) -> None:
    found, problems = chart(tmp_path, MONEY.replace("foretag(serie, kategori)", "omsattning(kategori) | mnkr"))
    assert problems == () and found is not None
    assert found.chart.series[0].points == (
        Point(Decimal("1234.567890"), "1\u00a0235\u00a0mnkr"),
        Point(Decimal("830.4999995"), "830\u00a0mnkr", True),
    )
    assert plain(found.source) == "SCB. p = preliminär uppgift. 335 bolag vid uttaget 2025-09-03"


def test_a_missing_point_has_its_status(tmp_path: Path) -> None:
    found, problems = chart(tmp_path, MONEY.replace("foretag(serie, kategori)", "stod(kategori - 2)"))
    assert [problem.code for problem in problems] == ["diagram-utan-tabell"]
    assert found is not None
    assert found.chart.series[0].points == (Point(Decimal(0), "0\u00a0st"), Point(None, "Ingen statistik"))


def test_values_must_stand_in_the_named_table(tmp_path: Path) -> None:
    _, problems = chart(tmp_path, CHART.replace('tabell = "t"', 'tabell = "o"'))
    assert [problem.code for problem in problems] == ["diagram-utan-tabell"]
    _, problems = chart(tmp_path, CHART.replace('tabell = "t"', 'tabell = "finns-inte"'))
    assert [problem.code for problem in problems] == ["diagram-utan-tabell"]
    _, problems = chart(tmp_path, CHART.replace('tabell = "t"', 'tabell = ""'))
    assert [problem.code for problem in problems] == ["diagram-utan-tabell"]


def test_an_empty_chart_can_still_be_referred_to(tmp_path: Path) -> None:
    found, problems = chart(tmp_path, CHART.replace("foretag(serie, kategori)", "stod(2022)"), "Se [](#d).\n\n")
    assert found is None and [problem.code for problem in problems] == ["tomt-diagram"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("foretag(serie, kategori)", "lan", "fel-slags-varde"),
        ("foretag(serie, kategori)", "foretagg(serie)", "okand-indikator"),
        ("foretag(serie, kategori)", "foretag(1999)", "uppgift-saknas"),
        ('"kommuner"', '"lan"', "ingen-lista"),
        ('"aren(ar - 1, ar)"', '"aren("', "olasligt-uttryck"),
        ("Företag {{ ar }}", "Företag {{ stod() }}", "uppgift-saknas"),
    ],
)
def test_what_is_wrong_with_a_chart(tmp_path: Path, old: str, new: str, code: str) -> None:
    assert code in {problem.code for problem in chart(tmp_path, CHART.replace(old, new))[1]}


def test_units_and_scales_do_not_share_an_axis(tmp_path: Path) -> None:
    mixed = "(omsattning(kategori) | mnkr) if kategori == 2023 else (omsattning(kategori) | tkr)"
    found, problems = chart(tmp_path, MONEY.replace("foretag(serie, kategori)", mixed))
    assert found is None and "olika-enheter" in [problem.code for problem in problems]


def test_stacked_columns_below_zero_have_an_axis(tmp_path: Path) -> None:
    text = CHART.replace('"staplar"', '"staplade"').replace(
        "foretag(serie, kategori)", "skillnad(foretag(2023, kategori), foretag(2024))"
    )
    found, _ = chart(tmp_path, text)
    assert found is not None and found.chart.ticks[0][0] <= 2 * (71 - 1399)


def test_ticks_part_thousands_as_the_style_says(tmp_path: Path) -> None:
    write(tmp_path, "report/tabeller.toml", TABLE)
    write(tmp_path, "figures/d.toml", CHART)
    charts, _ = read_charts(tmp_path)
    tables, _ = read_tables(tmp_path)
    section, _ = parse_section("{% tabell t %}\n\n{% diagram d %}\n", "sections/a.md")
    document, _ = bind(Draft(manifest(), (section,), tables, charts), DATASET, EDITION, "\u202f")
    (found,) = [block for block in document.sections[0].blocks if isinstance(block, ChartFigure)]
    assert any("\u202f" in label for _, label in found.chart.ticks)
    assert not any(SPACE in label for _, label in found.chart.ticks)

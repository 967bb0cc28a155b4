from decimal import Decimal
from pathlib import Path

import pytest

from rapportbyggare.core.figure import FactKey, Status
from rapportbyggare.data.archive import read_archive
from rapportbyggare.data.catalogue import read_catalogue
from tests.unit.data.archives import CATALOGUE, GOOD, HEAD, catalogue, delivered, observations, read, read_all, write_catalogue

FILE = "report/data/leverans-001.csv"


def test_a_row_becomes_an_observation_with_its_origin(tmp_path: Path) -> None:
    row = "antal_kkb;andel;2024;Jämtlands län;5,06;procent;preliminär;hösten 2024;335;;en not;Blad1!C17"
    ((delivery,), problems) = read(tmp_path, row)
    (observation,) = delivery.observations
    assert problems == ()
    assert observation.key == FactKey("antal_kkb", "andel", 2024, "Jämtlands län")
    assert (observation.amount, observation.status, observation.base) == (Decimal("5.06"), Status.PRELIMINARY, 335)
    assert (observation.period, observation.note, observation.measured) == ("hösten 2024", "en not", None)
    origin = observation.origin
    assert (str(origin.place), origin.cell) == (f"{FILE}:2:5 (varde)", "Blad1!C17")
    assert (origin.delivery, origin.source, origin.extract, origin.received) == (1, "scb", "2025-01", "2025-01-28")


@pytest.mark.parametrize(
    ("row", "amount"),
    [
        ("antal_kkb;antal;2025;Åre;1 341;antal;definitiv;;;;;", "1341"),
        ("antal_kkb;antal;2025;Åre;1\u00a0341;antal;definitiv;;;;;", "1341"),
        ("antal_kkb;antal;2025;Åre;1\u202f341;antal;definitiv;;;;;", "1341"),
        ("antal_kkb;andel;2025;Åre;\u22120,20;procent;definitiv;;;;;", "-0.20"),
        ("antal_kkb;andel;2025;Åre;-0,2;procent;definitiv;;;;;", "-0.2"),
        ("antal_kkb;andel;2025;Åre;140,5;procent;definitiv;;;;;", "140.5"),
        (" antal_kkb ;antal;2025;Åre\u00a0;0;antal;definitiv;;;;;", "0"),
        ("antal_kkb;andel;2025;Åre;0,14999999999999997;procent;definitiv;;;;;", "0.14999999999999997"),
        ("andel_riket;andel;;Riket;9;procent;definitiv;;;;;", "9"),
        ('antal_kkb;antal;2025;Åre;7;antal;definitiv;;;;"rad ett; rad ""två""\ntre";', "7"),
        ("antal_kkb;antal;2025;A\u030are;7;antal;definitiv;;;;;", "7"),
        (GOOD + ";;", "301"),
    ],
)
def test_values_are_exact(tmp_path: Path, row: str, amount: str) -> None:
    ((delivery,), problems) = read(tmp_path, row, source="egen" if row.startswith("andel_riket") else "scb")
    assert problems == ()
    assert [str(observation.amount) for observation in delivery.observations] == [amount]


def test_the_period_comes_from_the_catalogue(tmp_path: Path) -> None:
    ((delivery,), _) = read(tmp_path, GOOD)
    assert delivery.observations[0].period == "juli 2025"


def test_statuses_without_a_value(tmp_path: Path) -> None:
    ((delivery,), problems) = read(
        tmp_path, "antal_kkb;antal;2025;Åre;;antal;mäts senare;;;2026;;", "antal_kkb;antal;2025;Berg;;antal;sekretess;;;;;"
    )
    assert problems == ()
    assert [(one.status, one.amount, one.measured) for one in delivery.observations] == [
        (Status.NOT_YET, None, 2026),
        (Status.CONFIDENTIAL, None, None),
    ]


@pytest.mark.parametrize(
    ("row", "code", "spot", "words"),
    [
        ("antal_kbk;antal;2025;Åre;1;antal;definitiv;;;;;", "okand-indikator", "3:1 (indikator)", "Menade du ”antal_kkb”?"),
        ("antal_kkb;antl;2025;Åre;1;antal;definitiv;;;;;", "okant-matt", "3:2 (matt)", "Menade du ”antal”"),
        ("antal_kkb;;2025;Åre;1;antal;definitiv;;;;;", "okant-matt", "3:2 (matt)", "Måttet saknas"),
        ("antal_kkb;antal;25;Åre;1;antal;definitiv;;;;;", "fel-ar", "3:3 (ar)", "”25”"),
        ("antal_kkb;antal;2025,0;Åre;1;antal;definitiv;;;;;", "fel-ar", "3:3 (ar)", "”2025,0”"),
        ("antal_kkb;antal;2025;Berg;1;st;definitiv;;;;;", "annan-enhet", "3:6 (enhet)", "mäts i antal"),
        ("antal_kkb;andel;2025;Berg;1;;definitiv;;;;;", "annan-enhet", "3:6 (enhet)", "Enheten saknas"),
        ("antal_kkb;antal;;Åre;1;antal;definitiv;;;;;", "fel-ar", "3:3 (ar)", "Året saknas"),
        ("antal_kkb;antal;2025;Ostersund;1;antal;definitiv;;;;;", "okand-plats", "3:4 (plats)", "Menade du ”Östersund”?"),
        ("antal_kkb;antal;2025;2380;1;antal;definitiv;;;;;", "okand-plats", "3:4 (plats)", "Koden betyder ”Östersund”"),
        (
            "antal_kkb;antal;2025;Berg;1.341;antal;definitiv;;;;;",
            "decimalpunkt",
            "3:5 (varde)",
            "1,341 (med decimaler) eller 1 341 (tusental)",
        ),
        ("antal_kkb;andel;2025;Berg;5.1;procent;definitiv;;;;;", "decimalpunkt", "3:5 (varde)", "decimalpunkt"),
        ("antal_kkb;andel;2025;Berg;12 %;procent;definitiv;;;;;", "inget-tal", "3:5 (varde)", "med enhet"),
        ("antal_kkb;antal;2025;Berg;..;antal;definitiv;;;;;", "inget-tal", "3:5 (varde)", "värdet ska stå"),
        ("antal_kkb;antal;2025;Berg;-;antal;saknas;;;;;", "inget-tal", "3:5 (varde)", "värdet ska stå"),
        ("antal_kkb;antal;2025;Berg;Mäts 2026;antal;mäts senare;;;2026;;", "inget-tal", "3:5 (varde)", "Mäts 2026"),
        ("antal_kkb;antal;2025;Berg;cirka 12;antal;definitiv;;;;;", "inget-tal", "3:5 (varde)", "cirka 12"),
        ("antal_kkb;antal;2025;Berg;1 34;antal;definitiv;;;;;", "inget-tal", "3:5 (varde)", "1 34"),
        ("antal_kkb;antal;2025;Berg;-3;antal;definitiv;;;;;", "inget-antal", "3:5 (varde)", "”-3”"),
        ("antal_kkb;antal;2025;Berg;3,5;antal;definitiv;;;;;", "inget-antal", "3:5 (varde)", "”3,5”"),
        ("antal_kkb;antal;2025;Berg;;antal;definitiv;;;;;", "varde-saknas", "3:5 (varde)", "definitiv"),
        ("antal_kkb;antal;2025;Berg;3;antal;saknas;;;;;", "varde-ska-inte-finnas", "3:5 (varde)", "”3”"),
        ("antal_kkb;antal;2025;Berg;=1+2;antal;definitiv;;;;;", "formel-i-cell", "3:5 (varde)", "=1+2"),
        ("antal_kkb;antal;2025;Berg;+3;antal;definitiv;;;;;", "formel-i-cell", "3:5 (varde)", "+3"),
        ("antal_kkb;antal;2025;Berg;3;antal;definitiv;;;;@anna;", "formel-i-cell", "3:11 (not)", "@anna"),
        ("antal_kkb;antal;2025;Berg;3;antal;definitv;;;;;", "okand-status", "3:7 (status)", "Menade du ”definitiv”?"),
        ("antal_kkb;antal;2025;Berg;;antal;;;;;;", "okand-status", "3:7 (status)", "ingen status"),
        ("antal_kkb;antal;2025;Berg;3;antal;definitiv;;många;;;", "fel-underlag", "3:9 (underlag)", "många"),
        ("antal_kkb;antal;2025;Berg;;antal;mäts senare;;;;;", "mats-saknas", "3:10 (mats)", "mäts senare"),
        ("antal_kkb;antal;2025;Berg;;antal;mäts senare;;;snart;;", "mats-saknas", "3:10 (mats)", "snart"),
        ("antal_kkb;antal;2025;Berg;3;antal;definitiv;;;2026;;", "mats-ska-inte-finnas", "3:10 (mats)", "2026"),
        ("antal_kkb;antal;2025;Åre;302;antal;definitiv;;;;;", "dubbel-uppgift", "3", "rad 2"),
        ("antal_kkb;antal;2025;Berg;3;antal;definitiv;;;;", "fel-antal-celler", "3", "för få celler: 11"),
        ("antal_kkb;antal;2025;Berg;3,5;antal;definitiv;;;;;;x", "fel-antal-celler", "3", "för många celler: 13"),
    ],
)
def test_each_fault_is_said_once_with_its_cell(tmp_path: Path, row: str, code: str, spot: str, words: str) -> None:
    ((delivery,), problems) = read(tmp_path, GOOD, row)
    assert [(problem.code, str(problem.place)) for problem in problems] == [(code, f"{FILE}:{spot}")]
    assert words in problems[0].message
    assert problems[0].expected and problems[0].remedy
    assert delivery.observations[0].amount == 301


def test_all_faults_of_a_row_are_said_at_once(tmp_path: Path) -> None:
    (_, problems) = read(tmp_path, "x;antal;25;Are;1.3;antal;klar;;ett;snart;;")
    assert [problem.place.cell for problem in problems] == ["indikator", "plats", "status", "varde", "underlag", "mats"]


def test_columns_in_another_order_and_in_capitals(tmp_path: Path) -> None:
    head = "Status;VARDE;plats;ar;Enhet;matt;indikator;cell;not;mats;underlag;period"
    known = f"{head}\ndefinitiv;12;Åre;2025;antal;antal;antal_kkb;;;;;\n"
    catalogue(tmp_path)
    delivered(tmp_path, known)
    dataset, problems = read_all(tmp_path)
    assert problems == ()
    assert [str(one.origin.place) for one in dataset.observations.values()] == [f"{FILE}:2:2 (varde)"]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("\ufeff" + observations(GOOD), []),
        (observations(GOOD).replace("\n", "\r\n"), []),
        (observations("", ";;;;;;;;;;;", GOOD, ""), []),
        (observations(GOOD).encode("cp1252"), [("inte-utf8", "2:22")]),
        ("", [("filen-ar-tom", "")]),
        (observations(GOOD).replace(";", ","), [("fel-skiljetecken", "1")]),
        (observations(GOOD).replace(";", "\t"), [("fel-skiljetecken", "1")]),
        (observations(GOOD).replace("matt", "mått"), [("kolumn-saknas", "1"), ("okand-kolumn", "1:2 (mått)")]),
        (observations(GOOD + "x").replace("cell\n", "cell;farg\n"), [("fel-antal-celler", "2"), ("okand-kolumn", "1:13 (farg)")]),
        (observations(GOOD + ";").replace("cell\n", "cell;not\n"), [("kolumn-dubbel", "1:13 (not)")]),
        (HEAD.replace(";cell", "") + "\n" + GOOD, [("kolumn-saknas", "1")]),
        (observations('antal_kkb;antal;2025;"Åre;1;antal;definitiv;;;;;', GOOD), [("citattecken-i-cell", "2")]),
        (observations('antal_kkb;antal;2025;"Å"re;1;antal;definitiv;;;;;', GOOD), [("citattecken-i-cell", "2")]),
    ],
)
def test_files_as_they_come(tmp_path: Path, content: str | bytes, found: list[tuple[str, str]]) -> None:
    catalogue(tmp_path)
    delivered(tmp_path, content)
    problems = read_all(tmp_path)[1]
    assert sorted((p.code, str(p.place).removeprefix(FILE).removeprefix(":")) for p in problems) == found


def test_a_file_that_is_wrong_throughout_is_not_quoted_line_by_line(tmp_path: Path) -> None:
    (_, problems) = read(tmp_path, *(f"antal_kkb;antal;{year};Åre;1.5;antal;definitiv;;;;;" for year in range(1000, 1200)))
    assert len(problems) == 51
    assert "ytterligare 150 fel" in problems[-1].message


def test_a_neutralised_text_is_read_as_it_was_meant(tmp_path: Path) -> None:
    ((delivery,), problems) = read(tmp_path, "antal_kkb;antal;2025;Åre;1;antal;definitiv;;;;'=SUMMA(A1);")
    assert problems == ()
    assert delivery.observations[0].note == "=SUMMA(A1)"


def test_a_timeless_indicator_takes_no_year(tmp_path: Path) -> None:
    (_, (problem,)) = read(tmp_path, "andel_riket;andel;2025;Riket;1;procent;definitiv;;;;;", source="egen")
    assert (problem.code, str(problem.place)) == ("ar-ska-inte-finnas", f"{FILE}:2:3 (ar)")


def test_an_indicator_of_another_source_is_said_once_and_read_all_the_same(tmp_path: Path) -> None:
    rows = ("antal_kkb;andel;2024;Åre;5;procent;definitiv;;;;;", GOOD, "andel_riket;andel;;Riket;9;procent;definitiv;;;;;")
    ((delivery,), (problem,)) = read(tmp_path, *rows, source="egen")
    assert (problem.code, str(problem.place)) == ("annan-kalla", f"{FILE}:2:1 (indikator)")
    assert "Leverans 1 har källan egen, men indikatorn antal_kkb har källan scb" in problem.message
    assert "i en egen leverans med källan scb" in problem.remedy and 'kalla = "egen" för antal_kkb' in problem.remedy
    assert len(delivery.observations) == 3


def test_a_source_the_catalogue_lacks_is_not_compared_with_the_delivery(tmp_path: Path) -> None:
    write_catalogue(tmp_path, CATALOGUE.replace('kalla = "scb"', 'kalla = "sbc"'))
    known, _ = read_catalogue(tmp_path)
    delivered(tmp_path, observations(GOOD))
    assert known is not None and read_archive(tmp_path, known)[1] == ()

from pathlib import Path

import pytest

from rapportbyggare.intake.read_maps import read_map
from rapportbyggare.intake.units_rules import Level, Sort, Year
from tests.unit.intake.project import ROOT, catalogue
from tests.unit.intake.registers import ACCOUNTS, COMPANIES


def problems_of(folder: Path, text: str) -> list[tuple[str, int]]:
    """The codes and lines of what is wrong with a map."""
    maps = folder / "report" / "kallor"
    maps.mkdir(parents=True, exist_ok=True)
    (maps / "karta.toml").write_text(text, encoding="utf-8")
    _, problems = read_map(folder, "karta", catalogue())
    return [(problem.code, problem.place.line) for problem in problems]


def line_of(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.split("\n"), 1) if words in line)


@pytest.mark.parametrize("name", ["scb", "bisnis", "nyps"])
def test_the_shipped_maps_are_without_faults(name: str) -> None:
    map_, problems = read_map(ROOT, name, catalogue())
    assert problems == () and map_ is not None and map_.rules is not None


def test_the_rules_of_a_map(tmp_path: Path) -> None:
    assert problems_of(tmp_path, ACCOUNTS) == []
    map_, _ = read_map(tmp_path, "karta", catalogue())
    assert map_ is not None and map_.rules is not None
    rules = map_.rules
    assert (rules.key, rules.areas, rules.year.fixed, rules.numbers) == (
        ("orgnr",),
        ("kommun",),
        Year(2024),
        ("omsattning", "anstallda"),
    )
    assert [(one.measure, one.sort, one.levels) for one in rules.calculations] == [
        ("belopp", Sort.SUM, (Level.MUNICIPALITY, Level.COUNTY)),
        ("belopp", Sort.RATIO, (Level.MUNICIPALITY, Level.COUNTY)),
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        ('nyckel = "orgnr"', 'nyckel = "orgnummer"', "okand-kolumn", "nyckel"),
        ('nyckel = "orgnr"\n', "", "nyckel-saknas", ""),
        ('plats = ["kommun"]\n', "", "platskolumn-saknas", 'per = ["kommun", "län"]'),
        ('ar = "uttag"', 'ar = "i fjol"', "fel-arsregel", "ar ="),
        ('ar = "uttag"', 'ar = { kolumn = "status" }', "kolumn-utan-ar", "ar ="),
        ('ar = "uttag"', 'ar = "uttag"\nstatus = "kanske"', "okant-val", "status = "),
        ('ar = "uttag"', 'ar = "uttag"\nslutlig_fran = "våren"', "fel-slutdatum", "slutlig_fran"),
        ('ar = "uttag"', 'ar = "uttag"\nstatus = "definitiv"\nslutlig_fran = "{ar+1}-04-01"', "status-pa-tva-satt", "status ="),
        ('ar = "uttag"', 'ar = "uttag"\nrakenskapsperiod = ["status"]', "fel-rakenskapsperiod", "rakenskapsperiod"),
        ('kodlista = "kkb"', 'kodlista = "kkb"\nen_av = ["x"]', "filter-utan-villkor", "[[filter]]"),
        ('kodlista = "kkb"', "en_av = []", "tom-lista", "en_av"),
        ('kolumn = "sni"\nkodlista', 'kolumn = "status"\nkodlista', "kolumn-utan-kod", "kodlista"),
        ('bland = "kkb"', 'bland = "konst"', "okant-filter", "bland"),
        ('per = ["kommun", "län"]', 'per = ["kommuner"]', "okand-niva", "per ="),
        ('indikator = "antal_kkb"', 'indikator = "antal_kbk"', "okand-indikator", "indikator"),
        ('indikator = "antal_kkb"', 'indikator = "nettoomsattning"', "annan-kalla", "indikator"),
        ('matt = "antal"', 'matt = "andel"', "okant-matt", "matt"),
        ('gor = "andel"\ntaljare = "kkb"', 'gor = "antal"', "annan-enhet", 'matt = "andel"'),
    ],
)
def test_faults_of_a_map_are_told_at_their_line(tmp_path: Path, old: str, new: str, code: str, at: str) -> None:
    assert old in COMPANIES
    text = COMPANIES.replace(old, new, 1)
    assert (code, line_of(text, at) if at else 1) in problems_of(tmp_path, text) or not at
    assert code in [found for found, _ in problems_of(tmp_path, text)]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('kolumn = "omsattning"', 'kolumn = "orgnr"', "kolumn-utan-tal"),
        ('kolumn = "omsattning"', 'kolumn = "kassa"', "okand-kolumn"),
        ('taljare = "omsattning"', 'taljare = "anstallda"', "annan-enhet"),
        ('indikator = "omsattning_per_anstalld"', 'indikator = "nettoomsattning"', "berakning-tva-ganger"),
    ],
)
def test_faults_of_sums_are_told(tmp_path: Path, old: str, new: str, code: str) -> None:
    assert code in [found for found, _ in problems_of(tmp_path, ACCOUNTS.replace(old, new, 1))]


def test_a_measure_that_is_not_named_is_asked_for_and_not_looked_for(tmp_path: Path) -> None:
    text = COMPANIES.replace('indikator = "antal_kkb"\n', "").replace('matt = "andel"\n', "")
    assert {code for code, _ in problems_of(tmp_path, text)} == {"nyckel-saknas"}


def test_an_unknown_source_is_told_once(tmp_path: Path) -> None:
    assert problems_of(tmp_path, COMPANIES.replace('kalla = "scb"', 'kalla = "scbb"')) == [("okand-kalla", 2)]


def test_two_calculations_without_names_are_not_the_same(tmp_path: Path) -> None:
    text = COMPANIES.replace('indikator = "antal_kkb"\nmatt = "antal"\n', "").replace(
        'indikator = "andel_kkb"\nmatt = "andel"\n', ""
    )
    assert {code for code, _ in problems_of(tmp_path, text)} == {"nyckel-saknas"}

from pathlib import Path

import pytest

from rapportbyggare.core.figure import Status
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake.choose import choose_map
from rapportbyggare.intake.columns import ColumnType, NumberUnit
from rapportbyggare.intake.maps import Kind, SourceMap
from rapportbyggare.intake.read_maps import read_map, read_maps
from tests.unit.intake.project import COUNT, HEAD, OWN_MAPS, PLACE, SHIPPED, catalogue, project

GOOD = f'{HEAD}kalla = "scb"\n{PLACE}{COUNT}'


def problems(folder: Path, text: str) -> tuple[Problem, ...]:
    (project(folder) / "report/kallor/prov.toml").write_text(text, encoding="utf-8")
    return read_map(folder, "prov", catalogue())[1]


def test_the_shipped_maps_are_sound(tmp_path: Path) -> None:
    maps, found = read_maps(project(tmp_path), catalogue())
    assert found == () and maps.keys() == {*SHIPPED, *OWN_MAPS}
    assert (maps["egen"].kind, maps["egen"].area, maps["lang"].source) == (Kind.CROSSTAB, "Jämtlands län", "")


def test_what_a_map_says(tmp_path: Path) -> None:
    maps, _ = read_maps(project(tmp_path), catalogue())
    one = maps["scb-tabell"]
    assert one.columns["kommun"].type is ColumnType.PLACE and one.columns["kommun"].headings[0] == "Kommun"
    assert [(subject.indicator, subject.unit, subject.sums) for subject in one.subjects] == [
        ("antal_kkb", NumberUnit.COUNT, True),
        ("andel_kkb", NumberUnit.PERCENT, False),
    ]
    assert one.place_names["Jämtland/Härjedalen"] == "Jämtlands län"
    assert [word.status for word in one.words if word.pattern.fullmatch("mäts 2026")] == [Status.NOT_YET]


@pytest.mark.parametrize(
    ("old", "new", "code", "where", "words"),
    [
        ('kalla = "scb"', 'kalla = "scbb"', "okand-kalla", "prov.toml:3", "Menade du ”scb”?"),
        ('slag = "korstabell"', 'slag = "korstabel"', "okant-val", "prov.toml:2", "korstabel"),
        ("[kolumner.kommun]", "rubrikrad = 2\n[kolumner.kommun]", "okand-nyckel", "prov.toml:4", "rubrikrader"),
        ("[kolumner.kommun]", "rubrikrader = 3\n[kolumner.kommun]", "fel-antal-rubrikrader", "prov.toml:4", "3 rubrikrader"),
        ('typ = "plats"', 'typ = "ort"', "okant-val", "prov.toml:6", "ort"),
        ('namn = ["Kommun"]', "namn = []", "rubrik-saknas", "prov.toml:5", "kommun"),
        ('"antal_kkb"', '"antal_kbk"', "okand-indikator", "prov.toml:8", "Menade du ”antal_kkb”?"),
        ('matt = "antal"', 'matt = "antl"', "okant-matt", "prov.toml:9", "Menade du ”antal”?"),
        ('"antal_kkb"', '"kul_tur"', "annan-kalla", "prov.toml:8", "källan egen"),
        ('enhet = "antal"', 'enhet = "tkr"', "fel-enhet", "prov.toml:11", "antal"),
        ("[[uppgift]]", '[platsnamn]\n"Länet" = "Jämtland"\n[[uppgift]]', "okand-plats", "prov.toml:8", "Jämtlands län"),
        ("[[uppgift]]", '[tomma]\n"Mäts {ar} {ar}" = "mäts senare"\n[[uppgift]]', "fel-text-for-tomma", "prov.toml:8", "{ar}"),
        ("[[uppgift]]", '[tomma]\n"Senare" = "mäts senare"\n[[uppgift]]', "fel-text-for-tomma", "prov.toml:8", "vilket år"),
        ("[[uppgift]]", '[tomma]\n"x" = "hemligt"\n[[uppgift]]', "okant-val", "prov.toml:8", "hemligt"),
    ],
)
def test_faults_of_a_map_have_places(tmp_path: Path, old: str, new: str, code: str, where: str, words: str) -> None:
    assert old in GOOD
    found = [problem for problem in problems(tmp_path, GOOD.replace(old, new, 1)) if problem.code == code]
    assert found and f"report/kallor/{where}" in str(found[0].place)
    assert words in f"{found[0].message} {found[0].expected} {found[0].remedy}"


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    faulty = GOOD.replace('"scb"', '"sbc"').replace('"plats"', '"ort"').replace('matt = "antal"', 'matt = "antl"')
    assert {"okand-kalla", "okant-val", "okant-matt"} <= {problem.code for problem in problems(tmp_path, faulty)}


def test_a_faulty_map_does_not_hide_the_others(tmp_path: Path) -> None:
    found = problems(tmp_path, "format = 1\n[[[")
    maps, every = read_maps(tmp_path, catalogue())
    assert found and every == found and maps.keys() == {*SHIPPED, *OWN_MAPS}


def test_a_base_needs_no_indicator(tmp_path: Path) -> None:
    base = '[[uppgift]]\nunderlag_till = ["andel_kkb/andl"]\nnamn = ["Alla"]\nenhet = "antal"\n'
    (found,) = problems(tmp_path, GOOD + base)
    assert found.code == "okand-uppgift" and "andel_kkb/andel" in found.message


def chosen(maps: dict[str, SourceMap], file: str, name: str | None) -> str:
    one, found = choose_map(file, name, maps, catalogue())
    return one.name if one else found[0].code


@pytest.mark.parametrize(
    ("file", "name", "outcome"),
    [
        ("SCB-tabell 2025.xlsx", None, "scb-tabell"),
        ("Egen Statistik.xlsx", None, "egen"),
        ("rapport.lang.csv", None, "lang"),
        ("x.xlsx", "egen", "egen"),
        ("x.xlsx", "scb", "filen-kanns-inte-igen"),
        ("scb-tabell.xlsx", "scb", "scb-tabell"),
        ("x.csv", "kreametern", "lang"),
        ("x.xlsx", "egn", "okand-karta"),
        ("x.xlsx", None, "filen-kanns-inte-igen"),
        ("egen statistik scb tabell.xlsx", None, "flera-kartor"),
    ],
)
def test_a_map_is_chosen_by_name_source_or_file(tmp_path: Path, file: str, name: str | None, outcome: str) -> None:
    maps, _ = read_maps(project(tmp_path), catalogue())
    assert chosen(maps, file, name) == outcome


def test_a_project_without_maps_says_so() -> None:
    assert chosen({}, "x.xlsx", None) == "inga-kartor"

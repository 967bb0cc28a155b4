from pathlib import Path

import pytest

from rapportbyggare.core.dataset import REVISED, StatusWords
from rapportbyggare.core.derivation import Break, Derivation, DerivationKind, Part
from rapportbyggare.data.archive import read_archive
from rapportbyggare.data.catalogue import read_catalogue
from rapportbyggare.data.catalogue_derived import delivered_faults
from tests.unit.data.archives import CATALOGUE, delivered, observations, write_catalogue

MONEY = """
[[indikator]]
id = "omsattning"
namn = "Omsättning"
definition = "Omsättning."
kalla = "scb"
[[indikator.brott]]
ar = 2026
not = "SNI 2025 ersätter SNI 2007."
[[indikator.matt]]
id = "belopp"
namn = "belopp"
enhet = "kr"
[[indikator.matt]]
id = "per_foretag"
namn = "per företag"
enhet = "kr"
harledd = { slag = "kvot", taljare = "omsattning.belopp", namnare = "antal_kkb.antal" }
[[indikator.matt]]
id = "forandring"
namn = "förändring"
enhet = "procent"
harledd = { slag = "forandring", av = "omsattning.per_foretag", steg = 2 }
[[indikator.matt]]
id = "index"
namn = "index"
enhet = "index"
harledd = { slag = "index", av = "omsattning", basar = 2023 }
[[indikator.matt]]
id = "dubbelt"
namn = "dubbelt"
enhet = "antal"
harledd = { slag = "summa", delar = ["antal_kkb.antal", "antal_kkb"] }
"""
WHOLE = CATALOGUE + MONEY
RATIO = 'slag = "kvot", taljare = "omsattning.belopp", namnare = "antal_kkb.antal"'


def problems_of(project: Path, text: str) -> list[tuple[str, str]]:
    write_catalogue(project, text)
    return [(one.code, str(one.place).removeprefix("report/katalog.toml:")) for one in read_catalogue(project)[1]]


def line_of(words: str) -> int:
    return WHOLE[: WHOLE.index(words)].count("\n") + 1


def test_a_derived_measure_can_be_reserved_where_it_can_compare(tmp_path: Path) -> None:
    change = 'av = "omsattning.per_foretag", steg = 2'
    write_catalogue(tmp_path, WHOLE.replace(change, f"{change}, forbehall = true"))
    catalogue, problems = read_catalogue(tmp_path)
    assert problems == () and catalogue is not None
    rules = {one.name: one.derived for one in catalogue.indicators["omsattning"].measures if one.derived}
    assert {name for name, rule in rules.items() if rule.reserved} == {"forandring"}
    parts = 'delar = ["antal_kkb.antal", "antal_kkb"]'
    assert problems_of(tmp_path, WHOLE.replace(parts, f"{parts}, forbehall = true")) != []


def test_derived_measures_are_read(tmp_path: Path) -> None:
    assert problems_of(tmp_path, WHOLE) == []
    found, _ = read_catalogue(tmp_path)
    assert found is not None
    measures = {one.name: one.derived for one in found.indicators["omsattning"].measures}
    ratio, change, index = measures["per_foretag"], measures["forandring"], measures["index"]
    assert ratio == Derivation(DerivationKind.RATIO, (Part("omsattning", "belopp"), Part("antal_kkb", "antal")))
    assert change == Derivation(DerivationKind.CHANGE, (Part("omsattning", "per_foretag"),), step=2)
    assert index == Derivation(DerivationKind.INDEX, (Part("omsattning", ""),), base_year=2023)
    assert measures["belopp"] is None and ratio is not None
    assert ratio.place.line == line_of("harledd") and ratio.parts[0].place.line == line_of("harledd")


def test_breaks_are_read(tmp_path: Path) -> None:
    write_catalogue(tmp_path, WHOLE)
    found, _ = read_catalogue(tmp_path)
    assert found is not None
    assert found.indicators["omsattning"].breaks == (Break(2026, "SNI 2025 ersätter SNI 2007."),)
    assert found.indicators["antal_kkb"].breaks == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (RATIO, RATIO.replace("antal_kkb.antal", "antal_kkb.antl"), "okand-del"),
        (RATIO, RATIO.replace("antal_kkb.antal", "antal"), "okand-del"),
        (RATIO, RATIO.replace("kvot", "kvott"), "okant-val"),
        (RATIO, RATIO.replace("kvot", "andel"), "fel-harledning"),
        (RATIO, RATIO.replace("antal_kkb.antal", "antal_kkb.andel"), "fel-harledning"),
        (RATIO, RATIO.replace("antal_kkb.antal", "omsattning.belopp"), "fel-harledning"),
        (RATIO, RATIO.replace("antal_kkb.antal", "omsattning.per_foretag"), "harledd-ur-sig-sjalv"),
        (RATIO, 'slag = "kvot", taljare = "omsattning.belopp"', "nyckel-saknas"),
        (RATIO, RATIO + ", steg = 2", "okand-nyckel"),
        ("steg = 2", "steg = 0", "fel-harledning"),
        ("basar = 2023", "basar = 23", "fel-harledning"),
        (', "antal_kkb"]', "]", "fel-harledning"),
        (
            'slag = "summa", delar = ["antal_kkb.antal", ',
            'slag = "differens", delar = ["antal_kkb", "antal_kkb", ',
            "fel-harledning",
        ),
        ('slag = "summa", delar = ["antal_kkb.antal"', 'slag = "summa", delar = ["omsattning.belopp"', "fel-harledning"),
        ('enhet = "index"\nharledd', 'enhet = "procent"\nharledd', "fel-harledning"),
        ('av = "omsattning"', 'av = "andel_riket"', "fel-harledning"),
        ('\nharledd = { slag = "kvot"', '\nminsta_antal = 3\nharledd = { slag = "kvot"', "grans-for-harledd"),
        ("ar = 2026", "ar = 26", "fel-brott"),
        ('not = "SNI 2025 ersätter SNI 2007."', 'not = ""', "tom-text"),
        ("[[indikator.brott]]", '[[indikator.brott]]\nar = 2027\nnot = "x"\n[[indikator.brott]]', "fel-brott"),
    ],
)
def test_what_is_wrong_with_a_derivation_is_said_once_at_its_line(tmp_path: Path, old: str, new: str, code: str) -> None:
    assert WHOLE.count(old) == 1, old
    found = problems_of(tmp_path, WHOLE.replace(old, new))
    assert [one for one, _ in found] == [code], found
    line = int(found[0][1].split(":")[0])
    assert abs(line - line_of(old)) <= new.count("\n") + 1


def test_a_circle_is_told_by_each_measure_in_it(tmp_path: Path) -> None:
    text = WHOLE.replace('"antal_kkb.antal", "antal_kkb"', '"omsattning.dubbelt", "antal_kkb"')
    write_catalogue(tmp_path, text)
    (problem,) = read_catalogue(tmp_path)[1]
    assert problem.code == "harledd-ur-sig-sjalv"
    assert "omsattning.dubbelt → omsattning.dubbelt" in problem.message


def test_derivations_do_not_stand_on_each_other_without_end(tmp_path: Path) -> None:
    steps = "".join(
        f'[[indikator.matt]]\nid = "s{n}"\nnamn = "s"\nenhet = "antal"\n'
        f'harledd = {{ slag = "summa", delar = ["omsattning.{f"s{n - 1}" if n else "dubbelt"}", "antal_kkb"] }}\n'
        for n in range(5)
    )
    assert [code for code, _ in problems_of(tmp_path, WHOLE + steps)] == ["for-djup-harledning"]


@pytest.mark.parametrize("more", ['utan_ar = true\n[[indikator.brott]]\nar = 2020\nnot = "x"\n'])
def test_what_has_no_years_has_no_break(tmp_path: Path, more: str) -> None:
    text = WHOLE.replace("utan_ar = true\n", more)
    assert [code for code, _ in problems_of(tmp_path, text)] == ["fel-brott"]


def test_the_mark_of_a_revised_figure_is_the_catalogues(tmp_path: Path) -> None:
    write_catalogue(tmp_path, CATALOGUE)
    usual, _ = read_catalogue(tmp_path)
    write_catalogue(tmp_path, CATALOGUE.replace("[[indikator]]", '[status.reviderad]\ntecken = "*"\n\n[[indikator]]', 1))
    own, problems = read_catalogue(tmp_path)
    assert usual is not None and own is not None and problems == ()
    assert (usual.revised, own.revised) == (REVISED, StatusWords("reviderad", "*", "reviderad uppgift"))


def test_an_empty_mark_is_refused(tmp_path: Path) -> None:
    text = CATALOGUE.replace("[[indikator]]", '[status.reviderad]\ntecken = ""\n\n[[indikator]]', 1)
    assert [code for code, _ in problems_of(tmp_path, text)] == ["tom-text"]


@pytest.mark.parametrize("plain", [True, False])
def test_a_derived_measure_is_never_delivered(tmp_path: Path, plain: bool) -> None:
    write_catalogue(tmp_path, WHOLE)
    catalogue, _ = read_catalogue(tmp_path)
    assert catalogue is not None
    note = "" if plain else '"n"'
    rows = f"omsattning;belopp;2025;Åre;100;kr;definitiv;;;;{note};", "omsattning;per_foretag;2025;Åre;1;kr;definitiv;;;;;"
    delivered(tmp_path, observations(*rows))
    deliveries, problems = read_archive(tmp_path, catalogue)
    assert [(one.code, one.place.line, one.place.cell) for one in problems] == [("harlett-matt-levererat", 3, "matt")]
    assert [one.key.measure for one in deliveries[0].observations] == ["belopp"]


def test_what_is_received_of_a_derived_measure_is_refused_at_its_origin(tmp_path: Path) -> None:
    write_catalogue(tmp_path, WHOLE)
    catalogue, _ = read_catalogue(tmp_path)
    assert catalogue is not None
    delivered(tmp_path, observations("omsattning;belopp;2025;Åre;100;kr;definitiv;;;;;"))
    (delivery,), _ = read_archive(tmp_path, catalogue)
    assert delivered_faults(delivery.observations, catalogue) == ()

    (one,) = delivery.observations
    wrong = one._replace(key=one.key._replace(measure="index"))
    assert [(p.code, p.place) for p in delivered_faults((one, wrong), catalogue)] == [
        ("harlett-matt-levererat", one.origin.place)
    ]


LEVELS = {
    "samma": ("Åre", "Åre", []),
    "kommunerna räcker för länet": ("Åre", "Jämtlands län", []),
    "aldrig samma": ("Åre", "Riket", ["delar-pa-olika-niva"]),
    "riket och länet": ("Jämtlands län", "Riket", ["delar-pa-olika-niva"]),
}


@pytest.mark.parametrize("case", LEVELS)
def test_parts_are_of_the_same_level(tmp_path: Path, case: str) -> None:
    one, other, codes = LEVELS[case]
    write_catalogue(tmp_path, WHOLE)
    catalogue, _ = read_catalogue(tmp_path)
    assert catalogue is not None
    rows = f"omsattning;belopp;2025;{one};100;kr;definitiv;;;;;", f"antal_kkb;antal;2025;{other};1;antal;definitiv;;;;;"
    delivered(tmp_path, observations(*rows))
    assert [problem.code for problem in read_archive(tmp_path, catalogue)[1]] == codes

"""What a file leaves unsaid, or says in a way that can mean two things, is asked about."""

from pathlib import Path

import pytest

from rapportbyggare.core.problem import Problem
from rapportbyggare.intake.formats import NumberFormat, meaning
from tests.unit.intake.project import project, take
from tests.unit.intake.writers import COUNTY, HEAD, LONG, Write, book, formats, text

MONEY = f"nettoomsattning;belopp;2024;{COUNTY};1 124 543{{}};{{}};preliminär;;;;\n"
SHARE = "andel_kkb;andel;2025;Berg;{};{};definitiv;;;;\n"
BARE = "indikator;matt;ar;plats;varde\n"


def taken(folder: Path, write: Write, map_: str, file: str = "a.csv", own: str = "") -> tuple[list[str], tuple[Problem, ...]]:
    """The amounts read and the problems; `own` is put first in the map."""
    root = project(folder)
    path = folder / "report" / "kallor" / f"{map_}.toml"
    path.write_text(own + path.read_text(encoding="utf-8"), encoding="utf-8")
    write(folder / file)
    delivered, problems = take(root, folder / file, map_)
    return [f"{one.amount}" for one in delivered.observations] if delivered else [], problems


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (LONG + MONEY.format("", ""), "enhet-saknas"),
        (BARE + f"kulturstod;belopp;2025;{COUNTY};1102\n", "enhet-saknas"),
        (LONG + SHARE.format("5,1", ""), "enhet-saknas"),
        (LONG + SHARE.format("0,051", ""), "andel-eller-procent"),
        (LONG + SHARE.format("510", "procent"), "utanfor-hundra-procent"),
        (LONG + SHARE.format("-5", "%"), "utanfor-hundra-procent"),
        (LONG + SHARE.format("5,1", "%").replace("2025", "2024-25"), "fel-ar"),
        (LONG + SHARE.format("5,1", "%").replace("2025", "2042"), "ar-efter-uttaget"),
        (LONG + "andel_kkb;andel;2025;Berg;;;mäts senare;;;2024;\n", "mats-fore-aret"),
        (LONG + "andel_kkb;andel;2025;Berg;Mäts 2024;;;;;;\n", "mats-fore-aret"),
    ],
)
def test_the_long_format_asks(tmp_path: Path, content: str, code: str) -> None:
    amounts, problems = taken(tmp_path, text(content), "lang")
    assert (amounts, codes(problems)) == ([], [code])


@pytest.mark.parametrize(
    ("content", "amount"),
    [
        (LONG + MONEY.format("", "tkr"), "1124543000"),
        (LONG + MONEY.format(" kr", ""), "1124543"),
        (LONG + SHARE.format("5,1 %", ""), "5.1"),
        (LONG + SHARE.format("0,051", "%"), "0.051"),
        (LONG + SHARE.format("0,051", "andel"), "5.1"),
        (BARE + f"kulturstod;antal;2025;{COUNTY};24\n", "24"),
        (LONG + SHARE.format("", "").replace("definitiv", "saknas"), "None"),
    ],
)
def test_the_long_format_is_content_with_what_is_said(tmp_path: Path, content: str, amount: str) -> None:
    assert taken(tmp_path, text(content), "lang") == ([amount], ())


def test_the_remedy_for_a_unit_left_out_works(tmp_path: Path) -> None:
    content = text(BARE + f"nettoomsattning;belopp;2024;{COUNTY};1 124 543\n")
    before = tmp_path / "a"
    before.mkdir()
    _, problems = taken(before, content, "lang")
    assert 'enhet = "tkr"' in problems[0].remedy and "[kolumner.varde] i report/kallor/lang.toml" in problems[0].remedy
    folder = project(tmp_path)
    path = folder / "report" / "kallor" / "lang.toml"
    path.write_text(path.read_text(encoding="utf-8") + '\n[kolumner.varde]\nenhet = "tkr"\n', encoding="utf-8")
    content(tmp_path / "a.csv")
    delivered, left = take(folder, tmp_path / "a.csv", "lang")
    assert left == () and delivered is not None and delivered.observations[0].amount == 1_124_543_000


def test_a_map_may_say_that_percentages_are_changes(tmp_path: Path) -> None:
    own = "utanfor_100 = true\n"
    assert taken(tmp_path, text("Kommun;2025\nBerg;-3,5\nÅre;140\n"), "procent", own=own) == (["-3.5", "140"], ())


@pytest.mark.parametrize(("total", "found"), [("136,5", []), ("137,5", ["fel-summa"])])
def test_a_total_of_changes_may_be_more_than_a_hundred(tmp_path: Path, total: str, found: list[str]) -> None:
    content = text(f"Kommun;2025\nBerg;-3,5\nÅre;140\nSumma;{total}\n")
    root = project(tmp_path)
    path = root / "report" / "kallor" / "procent.toml"
    path.write_text(f"utanfor_100 = true\n{path.read_text(encoding='utf-8')}summeras = true\n", encoding="utf-8")
    content(tmp_path / "a.csv")
    assert codes(take(root, tmp_path / "a.csv", "procent")[1]) == found


@pytest.mark.parametrize(
    ("form", "value", "map_", "code"),
    [
        ('[<1]0.0%;0.0" %"', 5.1, "procent", "delat-talformat"),
        ("0.0%", 5.1, "procent", "utanfor-hundra-procent"),
        ("#,##0,", 63000, "antal", "visas-i-tusental"),
    ],
)
def test_a_number_format_that_hides_what_is_stored_is_refused(
    tmp_path: Path, form: str, value: float, map_: str, code: str
) -> None:
    _, problems = taken(tmp_path, book(HEAD, ("Berg", value), finish=formats(B2=form)), map_, "a.xlsx")
    assert codes(problems) == [code]


@pytest.mark.parametrize(
    ("code", "means"),
    [
        ("0.0%;-0.0%", NumberFormat.PERCENT),
        ('0.0%;[Red]-0.0%;"-"', NumberFormat.PERCENT),
        ("0.0%;-0.0%;0", NumberFormat.PERCENT),
        ("#,##0;-#,##0;0%", NumberFormat.PLAIN),
        ("0%;0.0", NumberFormat.MIXED),
        ("[>=1000]#,##0,;0", NumberFormat.MIXED),
        ("yyyy\\-mm\\-dd;@", NumberFormat.DATE),
    ],
)
def test_the_sections_of_a_number_format(code: str, means: NumberFormat) -> None:
    assert meaning(code) is means


@pytest.mark.parametrize("map_", ["antal", "ar-pa-rader"])
def test_a_cross_table_of_a_year_to_come_is_refused(tmp_path: Path, map_: str) -> None:
    content = "Kommun;2042\nBerg;63\n" if map_ == "antal" else "År;Antal\n2042;63\n"
    _, problems = taken(tmp_path, text(content), map_)
    assert codes(problems) == ["ar-efter-uttaget"]


@pytest.mark.parametrize(
    "content",
    [
        'Kommun;2024;2025\nBerg;1;"2\nÅre;3;4"\nKrokom;5;6\n',
        'Kommun;2024;2025\nBerg;"1;2\nÅre";3;4\nKrokom;5;6\n',
        'Kommun;2024;2025\nBerg;1;"2\nÅre;3;"\nKrokom;5;6\n',
    ],
)
def test_a_quotation_mark_that_swallows_a_row_is_refused(tmp_path: Path, content: str) -> None:
    _, problems = taken(tmp_path, text(content), "antal")
    assert codes(problems) == ["citattecken-over-rader"] and problems[0].place.line == 2


def test_a_line_break_in_a_note_is_no_swallowed_row(tmp_path: Path) -> None:
    row = SHARE.format("5,1", "%").replace(";;;;\n", ';;;;"rad 1\nrad 2; och mer"\n')
    assert taken(tmp_path, text(LONG + row), "lang") == (["5.1"], ())


@pytest.mark.parametrize("encoding", ["cp850", "mac_roman"])
def test_a_place_in_another_encoding_is_told_as_that(tmp_path: Path, encoding: str) -> None:
    _, problems = taken(tmp_path, text("Kommun;2025\nBräcke;43\n", encoding), "antal")
    assert codes(problems) == ["fel-teckenkodning"]


@pytest.mark.parametrize("place", ["19640823-3234", "640823-3234", "196408233234", "Anna Ek", "Anna-Lena Ek 640823-3234"])
def test_a_place_that_may_be_a_person_is_not_repeated(tmp_path: Path, place: str) -> None:
    _, problems = taken(tmp_path, text(f"Kommun;2025\n{place};{place}\n"), "antal")
    said = " ".join(f"{one.message} {one.remedy}" for one in problems)
    assert codes(problems)[0] == "okand-plats" and "3234" not in said and "Ek" not in said


@pytest.mark.parametrize(
    ("file", "refused"), [("a 640823-3234.csv", True), ("a-2025-09-03.csv", False), ("a-20250903-1015.csv", False)]
)
def test_a_file_named_by_an_identity_is_refused(tmp_path: Path, file: str, refused: bool) -> None:
    _, problems = taken(tmp_path, text("Kommun;2025\nBerg;63\n"), "antal", file)
    assert codes(problems) == (["personnummer-i-filnamn"] if refused else [])
    assert all("3234" not in f"{one.place} {one.message} {one.remedy}" for one in problems)

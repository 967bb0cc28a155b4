from enum import Enum

import pytest

from rapportbyggare.core.problem import Problem
from rapportbyggare.sources.toml import Fields, format_number, read_table

TABLES = """\
format = 1
# en anmärkning = "inte en nyckel"
[[tabell]]
id = "antal"
  kolumner = [
    "ar - 1",  # förra året
    'ar',
  ]
lang = \"\"\"
Första raden
andra\"\"\"

[[tabell.rad]]
rubrik = "Summa"
[[tabell.rad]]
rubrik = "{{ rad }}"
summa = true
[tabell.noter]
"en not" = "text"
[[tabell]]
id = "andel"
inre = { a = "x", b = [1, 2] }
"""


class Kind(Enum):
    ONE = "ett"
    TWO = "två"


def table(text: str) -> tuple[Fields, list[Problem]]:
    problems: list[Problem] = []
    return read_table(text, "a.toml", problems), problems


def codes(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.place)) for problem in problems]


def test_values_of_every_kind() -> None:
    fields, problems = table(
        't = "å"\nh = 3\nd = 2.5\nj = true\nl = ["a"]\nn = [1, 0.5]\nv = "två"\ndag = 2025-10-14\n[inre]\nx = 1\n'
    )
    assert (fields.text("t"), fields.whole("h"), fields.number("d"), fields.number("h")) == ("å", 3, 2.5, 3.0)
    assert (fields.flag("j"), fields.texts("l"), fields.numbers("n")) == (True, ("a",), (1.0, 0.5))
    assert (fields.choice("v", Kind), fields.text("dag"), fields.table("inre").whole("x")) == (Kind.TWO, "2025-10-14", 1)
    fields.done()
    assert problems == []


def test_defaults_are_given_without_a_word() -> None:
    fields, problems = table("")
    assert (fields.text("a", "x"), fields.whole("b", 2), fields.flag("c", True), fields.texts("d", ())) == ("x", 2, True, ())
    assert (fields.choice("e", Kind, Kind.TWO), fields.tables("f"), fields.table("g").keys) == (Kind.TWO, (), ())
    assert problems == []


def test_all_faults_at_once_with_places() -> None:
    fields, problems = table('titel = 5\nar = "2025"\nval = "tre"\nlista = ["a", 1]\nflagga = "ja"\nheltal = true\nfarg = "x"\n')
    fields.text("titel")
    fields.whole("ar")
    fields.choice("val", Kind)
    fields.texts("lista")
    fields.flag("flagga")
    fields.whole("heltal")
    fields.text("namn")
    fields.text("farger", "")
    fields.done()
    assert codes(problems) == [
        ("fel-slags-varde", "a.toml:1:9"),
        ("fel-slags-varde", "a.toml:2:7"),
        ("okant-val", "a.toml:3:8"),
        ("fel-slags-varde", "a.toml:4:9"),
        ("fel-slags-varde", "a.toml:5:11"),
        ("fel-slags-varde", "a.toml:6:10"),
        ("nyckel-saknas", "a.toml"),
        ("okand-nyckel", "a.toml:7:1"),
    ]
    assert "”farger”" in problems[-1].message


def test_places_of_keys_values_items_and_headers() -> None:
    fields, _ = table(TABLES)
    first, second = fields.tables("tabell")
    total, each = first.tables("rad")
    places = [
        first.here,
        first.place("id"),
        first.value_place("id"),
        first.value_place("kolumner", 0),
        first.value_place("kolumner", 1),
        first.value_place("lang"),
        total.value_place("rubrik"),
        each.value_place("rubrik"),
        each.place("summa"),
        first.table("noter").value_place("en not"),
        second.value_place("id"),
        second.table("inre").value_place("a"),
        second.table("inre").value_place("b", 1),
    ]
    assert [(place.line, place.column) for place in places] == [
        (3, 1),
        (4, 1),
        (4, 7),
        (6, 6),
        (7, 6),
        (10, 1),
        (14, 11),
        (16, 11),
        (17, 1),
        (19, 13),
        (21, 7),
        (22, 15),
        (22, 27),
    ]


def test_a_missing_key_in_a_table_is_placed_at_its_header() -> None:
    fields, problems = table(TABLES)
    fields.tables("tabell")[1].text("rubrik")
    assert codes(problems) == [("nyckel-saknas", "a.toml:20:1")]
    assert "[[tabell]]" not in problems[0].message and "tabell" in problems[0].message


def test_unknown_keys_are_found_in_inner_tables() -> None:
    fields, problems = table('[tabell]\nrubirk = "x"\n')
    fields.table("tabell").text("rubrik", "")
    fields.done()
    assert codes(problems) == [("okand-nyckel", "a.toml:2:1")]
    assert "Menade du ”rubrik”?" in problems[0].message


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a = 1\na = 2\n", 2, 6, "två gånger"),
        ("[a]\n[a]\n", 2, 3, "två gånger"),
        ('a = "b\n', 1, 7, "avslutas inte"),
        ('a = "C:\\data"\n', 1, 10, "omvänt snedstreck"),
        ("a 1\n", 1, 3, "likhetstecken"),
        ("höjd = 1\n", 1, 2, "tecken som inte får"),
        ("å = 1\n", 1, 1, "tecken som inte får"),
        ("a = ”b”\n", 1, 5, "typografiskt"),
        ("a = {b = 1, b = 2}\n", 1, 18, "två gånger"),
        ("a = 8,5\n", 1, 6, "något mer"),
        ("a = ja\n", 1, 5, "kan inte läsas"),
        ("a = [1, 2\nb = 3\n", 2, 1, "lista"),
        ("a = 2025-13-45\n", 1, 9, "Datumet"),
        ("a = 2025-02-30T25:00:00\n", 1, 5, "Datumet"),
        ("a = ", 1, 4, "läsas"),
    ],
)
def test_syntax_faults(text: str, line: int, column: int, words: str) -> None:
    fields, problems = table(text)
    assert len(problems) == 1
    assert words in problems[0].message
    assert (problems[0].place.line, abs(problems[0].place.column - column) <= 1) == (line, True)
    assert fields.text("titel") == ""
    assert len(problems) == 1


def test_no_depth_brings_the_reader_down() -> None:
    assert [problem.code for problem in table("a = " + "[" * 50_000)[1]] == ["toml-kan-inte-lasas"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "nyckel-saknas"),
        ("format = 2\nny = 1", "nyare-format"),
        ('format = "1"', "fel-slags-varde"),
        ("format = 0", "okant-format"),
    ],
)
def test_format_numbers(text: str, code: str) -> None:
    fields, problems = table(text)
    format_number(fields)
    fields.done()
    assert [problem.code for problem in problems] == [code]


def test_a_known_format_is_accepted() -> None:
    fields, problems = table("format = 1")
    assert (format_number(fields), problems, fields.readable) == (1, [], True)


def test_a_newer_file_is_not_judged_further() -> None:
    fields, problems = table("format = 9")
    format_number(fields)
    fields.text("titel")
    assert len(problems) == 1
    assert "nyare version av rapportbyggare" in problems[0].message

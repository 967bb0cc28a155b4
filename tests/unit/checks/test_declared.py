"""`report/kontroll.toml`: read whole, and every fault told where it stands."""

from pathlib import Path

import pytest

from rapportbyggare.checks.declared import FILE, read_settings
from rapportbyggare.checks.settings import Constant, Delimitation, Excuse, Settings, Term
from rapportbyggare.core.problem import Problem

WHOLE = """\
format = 1
ord = ["Kreametern"]
minsta_underlag = 20

[[konstant]]
namn = "projekttiden"
varde = "2023–2026"
efter = ["Samspel63"]

[[term]]
ord = "KKB-företag"
undvik = ["kulturföretag"]
skal = "Planen säger så."

[[avgransning]]
namn = "KKB"
med = ["scenkonst"]
utan = ["slöjd"]

[[benamning]]
indikator = "antal_kkb"
ord = ["firmor"]

[[godkant]]
kod = "tal-utan-kalla"
citat = "400"
skal = "Ur planen."
fil = "sections/a.md"
"""


def read(folder: Path, text: str) -> tuple[Settings, tuple[Problem, ...]]:
    (folder / "report").mkdir(exist_ok=True)
    (folder / FILE).write_text(text, encoding="utf-8")
    return read_settings(folder, ("antal_kkb", "andel_kkb"))


def faults(folder: Path, text: str) -> list[tuple[str, int]]:
    _, problems = read(folder, f"format = 1\n{text}")
    assert all(one.place.file == FILE and one.message and one.remedy for one in problems)
    return [(one.code, one.place.line) for one in problems]


def test_no_file_declares_nothing(tmp_path: Path) -> None:
    assert read_settings(tmp_path, ()) == (Settings(), ())


def test_a_whole_file(tmp_path: Path) -> None:
    settings, problems = read(tmp_path, WHOLE)
    assert problems == ()
    assert settings == Settings(
        constants=(Constant("projekttiden", "2023–2026", ("Samspel63",)),),
        terms=(Term("KKB-företag", ("kulturföretag",), "Planen säger så."),),
        excuses=(Excuse("tal-utan-kalla", "400", "Ur planen.", "sections/a.md"),),
        delimitations=(Delimitation("KKB", ("scenkonst",), ("slöjd",)),),
        words=frozenset({"Kreametern"}),
        aliases={"antal_kkb": ("firmor",)},
        small_base=20,
    )
    assert (settings.excuses[0].place.line, settings.delimitations[0].place.line) == (24, 15)


def test_a_newer_format_is_refused_whole(tmp_path: Path) -> None:
    settings, problems = read(tmp_path, 'format = 2\nord = ["Kreametern"]\n[[nytt]]\n')
    assert [(one.code, one.place.line) for one in problems] == [("nyare-format", 1)]
    assert settings == Settings()


@pytest.mark.parametrize("text", ['format = 1\nord = ["a"\n', "\xff", "format = 1\nord = 3\n", "ord = []\n"])
def test_a_file_at_fault_is_told(tmp_path: Path, text: str) -> None:
    settings, problems = read(tmp_path, text)
    assert problems and settings.words == frozenset()


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / FILE).write_bytes('format = 1\nord = ["Åre"]\n'.encode("cp1252"))
    settings, problems = read_settings(tmp_path, ())
    assert [(one.code, one.place.line) for one in problems] == [("inte-utf8", 2)]
    assert settings == Settings()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('ord = ["a", " "]\n', [("tom-text", 2)]),
        ("minsta_underlag = -1\n", [("fel-underlag", 2)]),
        ('[[konstant]]\nnamn = "a"\nvarde = ""\n', [("tom-text", 4)]),
        ('[[konstant]]\nnamn = "a"\n', [("nyckel-saknas", 2)]),
        ('[[term]]\nord = "a"\nundvik = []\n', [("tom-lista", 4)]),
        ('[[term]]\nord = "a"\nundvik = ["A"]\n', [("motsagd-term", 4)]),
        ('[[term]]\nord = "a"\nundvik = ["b"]\n[[term]]\nord = "b"\nundvik = ["c"]\n', [("motsagd-term", 4)]),
        ('[[term]]\nord = "a"\nundvik = ["b"]\n[[term]]\nord = "A"\nundvik = ["c"]\n', [("dubbelt-namn", 6)]),
        ('[[avgransning]]\nnamn = "a"\n', [("tom-lista", 2)]),
        ('[[benamning]]\nindikator = "antal_kbk"\nord = ["a"]\n', [("okand-indikator", 3)]),
        ('[[godkant]]\nkod = "Tal utan källa"\nskal = "a"\n', [("fel-kod", 3)]),
        ('[[godkant]]\nkod = "a"\nskal = ""\n', [("tom-text", 4)]),
        ('[[term]]\nord = "a"\nundvik = ["b"]\nskäl = "a"\n', [("toml-kan-inte-lasas", 5)]),
        ('[[term]]\nord = "a"\nundvik = ["b"]\nvarfor = "a"\n', [("okand-nyckel", 5)]),
    ],
)
def test_each_fault_has_its_line(tmp_path: Path, text: str, expected: list[tuple[str, int]]) -> None:
    assert faults(tmp_path, text) == expected


def test_what_is_at_fault_is_left_out(tmp_path: Path) -> None:
    settings, _ = read(tmp_path, 'format = 1\n[[konstant]]\nnamn = "a"\nvarde = " "\n[[term]]\nord = ""\nundvik = ["", "b"]\n')
    assert (settings.constants, settings.terms) == ((), ())

from pathlib import Path

import pytest

from rapportbyggare.sources.text import LARGEST, decode, read_text


def read(tmp_path: Path, content: bytes) -> tuple[str, list[tuple[str, int, int]]]:
    (tmp_path / "a.md").write_bytes(content)
    text, problems = read_text(tmp_path, "a.md")
    return text, [(problem.code, problem.place.line, problem.place.column) for problem in problems]


def test_utf8_with_bom_and_windows_line_ends(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeffÅre\r\nBerg\r".encode()) == ("Åre\nBerg\n", [])


def test_letters_in_two_parts_are_composed(tmp_path: Path) -> None:
    assert read(tmp_path, "A\u030are".encode()) == ("Åre", [])


def test_windows_1252_is_read_and_reported_at_the_first_letter(tmp_path: Path) -> None:
    assert read(tmp_path, "Berg\r\nNär Åre".encode("cp1252")) == ("Berg\nNär Åre", [("inte-utf8", 2, 2)])


def test_mixed_coding_keeps_what_is_right(tmp_path: Path) -> None:
    text, problems = read(tmp_path, "Åre\n".encode() + b"\xc5re")
    assert text == "Åre\n\ufffdre"
    assert problems == [("inte-utf8", 2, 1)]


def test_the_remedy_names_the_programs_people_have(tmp_path: Path) -> None:
    (problem,) = decode(b"\xc5re", "a.md")[1]
    assert "Windows-1252" in problem.message
    assert "Anteckningar" in problem.remedy and "Word" in problem.remedy


def test_utf16(tmp_path: Path) -> None:
    assert read(tmp_path, "Åre".encode("utf-16")) == ("\ufeffÅre".lstrip("\ufeff"), [("inte-utf8", 1, 1)])


@pytest.mark.parametrize(
    "mark", ["\x00", "\x0b", "\x1b", "\x85", "\u2028", "\u2029", "\u202e", "\u2066", "\ue000", "\ue1ff", "\ufeff"]
)
def test_harmful_characters_have_a_place_and_are_replaced(tmp_path: Path, mark: str) -> None:
    assert read(tmp_path, f"rad\nab{mark}c".encode()) == ("rad\nab\ufffdc", [("otillatet-tecken", 2, 3)])


def test_harmless_characters_are_left_alone(tmp_path: Path) -> None:
    assert read(tmp_path, "a\tb\u00a0c\u00add\u200be\ue200".encode()) == ("a\tb\u00a0c\u00add\u200be\ue200", [])


def test_many_harmful_characters_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\x01" * 50)
    problems = read_text(tmp_path, "a.md")[1]
    assert len(problems) == 21
    assert "30" in problems[-1].message


def test_letters_lost_before_are_said_to_be_lost(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufffdre".encode())[1] == [("forstorda-tecken", 1, 1)]


def test_a_missing_file_suggests_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "rapport.toml").write_text("")
    text, (problem,) = read_text(tmp_path, "raport.toml")
    assert (text, problem.code) == ("", "fil-saknas")
    assert "”rapport.toml”" in problem.message


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert read_text(tmp_path, "a")[1][0].code == "mapp-i-stallet-for-fil"


def test_a_path_out_of_the_project_is_refused(tmp_path: Path) -> None:
    assert read_text(tmp_path, "../a")[1][0].code == "utanfor-projektet"


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    with (tmp_path / "a").open("wb") as stream:
        stream.truncate(LARGEST + 1)
    assert read_text(tmp_path, "a")[1][0].code == "filen-ar-for-stor"

"""A remedy that names a line for the map works when the line is written there."""

import re
from pathlib import Path

import pytest

from tests.unit.intake.project import project, take
from tests.unit.intake.writers import HEAD, Write, book, merged, sheets


def followed(folder: Path, map_: str, line: str, section: str) -> None:
    """The remedy's line put into a section of the map ("": before the first), in place of one with the same key."""
    path = folder / "report" / "kallor" / f"{map_}.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    if section not in (*lines, ""):
        lines.append(section)
    start = lines.index(section) + 1 if section else 0
    end = next((at for at in range(start, len(lines)) if lines[at].startswith("[")), len(lines))
    kept = [one for one in lines[start:end] if one.partition("=")[0] != line.partition("=")[0]]
    path.write_text("\n".join([*lines[:start], *kept, line, *lines[end:]]), encoding="utf-8")


@pytest.mark.parametrize(
    ("write", "map_", "found", "section"),
    [
        (book(("Kommunen", 2025), ("Berg", 63)), "antal", r"namn = \[.*?\]", "[kolumner.kommun]"),
        (
            book(("Kommun", "Antal", None), (None, 2024, 2025), ("Berg", 69, 63), finish=merged("B1:C1")),
            "antal",
            r"rubrikrader = 2",
            "",
        ),
        (sheets({"Bolag": (HEAD, ("Berg", 63)), "x": (("y",),)}), "bladet", r'blad = \[".*?"\]', ""),
        (book((*HEAD, "Rang"), ("Berg", 63, 1)), "antal", r'"Rang" i listan (?P<key>hoppa_over)', ""),
        (book(HEAD, ("Berg", 'okänt "än"')), "antal", r'"okänt .*?" = "saknas"', "[tomma]"),
        (book(HEAD, ("Berg", "Kommer 2027")), "antal", r'"Kommer {ar}" = "mäts senare"', "[tomma]"),
        (book(HEAD, ("Berg", None)), "antal", r'"" = "saknas"', "[tomma]"),
        (book(HEAD, ('Bergs "by"', 63)), "antal", r'"Bergs .*?" = ', "[platsnamn]"),
        (book(("År", "Antal"), (2025, 63)), "utan-plats", r"plats = ", ""),
        (book(HEAD, ("Berg", True)), "antal", r'".." = "saknas"', "[tomma]"),
        (book(HEAD, ("Berg", 12)), "andel", r'enhet = "procent"', "[[uppgift]]"),
        (book(HEAD, ("Berg", 0.12)), "procent", r'enhet = "andel"', "[[uppgift]]"),
    ],
)
def test_the_remedy_works(tmp_path: Path, write: Write, map_: str, found: str, section: str) -> None:
    folder, path = project(tmp_path), tmp_path / "a.xlsx"
    write(path)
    _, problems = take(folder, path, map_)
    told = next(match for problem in problems if (match := re.search(found, problem.remedy)))
    line = told.group()
    if told.groupdict().get("key"):
        line = 'hoppa_over = ["Rang"]'
    if line.endswith("= "):
        line += '"Berg"'
    followed(folder, map_, line, section)
    if line.startswith('".."'):
        book(HEAD, ("Berg", ".."))(path)
    delivered, left = take(folder, path, map_)
    assert left == () and delivered is not None and delivered.observations

from collections.abc import Callable
from enum import Enum

import pytest

from rapportbyggare.core.problem import Problem
from rapportbyggare.sources.toml import Fields, read_table


class State(Enum):
    DRAFT = "utkast"
    PROPOSAL = "till nämnden"
    DECIDED = "beslutad"


ASK: dict[str, Callable[[Fields, str], object]] = {
    "text": Fields.text,
    "whole": Fields.whole,
    "number": Fields.number,
    "flag": Fields.flag,
    "texts": Fields.texts,
    "numbers": Fields.numbers,
}


def problem_of(kind: str, value: str) -> Problem:
    problems: list[Problem] = []
    fields = read_table(f"nyckel = {value}\n", "a.toml", problems)
    if kind == "choice":
        fields.choice("nyckel", State)
    else:
        ASK[kind](fields, "nyckel")
    (problem,) = problems
    return problem


@pytest.mark.parametrize(
    ("kind", "value", "remedy"),
    [
        ("whole", '"2025"', "nyckel = 2025, utan citattecken."),
        ("whole", '" -7 "', "nyckel = -7, utan citattecken."),
        ("whole", '"007"', "nyckel = 7, utan citattecken."),
        ("whole", "2025.0", "nyckel = 2025."),
        ("whole", '"i år"', "nyckel = 1."),
        ("whole", "2025.5", "nyckel = 1."),
        ("whole", "true", "nyckel = 1."),
        ("number", '"2.5"', "nyckel = 2.5, utan citattecken."),
        ("number", '"-08,50"', "nyckel = -8.50, utan citattecken."),
        ("number", '"8 cm"', "nyckel = 2.5 (decimaltal skrivs med punkt i den här filen)."),
        ("flag", '"true"', "nyckel = true, utan citattecken."),
        ("flag", '"Nej"', "nyckel = false, utan citattecken."),
        ("flag", '"kanske"', "nyckel = true."),
        ("text", "12", 'nyckel = "12".'),
        ("text", "true", 'nyckel = "true".'),
        ("text", "{ a = 1 }", 'nyckel = "text".'),
        ("text", "[]", 'nyckel = "text".'),
        ("text", "[2024, 2025]", 'nyckel = "[2024, 2025]".'),
        (
            "text",
            '["Berg", "Åre"]',
            """nyckel = "['Berg', 'Åre']" om det är ett uttryck, annars en enda text: nyckel = "Berg, Åre".""",
        ),
        (
            "text",
            """["Bo's"]""",
            r"""nyckel = "[\"Bo's\"]" om det är ett uttryck, annars en enda text: nyckel = "Bo's".""",
        ),
        ("text", str(["a" * 50] * 5), 'nyckel = "text".'),
        ("texts", '"RUN/1"', 'nyckel = ["RUN/1"].'),
        ("texts", '["a", 1]', 'nyckel = ["a", "1"].'),
        ("texts", '[["a"]]', 'nyckel = ["en text", "en till"].'),
        ("numbers", '["0,4", 0.6]', "nyckel = [0.4, 0.6]."),
        ("numbers", '"0.4"', "nyckel = [0.4], utan citattecken."),
        ("numbers", '["hälften"]', "nyckel = [0.4, 0.6] (decimaltal skrivs med punkt i den här filen)."),
        ("choice", '"Till nämden"', 'nyckel = "till nämnden".'),
        ("choice", '"beslutat"', 'nyckel = "beslutad".'),
        ("choice", '"klar"', "ett av dessa värden för nyckel: ”utkast”, ”till nämnden”, ”beslutad”."),
        ("choice", "5", 'nyckel = "utkast" (eller någon annan av ”utkast”, ”till nämnden”, ”beslutad”).'),
    ],
)
def test_the_remedy_is_the_value_rightly_written(kind: str, value: str, remedy: str) -> None:
    assert problem_of(kind, value).remedy == f"Skriv {remedy}"


@pytest.mark.parametrize("value", ['["Berg", "Åre"]', """["Bo's", 'sa "hej"', "rad\\tett\\\\"]"""])
def test_a_remedy_can_be_pasted_back(value: str) -> None:
    remedy = problem_of("text", value).remedy.removeprefix("Skriv ")
    for line in (remedy.partition(" om det är")[0], remedy.rpartition(": ")[2].removesuffix(".")):
        problems: list[Problem] = []
        assert read_table(line, "a.toml", problems).text("nyckel")
        assert problems == []

from pathlib import Path

import pytest

from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.reading.charts import read_charts
from rapportbyggare.reading.sections import parse_section, read_section
from rapportbyggare.reading.slip_messages import CODE
from rapportbyggare.reading.tables import read_tables
from tests.small import write
from tests.unit.reading.drafts import FILE, blocks_of

ROOT = Path(__file__).resolve().parents[3]


def slips(source: str) -> list[Problem]:
    return [problem for problem in parse_section(source, FILE)[1] if problem.code == CODE]


@pytest.mark.parametrize(
    ("source", "spots", "remedy"),
    [
        ("#Rubrik", [(1, 1)], "# Rubrik"),
        ("Text.\n##Möten", [(2, 1)], "## Möten"),
        ("#{{ ar }} i siffror", [(1, 1)], "{{ ar }}"),
        ("En **fet ** text", [(1, 4)], "**"),
        ("*a* **b ** och **c **", [(1, 5), (1, 16)], "**"),
        ("\\* **", [(1, 4)], "**"),
        ("&amp; **", [(1, 7)], "**"),
        ("[a] (https://b.se)", [(1, 3)], "]("),
        ("[a](https://b.se c)", [(1, 3)], "]("),
        ("{antal_kkb(ar)} företag", [(1, 1)], "{{ antal_kkb(ar) }}"),
        ("x { { ar } } y { z", [(1, 3), (1, 16)], "{{ ar }}"),
        ("{ {{ a }} }", [(1, 1)], "{{"),
        ("{*a*}", [(1, 1)], "{{"),
        ("x }", [(1, 3)], "{{"),
        ("- punkt {a}\n- [länk {b}](https://a.se)", [(1, 9), (2, 9)], "{{"),
        ("| a | b |\n| c | d |", [(1, 1)], "|---|---|"),
        ("> -ett\n> -två", [(1, 3)], "- ett"),
        ("1)ett\n2)två", [(1, 1)], "1) ett"),
        ("1.Ett\n2.Två", [(1, 1)], "1. Ett"),
    ],
)
def test_a_slip_is_a_flaw_where_it_stands(source: str, spots: list[tuple[int, int]], remedy: str) -> None:
    found = slips(source)
    assert [(problem.place.line, problem.place.column) for problem in found] == spots
    assert remedy in found[0].remedy + found[0].expected and {problem.severity for problem in found} == {Severity.FLAW}


@pytest.mark.parametrize(
    "source",
    [
        *(
            "Kunskap,\n-spridning och KKB-\nföretag",
            "-spridning är ett ord",
            "`a|b`, `{x}`, `**` och `](`",
            "C# och nr #3",
            "#3 av tio",
        ),
        *("– ett\n– två", "5 *) och **fet** och a | b", r"\*\* \{x\} \](y) \[a](b)", "&#42;&#42; &lbrace;", "[ord] (i parentes)"),
        *(
            r"\#Rubrik",
            r"\##Rubrik",
            r"\| a |",
            "\\-ett\n-två",
            r"1\)ett",
            "1.ett",
            "> #3",
            "- #tagg",
            "{# {x} ** #} text",
            "# A {#a .onumrerad}",
        ),
    ],
)
def test_right_text_has_none(source: str) -> None:
    assert slips(source) == []


@pytest.mark.parametrize("source", ["{antal() }} och {x", "x {#k} {y}", "{x} {% if a %}", "{{ a } b", "{x {# y", "{#x#} {y}"])
def test_a_line_whose_braces_are_spoken_of_anyway_has_no_slip_of_braces(source: str) -> None:
    assert slips(source) == [] and parse_section(source, FILE)[1]


def test_what_the_remedies_say_is_right() -> None:
    assert blocks_of("\\*\\* och \\](b) och \\{x\\}\n\n\\##Möten\n\n\\| a |\n\n1\\)ett\n2)två\n\n\\-ett\n-två")


def test_a_backslash_is_doubled_in_a_specification(tmp_path: Path) -> None:
    table = 'format = 1\n[[tabell]]\nid = "t"\nrubrik = "A {x}"\nkalla = "K"\nhorn = "H"\nkolumner = ["1"]\n'
    table += '[[tabell.rad]]\nrubrik = "R"\ncell = ["1"]\n'
    write(tmp_path, "report/tabeller.toml", table)
    (problem,) = read_tables(tmp_path)[1]
    assert (problem.place.line, problem.place.column) == (4, 13) and r"\\{" in problem.remedy
    write(tmp_path, "report/tabeller.toml", table.replace("{x}", r"\\{x\\}"))
    assert read_tables(tmp_path)[1] == ()


def test_the_report_in_the_repository_has_none() -> None:
    sections = sorted((ROOT / "sections").glob("*.md"))
    found = [problem for path in sections for problem in read_section(ROOT, f"sections/{path.name}")[1]]
    assert (
        sections and [problem for problem in (*found, *read_tables(ROOT)[1], *read_charts(ROOT)[1]) if problem.code == CODE] == []
    )

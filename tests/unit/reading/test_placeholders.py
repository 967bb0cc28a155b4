import pytest

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.reading.placeholders import COMMENT, PLACEHOLDER, REPLACEMENT, control_of, hide, index_of, reveal
from tests.unit.reading.drafts import codes


def hidden(source: str) -> tuple[str, list[str], list[tuple[int, int, str]]]:
    problems: list[Problem] = []
    found = hide(source, "a.md", problems)
    return found.text, [expression.source for expression in found.expressions], codes(problems)


def test_an_expression_keeps_its_columns() -> None:
    text, sources, problems = hidden("före {{ a | b('}}') }} efter")
    assert (len(text), sources, problems) == (len("före {{ a | b('}}') }} efter"), ["a | b('}}')"], [])
    assert text.startswith("före ") and text.endswith(" efter")


def test_places_point_at_the_braces() -> None:
    found = hide("x\ny {{ a }}", "a.md", [])
    assert found.expressions[0].place == Place("a.md", 2, 3, 10)


def test_places_count_from_where_the_text_begins() -> None:
    found = hide("{{ a }}\n{{ b }}", "a.toml", [], line=7, column=11)
    assert [expression.place for expression in found.expressions] == [Place("a.toml", 7, 11, 18), Place("a.toml", 8, 1, 8)]


def test_indexes_beyond_one_digit() -> None:
    found = hide("{{ a }}" * 5000, "a.md", [])
    assert [index_of(match[1]) for match in PLACEHOLDER.finditer(found.text)] == list(range(5000))


def test_the_shortest_expression_holds_its_index() -> None:
    text, sources, _ = hidden("{{}}|{{ }}")
    assert (len(text), sources, text[4]) == (10, ["", ""], "|")


def test_reveal_writes_the_expression_again() -> None:
    found = hide("a-{{ k }}-b", "a.md", [])
    assert reveal(found.text, found.expressions) == "a-{{ k }}-b"


def test_reveal_knows_no_foreign_placeholder() -> None:
    assert reveal("\ue000\ue010\ue010\ue010", ()) == REPLACEMENT


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a {# b #} c", f"a {COMMENT * 7} c"),
        ("{# en\ntvå #}\nc", "\n\nc"),
        ("{# a #} b", f"{COMMENT * 8}b"),
        ("{# {{ x }} #}", ""),
        ("{#nyckel}", "{#nyckel}"),
    ],
)
def test_comments(source: str, text: str) -> None:
    assert hidden(source) == (text, [], [])


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("a {{ b", (1, 3, "ostangt-uttryck")),
        ("a {{ 'b }}", (1, 3, "ostangt-uttryck")),
        ("a }} b", (1, 3, "slut-utan-uttryck")),
        ("a\n\nb {# c", (3, 3, "ostangd-kommentar")),
        ("{# a #} {# b", (1, 9, "ostangd-kommentar")),
        ("{#a b#}", (1, 1, "kommentar-utan-mellanslag")),
        ("x {% if a %}", (1, 3, "felplacerad-styrrad")),
        ("{% if a %} b {% endif %}", (1, 1, "felplacerad-styrrad")),
        ("{% if a", (1, 1, "ostangd-styrrad")),
        ("{% endif }", (1, 1, "ostangd-styrrad")),
        ("  { % endif %}", (1, 3, "ostangd-styrrad")),
        ("{endif}", (1, 1, "ostangd-styrrad")),
        ("endif %}", (1, 1, "ostangd-styrrad")),
        ("{% if a } x", (1, 1, "ostangd-styrrad")),
        ("{{ a } till {{ b }}", (1, 1, "ostangt-uttryck")),
    ],
)
def test_what_nobody_would_read_is_a_problem(source: str, problem: tuple[int, int, str]) -> None:
    assert hidden(source)[2] == [problem]


def test_an_expression_that_runs_into_the_next_is_said_to_and_the_next_is_read() -> None:
    problems: list[Problem] = []
    found = hide("{{ a } till {{ b }} och {{ c {{ 'd {{' }}", "a.md", problems)
    assert [expression.source for expression in found.expressions] == ["b", "'d {{'"]
    assert [(problem.place.column, "före nästa {{" in problem.message) for problem in problems] == [(1, True), (25, True)]
    assert "{{ a }}" in problems[0].remedy


@pytest.mark.parametrize(
    ("line", "mended", "torn"),
    [
        ("{% if a }", "{% if a %}", False),
        ("   {%- if a %}", "{%     if a %}", False),
        ("{ % if a %}", "{%  if a %}", False),
        ("{if a}", "{if a}", True),
        ("x {% if a %}", "x {% if a %}", True),
        ("{% if a %} x {% endif %}", "{% if a %} x {% endif %}", False),
        ("{% if a and", "{% if a and", True),
        ("x {% else %}", "x {% else %}", True),
        ("x {% tabell t %}", "x {% tabell t %}", False),
    ],
)
def test_a_control_line_is_mended_where_it_can_be(line: str, mended: str, torn: bool) -> None:
    found = hide(line, "a.md", [])
    assert (found.text, found.torn, sorted(found.told)) == (mended, torn, [0])


def test_characters_of_placeholders_are_no_words() -> None:
    assert hidden("\ue000\ue010\ue010\ue010 {{ a }}")[0].startswith(REPLACEMENT * 4)


@pytest.mark.parametrize(
    ("line", "content"),
    [
        ("{% if a %}", "if a"),
        ("{%- if a -%}   ", "if a"),
        ("{%%}", ""),
        ("{% %} %}", None),
        (" {% if a %}", None),
        ("{% if a %} x", None),
        ("{%", None),
        ("{%}", None),
    ],
)
def test_control_lines(line: str, content: str | None) -> None:
    assert control_of(line) == content

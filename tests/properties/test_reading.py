"""The reader never raises, whatever the text; nothing an author wrote goes without an answer; time grows with the text."""

import gc
import time
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.token import Token

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import Code, Text
from rapportbyggare.reading.parser import MARKUP, inline_tokens, parser
from rapportbyggare.reading.placeholders import hide
from rapportbyggare.reading.sections import parse_section
from tests.unit.reading.drafts import FILE, expressions, nodes

PIECES = (
    *("{{ a }}", "{{ b | c }}", "{{", "}}", "{{ '}}' }}", '{{ "', "{#", "{# x", "#}", "{%", "%}", "{% if a %}", "{% else %}"),
    *("{% endif %}", "{% for k in a %}", "{% endfor %}", "{% faktaruta {{ a }} %}", "{% endfaktaruta %}", "{% tabell t %}"),
    *("\n", "\n\n", "\n", "\n    ", " ", "  \n", "\t", "# ", "## ", "- ", "1. ", "> ", "| ", " | ", "|---|---|", "\n|-|-|\n"),
    *("*", "**", "_", "`", "```", "~~~", "[", "]", "(", ")", "](", "](#k)", "![", "[^n]", "[^n]: ", "[^", "[k]: https://a.se"),
    *("<b>", "</b>", "<!--", "-->", "<div>", "<", "&amp;", "&#12;", "&#xE000;", "\\", "\\|", "{lang=en}", "{.onumrerad}", "{"),
    *("Tabell: ", "Källa: ", "Not: ", "ord", "å", "e\u0301", "\u00a0", "\u2028", "\x00", "\r", "\ue002", "}", "{#k}"),
    "\ue000\ue010\ue010\ue010",
)
SOUP = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
ANYTHING = SOUP | st.text(max_size=80)
# The reader's lines end with LF; a lone CR counts as one.
LINES = ANYTHING.map(lambda source: source.replace("\r", ""))


@given(st.text().filter(lambda text: MARKUP.search(text) is None))
def test_a_text_without_signs_is_one_token(text: str) -> None:
    read: list[Token] = []
    parser().inline.parse(text, parser(), {}, read)
    assert [token.type for token in read] == ["text"] * len(read)
    assert "".join(token.content for token in read) == "".join(token.content for token in inline_tokens(text)) == text


@given(ANYTHING)
def test_the_reader_never_raises_and_says_the_same_twice(source: str) -> None:
    assert parse_section(source, FILE) == parse_section(source, FILE)


@given(LINES)
def test_spans_point_at_their_text(source: str) -> None:
    lines = source.split("\n")
    section, _ = parse_section(source, FILE)
    for node in nodes((section.blocks, section.notes)):
        match node:
            case Text(text, place) | Code(text, place) if place.end:
                assert (
                    lines[place.line - 1][place.column - 1 : place.end - 1] in (text, text.replace("\ufffd", ""))
                    or "\ufffd" in text
                )
            case _:
                pass
    for expression in hide(source, FILE, []).expressions:
        written = sliced(lines, expression.place)
        assert written.startswith("{{") and written.endswith("}}")
        assert written[2:-2].strip() == expression.source or "\ufffd" in expression.source


@example("\r{{ a }}")
@given(ANYTHING)
def test_every_expression_is_in_the_draft_or_a_problem_says_why(source: str) -> None:
    section, problems = parse_section(source, FILE)
    parts = (section.blocks, section.notes)
    read = {expression.place for expression in expressions(parts)}
    keys = [node for node in nodes(parts) if isinstance(node, str)]
    for expression in hide(source, FILE, []).expressions:
        told = any(covers(problem, expression.place) for problem in problems)
        assert expression.place in read or told or any(f"{{{{ {expression.source} }}}}" in key for key in keys)


@example("<!--{{ a }}")
@example("{% {{ a }} %}\n{% for {{ a }} %}\n[k]: {{ a }}\n[l]: https://a.se&#xE000;")
@given(ANYTHING)
def test_no_placeholder_leaves_the_reader(source: str) -> None:
    section, problems = parse_section(source, FILE)
    found = [node for node in nodes((section.blocks, section.notes)) if isinstance(node, str)]
    said = [text for problem in problems for text in (problem.message, problem.expected, problem.remedy)]
    assert not any("\ue000" <= letter <= "\ue04f" for text in (*found, *said) for letter in text)


@given(LINES)
def test_places_lie_in_the_text(source: str) -> None:
    lines = source.split("\n")
    for problem in parse_section(source, FILE)[1]:
        assert problem.place.file == FILE and 1 <= problem.place.line <= len(lines) + 1
        assert problem.place.column <= len([*lines, ""][problem.place.line - 1]) + 2


def sliced(lines: list[str], place: Place) -> str:
    return lines[place.line - 1][place.column - 1 : place.end - 1]


def covers(problem: Problem, place: Place) -> bool:
    return problem.place.line == place.line and (problem.place.column <= place.column or problem.code == "olast-uttryck")


HOSTILE: dict[str, Callable[[int], str]] = {
    "{{": lambda n: "{{" * n,
    "[": lambda n: "[" * n,
    "*": lambda n: "*" * n,
    "{#": lambda n: "{#" * n,
    "{# ": lambda n: "{# " * n,
    "|": lambda n: "|" * n,
    "}}": lambda n: "}}" * n,
    "open strings": lambda n: "{{ '" * n,
    "open comments on lines": lambda n: "{# \n" * n,
    "emphasis": lambda n: "*a " * n + "a*" * n,
    "control with spaces": lambda n: "{% a" + " " * n + "b",
    "heading with spaces": lambda n: "# a" + " " * n + "b",
    "heading keys": lambda n: "# x {" + "#a" * n + " x",
    "entities": lambda n: "&lt;*a*" * n,
    "entities on lines": lambda n: "&lt;*a*\n" * n,
    "marks without notes": lambda n: "".join(f"[^a{k}] " for k in range(n)),
    "expressions": lambda n: "{{ a }} " * n,
    "links": lambda n: "[a](" * n,
    "open ifs": lambda n: "{% if a %}\n" * n,
    "stray ends": lambda n: "{% endif %}\n" * n,
    "table rows": lambda n: "|a|b|\n|-|-|\n" + "|1|2|\n" * n,
    "table columns": lambda n: "|a" * n + "|\n" + "|-" * n + "|\n" + "|1" * n + "|\n",
    "captions": lambda n: "Tabell: " + "{#a " * n,
    "attributes": lambda n: "[a]{" * n,
    "open braces": lambda n: "{ " * n,
    "stray signs": lambda n: "\\[a}] (https: ** " * n,
    "torn lines": lambda n: "{% if a }\n" * n,
    "open expressions": lambda n: "{{ a } " * n,
}


def cost(source: str) -> float:
    """Processor time of one reading, without the collector, whose own cost jumps with the number of objects."""
    gc.collect()
    gc.disable()
    try:
        started = time.process_time()
        parse_section(source, FILE)
        return time.process_time() - started
    finally:
        gc.enable()


@pytest.mark.prov
@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_text_and_no_faster(name: str) -> None:
    """Eight times the text may cost 8 times as much; the square would be 64 times."""
    make = HOSTILE[name]
    small, large = (min(cost(make(n)) for _ in range(3)) for n in (500, 4000))
    assert large < 32 * max(small, 0.001), (small, large)


@pytest.mark.parametrize("sign", ["{{", "[", "*", "{#", "|"])
def test_a_hundred_thousand_of_one_sign(sign: str) -> None:
    section, problems = parse_section(sign * 100_000, FILE)
    assert section.blocks or problems

"""Every expression yields a value or a problem, and binding is a function of what it is given."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from jinja2 import TemplateSyntaxError
from jinja2.lexer import Token

from rapportbyggare.binding import jinja
from rapportbyggare.binding.evaluate import ALL_FUNCTIONS
from rapportbyggare.binding.filters import FILTERS
from rapportbyggare.binding.printing import printed
from rapportbyggare.binding.recognise import recognise
from rapportbyggare.binding.things import Fault
from rapportbyggare.core.figure import Figure
from rapportbyggare.core.walk import all_texts, values_in
from tests.small import DATASET, PLACES, SPACE, bound, manifest, scope, value

CODE = re.compile(r"\{\{ (.*?) \}\}")
NAMES = st.sampled_from(["ar", "kommuner", "lan", "rapport", "rapport.titel", "foretag", "stod", "true", "okänd", "_", "self"])
TEXTS = st.sampled_from([*PLACES, "Riket", "Malmö", "bolag", "2025-10-14", "minst", ""]).map(repr)
NUMBERS = st.integers(-3, 2030).map(str) | st.sampled_from(["0.5", "1.25", "999999999999999"])
FACTS = st.sampled_from(
    [
        "foretag()",
        "foretag(ar - 1)",
        "andel_kkb()",
        "omsattning(2024)",
        "stod()",
        "stod(2021)",
        "besok()",
        "besok(2024)",
        "per_bolag(2024)",
    ]
)
OPERATORS = st.sampled_from(["+", "-", "*", "/", "<", "==", ">=", "in", "and", "or", "**", "~"])
LEAVES = NAMES | TEXTS | NUMBERS | FACTS
WORDS = st.sampled_from([*ALL_FUNCTIONS, "foretag", "stod", "omsattning", "finns_inte"])
OPTIONS = st.sampled_from(["nr", "matt", "plats", "ar", "upp", "x", "over_brott"])


def deeper(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    arguments = st.lists(inner | st.tuples(OPTIONS, inner).map("=".join), max_size=3).map(", ".join)
    return (
        st.tuples(WORDS, arguments).map(lambda call: f"{call[0]}({call[1]})")
        | st.tuples(inner, st.sampled_from([*FILTERS, "upper"]), arguments).map(lambda one: f"{one[0]} | {one[1]}({one[2]})")
        | st.tuples(inner, OPERATORS, inner).map(" ".join)
        | st.tuples(inner, inner, inner).map(lambda three: f"({three[0]} if {three[1]} else {three[2]})")
        | inner.map(lambda one: f"(not {one})")
        | inner.map(lambda one: f"-{one}")
        | st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
    )


EXPRESSIONS = st.recursive(LEAVES, deeper, max_leaves=8)
SECTIONS = st.lists(
    st.sampled_from(
        [
            "# Rubrik {{ ar }} {#a}",
            "## Del {#b}",
            "Ord {{ foretag() }}[^n] och [](#a).",
            "- {{ omsattning(2024) }}[^m]",
            "{% if finns(stod()) %}\nJa\n{% else %}\nNej[^n]\n{% endif %}",
            "{% for k in kommuner %}\n- {{ foretag(ar, k) }}\n{% endfor %}",
            "Tabell: T {{ ar }}\n\n| A | B |\n|---|---|\n| {{ stod() }} | {{ omsattning(2024) }} |",
            "> {{ okänd }}",
            '![Alt {{ ar }}](a.png "R"){#c}',
        ]
    ),
    max_size=8,
).map(lambda parts: "\n\n".join((*parts, "[^n]: Not {{ ar }}.", "[^m]: {{ omsattning(2024) }}")))


@given(EXPRESSIONS | st.text("ar{}()[]|.,'\"+-*/<>= 0123456789kommuner_åäö\n", max_size=30) | st.text(max_size=20))
def test_every_expression_yields_a_value_or_a_problem(source: str) -> None:
    try:
        found = printed(value(source), scope())
    except Fault as fault:
        assert fault.code and fault.message
    else:
        assert isinstance(found.text, str)
        assert found.figure is None or isinstance(found.figure, Figure)


@given(EXPRESSIONS | st.text("ar.,'\"\\|+-*/<>=!%~ 0123456789_exåe\u0301$\n").map(str.strip))
def test_tokens_are_those_of_jinja2(source: str) -> None:
    assert tokens(lambda: jinja.tokens_of(source)) == tokens(
        lambda: jinja.LEXER.wrap(jinja.LEXER.tokeniter(source, None, None, "variable"))
    )


REPORTS = sorted(
    {found for path in (Path(__file__).parents[2] / "sections").glob("*.md") for found in CODE.findall(path.read_text("utf-8"))}
)
SIGNS = [*"()[]|.,+-*/<>= '\"~é\\1\u00a0", "==", "!=", "if ", " else ", " and ", "not ", " in ", " is ", "or ", "true", "none"]
ATOMS = ["ar", "foretag(", "matt=", "'Åre'", '"a"', "2025", "0.5", "07", "1.5.2", "1e5", "rapport.titel", "| ord", "åäö", "_1"]
PIECES = st.lists(st.sampled_from([*SIGNS, *ATOMS]), max_size=12).map("".join)


@given(EXPRESSIONS | PIECES | st.sampled_from(REPORTS) | st.text("ar.,'\"\\|+-*/<>=!%~() 0123456789_exåe\u0301$\n"))
def test_what_is_recognised_is_what_jinja2_reads(source: str) -> None:
    found = recognise(source)
    assert found is None or repr(found) == repr(jinja.parsed(source, 100))


def test_the_expressions_of_the_report_are_recognised() -> None:
    assert REPORTS and [source for source in REPORTS if recognise(source) is None] == []


def tokens(found: Callable[[], Iterable[Token]]) -> list[tuple[str, object]] | None:
    try:
        return [(token.type, token.value) for token in found()]
    except (TemplateSyntaxError, ValueError):
        return None


@given(EXPRESSIONS)
def test_a_printed_figure_has_origins_in_the_dataset(source: str) -> None:
    try:
        found = printed(value(source), scope())
    except Fault:
        return
    if found.figure is not None:
        assert found.figure.origins and all(fact in DATASET.observations for fact in found.figure.facts)


@given(SECTIONS)
def test_binding_twice_gives_the_same(source: str) -> None:
    first, second = bound(source, source), bound(source, source)
    assert first == second
    assert idents(first[0]) == idents(second[0])


@given(SECTIONS)
def test_anchors_are_unique_and_notes_are_counted(source: str) -> None:
    document, _ = bound(source)
    names = idents(document)
    assert len(set(names)) == len(names)
    assert [note.number for note in document.notes] == list(range(1, len(document.notes) + 1))
    assert len({note.key for note in document.notes}) == len(document.notes)


def idents(document: object) -> list[str]:
    from rapportbyggare.core.document import Document

    assert isinstance(document, Document) and document.manifest == manifest() and SPACE
    return [found.ident for text in all_texts(document) for found in values_in(text)]

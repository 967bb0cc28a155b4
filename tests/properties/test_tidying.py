"""The laws of tidying: once is enough, no digit changes, and what is sealed is left byte for byte."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from rapportbyggare.checks.placeholders import PLACEHOLDER, placeholders
from rapportbyggare.checks.seals import FIXED, NEVER
from rapportbyggare.checks.tidying import RULES, applied, tidied

PIECES = (
    *(
        "5",
        "12",
        "1 345",
        "2023",
        "2027",
        "-",
        "–",
        " - ",
        "—",
        " ",
        "  ",
        "\u00a0",
        "\n",
        "\n\n",
        "%",
        ",",
        ".",
        "...",
        "§",
        ":",
        "(",
    ),
    *(
        ")",
        '"',
        "“",
        "”",
        "»",
        "«",
        "kr",
        "mkr",
        "procent",
        "enheter",
        "tex",
        "t ex",
        "t.ex",
        "m m",
        "s k",
        "pga",
        "och",
        "juli",
        "Oktober",
    ),
    *(
        "i",
        "SCB",
        "s",
        "ord",
        "Å",
        "ett",
        "KKB",
        "31",
        "mars",
        "`",
        "*",
        "_",
        "> ",
        "- ",
        "# ",
        "|",
        "[",
        "]",
        "](",
        "{lang=nb}",
        "\\",
    ),
    *("{{ ar - 1 }}", "{{ f(ar, 'a  5%') }}", "{% if x  > 5 %}\n", "{# 5% tex #}", "https://a.se/5%20b", "a-2019-2020.pdf", "\t"),
    *(
        "RUN/113/2022",
        "SOU 2022:44",
        "33 100-till-100",
        "2025-10-14",
        "---\n",
        "```\n",
        "[^n]",
        "{{",
        "}}",
        "{#",
        "<",
        ">",
        "\ue000",
        "\ue001",
    ),
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text('a 5%-."”,§', max_size=4), max_size=24).map("".join)
EXPRESSION = re.compile(r"\{\{[^{}\n]*\}\}")


@settings(max_examples=600)
@given(TEXTS, st.booleans())
def test_a_tidied_text_is_tidy(text: str, markdown: bool) -> None:
    done = applied(text, tidied(text, markdown))
    assert tidied(done, markdown) == ()


@settings(max_examples=300)
@given(TEXTS, st.booleans())
def test_digits_expressions_and_lines_are_kept(text: str, markdown: bool) -> None:
    done = applied(text, tidied(text, markdown))
    assert re.sub(r"\D", "", done) == re.sub(r"\D", "", text)
    assert done.count("\n") == text.count("\n")
    if markdown:
        assert EXPRESSION.findall(done) == EXPRESSION.findall(text)


@settings(max_examples=300)
@given(TEXTS, st.booleans())
def test_edits_say_what_they_change_in_order(text: str, markdown: bool) -> None:
    edits = tidied(text, markdown)
    assert all(text[edit.start : edit.end] == edit.old != edit.new for edit in edits)
    assert all(one.end < other.start for one, other in pairwise(edits))


@settings(max_examples=300)
@given(TEXTS)
def test_what_spares_a_line_the_search_hides_nothing(text: str) -> None:
    for rule in RULES:
        found = list(rule._replace(shows=()).edits(text))
        assert list(rule.edits(text)) == found
        assert not (found and rule.counts) or re.search(r"\d", text)
    assert FIXED.search(text) or not NEVER.search(text)


WAITING = (
    *("§", "X", "N", "_", "0", "20", "ÅÅ", "YY", "TODO", "FIXME", "TBD", "??", "lorem", "ipsum", "[namn", "(fyll", "i", "]", ")"),
    *("maj", "x/", "/X/", "x", "y", " "),
)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WAITING)).map("".join))
def test_what_spares_a_text_the_search_hides_no_placeholder(text: str) -> None:
    assert [one.span() for one in placeholders(text)] == [one.span() for one in PLACEHOLDER.finditer(text)]

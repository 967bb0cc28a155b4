"""The laws of tidying: once is enough, no digit changes, and what is sealed is left byte for byte."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from rapportbyggare.checks.tidying import applied, tidied

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

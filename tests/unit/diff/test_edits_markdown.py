"""Running text as it is written in a section: nothing in its words is markup, and its looks are said so that they are read."""

import pytest

from rapportbyggare.core.text import Code, DocumentText, Emphasis, LineBreak, Link, Reference, Span, Strong, Text
from rapportbyggare.diff.edits_markdown import Sources, markdown

ADDRESS = "https://example.se/"
LABELS = {3: "scb"}


def written(*content: object) -> str:
    text: DocumentText = content  # type: ignore[assignment]
    return markdown(text, Sources(lambda value: "", lambda number: LABELS.get(number, "")))


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Ord &amp; ord & ord", "Ord \\&amp; ord & ord"),
        ("{% if %}", "&#123;% if %\\}"),
        ("1. Ett", "1\\. Ett"),
        ("2025) Ett", "2025\\) Ett"),
        ("2025 ett", "2025 ett"),
        ("# Ett", "\\# Ett"),
        ("#ett", "#ett"),
        ("---", "\\---"),
        ("~~~", "\\~~~"),
        ("   inskjutet", "inskjutet"),
        ("\tinskjutet", "inskjutet"),
    ],
)
def test_words_are_not_markup(words: str, source: str) -> None:
    assert written(Text(words)) == source


@pytest.mark.parametrize("words", ["- ett", "> ett", "===", "|---|"])
def test_nothing_begins_after_a_break(words: str) -> None:
    assert written(Text("Ord"), LineBreak(), Text(words)) == f"Ord\\\n\\{words}"


def test_a_break_at_the_end_is_left_out() -> None:
    assert written(Text("Ord"), LineBreak(), Text(" "), LineBreak()) == "Ord"


def test_a_shout_before_a_link_makes_no_picture() -> None:
    assert written(Text("Se!"), Link(ADDRESS, (Text("här"),))) == f"Se\\![här]({ADDRESS})"


def test_an_address_does_not_end_too_early() -> None:
    assert written(Link("https://example.se/a_(b)", (Text("b"),))) == "[b](https://example.se/a_\\(b\\))"
    assert written(Link("https://example.se/a b", (Text("b"),))) == "[b](https://example.se/a%20b)"


def test_a_language_goes_round_a_link() -> None:
    assert written(Link(ADDRESS, (Span("en", (Text("here"),)),))) == f"[[here]({ADDRESS})]{{lang=en}}"


def test_emphasis_inside_a_word() -> None:
    assert written(Text("Kultur"), Strong((Text("stöd"),)), Text("et")) == "Kultur**stöd**et"


def test_a_mark_that_touches_a_word_stands_outside_the_emphasis() -> None:
    assert written(Strong((Text("(OBS!)"),)), Text("Ord")) == "**(OBS**!)Ord"
    assert written(Strong((Text("(OBS!)"),)), Text(" ord")) == "**(OBS!)** ord"
    assert written(Text("ord"), Emphasis((Text("(i)"),))) == "ord(*i)*"


def test_spaces_and_breaks_stand_outside_the_emphasis() -> None:
    assert written(Emphasis((Text(" a"), LineBreak(), Strong((Text("b "),)))), Text("c")) == "*a*\\\n***b*** c"


def test_code_keeps_its_ticks_and_its_spaces() -> None:
    assert written(Code("a`b")) == "``a`b``"
    assert written(Text("x "), Code(" a ")) == "x `  a  `"
    assert written(Code("`a")) == "`` `a ``"


def test_a_reference_to_a_note_leads_to_its_label() -> None:
    assert written(Reference("not-3", "not", "not", "3")) == "[](#not-scb)"

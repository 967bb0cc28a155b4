"""Inlines as runs, in a short notation: each element by its name and value."""

import re
from dataclasses import replace

import pytest

from rapportbyggare.core.text import Code, DocumentInline, Emphasis, LineBreak, Link, NoteNumber, Reference, Span, Strong, Value
from rapportbyggare.word.look import own_look
from rapportbyggare.word.runs import runs
from rapportbyggare.word.scope import Scope
from tests.unit.word.sample import STYLE, text, value


def scope(draft: bool = False) -> Scope:
    return Scope(own_look(STYLE), draft, False, frozenset(), {1: "_Ref_n1"}, {}, 9000)


def short(markup: str) -> str:
    """Markup without prefixes, `val` and closing tags: `r(rPr(b)t:ord)`."""
    markup = re.sub(r'<w:t xml:space="preserve">(.*?)</w:t>', r"t:\1", markup).replace("w:", "").replace("r:id", "id")
    markup = re.sub(r' ([\w:]+)="([^"]*)"', lambda m: f" {m[2]}" if m[1] == "val" else f" {m[1]}={m[2]}", markup)
    return re.sub(r"</\w+>", ")", re.sub(r"<([^/>]*)/>", r"[\1]", markup)).replace("<", "").replace(">", "(")


@pytest.mark.parametrize(
    ("inline", "expected"),
    [
        (Strong(text("fet")), "r(rPr([b])t:fet)"),
        (Strong(text(Emphasis(text("båda")))), "r(rPr([b][i])t:båda)"),
        (Code("x < y"), "r(rPr([rStyle HTMLCode])t:x &lt; y)"),
        (Span("en", text("hub")), "r(rPr([lang en])t:hub)"),
        (LineBreak(), "r([br])"),
        (
            NoteNumber(1, False),
            "[bookmarkStart id=1 name=_Ref_n1]r(rPr([rStyle FootnoteReference])[footnoteReference id=1])[bookmarkEnd id=1]",
        ),
        (NoteNumber(2, False), "r(rPr([rStyle FootnoteReference])[footnoteReference id=2])"),
        (value("5", "v"), "r(t:5)"),
        (
            Reference("k", "tabell", "tabell", "2", text("ord")),
            "hyperlink anchor=_Ref_k history=1(r(rPr([rStyle Hyperlink])t:ord))",
        ),
    ],
)
def test_inline(inline: DocumentInline, expected: str) -> None:
    assert short(runs(scope(), (inline,))) == expected


def test_value_in_a_draft_stands_in_a_hidden_bookmark() -> None:
    assert short(runs(scope(draft=True), (value("5", "v"),))) == "[bookmarkStart id=1 name=_rb_v]r(t:5)[bookmarkEnd id=1]"


def test_value_printed_twice_has_two_names() -> None:
    here = scope(draft=True)
    runs(here, (value("5", "v"), value("5", "v")))
    assert here.record.values == [
        '<varde id="v" text="5" serie="1" plats="Berg"/>',
        '<varde bokmarke="_rb_v_2" id="v" text="5" serie="1" plats="Berg"/>',
    ]


def test_value_without_name_has_no_bookmark() -> None:
    assert short(runs(scope(draft=True), (Value("ökade", None),))) == "r(t:ökade)"


@pytest.mark.parametrize(("lead", "code"), [("bilaga", "REF _Ref_k \\r \\h \\* lower"), ("Bilaga", "REF _Ref_k \\r \\h")])
def test_reference_to_an_appendix_is_live_with_its_word(lead: str, code: str) -> None:
    written = short(runs(scope(), (Reference("k", "bilaga", lead, "1"),)))
    assert written == (
        f"r([fldChar fldCharType=begin])r(instrText xml:space=preserve( {code} ))"
        f"r([fldChar fldCharType=separate])r(t:{lead}\u00a01)r([fldChar fldCharType=end])"
    )


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("tabell", "REF _Ref_k \\h"),
        ("avsnitt", "REF _Ref_k \\r \\h"),
        ("not", "NOTEREF _Ref_k \\h"),
    ],
)
def test_reference_is_a_typed_lead_and_a_live_number(kind: str, code: str) -> None:
    written = short(runs(scope(), (Reference("k", kind, "lead", "7"),)))
    assert written == (
        f"r(t:lead\u00a0)r([fldChar fldCharType=begin])r(instrText xml:space=preserve( {code} ))"
        "r([fldChar fldCharType=separate])r(t:7)r([fldChar fldCharType=end])"
    )


def test_note_marked_again_repeats_the_number_of_the_first() -> None:
    assert "NOTEREF _Ref_n1 \\f \\h" in runs(scope(), (NoteNumber(1, True),))


def test_address_with_blanks_is_written_so_that_word_takes_it() -> None:
    here = scope()
    runs(here, (Link("https://a.se/en fil {1}å.pdf?a=%20", text("a")),))
    assert [relation.target for relation in here.relations.values()] == ["https://a.se/en%20fil%20%7B1%7Då.pdf?a=%20"]


def test_link_has_the_same_relationship_in_every_edition() -> None:
    first, second = scope(), replace(scope(), relations={})
    runs(first, (Link("https://a.se/", text("a")),))
    runs(second, (Link("https://b.se/", text("b")), Link("https://a.se/", text("a"))))
    assert set(first.relations) < set(second.relations)

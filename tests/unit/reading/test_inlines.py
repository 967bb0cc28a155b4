import pytest

from rapportbyggare.core.blocks import Paragraph
from rapportbyggare.core.place import Place
from rapportbyggare.core.text import (
    Code,
    CrossReference,
    DraftText,
    Emphasis,
    Expression,
    LineBreak,
    Link,
    NoteMark,
    Span,
    Strong,
    Text,
)
from rapportbyggare.reading.inlines import DEEPEST, link_fault
from rapportbyggare.reading.sections import parse_section
from tests.unit.reading.drafts import faults, nodes, only, words


def content(source: str) -> DraftText:
    block = only(source)
    assert isinstance(block, Paragraph)
    return block.content


def expression(source: str) -> Expression:
    return Expression(source, Place(""))


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("a", Text("a")),
        ("*a*", Emphasis((Text("a"),))),
        ("**a**", Strong((Text("a"),))),
        ("`a  b`", Code("a  b")),
        ("[a]{lang=en}", Span("en", (Text("a"),))),
        ("[a]{lang=zh-Hant}", Span("zh-Hant", (Text("a"),))),
        ("[a](https://b.se)", Link("https://b.se", (Text("a"),))),
        ("<https://b.se>", Link("https://b.se", (Text("https://b.se"),))),
        ("[a](mailto:b@c.se)", Link("mailto:b@c.se", (Text("a"),))),
        ("{{ a|b }}", expression("a|b")),
        ("*{{ a }}*", Emphasis((expression("a"),))),
        ("[{{ a }}](https://b.se)", Link("https://b.se", (expression("a"),))),
        (r"\*a\* &amp; b", Text("*a* & b")),
    ],
)
def test_one_inline(source: str, wanted: object) -> None:
    assert content(source) == (wanted,)


@pytest.mark.parametrize(
    ("source", "key", "children"),
    [("[](#a)", "a", ()), ("[b](#a)", "a", (Text("b"),)), ("[](#a-{{ k }})", "a-{{ k }}", ()), ("[](#åre)", "åre", ())],
)
def test_references(source: str, key: str, children: DraftText) -> None:
    (found,) = content(source)
    assert isinstance(found, CrossReference)
    assert (found.key, found.children) == (key, children)


def test_breaks() -> None:
    assert content("a\nb\\\nc  \nd") == (Text("a"), Text(" "), Text("b"), LineBreak(), Text("c"), LineBreak(), Text("d"))


def test_note_marks_and_their_places() -> None:
    section, problems = parse_section("a[^n] b[^n]\n\n[^n]: c", "f")
    assert problems == ()
    assert [mark.place for mark in nodes(section.blocks) if isinstance(mark, NoteMark)] == [
        Place("f", 1, 2, 6),
        Place("f", 1, 8, 12),
    ]


def test_places_of_an_address() -> None:
    (link, _, again) = content("[a](https://b.se) <https://b.se>")
    assert isinstance(link, Link) and isinstance(again, Link)
    assert link.place == Place("sections/a.md", 1, 5, 17)
    assert again.place.line == 1


def test_comments_part_the_text_that_stands_round_them() -> None:
    assert content("a {# b #} c{# d #}e {# f #}.") == (Text("a"), Text(" c"), Text("e"), Text("."))


@pytest.mark.parametrize(
    ("address", "fine"),
    [
        ("https://a.se/b?c=d#e", True),
        ("http://a.se", True),
        ("mailto:a@b.se", True),
        ("mailto:", False),
        ("https:a", False),
        ("ftp://a.se", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("a.se", False),
        ("//a.se", False),
        ("", False),
        ("https://[a", False),
        ("https://a.se/\x0c", False),
        ("https://a.se/\ue000\ue010\ue010\ue010", False),
    ],
)
def test_addresses(address: str, fine: bool) -> None:
    assert (link_fault(address) is None) is fine


def test_depth_is_bounded_and_no_word_is_lost() -> None:
    section, problems = parse_section("*a " * 3000 + "b" + " c*" * 3000, "f")
    assert {problem.code for problem in problems} == {"for-djupt"}
    assert words(section).split().count("a") == 3000


def test_depth_within_bounds_is_fine() -> None:
    assert faults("*_" * (DEEPEST // 2 - 1) + "a" + "_*" * (DEEPEST // 2 - 1)) == []


def test_an_entity_cannot_make_an_expression() -> None:
    section, problems = parse_section("{{ a }} &#xE000;&#xE010;&#xE010;&#xE010;", "f")
    assert [problem.code for problem in problems] == ["skadligt-tecken"]
    assert "\ue000" not in words(section)

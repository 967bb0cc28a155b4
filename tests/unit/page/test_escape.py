"""Text from sources stays text, whatever it holds."""

from dataclasses import replace

import pytest

from rapportbyggare.core.blocks import FactBox, Heading, HeadingKind, Opaque, Paragraph, Picture
from rapportbyggare.core.compared import (
    Cause,
    Changed,
    ComparedFigure,
    Comparison,
    DeliveryLabel,
    FigureChange,
    RedlineLeaf,
    RedlineNote,
    Standing,
    Whole,
)
from rapportbyggare.core.figure import FactKey
from rapportbyggare.core.place import Place
from rapportbyggare.core.text import Code, DocumentText, Link, NoteNumber, Reference, Span, Text, Value
from rapportbyggare.page.markup import name_of
from rapportbyggare.page.review import review_page
from tests.unit.page.made import change, chart, comparison, every, one, page, seen, table, written

ATTACKS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x=\'',
    "]]><svg onload=alert(1)>",
    "<!-- --!><iframe srcdoc='<script>alert(1)</script>'>",
    "&lt;b&gt; &#60;i&#62;",
    "\u202eexe.txt\u2066",
    "${alert(1)} {{7*7}}",
    "</textarea></title></noscript><base href=//x>",
)


def everywhere(words: str) -> Comparison:
    """A comparison with the same words in every place that a source can fill."""
    text: DocumentText = (
        Text(words),
        Value(words, None),
        Code(words),
        Span(words, (Text(words),)),
        Reference(words, "tabell", words, words),
    )
    block = Changed((Text(words),), (Text(words + "!"),), Cause.TEXT, 1)
    link: Link[RedlineLeaf] = Link("https://example.org", (Text(words),))
    label = DeliveryLabel(1, words, words)
    made = comparison(
        Paragraph((*text, block, NoteNumber(1, False), link)),
        Heading(1, text, words, HeadingKind.NUMBERED, number=words),
        FactBox(text, ()),
        Opaque(words, words, ""),
        Whole(Standing.ADDED, Cause.TEXT, 2, (Picture(words, text, text, words),)),
        table(key=words, caption=text, source=text, symbols=((words, words),), body=(), description=words),
        ComparedFigure(chart(words), chart(words + "!"), text, text, Cause.DATA, 3),
        changes=tuple(
            change(n, Cause.TEXT, words, words, kind=words, where=words, chapter=words, place=Place(words, 1)) for n in (1, 2, 3)
        ),
        notes=(RedlineNote(words, 1, 1, text, Standing.KEPT, 0),),
        figures=(FigureChange(FactKey(words, "", 2025, words), words, words, words, label, label, (1,)),),
        remarks=(words,),
    )
    return replace(made, new=replace(made.new, name=words, title=words, data_date=words))


def shape(markup: str) -> list[tuple[object, list[str]]]:
    """Every element and the names of its attributes."""
    return [(element.tag, sorted(map(str, element.keys()))) for element in page(markup).iter()]


@pytest.mark.parametrize("attack", ATTACKS)
def test_words_never_change_the_shape_of_the_page(attack: str) -> None:
    markup = review_page(everywhere(attack))
    assert shape(markup) == shape(review_page(everywhere("ord")))
    assert attack in seen(one(page(markup), "//main"))
    assert attack in every(page(markup), "//body/@data-titel")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org",
        "\x01javascript:alert(1)",
        "http://[",
        "",
    ],
)
def test_an_unsafe_address_is_no_link(address: str) -> None:
    found = written(Paragraph((Link(address, (Text("klicka"),)),)))
    assert found.findall(".//a") == []
    assert seen(found) == "klicka"


@pytest.mark.parametrize("address", ["https://example.org/å?b=\"c\"&d='e'", "http://example.org", "mailto:a@example.org"])
def test_a_safe_address_is_a_link_to_just_that(address: str) -> None:
    assert every(written(Paragraph((Link(address, (Text("länk"),)),))), ".//a/@href") == [address]


def test_characters_no_page_may_hold_are_replaced() -> None:
    found = written(Paragraph((Text("a\x00b\x0bc\ud800d\ufffee"),)))
    assert seen(found) == "a\ufffdb\ufffdc\ufffdd\ufffde"
    review_page(comparison(changes=(change(1, old="\ud800"),))).encode("utf-8")


def test_keys_that_differ_have_names_that_differ() -> None:
    keys = ["a b", "a_b", "a-b", "å", "a", "A", "a\u00a0b", "a_20_b"]
    assert len({name_of(key) for key in keys}) == len(keys)
    assert all(name_of(key).replace("_", "").replace("-", "").isalnum() for key in keys)

import pytest

from rapportbyggare.reading.parser import parse, parser


@pytest.mark.parametrize(
    ("source", "content", "words"),
    [
        ("# A {#a}", "A", ["#a"]),
        ("# A {#a .bilaga}", "A", ["#a", ".bilaga"]),
        ("# A { #a }  ", "A", ["#a"]),
        ("# A {a}", "A {a}", None),
        ("# A {#a b}", "A {#a b}", None),
        ("# A {}", "A {}", None),
        ("# {#a}", "", ["#a"]),
        ("Tabell: A {#a}", "Tabell: A", ["#a"]),
        ("Stycke {#a}", "Stycke {#a}", None),
    ],
)
def test_trailing_braces(source: str, content: str, words: list[str] | None) -> None:
    owner, inline, *_ = parse(source)[0]
    assert (inline.content, owner.meta.get("words")) == (content, words)


def test_a_control_line_ends_paragraphs_and_lists() -> None:
    kinds = [token.type for token in parse("a\n{% b %}\n- c\n{% d %}\n")[0]]
    assert kinds == [
        *("paragraph_open", "inline", "paragraph_close", "control", "bullet_list_open", "list_item_open"),
        *("paragraph_open", "inline", "paragraph_close", "list_item_close", "bullet_list_close", "control"),
    ]


def test_definitions_are_told() -> None:
    _, (found,) = parse("x\n\n[a]: https://exempel.se 'T'\n")
    assert (found.label, found.address, found.line) == ("A", "https://exempel.se", 2)


def test_addresses_are_kept_as_written() -> None:
    (inline,) = parser().parseInline("[a](javascript:å)", {})
    assert (inline.children or [])[0].attrs["href"] == "javascript:å"

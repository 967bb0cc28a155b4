import pytest

from rapportbyggare.core.blocks import (
    Align,
    FactBox,
    Heading,
    HeadingKind,
    ListBlock,
    Paragraph,
    Picture,
    Quote,
    Table,
    TableNote,
)
from rapportbyggare.core.place import Place
from rapportbyggare.core.text import Expression, Text
from rapportbyggare.reading.blocks import cells_written, is_remark
from rapportbyggare.reading.sections import parse_section
from tests.unit.reading.drafts import blocks_of, faults, only

TABLE = "| A | B |\n|---|--:|\n| c | d |\n"


def test_a_heading() -> None:
    block = only("## A *b* {#nyckel .onumrerad}")
    assert isinstance(block, Heading)
    assert (block.level, block.key, block.kind, block.place) == (
        2,
        "nyckel",
        HeadingKind.UNNUMBERED,
        Place("sections/a.md", 1, 1),
    )


def test_a_key_with_an_expression() -> None:
    block = only("# A {#a-{{ k }}-b}")
    assert isinstance(block, Heading) and block.key == "a-{{ k }}-b"


def test_underlined_headings_are_headings() -> None:
    assert [type(block) for block in blocks_of("A\n=\n\nB\n-\n")] == [Heading, Heading]


def test_nested_lists_and_quotes() -> None:
    block = only("- a\n\n  1. b\n  2. c\n\n  > d\n")
    assert isinstance(block, ListBlock) and not block.ordered
    first, inner, quote = block.items[0]
    assert isinstance(first, Paragraph) and isinstance(quote, Quote)
    assert isinstance(inner, ListBlock) and inner.ordered and len(inner.items) == 2


@pytest.mark.parametrize(("source", "start"), [("1. a", 1), ("7. a", 7), ("0. a", 0)])
def test_a_list_begins_where_it_says(source: str, start: int) -> None:
    block = only(source)
    assert isinstance(block, ListBlock) and block.start == start


def test_a_table_by_hand() -> None:
    block = only(f"Tabell: Rubrik {{{{ ar }}}} {{#t}}\n\n{TABLE}\nKälla: SCB\n\nNot: Ett.\n\nNot: Två.\n")
    assert isinstance(block, Table)
    assert block.caption == (Text("Rubrik "), Expression("ar", Place("")))
    assert (block.key, block.source) == ("t", (Text("SCB"),))
    assert block.notes == (TableNote("", (Text("Ett."),)), TableNote("", (Text("Två."),)))
    assert [column.align for column in block.columns] == [Align.LEFT, Align.RIGHT]
    assert [[cell.lines for cell in row.cells] for row in (block.head, *block.body)] == [
        [((Text("A"),),), ((Text("B"),),)],
        [((Text("c"),),), ((Text("d"),),)],
    ]


def test_a_missing_cell_is_empty() -> None:
    block = only("Tabell: T\n\n| A | B |\n|---|---|\n| c |\n")
    assert isinstance(block, Table) and block.body[0].cells[1].lines == ((),)


def test_a_caption_of_an_expression_alone() -> None:
    block = only(f"Tabell: {{{{ lan }}}}\n\n{TABLE}")
    assert isinstance(block, Table) and block.caption == (Expression("lan", Place("")),)


def test_a_table_note_inside_a_box_joins_its_table() -> None:
    (box,) = blocks_of(f"{{% faktaruta A %}}\nTabell: T\n\n{TABLE}\nKälla: K\n{{% endfaktaruta %}}\n")
    assert isinstance(box, FactBox) and len(box.blocks) == 1


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (f"Tabell: A\n\nB\n\n{TABLE}", (1, 1, "tabellrubrik-utan-tabell")),
        ("Tabell: A", (1, 1, "tabellrubrik-utan-tabell")),
        ("{% if a %}\nTabell: A\n{% endif %}\n\nB", (2, 1, "tabellrubrik-utan-tabell")),
        ("- Tabell: A\n", (1, 1, "tabellrubrik-utan-tabell")),
        ("Not: A", (1, 1, "rad-utan-tabell")),
        (f"{TABLE}\nB\n\nKälla: K", (7, 1, "rad-utan-tabell")),
        ("| A |\n|---|\n| b | c |", (3, 1, "for-manga-celler")),
        ("***", (1, 1, "streck")),
        ("```\na\n```", (1, 1, "kodblock")),
        ("<div>", (1, 1, "html")),
        ("<!-- a --> b", (1, 1, "html")),
        ("<!-- a\n\nb", (1, 1, "html")),
        ("a <br> b", (1, 3, "html")),
        ("#", (1, 1, "tom-rubrik")),
        ("###### A", (1, 1, "for-djup-rubrik")),
        (">" * 25 + " a", (1, 1, "for-djupt")),
        ("\n".join("  " * n + "- a" for n in range(25)), (9, 17, "for-djupt")),
        ("A {#a}", (1, 3, "olast-klammer")),
    ],
)
def test_what_cannot_stand_in_a_report(source: str, problem: tuple[int, int, str]) -> None:
    assert faults(source)[:1] == [problem]


def test_a_picture() -> None:
    block = only('![Alt {{ a }}](figures/b.png "Rubrik {{ c }}"){#bild-{{ d }}}')
    assert isinstance(block, Picture)
    assert (block.path, block.key) == ("figures/b.png", "bild-{{ d }}")
    assert block.alt == (Text("Alt "), Expression("a", Place("")))
    assert block.caption == (Text("Rubrik "), Expression("c", Place("")))


def test_footnotes_belong_to_their_file() -> None:
    section, problems = parse_section("a[^n]\n\n[^n]: b {{ c }}\n  d\n", "f")
    assert problems == ()
    assert section.notes["n"].content == (Text("b "), Expression("c", Place("")), Text(" "), Text("d"))
    assert section.notes["n"].place == Place("f", 3, 1)


@pytest.mark.parametrize(("html", "remark"), [("<!-- a -->\n", True), ("<!-- a --> b", False), ("<!-- a", False), ("<p>", False)])
def test_remarks(html: str, remark: bool) -> None:
    assert is_remark(html) is remark


@pytest.mark.parametrize(
    ("line", "count"), [("| a | b |", 2), ("a | b", 2), ("| a \\| b |", 1), ("|a|b|c", 3), ("a", 1), ("|", 0)]
)
def test_cells_written(line: str, count: int) -> None:
    assert cells_written(line) == count

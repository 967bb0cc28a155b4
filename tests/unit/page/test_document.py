"""Blocks as HTML: one writer for documents, files that were read, and two editions."""

import pytest

from rapportbyggare.core.blocks import (
    FactBox,
    Heading,
    HeadingKind,
    Landscape,
    ListBlock,
    Opaque,
    PageBreak,
    Paragraph,
    Quote,
)
from rapportbyggare.core.compared import Cause, RedlineBlock, Standing, Whole
from rapportbyggare.core.text import Code, DocumentText, Emphasis, LineBreak, Link, Reference, Span, Strong, Text, Value
from rapportbyggare.page.document import blocks_html
from rapportbyggare.page.pen import comparison_pen, document_pen
from tests.small import bound
from tests.unit.page.made import change, changed, comparison, every, heading, one, parsed, seen, written


def paragraph(text: str) -> Paragraph[Value]:
    return Paragraph((Text(text),))


def test_a_heading_has_its_number() -> None:
    assert seen(one(written(heading("Läget", number="1.2")), "./h1")) == "1.2 Läget"


@pytest.mark.parametrize(
    ("levels", "shift", "names"),
    [
        ((1, 2, 3, 1), 0, ["h1", "h2", "h3", "h1"]),
        ((1, 2, 3, 4, 5), 2, ["h3", "h4", "h5", "h6", "h6"]),
        ((2, 4, 4, 1), 2, ["h3", "h4", "h5", "h3"]),
    ],
)
def test_a_heading_has_its_level_and_none_is_skipped(levels: tuple[int, ...], shift: int, names: list[str]) -> None:
    found = written(*(heading("Läget", level) for level in levels), pen=comparison_pen(comparison(), shift))
    assert [part.tag for part in found] == names


def test_an_appendix_is_called_so() -> None:
    found = written(Heading(1, (Text("Indikatorer"),), "", HeadingKind.APPENDIX, number="1"))
    assert seen(one(found, "./h1")) == "Bilaga 1 Indikatorer"


def test_a_numbered_list_begins_at_its_start() -> None:
    found = one(written(ListBlock(True, 3, ((paragraph("ett"),), (paragraph("två"),)))), "./ol")
    assert found.get("start") == "3"
    assert [seen(item) for item in found] == ["ett", "två"]


def test_containers_hold_their_blocks() -> None:
    blocks: tuple[RedlineBlock, ...] = (
        Quote((paragraph("citat"),)),
        FactBox((Text("Fakta"),), (paragraph("ruta"),)),
        Landscape((paragraph("bred"),)),
        PageBreak(),
        Opaque("Formel", "a + b", "x"),
    )
    found = written(*blocks)
    assert [part.tag for part in found] == ["blockquote", "aside", "div", "div"]
    assert seen(one(found, "./aside/p[@class='titel']")) == "Fakta"
    assert seen(one(found, "./div[@class='okand']")) == "Formel (visas inte här). a + b"


def test_inlines_are_what_they_say() -> None:
    content: DocumentText = (
        Emphasis((Text("kursiv"),)),
        Strong((Value("fet", None),)),
        Code("kod"),
        LineBreak(),
        Span("en", (Text("follow-up"),)),
        Link("https://example.org/?a=1&b=2", (Text("länk"),)),
        Reference("antal", "tabell", "tabell", "2"),
    )
    found = one(written(Paragraph(content)), "./p")
    assert [part.tag for part in found] == ["em", "strong", "code", "br", "span", "a", "a"]
    assert found[4].get("lang") == "en"
    assert found[5].get("href") == "https://example.org/?a=1&b=2"
    assert (found[6].get("href"), seen(found[6])) == ("#mal-antal", "tabell 2")


def test_a_change_says_what_went_and_what_came() -> None:
    found = one(written(Paragraph((Text("Det är "), changed("28", "29"), Text(" år.")))), "./p/span")
    assert (found.get("id"), found.get("data-andring"), found.get("data-orsak")) == ("andring-1", "1", "data")
    assert seen(one(found, "./del")) == "borttaget: 28; "
    assert seen(one(found, "./ins")) == "nytt: 29; "
    assert seen(one(found, "./a[@href='#lista-1']")) == "D1ändring 1, data"


def test_the_places_of_a_change_share_its_number_and_one_its_id() -> None:
    found = written(Paragraph((changed("a", "b"), changed("c", ""))))
    assert every(found, ".//@data-andring") == ["1", "1"]
    assert every(found, ".//@id") == ["andring-1"]
    assert len(found.findall(".//del")) == 2 and len(found.findall(".//ins")) == 1


@pytest.mark.parametrize(
    ("standing", "said", "age"),
    [
        (Standing.ADDED, "Tillagt", "ny"),
        (Standing.REMOVED, "Borttaget", "gammal"),
        (Standing.MOVED_HERE, "Flyttat hit", "ny"),
        (Standing.MOVED_AWAY, "Flyttat härifrån", "gammal"),
    ],
)
def test_a_whole_block_says_in_words_what_has_happened(standing: Standing, said: str, age: str) -> None:
    found = one(written(Whole(standing, Cause.TEXT, 1, (paragraph("Ett stycke."),))), "./div")
    assert (found.get("data-sida"), found.get("data-orsak")) == (age, "text")
    assert seen(one(found, "./p/span")) == said


def test_an_item_that_came_bears_its_marks_itself() -> None:
    block: ListBlock[RedlineBlock] = ListBlock(
        False, 1, ((paragraph("kvar"),), (Whole(Standing.ADDED, Cause.TEXT, 1, (paragraph("ny"),)),))
    )
    first, second = one(written(block), "./ul")
    assert first.get("data-sida") is None
    assert (second.tag, second.get("id"), second.get("data-sida")) == ("li", "andring-1", "ny")


def test_what_moved_has_its_number_in_both_places_and_its_id_once() -> None:
    moved = [Whole(one_of, Cause.STRUCTURE, 1, (paragraph("x"),)) for one_of in (Standing.MOVED_AWAY, Standing.MOVED_HERE)]
    found = written(*moved)
    assert every(found, "./div/@id") == ["andring-1"]
    assert every(found, ".//a/@href") == ["#lista-1", "#lista-1"]


def test_the_old_edition_refers_to_nothing() -> None:
    reference = Reference("antal", "tabell", "tabell", "2")
    found = written(Whole(Standing.REMOVED, Cause.TEXT, 1, (heading("Bort", key="bort"), Paragraph((reference,)))))
    assert every(found, ".//p/a[not(@class)]/@href") == []
    assert every(found, ".//h1/@id") == []


def test_a_document_is_written_without_marks() -> None:
    document, _ = bound("# Läget {#laget}\n\nSe [](#laget) och not[^a].\n\n[^a]: En not.\n\n- ett\n- två\n")
    pen = document_pen(document, {})
    found = parsed(blocks_html((block for section in document.sections for block in section.blocks), pen))
    assert [part.tag for part in found] == ["h1", "p", "ul"]
    assert every(found, "./h1/@id") == ["mal-laget"]
    assert every(found, "./p/a/@href") == ["#mal-laget"]
    assert every(found, "./p/sup/a/@href") == ["#not-1"]
    assert every(found, ".//@data-andring") == []


def test_causes_come_from_the_changes() -> None:
    pen = comparison_pen(comparison(changes=(change(1, Cause.STYLE),)))
    assert pen.causes == {1: Cause.STYLE}

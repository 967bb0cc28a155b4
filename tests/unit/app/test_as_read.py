"""An edition as a Word file without marks would be read."""

from rapportbyggare.app.as_read import as_read
from rapportbyggare.core.text import Emphasis, Reference, Text
from rapportbyggare.diff.editions.compare import compare_editions
from rapportbyggare.word.names import TARGET, bookmark_name
from tests.editions import heading, paragraph, row, side, table, text, value


def test_figures_are_words_joined_to_those_beside_them() -> None:
    found = as_read(side(paragraph("Det fanns ", value("901", "a"), " företag", Emphasis((value("5", "b"),)), ".")))
    (block,) = found.sections[0].blocks
    assert block == paragraph("Det fanns 901 företag", Emphasis((Text("5"),)), ".")
    assert block.place == paragraph("").place


def test_what_can_be_led_to_is_named_as_its_bookmark() -> None:
    key = "antal-per-kommun"
    blocks = (table(key, "Antal", row("Kommun", "2025")), paragraph(Reference(key, "tabell", "tabell", "1")))
    name = bookmark_name(TARGET, key).removeprefix(TARGET)
    assert name != key
    expected = (table(name, "Antal", row("Kommun", "2025")), paragraph(Reference(name, "tabell", "tabell", "1")))
    assert as_read(side(*blocks)).sections[0].blocks == expected


def test_the_notes_too() -> None:
    found = as_read(side(paragraph("a"), notes=[text("Uttag ", value("2025", "n"))]))
    assert [note.content for note in found.notes] == [text("Uttag 2025")]


def test_an_edition_read_so_twice_differs_in_nothing() -> None:
    one = side(heading("Antal", key="a-b"), table("a-b", "Antal", row("Kommun", value("1", "x"))), notes=[text("Not")])
    assert compare_editions(as_read(one), as_read(one)).same

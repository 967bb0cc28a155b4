"""Footnotes, with links both ways."""

from rapportbyggare.core.blocks import Paragraph
from rapportbyggare.core.compared import Cause, Changed, RedlineNote, Standing
from rapportbyggare.core.document import Note
from rapportbyggare.core.place import NOWHERE
from rapportbyggare.core.text import NoteNumber, Text
from rapportbyggare.page.document import blocks_html
from rapportbyggare.page.notes import compared_notes_html, notes_html
from rapportbyggare.page.pen import Edition, Pen, comparison_pen
from tests.unit.page.made import change, comparison, every, one, parsed, seen

KEPT = RedlineNote("a", 1, 2, (Text("Kvar."),), Standing.KEPT, 0)
NEW = RedlineNote("b", 0, 1, (Text("Ny."),), Standing.ADDED, 1)
GONE = RedlineNote("c", 2, 0, (Text("Borta."),), Standing.REMOVED, 2)
BOTH = comparison(changes=(change(1, Cause.TEXT), change(2, Cause.TEXT)), notes=(NEW, KEPT, GONE))


def test_a_note_leads_back_to_its_first_mark() -> None:
    edition = Edition({}, {1: "not-1"})
    pen = Pen(edition, edition)
    text = Paragraph((NoteNumber(1, False), NoteNumber(1, True)))
    found = parsed(blocks_html((text,), pen) + notes_html(pen, (Note(1, "a", (Text("En not."),), NOWHERE),)))
    assert every(found, ".//sup/a/@href") == ["#not-1", "#not-1"]
    assert every(found, ".//sup/a/@id") == ["mark-not-1"]
    assert one(found, ".//li/@id/..").get("id") == "not-1"
    assert every(found, ".//li//a/@href") == ["#mark-not-1"]


def test_a_mark_leads_to_the_note_of_its_edition() -> None:
    pen = comparison_pen(BOTH)
    text = Paragraph((Changed((NoteNumber(1, False),), (NoteNumber(2, False),), Cause.NUMBERING, 0),))
    found = parsed(blocks_html((text,), pen))
    assert every(found, ".//del//a/@href") == every(found, ".//ins//a/@href") == ["#not-2"]


def test_notes_of_two_editions_say_what_has_happened() -> None:
    pen = comparison_pen(BOTH)
    found = parsed(compared_notes_html(pen, BOTH.notes))
    assert every(found, ".//li/@id") == ["not-1", "not-2", "not-3"]
    assert every(found, ".//li[@data-sida]/@data-sida") == ["ny", "gammal"]
    assert [seen(label) for label in found.iterfind(".//span[@class='etikett']")] == ["Tillagt", "Borttaget"]
    assert every(found, ".//span[starts-with(@id, 'andring')]/@id") == ["andring-1", "andring-2"]
    assert seen(one(found, ".//li[2]//span[@class='notnummer']")) == "borttaget: 1; nytt: 2; "


def test_a_number_without_a_note_leads_nowhere() -> None:
    pen = comparison_pen(comparison())
    found = parsed(blocks_html((Paragraph((NoteNumber(7, False),)),), pen))
    assert seen(one(found, ".//sup")) == "7" and found.findall(".//a") == []

"""What was handed back, on the page: each edit with its text to paste, what awaits an answer, and the figures written over."""

from dataclasses import replace

from lxml import etree

from rapportbyggare.core.place import NOWHERE
from rapportbyggare.core.read import AuthorEdits, EditKind, HandedBack
from rapportbyggare.page.review import review_page
from tests.unit.page.made import PASTED, comparison, edit, every, handed, one, page, rich, seen, tracked

PAGE = page(review_page(rich(), (handed(),)))
DONE = "//section[@aria-labelledby='gjort']"


def entry(number: int) -> etree._Element:
    return one(PAGE, f"({DONE}//ol[@class='gjort']/li)[{number}]")


def test_each_kind_of_edit_stands_in_its_group() -> None:
    assert seen(one(PAGE, f"{DONE}/h3")) == "utkast-2.docx"
    assert [seen(title) for title in one(PAGE, DONE).iterfind("h4")] == [
        "Att ta över i avsnitten (4)",
        "Spårade ändringar att ta ställning till (1)",
        "Kommentarer (1)",
    ]
    assert seen(one(PAGE, f"{DONE}/ul")) == "Ändringarna är räknade mot den frysta utgåvan A."


def test_an_edit_tells_its_place_its_author_and_what_to_think_of() -> None:
    said = seen(entry(1))
    assert said.startswith("kapitel 1 omskrivet sections/a.md:5")
    assert "Tillägg ”mycket”, Lena <Ek>, 2025-09-20" in said and "Tänk efter." in said
    assert [seen(part) for part in entry(1).iterfind("./p[@class='byte']/ins")] == ["nytt:  mycket; "]


def test_what_is_to_be_pasted_stands_as_it_is_written() -> None:
    assert one(entry(1), ".//pre").text == PASTED
    assert seen(one(entry(1), ".//button")) == "Kopiera texten till kapitel 1"


def test_what_is_new_tells_after_what_it_stands() -> None:
    assert seen(entry(2)).startswith("kapitel 1 tillagt efter sections/a.md:5")


def test_what_is_gone_has_nothing_to_paste() -> None:
    assert seen(one(entry(3), ".//del")) == "borttaget: Ett gammalt stycke.; "
    assert entry(3).findall(".//pre") == []


def test_what_was_moved_is_said_once_without_marks() -> None:
    assert seen(one(entry(4), "./p[@class='byte']")) == "Flyttat."


def test_a_tracked_change_that_changes_no_words_is_told() -> None:
    assert seen(entry(5)).endswith("Utseende, Lena <Ek>, 2025-09-20")


def test_a_comment_is_told_with_its_answers() -> None:
    assert "kommentar, klar" in seen(entry(6))
    assert [seen(said) for said in entry(6).iterfind("./blockquote/p")] == [
        "Stämmer <b>det</b>?",
        "Lena <Ek>, 2025-09-20",
        "Ja.",
        "Per",
    ]


def test_figures_written_over_stand_apart() -> None:
    row = one(PAGE, "//section[@aria-labelledby='overskrivna']//tbody/tr")
    assert [seen(cell) for cell in row] == ["foretag(ar, 'Berg')", "28", "30", "tabell 2, rad Berg", "report/tabeller.toml:12"]


def test_both_are_in_the_contents_of_the_page() -> None:
    assert {"#gjort", "#overskrivna"} <= set(every(PAGE, "//nav//a/@href"))
    bare = review_page(rich(), (HandedBack("a.docx", AuthorEdits((), ())),))
    assert bare == review_page(rich())


def test_a_file_whose_sources_are_not_known_tells_what_it_can() -> None:
    edits = (replace(edit(EditKind.PENDING, changes=(tracked(),)), where="", chapter="", place=NOWHERE),)
    found = page(review_page(comparison(changes=()), (HandedBack("a.docx", AuthorEdits(edits, ())),)))
    said = seen(one(found, f"{DONE}//li"))
    assert said.startswith("Utan plats i avsnitten") and "Tillägg ”mycket”" in said

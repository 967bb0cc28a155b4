"""The review page as a whole: complete in itself, and every change found from everywhere."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

from rapportbyggare.core.blocks import Landscape, Paragraph
from rapportbyggare.core.compared import Cause, RedlineBlock, Standing, Whole
from rapportbyggare.core.text import Text
from rapportbyggare.page.review import review_page
from tests.unit.page.made import change, changed, comparison, every, heading, one, page, rich, seen, table

PAGE = page(review_page(rich()))
NUMBERS = [str(number) for number in range(1, 11)]


def digest(content: str | None) -> str:
    return f"'sha256-{b64encode(sha256((content or '').encode()).digest()).decode()}'"


def test_every_change_has_a_place_and_an_entry() -> None:
    assert every(PAGE, "//li/@data-post") == NUMBERS
    ids = every(PAGE, "//@id")
    assert len(ids) == len(set(ids))
    assert {f"andring-{number}" for number in NUMBERS} <= set(ids)
    assert one(PAGE, "//*[@id='andring-9']").getparent().get("id") == "lista-9"  # type: ignore[union-attr]


def test_every_link_inside_the_page_leads_somewhere() -> None:
    ids = set(every(PAGE, "//@id"))
    assert {link[1:] for link in every(PAGE, "//a/@href") if link.startswith("#")} <= ids


def test_the_page_asks_nothing_of_a_network() -> None:
    addresses = every(PAGE, "//@src | //link/@href | //@srcset | //@action | //@poster | //object/@data")
    assert addresses and all(address.startswith("data:image/") for address in addresses)
    assert not re.search(r"url\(|@import", one(PAGE, "//style").text or "")


def test_the_policy_allows_the_page_itself_and_no_more() -> None:
    parts = dict(part.strip().split(" ", 1) for part in every(PAGE, "//meta[@http-equiv]/@content")[0].split(";"))
    assert parts["default-src"] == parts["base-uri"] == parts["form-action"] == "'none'"
    assert parts["img-src"] == "data:"
    assert parts["style-src"] == digest(one(PAGE, "//style").text)
    assert parts["script-src"] == digest(one(PAGE, "//script").text)
    assert every(PAGE, "//@style") == []


def test_the_page_says_which_editions_it_compares() -> None:
    assert one(PAGE, "/html").get("lang") == "sv"
    assert seen(one(PAGE, "//title")) == "Ändringar i Rapporten"
    assert [seen(line) for line in PAGE.iterfind(".//header//dd")] == ["utkast-1.docx", "utkast-2.docx"]
    assert len(PAGE.findall(".//h1")) == 1


def test_an_edition_that_is_not_ours_is_told_of() -> None:
    made = rich()
    made = replace(made, old=replace(made.old, foreign=True), new=replace(made.new, edited=True, data_date="2025-09-04"))
    old, new = (seen(line) for line in page(review_page(made)).iterfind(".//header//dd"))
    assert old == "utkast-1.docx (en Word-fil som inte är byggd ur rapportens källor)"
    assert new == "utkast-2.docx (data till och med 2025-09-04; filen har redigerats i Word sedan den byggdes)"


def test_the_summary_counts_what_is_touched() -> None:
    section = one(PAGE, "//section[@aria-labelledby='sammanfattning']")
    assert [seen(tile) for tile in section.iterfind("./ul/li")] == [
        "1 ändrad uppgift",
        "5 stycken och rubriker",
        "1 tabell",
        "1 diagram eller bild",
        "1 not",
    ]


def test_a_figure_tells_its_cause_and_where_it_is_printed() -> None:
    row = one(PAGE, "//table[@class='uppgifter']/tbody/tr")
    label, old, new, cause, printed = row
    assert (seen(label), seen(new)) == ("Antal företag, Berg, 2025", "29")
    assert seen(one(old, "./del")) == "borttaget: 28; "
    assert seen(cause) == "Leverans 8 (Bisnis Analys, uttag 2025-09-03), inläst 2025-09-04"
    assert every(printed, "./a/@href") == ["#andring-1", "#andring-6"]


def test_a_cell_of_the_log_knows_its_head() -> None:
    table = one(PAGE, "//table[@class='uppgifter']")
    assert every(table, ".//td/@data-rubrik") == [seen(head) for head in table.iterfind(".//thead//th")][1:]


def test_the_groups_of_changes_have_names_of_their_own() -> None:
    made = comparison(
        changes=(
            change(1, kind="försättsblad", where="försättsbladet", chapter=""),
            change(2, chapter=""),
            change(3),
            change(4, kind="fotnot", where="not 2", standing=Standing.ADDED, chapter="Fotnoter"),
            change(5, kind="dokumentegenskap", where="dokumentets egenskaper, titel", chapter=""),
            change(6, kind="utseende", where="hela dokumentet", chapter=""),
        )
    )
    found = page(review_page(made))
    assert [seen(name) for name in found.iterfind(".//section[@aria-labelledby='lista']//h3")] == [
        "Försättsbladet",
        "Före den första rubriken",
        "1 Läget",
        "Fotnoter",
        "Rapporten som helhet",
    ]
    heads = [seen(head).partition(" ")[2] for head in found.iterfind(".//li/p[@class='huvud']")]
    assert heads[:2] == ["försättsbladet", "kapitel 1 stycke"]
    assert heads[3:] == ["not 2 ny", "dokumentets egenskaper, titel", "hela dokumentet utseende"]


def test_an_entry_tells_words_cause_and_place() -> None:
    entry = one(PAGE, "//li[@id='lista-1']")
    assert seen(one(entry, "./p[@class='byte']")) == "borttaget: 28; nytt: 29; "
    assert seen(one(entry, ".//*[@class='orsak']")) == "data: leverans 8 (Bisnis Analys, uttag 2025-09-03), inläst 2025-09-04"
    assert seen(one(entry, ".//*[@class='stalle']")) == "sections/a.md:5:3"
    assert every(entry, ".//label/input/@type") == ["checkbox", "text"]


def test_an_entry_marks_only_the_words_that_differ() -> None:
    words = one(PAGE, "//li[@id='lista-2']/p[@class='byte']")
    assert [seen(part) for part in words] == ["borttaget: ökade; ", "nytt: minskade; "]
    assert (words.text, words[-1].tail) == ("Antalet ", " något under året.")


def test_long_words_are_cut_where_they_tell_nothing() -> None:
    long = "Ett ord till. " * 200
    made = comparison(
        changes=(change(1, Cause.TEXT, f"{long}Förr. {long}", f"{long}Nu. {long}"), change(2, Cause.TEXT, "", long))
    )
    first, second = (seen(part) for part in page(review_page(made)).iterfind(".//p[@class='byte']"))
    assert "Förr" in first and "Nu" in first
    assert len(first) < 300 and len(second) < 700


def test_a_moved_section_is_told_by_its_heading_and_how_much_it_holds() -> None:
    long = "Ett ord till. " * 60
    moved = change(1, Cause.STRUCTURE, f"Läget {long}", f"Läget {long}", standing=Standing.MOVED_HERE, kind="avsnitt")
    renumbered: RedlineBlock = Whole(Standing.CHANGED, Cause.NUMBERING, 2, (heading("Läget"),))
    for title in (heading("Läget"), renumbered):
        section: RedlineBlock = Whole(Standing.MOVED_HERE, Cause.STRUCTURE, 1, (title, Paragraph((Text(long),)), table()))
        for block in (section, Landscape((section,))):
            found = page(review_page(comparison(block, changes=(moved, change(2)))))
            assert seen(one(found, "//li[@id='lista-1']/p[@class='byte']")) == "Läget (2 stycken och rubriker, 1 tabell)"


def test_a_long_moved_paragraph_is_told_by_its_words() -> None:
    long = "Ett ord till. " * 60
    moved = change(1, Cause.STRUCTURE, long, long, standing=Standing.MOVED_HERE)
    found = seen(one(page(review_page(comparison(changes=(moved,)))), "//li[@id='lista-1']/p[@class='byte']"))
    assert found.startswith("Ett ord till. Ett ord till.") and found.endswith("…")


def test_filters_are_counted_by_cause() -> None:
    said = [seen(label) for label in PAGE.iterfind(".//section[@class='verktyg bara-js']/fieldset[1]/label")]
    assert said == [" D data (2)", " T text (4)", " S struktur (2)", " N numrering (1)", " U utseende (1)"]


def test_two_equal_editions_have_a_page_that_says_so() -> None:
    found = page(review_page(comparison(Paragraph((Text("Lika."),)), changes=())))
    assert seen(one(found, "//section[@aria-labelledby='sammanfattning']/p")).startswith("Utgåvorna är lika.")
    assert found.findall(".//button") == []


def test_the_same_comparison_gives_the_same_page() -> None:
    assert review_page(rich()) == review_page(rich())


def test_ticks_follow_the_changes_and_nothing_else() -> None:
    def name(old: str, file: str = "a.docx") -> str:
        made = comparison(Paragraph((changed(old, "29"),)), changes=(change(1, old=old),))
        return every(page(review_page(replace(made, old=replace(made.old, name=file)))), "//body/@data-nyckel")[0]

    assert name("28") == name("28", "b.docx") != name("27")


def test_the_page_is_light() -> None:
    bare = len(review_page(comparison(changes=())).encode())
    assert bare < 40_000
    many = comparison(
        *(Paragraph((changed("28", "29", number=n),)) for n in range(1, 501)), changes=tuple(map(change, range(1, 501)))
    )
    assert len(review_page(many).encode()) - bare < 500 * 1500

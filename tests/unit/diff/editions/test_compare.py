"""What is told of each kind of change, and how often."""

from dataclasses import replace

from rapportbyggare.core.blocks import FactBox, ListBlock, Opaque, Paragraph, Picture, ReadBlock
from rapportbyggare.core.compared import (
    Cause,
    Change,
    Changed,
    ComparedTable,
    Comparison,
    ReadSection,
    RedlineBlock,
    Side,
    Standing,
    Whole,
)
from rapportbyggare.core.document import Document
from rapportbyggare.core.images import ImageFile, picture_name
from rapportbyggare.core.text import Emphasis, Link, NoteNumber, Reference, Strong, Text
from rapportbyggare.diff.editions.compare import compare_editions
from tests.editions import heading, paragraph, row, side, table, text, value
from tests.unit.word.sample import EDITION, MANIFEST

LONG = "Regionen följer varje år upp planen för kulturella och kreativa branscher."
OTHER = "Uppgifterna om företagen kommer från Statistiska centralbyråns register."


def compared(old: list[ReadBlock], new: list[ReadBlock]) -> Comparison:
    return compare_editions(side(*old), side(*new))


def told(comparison: Comparison) -> list[tuple[str, str, str, str, str]]:
    return [(one.cause.value, one.standing.value, one.kind, one.old, one.new) for one in comparison.changes]


def only(comparison: Comparison) -> Change:
    (change,) = comparison.changes
    return change


def blocks(comparison: Comparison) -> tuple[RedlineBlock, ...]:
    return tuple(block for section in comparison.sections for block in section.blocks)


def test_a_figure_is_data_and_its_sentence_is_not_rewritten() -> None:
    found = compared(
        [paragraph("Det fanns ", value("12", "a"), " företag.")], [paragraph("Det fanns ", value("13", "a"), " företag.")]
    )
    assert told(found) == [("data", "ändrad", "stycke", "12", "13")]
    changed = Changed((value("12", "a"),), (value("13", "a"),), Cause.DATA, 1)
    assert blocks(found) == (Paragraph((Text("Det fanns "), changed, Text(" företag."))),)


def test_a_figure_that_somebody_wrote_over_is_no_data() -> None:
    old, new = side(paragraph("Totalt ", value("12", "a"))), side(paragraph("Totalt ", value("13", "a")))
    change = only(compare_editions(old, replace(new, overtyped=frozenset({"a"}))))
    assert (change.cause, change.old, change.new) == (Cause.TEXT, "12", "13")


def test_words_are_one_change_a_text_and_tell_their_sentences() -> None:
    old = paragraph("Antalet ökade. Inget annat hände. Läget är gott i länet.")
    new = paragraph("Antalet minskade. Inget annat hände. Läget är dåligt i länet.")
    assert told(compared([old], [new])) == [
        ("text", "ändrad", "stycke", "Antalet ökade. … Läget är gott i länet.", "Antalet minskade. … Läget är dåligt i länet.")
    ]


def test_a_figure_in_a_rewritten_sentence_is_told_apart() -> None:
    old, new = paragraph("Totalt ", value("12", "a"), " företag."), paragraph("I länet fanns ", value("13", "a"), " företag.")
    assert [change.cause for change in compared([old], [new]).changes] == [Cause.TEXT, Cause.DATA]


def test_another_figure_in_the_place_of_one_is_words() -> None:
    found = compared([paragraph("Totalt ", value("12", "a"))], [paragraph("Totalt ", value("13", "b"))])
    assert [(one.cause, one.old, one.new) for one in found.changes] == [(Cause.TEXT, "Totalt 12", "Totalt 13")]


def test_emphasis_is_told_as_formatting() -> None:
    found = compared(
        [paragraph("Den ordinarie verksamheten.")], [paragraph("Den ", Emphasis((Text("ordinarie"),)), " verksamheten.")]
    )
    assert only(found).kind == "formatering, stycke"


def test_bold_in_italics_is_italics_in_bold() -> None:
    first = paragraph("Ord ", Emphasis((Strong((Text("båda"),)),)))
    second = paragraph("Ord ", Strong((Emphasis((Text("båda"),)),)))
    assert compared([first], [second]).same


def test_another_address_is_a_change() -> None:
    first, second = (paragraph("Läs ", Link(address, (Text("mer"),)), ".") for address in ("https://a.se", "https://b.se"))
    assert only(compared([first], [second])).cause is Cause.TEXT


def test_what_came_and_went() -> None:
    assert told(compared([paragraph(LONG)], [paragraph(LONG), paragraph(OTHER)])) == [("text", "ny", "stycke", "", OTHER)]
    assert told(compared([paragraph(LONG), paragraph(OTHER)], [paragraph(LONG)])) == [("text", "borttagen", "stycke", OTHER, "")]


def test_a_chapter_is_one_change() -> None:
    found = compared([paragraph(LONG)], [paragraph(LONG), heading("Analys"), paragraph(OTHER), paragraph("Slut.")])
    assert [(one.kind, one.standing) for one in found.changes] == [("avsnitt", Standing.ADDED)]


def test_a_moved_chapter_is_one_change_of_structure() -> None:
    chapter: list[ReadBlock] = [heading("Metod", key="metod"), paragraph(OTHER)]
    others: list[ReadBlock] = [
        heading("Bakgrund", key="bakgrund"),
        paragraph(LONG),
        paragraph("Den antogs av fullmäktige för fyra år sedan."),
    ]
    found = compared([*chapter, *others], [*others, *chapter])
    change = only(found)
    assert (change.cause, change.standing, change.kind) == (Cause.STRUCTURE, Standing.MOVED_HERE, "avsnitt")
    standings = [(block.standing, block.change) for block in blocks(found) if isinstance(block, Whole)]
    assert standings == [(Standing.MOVED_AWAY, 1), (Standing.MOVED_HERE, 1)]


def test_a_renumbered_table_is_told_once_however_many_refer_to_it() -> None:
    def report(number: int) -> list[ReadBlock]:
        refer = Reference("t1", "tabell", "tabell", str(number))
        return [
            paragraph("Se ", refer, ". ", LONG),
            paragraph("I ", refer, " står mer. ", OTHER),
            table("t1", "Antal", row("Kommun", "2025"), row("Berg", "1"), number=number),
        ]

    change = only(compared(report(1), report(2)))
    assert (change.cause, change.old, change.new) == (Cause.NUMBERING, "tabell\u00a01", "tabell\u00a02")


def test_a_renumbered_heading() -> None:
    change = only(compared([heading("Analys", number="2")], [heading("Analys", number="3")]))
    assert (change.cause, change.kind, change.old, change.new) == (Cause.NUMBERING, "rubrik", "2", "3")


def test_another_level_is_structure() -> None:
    change = only(compared([heading("Analys", 1)], [heading("Analys", 2)]))
    assert (change.cause, change.old, change.new) == (Cause.STRUCTURE, "numrerad rubrik, nivå 1", "numrerad rubrik, nivå 2")


def test_items_of_a_list() -> None:
    def listed(ordered: bool, *items: str) -> ListBlock[ReadBlock]:
        return ListBlock(ordered, 1, tuple((paragraph(item),) for item in items))

    found = compared([listed(False, "Ett", "Tre")], [listed(False, "Ett", "Två", "Tre")])
    assert told(found) == [("text", "ny", "punkt", "", "Två")]
    change = only(compared([listed(False, "Ett")], [listed(True, "Ett")]))
    assert (change.cause, change.old, change.new) == (Cause.STRUCTURE, "punktlista", "numrerad lista från 1")


def test_a_cell_says_its_row_and_column() -> None:
    old = table("t1", "Antal", row("Kommun", "2024", "2025"), row("Berg", value("1", "a"), value("2", "b")))
    new = table("t1", "Antal", row("Kommun", "2024", "2025"), row("Berg", value("1", "a"), value("3", "b")))
    change = only(compared([old], [new]))
    assert (change.cause, change.where, change.old, change.new) == (Cause.DATA, "tabell 1, rad Berg, kolumn 2025", "2", "3")


def test_rows_and_columns_that_came_and_went() -> None:
    old = table("t1", "Antal", row("Kommun", "2024", "2025"), row("Berg", "1", "2"), row("Åre", "3", "4"))
    new = table(
        "t1", "Antal", row("Kommun", "2025", "2026"), row("Berg", "2", "5"), row("Krokom", "6", "7"), row("Åre", "4", "8")
    )
    found = compared([old], [new])
    assert [(one.kind, one.standing.value, one.where) for one in found.changes] == [
        ("tabellkolumn", "borttagen", "tabell 1, kolumn 2024"),
        ("tabellkolumn", "ny", "tabell 1, kolumn 2026"),
        ("tabellrad", "ny", "tabell 1, rad Krokom"),
    ]
    (merged,) = blocks(found)
    assert isinstance(merged, ComparedTable)
    assert [standing.value for standing, _ in merged.columns] == ["oförändrad", "borttagen", "oförändrad", "ny"]
    assert [standing.value for standing, _ in merged.rows] == ["oförändrad", "ny", "oförändrad"]


def test_a_table_of_another_name_is_another_table() -> None:
    old, new = table("t1", "Antal företag", row("Kommun", "2025"), row("Berg", "1")), table("t2", "Stöd", row("År", "Kronor"))
    assert [one.standing for one in compared([old], [new]).changes] == [Standing.REMOVED, Standing.ADDED]


def test_a_table_that_only_is_called_something_else_is_the_same() -> None:
    old, new = (table(key, "Antal", row("Kommun", "2025"), row("Berg", "1")) for key in ("t1", "t2"))
    before, after = (
        paragraph(
            "Se ", Reference(key, "tabell", "tabell", "1"), " och ", Reference(key, "tabell", "", "1", text("tabellen")), "."
        )
        for key in ("t1", "t2")
    )
    assert compared([before, old], [after, new]).same


def test_another_image_under_the_same_name() -> None:
    picture: ReadBlock = Picture("karta.png", text("En karta"), text("Karta"), "karta", number=1)
    old, new = side(picture), side(picture)
    images = [{picture_name("karta.png"): ImageFile(content, None, 1, 1)} for content in (b"1", b"2")]
    found = compare_editions(replace(old, images=images[0]), replace(new, images=images[1]))
    assert [(one.kind, one.where) for one in found.changes] == [("bild", "figur 1")]


def test_what_has_no_word_is_replaced_whole() -> None:
    old, new = Opaque("formel", "a+b", "1"), Opaque("formel", "a+b", "2")
    assert [(one.kind, one.standing) for one in compared([old], [new]).changes] == [
        ("formel", Standing.REMOVED),
        ("formel", Standing.ADDED),
    ]


def test_a_fact_box_is_compared_inside() -> None:
    def box(number: str) -> ReadBlock:
        return FactBox(text("Fakta"), (paragraph(f"Det fanns {number} företag i länet."),))

    old, new = box("tio"), box("elva")
    assert [(one.kind, one.cause) for one in compared([old], [new]).changes] == [("stycke", Cause.TEXT)]


def test_a_note_keeps_its_name_whatever_its_number() -> None:
    marked = paragraph("Ord", NoteNumber(1, False))
    first = side(marked, notes=(text("En not om källan."),))
    moved = replace(
        side(paragraph("Nytt", NoteNumber(1, False), " ord", NoteNumber(2, False))),
        notes=(replace(first.notes[0], key="sections/a.md:ny", content=text("Helt annat.")), replace(first.notes[0], number=2)),
    )
    document = Document(MANIFEST, (), (), frozenset(), EDITION)
    found = compare_editions(replace(first, document=document), replace(moved, document=document))
    assert [(note.old_number, note.new_number, note.standing) for note in found.notes] == [
        (0, 1, Standing.ADDED),
        (1, 2, Standing.KEPT),
    ]


def test_the_cover_and_the_file_itself() -> None:
    old = replace(
        side(), cover=(text("Utkast, uppgifter per 2025-09-02"),), data_date="2025-09-02", properties={"Ämne": "a"}, look="1"
    )
    new = replace(
        side(), cover=(text("Utkast, uppgifter per 2025-09-04"),), data_date="2025-09-04", properties={"Ämne": "b"}, look="2"
    )
    found = compare_editions(old, new)
    assert [(one.kind, one.cause) for one in found.changes] == [
        ("försättsblad", Cause.NUMBERING),
        ("dokumentegenskap", Cause.TEXT),
        ("utseende", Cause.STYLE),
    ]


def test_the_editions_mark_is_told_as_a_number_of_the_edition() -> None:
    first, second = (
        replace(side(), cover=(text(f"Utgåva\u00a0{mark[:8]}"),), fingerprint=mark) for mark in ("97e17d84aa", "6ae171cfbb")
    )
    change = only(compare_editions(first, second))
    assert (change.cause, change.old, change.new) == (Cause.NUMBERING, "Utgåva\u00a097e17d84", "Utgåva\u00a06ae171cf")


def test_a_sentence_made_two_is_told_once() -> None:
    old = paragraph("Visionen är att branscherna ska växa och bidra till hela landets ekonomi.")
    new = paragraph("Visionen är att branscherna ska växa. De ska bidra till hela landets ekonomi.")
    change = only(compared([old], [new]))
    assert change.new == "Visionen är att branscherna ska växa. De ska bidra till hela landets ekonomi."


def test_what_is_not_compared_is_said() -> None:
    foreign = replace(side(name="tjänsteskrivelse.docx"), foreign=True)
    assert any("tjänsteskrivelse.docx" in remark for remark in compare_editions(foreign, side()).remarks)


def test_sections_are_the_newer_editions() -> None:
    gone = ReadSection("sections/b.md", (heading("Bilaga"), paragraph(OTHER)))
    old = replace(side(), sections=(ReadSection("sections/a.md", (paragraph(LONG),)), gone))
    found = compare_editions(old, side(paragraph(LONG)))
    assert [(section.file, len(section.blocks)) for section in found.sections] == [("sections/a.md", 2)]
    assert isinstance(found.sections[0].blocks[1], Whole)


def test_an_empty_edition() -> None:
    empty: Side = replace(side(), sections=())
    assert compare_editions(empty, empty).same
    assert [one.standing for one in compare_editions(empty, side(paragraph(LONG))).changes] == [Standing.ADDED]
    assert [one.standing for one in compare_editions(side(paragraph(LONG)), empty).changes] == [Standing.REMOVED]

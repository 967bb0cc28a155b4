"""What is told of each difference: its cause, its words and its chapter, and what is no difference."""

from dataclasses import replace
from decimal import Decimal

import pytest

from rapportbyggare.core.blocks import Align, ChartFigure, Choice, Column, DraftBlock, PageBreak, Paragraph, ReadBlock, RowKind
from rapportbyggare.core.chart import Chart, ChartKind, Point, Series
from rapportbyggare.core.compared import Cause, Change, Comparison, Side
from rapportbyggare.core.dataset import Catalogue, Dataset
from rapportbyggare.core.document import Document, DraftSection, Note
from rapportbyggare.core.figure import FactKey, Observation, Origin, Status
from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.core.text import Expression, LineBreak, NoteNumber, Strong, Text
from rapportbyggare.diff.editions.compare import compare_editions
from rapportbyggare.diff.editions.items import words_of
from tests.editions import heading, paragraph, row, side, table, text, value
from tests.unit.word.sample import EDITION, MANIFEST

BERG = FactKey("antal_kkb", "antal", 2025, "Berg")
LONG = "Regionen följer varje år upp planen för kulturella och kreativa branscher."
OTHER = "Uppgifterna om företagen kommer från Statistiska centralbyråns register."


def compared(old: list[ReadBlock], new: list[ReadBlock]) -> Comparison:
    return compare_editions(side(*old), side(*new))


def told(comparison: Comparison) -> list[tuple[str, ...]]:
    return [(one.cause.value, one.standing.value, one.kind, one.old, one.new) for one in comparison.changes]


def only(comparison: Comparison) -> Change:
    (change,) = comparison.changes
    return change


def test_a_figure_set_in_bold_is_told() -> None:
    old, new = paragraph("Totalt ", value("12", "a"), "."), paragraph("Totalt ", Strong((value("12", "a"),)), ".")
    assert told(compared([old], [new])) == [("text", "ändrad", "formatering, stycke", "Totalt 12.", "Totalt 12.")]


def test_the_same_words_written_otherwise_are_no_change() -> None:
    typed = paragraph("Totalt 12 företag.")
    assert compared([paragraph("Totalt ", value("12", "a"), " företag.")], [typed]).same
    assert compared([typed], [paragraph("Totalt ", value("12 företag", "b"), ".")]).same
    assert not compared([paragraph("Ett", LineBreak(), "två.")], [paragraph("Ett", LineBreak(), LineBreak(), "två.")]).same


def dataset(amount: str, delivery: int = 1) -> Dataset:
    fact = Observation(
        BERG,
        Decimal(amount),
        Status.DEFINITIVE,
        "2025",
        None,
        None,
        "",
        Origin(delivery, "SCB", "2025-07", "2025-07-02", NOWHERE),
    )
    return Dataset(Catalogue({}, {}, {}, {}), {BERG: fact}, (), "2025-07-02")


def based(block: ReadBlock, data: Dataset) -> Side:
    return replace(side(block), dataset=data, facts={"a": (BERG,)})


@pytest.mark.parametrize(
    ("data", "printed", "cause"),
    [
        (dataset("13"), "13", Cause.DATA),
        (dataset("12", 2), "juli 2025", Cause.DATA),
        (dataset("12"), "12,0", Cause.TEXT),
        (dataset("12"), "1\u202f200", Cause.STYLE),
    ],
)
def test_a_figure_is_data_only_when_the_data_differ(data: Dataset, printed: str, cause: Cause) -> None:
    was = "1\u00a0200" if cause is Cause.STYLE else "12"
    old, new = based(paragraph(value(was, "a")), dataset("12")), based(paragraph(value(printed, "a")), data)
    assert only(compare_editions(old, new)).cause is cause


def test_a_value_that_rests_on_no_fact_is_written() -> None:
    old, new = (based(paragraph(value(words, "b")), dataset("12")) for words in ("2023–2027", "2023–2028"))
    assert only(compare_editions(old, new)).cause is Cause.TEXT


@pytest.mark.parametrize(("data", "cause"), [(dataset("13"), Cause.DATA), (dataset("12"), Cause.STRUCTURE)])
def test_a_row_that_somebody_added_is_no_data(data: Dataset, cause: Cause) -> None:
    head, first, second = row("Kommun", "2025"), row("Åre", "5"), row("Berg", value("12", "a"))
    old, new = based(table("t", "Antal", head, first), dataset("12")), based(table("t", "Antal", head, first, second), data)
    assert only(compare_editions(old, new)).cause is cause


def test_how_a_table_is_set_is_told() -> None:
    plain_table = table("t", "Antal", row("Kommun", "2025"), row("Berg", "12"))
    wide = (Column(Align.LEFT, 0.4), Column(Align.DECIMAL, 0.6))
    old = replace(plain_table, columns=wide)
    right = replace(plain_table, columns=(wide[0], Column(Align.CENTER, 0.6)))
    assert told(compared([old], [right])) == [
        ("stil", "ändrad", "tabellform", "kolumn 2025: decimal", "kolumn 2025: mitten"),
    ]
    summed = replace(old, body=(replace(old.body[0], kind=RowKind.TOTAL),))
    assert told(compared([old], [summed])) == [("stil", "ändrad", "tabellform", "rad Berg: data", "rad Berg: summa")]


def test_a_word_file_tells_no_widths_and_no_decimal_alignment_of_whole_figures() -> None:
    one = table("t", "Antal", row("Kommun", "2025"), row("Berg", "12"))
    old = replace(one, columns=(Column(Align.LEFT), Column(Align.RIGHT)))
    assert compared([old], [replace(one, columns=(Column(Align.LEFT, 0.4), Column(Align.DECIMAL, 0.6)))]).same


def test_a_column_with_another_heading_is_the_same_column() -> None:
    rows = (row("Berg", "1"), row("Åre", "2"), row("Krokom", "3"))
    old, new = (table("t", "Antal", row(words, "2025"), *rows) for words in ("Kommun", "Ort"))
    assert told(compared([old], [new])) == [("text", "ändrad", "tabellcell", "Kommun", "Ort")]


def test_a_table_description_is_written() -> None:
    old = replace(table("t", "Antal", row("Kommun", "2025"), row("Berg", "1")), generated=True)
    found = compared([replace(old, description="Ett")], [replace(old, description="Två")])
    assert told(found) == [("text", "ändrad", "tabellbeskrivning", "Ett", "Två")]


def test_a_renamed_file_renames_its_notes_and_changes_nothing() -> None:
    mark = NoteNumber(1, False)
    old, new = (side(paragraph("Ett ord", mark, "."), notes=(text("Noten."),)) for _ in "ab")
    document = Document(MANIFEST, (), (), frozenset(), EDITION)
    renamed = replace(new.notes[0], key="sections/b.md:1")
    assert compare_editions(replace(old, document=document), replace(new, notes=(renamed,), document=document)).same


def test_a_heading_with_another_name_is_the_same() -> None:
    assert compared([heading("Analys", key="a")], [heading("Analys", key="b")]).same


def test_a_note_that_came_tells_the_sentence_it_stands_in() -> None:
    old, new = side(paragraph("Ett. Två ord.")), side(paragraph("Ett. Två ord.", NoteNumber(1, False)), notes=(text("Noten."),))
    changes = [(one.kind, one.old, one.new) for one in compare_editions(old, new).changes]
    assert changes == [("nottecken, stycke", "Två ord.", "Två ord."), ("fotnot", "", "Noten.")]


@pytest.mark.parametrize(
    ("was", "now", "told_old", "told_new"),
    [
        ("juli 2023", "i juli 2023", "juli 2023", "i juli 2023"),
        ("En två.", "En två tre.", "En två.", "En två tre."),
        ("En två.", "En två. Tre fyra.", "", "Tre fyra."),
        ("En två.", "Noll. En två.", "", "Noll."),
        ("En två tre.", "En.", "En två tre.", "En."),
    ],
)
def test_as_much_is_told_of_the_old_words_as_of_the_new(was: str, now: str, told_old: str, told_new: str) -> None:
    change = only(compared([paragraph(was)], [paragraph(now)]))
    assert (change.old, change.new) == (told_old, told_new)


def test_each_edition_has_its_own_chapters() -> None:
    start: list[ReadBlock] = [heading("Uppföljning", number="1"), paragraph(LONG)]
    gone: list[ReadBlock] = [heading("Analys", number="2"), paragraph(OTHER)]
    found = compared([*start, *gone], [*start, paragraph("En helt ny avslutning om nästa år.")])
    assert [(one.kind, one.where) for one in found.changes] == [("avsnitt", "kapitel 2"), ("stycke", "kapitel 1")]


def test_a_chapter_is_told_by_its_own_heading_and_not_its_last() -> None:
    found = compared(
        [], [heading("Analys", number="2"), paragraph(LONG), heading("Mer", level=2, number="2.1"), paragraph(OTHER)]
    )
    assert only(found).where == "kapitel 2"


def test_the_files_own_properties_stand_in_no_chapter() -> None:
    old, new = side(heading("Analys", number="1")), side(heading("Analys", number="1"))
    found = compare_editions(replace(old, properties={"ämne": "a"}), replace(new, properties={"ämne": "b"}))
    assert only(found).chapter == ""


def test_what_stands_round_the_text_is_compared_where_both_have_it() -> None:
    old = replace(side(), frame={"innehållsförteckning": "finns", "sidhuvud": "{PAGE}", "ordet före källorna": "Källa:"})
    new = replace(side(), frame={"innehållsförteckning": "finns inte", "sidhuvud": "{PAGE}({NUMPAGES})"})
    assert [(one.cause, one.kind, one.where) for one in compare_editions(old, new).changes] == [
        (Cause.STRUCTURE, "omgivning", "innehållsförteckning"),
        (Cause.STYLE, "omgivning", "sidhuvud"),
    ]


def turned(line: int, words: str, amount: str, draft: tuple[DraftSection, ...]) -> Side:
    """An edition in which the data chose the passage on a line."""
    block = replace(paragraph(words), place=Place("sections/a.md", line, 1))
    return replace(based(block, dataset(amount)), draft=draft, choices={Place("sections/a.md", 1, 1): (BERG,)})


def test_a_passage_that_the_data_exchanged_for_another_like_it_is_data() -> None:
    fell, same = "Antalet företag i länet minskade under året.", "Antalet företag i länet var oförändrat under året."
    arms: tuple[tuple[Expression, tuple[DraftBlock, ...]], ...] = tuple(
        (Expression(source, NOWHERE), (Paragraph((Text(words),), Place("sections/a.md", line, 1)),))
        for line, source, words in ((2, "a", fell), (4, "b", same))
    )
    draft = (DraftSection("sections/a.md", (Choice(arms, Place("sections/a.md", 1, 1)),), {}),)
    change = only(compare_editions(turned(2, fell, "12", draft), turned(4, same, "13", draft)))
    assert (change.cause, change.facts, change.deliveries) == (Cause.DATA, (BERG,), (1,))
    rewritten = only(compare_editions(turned(2, fell, "12", draft), turned(4, f"Det sägs: {same}", "13", ())))
    assert rewritten.cause is Cause.TEXT


def test_a_figure_of_another_anchor_that_says_the_same_is_no_change() -> None:
    old, new = (paragraph("I juli ", replace(value("2025", name), expression=Expression("", NOWHERE))) for name in "ab")
    assert compared([old], [new]).same


def test_a_mark_that_a_figure_no_longer_brings_is_data() -> None:
    note = Note(1, "Preliminär uppgift.", text("Preliminär uppgift."), NOWHERE)
    old = replace(side(paragraph("Totalt ", value("12", "a"), NoteNumber(1, False), ".")), notes=(note,))
    found = compare_editions(old, side(paragraph("Totalt ", value("13", "a"), ".")))
    assert [(one.cause, one.kind) for one in found.changes] == [
        (Cause.DATA, "nottecken, stycke"),
        (Cause.DATA, "stycke"),
        (Cause.DATA, "fotnot"),
    ]


def test_a_page_break_is_structure() -> None:
    assert only(compared([paragraph(LONG)], [PageBreak(), paragraph(LONG)])).cause is Cause.STRUCTURE


def test_a_line_of_the_cover_that_no_longer_stands_is_no_numbering() -> None:
    old = replace(side(), cover=(text("Utkast, uppgifter per 2025-09-04"),), data_date="2025-09-04")
    assert only(compare_editions(old, side())).cause is Cause.TEXT


def chart(alt: str = "Staplar.", axis: str = "Antal", height: str = "6", series: str = "juli", label: str = "12") -> ReadBlock:
    point = Point(Decimal(label), label, figure=None)
    drawn = Chart("d", ChartKind.COLUMNS, ("Berg",), (Series(series, (point,)),), axis, (), False, Decimal(16), Decimal(height))
    return ChartFigure("d", text("Antal"), text("SCB"), alt, drawn, "t", number=1)


@pytest.mark.parametrize(
    ("new", "told_as"),
    [
        (chart(axis="Företag"), ("text", "ändrad", "diagram", "axel: Antal", "axel: Företag")),
        (chart(height="7"), ("stil", "ändrad", "diagram", "höjd: 6,0\u00a0cm", "höjd: 7,0\u00a0cm")),
        (chart(series="år"), ("text", "ändrad", "diagram", "serier: juli", "serier: år")),
        (chart(alt="Ett diagram."), ("text", "ändrad", "diagram", "Staplar.", "Ett diagram.")),
        (chart(label="13"), ("text", "ändrad", "diagram", "Berg, juli: 12", "Berg, juli: 13")),
    ],
)
def test_what_somebody_did_to_a_chart_is_no_data(new: ReadBlock, told_as: tuple[str, ...]) -> None:
    assert told(compare_editions(based(chart(), dataset("12")), based(new, dataset("12")))) == [told_as]


def test_a_chart_whose_table_has_another_number_says_nothing_new() -> None:
    first, second = table("x", "Stöd", row("År", "Kronor"), number=1), table("t", "Antal", row("Kommun", "2025"), number=1)
    old = [second, chart("Staplar. Se tabell\u00a01.")]
    found = compared(old, [first, replace(second, number=2), chart("Staplar. Se tabell\u00a02.")])
    assert [(one.cause, one.kind) for one in found.changes] == [(Cause.TEXT, "tabell"), (Cause.NUMBERING, "tabellnummer")]


def test_a_moved_chapter_that_was_rewritten_is_moved_and_rewritten() -> None:
    first: list[ReadBlock] = [heading("Bakgrund", key="b"), paragraph(LONG), heading("Mer", key="m"), paragraph("Något annat.")]
    second: list[ReadBlock] = [heading("Analys", key="a"), paragraph(OTHER), paragraph("Det sista stycket i kapitlet är kort.")]
    rewritten = [second[0], paragraph("Uppgifterna om företagen kommer från det allmänna företagsregistret."), second[2]]
    assert told(compared([*first, *second], [*rewritten, *first])) == [
        ("struktur", "flyttad hit", "avsnitt", f"Analys\n{OTHER}\nDet sista stycket i kapitlet är kort.", words_of(rewritten)),
        ("text", "ändrad", "stycke", OTHER, "Uppgifterna om företagen kommer från det allmänna företagsregistret."),
    ]

"""Tables as HTML, alone and in two editions."""

from rapportbyggare.core.blocks import Cell, Row, TableNote
from rapportbyggare.core.compared import Cause, ComparedTable, Standing
from rapportbyggare.core.text import DocumentLeaf, TableNoteMark, Text
from rapportbyggare.page.pen import comparison_pen
from tests.unit.page.made import KEPT, change, changed, comparison, every, one, seen, table, written

STRUCTURE = comparison(changes=(change(1, Cause.STRUCTURE), change(2, Cause.DATA)))


def test_a_table_has_its_heading_and_heads_of_rows_and_columns() -> None:
    found = written(table())
    caption = one(found, ".//caption")
    assert (caption.get("id"), seen(caption)) == ("mal-antal", "Tabell 2. Antal företag")
    assert every(found, ".//thead/tr/*/@scope") == ["col"]
    assert [part.tag for part in one(found, ".//thead/tr")] == ["td", "th"]  # an empty corner heads nothing
    assert every(found, ".//tbody/tr/th/@scope") == ["row"] * 3
    assert every(found, ".//tbody/tr/td/@class") == ["h"] * 3


def test_a_sum_is_told_apart() -> None:
    assert seen(one(written(table()), ".//tr[@class='summa']")) == "Summa59"


def test_source_notes_and_symbols_stand_below() -> None:
    marked = Row((Cell(((Text("Berg"), TableNoteMark("a")),)), Cell(((Text(".."),),))))
    notes: tuple[TableNote[DocumentLeaf], ...] = (TableNote("a", (Text("Ny gräns."),)), TableNote("", (Text("Alla bolag."),)))
    found = written(table(body=(marked,), notes=notes, symbols=(("..", "uppgift saknas"),)))
    assert [seen(line) for line in found.iterfind(".//p")] == [
        "Källa: SCB",
        "a Ny gräns.",
        "Anm. Alla bolag.",
        "Teckenförklaring: .. = uppgift saknas.",
    ]
    assert seen(one(found, ".//tbody//sup")) == "a"


def test_lines_of_a_cell_are_lines() -> None:
    found = written(table(body=(Row((Cell(((Text("Berg"),),)), Cell(((Text("28"),), (Text("29"),))))),)))
    assert one(found, ".//tbody//td/br") is not None


def test_a_table_without_heading_or_columns_is_a_table() -> None:
    found = written(table(caption=(), number=0, columns=(), source=()))
    assert found.findall(".//caption") == [] and found.findall(".//p") == []
    assert len(found.findall(".//td")) == 4


def test_a_cell_that_differs_says_both() -> None:
    body = (Row((Cell(((Text("Berg"),),)), Cell(((changed("28", "29"),),)))),)
    found = one(written(ComparedTable(table(body=body), (KEPT,), (KEPT, KEPT), (2, 2))), ".//tbody//td")
    assert seen(one(found, ".//del")) == "borttaget: 28; "
    assert seen(one(found, ".//ins")) == "nytt: 29; "


def test_a_row_that_came_is_marked_with_words() -> None:
    rows = (KEPT, (Standing.ADDED, 1), KEPT)
    found = one(written(ComparedTable(table(), rows, (KEPT, KEPT), (2, 2)), pen=comparison_pen(STRUCTURE)), ".//tbody/tr[2]")
    assert (found.get("id"), found.get("data-sida"), found.get("data-orsak")) == ("andring-1", "ny", "struktur")
    assert seen(one(found, "./th/span")) == "Tillagt"
    assert found.getparent().xpath("./tr[@data-sida]") == [found]  # type: ignore[union-attr]


def test_a_column_that_went_is_marked_from_its_head_down() -> None:
    columns = (KEPT, (Standing.REMOVED, 1))
    found = written(ComparedTable(table(), (KEPT,) * 3, columns, (2, 2)), pen=comparison_pen(STRUCTURE))
    assert len(every(found, ".//td[@data-sida='gammal']/@data-andring")) == 3
    head = one(found, ".//thead//th")
    assert (head.get("id"), head.get("data-sida")) == ("andring-1", "gammal")
    assert seen(one(head, "./span")) == "Borttaget"


def test_a_new_number_is_said_with_the_old() -> None:
    caption = one(written(ComparedTable(table(), (), (), (1, 2))), ".//caption")
    assert seen(one(caption, "./span[@data-orsak='numrering']/del")) == "borttaget: Tabell 1; "
    assert seen(one(caption, "./span/ins")) == "nytt: Tabell 2; "
    assert every(caption, ".//@data-andring") == []

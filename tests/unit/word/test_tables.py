"""Tables: widths, alignment, what keeps them together."""

import re
from dataclasses import replace

from rapportbyggare.core.blocks import Align, Column, Row, Table
from rapportbyggare.core.text import DocumentLeaf, NoteNumber, Text
from rapportbyggare.word.document import write_document
from rapportbyggare.word.flow import Grid, Para
from rapportbyggare.word.lint.lint import lint
from rapportbyggare.word.look import own_look
from rapportbyggare.word.scope import Scope
from rapportbyggare.word.tables import table_pieces
from rapportbyggare.word.widths import column_widths, decimal_stop, shared
from tests.unit.word.sample import STYLE, cell, count_table, small, text, value, wide_table

SCOPE = Scope(own_look(STYLE), False, False, frozenset(), {}, {}, 9000)


def grid(table: Table[DocumentLeaf]) -> str:
    return "".join(next(piece.markup for piece in table_pieces(SCOPE, table) if isinstance(piece, Grid)))


def table(rows: int, align: Align = Align.DECIMAL, printed: str = "1,5") -> Table[DocumentLeaf]:
    body = tuple(Row((cell(f"rad {n}"), cell(value(printed)))) for n in range(rows))
    columns = (Column(Align.LEFT), Column(align))
    return Table("t", text("T"), columns, Row((cell("a"), cell("b"))), body, text("k"), number=1)


def test_widths_fill_the_room_exactly() -> None:
    assert sum(column_widths(count_table(), 9071)) == 9071
    assert shared([1.0, 1.0, 1.0], 100) == (33, 34, 33)


def test_widths_given_by_the_author_are_kept() -> None:
    assert column_widths(wide_table(), 10000)[:3] == (1600, 700, 700)


def test_columns_of_numbers_are_equally_wide() -> None:
    widths = column_widths(count_table(), 9000)
    assert max(widths[1:]) - min(widths[1:]) <= 1


def test_decimal_commas_have_a_place_when_there_are_any() -> None:
    stop = decimal_stop(table(3), 1, 3000, 9.5)
    assert stop is not None
    assert 2500 < stop < 2830
    assert decimal_stop(table(3, printed="1\u00a0345"), 1, 3000, 9.5) is None


def test_whole_numbers_line_up_when_one_of_them_is_marked_as_revised() -> None:
    plain, marked = cell(value("1\u00a0345")), cell(replace(value("1\u00a0392"), printed="1"), Text("\u00a0r"))
    body = (Row((cell("a"), marked)), Row((cell("b"), plain)))
    stop = decimal_stop(replace(table(1), body=body), 1, 3000, 9.5)
    assert stop is not None
    assert 2500 < stop < 2830
    assert decimal_stop(replace(table(1), body=body[1:]), 1, 3000, 9.5) is None


def test_a_mark_after_decimals_needs_room() -> None:
    marked = replace(table(1), body=(Row((cell("a"), cell(replace(value("1,5"), printed="1,4"), Text("\u00a0r")))),))
    bare, other = (decimal_stop(one, 1, 3000, 9.5) for one in (table(1), marked))
    assert bare is not None
    assert other is not None
    assert other < bare


def test_longer_decimals_and_marks_need_more_room() -> None:
    short, long = decimal_stop(table(1), 1, 3000, 9.5), decimal_stop(table(1, printed="1,555"), 1, 3000, 9.5)
    marked = replace(table(1), body=(Row((cell("a"), cell("1,5", NoteNumber(12, False)))),))
    other = decimal_stop(marked, 1, 3000, 9.5)
    assert short is not None
    assert long is not None
    assert other is not None
    assert other < short
    assert long < short


def test_column_with_decimals_has_a_decimal_tab_and_one_without_stands_right() -> None:
    assert 'w:val="decimal"' in grid(table(1))
    assert 'w:val="decimal"' not in grid(table(1, printed="7"))
    assert '<w:jc w:val="right"/>' in grid(table(1, printed="7"))


def test_every_row_holds_together_and_the_first_is_repeated() -> None:
    written = grid(table(4))
    assert written.count("<w:cantSplit/>") == 5
    assert written.count("<w:tblHeader/>") == 1


def test_short_table_is_kept_on_one_page_and_a_long_one_is_not() -> None:
    assert grid(table(15)).count("<w:keepNext/>") == 2 * 16
    assert grid(table(16)).count("<w:keepNext/>") == 2 * 2


def test_lines_below_stand_in_order_and_together() -> None:
    lines = [piece for piece in table_pieces(SCOPE, count_table()) if isinstance(piece, Para)][1:]
    words = ["".join(re.findall(r"<w:t[^>]*>([^<]*)", line.content)) for line in lines]
    assert words == [
        "Källa: SCB, Företagsregistret",
        "a\u00a0Rättad uppgift.",
        "Not: Summan kan avvika på grund av avrundning.",
        "Teckenförklaring: ..\u00a0= uppgift saknas.",
    ]
    assert [line.keep_next for line in lines] == [True, True, True, False]


def test_row_with_too_few_cells_is_filled() -> None:
    short = replace(table(1), body=(Row((cell("ensam"),)),))
    assert lint(write_document(small(short), STYLE, {}, None)) == ()


def test_two_tables_without_lines_below_are_kept_apart() -> None:
    bare = replace(table(1), caption=(), source=(), number=0)
    assert lint(write_document(small(bare, bare), STYLE, {}, None)) == ()

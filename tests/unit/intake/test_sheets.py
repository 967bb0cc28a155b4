from datetime import date
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest

from rapportbyggare.intake.cells import Cell, Grid, clean, column_letters
from rapportbyggare.intake.csv_sheet import CsvForm, csv_form, read_csv_grid
from rapportbyggare.intake.formats import NumberFormat, meaning
from rapportbyggare.intake.sheets import read_grids
from rapportbyggare.intake.worksheet import as_shown, column_number
from tests.unit.intake.writers import SHEET, Write, altered, book, formats, hidden_row, merged, sheets


def grids(folder: Path, write: Write, file: str = "a.xlsx") -> tuple[Grid, ...]:
    write(folder / file)
    found, problems = read_grids(folder / file)
    assert problems == ()
    return found


def only(folder: Path, write: Write) -> Grid:
    (grid,) = grids(folder, write)
    return grid


def test_cells_know_where_they_are(tmp_path: Path) -> None:
    grid = only(tmp_path, book((), ("a", None, 3)))
    assert [[(cell.address, cell.value) for cell in row] for row in grid.rows] == [
        [("A2", "a"), ("B2", None), ("C2", Decimal(3))]
    ]
    cell = grid.rows[0][2]
    assert (grid.origin(cell), str(grid.place(cell))) == ("Blad1!C2", "a.xlsx:2:3 (Blad1!C2)")


def test_the_kinds_of_values(tmp_path: Path) -> None:
    row = ("text", 1.5, True, date(2025, 9, 3), "#DIV/0!", "=1+1", " ")
    cells = only(tmp_path, book((*row, "z"))).rows[0]
    assert [cell.value for cell in cells] == ["text", Decimal("1.5"), True, date(2025, 9, 3), "#DIV/0!", None, None, "z"]
    assert [cell.error for cell in cells].index(True) == 4 and [cell.unknown for cell in cells].index(True) == 5


@pytest.mark.parametrize(
    ("stored", "shown"),
    [("0.14999999999999997", "0.15"), ("63", "63"), ("1e3", "1000"), ("1.1100000000000001E-2", "0.0111"), ("-0.2", "-0.2")],
)
def test_a_number_is_its_fifteen_digits(stored: str, shown: str) -> None:
    assert str(as_shown(stored)) == shown


def test_formats_say_percent_and_thousands(tmp_path: Path) -> None:
    row = only(tmp_path, book((0.12, 1200000, 5), finish=formats(A1="0.0%", B1="#,##0,", C1='0 "st"'))).rows[0]
    assert [(cell.percent, cell.scaled) for cell in row] == [(True, False), (False, True), (False, False)]


@pytest.mark.parametrize(
    ("code", "means"),
    [
        ("General", NumberFormat.PLAIN),
        ("#,##0.00", NumberFormat.PLAIN),
        ('0.0\\ "%"', NumberFormat.PLAIN),
        ("0.0%", NumberFormat.PERCENT),
        ("yyyy\\-mm\\-dd", NumberFormat.DATE),
        ("[$-41D]mmmm yyyy", NumberFormat.DATE),
        ('#,##0.0,,"mnkr"', NumberFormat.SCALED),
        ('#,##0\\ "dkr"', NumberFormat.PLAIN),
        ("0.00E+00", NumberFormat.PLAIN),
        ("[Red]-#,##0", NumberFormat.PLAIN),
    ],
)
def test_a_format_code_means(code: str, means: NumberFormat) -> None:
    assert meaning(code) is means


def test_a_merged_area_holds_its_value_everywhere(tmp_path: Path) -> None:
    grid = only(tmp_path, book(("a", "Antal", None, "b"), (1, 2, 3, 4), finish=merged("B1:C1")))
    assert [(cell.value, cell.merged) for cell in grid.rows[0]] == [("a", False), ("Antal", False), ("Antal", True), ("b", False)]


def test_what_is_hidden_is_known(tmp_path: Path) -> None:
    shown, hidden = grids(tmp_path, sheets({"Data": ((1,),), "Gammalt": ((2,),)}, ("Gammalt",)))
    assert (shown.hidden, hidden.hidden, hidden.sheet) == (False, True, "Gammalt")
    assert only(tmp_path, book((1,), (2,), finish=hidden_row(2))).hidden_rows == {2}


def test_texts_are_composed_and_unescaped(tmp_path: Path) -> None:
    assert only(tmp_path, book(("A\u030are",))).rows[0][0].value == "Åre"
    runs = altered(book(("Berg",)), SHEET, "<t>Berg</t>", "<r><t>Be</t></r><r><t>rg_x0020_</t></r><rPh><t>x</t></rPh>")
    assert only(tmp_path, runs).rows[0][0].value == "Berg "


def with_shared_texts(path: Path) -> None:
    """A workbook whose texts lie in a part of their own, as Excel saves them."""
    altered(book(("Berg", 63)), SHEET, '<c r="A1" t="inlineStr"><is><t>Berg</t></is></c>', '<c r="A1" t="s"><v>1</v></c>')(path)
    relation = '<Relationship Type="x/sharedStrings" Target="sharedStrings.xml" Id="r9"/></Relationships>'
    altered(lambda _: None, "xl/_rels/workbook.xml.rels", "</Relationships>", relation)(path)
    with ZipFile(path, "a") as archive:
        texts = "<si><t>Åre</t></si><si><r><t>Be</t></r><r><t>rg</t></r><rPh><t>x</t></rPh></si>"
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="urn:x">{texts}</sst>')


def test_shared_texts_are_found(tmp_path: Path) -> None:
    assert [cell.value for cell in only(tmp_path, with_shared_texts).rows[0]] == ["Berg", 63]


def test_a_comment_in_the_xml_is_passed_over(tmp_path: Path) -> None:
    commented = altered(altered(book((1,)), SHEET, "<c ", "<!-- x --><c "), SHEET, "<v>", "<!-- x --><v>")
    assert only(tmp_path, commented).rows[0][0].value == 1


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (b"a;b\n1;2\n", CsvForm("utf-8", ";")),
        (b"\xef\xbb\xbfa\tb\n1\t2\n", CsvForm("utf-8-sig", "\t")),
        ("å,b\n1,2\n".encode("cp1252"), CsvForm("cp1252", ",")),
        ("å\tb\n".encode("utf-16"), CsvForm("utf-16", "\t")),
        ("a;b\n1,5;2,5\n3,5;4,5\n".encode("utf-16-le"), CsvForm("utf-16-le", ";")),
        (b"sep=|\na|b\n", CsvForm("utf-8", "|")),
    ],
)
def test_how_a_text_file_is_written_is_found(content: bytes, form: CsvForm) -> None:
    assert csv_form(content) == form


def test_rows_of_a_text_file_are_numbered_as_in_a_spreadsheet() -> None:
    grid, problems = read_csv_grid("a.csv", b'a;b\r\n\r\n"rad 1\r\nrad 2";="007"\r\n;#N/A;\r\n')
    assert problems == () and grid is not None
    assert [[(cell.address, cell.value, cell.error) for cell in row if cell.filled] for row in grid.rows[1:]] == [
        [("A3", "rad 1\nrad 2", False), ("B3", "007", False)],
        [("B4", "#N/A", True)],
    ]


def test_letters_of_columns() -> None:
    assert [column_letters(number) for number in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert all(column_number(column_letters(number)) == number for number in (1, 26, 27, 702, 703, 16384))


def test_unseen_characters_are_not_kept() -> None:
    assert clean(" a\u200b\u2028b\n\tc\x07 \ue000å\u00a0ö ") == "a b c å ö"


def test_text_of_a_cell() -> None:
    values = (" Berg ", Decimal("2380"), Decimal("1E+3"), Decimal("0.5"), date(2025, 1, 1), None)
    assert [Cell(value, 1, 1).text for value in values] == ["Berg", "2380", "1000", "", "", ""]

"""Rows and cells. Written for thousands of rows: what a column has in common is made once."""

from dataclasses import dataclass

from rapportbyggare.core.blocks import Align, Cell, Row, RowKind
from rapportbyggare.core.text import DocumentLeaf
from rapportbyggare.word.ooxml import paragraph_style
from rapportbyggare.word.runs import runs
from rapportbyggare.word.scope import Scope

JUSTIFIED = {Align.LEFT: "", Align.RIGHT: '<w:jc w:val="right"/>', Align.CENTER: '<w:jc w:val="center"/>'}
EMPTY_LINES: tuple[tuple[()], ...] = ((),)


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """A column: width, and the decimal tab's place (None: none) in twentieths of a point."""

    width: int
    align: Align
    stop: int | None


@dataclass(frozen=True, slots=True)
class RowLook:
    """What the cells of a row have in common: style id, shading ("" for none), and whether the next row is kept with it."""

    style: str
    shading: str
    keep_next: bool
    head: bool


def row_xml(scope: Scope, row: Row[DocumentLeaf], openings: tuple[tuple[str, str], ...], head: bool) -> str:
    """A table row; `openings` are the columns' cell and paragraph openings, a missing cell is written empty."""
    properties = "<w:cantSplit/><w:tblHeader/>" if head else "<w:cantSplit/>"
    missing: tuple[Cell[DocumentLeaf], ...] = (Cell(()),) * (len(openings) - len(row.cells))
    pairs = zip(row.cells + missing, openings, strict=True)
    cells = [cell_xml(scope, cell, of_cell, of_paragraph) for cell, (of_cell, of_paragraph) in pairs]
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell_xml(scope: Scope, cell: Cell[DocumentLeaf], cell_opening: str, paragraph_opening: str) -> str:
    """A cell: one paragraph a line, at least one."""
    if len(cell.lines) == 1:
        return f"{cell_opening}{paragraph_opening}{runs(scope, cell.lines[0])}</w:p></w:tc>"
    lines = [f"{paragraph_opening}{runs(scope, line)}</w:p>" for line in cell.lines or EMPTY_LINES]
    return f"{cell_opening}{''.join(lines)}</w:tc>"


def openings(columns: tuple[ColumnLook, ...], look: RowLook) -> tuple[tuple[str, str], ...]:
    """How each column's cells and their paragraphs begin in a row that looks so."""
    return tuple((cell_opening(column, look), paragraph_opening(column, look)) for column in columns)


def cell_opening(column: ColumnLook, look: RowLook) -> str:
    """A cell's beginning: width, shading, vertical place."""
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.shading}"/>' if look.shading else ""
    vertical = '<w:vAlign w:val="bottom"/>' if look.head else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{column.width}" w:type="dxa"/>{shading}{vertical}</w:tcPr>'


def paragraph_opening(column: ColumnLook, look: RowLook) -> str:
    """A cell paragraph's beginning; numbers in the body line up at the decimal tab, headings at the right."""
    keep = "<w:keepNext/>" if look.keep_next else ""
    return f"<w:p><w:pPr>{paragraph_style(look.style)}{keep}{alignment(column, look.head)}</w:pPr>"


def alignment(column: ColumnLook, head: bool) -> str:
    """How a column's paragraphs stand."""
    if column.align is not Align.DECIMAL:
        return JUSTIFIED[column.align]
    if column.stop is None or head:
        return JUSTIFIED[Align.RIGHT]
    return f'<w:tabs><w:tab w:val="decimal" w:pos="{column.stop}"/></w:tabs>'


def is_total(row: Row[DocumentLeaf]) -> bool:
    """Whether a row sums others."""
    return row.kind is RowKind.TOTAL

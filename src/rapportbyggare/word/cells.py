"""Rows and cells. Written for thousands of rows: what a column has in common is made once."""

from typing import NamedTuple

from rapportbyggare.core.blocks import Align, Row, RowKind
from rapportbyggare.core.text import DocumentLeaf
from rapportbyggare.word.ooxml import paragraph_style
from rapportbyggare.word.runs import runs
from rapportbyggare.word.scope import Scope

JUSTIFIED = {Align.LEFT: "", Align.RIGHT: '<w:jc w:val="right"/>', Align.CENTER: '<w:jc w:val="center"/>'}


class ColumnLook(NamedTuple):
    """A column: width, and the decimal tab's place (None: none) in twentieths of a point."""

    width: int
    align: Align
    stop: int | None


class RowLook(NamedTuple):
    """What the cells of a row have in common: style id, shading ("" for none), and whether the next row is kept with it."""

    style: str
    shading: str
    keep_next: bool
    head: bool


class RowForm(NamedTuple):
    """How a row that looks so is written: the markup with a place for what each cell holds, and what parts lines of a cell."""

    markup: str
    breaks: tuple[str, ...]


def row_xml(scope: Scope, row: Row[DocumentLeaf], form: RowForm) -> str:
    """A table row; a missing cell is written empty."""
    cells = [
        runs(scope, cell.lines[0]) if len(cell.lines) == 1 else form.breaks[n].join([runs(scope, line) for line in cell.lines])
        for n, cell in enumerate(row.cells)
    ]
    return form.markup % (*cells, *[""] * (len(form.breaks) - len(cells)))


def row_form(columns: tuple[ColumnLook, ...], look: RowLook) -> RowForm:
    """The form of rows that look so: in each cell one paragraph a line, at least one."""
    paragraphs = [paragraph_opening(column, look) for column in columns]
    cells = [f"{cell_opening(column, look)}{opening}" for column, opening in zip(columns, paragraphs, strict=True)]
    markup = "".join(f"{cell.replace('%', '%%')}%s</w:p></w:tc>" for cell in cells)
    properties = "<w:cantSplit/><w:tblHeader/>" if look.head else "<w:cantSplit/>"
    return RowForm(f"<w:tr><w:trPr>{properties}</w:trPr>{markup}</w:tr>", tuple(f"</w:p>{opening}" for opening in paragraphs))


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

"""A table with its heading above, and its source, notes and symbols below."""

from rapportbyggare.core.blocks import Align, Table, TableNote
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import DocumentLeaf
from rapportbyggare.word.anchors import block_anchor
from rapportbyggare.word.captions import caption_content, labelled, source_para
from rapportbyggare.word.cells import ColumnLook, RowLook, is_total, row_form, row_xml
from rapportbyggare.word.flow import Grid, Para, Piece, enclosed
from rapportbyggare.word.formats import RunFormat, properties
from rapportbyggare.word.ooxml import escape, text_run
from rapportbyggare.word.roles import Role
from rapportbyggare.word.runs import HARD_SPACE, runs
from rapportbyggare.word.scope import Scope
from rapportbyggare.word.tokens import colour, points
from rapportbyggare.word.widths import column_widths, decimal_stop, is_short

LONGEST_DESCRIPTION = 250
CLOSE = 60
Lines = tuple[Para, ...]


def table_pieces(scope: Scope, table: Table[DocumentLeaf]) -> list[Piece]:
    """A table and the paragraphs that belong to it, a generated one inside its anchor."""
    start, end = block_anchor(scope, "tabell", table.key) if table.generated else ("", "")
    above = [Para(scope.look.ids[Role.CAPTION], table_caption(scope, table), keep_next=True)] if table.caption else []
    grid = Grid(grid_xml(scope, table))
    return enclosed([*above, grid, *lines_below(scope, table)], start, end)


def table_caption(scope: Scope, table: Table[DocumentLeaf]) -> str:
    """The table's heading: "Tabell 2. Antal företag"."""
    style = scope.look.style
    return caption_content(scope, style.table_lead, "Tabell", table.number, table.key, table.caption)


def lines_below(scope: Scope, table: Table[DocumentLeaf]) -> Lines:
    """Source, notes and symbols, kept together."""
    lines = (
        *([source_para(scope, table.source)] if table.source else []),
        *(note_para(scope, note) for note in table.notes),
        *([symbols_para(scope, table.symbols)] if table.symbols else []),
    )
    return tuple(close(line, n == 0, n == len(lines) - 1) for n, line in enumerate(lines))


def close(line: Para, first: bool, last: bool) -> Para:
    """A line near what it belongs to: the table above the first, the next line below all but the last."""
    return line._replace(before=CLOSE if first else None, after=None if last else CLOSE, keep_next=not last)


def note_para(scope: Scope, note: TableNote[DocumentLeaf]) -> Para:
    """A note under the table: its letter raised, or the word for a general note."""
    lead = labelled(scope.look.style.note_lead)
    mark = text_run(note.letter, properties(RunFormat(raised=True))) + text_run(HARD_SPACE) if note.letter else text_run(lead)
    return Para(scope.look.ids[Role.TABLE_NOTE], mark + runs(scope, note.content))


def symbols_para(scope: Scope, symbols: tuple[tuple[str, str], ...]) -> Para:
    """What the symbols in the table mean."""
    meanings = "; ".join(f"{symbol}{HARD_SPACE}= {meaning}" for symbol, meaning in symbols)
    return Para(scope.look.ids[Role.TABLE_NOTE], text_run(f"Teckenförklaring: {meanings}."))


def grid_xml(scope: Scope, table: Table[DocumentLeaf]) -> list[str]:
    """The table itself: its beginning, its rows and its end."""
    columns = column_looks(scope, table)
    width = sum(column.width for column in columns)
    grid = "".join(f'<w:gridCol w:w="{column.width}"/>' for column in columns)
    opening = f"<w:tbl>{table_properties(scope, table, width)}<w:tblGrid>{grid}</w:tblGrid>"
    return [opening, *rows_xml(scope, table, columns), "</w:tbl>"]


def column_looks(scope: Scope, table: Table[DocumentLeaf]) -> tuple[ColumnLook, ...]:
    """Widths, alignment and decimal tabs of the columns."""
    size = points(scope.look.style, "tabell")
    widths = column_widths(table, scope.width)
    return tuple(
        ColumnLook(width, column.align, decimal_stop(table, n, width, size) if column.align is Align.DECIMAL else None)
        for n, (column, width) in enumerate(zip(table.columns, widths, strict=True))
    )


def table_properties(scope: Scope, table: Table[DocumentLeaf], width: int) -> str:
    """`w:tblPr`: style, width, fixed layout, which parts are headings, title and description."""
    title = plain(table.caption) or plain(table.head.cells[0].lines[0] if table.head.cells and table.head.cells[0].lines else ())
    description = table.description or title
    return (
        f'<w:tblPr><w:tblStyle w:val="{scope.look.ids[Role.TABLE]}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(title[:LONGEST_DESCRIPTION])}"/>'
        f'<w:tblDescription w:val="{escape(description[:LONGEST_DESCRIPTION])}"/></w:tblPr>'
    )


def rows_xml(scope: Scope, table: Table[DocumentLeaf], columns: tuple[ColumnLook, ...]) -> list[str]:
    """All rows; a short table is kept on one page, with its source."""
    ids, short = scope.look.ids, is_short(table, tuple(column.width for column in columns), points(scope.look.style, "tabell"))
    last = bool(table.source or table.notes or table.symbols)
    text, total = (ids[Role.TABLE_TEXT], ""), (ids[Role.TABLE_TOTAL], colour(scope.look.style, "summa"))
    keeps = [*[short] * (len(table.body) - 1), last]
    kinds = [(*(total if is_total(row) else text), keep) for row, keep in zip(table.body, keeps, strict=False)]
    forms = {kind: row_form(columns, RowLook(*kind, False)) for kind in set(kinds)}
    head = row_form(columns, RowLook(ids[Role.TABLE_HEAD], "", True, True))
    body = [row_xml(scope, row, forms[kind]) for row, kind in zip(table.body, kinds, strict=True)]
    return [row_xml(scope, table.head, head), *body]

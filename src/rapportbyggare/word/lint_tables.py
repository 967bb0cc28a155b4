"""Tables: rows, grid, widths, and what makes their headings headings."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapportbyggare.word.lint_elements import Story, w

if TYPE_CHECKING:
    from lxml.etree import _Element


ROW_PROPERTIES, PARAGRAPH, CELL_PROPERTIES, CELL_WIDTH = w("trPr"), w("p"), w("tcPr"), w("tcW")


def table_findings(part: Story) -> Iterator[str]:
    """Faults in all tables of a part."""
    for number, table in enumerate(part.found[w("tbl")], 1):
        yield from (f"{part.name}: tabell {number}: {finding}" for finding in findings(table))


def findings(table: "_Element") -> Iterator[str]:
    """Faults in one table."""
    rows = table.findall(w("tr"))
    columns = len(table.findall(f"{w('tblGrid')}/{w('gridCol')}"))
    if not rows:
        yield "har inga rader"
    if not columns:
        yield "saknar rutnät"
    if next(table.iterancestors(w("tbl")), None) is not None:
        yield "står inne i en annan tabell"
    yield from property_findings(table)
    yield from head_findings(rows)
    for number, row in enumerate(rows, 1):
        yield from (f"rad {number} {finding}" for finding in row_findings(row, columns))


def property_findings(table: "_Element") -> Iterator[str]:
    """What a table's properties lack."""
    properties = table.find(w("tblPr"))
    wanted = {
        "tblW": "bredd",
        "tblLayout": "fast layout",
        "tblLook": "uppgift om rubrikrad",
        "tblCaption": "rubrik för hjälpmedel",
        "tblDescription": "beskrivning för hjälpmedel",
    }
    for element, what in wanted.items():
        if properties is None or properties.find(w(element)) is None:
            yield f"saknar {what}"
    look = None if properties is None else properties.find(w("tblLook"))
    if look is not None and not all(look.get(w(part)) == "1" for part in ("firstRow", "firstColumn")):
        yield "säger inte att första raden och kolumnen är rubriker"


def head_findings(rows: "list[_Element]") -> Iterator[str]:
    """A first row that is not repeated on the next page."""
    if rows and rows[0].find(f"{w('trPr')}/{w('tblHeader')}") is None:
        yield "rubrikraden upprepas inte"


def row_findings(row: "_Element", columns: int) -> Iterator[str]:
    """Faults in a row and its cells."""
    properties, *cells = row if len(row) else [row]
    if properties.tag != ROW_PROPERTIES or properties.find(w("cantSplit")) is None:
        yield "kan delas mellan sidor"
    if not cells:
        yield "har inga celler"
    elif len(cells) != columns and sum(span(cell) for cell in cells) != columns:
        yield "har inte lika många celler som tabellen har kolumner"
    for cell in cells:
        if not len(cell) or cell[-1].tag != PARAGRAPH:
            yield "har en cell som inte slutar med ett stycke"
        elif cell[0].tag != CELL_PROPERTIES or cell[0].find(CELL_WIDTH) is None:
            yield "har en cell utan bredd"


def span(cell: "_Element") -> int:
    """How many columns a cell takes."""
    spanned = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return 1 if spanned is None else int(spanned.get(w("val"), "1"))

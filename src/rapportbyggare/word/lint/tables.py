"""Tables: rows, grid, widths, and what makes their headings headings."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, cast

from rapportbyggare.word.lint.elements import Story, w
from rapportbyggare.word.namespaces import W

if TYPE_CHECKING:
    from lxml.etree import XPath, _Element

ROW, ROW_PROPERTIES, PARAGRAPH, CELL_PROPERTIES, CELL_WIDTH = w("tr"), w("trPr"), w("p"), w("tcPr"), w("tcW")
# Whatever row_findings looks for: thousands of rows are sound, and only the others are worth looking closer at.
SUSPECT = """w:tr[
    not(*[1][self::w:trPr]/w:cantSplit) or count(*) < 2
    or count(*) - 1 != $columns and count(*) - 1 - count(*/*/w:gridSpan) + sum(*/*/w:gridSpan/@w:val) != $columns
    or *[position() > 1][not(*[last()][self::w:p]) or not(*[1][self::w:tcPr]/w:tcW)]
]"""


def table_findings(part: Story) -> Iterator[str]:
    """Faults in all tables of a part."""
    for number, table in enumerate(part.found[w("tbl")], 1):
        yield from (f"{part.name}: tabell {number}: {finding}" for finding in findings(table))


def findings(table: "_Element") -> Iterator[str]:
    """Faults in one table."""
    head = table.find(ROW)
    columns = len(table.findall(f"{w('tblGrid')}/{w('gridCol')}"))
    if head is None:
        yield "har inga rader"
    if not columns:
        yield "saknar rutnät"
    if next(table.iterancestors(w("tbl")), None) is not None:
        yield "står inne i en annan tabell"
    yield from property_findings(table)
    if head is not None and head.find(f"{ROW_PROPERTIES}/{w('tblHeader')}") is None:
        yield "rubrikraden upprepas inte"
    for row in suspects(table, columns):
        number = 1 + sum(1 for _ in row.itersiblings(ROW, preceding=True))
        yield from (f"rad {number} {finding}" for finding in row_findings(row, columns))


def suspects(table: "_Element", columns: int) -> "list[_Element]":
    """The table's rows that may be at fault."""
    return cast("list[_Element]", suspect_rows()(table, columns=columns))


@cache
def suspect_rows() -> "XPath":
    """The question, made ready once."""
    from lxml.etree import XPath

    return XPath(SUSPECT, namespaces={"w": W})


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

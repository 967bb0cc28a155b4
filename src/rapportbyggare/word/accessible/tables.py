"""Tables that can be read cell by cell: a header row, no merged or empty headings, a text alternative. Point 4 of the list."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapportbyggare.core.problem import Problem
from rapportbyggare.word.accessible import messages
from rapportbyggare.word.accessible.file import Inspected, on, said, words
from rapportbyggare.word.namespaces import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"


def table_findings(file: Inspected) -> Iterator[Problem]:
    """What is wrong with each table; of one that is used for layout, only that."""
    for number, table in enumerate(file.tables, 1):
        place = file.place(f"tabell {number}")
        rows = list(table.iterchildren(_W + "tr"))
        if next(table.iterancestors(_W + "tbl"), None) is not None:
            yield messages.nested_table(place)
        elif len(rows) < 2 or all(len(row.findall(_W + "tc")) < 2 for row in rows):
            yield messages.layout_table(place)
        else:
            yield from _of_table(table, rows, file, number)


def _of_table(table: "_Element", rows: "list[_Element]", file: Inspected, number: int) -> Iterator[Problem]:
    place = file.place(f"tabell {number}")
    if not on(rows[0], "trPr/tblHeader"):
        yield messages.no_header_row(place)
    for column, cell in enumerate(rows[0].iterchildren(_W + "tc"), 1):
        if not words(cell).strip():
            yield messages.empty_header_cell(file.place(f"tabell {number}, rad 1, kolumn {column}"))
    if any(_merged(cell) for row in rows for cell in row.iterchildren(_W + "tc")):
        yield messages.merged_cells(place)
    if not (said(table, "tblPr/tblDescription") or said(table, "tblPr/tblCaption")):
        yield messages.undescribed_table(place)
    if not any(on(row, "trPr/cantSplit") for row in rows):
        yield messages.split_rows(place)


def _merged(cell: "_Element") -> bool:
    return (said(cell, "tcPr/gridSpan") or "1") != "1" or said(cell, "tcPr/vMerge") is not None

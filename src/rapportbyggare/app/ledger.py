"""The number ledger: every figure printed, where, as text and exactly, and where it comes from."""

import csv
from collections.abc import Iterator
from io import StringIO

from rapportbyggare.core.blocks import ChartFigure, FactBox, Heading, ListBlock, Paragraph, Picture, Table
from rapportbyggare.core.document import Document
from rapportbyggare.core.figure import Figure
from rapportbyggare.core.text import DocumentText, Value
from rapportbyggare.core.walk import all_blocks, own_texts, values_in

COLUMNS = (
    "nr",
    "del",
    "plats_i_rapporten",
    "text",
    "exakt",
    "enhet",
    "indikator",
    "matt",
    "ar",
    "omrade",
    "status",
    "period",
    "kalla",
    "leverans",
    "uttag",
    "cell",
    "uttryck",
    "ankare",
)
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def ledger(document: Document) -> str:
    """The ledger as CSV that Excel opens: semicolon, decimal comma, a byte order mark."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for number, row in enumerate(rows(document), 1):
        writer.writerow([str(number), *(_harmless(cell) for cell in row)])
    return "\ufeff" + out.getvalue()


def figures_printed(document: Document) -> int:
    """How many figures the document prints."""
    return sum(1 for _ in rows(document))


def rows(document: Document) -> Iterator[tuple[str, ...]]:
    """One row for each figure printed, in reading order, the notes last."""
    for section in document.sections:
        for block in all_blocks(section.blocks):
            where = described(block)
            for text in own_texts(block):
                yield from _rows(section.file, where, text)
    for note in document.notes:
        yield from _rows(note.place.file, f"not {note.number}", note.content)


def described(block: object) -> str:
    """What a block is called in the ledger."""
    match block:
        case Table():
            return f"tabell {block.number}" if block.number else "tabell"
        case ChartFigure() | Picture():
            return f"figur {block.number}"
        case Heading():
            return "rubrik"
        case FactBox():
            return "faktaruta"
        case Paragraph() | ListBlock():
            return "stycke"
        case _:
            return ""


def _rows(file: str, where: str, text: DocumentText) -> Iterator[tuple[str, ...]]:
    for value in values_in(text):
        if value.figure is not None:
            yield _row(file, where, value, value.figure)


def _row(file: str, where: str, value: Value, figure: Figure) -> tuple[str, ...]:
    place = value.expression.place
    spot = f"{place.file}:{place.line}:{place.column}" if place.line else file
    exact = "" if figure.amount is None else f"{figure.amount:f}".replace(".", ",")
    origins = figure.origins
    return (
        where,
        spot,
        value.text,
        exact,
        figure.form.unit.value,
        _joined(fact.indicator for fact in figure.facts),
        _joined(fact.measure for fact in figure.facts),
        _joined(str(fact.year) for fact in figure.facts if fact.year),
        _joined(fact.area for fact in figure.facts),
        figure.status.value,
        figure.period,
        _joined(origin.source for origin in origins),
        _joined(str(origin.delivery) for origin in origins),
        _joined(origin.extract for origin in origins),
        _joined(str(origin.place) for origin in origins),
        value.expression.source,
        value.ident,
    )


def _joined(parts: Iterator[str]) -> str:
    return " + ".join(dict.fromkeys(parts))


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a negative number is one anyway."""
    if cell.startswith(FORMULAS) and not cell[1:].replace(",", "").isdecimal():
        return "'" + cell
    return cell

"""The number ledger: every figure printed, where, as text and exactly, and where it comes from."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from rapportbyggare.core.blocks import ChartFigure, DocumentBlock, FactBox, Heading, Picture, Table
from rapportbyggare.core.document import Document
from rapportbyggare.core.figure import Figure
from rapportbyggare.core.place import Place
from rapportbyggare.core.text import DocumentLeaf, DocumentText
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
FORMULAS = frozenset("=+-@\t\r")


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger as CSV that Excel opens (semicolon, decimal comma, byte order mark), and its number of figures."""

    content: bytes
    figures: int


def ledger(document: Document) -> Ledger:
    """The ledger of a document, in reading order, the notes last."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    number = 0
    for number, row in enumerate(_rows(document), 1):
        writer.writerow((number, *row))
    return Ledger(("\ufeff" + out.getvalue()).encode(), number)


def _rows(document: Document) -> Iterator[tuple[str, ...]]:
    for section in document.sections:
        for block in all_blocks(section.blocks):
            where = described(block)
            for text in own_texts(block):
                yield from _printed(where, text)
            if isinstance(block, ChartFigure):
                yield from _drawn(where, block)
    for note in document.notes:
        yield from _printed(f"not {note.number}", note.content)


def described(block: DocumentBlock) -> str:
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
        case _:
            return "stycke"


def _printed(where: str, text: DocumentText) -> Iterator[tuple[str, ...]]:
    for value in values_in(text):
        if value.figure is not None:
            source = value.expression
            yield _row(where, source.place, value.text, value.figure, source.source, value.ident)


def _drawn(where: str, block: ChartFigure[DocumentLeaf]) -> Iterator[tuple[str, ...]]:
    for series in block.chart.series:
        for point in series.points:
            if point.figure is not None:
                yield _row(where, block.place, point.label, point.figure, "", "")


def _row(where: str, place: Place, text: str, figure: Figure, source: str, ident: str) -> tuple[str, ...]:
    facts, origins = figure.facts, figure.origins
    row = (
        where,
        str(place),
        text,
        "" if figure.amount is None else f"{figure.amount:f}".replace(".", ","),
        figure.form.unit.value,
        _joined([fact.indicator for fact in facts]),
        _joined([fact.measure for fact in facts]),
        _joined([str(fact.year or "") for fact in facts]),
        _joined([fact.area for fact in facts]),
        figure.status.value,
        figure.period,
        _joined([origin.source for origin in origins]),
        _joined([str(origin.delivery) for origin in origins]),
        _joined([origin.extract for origin in origins]),
        _joined([str(origin.place) for origin in origins]),
        source,
        ident,
    )
    return row if FORMULAS.isdisjoint([cell[:1] for cell in row]) else tuple(_harmless(cell) for cell in row)


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else " + ".join(dict.fromkeys(parts))


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a negative number is one anyway."""
    if cell[:1] in FORMULAS and not cell[1:].replace(",", "").isdecimal():
        return "'" + cell
    return cell

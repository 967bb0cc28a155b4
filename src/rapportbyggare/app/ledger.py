"""The number ledger: every figure printed, where, as text and exactly, and where it comes from."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from rapportbyggare.core.blocks import ChartFigure, DocumentBlock, FactBox, Heading, Picture, Table
from rapportbyggare.core.document import Document
from rapportbyggare.core.figure import FactKey, Figure, Origin
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
SPECIAL = re.compile(r'["\r\n]|;[=+@\t-]')
LINE_END = "\r\n"
NOTHING = ("", "", "", "")
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger as CSV that Excel opens (semicolon, decimal comma, byte order mark), and its number of figures."""

    content: bytes
    figures: int


def ledger(document: Document) -> Ledger:
    """The ledger of a document, in reading order, the notes last."""
    lines = [*_lines(document), ""]
    return Ledger(("\ufeff" + LINE_END.join(lines)).encode(), len(lines) - 2)


def _lines(document: Document) -> Iterator[str]:
    """CSV line by line: most rows are joined as they are, the others quoted and made harmless first."""
    yield ";".join(COLUMNS)
    for number, row in enumerate(_rows(document), 1):
        line = f"{number};{';'.join(row)}"
        plain = line.count(";") < len(COLUMNS) and SPECIAL.search(line) is None
        yield line if plain else _quoted((str(number), *map(_harmless, row)))


def _quoted(row: Row) -> str:
    out = StringIO()
    csv.writer(out, delimiter=";", lineterminator=LINE_END).writerow(row)
    return out.getvalue().removesuffix(LINE_END)


def _rows(document: Document) -> Iterator[Row]:
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


def _printed(where: str, text: DocumentText) -> Iterator[Row]:
    for value in values_in(text):
        if value.figure is not None:
            source = value.expression
            yield _row(where, source.place, value.text, value.figure, source.source, value.ident)


def _drawn(where: str, block: ChartFigure[DocumentLeaf]) -> Iterator[Row]:
    for series in block.chart.series:
        for point in series.points:
            if point.figure is not None:
                yield _row(where, block.place, point.label, point.figure, "", "")


def _row(where: str, place: Place, text: str, figure: Figure, source: str, ident: str) -> Row:
    exact = "" if figure.amount is None else f"{figure.amount:f}".replace(".", ",")
    unit, status, origins = figure.form.unit.value, figure.status.value, _of_origins(figure.origins)
    return (where, str(place), text, exact, unit, *_of_facts(figure.facts), status, figure.period, *origins, source, ident)


def _of_facts(facts: tuple[FactKey, ...]) -> Row:
    """Indicator, measure, year and area of what a figure is computed from."""
    if len(facts) == 1:
        return _of_fact(facts[0])
    return tuple(map(_joined, zip(*map(_of_fact, facts), strict=True))) or NOTHING


def _of_fact(fact: FactKey) -> Row:
    return fact.indicator, fact.measure, str(fact.year or ""), fact.area


def _of_origins(origins: tuple[Origin, ...]) -> Row:
    """Source, delivery, extract and cell of what a figure is computed from."""
    if len(origins) == 1:
        return _of_origin(origins[0])
    return tuple(map(_joined, zip(*map(_of_origin, origins), strict=True))) or NOTHING


def _of_origin(origin: Origin) -> Row:
    return origin.source, str(origin.delivery), origin.extract, str(origin.place)


def _joined(parts: Row) -> str:
    return " + ".join(dict.fromkeys(parts))


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a negative number is one anyway."""
    if cell[:1] in FORMULAS and not cell[1:].replace(",", "").isdecimal():
        return "'" + cell
    return cell

"""The number ledger: every figure printed, where, as text and exactly, and where it comes from."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from itertools import islice

from rapportbyggare.core.blocks import ChartFigure, DocumentBlock, FactBox, Heading, Picture, Table
from rapportbyggare.core.document import Document
from rapportbyggare.core.figure import FactKey, Figure, Origin
from rapportbyggare.core.place import Place
from rapportbyggare.core.text import DocumentLeaf, Value
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
    "uppgift",
    "tryckt",
)
FORMULAS = "=+-@\t\r"
FORMULA = re.compile(f";[{re.escape(FORMULAS)}]")
AT_ONCE = 100
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
    lines = _lines(document)
    return Ledger(("\ufeff" + LINE_END.join([*lines, ""])).encode(), len(lines) - 1)


def _lines(document: Document) -> list[str]:
    """CSV line by line, a number first in each."""
    lines = [";".join(COLUMNS)]
    rows = _rows(document)
    while some := tuple(islice(rows, AT_ONCE)):
        lines.extend(_written([(str(number), *row) for number, row in enumerate(some, len(lines))]))
    return lines


def _written(rows: list[Row]) -> list[str]:
    """Rows as lines: most are joined as they are, the others quoted and made harmless first."""
    lines = [";".join(row) for row in rows]
    if _plain(lines):
        return lines
    return [line if _plain([line]) else _quoted(tuple(map(_harmless, row))) for line, row in zip(lines, rows, strict=True)]


def _plain(lines: list[str]) -> bool:
    """Whether no cell holds what parts cells or lines, or begins as a formula does."""
    text = "\n".join(lines)
    parted = text.count(";") == len(lines) * (len(COLUMNS) - 1) and text.count("\n") == len(lines) - 1
    return parted and '"' not in text and "\r" not in text and FORMULA.search(text) is None


def _quoted(row: Row) -> str:
    out = StringIO()
    csv.writer(out, delimiter=";", lineterminator=LINE_END).writerow(row)
    return out.getvalue().removesuffix(LINE_END)


def _rows(document: Document) -> Iterator[Row]:
    for section in document.sections:
        for block in all_blocks(section.blocks):
            where = described(block)
            for text in own_texts(block):
                for value in values_in(text):
                    if value.figure is not None:
                        yield _printed(where, value, value.figure)
            if isinstance(block, ChartFigure):
                yield from _drawn(where, block)
    for note in document.notes:
        for value in values_in(note.content):
            if value.figure is not None:
                yield _printed(f"not {note.number}", value, value.figure)


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


def _printed(where: str, value: Value, figure: Figure) -> Row:
    return _row(where, value.expression.place, value.text, figure, value.expression.source, value.ident, value.printed)


def _drawn(where: str, block: ChartFigure[DocumentLeaf]) -> Iterator[Row]:
    for series in block.chart.series:
        for point in series.points:
            if point.figure is not None:
                yield _row(where, block.place, point.label, point.figure, "", "")


def _row(where: str, place: Place, text: str, figure: Figure, source: str, ident: str, printed: str = "") -> Row:
    facts, origins = figure.facts, figure.origins
    return (
        where,
        str(place),
        text,
        "" if figure.amount is None else _exact(figure.amount),
        figure.form.unit._value_,  # not `value`, which is looked up
        *(_of_fact(facts[0]) if len(facts) == 1 else _of_facts(facts)),
        figure.status._value_,
        figure.period,
        *(_of_origin(origins[0]) if len(origins) == 1 else _of_origins(origins)),
        source,
        ident,
        "" if figure.key is None else _named(figure.key),
        printed,
    )


def _named(key: FactKey) -> str:
    """The fact that a figure is, in one word that leads back to it; a computed figure is none."""
    return f"{key.indicator}/{key.measure}/{key.year or ''}/{key.area}"


def _exact(amount: Decimal) -> str:
    """An amount with all its decimals, never with a power of ten."""
    text = str(amount)
    return (f"{amount:f}" if "E" in text else text).replace(".", ",")


def _of_facts(facts: tuple[FactKey, ...]) -> Row:
    """Indicator, measure, year and area of what a figure is computed from."""
    return tuple(map(_joined, zip(*map(_of_fact, facts), strict=True))) or NOTHING


def _of_fact(fact: FactKey) -> Row:
    indicator, measure, year, area = fact
    return indicator, measure, str(year or ""), area


def _of_origins(origins: tuple[Origin, ...]) -> Row:
    """Source, delivery, extract and cell of what a figure is computed from."""
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

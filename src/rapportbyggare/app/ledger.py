"""The number ledger: every figure printed, where, as text and exactly, and where it comes from."""

import csv
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from io import StringIO
from itertools import islice
from typing import NamedTuple

from rapportbyggare.core.blocks import ChartFigure, DocumentBlock, FactBox, Heading, Picture, Table
from rapportbyggare.core.document import Document
from rapportbyggare.core.figure import FactKey, Figure, Origin
from rapportbyggare.core.text import DocumentLeaf, Value
from rapportbyggare.core.walk import all_blocks, own_texts, values_in, values_of

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
Row = tuple[str, ...]
Four = tuple[str, str, str, str]
NOTHING: Four = ("", "", "", "")


class Ledger(NamedTuple):
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
        lines.extend(_written(some, len(lines)))
    return lines


def _written(rows: tuple[Row, ...], first: int) -> list[str]:
    """Rows as lines, numbered from `first`: most are joined as they are, the others quoted and made harmless first."""
    lines = [f"{number};{';'.join(row)}" for number, row in enumerate(rows, first)]
    if _plain(lines):
        return lines
    numbered = enumerate(zip(lines, rows, strict=True), first)
    return [line if _plain([line]) else _quoted((str(number), *map(_harmless, row))) for number, (line, row) in numbered]


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
            yield from _printed(where, values_of(own_texts(block)))
            if isinstance(block, ChartFigure):
                yield from _drawn(where, block)
    for note in document.notes:
        yield from _printed(f"not {note.number}", values_in(note.content))


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


def _printed(where: str, values: Iterable[Value]) -> Iterator[Row]:
    expression, place = None, ""
    for value in values:
        if value.figure is None:
            continue
        if value.expression is not expression:  # the cells of a table's column have one and the same
            expression = value.expression
            place = str(expression.place)
        yield _row(where, place, value.text, value.figure, value.expression.source, value.ident, value.printed)


def _drawn(where: str, block: ChartFigure[DocumentLeaf]) -> Iterator[Row]:
    for series in block.chart.series:
        for point in series.points:
            if point.figure is not None:
                yield _row(where, str(block.place), point.label, point.figure, "", "")


def _row(where: str, place: str, text: str, figure: Figure, source: str, ident: str, printed: str = "") -> Row:
    facts, origins, key = figure.facts, figure.origins, figure.key
    indicator, measure, year, area = _of_fact(facts[0]) if len(facts) == 1 else _of_facts(facts)
    delivered, delivery, extract, cell = _of_origin(origins[0]) if len(origins) == 1 else _of_origins(origins)
    return (
        where,
        place,
        text,
        "" if figure.amount is None else _exact(figure.amount),
        figure.form.unit._value_,  # not `value`, which is looked up
        indicator,
        measure,
        year,
        area,
        figure.status._value_,
        figure.period,
        delivered,
        delivery,
        extract,
        cell,
        source,
        ident,
        # The fact in one word that leads back to it; a computed figure is none.
        "" if key is None else f"{key.indicator}/{key.measure}/{key.year or ''}/{key.area}",
        printed,
    )


def _exact(amount: Decimal) -> str:
    """An amount with all its decimals, never with a power of ten."""
    text = str(amount)
    if text.isdigit():  # most amounts
        return text
    return (f"{amount:f}" if "E" in text else text).replace(".", ",")


def _of_facts(facts: tuple[FactKey, ...]) -> Four:
    """Indicator, measure, year and area of what a figure is computed from."""
    return _all_joined([_of_fact(fact) for fact in facts])


def _of_fact(fact: FactKey) -> Four:
    indicator, measure, year, area = fact
    return indicator, measure, str(year or ""), area


def _of_origins(origins: tuple[Origin, ...]) -> Four:
    """Source, delivery, extract and cell of what a figure is computed from."""
    return _all_joined([_of_origin(origin) for origin in origins])


def _of_origin(origin: Origin) -> Four:
    return origin.source, str(origin.delivery), origin.extract, str(origin.place)


def _all_joined(rows: list[Four]) -> Four:
    """Several rows as one."""
    if not rows:
        return NOTHING
    first, second, third, fourth = zip(*rows, strict=True)
    return _joined(first), _joined(second), _joined(third), _joined(fourth)


def _joined(parts: Row) -> str:
    return " + ".join(dict.fromkeys(parts))


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a negative number is one anyway."""
    if cell[:1] in FORMULAS and not cell[1:].replace(",", "").isdecimal():
        return "'" + cell
    return cell

"""Tables and figures say what they measure and where it comes from.

Source: the house rules for tables (heading, source and unit). A missing heading is told when the draft is bound. Silent
about tables without numbers, and about a unit that stands anywhere in the heading, a column, a row or the cells.
"""

import re
from collections.abc import Iterable, Iterator

from rapportbyggare.checks import structure_messages as messages
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.subject import Subject
from rapportbyggare.core.blocks import ChartFigure, Table
from rapportbyggare.core.figure import Unit
from rapportbyggare.core.plain import is_blank, plain
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import DocumentLeaf
from rapportbyggare.core.walk import all_blocks, row_texts, values_in

NUMBER = lazy(r"\s*[−-]?\d[\d \u00a0\u202f]*(?:,\d+)?\s*")
TIME = lazy(r"\b(?:19|20)\d\d\b")
YEAR = lazy(r"\s*(?:19|20)\d\d\s*")
UNIT = lazy(
    r"%|\b(?:antal\w*|andel\w*|procent\w*|kr|tkr|mnkr|mkr|mdkr|kronor|tusental|miljon\w*|miljard\w*|index\w*|st|km|kvm|ha|år"
    r"|dagar|timmar|månader|poäng|kvot\w*|rang\w*|per|promille|\w*(?:företag|personer|invånare|anställda|bolag|projekt|stöd|platser))\b",
    re.IGNORECASE,
)
FEWEST = 2


def tables(subject: Subject) -> Iterable[Problem]:
    """The tables and figures that leave out a part."""
    if subject.document is None:
        return
    for block in (block for section in subject.document.sections for block in all_blocks(section.blocks)):
        match block:
            case Table() if _numbers(block) >= FEWEST:
                name = f"tabell {block.number}" if block.number else "tabellen"
                if is_blank(block.source):
                    yield messages.no_source(block.place, name)
                if not _has_unit(block):
                    yield messages.no_unit(block.place, name)
                if not _has_year(block):
                    yield messages.no_period(block.place, name)
            case ChartFigure():
                yield from _of_chart(block)
            case _:
                pass


def _numbers(table: Table[DocumentLeaf]) -> int:
    """How many cells after the row headings hold a number and nothing else; a year is none."""
    texts = (plain(line) for row in table.body for cell in row.cells[1:] for line in cell.lines)
    return sum(1 for text in texts if NUMBER.fullmatch(text.removesuffix("%")) and not YEAR.fullmatch(text))


def _of_chart(chart: ChartFigure[DocumentLeaf]) -> Iterator[Problem]:
    if is_blank(chart.source):
        yield messages.no_source(chart.place, f"figur {chart.number}")
    said = (plain(chart.caption), plain(chart.source), *chart.chart.categories, *(one.name for one in chart.chart.series))
    if not any(TIME.search(one) for one in said):
        yield messages.no_period(chart.place, f"figur {chart.number}")


def _has_year(table: Table[DocumentLeaf]) -> bool:
    """Whether a year stands anywhere in the table or under it; or all its figures are of no year."""
    lines = [table.caption, table.source, *(note.content for note in table.notes)]
    lines += [line for row in (table.head, *table.body) for line in row_texts(row)]
    facts = [fact for line in lines for value in values_in(line) if value.figure is not None for fact in value.figure.facts]
    timeless = bool(facts) and not any(fact.year for fact in facts)
    return timeless or any(TIME.search(plain(line)) for line in lines)


def _has_unit(table: Table[DocumentLeaf]) -> bool:
    lines = [line for row in (table.head, *table.body) for line in row_texts(row)]
    values = (value.figure for line in lines for value in values_in(line))
    if any(figure is not None and figure.form.unit not in (Unit.COUNT, Unit.INDEX) for figure in values):
        return True
    return any(UNIT.search(plain(text)) for text in (table.caption, *lines))

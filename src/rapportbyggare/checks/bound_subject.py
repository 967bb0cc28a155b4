"""A bound document as the checks read it."""

from collections.abc import Iterator
from dataclasses import replace

from rapportbyggare.checks.pieces import pieces_of
from rapportbyggare.checks.settings import Settings
from rapportbyggare.checks.subject import Line, PieceKind, Subject
from rapportbyggare.core.blocks import DocumentBlock, ListBlock, Paragraph, Quote
from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.document import Document
from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.core.walk import all_blocks
from rapportbyggare.passages.listing import passages
from rapportbyggare.passages.passage import Passage, PrintedKind

MADE = (PrintedKind.DESCRIPTION, PrintedKind.CHART_TEXT, PrintedKind.CHART)


def subject_of(document: Document, dataset: Dataset, settings: Settings = Settings()) -> Subject:  # noqa: B008
    """The lines of a document, in reading order, the notes last."""
    return Subject(tuple(_lines(document)), dataset, document.manifest.year, document, settings)


def _lines(document: Document) -> Iterator[Line]:
    blocks = [block for section in document.sections for block in all_blocks(section.blocks)]
    quoted, listed = set(_quoted(blocks)), dict(_listed(blocks))
    heads: dict[tuple[str, str], str] = {}
    for passage in passages(document):
        line = _line(passage)
        if line.part == "kolumnrubrik":
            heads[line.block, passage.identity.item] = line.text
        if not passage.text:
            continue
        if line.part == "cell":
            line = replace(line, head=heads.get((line.block, passage.identity.item), ""))
        if line.part == "stycke":
            line = replace(line, listed=listed.get(line.place, ""))
            line = _as_quotation(line) if line.place in quoted else line
        yield line


def _line(passage: Passage) -> Line:
    own = passage.identity
    chart_alt = passage.kind is PrintedKind.ALT and own.block.startswith("diagram:")
    part = "not" if passage.kind is PrintedKind.NOTE else own.part
    return Line(
        passage.text,
        pieces_of(passage.content, passage.kind in MADE or chart_alt),
        passage.kind,
        passage.where,
        passage.chapter,
        passage.place if own.part != "stycke" or own.place == NOWHERE else own.place,
        own.block,
        part,
        passage.row,
        int(own.item) if own.part in ("cell", "kolumnrubrik") else 0,
    )


def _quoted(blocks: list[DocumentBlock]) -> Iterator[Place]:
    for quote in blocks:
        if isinstance(quote, Quote):
            yield from (one.place for one in all_blocks(quote.blocks) if isinstance(one, Paragraph))


def _listed(blocks: list[DocumentBlock]) -> Iterator[tuple[Place, str]]:
    for block in blocks:
        if isinstance(block, ListBlock):
            for item in block.items:
                if item and isinstance(item[0], Paragraph):
                    yield item[0].place, str(block.place)


def _as_quotation(line: Line) -> Line:
    return replace(
        line, pieces=tuple(one if one.kind is PieceKind.BOUND else replace(one, kind=PieceKind.LITERAL) for one in line.pieces)
    )

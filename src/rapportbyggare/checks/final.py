"""What stops a document from going to the committee, seen on the bound document."""

import re
from collections.abc import Iterable, Iterator

from rapportbyggare.checks import messages
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.placeholders import placeholders
from rapportbyggare.core.blocks import ChartFigure, DocumentBlock, Table
from rapportbyggare.core.document import Document
from rapportbyggare.core.manifest import DocumentStatus, Manifest
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.core.text import Code, DocumentInline, DocumentText, Emphasis, Link, Reference, Span, Strong, Text, Value
from rapportbyggare.core.walk import all_blocks, all_texts

MANIFEST = "report/rapport.toml"
NOT_FOR_THE_COMMITTEE = frozenset(
    {"mats-passerat", "osaker-jamforelse", "pastaende-galler-inte", "slarv-i-markdown", "summa-avviker", "utgava-andrad"}
)
DECIDED_PARAGRAPH = lazy(r"0*[1-9]\d*", re.ASCII)


def check_final(document: Document) -> tuple[Problem, ...]:
    """Placeholders, and a date and § that the status demands or does not yet allow."""
    return (*_placeholders(document), *_decision(document))


def escalated(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems with those as errors that a draft may have but the committee may not see."""
    return tuple(one._replace(severity=Severity.ERROR) if one.code in NOT_FOR_THE_COMMITTEE else one for one in problems)


def _placeholders(document: Document) -> Iterator[Problem]:
    for text in all_texts(document):
        for words, place, literal in _words(text):
            for found in placeholders(words):
                start = place.column + (found.start() if literal else 0) if place.column else 0
                yield messages.placeholder(Place(place.file, place.line, start), found[0])
    for words in _manifest_words(document.manifest):
        if next(placeholders(words), None) is not None:
            yield messages.placeholder(Place(MANIFEST), words)
    for words, place in _plain_words(document):
        for found in placeholders(words):
            yield messages.placeholder(place, found[0])


def _words(text: DocumentText) -> Iterator[tuple[str, Place, bool]]:
    """The words of a text, where they stand, and whether they stand there letter by letter."""
    for item in text:
        yield from _words_of(item)


def _words_of(item: DocumentInline) -> Iterator[tuple[str, Place, bool]]:
    match item:
        case Text(words, place) | Code(words, place):
            yield words, place, True
        case Value(words, None, expression=expression):
            yield words, expression.place, False
        case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children) | Reference(children=children):
            yield from _words(children)
        case _:
            return


def _plain_words(document: Document) -> Iterator[tuple[str, Place]]:
    """What is printed or read aloud and is no running text, with the place it comes from."""
    for section in document.sections:
        for block in all_blocks(section.blocks):
            yield from _block_words(block)


def _block_words(block: DocumentBlock) -> Iterator[tuple[str, Place]]:
    match block:
        case Table():
            yield block.description, block.place
            yield from ((meaning, block.place) for _, meaning in block.symbols)
        case ChartFigure():
            chart = block.chart
            yield from ((words, block.place) for words in (block.alt, chart.axis, *chart.categories))
            yield from ((series.name, block.place) for series in chart.series)
        case _:
            return


def _manifest_words(manifest: Manifest) -> tuple[str, ...]:
    own = (manifest.title, manifest.kind, manifest.organisation, manifest.committee, manifest.plan, manifest.plan_period)
    return (*own, manifest.contact, manifest.subject, *manifest.registry_numbers, *manifest.keywords)


def _decision(document: Document) -> Iterator[Problem]:
    manifest = document.manifest
    if manifest.status is not DocumentStatus.DECIDED:
        return
    if not manifest.decision_date:
        yield messages.undecided(Place(MANIFEST), "beslutsdatum", 'beslutsdatum = "2025-10-14"')
    if not DECIDED_PARAGRAPH.fullmatch(manifest.paragraph):
        yield messages.undecided(Place(MANIFEST), "paragraf", 'paragraf = "212"')

"""What stops a document from going to the committee, seen on the bound document."""

import re
from collections.abc import Iterator

from rapportbyggare.checks import messages
from rapportbyggare.core.document import Document
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import DocumentInline, DocumentText, Emphasis, Link, Reference, Span, Strong, Text
from rapportbyggare.core.walk import all_texts

MANIFEST = "report/rapport.toml"
PLACEHOLDER = re.compile(
    r"§\s*(?:X{1,3}|N{1,2})\b|\bX{2,}\b|\bTODO\b|\bFIXME\b|\?{2,}|\bÅÅÅÅ\b"
    r"|\blorem ipsum\b|\[(?:fyll i|namn|datum|text|belopp)[^\]]*\]",
    re.IGNORECASE,
)


def check_final(document: Document) -> tuple[Problem, ...]:
    """Placeholders, and a date and § that the status demands or does not yet allow."""
    return (*_placeholders(document), *_decision(document))


def _placeholders(document: Document) -> Iterator[Problem]:
    for text in all_texts(document):
        for words, place in _words(text):
            for found in PLACEHOLDER.finditer(words):
                start = place.column + found.start() if place.column else 0
                yield messages.placeholder(Place(place.file, place.line, start), found[0])


def _words(text: DocumentText) -> Iterator[tuple[str, Place]]:
    for item in text:
        yield from _words_of(item)


def _words_of(item: DocumentInline) -> Iterator[tuple[str, Place]]:
    match item:
        case Text(words, place):
            yield words, place
        case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children) | Reference(children=children):
            yield from _words(children)
        case _:
            return


def _decision(document: Document) -> Iterator[Problem]:
    manifest = document.manifest
    own = (manifest.title, manifest.organisation, manifest.committee, manifest.plan, manifest.contact, manifest.subject)
    for text in (*own, manifest.plan_period, *manifest.registry_numbers, *manifest.keywords):
        if PLACEHOLDER.search(text):
            yield messages.placeholder(Place(MANIFEST), text)
    if manifest.status is not DocumentStatus.DECIDED:
        return
    if not manifest.decision_date:
        yield messages.undecided(Place(MANIFEST), "beslutsdatum", 'beslutsdatum = "2025-10-14"')
    if not manifest.paragraph or not re.fullmatch(r"\d+", manifest.paragraph):
        yield messages.undecided(Place(MANIFEST), "paragraf", 'paragraf = "212"')

"""Links say what they lead to, and addresses do not stand in the text.

Source: WCAG 2.1, 2.4.4, and the house list of accessibility (7). Silent about an e-mail address, which is its own best
name, and about files that we did not build.
"""

import re
from collections.abc import Iterable, Iterator

from rapportbyggare.checks import structure_messages as messages
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.subject import Line, PieceKind, Subject
from rapportbyggare.core.place import NOWHERE
from rapportbyggare.core.plain import plain
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import DocumentInline, DocumentLeaf, DocumentText, Emphasis, Link, Reference, Span, Strong
from rapportbyggare.core.walk import all_texts

ADDRESS = lazy(r"\b(?:https?://|www\.)[^\s”\"»)]+[^\s”\"»).,;:]")
ADDRESS_OR_FILE = lazy(
    r"(?:https?://|www\.)\S+|[^\s@]+\.(?:pdf|docx?|xlsx?|csv|pptx?|html?|se|com|org|nu|eu)(?:/\S*)?", re.IGNORECASE
)
SAYS_NOTHING = lazy(r"(?:klicka |läs mer |se )?här|läs mer|länk|länken|mer information|webbplats|webbsida|pdf", re.IGNORECASE)


def links(subject: Subject) -> Iterable[Problem]:
    """The links whose words say too little, and the addresses in the text."""
    if subject.document is None:
        return
    linked = set[str]()
    for link in (link for text in all_texts(subject.document) for link in _links(text)):
        words = plain(link.children).strip()
        linked.add(words)
        if not words or SAYS_NOTHING.fullmatch(words) or ADDRESS_OR_FILE.fullmatch(words):
            yield messages.link_words(link.place, words or link.address)
    for line in subject.lines:
        yield from _addresses(line, linked)


def _addresses(line: Line, linked: set[str]) -> Iterator[Problem]:
    for found in ADDRESS.finditer(line.text):
        piece = line.piece(found.start())
        if piece is not None and piece.kind is not PieceKind.BOUND and not any(found[0] in words for words in linked):
            yield messages.bare_address(line.at(*found.span()) if piece.place != NOWHERE else line.place, found[0])


def _links(text: DocumentText) -> Iterator[Link[DocumentLeaf]]:
    for item in text:
        yield from _links_of(item)


def _links_of(item: DocumentInline) -> Iterator[Link[DocumentLeaf]]:
    match item:
        case Link():
            yield item
        case Emphasis(children) | Strong(children) | Span(_, children) | Reference(children=children):
            yield from _links(children)
        case _:
            return

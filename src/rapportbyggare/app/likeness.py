"""How a decided document differs from the edition that was decided: in nothing but the decision."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import zip_longest
from zipfile import ZipFile

from rapportbyggare.core.document import Document
from rapportbyggare.typography.words import shortened
from rapportbyggare.word.cover import status_lines
from rapportbyggare.word.properties import CONTENT

END_OF_PARAGRAPH = "</w:p>"
WORDS = re.compile(r"(?<=>)[^<>]*(?=</w:t>)")
STATUS = re.compile(r"(?<=<cp:contentStatus>)[^<]*")
DIGEST = re.compile(f'(?<=name="{CONTENT}"><vt:lpwstr>)[^<]*')
ESCAPES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&"}


def differences(before: Document, after: Document, frozen: bytes, built: bytes) -> tuple[str, ...]:
    """Where, in words, the decided document `after`, `built`, differs from the edition `before`, `frozen`, though it may not.

    It may print its decision on the cover, and have its status, fingerprint and digest among its properties.
    """
    return (*_in_content(before, after), *_in_file(before, after, frozen, built))


def decision_lines(before: Document, after: Document) -> tuple[str, str]:
    """What the edition's cover said of its status, and what the decided one says."""
    return ", ".join(status_lines(before)), ", ".join(status_lines(after))


def _in_content(before: Document, after: Document) -> Iterator[str]:
    old, new = before.manifest, after.manifest
    for one, other in zip_longest(before.sections, after.sections):
        if one != other:
            yield f"avsnittet {(one or other).file}"
    if before.notes != after.notes:
        yield "fotnoterna"
    if new._replace(status=old.status, decision_date=old.decision_date, paragraph=old.paragraph, edition=old.edition) != old:
        yield "rapportens egna fakta"
    if (before.edition.data_date, before.edition.deliveries, before.targets) != (
        after.edition.data_date,
        after.edition.deliveries,
        after.targets,
    ):
        yield "leveranserna eller hänvisningarna"


def _in_file(before: Document, after: Document, frozen: bytes, built: bytes) -> Iterator[str]:
    old, new = _parts(frozen), _parts(built)
    for name in sorted({*old, *new}):
        one, other = old.get(name, ""), new.get(name, "")
        if one == other:
            continue
        match name:
            case "word/document.xml":
                yield from _paragraphs(before, after, one, other)
            case "docProps/core.xml" if STATUS.sub("", one) == STATUS.sub("", other):
                pass
            case "docProps/custom.xml" if _undigested(one) == _undigested(other).replace(
                after.edition.fingerprint, before.edition.fingerprint
            ):
                pass
            case _:
                yield name


def _undigested(properties: str) -> str:
    """The properties without the digest of the text, which is compared itself."""
    return DIGEST.sub("", properties)


def _paragraphs(before: Document, after: Document, old: str, new: str) -> Iterator[str]:
    """The paragraphs that differ and are not the cover's line of status."""
    allowed = decision_lines(before, after)
    for one, other in zip_longest(old.split(END_OF_PARAGRAPH), new.split(END_OF_PARAGRAPH), fillvalue=""):
        if one != other and (_words(one), _words(other)) != allowed:
            yield f"stycket ”{shortened(_words(one) or _words(other))}”"
        elif one != other and WORDS.sub("", one) != WORDS.sub("", other):
            yield f"utseendet på stycket ”{shortened(_words(other))}”"


def _parts(content: bytes) -> dict[str, str]:
    """A package's parts as text, whatever they are: only compared."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name).decode("utf-8", "surrogateescape") for name in archive.namelist()}


def _words(paragraph: str) -> str:
    text = "".join(WORDS.findall(paragraph))
    for escaped, meant in ESCAPES.items():
        text = text.replace(escaped, meant)
    return text

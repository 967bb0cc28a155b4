"""The draft (words with expressions) and the document (words with values)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from rapportbyggare.core.blocks import DocumentBlock, DraftBlock
from rapportbyggare.core.figure import FactKey
from rapportbyggare.core.manifest import Manifest
from rapportbyggare.core.place import Place
from rapportbyggare.core.text import DocumentText, DraftText


@dataclass(frozen=True, slots=True)
class DraftNote:
    """A footnote's text; `label` is scoped to the file it stands in."""

    label: str
    content: DraftText
    place: Place = field(compare=False)


class DraftSection(NamedTuple):
    """One section file as read."""

    file: str
    blocks: tuple[DraftBlock, ...]
    notes: Mapping[str, DraftNote]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: `number` in the order of first reference, 1…n; `key` is unique in the report."""

    number: int
    key: str
    content: DocumentText
    place: Place = field(compare=False)


def note_mark(key: str) -> str:
    """What stands for a note's key outside the project: the key itself says which file the note is written in."""
    return sha256(key.encode()).hexdigest()[:10]


class Section(NamedTuple):
    """One section file, bound."""

    file: str
    blocks: tuple[DocumentBlock, ...]


class Edition(NamedTuple):
    """Which data and inputs a document was made from: `data_date` is the newest intake used (ISO),

    `fingerprint` a SHA-256 of all inputs, `deliveries` the numbers and names of the deliveries used.
    """

    data_date: str
    fingerprint: str
    deliveries: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The whole report, ready to be written; a writer asks nothing of the dataset.

    `targets` are the keys of headings, tables, figures and notes that some reference leads to; `choices` the facts that
    decided each `{% if %}`, by where it begins.
    """

    manifest: Manifest
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    targets: frozenset[str]
    edition: Edition
    choices: Mapping[Place, tuple[FactKey, ...]] = field(compare=False, default_factory=dict)

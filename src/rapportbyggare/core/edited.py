"""A Word file that somebody has edited, as it reads when every tracked change is accepted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from rapportbyggare.core.figure import FactKey


class TextKind(Enum):
    """What a piece of running text is."""

    HEADING = "rubrik"
    PARAGRAPH = "stycke"
    CELL = "cell"
    NOTE = "fotnot"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A bookmark's stretch of a text; empty (`start` = `end`) where the words that stood in it are gone."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CellSpot:
    """Where a cell stands: its table, its row and column (0 is the headings'), and the words that head them."""

    table: int
    row: int
    column: int
    row_words: str
    column_words: str


@dataclass(frozen=True, slots=True)
class EditedText:
    """A paragraph, a cell (its lines joined by spaces) or a footnote, without the marks of its notes.

    `heading` is the heading it stands under ("" before the first), `order` its place in the file, `notes` where notes
    are marked in it, as (offset, index of the note); `note` is the index of the note it is, -1 for none; `blocks` the
    anchors of the tables and figures it is part of.
    """

    order: int
    kind: TextKind
    text: str
    heading: str
    anchors: tuple[Anchor, ...] = ()
    notes: tuple[tuple[int, int], ...] = ()
    cell: CellSpot | None = None
    note: int = -1
    blocks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EditedPicture:
    """A drawing: its text alternative, SHA-256 of its media, and the order of the paragraph it stands in."""

    order: int
    heading: str
    alt: str
    digests: frozenset[str]
    blocks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EditedTable:
    """A table: the order of its first cell, and how it is described to those who do not see it (None: not at all)."""

    order: int
    heading: str
    description: str | None


@dataclass(frozen=True, slots=True)
class EditionMap:
    """What a draft says of the data it was made from: its deliveries by number, and what each anchor held.

    `values` holds identity and printed text by anchor, `blocks` kind and key; `names` what the deliveries are called.
    `facts` are what each value rests on, by its identity; `keys` what each bookmark that something can lead to is called;
    `notes` the name of each footnote with a digest of its words, in order. `content` is a digest of the text as written
    ("" in drafts of earlier versions).
    """

    data_date: str
    fingerprint: str
    deliveries: tuple[int, ...]
    values: Mapping[str, tuple[str, str]]
    blocks: Mapping[str, tuple[str, str]]
    names: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    facts: Mapping[str, tuple[FactKey, ...]] = field(default_factory=lambda: MappingProxyType({}))
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    notes: tuple[tuple[str, str], ...] = ()
    content: str = ""


@dataclass(frozen=True, slots=True)
class EditedFile:
    """All of it, in reading order, the notes last in the order they are marked.

    `edition` is None for a final document and for one that is not ours; `fingerprint` is a final document's own,
    `created` the date it was made from (ISO). `tracked` counts changes not yet accepted, `boxes` text boxes with words
    in them and `comments` comments: neither of these is read.
    """

    texts: tuple[EditedText, ...]
    pictures: tuple[EditedPicture, ...]
    tables: tuple[EditedTable, ...]
    edition: EditionMap | None
    fingerprint: str
    created: str
    tracked: int = 0
    boxes: int = 0
    comments: int = 0

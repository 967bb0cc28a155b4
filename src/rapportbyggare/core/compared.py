"""Two editions laid side by side: what is read of each, and the tree in which both stand.

The tree is the document's own, with one more leaf (what is changed in a text) and a few more blocks (what stands in one
edition only). A document that is compared with nothing is such a tree already.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Generic, Union

from rapportbyggare.core.blocks import (
    B,
    ChartFigure,
    FactBox,
    Heading,
    Landscape,
    ListBlock,
    Opaque,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    ReadBlock,
    Table,
)
from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.document import Document, DraftSection, Note
from rapportbyggare.core.figure import FactKey
from rapportbyggare.core.images import ImageFile
from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.core.text import DocumentLeaf, DocumentText, Inline


class Cause(Enum):
    """Why something differs: other data, other words, another order or shape, another number in a series, another look."""

    DATA = "data"
    TEXT = "text"
    STRUCTURE = "struktur"
    NUMBERING = "numrering"
    STYLE = "stil"


class Standing(Enum):
    """Where something stands of two editions; the values are what the reader meets."""

    KEPT = "oförändrad"
    CHANGED = "ändrad"
    ADDED = "ny"
    REMOVED = "borttagen"
    MOVED_HERE = "flyttad hit"
    MOVED_AWAY = "flyttad härifrån"


@dataclass(frozen=True, slots=True)
class ReadSection:
    """The blocks of a section; `file` is "" in an edition that is a Word file only."""

    file: str
    blocks: tuple[ReadBlock, ...]


@dataclass(frozen=True, slots=True)
class DeliveryLabel:
    """A delivery as an edition names it, and the day it was taken in (ISO, "" when that is not known)."""

    number: int
    name: str
    received: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One edition, as it is read to be compared.

    `name` is what the reader calls it, `cover` its cover line by line, `properties` the file's own (title, subject …),
    `look` a digest of the tokens or the template it is dressed in ("" when that is not known), `images` its pictures and
    charts by `picture_name` and `chart_name`. A Value read from a Word file has an `ident` but no figure: `facts` gives
    what it rests on, and `overtyped` are the idents of those that somebody has written over.

    `draft` are the sections it was bound from, `choices` the facts that decided what of them it says; `document` and
    `dataset` are None for an edition that is a Word file only.
    `frame` is what stands round the text, by what it is: the contents list, the page heads, the words before numbers.
    It is `foreign` when we did not build it, `edited` when somebody has changed it since we did.
    """

    name: str
    title: str
    cover: tuple[DocumentText, ...]
    sections: tuple[ReadSection, ...]
    notes: tuple[Note, ...]
    images: Mapping[str, ImageFile] = field(default_factory=lambda: MappingProxyType({}))
    properties: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    look: str = ""
    data_date: str = ""
    fingerprint: str = ""
    deliveries: tuple[DeliveryLabel, ...] = ()
    facts: Mapping[str, tuple[FactKey, ...]] = field(default_factory=lambda: MappingProxyType({}))
    overtyped: frozenset[str] = frozenset()
    draft: tuple[DraftSection, ...] = ()
    document: Document | None = None
    dataset: Dataset | None = None
    foreign: bool = False
    edited: bool = False
    frame: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    choices: Mapping[Place, tuple[FactKey, ...]] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Changed:
    """A stretch of a text that differs: as it was and as it is, either of them possibly nothing.

    `change` is the number of the Change that tells of it.
    """

    old: DocumentText
    new: DocumentText
    cause: Cause
    change: int


RedlineLeaf = Union[DocumentLeaf, Changed]
RedlineText = tuple[Inline[RedlineLeaf], ...]


@dataclass(frozen=True, slots=True)
class Whole(Generic[B]):
    """Blocks that stand in one edition only, or elsewhere in the other; an item of a list may be one such block alone.

    A CHANGED one stands in both, with another number, level or look; its words hold their own changes.
    """

    standing: Standing
    cause: Cause
    change: int
    blocks: tuple[B, ...]


@dataclass(frozen=True, slots=True)
class ComparedTable:
    """A table of both editions: the rows and columns of both in one order, each with its standing and change (0: kept).

    `number` is the table's old and new number.
    """

    table: Table[RedlineLeaf]
    rows: tuple[tuple[Standing, int], ...]
    columns: tuple[tuple[Standing, int], ...]
    number: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """A chart or picture whose image, text alternative or number differs, before and after; texts hold their own changes."""

    old: ChartFigure[DocumentLeaf] | Picture[DocumentLeaf]
    new: ChartFigure[DocumentLeaf] | Picture[DocumentLeaf]
    caption: RedlineText
    source: RedlineText
    cause: Cause
    change: int


RedlineBlock = Union[
    Heading[RedlineLeaf],
    Paragraph[RedlineLeaf],
    ListBlock["RedlineBlock"],
    Quote["RedlineBlock"],
    FactBox[RedlineLeaf, "RedlineBlock"],
    Landscape["RedlineBlock"],
    PageBreak,
    Table[RedlineLeaf],
    Picture[RedlineLeaf],
    ChartFigure[RedlineLeaf],
    Opaque,
    Whole["RedlineBlock"],
    ComparedTable,
    ComparedFigure,
]


@dataclass(frozen=True, slots=True)
class RedlineSection:
    """A section of both editions."""

    file: str
    blocks: tuple[RedlineBlock, ...]


@dataclass(frozen=True, slots=True)
class RedlineNote:
    """A footnote of both editions; a number is 0 in the edition it does not stand in."""

    key: str
    old_number: int
    new_number: int
    content: RedlineText
    standing: Standing
    change: int


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, told once. `number` counts them from 1 in reading order.

    `kind` is what it is a change of ("mening", "stycke", "rubrik", "tabellrad", "fotnot", "diagram" …), `where` says in words
    where it stands, `chapter` the name of its chapter. `old` and `new` are the words before and after; `place` is where it
    is written now, `old_place` where it was; `facts` and `deliveries` are what data did it.
    """

    number: int
    cause: Cause
    standing: Standing
    kind: str
    where: str
    chapter: str
    old: str
    new: str
    place: Place = NOWHERE
    old_place: Place = NOWHERE
    facts: tuple[FactKey, ...] = ()
    deliveries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A fact that has another value, with its cause: what it is called, its value before and after as written ("" when it

    had or has none), the deliveries that gave each, and the numbers of the changes where it is printed.
    """

    key: FactKey
    label: str
    old: str
    new: str
    old_delivery: DeliveryLabel | None
    new_delivery: DeliveryLabel | None
    changes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs between two editions, and the tree of both. `remarks` say what was not compared, and why."""

    old: Side
    new: Side
    changes: tuple[Change, ...]
    figures: tuple[FigureChange, ...]
    cover: tuple[RedlineText, ...]
    sections: tuple[RedlineSection, ...]
    notes: tuple[RedlineNote, ...]
    remarks: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not self.changes

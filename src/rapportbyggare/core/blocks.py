"""The tree of a report: the same blocks hold expressions in the draft and values in the document.

`L` is what an inline leaf may be, `B` what a block inside a block may be.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, NamedTuple, TypeVar, Union

from rapportbyggare.core.chart import Chart
from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.core.text import DocumentLeaf, DraftLeaf, Expression, Inline, L

B = TypeVar("B", covariant=True)


class HeadingKind(Enum):
    """Whether a heading takes part in the chapter numbering."""

    NUMBERED = "numrerad"
    UNNUMBERED = "onumrerad"
    APPENDIX = "bilaga"


class Align(Enum):
    """How a column's cells stand; DECIMAL lines up the decimal commas."""

    LEFT = "vänster"
    RIGHT = "höger"
    CENTER = "mitten"
    DECIMAL = "decimal"


class RowKind(Enum):
    """What a table row is."""

    DATA = "data"
    TOTAL = "summa"


@dataclass(frozen=True, slots=True)
class Heading(Generic[L]):
    """A heading, levels 1–4. `number` ("2.1", "1" for an appendix) is set when the report is numbered."""

    level: int
    content: tuple[Inline[L], ...]
    key: str
    kind: HeadingKind
    place: Place = field(compare=False, default=NOWHERE)
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph(Generic[L]):
    """Running text."""

    content: tuple[Inline[L], ...]
    place: Place = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class ListBlock(Generic[B]):
    """A bulleted or (with `ordered`) numbered list; an item is blocks, lists inside it are nested."""

    ordered: bool
    start: int
    items: tuple[tuple[B, ...], ...]
    place: Place = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class Quote(Generic[B]):
    """A block quotation."""

    blocks: tuple[B, ...]
    place: Place = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class FactBox(Generic[L, B]):
    """A fact box with a title."""

    title: tuple[Inline[L], ...]
    blocks: tuple[B, ...]
    place: Place = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class Landscape(Generic[B]):
    """A passage on landscape pages."""

    blocks: tuple[B, ...]
    place: Place = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""

    place: Place = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class Cell(Generic[L]):
    """A table cell: one or more lines of text."""

    lines: tuple[tuple[Inline[L], ...], ...]


@dataclass(frozen=True, slots=True)
class Row(Generic[L]):
    """A table row; its first cell is the row's heading."""

    cells: tuple[Cell[L], ...]
    kind: RowKind = RowKind.DATA


class Column(NamedTuple):
    """A column's alignment, and its share of the text width (0–1, None: by its content)."""

    align: Align
    width: float | None = None


@dataclass(frozen=True, slots=True)
class TableNote(Generic[L]):
    """A note under the table, led to by `letter` ("" for a general note)."""

    letter: str
    content: tuple[Inline[L], ...]


@dataclass(frozen=True, slots=True)
class Table(Generic[L]):
    """A table with heading above and notes and source below.

    `number` is set when the report is numbered (0: a table without heading, which takes no number).
    `symbols` are the lines that explain the symbols used ("..", "uppgift saknas").
    """

    key: str
    caption: tuple[Inline[L], ...]
    columns: tuple[Column, ...]
    head: Row[L]
    body: tuple[Row[L], ...]
    source: tuple[Inline[L], ...]
    notes: tuple[TableNote[L], ...] = ()
    symbols: tuple[tuple[str, str], ...] = ()
    description: str = ""
    generated: bool = False
    place: Place = field(compare=False, default=NOWHERE)
    number: int = 0


@dataclass(frozen=True, slots=True)
class Picture(Generic[L]):
    """An image of the author's own, with a required alt text and an optional heading below."""

    path: str
    alt: tuple[Inline[L], ...]
    caption: tuple[Inline[L], ...]
    key: str
    place: Place = field(compare=False, default=NOWHERE)
    number: int = 0


@dataclass(frozen=True, slots=True)
class ChartFigure(Generic[L]):
    """A chart with its heading and source below; `alt` is plain text, `table` the key of the table with its values."""

    key: str
    caption: tuple[Inline[L], ...]
    source: tuple[Inline[L], ...]
    alt: str
    chart: Chart
    table: str = ""
    place: Place = field(compare=False, default=NOWHERE)
    number: int = 0


@dataclass(frozen=True, slots=True)
class Opaque:
    """What this model has no word for (a text box, a formula, an embedded object), read from somebody else's file.

    `kind` says what it is, `text` the words in it; `digest` tells two of them apart. It is kept or replaced whole.
    """

    kind: str
    text: str
    digest: str


@dataclass(frozen=True, slots=True)
class Choice:
    """`{% if %}` … `{% else %}`: the first arm whose condition holds; None is the else arm."""

    arms: "tuple[tuple[Expression | None, tuple[DraftBlock, ...]], ...]"
    place: Place = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class Loop:
    """`{% for name in … %}`."""

    name: str
    items: Expression
    blocks: "tuple[DraftBlock, ...]"
    place: Place = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class Claim:
    """`{% pastaende condition %}`: a passage that is true only while the condition holds."""

    condition: Expression
    blocks: "tuple[DraftBlock, ...]"
    place: Place = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class Insert:
    """`{% tabell namn %}` or `{% diagram namn %}`: what a specification of that name makes."""

    kind: str
    name: str
    place: Place = field(compare=False, default=NOWHERE)


DraftBlock = Union[
    Heading[DraftLeaf],
    Paragraph[DraftLeaf],
    ListBlock["DraftBlock"],
    Quote["DraftBlock"],
    FactBox[DraftLeaf, "DraftBlock"],
    Landscape["DraftBlock"],
    PageBreak,
    Table[DraftLeaf],
    Picture[DraftLeaf],
    Choice,
    Loop,
    Claim,
    Insert,
]
DocumentBlock = Union[
    Heading[DocumentLeaf],
    Paragraph[DocumentLeaf],
    ListBlock["DocumentBlock"],
    Quote["DocumentBlock"],
    FactBox[DocumentLeaf, "DocumentBlock"],
    Landscape["DocumentBlock"],
    PageBreak,
    Table[DocumentLeaf],
    Picture[DocumentLeaf],
    ChartFigure[DocumentLeaf],
]
ReadBlock = Union[
    Heading[DocumentLeaf],
    Paragraph[DocumentLeaf],
    ListBlock["ReadBlock"],
    Quote["ReadBlock"],
    FactBox[DocumentLeaf, "ReadBlock"],
    Landscape["ReadBlock"],
    PageBreak,
    Table[DocumentLeaf],
    Picture[DocumentLeaf],
    ChartFigure[DocumentLeaf],
    Opaque,
]

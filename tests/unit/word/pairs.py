"""Editions written down shortly, and edited: what the laws and the examples of the redline are made of.

A report is a tuple of blocks: `h` heading, `p` paragraph, `ul`/`ol` lists, `q` quotation, `tab` table, `fig` chart, `box` fact
box, `land` landscape passage, `brk` page break. Running text is a tuple of words and `V`, `N`, `R`, `L`, `B`, `BR`.
Numbers of headings, tables, figures and notes follow from where they stand, as in a bound document.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count

from rapportbyggare.core.blocks import (
    Align,
    Cell,
    ChartFigure,
    Column,
    DocumentBlock,
    FactBox,
    Heading,
    HeadingKind,
    Landscape,
    ListBlock,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Table,
)
from rapportbyggare.core.chart import Chart, ChartKind
from rapportbyggare.core.document import Document, Note, Section
from rapportbyggare.core.images import ImageFile, chart_name
from rapportbyggare.core.place import NOWHERE
from rapportbyggare.core.text import (
    DocumentInline,
    DocumentLeaf,
    DocumentText,
    LineBreak,
    Link,
    NoteNumber,
    Reference,
    Strong,
    Text,
)
from rapportbyggare.word.document import write_document
from tests.unit.word.sample import EDITION, MANIFEST, STYLE, png, value


@dataclass(frozen=True)
class V:
    """A value: its anchor and what it prints."""

    ident: str
    printed: str


@dataclass(frozen=True)
class N:
    """The mark of a note."""

    label: str


@dataclass(frozen=True)
class R:
    """A reference by key."""

    key: str


@dataclass(frozen=True)
class L:
    """A link."""

    address: str
    words: str


@dataclass(frozen=True)
class B:
    """Bold words."""

    words: str


@dataclass(frozen=True)
class BR:
    """A line break."""


Part = str | V | N | R | L | B | BR
Run = tuple[Part, ...]


@dataclass(frozen=True)
class Block:
    """A block: its kind, and of the rest what that kind has."""

    kind: str
    run: Run = ()
    key: str = ""
    level: int = 1
    items: tuple[Run, ...] = ()
    columns: tuple[Run, ...] = ()
    rows: tuple[tuple[Run, ...], ...] = ()
    inner: tuple["Block", ...] = ()
    look: int = 4


@dataclass(frozen=True)
class Report:
    """A report: its blocks, the words of its notes by label, and what a heading's contents list is to be."""

    blocks: tuple[Block, ...]
    notes: dict[str, Run] = field(default_factory=dict)
    contents: bool = True
    title: str = MANIFEST.title


def h(words: str, key: str = "", level: int = 1) -> Block:
    """A heading."""
    return Block("h", (words,), key, level)


def p(*run: Part) -> Block:
    """A paragraph."""
    return Block("p", run)


def listed(kind: str, *items: Run | str) -> Block:
    """A list: `ul` or `ol`."""
    return Block(kind, items=tuple((item,) if isinstance(item, str) else item for item in items))


def tab(key: str, caption: Run, columns: tuple[str, ...], *rows: tuple[Part, ...] | tuple[Run, ...]) -> Block:
    """A table; a cell is a part or a run."""
    every = tuple(tuple(cell if isinstance(cell, tuple) else (cell,) for cell in row) for row in rows)
    return Block("tab", caption, key, columns=tuple((one,) for one in columns), rows=every)


def fig(key: str, caption: Run, look: int = 4) -> Block:
    """A chart that looks like `look`."""
    return Block("fig", caption, key, look=look)


def land(*inner: Block) -> Block:
    """A landscape passage."""
    return Block("land", inner=inner)


@dataclass
class Numbers:
    """What is counted while a report is bound."""

    notes: dict[str, int] = field(default_factory=dict)
    tables: Iterator[int] = field(default_factory=lambda: count(1))
    figures: Iterator[int] = field(default_factory=lambda: count(1))
    chapter: list[int] = field(default_factory=lambda: [0, 0])
    keys: dict[str, tuple[str, str]] = field(default_factory=dict)
    targets: set[str] = field(default_factory=set)
    drawn: dict[str, int] = field(default_factory=dict)


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """All blocks."""
    for block in blocks:
        yield block
        yield from walk(block.inner)


def runs_of(block: Block) -> Iterator[Run]:
    """A block's runs in the order of the page."""
    if block.kind == "tab":
        yield block.run
        yield from block.columns
        for row in block.rows:
            yield from row
    else:
        yield block.run
        yield from block.items


def counted(report: Report) -> Numbers:
    """The numbers of a report."""
    numbers = Numbers()
    for block in walk(report.blocks):
        if block.kind == "h":
            numbers.keys[block.key or "-"] = ("avsnitt", next_chapter(numbers.chapter, block.level))
        elif block.kind == "tab":
            numbers.keys[block.key] = ("tabell", str(next(numbers.tables)))
        elif block.kind == "fig":
            numbers.keys[block.key] = ("figur", str(next(numbers.figures)))
            numbers.drawn[block.key] = block.look
        for run in runs_of(block):
            for part in run:
                if isinstance(part, N):
                    numbers.notes.setdefault(part.label, len(numbers.notes) + 1)
                elif isinstance(part, R):
                    numbers.targets.add(part.key)
    noted = (part for label in numbers.notes for part in report.notes.get(label, ()))
    numbers.targets.update(part.key for part in noted if isinstance(part, R))
    return numbers


class Binder:
    """Makes a document's blocks of a report's; what has been met on the way is remembered."""

    def __init__(self, report: Report) -> None:
        """What is counted is counted first."""
        self.report = report
        self.numbers = counted(report)
        self.seen: set[str] = set()
        self.chapter = [0, 0]

    def inline(self, part: Part) -> DocumentInline:
        """A piece of running text; a reference to nothing is words."""
        match part:
            case V(ident, printed):
                return value(printed, ident)
            case N(label):
                repeated = label in self.seen
                self.seen.add(label)
                return NoteNumber(self.numbers.notes[label], repeated)
            case R(key):
                kind, number = self.numbers.keys.get(key, ("", ""))
                return Reference(key, kind, kind, number) if kind else Text("ingenstans")
            case L(address, words):
                return Link(address, (Text(words),))
            case B(words):
                return Strong((Text(words),))
            case BR():
                return LineBreak()
            case _:
                return Text(part)

    def text(self, run: Run) -> DocumentText:
        """Running text."""
        return tuple(self.inline(part) for part in run)

    def cell(self, run: Run) -> Cell[DocumentLeaf]:
        """A cell; a line break parts its lines."""
        lines: list[list[DocumentInline]] = [[]]
        for part in run:
            if isinstance(part, BR):
                lines.append([])
            else:
                lines[-1].append(self.inline(part))
        return Cell(tuple(tuple(line) for line in lines))

    def block(self, block: Block) -> DocumentBlock:
        """A block."""
        match block.kind:
            case "h":
                return self.heading(block)
            case "p":
                return Paragraph(self.text(block.run))
            case "ul" | "ol":
                return ListBlock(block.kind == "ol", 1, tuple((Paragraph(self.text(item)),) for item in block.items))
            case "q":
                return Quote((Paragraph(self.text(block.run)),))
            case "box":
                return FactBox(self.text(block.run), tuple(Paragraph(self.text(item)) for item in block.items))
            case "land":
                return Landscape(tuple(self.block(child) for child in block.inner))
            case "brk":
                return PageBreak()
            case "fig":
                return self.chart(block)
            case _:
                return self.table(block)

    def heading(self, block: Block) -> Heading[DocumentLeaf]:
        """A heading with its number."""
        label = next_chapter(self.chapter, block.level)
        return Heading(block.level, self.text(block.run), block.key, HeadingKind.NUMBERED, number=label)

    def chart(self, block: Block) -> ChartFigure[DocumentLeaf]:
        """A chart."""
        drawn = Chart(block.key, ChartKind.COLUMNS, (), (), "Antal", (), True, Decimal(16), Decimal(8))
        alt = f"Diagram. Störst: {block.look} i Berg."
        number = int(self.numbers.keys[block.key][1])
        return ChartFigure(block.key, self.text(block.run), (Text("SCB"),), alt, drawn, number=number)

    def table(self, block: Block) -> Table[DocumentLeaf]:
        """A generated table."""
        caption = self.text(block.run)
        head = Row(tuple(self.cell(one) for one in block.columns))
        body = tuple(Row(tuple(self.cell(one) for one in row)) for row in block.rows)
        columns = (Column(Align.LEFT), *(Column(Align.DECIMAL) for _ in block.columns[1:]))
        number = int(self.numbers.keys[block.key][1])
        return Table(block.key, caption, columns, head, body, (Text("SCB"),), generated=True, number=number)


def next_chapter(chapter: list[int], level: int) -> str:
    """The number of a heading of a level, after those before it."""
    chapter[:] = [chapter[0] + 1, 0] if level == 1 else [chapter[0], chapter[1] + 1]
    return str(chapter[0]) if level == 1 else f"{chapter[0]}.{chapter[1]}"


def bound(report: Report) -> Document:
    """The document of a report."""
    binder = Binder(report)
    blocks = tuple(binder.block(block) for block in report.blocks)
    notes = tuple(
        Note(number, f"fil/{label}", binder.text(report.notes.get(label, (f"Not {label}.",))), NOWHERE)
        for label, number in binder.numbers.notes.items()
    )
    manifest = MANIFEST._replace(contents=report.contents, title=report.title)
    targets = frozenset(binder.numbers.targets & set(binder.numbers.keys))
    return Document(manifest, (Section("s.md", blocks),), notes, targets, EDITION)


def images(report: Report) -> dict[str, ImageFile]:
    """The charts of a report."""
    return {chart_name(key): ImageFile(png(look, 3), None, 12.0, 6.0) for key, look in counted(report).drawn.items()}


def package(report: Report) -> bytes:
    """A report as a Word file."""
    return write_document(bound(report), STYLE, images(report), None)

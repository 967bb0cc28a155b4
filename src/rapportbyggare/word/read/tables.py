"""Tables, charts and pictures put together again from the paragraphs round them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from rapportbyggare.core.blocks import (
    Cell,
    ChartFigure,
    Column,
    Opaque,
    Picture,
    ReadBlock,
    Row,
    RowKind,
    Table,
    TableNote,
)
from rapportbyggare.core.chart import Chart, ChartKind
from rapportbyggare.core.images import ImageFile, chart_name, picture_name
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import DocumentLeaf, DocumentText, Text
from rapportbyggare.word.read.fields import Thing
from rapportbyggare.word.read.grid import GridCell, GridRow
from rapportbyggare.word.read.ground import Ground
from rapportbyggare.word.read.pieces import Grid, Line
from rapportbyggare.word.read.texts import lettered, numbered, symbols_in, text_of, things_in, without_lead
from rapportbyggare.word.read.things import Shown, shown_in
from rapportbyggare.word.roles import Role

NOTHING = Chart("", ChartKind.COLUMNS, (), (), "", (), False, Decimal(0), Decimal(0))


@dataclass(frozen=True, slots=True)
class Pictures:
    """What makes pictures of what is drawn, and the bytes of those made so far."""

    ground: Ground
    images: dict[str, ImageFile] = field(default_factory=dict)

    def shown(self, thing: Thing) -> Shown | Opaque:
        """What is drawn."""
        return shown_in(thing.element, self.ground.package, self.ground.relations)

    def block(self, thing: Thing, line: Line) -> ReadBlock:
        """A picture of the author's, or something kept whole."""
        shown = self.shown(thing)
        return shown if isinstance(shown, Opaque) else self.picture(shown, line)

    def picture(self, shown: Shown, line: Line, caption: Line | None = None) -> Picture[DocumentLeaf]:
        """A picture with its heading, if it has one."""
        self.images[picture_name(shown.name)] = shown.image
        number, words = numbered(caption.items) if caption else (0, ())
        alt: DocumentText = (Text(shown.alt),) if shown.alt else ()
        return Picture(shown.name, alt, text_of(words), caption.key if caption else "", line.place, number)

    def chart(self, shown: Shown, key: str, line: Line, caption: Line | None, source: Line | None) -> ChartFigure[DocumentLeaf]:
        """A chart of ours; what it is drawn from is not in the file."""
        self.images[chart_name(key)] = shown.image
        number, words = numbered(caption.items) if caption else (0, ())
        below = text_of(without_lead(source.items)) if source else ()
        return ChartFigure(key, text_of(words), below, shown.alt, NOTHING, place=line.place, number=number)

    def in_grid(self, grid: Grid, line: Line) -> list[ReadBlock]:
        """What is drawn in the cells of a table, which the table itself has no room for."""
        items = (item for row in grid.rows for cell in row.cells for words in cell.lines for item in words)
        return [self.block(thing, line) for thing in things_in(items)]


def table_of(grid: Grid, caption: Line | None, below: Sequence[Line]) -> Table[DocumentLeaf]:
    """A table with its heading and the lines below it."""
    source = next((line for line in below if line.known.role is Role.SOURCE), None)
    notes, symbols = _notes([line for line in below if line.known.role is Role.TABLE_NOTE])
    letters = frozenset(note.letter for note in notes if note.letter)
    number, words = numbered(caption.items) if caption else (0, ())
    kind, key = grid.block or ("", "")
    generated = kind == "tabell"
    rows = [_row(row, letters) for row in grid.rows] or [Row(())]
    return Table(
        key if generated else caption.key if caption else "",
        text_of(words, letters),
        tuple(Column(align) for align in grid.aligns),
        rows[0],
        tuple(rows[1:]),
        text_of(without_lead(source.items)) if source else (),
        tuple(notes),
        symbols,
        "" if grid.description == grid.title else grid.description,
        generated,
        caption.place if caption else grid.place,
        number,
    )


def _notes(lines: Sequence[Line]) -> tuple[list[TableNote[DocumentLeaf]], tuple[tuple[str, str], ...]]:
    notes: list[TableNote[DocumentLeaf]] = []
    symbols: tuple[tuple[str, str], ...] = ()
    for line in lines:
        explained = symbols_in(plain(text_of(line.items)))
        if explained is None:
            letter, words = lettered(line.items)
            notes.append(TableNote(letter, text_of(words)))
        else:
            symbols = explained
    return notes, symbols


def _row(row: GridRow, letters: frozenset[str]) -> Row[DocumentLeaf]:
    total = any(cell.total for cell in row.cells)
    return Row(tuple(_cell(cell, letters) for cell in row.cells), RowKind.TOTAL if total else RowKind.DATA)


def _cell(cell: GridCell, letters: frozenset[str]) -> Cell[DocumentLeaf]:
    return Cell(tuple(text_of(line, letters) for line in cell.lines))

"""A plain text as the checks read it: paragraphs joined from their lines, and the rows of tables."""

from dataclasses import dataclass, field

from rapportbyggare.checks.captions import with_captions
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.pieces import literal_parted
from rapportbyggare.checks.plain_tables import FURTHEST, Field, heads_of, row_of
from rapportbyggare.checks.subject import Line, Piece, PieceKind
from rapportbyggare.core.place import Place
from rapportbyggare.passages.passage import PrintedKind

MARKED = lazy(r"\s*(?:[•·▪*–-]|\d{1,2}[.)])\s+\S")
HEADING = lazy(r"\s*(?:\d{1,2}(?:\.\d+)*\.?\s+)?[A-ZÅÄÖ][^.!?]{2,60}")


@dataclass(slots=True)
class _Reader:
    """What has been read of a text so far."""

    file: str
    lines: list[Line] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    heads: tuple[Field, ...] = ()
    head_line: int = 0
    tables: int = 0

    def add(self, text: str, number: int) -> None:
        """A line of a paragraph."""
        lead = len(text) - len(text.lstrip())
        if self.pieces:
            self._piece(" ", Place(self.file, number, 1))
        self._piece(text.strip(), Place(self.file, number, lead + 1))

    def _piece(self, words: str, place: Place) -> None:
        start = self.pieces[-1].end if self.pieces else 0
        self.pieces.append(Piece(words, start, PieceKind.TYPED, place=place))

    def close(self) -> None:
        """The paragraph is at its end."""
        if self.pieces:
            self.lines.append(line_of(self.pieces))
            self.pieces = []

    def columns(self, number: int) -> int:
        """How many columns the table has that a line can be part of, 0 for none."""
        return len(self.heads) if number - self.head_line <= FURTHEST else 0

    def row(self, head: Field, cells: tuple[Field, ...], number: int) -> None:
        """A row of a table."""
        self.close()
        fits = self.columns(number) == len(cells)
        block = f"tabell:{self.tables}" if fits else f"tabell:rad-{number}"
        self.lines.append(_cell(self.file, head, number, block, "radrubrik", head.text, 0, ""))
        for column, one in enumerate(cells, 1):
            said = self.heads[column - 1].text if fits else ""
            self.lines.append(_cell(self.file, one, number, block, "cell", head.text, column, said))

    def headed(self, heads: tuple[Field, ...], number: int) -> None:
        """A line that names a table's columns."""
        self.close()
        self.heads, self.head_line, self.tables = heads, number, self.tables + 1
        for column, one in enumerate(heads, 1):
            self.lines.append(_cell(self.file, one, number, f"tabell:{self.tables}", "kolumnrubrik", "", column, ""))


def lines_of_text(text: str, file: str) -> tuple[Line, ...]:
    """The lines of a text that the user calls `file`."""
    reader = _Reader(file)
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            reader.close()
        elif row := row_of(line, "".join(lines[number : number + 1]), reader.columns(number)):
            reader.row(*row, number)
        elif heads := heads_of(line):
            reader.headed(heads, number)
        else:
            if MARKED.match(line) or (HEADING.fullmatch(line.rstrip()) and not reader.pieces):
                reader.close()
            reader.add(line, number)
    reader.close()
    return with_captions(tuple(reader.lines))


def line_of(pieces: list[Piece], kind: PrintedKind = PrintedKind.PROSE, part: str = "stycke") -> Line:
    """A paragraph of pieces, quotations and addresses in it taken letter by letter."""
    place = pieces[0].place
    parted = tuple(literal_parted(pieces))
    return Line("".join(one.text for one in pieces), parted, kind, f"rad {place.line}", place=place, part=part)


def _cell(file: str, one: Field, number: int, block: str, part: str, row: str, column: int, head: str) -> Line:
    place = Place(file, number, one.start + 1, one.start + 1 + len(one.text))
    kind = PrintedKind.CELL if part == "cell" else PrintedKind.TABLE_TEXT
    where = f"rad {number}, kolumn {column}" if column else f"rad {number}"
    pieces = (Piece(one.text, 0, PieceKind.TYPED, place=place),)
    return Line(one.text, pieces, kind, where, place=place, block=block, part=part, row=row, column=column, head=head)

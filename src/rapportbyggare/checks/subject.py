"""What the checks read: each printed line as plain words, with what is typed, bound and quoted told apart."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from rapportbyggare.checks.settings import Settings
from rapportbyggare.checks.speller import Speller
from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.document import Document
from rapportbyggare.core.figure import Figure
from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.passages.chapters import BEFORE_ALL, Chapter
from rapportbyggare.passages.passage import PrintedKind


class PieceKind(Enum):
    """Who answers for a stretch of words."""

    TYPED = "skrivet"
    BOUND = "bundet"
    LITERAL = "ordagrant"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line: `start` is its offset in the line's text, `place` that of its first character.

    TYPED is the author's own words; BOUND a value of the dataset, or a live reference, with the `figure` printed (None
    for words) and the figures it rests on; LITERAL what someone else wrote or what is taken letter by letter: a
    quotation, a link's words, code, an address, a file name, a passage in another language.
    """

    text: str
    start: int
    kind: PieceKind
    figure: Figure | None = None
    facts: tuple[Figure, ...] = ()
    place: Place = field(compare=False, default=NOWHERE)

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a heading, a cell, a caption, a note: its words as printed, without marks of notes.

    `pieces` cover `text` without gaps. `where` says in words where it stands. `block` is the table or chart it belongs to
    ("tabell:omsattning", "" in running text) and `part` what of it ("rubrik", "kolumnrubrik", "radrubrik", "cell", "källa",
    "not", "stycke" …); a cell knows its `row` (the row's heading, told apart when two are alike), its `column` (1 is the
    first after the headings) and its `head` (the column's heading). `listed` names the list it begins an entry of ("" for
    none). A block quotation is one LITERAL piece.
    """

    text: str
    pieces: tuple[Piece, ...]
    kind: PrintedKind = PrintedKind.PROSE
    where: str = ""
    chapter: Chapter = BEFORE_ALL
    place: Place = field(compare=False, default=NOWHERE)
    block: str = ""
    part: str = "stycke"
    row: str = ""
    column: int = 0
    head: str = ""
    listed: str = ""

    def piece(self, offset: int) -> Piece | None:
        """The piece that a character stands in."""
        index = bisect_right(self.pieces, offset, key=_start) - 1
        return self.pieces[index] if index >= 0 and offset < self.pieces[index].end else None

    def at(self, start: int, end: int) -> Place:
        """The place of a stretch, as well as can be known: a typed word's own columns, else the piece's or the line's place."""
        piece = self.piece(start)
        if piece is None or not piece.place.file:
            return self.place
        if piece.kind is PieceKind.BOUND or not piece.place.column:
            return piece.place
        column = piece.place.column + start - piece.start
        return piece.place._replace(column=column, end=column + min(end, piece.end) - start)

    def typed(self, start: int, end: int) -> bool:
        """Whether a stretch is the author's own words, all of it."""
        return all(piece.kind is PieceKind.TYPED for piece in self.between(start, end))

    def own(self, start: int, end: int) -> bool:
        """Whether an author typed some of a stretch, and nobody else is quoted in it."""
        kinds = {piece.kind for piece in self.between(start, end)}
        return PieceKind.TYPED in kinds and PieceKind.LITERAL not in kinds

    def quoted(self, start: int, end: int) -> bool:
        """Whether some of a stretch is someone else's words."""
        return any(piece.kind is PieceKind.LITERAL for piece in self.between(start, end))

    def between(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces that a stretch touches."""
        index = max(bisect_right(self.pieces, start, key=_start) - 1, 0)
        while index < len(self.pieces) and self.pieces[index].start < end:
            if self.pieces[index].end > start:
                yield self.pieces[index]
            index += 1


def _start(piece: Piece) -> int:
    return piece.start


@dataclass(frozen=True, slots=True)
class Subject:
    """What is checked. `document` is None for a file that we did not build; `year` is the report's year.

    `speller` is the dictionary its words are held against, None for none.
    """

    lines: tuple[Line, ...]
    dataset: Dataset
    year: int
    document: Document | None = None
    settings: Settings = field(default_factory=Settings)
    speller: Speller | None = None

    @property
    def text(self) -> str:
        """The words of all lines, each on a line of its own: what is not in it need not be looked for line by line."""
        return "\n".join([line.text for line in self.lines])

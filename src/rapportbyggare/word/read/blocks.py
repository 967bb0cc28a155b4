"""Pieces as the blocks of the model: what the writer has spread over several paragraphs is one block again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapportbyggare.core.blocks import (
    FactBox,
    Heading,
    Landscape,
    Opaque,
    PageBreak,
    Paragraph,
    Quote,
    ReadBlock,
)
from rapportbyggare.core.text import DocumentText
from rapportbyggare.word.read.fields import Item, NewPage
from rapportbyggare.word.read.ground import Known, heading_kind
from rapportbyggare.word.read.lists import Blocks, continues, is_item, lists_of
from rapportbyggare.word.read.messages import LOW_HEADING
from rapportbyggare.word.read.pieces import Grid, Line, Paper, Piece
from rapportbyggare.word.read.tables import Pictures, table_of
from rapportbyggare.word.read.texts import is_empty, series_of, text_of, things_in
from rapportbyggare.word.roles import CONTENTS, Role

DEEPEST_HEADING = 4
BOXED = (Role.FACT_TITLE, Role.FACT_TEXT, Role.FACT_LIST)
BELOW = (Role.SOURCE, Role.TABLE_NOTE)
LISTED = (Role.TOC_HEADING, *CONTENTS)
FIGURES = "figur"
UNKNOWN = Known("", None, None, None)
Taken = tuple[int, Blocks]


def blocks_of(pieces: Sequence[Piece], last: Paper, pictures: Pictures) -> tuple[ReadBlock, ...]:
    """The blocks of a body; `last` is the paper of its last section."""
    done: Blocks = []
    before: Paper | None = None
    for section, paper in _sections(pieces, last):
        inner = tuple(Builder(section, pictures).blocks())
        if paper.landscape and inner:
            done.append(Landscape(inner))
        elif inner:
            done += [PageBreak()] if before is not None and not before.landscape and paper.new_page else []
            done += inner
        before = paper if inner else before
    return tuple(done)


def _sections(pieces: Sequence[Piece], last: Paper) -> Iterator[tuple[Sequence[Piece], Paper]]:
    start = 0
    for n, piece in enumerate(pieces):
        if isinstance(piece, Line) and piece.ends is not None:
            yield pieces[start : n + 1], piece.ends
            start = n + 1
    yield pieces[start:], last


@dataclass(frozen=True, slots=True)
class Builder:
    """The pieces of a section, made into blocks one after the other."""

    pieces: Sequence[Piece]
    pictures: Pictures

    @property
    def ours(self) -> bool:
        """Whether the styles mean what the writer means by them."""
        return self.pictures.ground.ours

    def blocks(self) -> Iterator[ReadBlock]:
        """The blocks in order."""
        at = 0
        while at < len(self.pieces):
            if self._breaks(at):
                yield PageBreak()
            at, found = self._at(at)
            yield from found

    def _at(self, at: int) -> Taken:
        match self.pieces[at]:
            case Opaque() as whole:
                return at + 1, [whole]
            case Grid():
                return self._table(at, None)
            case Line() as line:
                return self._line(at, line)

    def _breaks(self, at: int) -> bool:
        """Whether a piece begins a new page, other than the one after the contents list."""
        piece, before = self.pieces[at], self.pieces[at - 1] if at else None
        after_contents = isinstance(before, Line) and _is_contents(before)
        return isinstance(piece, Line) and piece.new_page and not (self.ours and after_contents)

    def _line(self, at: int, line: Line) -> Taken:
        role = line.known.role
        if _is_contents(line):
            return at + 1, []
        if self.ours and role is Role.CAPTION and self._is_grid(at + 1) and series_of(line.items).lower() != FIGURES:
            return self._table(at + 1, line)
        if self.ours and role is Role.FIGURE and things_in(line.items):
            return self._figure(at, line)
        if role in BOXED:
            return self._box(at, line)
        if line.known.level is not None:
            return at + 1, self._heading(line, line.known.level)
        if is_item(line):
            return self._list(at, boxed=False)
        if role is Role.QUOTE:
            end = self._while(at, (Role.QUOTE,))
            inside = [block for one in self._lines(at, end) for block in self.plain(one)]
            return end, [Quote(tuple(inside), line.place)] if inside else []
        return at + 1, self.plain(line)

    def plain(self, line: Line) -> Blocks:
        """A paragraph, what is drawn in it after it, and the page breaks in it."""
        done: Blocks = []
        for n, items in enumerate(_parted(line.items)):
            done += [PageBreak()] if n else []
            done += [] if is_empty(items) else _paragraph(items, line)
            done += [self.pictures.block(thing, line) for thing in things_in(items)]
        return done

    def _heading(self, line: Line, level: int) -> Blocks:
        parts = _parted(line.items)
        content: DocumentText = text_of(item for part in parts for item in part)
        breaks: Blocks = [PageBreak()] if len(parts) > 1 else []
        if is_empty(line.items):
            return breaks
        self.pictures.ground.remarks[LOW_HEADING] += level > DEEPEST_HEADING
        kind, listed = heading_kind(line.known.listed), line.known.listed
        number = listed.label if listed is not None and listed.ordered else ""
        drawn = [self.pictures.block(thing, line) for thing in things_in(line.items)]
        heading: ReadBlock = Heading(min(level, DEEPEST_HEADING), content, line.key, kind, line.place, number)
        return [*breaks, *([heading] if content else []), *drawn]

    def _table(self, at: int, caption: Line | None) -> Taken:
        grid = self.pieces[at]
        assert isinstance(grid, Grid)
        end = self._while(at + 1, BELOW) if self.ours else at + 1
        carrier = Line(UNKNOWN, (), grid.place) if caption is None else caption
        drawn = self.pictures.in_grid(grid, carrier)
        return end, [table_of(grid, caption, self._lines(at + 1, end)), *drawn]

    def _figure(self, at: int, line: Line) -> Taken:
        thing, *more = things_in(line.items)
        shown = self.pictures.shown(thing)
        if isinstance(shown, Opaque):
            return at + 1, self.plain(line)
        end, caption = self._caption(at + 1)
        rest = [self.pictures.block(one, line) for one in more]
        if not self._is_chart(line, shown.kind):
            return end, [self.pictures.picture(shown, line, caption), *rest]
        source = self._line_of(end, Role.SOURCE)
        end += source is not None
        key = line.block[1] if line.block else caption.key if caption else ""
        return end, [self.pictures.chart(shown, key, line, caption, source), *rest]

    def _is_chart(self, line: Line, kind: str) -> bool:
        if self.pictures.ground.edition is not None:
            return line.block is not None and line.block[0] == FIGURES
        return kind.startswith("Diagram")

    def _caption(self, at: int) -> tuple[int, Line | None]:
        line = self._line_of(at, Role.CAPTION)
        if line is None or (self._is_grid(at + 1) and series_of(line.items).lower() != FIGURES):
            return at, None
        return at + 1, line

    def _line_of(self, at: int, role: Role) -> Line | None:
        piece = self.pieces[at] if at < len(self.pieces) else None
        return piece if isinstance(piece, Line) and piece.known.role is role and not piece.new_page else None

    def _box(self, at: int, line: Line) -> Taken:
        titled = line.known.role is Role.FACT_TITLE
        end = self._while(at + titled, BOXED[1:]) if titled else self._while(at, BOXED[1:])
        inner: Blocks = []
        inside = at + titled
        while inside < end:
            piece = self.pieces[inside]
            assert isinstance(piece, Line)
            if is_item(piece):
                inside, found = self._list(inside, boxed=True, end=end)
            else:
                inside, found = inside + 1, self.plain(piece)
            inner += found
        title = text_of(line.items) if titled else ()
        return end, [FactBox(title, tuple(inner), line.place)] if title or inner else []

    def _list(self, at: int, boxed: bool, end: int | None = None) -> Taken:
        stop = len(self.pieces) if end is None else end
        last = at + 1
        while last < stop and self._goes_on(self.pieces[last], boxed):
            last += 1
        return last, lists_of([(line, self._item(line)) for line in self._lines(at, last)])

    def _goes_on(self, piece: Piece, boxed: bool) -> bool:
        if not isinstance(piece, Line) or piece.new_page or _is_contents(piece) or (piece.known.role in BOXED) is not boxed:
            return False
        return is_item(piece) or continues(piece, boxed)

    def _item(self, line: Line) -> Blocks:
        found = self.plain(line)
        return [Quote(tuple(found), line.place)] if line.known.role is Role.QUOTE and found else found

    def _while(self, at: int, roles: tuple[Role, ...]) -> int:
        """Where lines of these roles end; a page break ends them too."""
        end = at
        while end < len(self.pieces) and self._has_role(self.pieces[end], roles) and (end == at or not self._breaks(end)):
            end += 1
        return end

    def _has_role(self, piece: Piece, roles: tuple[Role, ...]) -> bool:
        if not isinstance(piece, Line) or piece.known.role not in roles or piece.known.level is not None:
            return False
        return Role.QUOTE not in roles or not is_item(piece)

    def _is_grid(self, at: int) -> bool:
        return at < len(self.pieces) and isinstance(self.pieces[at], Grid)

    def _lines(self, start: int, end: int) -> list[Line]:
        return [piece for piece in self.pieces[start:end] if isinstance(piece, Line)]


def _is_contents(line: Line) -> bool:
    return line.contents or line.known.role in LISTED


def _paragraph(items: Sequence[Item], line: Line) -> Blocks:
    content = text_of(items)
    return [Paragraph(content, line.place)] if content else []


def _parted(items: Sequence[Item]) -> list[list[Item]]:
    """The items between page breaks."""
    parts: list[list[Item]] = [[]]
    for item in items:
        if isinstance(item, NewPage):
            parts.append([])
        else:
            parts[-1].append(item)
    return parts

"""A Markdown file of any origin as the checks read it: what the signs of Markdown leave, with its own columns.

A reader of its own, not the report's: a file from elsewhere is no section and may hold anything. It knows paragraphs,
headings, lists, quotations, tables with bars, code, links, and leaves comments, control lines and raw HTML out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from rapportbyggare.checks.captions import with_captions
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.plain_subject import line_of
from rapportbyggare.checks.subject import Line, Piece, PieceKind
from rapportbyggare.core.blocks import HeadingKind
from rapportbyggare.core.place import Place
from rapportbyggare.passages.chapters import BEFORE_ALL, Chapter
from rapportbyggare.passages.passage import PrintedKind

GONE = "\0"
LEFT_OUT = (
    (lazy(r"\{#(?=\s).*?#\}", re.DOTALL), "#}"),
    (lazy(r"<!--.*?-->", re.DOTALL), "-->"),
    (lazy(r"^```.*?^```[ ]*$", re.DOTALL | re.MULTILINE), "\n```"),
    (lazy(r"^~~~.*?^~~~[ ]*$", re.DOTALL | re.MULTILINE), "\n~~~"),
    (lazy(r"^\{%.*%\}[ ]*$", re.MULTILINE), "%}"),
)
LEAD = lazy(r"\s*(?:#{1,6}\s+|[-*+]\s+|\d{1,3}[.)]\s+|\[\^[^\]]{1,200}\]:\s+)?")
MARK = lazy(r"\s*(?P<mark>#{1,6}|[-*+]|\d{1,3}[.)])\s")
SIGNS = lazy(
    rf"(?P<gone> {GONE}+(?= |$)|{GONE}+)"
    r"|(?P<signs>\[\^[^\]]{1,200}\]|\{[#.][^{}]*\}\s*$|\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|\\(?=\W))"
    r"|(?P<code>`[^`]+`)|(?P<value>\{\{.{0,1000}?\}\})"
    r"|!?\[(?P<words>[^\[\]]*)\]\((?P<address>[^()\s]*)[^()]*\)(?:\{#[^{}]*\})?"
)
RULE = lazy(r"[\s|:]*-[\s|:-]*")


@dataclass(slots=True)
class _Reader:
    """What has been read of a file so far; `lists` are those that are open: how far in, their mark, and their first line."""

    file: str
    lines: list[Line] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    kind: PrintedKind = PrintedKind.PROSE
    chapter: Chapter = BEFORE_ALL
    tables: int = 0
    heads: tuple[str, ...] | None = None
    lists: list[tuple[int, str, int]] = field(default_factory=list)
    entry: bool = False

    def take(self, text: str, number: int) -> None:
        """A line with words on it."""
        mark = MARK.match(text)
        if text.lstrip().startswith("|"):
            self.close()
            self._row(text, number)
            return
        self.heads = None
        if mark:
            self.close()
        self._list(mark, text, number)
        self.kind = PrintedKind.HEADING if mark and mark["mark"].startswith("#") else PrintedKind.PROSE if mark else self.kind
        quoted = text.lstrip().startswith(">")
        lead = LEAD.match(text)
        assert lead is not None  # it matches nothing at all
        start = text.index(">") + 1 if quoted else lead.end()
        self._add(text, start, number, quoted)
        if self.kind is PrintedKind.HEADING:
            self.close()

    def _list(self, mark: re.Match[str] | None, text: str, number: int) -> None:
        """Take note of the list that a line begins an entry of, or that it ends."""
        depth = len(text) - len(text.lstrip())
        if mark is not None and not mark["mark"].startswith("#"):
            kept = [one for one in self.lists if one[0] <= depth]
            alike = bool(kept) and kept[-1][:2] == (depth, mark["mark"][-1])
            self.lists = kept if alike else [*(one for one in kept if one[0] < depth), (depth, mark["mark"][-1], number)]
            self.entry = True
        elif not self.pieces:
            self.entry = False
            self.lists = self.lists if depth and mark is None else []

    def _add(self, text: str, start: int, number: int, literal: bool) -> None:
        joint = [Piece(" ", 0, PieceKind.TYPED, place=Place(self.file, number, 1))] if self.pieces else []
        for piece in (*joint, *pieces_of_line(text, start, len(text), Place(self.file, number))):
            kind = PieceKind.LITERAL if literal else piece.kind
            at = self.pieces[-1].end if self.pieces else 0
            self.pieces.append(Piece(piece.text, at, kind, place=piece.place))

    def close(self) -> None:
        """The paragraph is at its end."""
        if self.pieces:
            line = line_of(self.pieces, self.kind, "rubrik" if self.kind is PrintedKind.HEADING else "stycke")
            if self.kind is PrintedKind.HEADING:
                self.chapter = Chapter(1, "", line.text, HeadingKind.UNNUMBERED)
            listed = f"lista:{self.lists[-1][2]}" if self.entry and self.lists else ""
            self.lines.append(replace(line, chapter=self.chapter, listed=listed))
        self.pieces, self.kind = [], PrintedKind.PROSE

    def _row(self, text: str, number: int) -> None:
        if RULE.fullmatch(text):
            return
        self.tables += self.heads is None
        cells = list(_cells(text))
        row = text[slice(*cells[0])].strip() if cells else ""
        for column, (start, end) in enumerate(cells):
            part = "kolumnrubrik" if self.heads is None else "cell" if column else "radrubrik"
            head = self.heads[column] if self.heads and column < len(self.heads) else ""
            if line := self._cell(text, (start, end), number, part, row, column, head):
                self.lines.append(line)
        if self.heads is None:
            self.heads = tuple(text[start:end].strip() for start, end in cells)

    def _cell(self, text: str, span: tuple[int, int], number: int, part: str, row: str, column: int, head: str) -> Line | None:
        pieces = list(placed(pieces_of_line(text, *span, Place(self.file, number))))
        if not pieces:
            return None
        line = line_of(pieces, PrintedKind.CELL if part == "cell" else PrintedKind.TABLE_TEXT, part)
        where, block = f"rad {number}, kolumn {column + 1}", f"tabell:{self.tables}"
        own = ("" if part == "kolumnrubrik" else row, column, head if part == "cell" else "")
        return Line(line.text, line.pieces, line.kind, where, self.chapter, line.place, block, part, *own)


def lines_of_markdown(text: str, file: str) -> tuple[Line, ...]:
    """The lines of a text that the user calls `file`."""
    reader = _Reader(file)
    for number, line in enumerate(_blanked(text).split("\n"), 1):
        if line.strip(f"{GONE} \t"):
            reader.take(line, number)
        else:
            reader.close()
            reader.heads = None
    reader.close()
    return with_captions(tuple(reader.lines))


def _blanked(text: str) -> str:
    """The text with GONE for comments, code and control lines; beyond the last end of one, none begins."""
    for pattern, end in LEFT_OUT:
        last = text.rfind(end) + len(end) if end in text else 0
        text = pattern.sub(lambda found: re.sub(r"[^\n]", GONE, found[0]), text[:last]) + text[last:]
    return text


def pieces_of_line(text: str, start: int, end: int, place: Place) -> Iterator[Piece]:
    """The pieces of a stretch of a line without the signs of Markdown, not yet told where in the whole they begin."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1

    def piece(first: int, last: int, kind: PieceKind) -> Piece:
        return Piece(text[first:last], 0, kind, place=Place(place.file, place.line, first + 1))

    at = start
    for found in SIGNS.finditer(text, start, end):
        if at < found.start():
            yield piece(at, found.start(), PieceKind.TYPED)
        for group in ("code", "value", "words"):
            first, last = found.span(group)
            if first < last:
                inside = (1, 1) if group == "code" else (0, 0)
                yield piece(first + inside[0], last - inside[1], PieceKind.LITERAL)
        at = found.end()
    if at < end:
        yield piece(at, end, PieceKind.TYPED)


def placed(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Pieces told where in the whole they begin."""
    start = 0
    for piece in pieces:
        yield Piece(piece.text, start, piece.kind, place=piece.place)
        start += len(piece.text)


def _cells(text: str) -> Iterator[tuple[int, int]]:
    bars = [found.start() for found in re.finditer(r"(?<!\\)\|", text)]
    ends = [*bars[1:], *([len(text.rstrip())] if bars and bars[-1] < len(text.rstrip()) - 1 else [])]
    yield from ((start + 1, end) for start, end in zip(bars, ends, strict=False))

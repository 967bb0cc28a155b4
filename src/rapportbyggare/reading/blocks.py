"""Block tokens become the blocks of a draft."""

from dataclasses import replace

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from rapportbyggare.core.blocks import (
    Align,
    Cell,
    Column,
    DraftBlock,
    Heading,
    HeadingKind,
    ListBlock,
    Paragraph,
    Picture,
    Quote,
    Row,
    Table,
    TableNote,
)
from rapportbyggare.core.document import DraftNote
from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.core.text import DraftLeaf, DraftText, Expression, Text
from rapportbyggare.reading import control_messages, messages
from rapportbyggare.reading.inlines import InlineReader
from rapportbyggare.reading.keys import Words, read_words
from rapportbyggare.reading.locate import Locator
from rapportbyggare.reading.notes import marks_in, refuse_marks
from rapportbyggare.reading.parser import CAPTION, inline_tokens
from rapportbyggare.reading.placeholders import reveal
from rapportbyggare.reading.slips import may_slip, slips_at_start
from rapportbyggare.reading.tokens import Tokens

LEVELS = 4
NOTHING = Words("", HeadingKind.NUMBERED)
ALIGNMENTS = {"text-align:right": Align.RIGHT, "text-align:center": Align.CENTER}


class BlockReader:
    """Reads one file's block tokens; `notes` collects the footnotes it defines."""

    __slots__ = ("_caption", "_file", "_inlines", "_lines", "_problems", "notes")

    def __init__(self, file: str, inlines: InlineReader) -> None:
        self._file, self._inlines, self._problems = file, inlines, inlines.problems
        self._lines = inlines.hidden.text.split("\n")
        self._caption: tuple[DraftText, Words, Place] | None = None
        self.notes: dict[str, DraftNote] = {}

    def block(self, tokens: Tokens) -> list[DraftBlock]:
        """The blocks that the next token opens (none for a definition or a refused construct)."""
        token = tokens.next()
        place = self.place(token)
        match token.type:
            case "paragraph_open":
                return self._paragraph(token, tokens, place)
            case "heading_open":
                return [self._heading(token, tokens, place)]
            case "bullet_list_open" | "ordered_list_open":
                return [self._list(token, tokens, place)]
            case "blockquote_open":
                return [Quote(self._until(tokens, "blockquote_close"), place)]
            case "table_open":
                return [self._table(tokens, place)]
            case "footnote_reference_open":
                self._note(token, tokens, place)
            case _:
                self._refuse(token, place)
        return []

    def text(self, content: str, line: int) -> DraftText:
        """The running text of a control line's argument, on the 0-based `line`."""
        return self._inlines.read(inline_tokens(content), Locator(self._lines, self._file, line, line + 1))

    def place(self, token: Token) -> Place:
        """Where a block token begins."""
        if token.map is None:
            return Place(self._file)
        first = token.map[0]
        indent = len(self._lines[first]) - len(self._lines[first].lstrip())
        return Place(self._file, first + 1, indent + 1)

    def expression(self, written: str, line: int) -> Expression:
        """The expression of a control line, which stands without braces, on the 1-based `line`."""
        place = Locator(self._lines, self._file, line - 1, line).find(written)
        source = self._inlines.key(written)
        if source != written:
            self._problems.append(control_messages.braces_in_control(place))
        return Expression(source.removeprefix("{{ ").removesuffix(" }}") if source != written else source, place)

    def leftovers(self) -> None:
        """Report a table heading that no table followed; call it where blocks end."""
        if self._caption is not None:
            self._problems.append(messages.caption_without_table(self._caption[2]))
            self._caption = None

    def _until(self, tokens: Tokens, closing: str) -> tuple[DraftBlock, ...]:
        found: list[DraftBlock] = []
        while not tokens.at(closing):
            self.add(found, tokens)
        self.leftovers()
        tokens.next()
        return tuple(found)

    def add(self, found: list[DraftBlock], tokens: Tokens) -> None:
        """Read the next block onto `found`; "Källa:" and "Not:" join the table before them."""
        if self._caption is not None and not tokens.at("table_open"):
            self.leftovers()
        line = CAPTION.match(tokens.ahead(1).content) if tokens.at("paragraph_open") else None
        if line is None or line[1] == "Tabell":
            found += self.block(tokens)
        else:
            self._below(line[1], found, tokens)

    def _below(self, word: str, found: list[DraftBlock], tokens: Tokens) -> None:
        place = self.place(tokens.ahead(0))
        content = without_lead(self._inline(tokens.skip(), tokens), word)
        table = found[-1] if found else None
        if isinstance(table, Table):
            found[-1] = below(table, word, content)
        else:
            self._problems.append(messages.line_without_table(place, word))

    def _inline(self, _: Token, tokens: Tokens, where: Locator | None = None) -> DraftText:
        inline = tokens.next()
        first, last = inline.map or (0, 0)
        content = self._inlines.read(inline.children or [], where or Locator(self._lines, self._file, first, last))
        tokens.next()
        return content

    def _paragraph(self, token: Token, tokens: Tokens, place: Place) -> list[DraftBlock]:
        children = tokens.ahead(0).children or []
        if len(children) == 1 and children[0].type == "image":
            first, last = tokens.ahead(0).map or (0, 0)
            tokens.skip(2)
            return [self._picture(children[0], place, Locator(self._lines, self._file, first, last))]
        words = token.meta.get("words")
        if may_slip(source := tokens.ahead(0).content):
            self._problems += slips_at_start(source, token.level, self._line_starts(tokens.ahead(0)))
        content = self._inline(token, tokens)
        if isinstance(content[0] if content else None, Text) and CAPTION.match(getattr(content[0], "text", "")):
            self._caption = (without_lead(content, "Tabell"), read_words(words, place, self._inlines), place)
            return []
        return [Paragraph(content, place)] if content else []

    def _line_starts(self, inline: Token) -> list[Place]:
        """Where the lines of a paragraph begin."""
        first = (inline.map or (0, 0))[0]
        where = Locator(self._lines, self._file, first, first + inline.content.count("\n") + 1)
        starts = []
        for line in inline.content.split("\n"):
            starts.append(where.find(line))
            where.newline()
        return starts

    def _heading(self, token: Token, tokens: Tokens, place: Place) -> DraftBlock:
        words = read_words(token.meta.get("words"), place, self._inlines)
        content = self._inline(token, tokens)
        level = int(token.tag[1:])
        if level > LEVELS:
            self._problems.append(messages.heading_too_deep(place, LEVELS))
        if not content:
            self._problems.append(messages.empty_heading(place))
        return Heading(min(level, LEVELS), content, words.key, words.kind, place)

    def _list(self, token: Token, tokens: Tokens, place: Place) -> DraftBlock:
        items: list[tuple[DraftBlock, ...]] = []
        while tokens.next().type == "list_item_open":
            items.append(self._until(tokens, "list_item_close"))
        start = token.attrGet("start")
        return ListBlock(token.type == "ordered_list_open", 1 if start is None else int(start), tuple(items), place)

    def _picture(self, token: Token, place: Place, where: Locator) -> DraftBlock:
        alt = self._inlines.read(token.children or [], where)
        refuse_marks((alt,), self._problems)
        where.find("](")
        caption = self._inlines.read(inline_tokens(str(token.attrGet("title") or "")), where)
        self._inlines.attributes(token, ("src", "alt", "title", "id"), where)
        path = reveal(str(token.attrGet("src") or ""), self._inlines.hidden.expressions)
        return Picture(path, alt, caption, self._key(str(token.attrGet("id") or ""), place), place)

    def _key(self, text: str, place: Place) -> str:
        return read_words([f"#{text}"] if text else None, place, self._inlines).key

    def _table(self, tokens: Tokens, place: Place) -> DraftBlock:
        rows: list[Row[DraftLeaf]] = []
        columns: tuple[Column, ...] = ()
        while not tokens.at("table_close"):
            token = tokens.next()
            if token.type == "tr_open":
                aligns, row = self._row(token, tokens)
                rows.append(row)
                columns = columns or aligns
        tokens.next()
        caption, words, _ = self._caption or ((), NOTHING, NOWHERE)
        self._caption = None
        return Table(words.key, caption, columns, rows[0], tuple(rows[1:]), (), place=place)

    def _row(self, token: Token, tokens: Tokens) -> tuple[tuple[Column, ...], Row[DraftLeaf]]:
        line = (token.map or (0, 0))[0]
        where = Locator(self._lines, self._file, line, line + 1)
        columns: list[Column] = []
        cells: list[Cell[DraftLeaf]] = []
        while (cell := tokens.next()).type != "tr_close":
            columns.append(Column(ALIGNMENTS.get(str(cell.attrGet("style")), Align.LEFT)))
            cells.append(Cell((self._inline(cell, tokens, where),)))
        if (written := cells_written(self._lines[line])) > len(cells):
            self._problems.append(messages.too_many_cells(Place(self._file, line + 1, 1), written, len(cells)))
        return tuple(columns), Row(tuple(cells))

    def _note(self, token: Token, tokens: Tokens, place: Place) -> None:
        label = reveal(str(token.meta["label"]), self._inlines.hidden.expressions)
        blocks = self._until(tokens, "footnote_reference_close")
        content: list[DraftText] = [block.content for block in blocks if isinstance(block, Paragraph)]
        if len(content) != len(blocks) or len(content) != 1:
            self._problems.append(messages.note_not_a_paragraph(place, label))
        if marks_in(content):
            self._problems.append(messages.note_in_note(place, label))
        if label in self.notes:
            self._problems.append(messages.duplicate_note(place, label, self.notes[label].place))
        self.notes[label] = DraftNote(label, tuple(part for text in content for part in text), place)

    def _refuse(self, token: Token, place: Place) -> None:
        match token.type:
            case "html_block" if is_remark(token.content):
                return
            case "html_block":
                self._problems.append(messages.html(place, token.content))
            case "hr":
                self._problems.append(messages.rule(place))
            case "fence":
                self._problems.append(messages.code_block(place))
            case _:
                self._problems.append(messages.not_understood(place, token.type))


def without_lead(content: DraftText, word: str) -> DraftText:
    """A caption, source or note line without its leading word ("Tabell: …")."""
    first = content[0] if content else None
    if not isinstance(first, Text) or not first.text.startswith(word):
        return content
    rest = first.text.removeprefix(word).removeprefix(":").lstrip()
    shift = len(first.text) - len(rest)
    place = first.place
    moved = Place(place.file, place.line, place.column + shift, place.end) if place.column else place
    return (Text(rest, moved), *content[1:]) if rest else content[1:]


def is_remark(html: str) -> bool:
    """Whether an HTML block is a comment and nothing else."""
    words = html.strip()
    return words.startswith("<!--") and words.find("-->") == len(words) - 3


def cells_written(line: str) -> int:
    """How many cells a table row has in the source; the parser drops those that the head has no column for."""
    cells = escapedSplit(line.strip())
    return len(cells) - (cells[0] == "") - (len(cells) > 1 and cells[-1] == "")


def below(table: Table[DraftLeaf], word: str, content: DraftText) -> Table[DraftLeaf]:
    """The table with a source line or one more note under it."""
    if word == "Källa":
        return replace(table, source=content)
    return replace(table, notes=(*table.notes, TableNote("", content)))

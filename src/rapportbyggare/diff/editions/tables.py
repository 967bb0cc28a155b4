"""A table of two editions as one, row by row and column by column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapportbyggare.alignment.sequence import Item
from rapportbyggare.core.blocks import Align, Cell, Column, Row, Table, TableNote
from rapportbyggare.core.compared import Cause, Changed, ComparedTable, RedlineBlock, RedlineLeaf, RedlineText, Standing, Whole
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import DocumentLeaf, DocumentText
from rapportbyggare.core.walk import values_in
from rapportbyggare.diff.editions.items import text_item
from rapportbyggare.diff.editions.record import Spot, facts_of
from rapportbyggare.diff.editions.steps import MOVED, Step, steps
from rapportbyggare.diff.editions.texts import Reader
from rapportbyggare.passages.chapters import table_name
from rapportbyggare.passages.tables import joined, shortened

Grid = Table[DocumentLeaf]
Line = Row[DocumentLeaf]
Marked = tuple[Standing, int]
KEPT = (Standing.KEPT, 0)
EMPTY: Cell[DocumentLeaf] = Cell(((),))


def woven_table(old: Grid, new: Grid, reader: Reader) -> RedlineBlock:
    """Both tables as one; the newer one itself when nothing differs."""
    before = len(reader.record.changes)
    weaver = TableWeaver(old, new, reader)
    table = weaver.woven()
    numbered = weaver.renumbered()
    if len(reader.record.changes) == before and not numbered:
        return new
    return Whole(Standing.CHANGED, Cause.NUMBERING, numbered, (table,)) if numbered else table


@dataclass(frozen=True, slots=True)
class TableWeaver:
    """Two tables on their way to be one."""

    old: Grid
    new: Grid
    reader: Reader

    @property
    def name(self) -> str:
        """What the reader calls it."""
        return table_name(self.new, self.reader.record.chapter)

    def spot(self, kind: str, where: str) -> Spot:
        """A text of the table."""
        return Spot(kind, f"{self.name}, {where}", self.new.place, self.old.place)

    def woven(self) -> ComparedTable:
        """All of it but its number."""
        caption = self.reader.merged(self.old.caption, self.new.caption, self.spot("tabellrubrik", "rubriken"))
        columns = self._reworded(self._steps(self._head(self.old), self._head(self.new)))
        marked = tuple(self._column(step) for step in columns)
        head = self._row(self.old.head, self.new.head, columns, "kolumnrubrikerna")
        lines = self._rows()
        body, rows = self._body(columns, lines)
        source = self.reader.merged(self.old.source, self.new.source, self.spot("källrad", "källraden"))
        notes = tuple(self._notes())
        self._described()
        self._shaped(columns, lines)
        shapes = tuple(self.new.columns[step.new[0]] if step.new else self.old.columns[step.old[0]] for step in columns)
        table = Table(self.new.key, caption, shapes, head, tuple(body), source, notes)
        table = replace(table, symbols=self.new.symbols, description=self.new.description, place=self.new.place)
        table = replace(table, generated=self.new.generated, number=self.new.number)
        return ComparedTable(table, tuple(rows), marked, (self.old.number, self.new.number))

    def renumbered(self) -> int:
        """The change that tells that the table has another number; 0 when it has not."""
        old, new = self.old.number, self.new.number
        if old == new or not (old and new):
            return 0
        spot = Spot("tabellnummer", f"tabell {new}", self.new.place, self.old.place)
        return self.reader.record.renumbered(self.new.key or f"tabell:{new}", spot, f"tabell {old}", f"tabell {new}")

    def _head(self, table: Grid) -> list[Item]:
        return [text_item("kolumn", None, (joined(cell.lines),)) for cell in table.head.cells]

    def _steps(self, old: list[Item], new: list[Item]) -> list[Step]:
        """One step a column or row; one that has moved is gone in one place and has come in another."""
        return steps(old, new)

    def _reworded(self, columns: list[Step]) -> list[Step]:
        """The columns, where one that has only another heading is the same: most of its cells say what they said."""
        done: list[Step] = []
        for step in columns:
            last = done[-1] if done else None
            if last and last.standing is Standing.REMOVED and step.standing is Standing.ADDED and self._says_the_same(last, step):
                done[-1] = Step(Standing.KEPT, last.old[:1], step.new[:1])
            else:
                done.append(step)
        return done

    def _says_the_same(self, gone: Step, come: Step) -> bool:
        if len(gone.old) != 1 or len(come.new) != 1:
            return False
        was, now = (
            list(map(plain, self._column_cells(table, index)))[1:]
            for table, index in ((self.old, gone.old), (self.new, come.new))
        )
        same = sum(1 for one in set(was) if one and one in now)
        return bool(was) and 2 * same > len(set(was))

    def _column(self, step: Step) -> Marked:
        if step.standing is Standing.KEPT:
            return KEPT
        return self._came_or_went(step, "kolumn", self._column_cells(self.old, step.old), self._column_cells(self.new, step.new))

    def _column_cells(self, table: Grid, index: Sequence[int]) -> list[DocumentText]:
        return [joined(row.cells[n].lines) for n in index for row in (table.head, *table.body) if n < len(row.cells)]

    def _came_or_went(self, step: Step, kind: str, gone: list[DocumentText], come: list[DocumentText]) -> Marked:
        record = self.reader.record
        standing = {Standing.MOVED_AWAY: Standing.REMOVED, Standing.MOVED_HERE: Standing.ADDED}.get(step.standing, step.standing)
        texts, side = (come, record.new) if standing is Standing.ADDED else (gone, record.old)
        facts = [fact for text in texts for value in values_in(text) for fact in facts_of(value, side)]
        named = shortened(plain(texts[0])) if texts else ""
        by_data = facts and step.standing not in MOVED and record.touched(facts)
        cause = Cause.DATA if by_data else Cause.STRUCTURE
        said = " | ".join(map(plain, texts))
        words = (said, "") if standing is Standing.REMOVED else ("", said)
        spot = self.spot(f"tabell{kind}", f"{kind} {named}".strip())
        return standing, record.add(cause, standing, spot, *words, facts, record.given(facts) if by_data else ())

    def _rows(self) -> list[Step]:
        before, after = ([self._row_item(row) for row in table.body] for table in (self.old, self.new))
        return self._steps(before, after)

    def _body(self, columns: list[Step], lines: list[Step]) -> tuple[list[Row[RedlineLeaf]], list[Marked]]:
        rows: list[Row[RedlineLeaf]] = []
        marks: list[Marked] = []
        for step in lines:
            old = self.old.body[step.old[0]] if step.old and step.standing is not Standing.MOVED_HERE else None
            new = self.new.body[step.new[0]] if step.new and step.standing is not Standing.MOVED_AWAY else None
            if old and new:
                marks.append(KEPT)
                rows.append(self._row(old, new, columns, f"rad {shortened(_name(new))}"))
            else:
                marks.append(self._came_or_went(step, "rad", _texts(old), _texts(new)))
                rows.append(self._alone(old, new, columns))
        return rows, marks

    def _row_item(self, row: Line) -> Item:
        return text_item("rad", None, (joined(row.cells[0].lines),)) if row.cells else text_item("rad", None, ())

    def _row(self, old: Line, new: Line, columns: list[Step], where: str) -> Row[RedlineLeaf]:
        return Row(tuple(self._cell(old, new, step, number, where) for number, step in enumerate(columns)), new.kind)

    def _alone(self, old: Line | None, new: Line | None, columns: list[Step]) -> Row[RedlineLeaf]:
        """A row of one edition; where it had no column its cell is empty."""
        row = new or old
        assert row is not None
        cells = (self._one(row, step.new if new else step.old, step, bool(new)) for step in columns)
        return Row(tuple(cells), row.kind)

    def _one(self, row: Line, index: Sequence[int], step: Step, is_new: bool) -> Cell[DocumentLeaf]:
        elsewhere = step.standing is (Standing.MOVED_AWAY if is_new else Standing.MOVED_HERE)
        return EMPTY if elsewhere or not index else _cell(row, index[0])

    def _cell(self, old: Line, new: Line, step: Step, number: int, where: str) -> Cell[RedlineLeaf]:
        if step.standing in (Standing.REMOVED, Standing.MOVED_AWAY):
            return _cell(old, step.old[0])
        if step.standing in (Standing.ADDED, Standing.MOVED_HERE):
            return _cell(new, step.new[0])
        before, after = _cell(old, step.old[0]), _cell(new, step.new[0])
        if before == after:
            return after
        column = (
            shortened(plain(joined(self.new.head.cells[step.new[0]].lines))) if step.new[0] < len(self.new.head.cells) else ""
        )
        said = f"{where}, kolumn {column}" if number and column and where != "kolumnrubrikerna" else where
        spot = Spot("tabellcell", f"{self.name}, {said}", self.new.place, self.old.place)
        return self._lines(before, after, spot)

    def _lines(self, old: Cell[DocumentLeaf], new: Cell[DocumentLeaf], spot: Spot) -> Cell[RedlineLeaf]:
        if len(old.lines) == len(new.lines):
            return Cell(tuple(self.reader.merged(one, other, spot) for one, other in zip(old.lines, new.lines, strict=True)))
        return Cell((self.reader.merged(joined(old.lines), joined(new.lines), spot),))

    def _notes(self) -> Iterator[TableNote[RedlineLeaf]]:
        before, after = ([text_item("not", None, (note.content,)) for note in table.notes] for table in (self.old, self.new))
        for step in steps(before, after):
            old = self.old.notes[step.old[0]] if step.old and step.standing is not Standing.MOVED_HERE else None
            new = self.new.notes[step.new[0]] if step.new and step.standing is not Standing.MOVED_AWAY else None
            letter = (new or old or TableNote("", ())).letter
            yield TableNote(letter, self._note(old, new))

    def _note(self, old: TableNote[DocumentLeaf] | None, new: TableNote[DocumentLeaf] | None) -> RedlineText:
        spot = self.spot("tabellnot", "noten under")
        if old and new:
            return self.reader.merged(old.content, new.content, spot)
        gone, come = (note.content if note else () for note in (old, new))
        standing = Standing.ADDED if new else Standing.REMOVED
        number = self.reader.record.add(Cause.TEXT, standing, spot, plain(gone), plain(come))
        return (Changed(gone, come, Cause.TEXT, number),)

    def _described(self) -> None:
        """What is said of a table in other ways: its explained symbols, and its description for those who do not see it."""
        old, new = self.old, self.new
        texts = (("teckenförklaring", _symbols(old), _symbols(new)), ("tabellbeskrivning", old.description, new.description))
        for kind, was, now in texts:
            if was != now:
                cause = Cause.DATA if kind == "teckenförklaring" and self._by_data() else Cause.TEXT
                self.reader.record.add(cause, Standing.CHANGED, self.spot(kind, f"{kind}en"), was, now)

    def _by_data(self) -> bool:
        """Whether the data tell anything in the table otherwise."""
        record = self.reader.record
        sides = ((self.old, record.old), (self.new, record.new))
        texts = ((text, side) for table, side in sides for row in table.body for cell in row.cells for text in cell.lines)
        facts = [fact for text, side in texts for value in values_in(text) for fact in facts_of(value, side)]
        return bool(facts) and record.touched(facts)

    def _shaped(self, columns: list[Step], rows: list[Step]) -> None:
        """How what stands in both is set: a column's alignment and width, and which rows are sums."""
        told = [pair for step in columns if step.standing is Standing.KEPT and (pair := self._set(step)) is not None]
        for step in rows:
            if step.standing is Standing.KEPT:
                was, now = self.old.body[step.old[0]], self.new.body[step.new[0]]
                if was.kind is not now.kind:
                    told.append(
                        (f"rad {shortened(_name(was))}: {was.kind.value}", f"rad {shortened(_name(now))}: {now.kind.value}")
                    )
        if told:
            was_said, now_said = ("; ".join(pair[side] for pair in told) for side in (0, 1))
            self.reader.record.add(Cause.STYLE, Standing.CHANGED, self.spot("tabellform", "formen"), was_said, now_said)

    def _set(self, step: Step) -> tuple[str, str] | None:
        """How a column was set and is set; None when that is the same, as far as both editions tell.

        A Word file tells no widths of specifications, and a column of whole figures is set to the right for the decimal.
        """
        old, new = self.old.columns[step.old[0]], self.new.columns[step.new[0]]
        bound = self.reader.record.both_bound
        widths = bound and old.width is not None and new.width is not None and old.width != new.width
        aligns = old.align is not new.align and (bound or {old.align, new.align} != {Align.DECIMAL, Align.RIGHT})
        if not (widths or aligns):
            return None
        name = shortened(plain(joined(self.new.head.cells[step.new[0]].lines)))
        return _setting(name, old, widths), _setting(name, new, widths)


def _sort(row: Line) -> str:
    return f"rad {shortened(_name(row))}: {row.kind.value}"


def _setting(name: str, column: Column, widths: bool) -> str:
    width = f", {round(100 * column.width)}\u00a0% av bredden" if widths and column.width is not None else ""
    return f"kolumn {name}: {column.align.value}{width}"


def _symbols(table: Grid) -> str:
    return ", ".join(f"{symbol} {meaning}" for symbol, meaning in table.symbols)


def _name(row: Line) -> str:
    return plain(joined(row.cells[0].lines)) if row.cells else ""


def _texts(row: Line | None) -> list[DocumentText]:
    return [joined(cell.lines) for cell in row.cells] if row else []


def _cell(row: Line, index: int) -> Cell[DocumentLeaf]:
    return row.cells[index] if index < len(row.cells) else EMPTY

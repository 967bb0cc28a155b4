"""A table is made from its specification: rows, columns, totals, notes and the key to its symbols."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import repeat, zip_longest

from rapportbyggare.binding import messages
from rapportbyggare.binding.arithmetic import total
from rapportbyggare.binding.breaks import break_notes
from rapportbyggare.binding.marks import Letters, Marked, Notes
from rapportbyggare.binding.printing import Printed, printed, status_text
from rapportbyggare.binding.revised import with_marks
from rapportbyggare.binding.straight import (
    Cells,
    Straight,
    straight,
    straight_cells,
    straight_headings,
    straight_rows,
    straight_value,
)
from rapportbyggare.binding.texts import Context, TextBinder
from rapportbyggare.binding.things import Fault, Thing
from rapportbyggare.core.blocks import Align, Cell, Column, Row, RowKind, Table, TableNote
from rapportbyggare.core.by_column import values
from rapportbyggare.core.figure import Figure
from rapportbyggare.core.plain import is_blank, plain
from rapportbyggare.core.specifications import RowRule, TableRule
from rapportbyggare.core.text import DocumentLeaf, DocumentText, Expression, NoteNumber, TableNoteMark, Text, Value
from rapportbyggare.core.walk import row_texts, values_in, values_of
from rapportbyggare.typography.numbers import round_half_up

MOST_CELLS = 200_000
ROUNDING = "Summan kan avvika på grund av avrundning."

Bound = tuple[Cell[DocumentLeaf], tuple[Figure, ...]]
"""A cell and its figures."""
Way = tuple[Straight, Cells] | None


@dataclass(slots=True)
class Grid:
    """A table as it grows: its rows, and the figures of each cell in the rows since the last total."""

    rows: list[Row[DocumentLeaf]] = field(default_factory=list)
    figures: list[tuple[tuple[Figure, ...], ...]] = field(default_factory=list)
    uneven: bool = False


@dataclass(slots=True)
class TableBinder:
    """Makes the tables of one report."""

    texts: TextBinder

    def table(self, rule: TableRule, outer: Context) -> Table[DocumentLeaf]:
        """The table that a specification makes; its number is the next in order."""
        letters = Letters() if rule.notes_below else None
        scope = outer.scope
        notes = Notes(rule.notes, f"{rule.place.file}:{rule.name}", letters, breaks=False)
        context = Context(f"tabell:{rule.name}", scope, notes, True, rule.symbols)
        running = context.running()
        number = self.texts.register.table(rule.name, rule.place)
        caption = self.texts.bind(rule.caption, running)
        columns = [thing for thing in (self.texts.value(c, context) for c in rule.columns) if thing is not None]
        head = self._head(rule, columns, running)
        grid = Grid()
        for row in rule.rows:
            self._rows(row, columns, context, grid, rule)
        return Table(
            rule.name,
            caption,
            _columns(rule, len(columns)),
            head,
            tuple(grid.rows),
            self.texts.bind(rule.source, running),
            self._notes(rule, grid, letters, running, caption),
            _symbols(grid, context),
            plain(self.texts.bind(rule.description, running._replace(notes=Notes({}, automatic=False)))),
            True,
            rule.place,
            number,
        )

    def _head(self, rule: TableRule, columns: list[Thing], context: Context) -> Row[DocumentLeaf]:
        texts = [self.texts.bind(rule.corner, context)]
        texts += [self.texts.bind(rule.column_heading, context.having(kol=column)) for column in columns]
        if any(is_blank(text) for text in texts):
            self.texts.problems.append(messages.empty_header(rule.place))
        return Row(tuple(_cell(text) for text in texts))

    def _rows(self, rule: RowRule, columns: list[Thing], context: Context, grid: Grid, table: TableRule) -> None:
        if rule.condition is not None and not self.texts.holds(rule.condition, context):
            return
        if rule.each is None:
            self._row(rule, columns, context, grid)
            return
        members = self.texts.members(rule.each, context)
        ways = self._ways(rule, columns, context, members)
        whole = [way for way in ways if way is not None and len(way[1]) == len(members)]
        if whole and len(whole) == len(columns) and (len(grid.rows) + len(members)) * (len(columns) + 1) <= MOST_CELLS:
            self._straight_rows(rule, whole, members, context, grid)
            return
        for number, member in enumerate(members):
            if len(grid.rows) * (len(columns) + 1) >= MOST_CELLS:
                self.texts.problems.append(messages.too_large_table(table.place, MOST_CELLS))
                return
            self._row(rule, columns, context.having(rad=member), grid, ways, number)

    def _ways(self, rule: RowRule, columns: list[Thing], context: Context, members: Sequence[Thing]) -> list[Way]:
        """The straight way to each column's cells, and the cells at its end, where there is one."""
        match rule.cells:
            case ((Expression() as one,),) if not rule.total:
                scope, names = context.scope, context.names
                ways = [straight(one, scope, {**names, "kol": column}) for column in columns]
                rows = members[:MOST_CELLS]
                return [None if way is None else (way, straight_cells(way, scope, rows)) for way in ways]
            case _:
                return []

    def _straight_rows(
        self, rule: RowRule, ways: list[tuple[Straight, Cells]], members: Sequence[Thing], context: Context, grid: Grid
    ) -> None:
        """All rows at once, where there is a straight way to every cell."""
        lines: list[DocumentText] = [(value,) for value in straight_headings(rule.heading, members, context, self.texts)]
        lines = lines or [self.texts.bind(rule.heading, context.having(rad=member)) for member in members]
        headings = values(Cell, len(lines), zip(lines, strict=True))
        seeds = [f"{context.seed}|{plain(line)}" for line in lines]
        expression, size = ways[0][0].expression, len(members)
        self.texts.spend(sum(way.steps for way, _ in ways) * size, expression.place, context)
        found = straight_rows([cells for _, cells in ways], expression, seeds, self.texts)
        alone = zip(zip(found, strict=True), strict=True)  # one line in each cell, of one value
        cells = [iter(values(Cell, len(found), alone))] * len(ways)
        grid.rows += values(Row, size, zip(headings, *cells, strict=False), repeat(RowKind.DATA))
        grid.figures += zip(*[iter([value.facts for value in found])] * len(ways), strict=True)

    def _row(
        self, rule: RowRule, columns: list[Thing], context: Context, grid: Grid, ways: Sequence[Way] = (), row: int = 0
    ) -> None:
        heading = _cell(self.texts.bind(rule.heading, context))
        spot = plain(heading.lines[0])
        if rule.total:
            self._total(rule, heading, len(columns), context.at(spot), grid)
            return
        cells, figures = [heading], []
        for n, (column, way) in enumerate(zip_longest(columns, ways)):
            value = self._straight(way, row, f"{spot}|{n}", context) if way else None
            if value is None:
                cell, own = self._cell(rule, context.at(f"{spot}|{n}", kol=column))
            else:
                cell, own = Cell(((value,),)), value.facts
            cells.append(cell)
            figures.append(own)
        grid.rows.append(Row(tuple(cells)))
        grid.figures.append(tuple(figures))

    def _straight(self, way: tuple[Straight, Cells], row: int, spot: str, context: Context) -> Value | None:
        """The value at the end of a straight way; it rests on one figure, its own."""
        return straight_value(*way, row, context.scope.work, f"{context.seed}|{spot}", self.texts)

    def _cell(self, rule: RowRule, context: Context) -> Bound:
        lines = tuple([self.texts.bind(line, context) for line in rule.cells])
        figures = [figure for line in lines for figure in figures_in(line)]
        if context.scope.dataset.printed:
            lines = tuple([with_marks(line, context.scope.dataset.catalogue.revised.symbol) for line in lines])
        return Cell(_one_status(lines, figures) if len(lines) > 1 else lines), tuple(figures)

    def _total(self, rule: RowRule, heading: Cell[DocumentLeaf], count: int, context: Context, grid: Grid) -> None:
        columns = [[row[n] for row in grid.figures] for n in range(count)]
        cells = [_cell(self._column(rule, column, context.at(str(n)), grid)) for n, column in enumerate(columns)]
        grid.rows.append(Row((heading, *cells), RowKind.TOTAL))
        grid.figures.clear()

    def _column(self, rule: RowRule, column: list[tuple[Figure, ...]], context: Context, grid: Grid) -> DocumentText:
        """The total of a column; every cell above must have just one figure."""
        parts = [figures[0] for figures in column if len(figures) == 1]
        if len(parts) < len(column):
            self.texts.problems.append(messages.not_summable(rule.place))
            return ()
        figure = self._sum(rule, parts, context)
        if figure is None:
            return ()
        figure = figure._replace(doubts=tuple(one for one in figure.doubts if one.reserved))  # others are told of above
        grid.uneven = grid.uneven or uneven(figure, parts)
        self._check_county(rule, figure, parts, context)
        text = status_text(figure, context.scope, True) if figure.amount is None else printed(figure, context.scope).text
        shown, expression = Printed(text, figure, (figure,), doubts=figure.doubts), Expression("summa", rule.place)
        line = tuple(self.texts.marked(shown, expression, context, Marked()))
        return with_marks(line, context.scope.dataset.catalogue.revised.symbol)

    def _sum(self, rule: RowRule, parts: list[Figure], context: Context) -> Figure | None:
        try:
            return total(tuple(parts))
        except Fault as fault:
            self.texts.report(fault, rule.place, context)
            return None

    def _check_county(self, rule: RowRule, figure: Figure, parts: list[Figure], context: Context) -> None:
        """A sum of all municipalities must be what was delivered for the county, if that was."""
        facts = [part.key for part in parts if part.key is not None]
        catalogue = context.scope.dataset.catalogue
        if (
            figure.amount is None
            or not figure.form.unit.adds_up
            or {fact.area for fact in facts} != set(catalogue.municipalities)
        ):
            return
        county = {fact._replace(area=catalogue.county) for fact in facts}
        known = [context.scope.dataset.observations.get(fact) for fact in county]
        if len(known) == 1 and known[0] is not None and known[0].amount not in (None, figure.amount):
            delivered = figure._replace(amount=known[0].amount)
            shown = printed(figure, context.scope).text, printed(delivered, context.scope).text
            self.texts.problems.append(messages.sum_differs(rule.place, known[0].key, *shown))

    def _notes(
        self, rule: TableRule, grid: Grid, letters: Letters | None, context: Context, caption: DocumentText
    ) -> tuple[TableNote[DocumentLeaf], ...]:
        lettered = letters.notes() if letters else []
        notes = [_note(mark.letter, content) for mark, content in lettered]
        general = (self.texts.bind(text, context) for text in rule.general_notes)
        notes += [_note("", text) for text in general if not is_blank(text)]
        notes += [_note("", (Text(text),)) for text in self._breaks(grid, context, caption)]
        if grid.uneven:
            notes.append(_note("", (Text(ROUNDING),)))
        return tuple(notes)

    def _breaks(self, grid: Grid, context: Context, caption: DocumentText) -> tuple[str, ...]:
        """The notes of the breaks between the figures of the table."""
        if not context.scope.breaks:
            return ()
        texts = (caption, *(line for row in grid.rows for line in row_texts(row)))
        figures = dict.fromkeys(figure for text in texts for value in values_in(text) for figure in value.facts)
        found = break_notes(context.scope.breaks, figures)
        self.texts.printed_below.update(found)
        return found


def _cell(line: DocumentText) -> Cell[DocumentLeaf]:
    return Cell((line,))


def _note(letter: str, content: DocumentText) -> TableNote[DocumentLeaf]:
    return TableNote(letter, content)


def figures_in(line: DocumentText) -> list[Figure]:
    """The figures printed in a text, in order."""
    return [value.figure for value in values_in(line) if value.figure is not None]


def _one_status(lines: tuple[DocumentText, ...], figures: list[Figure]) -> tuple[DocumentText, ...]:
    """A cell whose every figure is missing in the same way says so once, without the words round it but with its notes."""
    values = [value for line in lines for value in values_in(line)]
    if figures and not any(f.amount is not None for f in figures) and len({v.text for v in values}) == 1:
        marks = [item for line in lines for item in line if isinstance(item, NoteNumber | TableNoteMark)]
        return ((values[0], *marks),)
    return lines


def uneven(figure: Figure, parts: list[Figure]) -> bool:
    """Whether the printed parts do not add up to the printed total."""
    if figure.amount is None:
        return False
    places = figure.form.decimals - figure.form.scale
    shown = [round_half_up(part.amount, places) for part in parts if part.amount is not None]
    return sum(shown, Decimal(0)) != round_half_up(figure.amount, places)


def _columns(rule: TableRule, count: int) -> tuple[Column, ...]:
    widths = rule.widths if len(rule.widths) == count + 1 else (None,) * (count + 1)
    return (Column(Align.LEFT, widths[0]), *(Column(rule.align, width) for width in widths[1:]))


def _symbols(grid: Grid, context: Context) -> tuple[tuple[str, str], ...]:
    statuses = context.scope.dataset.catalogue.statuses
    lines = (line for row in grid.rows for cell in row.cells for line in cell.lines)
    values = list(values_of(lines))
    shown = {value.text for value in values if value.figure is None or value.figure.amount is None}
    found = {words.symbol: words.meaning for words in statuses.values() if words.symbol and words.symbol in shown}
    revised = context.scope.dataset.catalogue.revised
    if any(value.printed for value in values):
        found[revised.symbol] = revised.meaning
    return tuple(found.items())

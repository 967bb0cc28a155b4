"""Blocks are bound: choices are made, loops turned, tables and charts inserted, everything numbered."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import assert_never

from rapportbyggare.binding import messages
from rapportbyggare.binding.automatic import reservations_of
from rapportbyggare.binding.charts import ChartBinder
from rapportbyggare.binding.claims import broken_passage, ends_in_text, with_marks_at_end
from rapportbyggare.binding.evaluate import ALL_FUNCTIONS
from rapportbyggare.binding.marks import Notes
from rapportbyggare.binding.scope import Scope, folded
from rapportbyggare.binding.tables import TableBinder
from rapportbyggare.binding.texts import Context, TextBinder
from rapportbyggare.core.blocks import (
    Cell,
    Choice,
    Claim,
    DocumentBlock,
    DraftBlock,
    FactBox,
    Heading,
    Insert,
    Landscape,
    ListBlock,
    Loop,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Row,
    Table,
    TableNote,
)
from rapportbyggare.core.document import DraftSection, Section
from rapportbyggare.core.place import Place
from rapportbyggare.core.plain import is_blank, plain
from rapportbyggare.core.specifications import ChartRule, TableRule
from rapportbyggare.core.text import DocumentLeaf, DraftLeaf

MOST_TURNS = 10_000


@dataclass(slots=True)
class BlockBinder:
    """Binds the sections of one report, in order; `turns` counts the loops' turns in all."""

    texts: TextBinder
    tables: Mapping[str, TableRule]
    charts: Mapping[str, ChartRule]
    table_binder: TableBinder
    chart_binder: ChartBinder
    turns: int = 0
    landscape: bool = False

    def section(self, draft: DraftSection, scope: Scope) -> Section:
        """One section, bound."""
        return Section(draft.file, self._all(draft.blocks, Context(draft.file, scope, Notes(draft.notes, draft.file))))

    def _all(self, blocks: tuple[DraftBlock, ...], context: Context) -> tuple[DocumentBlock, ...]:
        found: list[DocumentBlock] = []
        parted = False
        for block in blocks:
            controlled = isinstance(block, Choice | Loop | Claim)
            for bound in self._one(block, context):
                _append(found, bound, controlled or parted)
            parted = controlled
        return tuple(found)

    def _one(self, block: DraftBlock, context: Context) -> tuple[DocumentBlock, ...]:
        match block:
            case Paragraph(content, place):
                text = self.texts.bind(content, context)
                return () if is_blank(text) else (Paragraph(text, place),)
            case Heading():
                return (self._heading(block, context),)
            case ListBlock(ordered, start, items, place):
                bound = tuple(item for item in (self._all(blocks, context) for blocks in items) if item)
                return (ListBlock(ordered, start, bound, place),) if bound else ()
            case Choice():
                return self._choice(block, context)
            case Loop():
                return self._loop(block, context)
            case Claim():
                return self._claim(block, context)
            case Insert():
                return self._insert(block, context)
            case Table():
                return (self._table(block, context),)
            case Picture():
                return (self._picture(block, context),)
            case PageBreak():
                return (block,)
            case Quote(blocks, place):
                inside = self._all(blocks, context)
                return (Quote(inside, place),) if inside else ()
            case Landscape(blocks, place):
                return self._landscape(blocks, place, context)
            case FactBox(title, blocks, place):
                return (FactBox(self.texts.bind(title, _unmarked(context)), self._all(blocks, context), place),)
            case _:
                assert_never(block)

    def _landscape(self, blocks: tuple[DraftBlock, ...], place: Place, context: Context) -> tuple[DocumentBlock, ...]:
        """A landscape passage; one inside another is already on landscape pages."""
        outer, self.landscape = self.landscape, True
        inside = self._all(blocks, context)
        self.landscape = outer
        return inside if outer else (Landscape(inside, place),) if inside else ()

    def _heading(self, block: Heading[DraftLeaf], context: Context) -> DocumentBlock:
        before = len(self.texts.problems)
        content = self.texts.bind(block.content, _unmarked(context))
        key = self.texts.key(block.key, context, block.place)
        if block.content and is_blank(content) and len(self.texts.problems) == before:
            self.texts.problems.append(messages.heading_became_empty(block.place))
        kind, number = self.texts.register.heading(block.level, block.kind, key, plain(content), block.place)
        return Heading(block.level, content, key, kind, block.place, number)

    def _choice(self, block: Choice, context: Context) -> tuple[DocumentBlock, ...]:
        for condition, blocks in block.arms:
            if condition is None or self.texts.holds(condition, context, block.place):
                return self._all(blocks, context)
        return ()

    def _claim(self, block: Claim, context: Context) -> tuple[DocumentBlock, ...]:
        """A passage, which stands whether it is true or not, with the reservations of its condition at its end."""
        decided = self.texts.verdict(block.condition, context)
        blocks = self._all(block.blocks, context)
        if decided is None:
            return blocks
        place = block.condition.place
        if not decided.holds:
            self.texts.problems.append(broken_passage(blocks, block.condition, decided, context.scope))
        self.texts.unreserved(decided.doubts, place, context)
        reserved = reservations_of(decided.doubts, context.scope, place)
        marked = context if ends_in_text(blocks) else _unmarked(context)
        return with_marks_at_end(blocks, tuple(self.texts.marks(((note, set()) for note in reserved), True, place, marked)))

    def _loop(self, block: Loop, context: Context) -> tuple[DocumentBlock, ...]:
        found: list[DocumentBlock] = []
        if folded(block.name) in context.scope.names or folded(block.name) in ALL_FUNCTIONS:
            self.texts.problems.append(messages.reserved_name(block.place, block.name))
            return ()
        for member in self.texts.members(block.items, context):
            self.turns += 1
            if self.turns > MOST_TURNS:
                self._stop(block)
                break
            for bound in self._all(block.blocks, context.having(**{folded(block.name): member})):
                _append(found, bound, True)
        return tuple(found)

    def _stop(self, block: Loop) -> None:
        if self.turns == MOST_TURNS + 1:
            self.texts.problems.append(messages.too_many_turns(block.place, MOST_TURNS))

    def _insert(self, block: Insert, context: Context) -> tuple[DocumentBlock, ...]:
        if block.kind == "tabell" and block.name in self.tables:
            return (self.table_binder.table(self.tables[block.name], context),)
        if block.kind == "diagram" and block.name in self.charts:
            return tuple(self.chart_binder.chart(self.charts[block.name], context))
        names = self.tables if block.kind == "tabell" else self.charts
        near = get_close_matches(block.name, names, 1)
        self.texts.problems.append(messages.unknown_insert(block.place, block.kind, block.name, near))
        return ()

    def _table(self, block: Table[DraftLeaf], context: Context) -> DocumentBlock:
        key = self.texts.key(block.key, context, block.place)
        if not block.caption:
            self.texts.problems.append(messages.table_without_caption(block.place))
        caption = self.texts.bind(block.caption, context)
        number = self.texts.register.table(key, block.place) if caption else 0
        head = self._row(block.head, context)
        if any(is_blank(cell.lines[0]) for cell in head.cells):
            self.texts.problems.append(messages.empty_header(block.place))
        return Table(
            key,
            caption,
            block.columns,
            head,
            tuple(self._row(row, context) for row in block.body),
            self.texts.bind(block.source, context),
            tuple(TableNote(note.letter, self.texts.bind(note.content, context)) for note in block.notes),
            place=block.place,
            number=number,
        )

    def _row(self, row: Row[DraftLeaf], context: Context) -> Row[DocumentLeaf]:
        inside = context._replace(tabular=True)
        cells = (tuple(self.texts.bind(line, inside) for line in cell.lines) for cell in row.cells)
        return Row(tuple(Cell(lines) for lines in cells), row.kind)

    def _picture(self, block: Picture[DraftLeaf], context: Context) -> DocumentBlock:
        key = self.texts.key(block.key, context, block.place)
        alt = self.texts.bind(block.alt, _unmarked(context))
        if is_blank(alt):
            self.texts.problems.append(messages.picture_without_alt(block.place))
        number = self.texts.register.figure(key, block.place) if block.caption else 0
        return Picture(block.path, alt, self.texts.bind(block.caption, context), key, block.place, number)


def _unmarked(context: Context) -> Context:
    """The context of a text that brings no automatic notes: headings, alt texts."""
    return context._replace(notes=context.notes._replace(automatic=False))


def _append(found: list[DocumentBlock], block: DocumentBlock, parted: bool) -> None:
    """Add a block; a list joins the list of the same kind before it when only a control line parted them."""
    last = found[-1] if found else None
    if parted and isinstance(block, ListBlock) and isinstance(last, ListBlock) and last.ordered == block.ordered:
        found[-1] = replace(last, items=last.items + block.items)
    else:
        found.append(block)

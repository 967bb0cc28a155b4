"""Tables of two editions merged row by row: a row is the same when it is headed by the same words."""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapportbyggare.alignment.sequence import Item, aligned
from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.redline.hands import Hands
from rapportbyggare.word.redline.items import words_of
from rapportbyggare.word.redline.markup import inner, markup
from rapportbyggare.word.redline.paragraphs import plain_words
from rapportbyggare.word.redline.pieces import State

if TYPE_CHECKING:
    from lxml.etree import _Element

ROW, CELL, GRID, LOOK = w("tr"), w("tc"), w("tblGrid"), w("tblPr")
ROW_LOOK, CELL_LOOK, HEAD = w("trPr"), w("tcPr"), w("tblHeader")


@dataclass(frozen=True, slots=True)
class Cells:
    """How what stands in a cell is written: of both editions, and of one."""

    both: "Callable[[_Element, _Element], str]"
    one: "Callable[[_Element, State], str]"


def is_same_grid(old: "_Element", new: "_Element") -> bool:
    """Whether two tables have as many columns."""
    first, second = old.find(GRID), new.find(GRID)
    return first is not None and second is not None and len(first) == len(second)


def merged_table(old: "_Element", new: "_Element", hands: Hands, cells: Cells) -> str:
    """A table of both editions."""
    before, after = old.findall(ROW), new.findall(ROW)
    said, says = [markup(row) for row in before], [markup(row) for row in after]
    rows: list[str] = []
    for a, b in aligned(row_items(before, said, set(says)), row_items(after, says, set(said))):
        if a is not None and b is not None and said[a] == says[b]:
            rows.append(says[b])
        else:
            rows.append(row_markup(None if a is None else before[a], None if b is None else after[b], hands, cells))
    return f"<w:tbl>{properties(old, new, LOOK, hands.text)}{grid(old, new)}{''.join(rows)}</w:tbl>"


def row_items(rows: "list[_Element]", markups: list[str], others: Container[str]) -> list[Item]:
    """The items of rows, written so; one that stands unaltered among the `others` needs no words to be found by."""
    pairs = zip(rows, markups, strict=True)
    return [row_item(row, exact, (exact,) if exact in others else words_of(row)) for row, exact in pairs]


def row_item(row: "_Element", exact: str, words: tuple[str, ...]) -> Item:
    """A row by its heading."""
    cell = row.find(CELL)
    if is_head(row):
        return Item("head", "head", exact, words)
    return Item("row", None if cell is None else plain_words(cell) or None, exact, words)


def is_head(row: "_Element") -> bool:
    """Whether a row is repeated at the top of each page."""
    return row.find(f"{ROW_LOOK}/{HEAD}") is not None


def row_markup(old: "_Element | None", new: "_Element | None", hands: Hands, cells: Cells) -> str:
    """A row of both editions that is not the same in them, or of one."""
    if old is not None and new is not None:
        return merged_row(old, new, hands, cells)
    row, tag = (new, "ins") if new is not None else (old, "del")
    return "" if row is None else whole_row(row, State(tag, hands.of_passage(row_words(row), row)), cells)


def row_words(row: "_Element") -> str:
    """The words of a row's cells, parted by tabs."""
    return "\t".join([plain_words(cell) for cell in row.iterchildren(CELL)])


def merged_row(old: "_Element", new: "_Element", hands: Hands, cells: Cells) -> str:
    """A row of both editions, cell by cell."""
    pairs = zip(old.iterchildren(CELL), new.iterchildren(CELL), strict=True)
    content = "".join([merged_cell(first, second, hands, cells) for first, second in pairs])
    return f"<w:tr>{properties(old, new, ROW_LOOK, hands.text)}{content}</w:tr>"


def merged_cell(old: "_Element", new: "_Element", hands: Hands, cells: Cells) -> str:
    """A cell of both editions."""
    return f"<w:tc>{properties(old, new, CELL_LOOK, hands.text)}{cells.both(old, new)}</w:tc>"


def properties(old: "_Element", new: "_Element", tag: str, hand: str) -> str:
    """The properties of something, and what they were."""
    before, after = inner(old.find(tag)), inner(new.find(tag))
    name = tag.rpartition("}")[2]
    change = "" if before == after else f"<w:{name}Change {hand}><w:{name}>{before}</w:{name}></w:{name}Change>"
    return f"<w:{name}>{after}{change}</w:{name}>"


def grid(old: "_Element", new: "_Element") -> str:
    """The widths of columns, and what they were."""
    before, after = inner(old.find(GRID)), inner(new.find(GRID))
    change = "" if before == after else f'<w:tblGridChange w:id="0"><w:tblGrid>{before}</w:tblGrid></w:tblGridChange>'
    return f"<w:tblGrid>{after}{change}</w:tblGrid>"


def whole_table(table: "_Element", tag: str, hands: Hands, cells: Cells) -> str:
    """A table that has come or gone: each of its rows has."""
    rows = (whole_row(row, State(tag, hands.of_passage(row_words(row), row)), cells) for row in table.iterchildren(ROW))
    looks = "".join([markup(child) for child in table if child.tag in (LOOK, GRID)])
    return f"<w:tbl>{looks}{''.join(rows)}</w:tbl>"


def whole_row(row: "_Element", state: State, cells: Cells) -> str:
    """A row that has come or gone, with all in it."""
    look = f"<w:trPr>{inner(row.find(ROW_LOOK))}<w:{state.tag} {state.hand}/></w:trPr>"
    return f"<w:tr>{look}{''.join(whole_cells(row, state, cells))}</w:tr>"


def whole_cells(row: "_Element", state: State, cells: Cells) -> Iterator[str]:
    """Its cells."""
    for cell in row.iterchildren(CELL):
        look = "".join([markup(child) for child in cell if child.tag == CELL_LOOK])
        yield f"<w:tc>{look}{cells.one(cell, state)}</w:tc>"

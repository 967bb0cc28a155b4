"""Blocks of two editions merged: the body, and what stands in a cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapportbyggare.alignment.sequence import aligned
from rapportbyggare.word.namespaces import WP
from rapportbyggare.word.redline.hands import Hands
from rapportbyggare.word.redline.items import PARAGRAPH, TABLE, Block, blocks_of, items_of
from rapportbyggare.word.redline.lines import Pen
from rapportbyggare.word.redline.paragraphs import between_tables, merged_paragraph, plain_words, whole_paragraph
from rapportbyggare.word.redline.pieces import State
from rapportbyggare.word.redline.tables import Cells, is_same_grid, merged_table, whole_table
from rapportbyggare.word.redline.tails import longer, shorter, tail_length

if TYPE_CHECKING:
    from lxml.etree import _Element

TABLE_END = "</w:tbl>"
DRAWN = f"{{{WP}}}docPr"
FIGURES = re.compile(r"[\d,\u00a0]+")


@dataclass(frozen=True, slots=True)
class Merge:
    """What blocks are merged with: the hands, and the paragraphs whose changes follow from others', which are numbering."""

    hands: Hands
    following: "frozenset[_Element]" = frozenset()


def merged_blocks(old: Sequence[Block], new: Sequence[Block], merge: Merge) -> list[str]:
    """Both in one, block by block."""
    length = tail_length(old, new)
    if length > 0:
        *start, last = new[:-length]
        pen = pen_of(old[-1].element, last.element, merge)
        return [*laid(old[:-1], start, merge), *longer(old[-1], new[-length - 1 :], pen)]
    if length < 0:
        *start, last = old[:length]
        pen = pen_of(last.element, new[-1].element, merge)
        return [*laid(start, new[:-1], merge), *shorter(old[length - 1 :], new[-1], pen)]
    return laid(old, new, merge)


def laid(old: Sequence[Block], new: Sequence[Block], merge: Merge) -> list[str]:
    """Blocks side by side."""
    before, after = {block.exact for block in old}, {block.exact for block in new}
    result: list[str] = []
    for first, second in aligned(items_of(old, after), items_of(new, before)):
        for written in pair_markup(None if first is None else old[first], None if second is None else new[second], merge):
            if result and written.startswith("<w:tbl>") and result[-1].endswith(TABLE_END):
                result.append(between_tables(merge.hands.text))
            result.append(written)
    return result


def pair_markup(old: Block | None, new: Block | None, merge: Merge) -> Iterator[str]:
    """A block of both editions, or of one."""
    if old is not None and new is not None:
        yield from both(old, new, merge)
    elif old is not None and old.element.tag in (PARAGRAPH, TABLE):
        yield one(old.element, "del", merge)
    elif new is not None and new.element.tag in (PARAGRAPH, TABLE):
        yield one(new.element, "ins", merge)
    elif new is not None:
        yield new.exact


def both(old: Block, new: Block, merge: Merge) -> Iterator[str]:
    """A block of both editions; a table with other columns is replaced."""
    if old.exact == new.exact or new.element.tag not in (PARAGRAPH, TABLE):
        yield new.exact
    elif new.element.tag == PARAGRAPH:
        yield merged_paragraph(old.element, new.element, pen_of(old.element, new.element, merge))
    elif is_same_grid(old.element, new.element):
        yield merged_table(old.element, new.element, merge.hands, cells_of(merge))
    else:
        yield one(old.element, "del", merge)
        yield one(new.element, "ins", merge)


def one(element: "_Element", tag: str, merge: Merge) -> str:
    """A block of one edition."""
    if element.tag == TABLE:
        return whole_table(element, tag, merge.hands, cells_of(merge))
    hands = merge.hands
    hand = hands.numbering if element in merge.following else hands.of_passage(plain_words(element), element)
    return whole_paragraph(element, State(tag, hand))


def pen_of(old: "_Element", new: "_Element", merge: Merge) -> Pen:
    """What a paragraph of both editions is merged with."""
    hands = merge.hands
    if new in merge.following:
        return Pen(hands, hands.numbering)
    known = hands.passages and (plain_words(old) in hands.passages or plain_words(new) in hands.passages)
    return Pen(hands, hands.data if known or is_redrawn(old, new) else hands.text)


def is_redrawn(old: "_Element", new: "_Element") -> bool:
    """Whether a paragraph's pictures are said to show the same, with other figures."""
    before, after = (" ".join(drawn.get("descr", "") for drawn in one.iter(DRAWN)) for one in (old, new))
    return before != after and FIGURES.sub("", before) == FIGURES.sub("", after)


def cells_of(merge: Merge) -> Cells:
    """How what stands in cells is merged, and written whole."""

    def merged_cell(old: "_Element", new: "_Element") -> str:
        return "".join(merged_blocks(blocks_of(old), blocks_of(new), merge))

    def whole_cell(cell: "_Element", state: State) -> str:
        return "".join([whole_paragraph(child, state) for child in cell if child.tag == PARAGRAPH])

    return Cells(merged_cell, whole_cell)

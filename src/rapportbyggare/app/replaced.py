"""Blocks with some of them exchanged, wherever they stand."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from rapportbyggare.core.blocks import FactBox, Landscape, ListBlock, Quote, ReadBlock
from rapportbyggare.core.compared import Side

Exchange = Callable[[ReadBlock], ReadBlock]


def in_side(side: Side, exchange: Exchange) -> Side:
    """An edition with each block as `exchange` makes it; a container after what it holds."""
    return replace(side, sections=tuple(replace(one, blocks=in_blocks(one.blocks, exchange)) for one in side.sections))


def in_blocks(blocks: Iterable[ReadBlock], exchange: Exchange) -> tuple[ReadBlock, ...]:
    """Blocks with each as `exchange` makes it."""
    return tuple(exchange(_inside(block, exchange)) for block in blocks)


def _inside(block: ReadBlock, exchange: Exchange) -> ReadBlock:
    match block:
        case ListBlock(items=items):
            return replace(block, items=tuple(in_blocks(item, exchange) for item in items))
        case Quote(blocks=blocks) | Landscape(blocks=blocks) | FactBox(blocks=blocks):
            return replace(block, blocks=in_blocks(blocks, exchange))
        case _:
            return block

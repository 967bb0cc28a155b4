"""Which passages of a draft exclude each other: the arms of its `{% if %}`."""

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from rapportbyggare.core.blocks import (
    Choice,
    Claim,
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
    Table,
)
from rapportbyggare.core.document import DraftSection
from rapportbyggare.core.place import Place

Chain = tuple[tuple[Place, int], ...]
"""The choices round a block, outermost first: where each begins, and the arm."""


def arms(sections: Iterable[DraftSection]) -> dict[Place, Chain]:
    """The choices round each block that stands in one."""
    return {block.place: chain for block, chain in written(sections) if chain}


def written(sections: Iterable[DraftSection]) -> Iterator[tuple[DraftBlock, Chain]]:
    """Each passage of a draft, with the choices round it."""
    return (found for section in sections for found in _within(section.blocks, ()))


def _within(blocks: tuple[DraftBlock, ...], chain: Chain) -> Iterator[tuple[DraftBlock, Chain]]:
    for block in blocks:
        match block:
            case Choice(choices, place):
                for number, (_, inside) in enumerate(choices):
                    yield from _within(inside, (*chain, (place, number)))
            case Loop(blocks=inside) | Claim(blocks=inside):
                yield from _within(inside, chain)
            case ListBlock(items=items):
                for item in items:
                    yield from _within(item, chain)
            case FactBox(blocks=inside):
                yield block, chain
                yield from _within(inside, chain)
            case Quote(blocks=inside) | Landscape(blocks=inside):
                yield from _within(inside, chain)
            case Heading() | Paragraph() | Table() | Picture() | Insert():
                yield block, chain
            case PageBreak():
                pass
            case _:
                assert_never(block)


def turned(chain: Chain, elsewhere: Iterable[Chain]) -> Place | None:
    """The outermost choice in `chain` whose arm none of the chains `elsewhere` takes; None when there is none."""
    taken = {step for other in elsewhere for step in other}
    return next((place for place, number in chain if (place, number) not in taken), None)


def standing(places: Iterable[Place], known: Mapping[Place, Chain]) -> list[Chain]:
    """The chains of the passages that stand in a document."""
    return [known[place] for place in places if place in known]

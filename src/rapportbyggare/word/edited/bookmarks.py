"""The bookmarks of an edited file: split, moved, copied and emptied by the programs it went through."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rapportbyggare.core.edited import Anchor, EditedText
from rapportbyggare.word.edited.parts import Spot, Stretch
from rapportbyggare.word.edited.story import Story
from rapportbyggare.word.names import ANCHOR, END

BLOCKS = (f"{ANCHOR}tabell_", f"{ANCHOR}figur_")
Range = tuple[str, int, int]


def joined(story: Story) -> list[Stretch]:
    """A story's bookmarks, each with its end.

    LibreOffice gives one that spans a table from the beginning of a paragraph two beginnings, the first of them without
    an end: it reaches from the first to the end of the next.
    """
    every = sorted((*story.lost, *story.stretches.values()), key=lambda one: (one.start.order, one.start.offset))
    unclosed: dict[str, Spot] = {}
    found: list[Stretch] = []
    for one in every:
        if one.end is None:
            unclosed.setdefault(one.name, one.start)
        else:
            found.append(replace(one, start=unclosed.pop(one.name, one.start)))
    return found


def ranges_of(stretches: Iterable[Stretch]) -> list[Range]:
    """The texts each generated block reaches over: its anchor's name, the first order, the last."""
    return [(one.name, one.start.order, one.end.order) for one in stretches if one.end and one.name.startswith(BLOCKS)]


def blocks_at(order: int, ranges: Iterable[Range]) -> tuple[str, ...]:
    """The generated blocks a place is part of."""
    return tuple(name for name, first, last in ranges if first <= order <= last)


def anchors_by_text(stretches: Iterable[Stretch], texts: Mapping[int, EditedText]) -> dict[int, list[Anchor]]:
    """The values' anchors in each text, by its order; one that reaches into the next paragraph keeps its first part."""
    found: dict[int, list[Anchor]] = {}
    for one in stretches:
        if one.name.startswith(ANCHOR) and not one.name.startswith((*BLOCKS, END)):
            order, anchor = _placed(one, texts)
            found.setdefault(order, []).append(anchor)
    return found


def _placed(one: Stretch, texts: Mapping[int, EditedText]) -> tuple[int, Anchor]:
    start, end = one.start, one.end or one.start
    length = len(texts[start.order].text) if start.order in texts else 0
    if end.order == start.order:
        return start.order, Anchor(one.name, start.offset, end.offset)
    if start.offset >= length:
        return end.order, Anchor(one.name, 0, end.offset)
    return start.order, Anchor(one.name, start.offset, length)

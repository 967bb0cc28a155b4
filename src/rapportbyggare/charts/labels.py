"""Value labels that never collide."""

from collections.abc import Iterable, Sequence

from rapportbyggare.charts.lettering import taken
from rapportbyggare.charts.palette import PAPER
from rapportbyggare.charts.scene import Area, Box, Width, Words

_AIR = 0.8


def all_placed(wanted: Iterable[Sequence[Words]], taken_up: Sequence[Box], page: Box, width: Width) -> tuple[Words, ...] | None:
    """One of the alternatives for every label, free of boxes and of each other; None when one has no place."""
    found = placed(wanted, taken_up, page, width)
    return None if any(words is None for words in found) else tuple(words for words in found if words is not None)


def placed(wanted: Iterable[Sequence[Words]], taken_up: Sequence[Box], page: Box, width: Width) -> tuple[Words | None, ...]:
    """For each label in turn the first alternative inside the page that is free, or None."""
    busy = list(taken_up)
    found: list[Words | None] = []
    for alternatives in wanted:
        words = next((words for words in alternatives if _free(words, busy, page, width)), None)
        found.append(words)
        if words is not None:
            busy.append(_with_air(taken(words, width)))
    return tuple(found)


def on_paper(labels: Iterable[Words], width: Width) -> tuple[Area | Words, ...]:
    """The labels, each on a patch of paper so that no rule runs through it."""
    return tuple(mark for words in labels for mark in (_patch(_with_air(taken(words, width))), words))


def _patch(box: Box) -> Area:
    return Area(((box.left, box.bottom), (box.right, box.bottom), (box.right, box.top), (box.left, box.top)), PAPER)


def _free(words: Words, busy: Iterable[Box], page: Box, width: Width) -> bool:
    box = taken(words, width)
    return page.holds(box) and not any(box.meets(other) for other in busy)


def _with_air(box: Box) -> Box:
    return Box(box.left - _AIR, box.bottom - _AIR, box.right + _AIR, box.top + _AIR)

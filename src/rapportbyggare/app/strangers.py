"""Whether two editions are of different reports: nothing that somebody wrote stands in both."""

import re
from collections.abc import Iterator

from rapportbyggare.core.compared import Side
from rapportbyggare.core.plain import plain
from rapportbyggare.diff.editions.items import texts_of, typed

NUMBERS = re.compile(r"\d+")
SHORTEST = 4


def strangers(old: Side, new: Side) -> bool:
    """Whether the titles are others, figures aside, and no text of some length stands in both.

    Last year's report and this year's have passages in common, and so has any revision of a text. An edition without
    such texts is nobody's stranger.
    """
    if _bare(old.title) == _bare(new.title):
        return False
    before, after = set(_texts(old)), set(_texts(new))
    return bool(before and after) and before.isdisjoint(after)


def _texts(side: Side) -> Iterator[str]:
    """The texts that tell a report from others: of four words or more, without figures."""
    blocks = (block for section in side.sections for block in section.blocks)
    for text in texts_of(blocks):
        words = _bare(typed(text))
        if len(words.split()) >= SHORTEST:
            yield words
    yield from (words for note in side.notes if len((words := _bare(plain(note.content))).split()) >= SHORTEST)


def _bare(text: str) -> str:
    return " ".join(NUMBERS.sub("", text).casefold().split())

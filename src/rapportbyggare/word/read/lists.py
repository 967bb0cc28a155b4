"""Lists put together again from paragraphs that each say their own place in one."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rapportbyggare.core.blocks import ListBlock, ReadBlock
from rapportbyggare.core.place import Place
from rapportbyggare.word.numbering import DEEPEST, FACT_INSET, STEP
from rapportbyggare.word.read.pieces import Line
from rapportbyggare.word.roles import Role

Blocks = list[ReadBlock]


@dataclass(slots=True)
class OpenList:
    """A list while its items are gathered; numbered ones are told apart by their list's number."""

    level: int
    number: str
    start: int
    place: Place
    items: list[Blocks] = field(default_factory=list)

    @property
    def done(self) -> ReadBlock:
        """The list as it is now."""
        return ListBlock(bool(self.number), self.start, tuple(map(tuple, self.items)), self.place)


def is_item(line: Line) -> bool:
    """Whether a paragraph begins an item of a list."""
    return line.known.listed is not None and line.known.level is None


def continues(line: Line, boxed: bool) -> bool:
    """Whether a paragraph goes on with an item that has begun before it; `boxed` in a fact box."""
    role = Role.FACT_LIST if boxed else Role.LIST_CONTINUE
    return line.known.role is role and not is_item(line)


def lists_of(lines: Sequence[tuple[Line, Blocks]]) -> Blocks:
    """The lists that paragraphs make, one after the other; each comes with the blocks it is read as."""
    done: Blocks = []
    opened: list[OpenList] = []
    for line, blocks in lines:
        level = _level(line)
        while opened and (opened[-1].level > level or (is_item(line) and _other(opened[-1], line, level))):
            _close(opened, done)
        if is_item(line):
            if not opened or opened[-1].level < level:
                opened.append(_opened(line, level))
            opened[-1].items.append(list(blocks))
        elif opened:
            opened[-1].items[-1].extend(blocks)
        else:
            done += blocks
    while opened:
        _close(opened, done)
    return done


def _level(line: Line) -> int:
    if line.known.listed is not None:
        return line.known.listed.level
    inset = FACT_INSET if line.known.role is Role.FACT_LIST else 0
    indent = STEP if line.indent is None else line.indent - inset
    return min(max(round(indent / STEP) - 1, 0), DEEPEST)


def _other(opened: OpenList, line: Line, level: int) -> bool:
    """Whether the paragraph is in another list than the one at its level."""
    return opened.level == level and opened.number != _number(line)


def _number(line: Line) -> str:
    listed = line.known.listed
    return listed.number if listed is not None and listed.ordered else ""


def _opened(line: Line, level: int) -> OpenList:
    listed = line.known.listed
    return OpenList(level, _number(line), listed.count if listed is not None and listed.ordered else 1, line.place)


def _close(opened: list[OpenList], done: Blocks) -> None:
    last = opened.pop()
    (opened[-1].items[-1] if opened else done).append(last.done)

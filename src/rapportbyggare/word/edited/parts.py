"""What the texts of an edited file are gathered in while they are read."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapportbyggare.core.edited import TextKind

if TYPE_CHECKING:
    from lxml.etree import _Element

Mark = tuple[str, str]
"""What leads to a note: its kind and id, or "bookmark" and the name of one round its first mark."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a story: the order of a text, and an offset in it."""

    order: int
    offset: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A bookmark's extent; `name` is the one it was given first, `end` None where its end is lost."""

    name: str
    start: Spot
    end: Spot | None


@dataclass(slots=True)
class OpenText:
    """A text while it is read."""

    order: int
    kind: TextKind
    parts: list[str] = field(default_factory=list)
    length: int = 0
    notes: list[tuple[int, Mark]] = field(default_factory=list)

    def add(self, words: str) -> None:
        """More of it."""
        self.parts.append(words)
        self.length += len(words)


@dataclass(slots=True)
class OpenTable:
    """A table while it is read: where in it the reading has come, and the texts of its cells, by their index."""

    number: int
    row: int = -1
    column: int = 0
    span: int = 1
    cells: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing, and the text it stands in."""

    element: "_Element"
    order: int
    heading: str


@dataclass(frozen=True, slots=True)
class Gridded:
    """A table: its element, and the order of its first text."""

    element: "_Element"
    order: int
    heading: str

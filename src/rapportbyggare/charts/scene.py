"""What is painted: flat marks on a sheet measured in points (1/72 inch), origin at the lower left."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

Dot = tuple[float, float]
Width = Callable[[str, float, bool], float]
"""The width in points of a text at a size in points, bold or not."""


class Anchor(Enum):
    """Which part of a text stands at its point."""

    START = 0.0
    MIDDLE = 0.5
    END = 1.0


@dataclass(frozen=True, slots=True)
class Area:
    """A filled polygon."""

    corners: tuple[Dot, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """Open lines of one colour and width (points); `dashes` are on and off lengths in points."""

    lines: tuple[tuple[Dot, ...], ...]
    colour: str
    width: float
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text with its baseline at (x, y); `upright` reads from below."""

    text: str
    x: float
    y: float
    size: float
    colour: str
    bold: bool = False
    anchor: Anchor = Anchor.START
    upright: bool = False


Mark = Area | Stroke | Words


@dataclass(frozen=True, slots=True)
class Scene:
    """A sheet of `width` × `height` points and its marks, painted in order."""

    width: float
    height: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle in points."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Height in points."""
        return self.top - self.bottom

    def meets(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top

    def holds(self, other: "Box") -> bool:
        """Whether the other lies wholly inside, edges included."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.bottom <= other.bottom and other.top <= self.top

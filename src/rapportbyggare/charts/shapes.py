"""The marks that carry data: bars with pattern or preliminary look, and markers."""

import math

from rapportbyggare.charts.palette import PAPER, Look
from rapportbyggare.charts.scene import Area, Box, Dot, Mark, Stroke
from rapportbyggare.core.colour import mix

HAIR = 0.8
_SPACING = 4.0
_DASHES = (2.4, 1.6)
_CORNERS = {1: 4, 2: 3, 3: 4, 4: 3}
_TURNS = {1: 45.0, 2: 90.0, 3: 0.0, 4: 270.0}


def bar(box: Box, look: Look, preliminary: bool = False) -> tuple[Mark, ...]:
    """A bar: solid with its pattern in paper colour, or light, hatched and with dashed edge when preliminary."""
    if preliminary:
        light = Area(_corners(box), mix(look.colour, PAPER, 0.85))
        edge = Stroke(((*_corners(box), (box.left, box.bottom)),), look.colour, 1.0, _DASHES)
        return light, Stroke(_slanted(box, _SPACING), look.colour, HAIR), edge
    solid = Area(_corners(box), look.colour)
    lines = _pattern(box, look.pattern)
    return (solid, Stroke(lines, PAPER, HAIR)) if lines else (solid,)


def marker(at: Dot, look: Look, radius: float, preliminary: bool = False) -> tuple[Mark, ...]:
    """A marker around a point: circle, square, triangle, diamond or turned triangle; hollow when preliminary."""
    outer = Area(_outline(at, look.marker, radius), look.colour)
    return (outer, Area(_outline(at, look.marker, radius * 0.55), PAPER)) if preliminary else (outer,)


def _corners(box: Box) -> tuple[Dot, ...]:
    return (box.left, box.bottom), (box.right, box.bottom), (box.right, box.top), (box.left, box.top)


def _outline(at: Dot, number: int, radius: float) -> tuple[Dot, ...]:
    corners = _CORNERS.get(number, 24)
    reach = radius * (1.2 if number in _CORNERS else 1.0)
    start = math.radians(_TURNS.get(number, 0.0))
    turns = (start + 2 * math.pi * corner / corners for corner in range(corners))
    return tuple((at[0] + reach * math.cos(turn), at[1] + reach * math.sin(turn)) for turn in turns)


def _pattern(box: Box, number: int) -> tuple[tuple[Dot, ...], ...]:
    match number:
        case 1:
            return _slanted(box, _SPACING)
        case 2:
            return _mirrored(box)
        case 3:
            return _level(box)
        case 4:
            return _slanted(box, _SPACING * 1.5) + _mirrored(box, _SPACING * 1.5)
        case _:
            return ()


def _slanted(box: Box, spacing: float) -> tuple[tuple[Dot, ...], ...]:
    """Lines rising to the right, cut at the edges of the box; their feet lie on one grid for the whole sheet."""
    step = spacing * math.sqrt(2)
    first = math.floor((box.left - box.top) / step) + 1
    last = math.ceil((box.right - box.bottom) / step)
    return tuple(_cut(box, number * step) for number in range(first, last))


def _cut(box: Box, foot: float) -> tuple[Dot, ...]:
    """The part inside the box of the line y = x − foot."""
    left = max(box.left, box.bottom + foot)
    right = min(box.right, box.top + foot)
    return (left, left - foot), (right, right - foot)


def _mirrored(box: Box, spacing: float = _SPACING) -> tuple[tuple[Dot, ...], ...]:
    lines = _slanted(box, spacing)
    return tuple(tuple((box.left + box.right - x, y) for x, y in line) for line in lines)


def _level(box: Box) -> tuple[tuple[Dot, ...], ...]:
    first, last = math.floor(box.bottom / _SPACING) + 1, math.ceil(box.top / _SPACING)
    return tuple(((box.left, n * _SPACING), (box.right, n * _SPACING)) for n in range(first, last))

"""A drawn chart."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Images:
    """The same picture as SVG and as PNG (200 dpi), and its size on paper in centimetres."""

    svg: bytes
    png: bytes
    width_cm: float
    height_cm: float

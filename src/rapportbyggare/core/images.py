"""Pictures as bytes, ready to be placed in a document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A raster image (`extension` "png", "jpeg" or "gif") with an optional vector twin, and its size on the page."""

    png: bytes
    svg: bytes | None
    width_cm: float
    height_cm: float
    extension: str = "png"

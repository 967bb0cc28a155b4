"""Pictures as bytes, ready to be placed in a document."""

from typing import NamedTuple


class ImageFile(NamedTuple):
    """A raster image (`extension` "png", "jpeg" or "gif") with an optional vector twin, and its size on the page."""

    png: bytes
    svg: bytes | None
    width_cm: float
    height_cm: float
    extension: str = "png"


def picture_name(path: str) -> str:
    """What an author's picture or the logotype is called among a document's images: its path, however many keys it has."""
    return f"bild:{path}"


def chart_name(key: str) -> str:
    """What a chart is called among a document's images; never the name of a picture."""
    return f"diagram:{key}"

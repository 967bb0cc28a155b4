"""Drawn charts kept by their content: an unchanged chart is read back, and nothing is drawn or loaded."""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from rapportbyggare.charts.palette import ink
from rapportbyggare.charts.version import drawing_version
from rapportbyggare.core.chart import Chart
from rapportbyggare.core.images import ImageFile
from rapportbyggare.core.style import Style

_DIGEST = 64


def drawn(chart: Chart, style: Style, cache: Path | None) -> ImageFile:
    """The images of a chart, from the folder `cache` when it holds them, else drawn and, if possible, kept there.

    A damaged entry is drawn anew; without a folder, or with one that cannot be written, the chart is only drawn.
    """
    if cache is None:
        return _draw(chart, style, None)
    entry = cache / f"{cache_key(chart, style)}.diagram"
    kept = _read(entry)
    if kept is not None:
        return kept
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
    images = _draw(chart, style, cache)
    _keep(entry, images)
    return images


def _draw(chart: Chart, style: Style, scratch: Path | None) -> ImageFile:
    """The drawing code is loaded here, for a chart that must be drawn."""
    from rapportbyggare.charts.draw import draw_chart

    return draw_chart(chart, style, scratch)


def cache_key(chart: Chart, style: Style) -> str:
    """A digest of all that decides the images: printed labels, exact amounts, style tokens used, and the drawing code.

    The chart's `repr` holds every amount digit by digit and is the same in every run.
    """
    return sha256("\0".join((repr(chart), repr(ink(chart, style)), drawing_version())).encode()).hexdigest()


def _read(entry: Path) -> ImageFile | None:
    """The images of an entry; None when there is none or it is not whole."""
    try:
        kept = entry.read_bytes()
    except OSError:
        return None
    digest, content = kept[:_DIGEST], kept[_DIGEST:]
    if sha256(content).hexdigest().encode() != digest:
        return None
    sizes, _, images = content.partition(b"\n")
    length, width, height = sizes.split()
    return ImageFile(images[int(length) :], images[: int(length)], float(width), float(height))


def _keep(entry: Path, images: ImageFile) -> None:
    """Written whole under another name first, so that no reader meets half an entry."""
    svg = images.svg or b""
    sizes = f"{len(svg)} {images.width_cm!r} {images.height_cm!r}\n".encode()
    content = sizes + svg + images.png
    draft = entry.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        try:
            draft.write_bytes(sha256(content).hexdigest().encode() + content)
            draft.replace(entry)
        finally:
            draft.unlink(missing_ok=True)

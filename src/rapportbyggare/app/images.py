"""The images of a document: charts drawn or taken from the cache, pictures and logotype read."""

from pathlib import Path

from rapportbyggare.charts.cache import drawn
from rapportbyggare.core.blocks import ChartFigure, Picture
from rapportbyggare.core.document import Document
from rapportbyggare.core.images import ImageFile
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.style import Style
from rapportbyggare.core.walk import all_blocks
from rapportbyggare.reading.style import FILE as STYLE
from rapportbyggare.sources.text import read_bytes
from rapportbyggare.word.pictures import read_picture


def images_of(
    document: Document, style: Style, folder: Path, cache: Path | None
) -> tuple[dict[str, ImageFile], tuple[Problem, ...]]:
    """Every image by the key its block bears (a picture without key, and the logotype, by path)."""
    found: dict[str, ImageFile] = {}
    problems: list[Problem] = []
    for section in document.sections:
        for block in all_blocks(section.blocks):
            match block:
                case ChartFigure():
                    images = drawn(block.chart, style, cache)
                    found[block.key] = ImageFile(images.png, images.svg, images.width_cm, images.height_cm)
                case Picture():
                    _picture(folder, block.path, block.key or block.path, block.place, found, problems)
                case _:
                    pass
    if style.logo_file:
        _picture(folder, style.logo_file, style.logo_file, Place(STYLE), found, problems)
    return found, tuple(problems)


def _picture(folder: Path, path: str, key: str, place: Place, found: dict[str, ImageFile], problems: list[Problem]) -> None:
    content, faults = read_bytes(folder, path)
    problems += [Problem(fault.code, place, fault.message, fault.expected, fault.remedy) for fault in faults]
    if content is None:
        return
    image, more = read_picture(content, path, place)
    problems += more
    if image is not None:
        found[key] = image

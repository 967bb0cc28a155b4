"""The images of a document: charts drawn or taken from the cache, pictures and logotype read."""

from pathlib import Path

from rapportbyggare.app.files import read_named
from rapportbyggare.app.keyplaces import key_place
from rapportbyggare.charts.cache import drawn
from rapportbyggare.core.blocks import ChartFigure, Picture
from rapportbyggare.core.document import Document
from rapportbyggare.core.images import ImageFile, chart_name, picture_name
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.style import Style
from rapportbyggare.core.text import DocumentLeaf
from rapportbyggare.core.walk import all_blocks
from rapportbyggare.reading.style import FILE as STYLE
from rapportbyggare.word.pictures import read_picture


def pictures_of(document: Document, style: Style, folder: Path) -> tuple[dict[str, ImageFile], tuple[Problem, ...]]:
    """The author's pictures and the logotype."""
    found: dict[str, ImageFile] = {}
    problems: list[Problem] = []
    named = [(block.path, block.place) for block in _pictures(document)]
    if style.logo_file:
        named.append((style.logo_file, key_place(folder, STYLE, "logotyp", "fil")))
    for path, place in named:
        image, faults = _picture(folder, path, place)
        problems += faults
        if image is not None:
            found[picture_name(path)] = image
    return found, tuple(problems)


def picture_files(document: Document, style: Style) -> tuple[str, ...]:
    """The paths of the author's pictures and the logotype."""
    return (*(block.path for block in _pictures(document)), *([style.logo_file] if style.logo_file else []))


def charts_of(document: Document, style: Style, cache: Path | None) -> dict[str, ImageFile]:
    """The charts, from `cache` where it has them."""
    found: dict[str, ImageFile] = {}
    for section in document.sections:
        for block in all_blocks(section.blocks):
            if isinstance(block, ChartFigure):
                images = drawn(block.chart, style, cache)
                found[chart_name(block.key)] = ImageFile(images.png, images.svg, images.width_cm, images.height_cm)
    return found


def _pictures(document: Document) -> list[Picture[DocumentLeaf]]:
    return [block for section in document.sections for block in all_blocks(section.blocks) if isinstance(block, Picture)]


def _picture(folder: Path, path: str, place: Place) -> tuple[ImageFile | None, tuple[Problem, ...]]:
    content, problems = read_named(folder, path, place)
    return read_picture(content, path, place) if content is not None else (None, problems)

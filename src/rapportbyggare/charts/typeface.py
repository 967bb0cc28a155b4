"""The shipped typeface, Carlito (metrically the same as Calibri): widths and outlines of texts.

Letters stand at their own advance widths, so the result depends on nothing but the font files: no language, no
installed fonts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rapportbyggare.charts.scene import Words

if TYPE_CHECKING:
    from matplotlib.path import Path as Outline

FONTS = Path(__file__).with_name("fonts")
_EM = 100.0
_STAND_INS = {"\u00a0": " ", "\u2011": "-", "\u00ad": "-"}


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter at _EM points: its advance width, and its outline as corners and path codes (numpy arrays)."""

    advance: float
    vertices: Any
    codes: Any


@dataclass(frozen=True, slots=True)
class Typeface:
    """Regular and bold letters, each looked up once."""

    glyph: Callable[[str, bool], Glyph]

    def width(self, text: str, size: float, bold: bool) -> float:
        """The width in points of a text."""
        return sum(self.glyph(letter, bold).advance for letter in text) * size / _EM

    def outline(self, words: Words) -> "Outline":
        """The text as one filled path in place on the sheet."""
        import numpy
        from matplotlib.path import Path as Outline

        share, pen = words.size / _EM, -self.width(words.text, words.size, words.bold) * words.anchor.value
        corners, codes = [numpy.empty((0, 2))], [numpy.empty(0, numpy.uint8)]
        for letter in words.text:
            glyph = self.glyph(letter, words.bold)
            corners.append(glyph.vertices * share + (pen, 0.0))
            codes.append(glyph.codes)
            pen += glyph.advance * share
        placed = numpy.add(_turned(numpy.concatenate(corners), words.upright), (words.x, words.y))
        return Outline(placed.round(2), numpy.concatenate(codes))


def shipped() -> Typeface:
    """The typeface of the package's own font files."""
    from matplotlib.ft2font import FT2Font

    faces = {bold: FT2Font(str(FONTS / name)) for bold, name in ((False, "Carlito-Regular.ttf"), (True, "Carlito-Bold.ttf"))}
    for face in faces.values():
        face.set_size(_EM, 72)

    @cache
    def glyph(letter: str, bold: bool) -> Glyph:
        return _glyph(faces[bold], letter)

    return Typeface(glyph)


def _glyph(face: Any, letter: str) -> Glyph:
    from matplotlib.ft2font import LoadFlags

    shape = face.load_glyph(face.get_char_index(ord(_STAND_INS.get(letter, letter))), LoadFlags.NO_HINTING)
    vertices, codes = face.get_path()
    return Glyph(shape.linearHoriAdvance / 65536, vertices, codes)


def _turned(corners: Any, upright: bool) -> Any:
    """A quarter turn to the left for upright text."""
    return corners[:, ::-1] * (-1.0, 1.0) if upright else corners

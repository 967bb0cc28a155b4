"""From a scene to the bytes of an SVG and a PNG, through matplotlib's own renderers; no figure, axes or font search."""

from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

from rapportbyggare.charts.scene import Area, Dot, Mark, Scene, Stroke, Words
from rapportbyggare.charts.typeface import Typeface

if TYPE_CHECKING:
    from matplotlib.backend_bases import GraphicsContextBase, RendererBase
    from matplotlib.path import Path
    from matplotlib.transforms import Affine2D

PNG_DPI = 200
_POINTS = 72
_SALT = "rapportbyggare"
_PROLOGUE = '<?xml version="1.0" encoding="utf-8"?>\n'


def settings() -> dict[Any, Any]:
    """Matplotlib's factory settings with the few of ours; nothing of a user's own settings file is left."""
    import matplotlib

    ours = {"svg.hashsalt": _SALT, "path.simplify": False}
    return {name: value for name, value in matplotlib.rcParamsDefault.items() if name != "backend"} | ours


def svg(scene: Scene, typeface: Typeface) -> bytes:
    """The scene as SVG, texts as outlines, without date or program name."""
    from matplotlib.backends import backend_svg

    out = StringIO()
    nothing = {"Date": None, "Creator": None, "Format": None, "Type": None}
    make: Any = backend_svg.RendererSVG
    renderer = make(scene.width, scene.height, out, image_dpi=PNG_DPI, metadata=nothing)
    _paint(scene, typeface, renderer, 1.0)
    renderer.finalize()
    return (_PROLOGUE + _body(out.getvalue())).encode("utf-8")


def _body(text: str) -> str:
    """Without the document type declaration, which readers of packages refuse."""
    return text[text.index("<svg") :]


def png(scene: Scene, typeface: Typeface) -> bytes:
    """The scene as PNG on white at PNG_DPI dots an inch."""
    from matplotlib.backends import backend_agg
    from PIL import Image

    scale = PNG_DPI / _POINTS
    make: Any = backend_agg.RendererAgg
    renderer = make(round(scene.width * scale), round(scene.height * scale), PNG_DPI)
    _paint(scene, typeface, renderer, scale)
    size = (int(renderer.width), int(renderer.height))
    out = BytesIO()
    image = Image.frombuffer("RGBA", size, renderer.buffer_rgba(), "raw", "RGBA", 0, 1)
    image.convert("RGB").save(out, "PNG", dpi=(PNG_DPI, PNG_DPI), compress_level=3)
    return out.getvalue()


def _paint(scene: Scene, typeface: Typeface, renderer: "RendererBase", scale: float) -> None:
    from matplotlib.transforms import Affine2D

    zoom = Affine2D().scale(scale)
    sheet = Area(((0, 0), (scene.width, 0), (scene.width, scene.height), (0, scene.height)), "#FFFFFF")
    for mark in (sheet, *scene.marks):
        _mark(mark, typeface, renderer, zoom)


def _mark(mark: Mark, typeface: Typeface, renderer: "RendererBase", zoom: "Affine2D") -> None:
    match mark:
        case Area(corners, colour):
            renderer.draw_path(_filling(renderer), _path((corners,), True), zoom, _rgb(colour))
        case Stroke(lines):
            renderer.draw_path(_pen(renderer, mark), _path(lines, False), zoom)
        case Words(text):
            if text:
                renderer.draw_path(_filling(renderer), typeface.outline(mark), zoom, _rgb(mark.colour))


def _filling(renderer: "RendererBase") -> "GraphicsContextBase":
    gc = renderer.new_gc()
    gc.set_linewidth(0.0)
    return gc


def _pen(renderer: "RendererBase", stroke: Stroke) -> "GraphicsContextBase":
    gc = renderer.new_gc()
    gc.set_linewidth(stroke.width)
    gc.set_foreground(_rgb(stroke.colour), isRGBA=True)
    gc.set_capstyle("butt")
    gc.set_joinstyle("miter")
    gc.set_dashes(0, stroke.dashes or None)
    return gc


def _path(lines: tuple[tuple[Dot, ...], ...], closed: bool) -> "Path":
    """All the lines as one path; a closed one ends where it began."""
    from matplotlib.path import Path

    codes: list[Any] = []
    dots: list[Dot] = []
    for line in lines:
        codes += [Path.MOVETO] + [Path.LINETO] * (len(line) - 1) + [Path.CLOSEPOLY] * closed
        dots += [*line, line[0]] if closed else line
    return Path(dots, codes) if dots else Path([(0.0, 0.0)])


def _rgb(colour: str) -> tuple[float, float, float, float]:
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255, 1.0

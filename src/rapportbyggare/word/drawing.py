"""Pictures in line with the text, each with a text alternative."""

from hashlib import sha256
from typing import NamedTuple

from rapportbyggare.core.images import ImageFile
from rapportbyggare.word.geometry import emu
from rapportbyggare.word.namespaces import ASVG, PIC, WP, A
from rapportbyggare.word.ooxml import escape, run
from rapportbyggare.word.relations import Relation
from rapportbyggare.word.scope import Scope, related

EMU_PER_TWIP = 635
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


class Drawing(NamedTuple):
    """A picture placed: relationship ids, number and name in the document, text alternative, size in EMU."""

    raster: str
    vector: str
    number: int
    name: str
    description: str
    width: int
    height: int


def picture_run(scope: Scope, image: ImageFile, kind: str, description: str) -> str:
    """A run holding the picture, no wider than the text; `kind` ("Diagram", "Bild") names it."""
    raster = media(scope, image.png, image.extension)
    vector = media(scope, image.svg, "svg") if image.svg else ""
    number = next(scope.record.drawing_numbers)
    width, height = fitted(emu(image.width_cm), emu(image.height_cm), scope.width * EMU_PER_TWIP)
    return run(drawing_xml(Drawing(raster, vector, number, f"{kind} {number}", description, width, height)))


def fitted(width: int, height: int, room: int) -> tuple[int, int]:
    """A size scaled down to the room, if it is too wide."""
    return (width, height) if width <= room else (room, round(height * room / width))


def media(scope: Scope, content: bytes, extension: str) -> str:
    """The relationship to a media part named by its content."""
    name = f"media/{sha256(content).hexdigest()[:16]}.{extension}"
    scope.record.media[name] = content
    return related(scope, Relation("image", name))


def drawing_xml(drawing: Drawing) -> str:
    """`w:drawing` with an inline picture."""
    size = f'cx="{drawing.width}" cy="{drawing.height}"'
    words = f'id="{drawing.number}" name="{escape(drawing.name)}" descr="{escape(drawing.description)}"'
    return (
        f'<w:drawing><wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr {words}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}"><pic:pic xmlns:pic="{PIC}">'
        f"<pic:nvPicPr><pic:cNvPr {words}/><pic:cNvPicPr/></pic:nvPicPr>{fill_xml(drawing)}"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def fill_xml(drawing: Drawing) -> str:
    """The raster picture, with the vector one for readers that know it."""
    svg = f'<asvg:svgBlip xmlns:asvg="{ASVG}" r:embed="{drawing.vector}"/>'
    extension = f'<a:extLst><a:ext uri="{SVG_EXTENSION}">{svg}</a:ext></a:extLst>' if drawing.vector else ""
    blip = f'<a:blip r:embed="{drawing.raster}">{extension}</a:blip>'
    return f"<pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"

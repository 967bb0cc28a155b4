"""What is drawn or embedded in a file: pictures with their bytes, and whatever else there is, whole."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from rapportbyggare.core.blocks import Opaque
from rapportbyggare.core.images import ImageFile
from rapportbyggare.word.lint.elements import DRAWING, w
from rapportbyggare.word.namespaces import ASVG, PIC, WP, A, R
from rapportbyggare.word.template.package import Package, Source, root_of
from rapportbyggare.word.values import number

if TYPE_CHECKING:
    from lxml.etree import _Element

EMU_PER_CM = 360000
VML = "{urn:schemas-microsoft-com:vml}"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
DATA = f"{{{A}}}graphicData"
BLIP, SVG_BLIP = f"{{{A}}}blip", f"{{{ASVG}}}svgBlip"
EMBED = f"{{{R}}}embed"
RASTERS = {"png": "png", "jpg": "jpeg", "jpeg": "jpeg", "gif": "gif"}
KINDS = {
    "chart": "diagram gjort i Word",
    "diagram": "SmartArt",
    "wordprocessingShape": "textruta",
    "wordprocessingGroup": "grupp av former",
    "wordprocessingCanvas": "rityta",
    "wordprocessingInk": "handskrift",
}
OTHER = "ritat föremål"
CHART_VALUE = "{http://schemas.openxmlformats.org/drawingml/2006/chart}v"


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as it stands in a file; `kind` is what the file calls it ("Diagram 1")."""

    image: ImageFile
    alt: str
    name: str
    kind: str


def shown_in(element: "_Element", package: Package, relations: Mapping[str, Source]) -> "Shown | Opaque":
    """What is drawn or embedded: a picture of a kind that is read, or something kept whole."""
    if element.tag == w("drawing"):
        return _drawing(element, package, relations)
    if element.tag == w("object"):
        return opaque("inbäddat objekt", element, package, relations)
    if element.tag == w("pict"):
        image = next(element.iter(f"{VML}imagedata"), None)
        words = any((text.text or "").strip() for text in element.iter(w("t")))
        return opaque("bild" if image is not None and not words else "textruta" if words else OTHER, element, package, relations)
    return opaque("formel", element, package, relations)


def _drawing(drawing: "_Element", package: Package, relations: Mapping[str, Source]) -> "Shown | Opaque":
    data = next(drawing.iter(DATA), None)
    kind = "" if data is None else data.get("uri", "")
    if kind != PIC:
        return opaque(KINDS.get(kind.rpartition("/")[2], OTHER), drawing, package, relations)
    blips = {str(blip.tag): blip for blip in drawing.iter(BLIP, SVG_BLIP)}
    raster = media(blips.get(BLIP), package, relations)
    if raster is None or raster[1] not in RASTERS:
        return opaque("bild", drawing, package, relations)
    vector = media(blips.get(SVG_BLIP), package, relations)
    width, height = _size(drawing)
    image = ImageFile(raster[0], vector[0] if vector else None, width, height, RASTERS[raster[1]])
    named = next(drawing.iter(DRAWING), None)
    kind = "" if named is None else named.get("name", "")
    return Shown(image, _said(drawing), f"media/{digest_of(raster[0])[:16]}.{image.extension}", kind)


def _size(drawing: "_Element") -> tuple[float, float]:
    extent = next(drawing.iter(f"{{{WP}}}extent"), None)
    lengths = (0, 0) if extent is None else (number(extent.get("cx")) or 0, number(extent.get("cy")) or 0)
    return lengths[0] / EMU_PER_CM, lengths[1] / EMU_PER_CM


def _said(drawing: "_Element") -> str:
    found = next(drawing.iter(DRAWING), None)
    return "" if found is None else found.get("descr", "")


def media(blip: "_Element | None", package: Package, relations: Mapping[str, Source]) -> tuple[bytes, str] | None:
    """The bytes that a picture shows, and the extension of their name; None for what lies outside the package."""
    source = None if blip is None else relations.get(blip.get(EMBED, ""))
    if source is None or source.external or source.target not in package.entries:
        return None
    return package.entries[source.target], source.target.rpartition(".")[2].lower()


def opaque(kind: str, element: "_Element", package: Package, relations: Mapping[str, Source]) -> Opaque:
    """Something kept whole: its words, and a digest of them and of all that it holds elsewhere in the package."""
    parts = list(_related(element, package, relations))
    words = " ".join((*_words(element), *(word for name, part in parts for word in _part_words(name, part)))).strip()
    contents = [digest_of(part) for name, part in parts if not name.endswith(".xml")]
    linked = [source.target for source in _sources(element, relations) if source.external]
    return Opaque(kind, words, digest_of("\n".join((kind, words, *contents, *linked)).encode("utf-8", "replace")))


def digest_of(content: bytes) -> str:
    """A digest of bytes."""
    return sha256(content).hexdigest()


def _words(element: "_Element") -> Iterator[str]:
    if alt := _said(element):
        yield alt
    for paragraph in element.iter(w("p")):
        if words := "".join(text.text or "" for text in paragraph.iter(w("t"))).strip():
            yield words
    if formula := "".join(text.text or "" for text in element.iter(MATH_TEXT)):
        yield formula


def _sources(element: "_Element", relations: Mapping[str, Source]) -> Iterator[Source]:
    for inner in element.iter("*"):
        for name, ident in inner.attrib.items():
            if str(name).startswith(f"{{{R}}}") and (source := relations.get(str(ident))) is not None:
                yield source


def _related(element: "_Element", package: Package, relations: Mapping[str, Source]) -> Iterator[tuple[str, bytes]]:
    for source in _sources(element, relations):
        if not source.external and source.target in package.entries:
            yield source.target, package.entries[source.target]


def _part_words(name: str, part: bytes) -> Iterable[str]:
    root = root_of(part) if name.endswith(".xml") else None
    if root is None:
        return ()
    return [text for item in root.iter(CHART_VALUE, f"{{{A}}}t") if (text := (item.text or "").strip())]

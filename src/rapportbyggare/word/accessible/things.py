"""Pictures and links: what stands for them to one who does not see them. Points 6 and 7 of the list."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.word.accessible import whole_messages as messages
from rapportbyggare.word.accessible.file import BOXED, Inspected, words
from rapportbyggare.word.namespaces import MC, WP, R, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_W, _WP, _R = f"{{{W}}}", f"{{{WP}}}", f"{{{R}}}"
VML = "{urn:schemas-microsoft-com:vml}"
FALLBACK = f"{{{MC}}}Fallback"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
LONGEST_ALT = 250
FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|emf|wmf|tiff?|bmp)\.?", re.IGNORECASE)
ADDRESS = re.compile(
    r"https?:|www\.|mailto:|\w@\w|\S\.(?:pdf|docx?|xlsx?|pptx?|html?)\b|^\S+\.(?:se|com|org|nu|eu)$", re.IGNORECASE
)
EMPTY_WORDS = re.compile(r"(?:klicka )?här|läs mer(?: här)?|länk(?:en)?|mer(?: information| info)?|se här", re.IGNORECASE)


def picture_findings(file: Inspected) -> Iterator[Problem]:
    """Pictures without alternative, or floating; text boxes."""
    for paragraph, place in _placed(file):
        for drawing in paragraph.iter(_W + "drawing"):
            if next(drawing.iterancestors(FALLBACK), None) is None and next(drawing.iter(BOXED), None) is None:
                yield from _of_drawing(drawing, place)
        for shape in paragraph.iter(VML + "imagedata"):
            holder = shape.getparent()
            if next(shape.iterancestors(FALLBACK), None) is None and (holder is None or not holder.get("alt")):
                yield messages.no_alt(place)
        for box in paragraph.iter(BOXED):
            if next(box.iterancestors(FALLBACK), None) is None and (text := words(box).strip()):
                yield messages.text_box(place, text)


def _of_drawing(drawing: "_Element", place: Place) -> Iterator[Problem]:
    properties = next(drawing.iter(_WP + "docPr"), None)
    alt = "" if properties is None else (properties.get("descr") or "").strip()
    if not alt and not _decorative(drawing):
        yield messages.no_alt(place)
    elif FILE_NAME.fullmatch(alt):
        yield messages.bad_alt(place, alt)
    elif len(alt) > LONGEST_ALT:
        yield messages.long_alt(place, alt, LONGEST_ALT)
    if drawing.find(_WP + "anchor") is not None and not _decorative(drawing):
        yield messages.floating(place)


def _decorative(drawing: "_Element") -> bool:
    return any(mark.get("val") in ("1", "true") for mark in drawing.iter(DECORATIVE))


def _placed(file: Inspected) -> "Iterator[tuple[_Element, Place]]":
    for para in file.paras:
        yield para.element, file.place(para.where)


def link_findings(file: Inspected) -> Iterator[Problem]:
    """Links whose words are an address, say nothing, or are the same as another's."""
    seen: dict[str, str] = {}
    for text, target, place in _links(file):
        if not text.strip():
            continue
        if ADDRESS.search(text.strip()):
            yield messages.bare_link(place, text)
        elif EMPTY_WORDS.fullmatch(text.strip(" .›»→")):
            yield messages.empty_link(place, text)
        elif seen.setdefault(text.strip(), target) != target:
            yield messages.same_link_text(place, text)


def _links(file: Inspected) -> Iterator[tuple[str, str, Place]]:
    """Links to other places than the file itself: their words and where they lead."""
    main = file.package.relations(file.package.main)
    for paragraph, place in _placed(file):
        for link in paragraph.iter(_W + "hyperlink"):
            source = main.get(link.get(_R + "id", ""))
            if source is not None and source.external:
                yield words(link), source.target, place
    for part, root in file.notes.items():
        own = file.package.relations(part)
        for link in root.iter(_W + "hyperlink"):
            if (led := own.get(link.get(_R + "id", ""))) is not None and led.external:
                yield words(link), led.target, file.place("fotnoterna")

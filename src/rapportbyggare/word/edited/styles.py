"""Which paragraphs of a file are headings, whatever its program calls its styles."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapportbyggare.word.namespaces import W
from rapportbyggare.word.template.package import Package, root_of
from rapportbyggare.word.values import number

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
VAL = _W + "val"
NAMED = re.compile(r"(heading|rubrik) [1-9]", re.IGNORECASE)
BODY = 9
DEEPEST = 20


@dataclass(frozen=True, slots=True)
class HeadStyle:
    """What tells whether a paragraph style is a heading's: its name, its outline level (None: its base's), its base."""

    name: str
    outline: int | None
    base: str


def head_styles(package: Package) -> Mapping[str, HeadStyle]:
    """The paragraph styles by id."""
    root = root_of(package.related("styles") or b"")
    found = [] if root is None else root.iterchildren(_W + "style")
    return {style.get(_W + "styleId", ""): _style(style) for style in found if style.get(_W + "type") == "paragraph"}


def is_heading(paragraph: "_Element", styles: Mapping[str, HeadStyle]) -> bool:
    """Whether a paragraph is a heading: by its own outline level, else by its style."""
    return heading_level(paragraph, styles) is not None


def heading_level(paragraph: "_Element", styles: Mapping[str, HeadStyle]) -> int | None:
    """A heading's level, 1 the highest: by its own outline level, else by its style; None for what is no heading."""
    properties = paragraph.find(_W + "pPr")
    if properties is None:
        return None
    own = _number(properties.find(_W + "outlineLvl"))
    if own is not None:
        return own + 1 if own < BODY else None
    style = _value(properties.find(_W + "pStyle"))
    for _ in range(DEEPEST):
        known = styles.get(style)
        if known is None:
            return None
        if known.outline is not None:
            return known.outline + 1 if known.outline < BODY else None
        if NAMED.fullmatch(known.name):
            return int(known.name[-1])
        style = known.base
    return None


def _style(style: "_Element") -> HeadStyle:
    outline = _number(style.find(f"{_W}pPr/{_W}outlineLvl"))
    return HeadStyle(_value(style.find(_W + "name")), outline, _value(style.find(_W + "basedOn")))


def _value(element: "_Element | None") -> str:
    return "" if element is None else element.get(VAL, "")


def _number(element: "_Element | None") -> int | None:
    value = number(_value(element))
    return value if value is not None and value >= 0 else None

"""Elements as markup and back: what a merged document is put together of."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from rapportbyggare.word.namespaces import PIC, WP, A, R, W

if TYPE_CHECKING:
    from lxml.etree import _Element

SPACES = {"w": W, "r": R, "wp": WP, "a": A, "pic": PIC}
# Declared by the root of every part of ours: said once more they say nothing.
DECLARED = re.compile(r'(<[\w:]+)((?: xmlns:(?:w|r|wp|a|pic)="[^"]*")+)')
SHORT = 800
LIVE = re.compile(r"<(/?)w:(t|instrText)(?=[ />])")
GONE = {"t": "delText", "instrText": "delInstrText"}


def tostring(element: "_Element") -> str:
    """An element as lxml writes it."""
    return etree.tostring(element, encoding="unicode", with_tail=False)


def markup(element: "_Element") -> str:
    """An element as it is written within one of our parts."""
    written = tostring(element)
    return bare(written) if len(written) < SHORT else DECLARED.sub(r"\1", written)


@lru_cache(maxsize=8192)
def bare(written: str) -> str:
    """Markup without what the root declares; properties are few, and come again and again."""
    return DECLARED.sub(r"\1", written)


def inner(element: "_Element | None") -> str:
    """The children of an element as markup."""
    return "" if element is None else "".join([markup(child) for child in element])


def opening(element: "_Element") -> str:
    """An element's first tag."""
    return markup(element).partition(">")[0].removesuffix("/") + ">"


@lru_cache(maxsize=4096)
def deleted(words: str) -> str:
    """Runs as they are written where they are deleted."""
    return LIVE.sub(lambda found: f"<{found[1]}w:{GONE[found[2]]}", words)


def same_spaces(root: "_Element") -> bool:
    """Whether a part's root declares what ours do."""
    return {prefix: space for prefix, space in root.nsmap.items() if prefix in SPACES} == SPACES

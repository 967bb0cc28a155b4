"""What is left of fields that were deleted in part."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.revisions.names import drop

if TYPE_CHECKING:
    from lxml.etree import _Element

MARK, KIND, CODE = w("fldChar"), w("fldCharType"), w("instrText")


def without_loose_codes(root: "_Element") -> None:
    """Instructions that stand in no field any more go: shown, they would be read as text."""
    for code in list(loose_codes(root)):
        drop(code)


def loose_codes(root: "_Element") -> "Iterator[_Element]":
    """Instructions outside fields."""
    depth = 0
    for element in root.iter(MARK, CODE):
        if element.tag == CODE:
            yield from [] if depth else [element]
        elif element.get(KIND) == "begin":
            depth += 1
        elif element.get(KIND) == "end":
            depth = max(0, depth - 1)

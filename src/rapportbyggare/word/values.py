"""Small steps in the tree of a file that others have made, where nothing is sure to be as it should."""

from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import w

if TYPE_CHECKING:
    from lxml.etree import _Element

VALUE = w("val")
OFF = frozenset({"0", "false", "off"})
LONGEST = 9


def number(text: str | None) -> int | None:
    """A whole number that a file gives, None for anything else; none in Word has more digits."""
    digits = (text or "").removeprefix("-")
    return int(text or "") if digits.isascii() and digits.isdigit() and len(digits) <= LONGEST else None


def said(element: "_Element | None", *path: str) -> str:
    """The value of the element at the end of a path of names below another, "" when there is none."""
    for name in path:
        element = None if element is None else element.find(w(name))
    return "" if element is None else element.get(VALUE, "")


def switch(properties: "_Element | None", name: str) -> bool | None:
    """Whether a property is on or off; None when nothing is said."""
    found = None if properties is None else properties.find(w(name))
    return None if found is None else found.get(VALUE, "1") not in OFF

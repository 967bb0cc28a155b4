"""A template's lists with ours added after them."""

from collections.abc import Callable

from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.look import NumberingIds
from rapportbyggare.word.numbering import UNBOUND, numbering_part
from rapportbyggare.word.template.package import root_of


def list_ids(numbering: bytes | None, headings_numbered: bool) -> tuple[NumberingIds, int]:
    """Numbers for our lists that none of the template's has, and that of the chapter list.

    `headings_numbered` tells that the template's heading styles number themselves.
    """
    first = highest(numbering, "num", "numId")
    chapters = first + 1
    return NumberingIds(
        headings=None if headings_numbered else chapters,
        appendix=first + 2,
        bullets=first + 3,
        silent=first + 4,
        ordered=highest(numbering, "abstractNum", "abstractNumId") + 5,
        first_free=first + 5,
    ), chapters


def highest(numbering: bytes | None, element: str, attribute: str) -> int:
    """The highest number given out, 0 if none is."""
    root = None if numbering is None else root_of(numbering)
    found = [] if root is None else [int(item.get(w(attribute), "0")) for item in root.findall(w(element))]
    return max(found, default=0)


def with_own_lists(numbering: bytes | None) -> Callable[[list[int]], str]:
    """A function from the starts of numbered lists to the numbering part."""

    def merged(list_starts: list[int]) -> str:
        from lxml import etree

        first, abstract = highest(numbering, "num", "numId"), highest(numbering, "abstractNum", "abstractNumId")
        own = numbering_part(list_starts, UNBOUND, first, abstract)
        root = None if numbering is None else root_of(numbering)
        if root is None:
            return own
        added = etree.fromstring(own.encode())
        instances = root.findall(w("num"))
        place = root.index(instances[0]) if instances else len(root)
        for item in reversed(added.findall(w("abstractNum"))):
            root.insert(place, item)
        after = max((root.index(item) for item in root.findall(w("num"))), default=len(root) - 1)
        for item in reversed(added.findall(w("num"))):
            root.insert(after + 1, item)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).decode()

    return merged

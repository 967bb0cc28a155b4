"""The edition map of a draft, found by its namespace: programs rename the part it lies in."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from rapportbyggare.core.edited import EditionMap
from rapportbyggare.core.figure import FactKey
from rapportbyggare.word.names import ANCHOR
from rapportbyggare.word.namespaces import EDITION
from rapportbyggare.word.properties import CONTENT, FINGERPRINT
from rapportbyggare.word.template.package import Package, root_of
from rapportbyggare.word.values import number

if TYPE_CHECKING:
    from lxml.etree import _Element

Series = Mapping[str, "_Element"]

_MAP = f"{{{EDITION}}}"
CREATED = "{http://purl.org/dc/terms/}created"
DATE = len("2025-09-15")


def edition_map_of(package: Package) -> EditionMap | None:
    """What the draft says of its data and its anchors; None when it says nothing."""
    root = map_of(package)
    if root is None:
        return None
    named = {item.get("nr", ""): item.get("namn", "") for item in root.iter(f"{_MAP}leverans")}
    every, series = list(root.iter(f"{_MAP}varde")), series_of(root)
    blocks = {item.get("bokmarke", ""): (item.get("slag", ""), item.get("nyckel", "")) for item in root.iter(f"{_MAP}block")}
    names = {nr: name for text, name in named.items() if (nr := number(text)) is not None}
    return EditionMap(
        root.get("uppgifterper", ""),
        root.get("fingeravtryck", ""),
        tuple(names),
        {bookmark_of(item): (item.get("id", ""), item.get("text", "")) for item in every},
        blocks,
        names,
        {item.get("id", ""): facts for item in every if (facts := tuple(_fact(one, series) for one in facts_of(item)))},
        {item.get("bokmarke", ""): item.get("nyckel", "") for item in root.iter(f"{_MAP}mal")},
        tuple((item.get("namn", ""), item.get("ord", "")) for item in root.iter(f"{_MAP}not")),
        root.get("innehall", ""),
    )


def map_of(package: Package) -> "_Element | None":
    """The map as it stands in the package."""
    parts = (content for name, content in package.entries.items() if name.startswith("customXml/") and name.endswith(".xml"))
    return next((root for part in parts if (root := root_of(part)) is not None and root.tag == f"{_MAP}utgava"), None)


def newest_deliveries(package: Package) -> dict[str, int]:
    """The newest delivery of each value's facts, by its bookmark; those without any are left out."""
    root = map_of(package)
    if root is None:
        return {}
    series = series_of(root)
    newest = {
        bookmark_of(value): max([_newest(fact, series) for fact in facts_of(value)], default=0)
        for value in root.iter(f"{_MAP}varde")
    }
    return {name: delivery for name, delivery in newest.items() if delivery}


def bookmark_of(value: "_Element") -> str:
    """The name of a value's bookmark: made of its id, if no other is told."""
    return value.get("bokmarke", ANCHOR + value.get("id", ""))


def series_of(root: "_Element") -> Series:
    """What the facts of each series have in common, by its number."""
    return {item.get("nr", ""): item for item in root.iter(f"{_MAP}serie")}


def facts_of(value: "_Element") -> "Iterable[_Element]":
    """The elements that tell a value's facts: itself if it has one, else those in it."""
    return (value,) if "serie" in value.attrib else value.iterchildren(f"{_MAP}uppgift")


def _fact(fact: "_Element", series: Series) -> FactKey:
    common = _common(fact, series)
    return FactKey(common.get("indikator", ""), common.get("matt", ""), number(common.get("ar")) or 0, fact.get("plats", ""))


def _newest(fact: "_Element", series: Series) -> int:
    numbers = [number(text) or 0 for text in _common(fact, series).get("leverans", "").split()]
    return max(numbers, default=0)


def _common(fact: "_Element", series: Series) -> "_Element":
    """What tells the rest of a fact: its series, or itself in files of before there were any."""
    return series.get(fact.get("serie", ""), fact)


def fingerprint_of(package: Package) -> str:
    """A final document's fingerprint, "" when it has none."""
    return own_properties(package).get(FINGERPRINT, "")


def content_of(package: Package) -> str:
    """The digest of a final document's text as it was written, "" when it has none."""
    return own_properties(package).get(CONTENT, "")


def own_properties(package: Package) -> Mapping[str, str]:
    """The properties that a file has beside those that every file has, by name."""
    root = _root(package, "docProps/custom.xml")
    items = [] if root is None else root.iterchildren("*")
    return {item.get("name", ""): "".join(str(text) for text in item.itertext()) for item in items}


def created_of(package: Package) -> str:
    """The date in the file's properties on which it says that it was made (ISO, "" for none)."""
    root = _root(package, "docProps/core.xml")
    found = None if root is None else root.find(CREATED)
    return "" if found is None else (found.text or "")[:DATE]


def _root(package: Package, name: str) -> "_Element | None":
    content = package.entries.get(name)
    return None if content is None else root_of(content)

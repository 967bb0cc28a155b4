"""The edition map of a draft, found by its namespace: programs rename the part it lies in."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rapportbyggare.core.edited import EditionMap
from rapportbyggare.core.figure import FactKey
from rapportbyggare.word.namespaces import EDITION
from rapportbyggare.word.properties import CONTENT, FINGERPRINT
from rapportbyggare.word.template.package import Package, root_of
from rapportbyggare.word.values import number

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAP = f"{{{EDITION}}}"
CREATED = "{http://purl.org/dc/terms/}created"
DATE = len("2025-09-15")


def edition_map_of(package: Package) -> EditionMap | None:
    """What the draft says of its data and its anchors; None when it says nothing."""
    parts = (content for name, content in package.entries.items() if name.startswith("customXml/") and name.endswith(".xml"))
    root = next((root for part in parts if (root := root_of(part)) is not None and root.tag == f"{_MAP}utgava"), None)
    if root is None:
        return None
    named = {item.get("nr", ""): item.get("namn", "") for item in root.iter(f"{_MAP}leverans")}
    values = {item.get("bokmarke", ""): (item.get("id", ""), item.get("text", "")) for item in root.iter(f"{_MAP}varde")}
    blocks = {item.get("bokmarke", ""): (item.get("slag", ""), item.get("nyckel", "")) for item in root.iter(f"{_MAP}block")}
    names = {nr: name for text, name in named.items() if (nr := number(text)) is not None}
    return EditionMap(
        root.get("uppgifterper", ""),
        root.get("fingeravtryck", ""),
        tuple(names),
        values,
        blocks,
        names,
        {item.get("id", ""): _facts(item) for item in root.iter(f"{_MAP}varde") if len(item)},
        {item.get("bokmarke", ""): item.get("nyckel", "") for item in root.iter(f"{_MAP}mal")},
        tuple((item.get("namn", ""), item.get("ord", "")) for item in root.iter(f"{_MAP}not")),
        root.get("innehall", ""),
    )


def _facts(value: "_Element") -> tuple[FactKey, ...]:
    return tuple(
        FactKey(item.get("indikator", ""), item.get("matt", ""), number(item.get("ar")) or 0, item.get("plats", ""))
        for item in value.iterchildren(f"{_MAP}uppgift")
    )


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

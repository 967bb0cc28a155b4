"""The edition map of a draft, found by its namespace: programs rename the part it lies in."""

from typing import TYPE_CHECKING

from rapportbyggare.core.edited import EditionMap
from rapportbyggare.word.namespaces import EDITION
from rapportbyggare.word.template_package import Package, root_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAP = f"{{{EDITION}}}"
FINGERPRINT = "Fingeravtryck"
CREATED = "{http://purl.org/dc/terms/}created"
DATE = len("2025-09-15")


def edition_map_of(package: Package) -> EditionMap | None:
    """What the draft says of its data and its anchors; None when it says nothing."""
    parts = (content for name, content in package.entries.items() if name.startswith("customXml/") and name.endswith(".xml"))
    root = next((root for part in parts if (root := root_of(part)) is not None and root.tag == f"{_MAP}utgava"), None)
    if root is None:
        return None
    numbers = (item.get("nr", "") for item in root.iter(f"{_MAP}leverans"))
    values = {item.get("bokmarke", ""): (item.get("id", ""), item.get("text", "")) for item in root.iter(f"{_MAP}varde")}
    blocks = {item.get("bokmarke", ""): (item.get("slag", ""), item.get("nyckel", "")) for item in root.iter(f"{_MAP}block")}
    deliveries = tuple(int(number) for number in numbers if number.isdecimal())
    return EditionMap(root.get("uppgifterper", ""), root.get("fingeravtryck", ""), deliveries, values, blocks)


def fingerprint_of(package: Package) -> str:
    """A final document's fingerprint, "" when it has none."""
    root = _root(package, "docProps/custom.xml")
    if root is None:
        return ""
    found = (item for item in root if item.get("name") == FINGERPRINT)
    return next(("".join(str(text) for text in item.itertext()) for item in found), "")


def created_of(package: Package) -> str:
    """The date in the file's properties on which it says that it was made (ISO, "" for none)."""
    root = _root(package, "docProps/core.xml")
    found = None if root is None else root.find(CREATED)
    return "" if found is None else (found.text or "")[:DATE]


def _root(package: Package, name: str) -> "_Element | None":
    content = package.entries.get(name)
    return None if content is None else root_of(content)

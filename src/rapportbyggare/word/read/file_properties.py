"""What a file says of itself, and how it is dressed."""

from hashlib import sha256

from rapportbyggare.word.edited.map import own_properties
from rapportbyggare.word.properties import CONTENT, FINGERPRINT
from rapportbyggare.word.template.package import Package, root_of

NAMES = {
    "title": "titel",
    "subject": "ämne",
    "creator": "upphovsman",
    "keywords": "nyckelord",
    "category": "kategori",
    "language": "språk",
    "contentStatus": "status",
    "description": "kommentar",
}
DRESS = ("styles", "theme", "fontTable")


def properties_of(package: Package) -> dict[str, str]:
    """Title, subject and such by their Swedish names, and the properties of the file's own; dates and counts are left out."""
    root = root_of(package.entries.get("docProps/core.xml", b""))
    common = {} if root is None else {str(item.tag).rpartition("}")[2]: item.text or "" for item in root.iterchildren("*")}
    company = _company(package)
    own = {name: text for name, text in own_properties(package).items() if name not in (FINGERPRINT, CONTENT)}
    named = {NAMES[name]: text for name, text in common.items() if name in NAMES and text}
    return named | ({"organisation": company} if company else {}) | own


def _company(package: Package) -> str:
    root = root_of(package.entries.get("docProps/app.xml", b""))
    found = [] if root is None else [item.text or "" for item in root.iterchildren("*") if str(item.tag).endswith("}Company")]
    return next(iter(found), "")


def look_of(package: Package) -> str:
    """A digest of the file's styles, fonts and theme: of what no text or order of the report changes."""
    relations = package.relations(package.main).values()
    parts = sorted((one.kind, one.target) for one in relations if one.kind in DRESS and not one.external)
    digest = sha256()
    for _, name in parts:
        digest.update(sha256(_canonical(package.entries.get(name, b""))).digest())
    return digest.hexdigest()


def _canonical(content: bytes) -> bytes:
    """A part as any program would write what is in it."""
    from lxml import etree

    root = root_of(content)
    return content if root is None else etree.tostring(root, method="c14n")

"""A template's package opened with care: bounded, without macros, entities or links that fetch things."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, ZipInfo

from rapportbyggare.core.problem import Problem
from rapportbyggare.word import messages
from rapportbyggare.word.namespaces import CONTENT_TYPES, PACKAGE_RELATIONS
from rapportbyggare.word.package import relations_name

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_ENTRIES = 2000
MOST_BYTES = 100_000_000
HIGHEST_RATIO = 200
UNSUSPECTED = 1_000_000
ENCRYPTED = b"\xd0\xcf\x11\xe0"
MAIN_TYPES = re.compile(r"application/vnd\.openxmlformats-officedocument\.wordprocessingml\.(document|template)\.main\+xml")
ACTIVE = re.compile(r"vbaproject|vbadata|activex|oleobject|embeddings/", re.IGNORECASE)
TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Source:
    """A relationship of a template's part: its kind's last word, and what it leads to (a part's name, or an address)."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """A template's entries, and the name of its main part."""

    entries: Mapping[str, bytes]
    main: str

    def relations(self, part: str) -> dict[str, Source]:
        """A part's relationships by id."""
        rels = self.entries.get(relations_name(part))
        return {} if rels is None else read_relations(rels, posixpath.dirname(part))

    def related(self, kind: str) -> bytes | None:
        """The part the main one relates to as `kind`, if it is there."""
        names = (source.target for source in self.relations(self.main).values() if source.kind == kind and not source.external)
        return self.entries.get(next(names, ""))


def open_package(data: bytes, name: str) -> tuple[Package | None, tuple[Problem, ...]]:
    """The package, or why it cannot be used; `name` is the template's file for the message."""
    if data.startswith(ENCRYPTED):
        return None, (messages.template_encrypted(name),)
    try:
        with ZipFile(BytesIO(data)) as archive:
            if fault := bounds(archive.infolist()):
                return None, (messages.template_refused(name, fault),)
            entries = {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    except (BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError, EOFError):
        return None, (messages.not_a_template(name),)
    return checked(entries, name)


def bounds(entries: list[ZipInfo]) -> str:
    """Why the archive is not unpacked; "" when it may be. Python unpacks no more of an entry than its stated size."""
    names = [entry.filename for entry in entries]
    swollen = [e for e in entries if e.file_size > UNSUSPECTED and e.file_size > HIGHEST_RATIO * max(1, e.compress_size)]
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_BYTES or swollen:
        return "den packas upp till orimligt mycket"
    if len(set(names)) < len(names) or any(name.startswith(("/", "\\")) or ".." in name.split("/") for name in names):
        return "filnamnen i den är inte som i en Word-fil"
    return ""


def checked(entries: Mapping[str, bytes], name: str) -> tuple[Package | None, tuple[Problem, ...]]:
    """The package if nothing in it is dangerous."""
    roots = {entry: root_of(content) for entry, content in entries.items() if entry.endswith((".xml", ".rels"))}
    if TYPES not in roots or any(root is None for root in roots.values()):
        return None, (messages.not_a_template(name),)
    if fault := danger(entries, {entry: root for entry, root in roots.items() if root is not None}):
        return None, (messages.template_refused(name, fault),)
    main = main_part(roots[TYPES])
    return (Package(entries, main), ()) if main in entries else (None, (messages.not_a_template(name),))


def danger(entries: Mapping[str, bytes], roots: "Mapping[str, _Element]") -> str:
    """What makes a template dangerous: macros, embedded objects, links that fetch things; "" when nothing does."""
    types = [item.get("ContentType", "") for item in roots[TYPES]]
    if any("macroEnabled" in kind or "ms-office.vba" in kind for kind in types) or any(map(ACTIVE.search, entries)):
        return "den innehåller makron eller inbäddade objekt"
    rels = (read_relations(entries[name], "") for name in roots if name.endswith(".rels"))
    if any(source.external and source.kind != "hyperlink" for sources in rels for source in sources.values()):
        return "den hämtar innehåll från en annan plats (till exempel en länkad bild eller en bifogad mall)"
    return ""


def root_of(content: bytes) -> "_Element | None":
    """A part's root; None for what is not well-formed, or declares a document type."""
    from lxml import etree

    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        return None
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None
    # In another encoding than UTF-8 the words above are other bytes.
    return root if root.getroottree().docinfo.internalDTD is None else None


def main_part(types: "_Element | None") -> str:
    """The name of the main part, by its content type."""
    overrides: Iterator[_Element] = iter(()) if types is None else types.iter(f"{{{CONTENT_TYPES}}}Override")
    found = (item.get("PartName", "") for item in overrides if MAIN_TYPES.fullmatch(item.get("ContentType", "")))
    return next(found, "").lstrip("/")


def read_relations(content: bytes, folder: str) -> dict[str, Source]:
    """Relationships by id, internal targets as part names."""
    root = root_of(content)
    items = [] if root is None else list(root.iter(f"{{{PACKAGE_RELATIONS}}}Relationship"))
    return {item.get("Id", ""): read_relation(item, folder) for item in items}


def read_relation(item: "_Element", folder: str) -> Source:
    """One relationship."""
    target, external = item.get("Target", ""), item.get("TargetMode") == "External"
    inside = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return Source(item.get("Type", "").rpartition("/")[2], target if external else inside, external)

"""A workbook's package opened with care: bounded, and nothing in it run or fetched."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import IO, TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from rapportbyggare.core.problem import Problem
from rapportbyggare.intake import sheet_messages as messages

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_ENTRIES = 5000
MOST_BYTES = 600_000_000
HIGHEST_RATIO = 250
UNSUSPECTED = 2_000_000
COMPOUND = b"\xd0\xcf\x11\xe0"
ZIP = b"PK"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
WEB_PAGE = (b"<html", b"<!doctype html", b"<table", b"<?xml")


class DeclaredTypeError(ValueError):
    """A part declares a document type, which no spreadsheet program writes."""


@dataclass(frozen=True, slots=True)
class Package:
    """An open package: its parts by name."""

    archive: ZipFile

    def root(self, name: str) -> "_Element":
        """A small part, parsed whole."""
        from lxml import etree

        with self.archive.open(name) as stream:
            tree = etree.parse(stream, etree.XMLParser(resolve_entities=False, no_network=True))
        if tree.docinfo.internalDTD is not None:
            raise DeclaredTypeError
        return tree.getroot()

    def elements(self, name: str, *tags: str) -> "Iterator[_Element]":
        """The elements of a part with these names, each as it ends; its content is let go afterwards."""
        with self.archive.open(name) as stream:
            yield from _streamed(stream, tags)

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part relates to inside the package, by id: the last word of the kind, and the other part's name."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self.archive.namelist():
            return {}
        items = [one for one in self.root(relations).iter("{*}Relationship") if one.get("TargetMode") != "External"]
        return {item.get("Id", ""): (item.get("Type", "").rpartition("/")[2], _target(item, folder)) for item in items}


def open_package(file: str, content: bytes) -> tuple[Package | None, tuple[Problem, ...]]:
    """The package, or why it is not opened. Damage further in is raised by those who read the parts."""
    if not content.startswith(ZIP):
        return None, (not_a_package(file, content),)
    archive = ZipFile(BytesIO(content))
    entries = archive.infolist()
    if any(entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for entry in entries):
        return None, (messages.damaged(file),)
    if is_swollen(entries):
        return None, (messages.swollen(file),)
    names = {entry.filename for entry in entries}
    if "mimetype" in names or "xl/workbook.bin" in names:
        return None, (messages.other_spreadsheet(file),)
    return Package(archive), ()


def not_a_package(file: str, content: bytes) -> Problem:
    """What a file that should be a workbook seems to be instead."""
    if content.startswith(COMPOUND):
        return messages.encrypted(file) if ENCRYPTED in content else messages.old_workbook(file)
    if not content.strip():
        return messages.empty_file(file)
    start = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return messages.web_page(file) if start.startswith(WEB_PAGE) else messages.damaged(file)


def is_swollen(entries: list[ZipInfo]) -> bool:
    """Whether the package is not unpacked. Python unpacks no more of an entry than its stated size."""
    swollen = (e for e in entries if e.file_size > UNSUSPECTED and e.file_size > HIGHEST_RATIO * max(1, e.compress_size))
    return len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_BYTES or any(swollen)


def _target(item: "_Element", folder: str) -> str:
    target = item.get("Target", "")
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _streamed(stream: IO[bytes], tags: tuple[str, ...]) -> "Iterator[_Element]":
    from lxml import etree

    names = [f"{{*}}{tag}" for tag in tags]
    checked = False
    for _, element in etree.iterparse(stream, events=("end",), tag=names, resolve_entities=False, no_network=True):
        if not checked and element.getroottree().docinfo.internalDTD is not None:
            raise DeclaredTypeError
        checked = True
        yield element
        element.clear()
        while (before := element.getprevious()) is not None and (parent := element.getparent()) is not None:
            parent.remove(before)

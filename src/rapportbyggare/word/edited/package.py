"""An edited file's package, opened with care: bounded, without entities, and nothing outside it is fetched."""

from collections.abc import Mapping
from io import BytesIO
from lzma import LZMAError
from struct import error as StructError
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile
from zlib import error as DeflateError

from rapportbyggare.core.problem import Problem
from rapportbyggare.word.edited import messages
from rapportbyggare.word.template.package import (
    ENCRYPTED,
    MAIN_TYPES,
    TYPES,
    Package,
    bounds,
    main_part,
    read_relations,
    root_of,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
READ = (".xml", ".rels")
FAULTS = (
    *(BadZipFile, DeflateError, LZMAError, StructError),
    *(ValueError, OSError, NotImplementedError, EOFError, OverflowError, IndexError),
)
BOM = b"\xef\xbb\xbf"
LOOKED_AT = 1 << 20
OLD, OLD_STREAM, LOCKED_STREAM = (
    "ett dokument i det gamla formatet .doc",
    *(name.encode("utf-16-le") for name in ("WordDocument", "EncryptedPackage")),
)
KINDS = {
    b"%pdf": "en PDF-fil",
    b"{\\rtf": "ett RTF-dokument",
    b"<!doctype html": "en webbsida",
    b"<html": "en webbsida",
    b"\x89png": "en bild",
    b"\xff\xd8\xff": "en bild",
}
PACKED = {
    b"application/vnd.oasis.opendocument.text": "ett OpenDocument-dokument (.odt)",
    b"application/vnd.oasis.opendocument": "ett OpenDocument-dokument av ett annat slag",
    b"application/epub": "en e-bok",
}


def open_edited(data: bytes, name: str) -> tuple[Package | None, tuple[Problem, ...]]:
    """The package of the file's bytes, or why it cannot be read; `name` is the file for the message.

    What only would be dangerous to open in Word (a link to a picture, an embedded object) is no hindrance to reading.
    """
    if kind := other_kind(data):
        return None, (messages.other_kind(name, kind),)
    if data.startswith(ENCRYPTED):
        return None, (messages.locked_document(name),)
    try:
        with ZipFile(BytesIO(data)) as archive:
            if fault := bounds(archive.infolist()):
                return None, (messages.dangerous_document(name, fault),)
            entries = {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    except RuntimeError:  # an encrypted entry
        return None, (messages.locked_document(name),)
    except FAULTS:
        return None, (messages.not_a_document(name),)
    return _checked(entries, name)


def other_kind(data: bytes) -> str:
    """What kind of file it is by its first bytes, "" for a package and for what is not known."""
    if data.startswith(ENCRYPTED):
        return OLD if OLD_STREAM in data[:LOOKED_AT] and LOCKED_STREAM not in data[:LOOKED_AT] else ""
    start = data[: len(BOM) + 20].removeprefix(BOM).lstrip().lower()
    return next((kind for mark, kind in KINDS.items() if start.startswith(mark)), "")


def _checked(entries: Mapping[str, bytes], name: str) -> tuple[Package | None, tuple[Problem, ...]]:
    types = root_of(entries[TYPES]) if TYPES in entries else None
    if types is None:
        kind = next((kind for mark, kind in PACKED.items() if entries.get("mimetype", b"").startswith(mark)), "")
        return None, (messages.other_kind(name, kind) if kind else messages.not_a_document(name),)
    main = main_part(types) or _by_relation(entries, types)
    if main not in entries:
        return None, (messages.with_macros(name) if _for_macros(types) else messages.not_a_document(name),)
    root = root_of(entries[main])
    if root is None or any(root_of(entries[part]) is None for part in entries if part.endswith(READ)):
        return None, (messages.not_a_document(name),)
    return (None, (messages.strict_document(name),)) if STRICT in root.tag else (Package(entries, main), ())


def _by_relation(entries: Mapping[str, bytes], types: "_Element") -> str:
    """The main part of a package where its type is that of all XML parts, as some programs write it; "" when it is not."""
    every = [item for item in types if item.get("Extension") == "xml" and MAIN_TYPES.fullmatch(item.get("ContentType", ""))]
    leads = read_relations(entries.get("_rels/.rels", b""), "").values() if every else ()
    return next((one.target for one in leads if one.kind == "officeDocument"), "")


def _for_macros(types: "_Element") -> bool:
    return any("macroEnabled" in item.get("ContentType", "") for item in types)

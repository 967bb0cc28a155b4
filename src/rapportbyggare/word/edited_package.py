"""An edited file's package, opened with care: bounded, without entities, and nothing outside it is fetched."""

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile
from zlib import error as DeflateError

from rapportbyggare.core.problem import Problem
from rapportbyggare.word import edited_messages as messages
from rapportbyggare.word.template_package import ENCRYPTED, TYPES, Package, bounds, main_part, root_of

if TYPE_CHECKING:
    from lxml.etree import _Element

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
READ = (".xml", ".rels")


def open_edited(data: bytes, name: str) -> tuple[Package | None, tuple[Problem, ...]]:
    """The package of the file's bytes, or why it cannot be read; `name` is the file for the message.

    What only would be dangerous to open in Word (a link to a picture, an embedded object) is no hindrance to reading.
    """
    if data.startswith(ENCRYPTED):
        return None, (messages.locked_document(name),)
    try:
        with ZipFile(BytesIO(data)) as archive:
            if fault := bounds(archive.infolist()):
                return None, (messages.dangerous_document(name, fault),)
            entries = {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    except RuntimeError:  # an encrypted entry
        return None, (messages.locked_document(name),)
    except (BadZipFile, DeflateError, ValueError, OSError, NotImplementedError, EOFError):
        return None, (messages.not_a_document(name),)
    return _checked(entries, name)


def _checked(entries: Mapping[str, bytes], name: str) -> tuple[Package | None, tuple[Problem, ...]]:
    types = root_of(entries[TYPES]) if TYPES in entries else None
    if types is None:
        return None, (messages.not_a_document(name),)
    main = main_part(types)
    if main not in entries:
        return None, (messages.with_macros(name) if _for_macros(types) else messages.not_a_document(name),)
    root = root_of(entries[main])
    if root is None or any(root_of(entries[part]) is None for part in entries if part.endswith(READ)):
        return None, (messages.not_a_document(name),)
    return (None, (messages.strict_document(name),)) if STRICT in root.tag else (Package(entries, main), ())


def _for_macros(types: "_Element") -> bool:
    return any("macroEnabled" in item.get("ContentType", "") for item in types)

"""A package without what only a draft carries: the anchors of what was generated, and the edition map."""

import re
from io import BytesIO
from zipfile import ZipFile

from rapportbyggare.word.names import ANCHOR, END
from rapportbyggare.word.package import zipped

STORIES = ("word/document.xml", "word/footnotes.xml")
MAP = "customXml/"
RELATIONS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
OPENED = re.compile(rb"<w:bookmarkStart\b[^>]*?/>")
CLOSED = re.compile(rb'<w:bookmarkEnd\b[^>]*?w:id="(\d+)"[^>]*?/>')
IDENT = re.compile(rb'w:id="(\d+)"')
NAME = re.compile(rb'w:name="([^"]*)"')
EMPTY = re.compile(rb"<w:(ins|del) [^>]*[^/]></w:\1>")
TO_MAP = re.compile(rb'<Relationship\b[^>]*?Target="(?:\.\./|/)customXml/[^>]*?/>')
OF_MAP = re.compile(rb'<Override\b[^>]*?PartName="/customXml/[^>]*?/>')


def without_anchors(content: bytes) -> bytes:
    """The package without draft anchors and edition map, and changes of nothing else; where the pages end is still marked.

    It is one that our writer, or our redline, has written.
    """
    with ZipFile(BytesIO(content)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist() if not name.startswith(MAP)}
    for story in STORIES:
        if story in entries:
            entries[story] = _unanchored(entries[story])
    for name, pattern in ((RELATIONS, TO_MAP), (TYPES, OF_MAP)):
        entries[name] = pattern.sub(b"", entries[name])
    return zipped(entries)


def repacked(content: bytes) -> bytes:
    """A package without the clock of the program that packed it."""
    with ZipFile(BytesIO(content)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})


def _unanchored(story: bytes) -> bytes:
    gone: set[bytes] = set()

    def opened(match: re.Match[bytes]) -> bytes:
        name, ident = NAME.search(match[0]), IDENT.search(match[0])
        if name and ident and name[1].startswith(ANCHOR.encode()) and name[1] != END.encode():
            gone.add(ident[1])
            return b""
        return match[0]

    story = OPENED.sub(opened, story)
    return EMPTY.sub(b"", CLOSED.sub(lambda match: b"" if match[1] in gone else match[0], story))

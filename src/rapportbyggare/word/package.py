"""The package: parts, their types and relationships, and a zip file that is the same every time."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from rapportbyggare.word.namespaces import CONTENT_TYPES, HEADER
from rapportbyggare.word.ooxml import escape
from rapportbyggare.word.relations import Relation, relations_part

WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "application/vnd.openxmlformats-officedocument"
CORE = "application/vnd.openxmlformats-package.core-properties+xml"
RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
PICTURES = {"png": "image/png", "jpeg": "image/jpeg", "jpg": "image/jpeg", "gif": "image/gif", "svg": "image/svg+xml"}

MOMENT = (1980, 1, 1, 0, 0, 0)
# Level 6 takes twice as long and saves a seventh.
LEVEL = 3


class Part(NamedTuple):
    """A part: its name ("word/document.xml"), type ("" where the extension tells), content, and relationships."""

    name: str
    kind: str
    content: bytes
    relations: tuple[Relation, ...] = ()


def xml_part(name: str, kind: str, content: str, relations: tuple[Relation, ...] = ()) -> Part:
    """A part from its text."""
    return Part(name, kind, content.encode(), relations)


def packed(parts: Iterable[Part], relations: tuple[Relation, ...]) -> bytes:
    """The package's bytes: types, the package's own relationships, then each part followed by its relationships."""
    every = tuple(parts)
    entries = {"[Content_Types].xml": types_part(every).encode(), "_rels/.rels": relations_part(relations).encode()}
    for part in every:
        entries[part.name] = part.content
        if part.relations:
            entries[relations_name(part.name)] = relations_part(part.relations).encode()
    return zipped(entries)


def zipped(entries: Mapping[str, bytes]) -> bytes:
    """Entries in the given order as a zip file without clock or platform in it."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        for name, content in entries.items():
            archive.writestr(entry_of(name), content, ZIP_DEFLATED, LEVEL)
    return target.getvalue()


def entry_of(name: str) -> ZipInfo:
    """A zip entry with everything fixed that would tell of the clock or the platform."""
    entry = ZipInfo(name, MOMENT)
    entry.create_system = 0
    return entry


def relations_name(name: str) -> str:
    """Where a part's relationships stand."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def types_part(parts: Iterable[Part]) -> str:
    """`[Content_Types].xml`."""
    used = {part.name.rpartition(".")[2] for part in parts}
    known = {"rels": RELATIONS, "xml": "application/xml", **{name: kind for name, kind in PICTURES.items() if name in used}}
    defaults = "".join(f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in known.items())
    overrides = "".join(f'<Override PartName="/{escape(part.name)}" ContentType="{part.kind}"/>' for part in parts if part.kind)
    return f'{HEADER}<Types xmlns="{CONTENT_TYPES}">{defaults}{overrides}</Types>'

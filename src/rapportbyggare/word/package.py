"""The package: parts, their types and relationships."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapportbyggare.word.archive import Entry, entry, zip_file
from rapportbyggare.word.namespaces import CONTENT_TYPES, HEADER
from rapportbyggare.word.ooxml import escape
from rapportbyggare.word.relations import Relation, relations_part

WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "application/vnd.openxmlformats-officedocument"
CORE = "application/vnd.openxmlformats-package.core-properties+xml"
RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
PICTURES = {"png": "image/png", "jpeg": "image/jpeg", "jpg": "image/jpeg", "gif": "image/gif", "svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its name ("word/document.xml"), type ("" where the extension tells), content, and relationships."""

    name: str
    kind: str
    content: bytes
    relations: tuple[Relation, ...] = ()


def xml_part(name: str, kind: str, content: str, relations: tuple[Relation, ...] = ()) -> Part:
    """A part from its text."""
    return Part(name, kind, content.encode(), relations)


def packed(parts: Iterable[Part], relations: tuple[Relation, ...]) -> bytes:
    """The package's bytes: types, the package's own relationships, then each part followed by its relationships.

    A large part is deflated while those after it are made.
    """
    every: list[Part] = []
    entries: dict[str, Entry] = {}
    for part in parts:
        every.append(part)
        entries[part.name] = entry(part.name, part.content)
        if part.relations:
            name = relations_name(part.name)
            entries[name] = entry(name, relations_part(part.relations).encode())
    about = {"[Content_Types].xml": types_part(every), "_rels/.rels": relations_part(relations)}
    return zip_file([*(entry(name, content.encode()) for name, content in about.items()), *entries.values()])


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

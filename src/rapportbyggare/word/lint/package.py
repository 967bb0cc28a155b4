"""The package as such: entries, well-formed parts, content types, relationships."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from zipfile import BadZipFile, ZipFile

from rapportbyggare.word.lint.elements import RELATED, USES, Story, story
from rapportbyggare.word.lint.short import LARGE, Short, short_map, short_story
from rapportbyggare.word.namespaces import CONTENT_TYPES, PACKAGE_RELATIONS
from rapportbyggare.word.package import relations_name

if TYPE_CHECKING:
    from lxml.etree import _Element

MAIN = "word/document.xml"
TYPES = "[Content_Types].xml"
STORIES = re.compile(r"word/(document|footnotes|endnotes|comments|header|footer)\d*\.xml")


class Opened(NamedTuple):
    """A package read: entry names in order, and the root of each XML part, and its running text."""

    names: tuple[str, ...]
    roots: "dict[str, _Element]"

    stories: tuple[Story, ...]


def opened(package: bytes, whole: bool = True) -> Opened | tuple[str, ...]:
    """The package read, or what kept it from being read; large parts in short unless the `whole` is wanted."""
    from io import BytesIO

    try:
        with ZipFile(BytesIO(package)) as archive:
            names = tuple(archive.namelist())
            texts = {name: archive.read(name) for name in names if name.endswith((".xml", ".rels"))}
    except (BadZipFile, ValueError, OSError):
        return ("paketet: går inte att läsa som zip",)
    short = {name: Short(text) if whole else shortened(name, text) for name, text in texts.items()}
    parsed = {name: parse(part.content) for name, part in short.items()}
    broken = tuple(f"{name}: {fault}" for name, fault in parsed.items() if isinstance(fault, str))
    missing = tuple(f"paketet: {name} saknas" for name in (TYPES, "_rels/.rels", MAIN) if name not in names)
    roots = {name: root for name, root in parsed.items() if not isinstance(root, str)}
    stories = tuple(story(name, root, short[name]) for name, root in roots.items() if STORIES.fullmatch(name))
    return broken + missing or Opened(names, roots, stories)


def shortened(name: str, text: bytes) -> Short:
    """A part as it is looked into: only a large one is worth shortening."""
    if len(text) < LARGE:
        return Short(text)
    return short_story(text) if STORIES.fullmatch(name) else short_map(text)


def parse(text: bytes) -> "_Element | str":
    """A part's root, or why it has none. Document types are refused, as Word refuses them."""
    from lxml import etree

    if b"<!DOCTYPE" in text[:1000]:
        return "dokumenttypsdeklaration"
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return etree.fromstring(text, parser)
    except etree.XMLSyntaxError:
        return "inte välformad XML"


def package_findings(archive: Opened) -> Iterator[str]:
    """Faults in entries, types and relationships."""
    yield from (f"paketet: {name} finns två gånger" for name, count in Counter(archive.names).items() if count > 1)
    yield from type_findings(archive)
    for name in archive.names:
        if name.endswith(".rels"):
            yield from relation_findings(archive, name)
    for part in archive.stories:
        yield from use_findings(archive, part)


def type_findings(archive: Opened) -> Iterator[str]:
    """Parts without a content type, and types without a part."""
    types = archive.roots[TYPES]
    extensions = {item.get("Extension", "").lower() for item in types.iter(f"{{{CONTENT_TYPES}}}Default")}
    overrides = {item.get("PartName", "").lstrip("/") for item in types.iter(f"{{{CONTENT_TYPES}}}Override")}
    for name in archive.names:
        if name != TYPES and name not in overrides and name.rpartition(".")[2].lower() not in extensions:
            yield f"{TYPES}: {name} saknar innehållstyp"
    yield from (f"{TYPES}: {name} finns inte" for name in sorted(overrides - set(archive.names)))


def relation_findings(archive: Opened, name: str) -> Iterator[str]:
    """Relationships whose target is missing, or whose id is taken."""
    relations = list(archive.roots[name].iter(f"{{{PACKAGE_RELATIONS}}}Relationship"))
    counted = Counter(relation.get("Id") for relation in relations)
    yield from (f"{name}: relationen {ident} finns två gånger" for ident, count in counted.items() if count > 1)
    folder = posixpath.dirname(posixpath.dirname(name))
    for relation in relations:
        target = relation.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if relation.get("TargetMode") != "External" and path not in archive.names:
            yield f"{name}: relationen {relation.get('Id')} leder till {target} som inte finns"


def use_findings(archive: Opened, part: Story) -> Iterator[str]:
    """Relationships a part uses without having them."""
    relations = archive.roots.get(relations_name(part.name))
    known = set() if relations is None else {relation.get("Id") for relation in relations}
    elements = (element for tag in RELATED for element in part.found[tag])
    used = {ident for element in elements for use in USES if (ident := element.get(use))}
    yield from (f"{part.name}: relationen {ident} finns inte" for ident in sorted(used - known))

"""The package of a merged document: the new edition's, with what the old one's deleted matter needs."""

import posixpath
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import RELATED, USES
from rapportbyggare.word.namespaces import CONTENT_TYPES, PACKAGE_RELATIONS, R
from rapportbyggare.word.package import PICTURES, relations_name, zipped
from rapportbyggare.word.redline.editions import MAIN, NOTES, Edition
from rapportbyggare.word.relations import Relation
from rapportbyggare.word.revisions.revisions import written
from rapportbyggare.word.template.package import TYPES, Source, root_of

if TYPE_CHECKING:
    from lxml.etree import _Element


def with_links(old: Edition, new: Edition) -> None:
    """The old edition uses the ids that the new one has for the same, and ids of its own for the rest."""
    for part, root in ((MAIN, old.root), (NOTES, old.notes_root)):
        names = merged_ids(old, new, part)
        for element, attribute in uses(root):
            ident = element.get(attribute, "")
            element.set(attribute, names.get(ident, ident))


def merged_ids(old: Edition, new: Edition, part: str) -> dict[str, str]:
    """The ids of a part's relationships in the merged document, by those that the old edition gives them."""
    after = new.relations(part)
    there = {source: ident for ident, source in after.items()}
    return {ident: there.get(source) or free(source, part, after) for ident, source in old.relations(part).items()}


def free(source: Source, part: str, taken: Mapping[str, Source]) -> str:
    """The id of a relationship that only the old edition has."""
    ident = Relation(source.kind, target_of(source, part), source.external).ident
    return ident if ident not in taken else f"{ident}f"


def target_of(source: Source, part: str) -> str:
    """What a relationship leads to, as its part says it."""
    return source.target if source.external else posixpath.relpath(source.target, posixpath.dirname(part))


def uses(root: "_Element") -> "Iterator[tuple[_Element, str]]":
    """Where a part uses relationships: elements and their attributes."""
    for element in root.iter(*RELATED):
        yield from ((element, attribute) for attribute in USES if element.get(attribute))


def merged_package(old: Edition, new: Edition, trees: "Mapping[str, _Element]", others: Mapping[str, bytes]) -> bytes:
    """The package with these parts, and every part and relationship that they need."""
    entries = {**new.package.entries, **others, **{name: written(root) for name, root in trees.items()}}
    for part, root in trees.items():
        known, names, before = new.relations(part), merged_ids(old, new, part), old.relations(part)
        needed = {element.get(attribute, "") for element, attribute in uses(root)} - {*known}
        there = {name: before[ident] for ident, name in names.items()}
        sources = {ident: there[ident] for ident in sorted(needed)}
        if sources:
            entries[relations_name(part)] = with_relations(entries.get(relations_name(part)), sources, part)
        for source in sources.values():
            add_part(entries, old, source)
    entries[TYPES] = with_types(entries, old)
    return zipped(entries)


def add_part(entries: dict[str, bytes], old: Edition, source: Source) -> None:
    """The part that a relationship leads to, if the package lacks it."""
    if source.external or source.target in entries:
        return
    entries[source.target] = old.package.entries[source.target]
    rels = relations_name(source.target)
    if rels in old.package.entries:
        entries[rels] = old.package.entries[rels]
        for inner in old.relations(source.target).values():
            add_part(entries, old, inner)


def with_relations(content: bytes | None, added: Mapping[str, Source], part: str) -> bytes:
    """A part's relationships and more of them."""
    root = None if content is None else root_of(content)
    if root is None:
        root = root_of(f'<Relationships xmlns="{PACKAGE_RELATIONS}"/>'.encode())
    assert root is not None
    for ident, source in added.items():
        made = root.makeelement(f"{{{PACKAGE_RELATIONS}}}Relationship")
        made.set("Id", ident)
        made.set("Type", f"{R}/{source.kind}")
        made.set("Target", target_of(source, part))
        if source.external:
            made.set("TargetMode", "External")
        root.append(made)
    return written(root)


def with_types(entries: Mapping[str, bytes], old: Edition) -> bytes:
    """The types of all parts; those added have the types they had."""
    root, before = root_of(entries[TYPES]), root_of(old.package.entries[TYPES])
    if root is None or before is None:
        return entries[TYPES]
    names, extensions = attributes(root, "Override", "PartName"), attributes(root, "Default", "Extension")
    known = {one.get("PartName", ""): one for one in before.iter(f"{{{CONTENT_TYPES}}}Override")}
    kinds = {name.rpartition(".")[2] for name in entries}
    for extension in sorted(kinds - extensions):
        if extension in PICTURES:
            made = root.makeelement(f"{{{CONTENT_TYPES}}}Default")
            made.set("Extension", extension)
            made.set("ContentType", PICTURES[extension])
            root.insert(0, made)
    root.extend([known[f"/{name}"] for name in entries if f"/{name}" not in names and f"/{name}" in known])
    return written(root)


def attributes(root: "_Element", kind: str, name: str) -> set[str]:
    """The values of an attribute of the types of a kind."""
    return {one.get(name, "") for one in root.iter(f"{{{CONTENT_TYPES}}}{kind}")}

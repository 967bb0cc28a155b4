"""Tracked changes taken or refused: a file as it reads when every one of them is accepted, or every one rejected."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from rapportbyggare.word.edited.package import open_edited
from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.package import zipped
from rapportbyggare.word.revisions.controls import resolve_controls
from rapportbyggare.word.revisions.fields import without_loose_codes
from rapportbyggare.word.revisions.marks import resolve_marks
from rapportbyggare.word.revisions.names import CHANGES, MARKERS, RANGES
from rapportbyggare.word.revisions.notes import without_orphans
from rapportbyggare.word.revisions.properties import resolve_properties
from rapportbyggare.word.revisions.runs import resolve_runs, without_empty
from rapportbyggare.word.revisions.tables import resolve_tables
from rapportbyggare.word.template.package import Package, root_of

if TYPE_CHECKING:
    from lxml.etree import _Element

STORIES = frozenset({"document", "footnotes", "endnotes", "header", "footer", "comments"})
TRACKED = (*MARKERS, *CHANGES, *RANGES, *(w(name) for name in ("cellIns", "cellDel", "cellMerge")))


def resolved(content: bytes, accept: bool) -> bytes:
    """A package without tracked changes: all of them accepted, or (not `accept`) rejected. A file without any is as it was.

    Its parts come in the order they had. Raises ValueError for what cannot be opened.
    """
    package, _ = open_edited(content, "")
    if package is None:
        raise ValueError("no document")
    done = resolved_package(package, accept)
    return content if done is package else zipped(done.entries)


def resolved_package(package: Package, accept: bool) -> Package:
    """The same for a package that is open."""
    changed = resolve_stories(stories(package), accept)
    if not changed:
        return package
    return replace(package, entries={**package.entries, **{name: written(root) for name, root in changed.items()}})


def stories(package: Package) -> "dict[str, _Element]":
    """The trees of the parts with running text, by name."""
    return {name: root for name in story_names(package) if (root := root_of(package.entries[name])) is not None}


def resolve_stories(roots: "Mapping[str, _Element]", accept: bool) -> "dict[str, _Element]":
    """The same for the trees of all stories, in place; gives those that are no longer as they were."""
    changed = {name: root for name, root in roots.items() if is_tracked(root)}
    for root in changed.values():
        resolve(root, accept)
    return changed | without_orphans(roots) if changed else {}


def resolve(root: "_Element", accept: bool) -> None:
    """The same for the tree of one story, in place."""
    resolve_properties(root, accept)
    resolve_controls(root, accept)
    resolve_tables(root, accept)
    resolve_runs(root, accept)
    resolve_marks(root, accept)
    without_loose_codes(root)
    without_empty(root)


def is_tracked(root: "_Element") -> bool:
    """Whether a story holds tracked changes."""
    return next(root.iter(*TRACKED), None) is not None


def story_names(package: Package) -> Iterator[str]:
    """The parts with running text: the main one, and those it relates to."""
    yield package.main
    related = (one.target for one in package.relations(package.main).values() if one.kind in STORIES and not one.external)
    yield from (name for name in dict.fromkeys(related) if name in package.entries)


def written(root: "_Element") -> bytes:
    """A part from its tree."""
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

"""Notes that lose their mark go with it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.revisions.names import ID, drop

if TYPE_CHECKING:
    from lxml.etree import _Element

NOTES = {w("footnote"): w("footnoteReference"), w("endnote"): w("endnoteReference")}


def without_orphans(roots: "Mapping[str, _Element]") -> "dict[str, _Element]":
    """The stories from which notes were taken that nothing marks any more."""
    marked = {(one.tag, one.get(ID)) for root in roots.values() for one in root.iter(*NOTES.values())}
    changed: dict[str, _Element] = {}
    for name, root in roots.items():
        orphans = [note for note in root.iter(*NOTES) if is_own(note) and (NOTES[str(note.tag)], note.get(ID)) not in marked]
        for note in orphans:
            drop(note)
        changed |= {name: root} if orphans else {}
    return changed


def is_own(note: "_Element") -> bool:
    """Whether a note is one, and no separator."""
    return note.get(w("type")) in (None, "normal")

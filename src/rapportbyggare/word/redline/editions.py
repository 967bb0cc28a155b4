"""An edition opened to be merged: its trees, with what is numbered by where it stands named by what it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapportbyggare.word.edited.package import open_edited
from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.redline.data import Hindrance, Reason, RedlineRefused
from rapportbyggare.word.redline.markup import same_spaces
from rapportbyggare.word.revisions.revisions import is_tracked, story_names
from rapportbyggare.word.template.package import Package, Source, root_of

if TYPE_CHECKING:
    from lxml.etree import _Element

MAIN, NOTES = "word/document.xml", "word/footnotes.xml"
PARTS = {w("p"), w("tbl"), w("sectPr"), w("bookmarkStart"), w("bookmarkEnd")}


@dataclass(frozen=True, slots=True)
class Edition:
    """One of the two: its package, the body's element, the notes by id, and the relationships of both parts."""

    package: Package
    root: "_Element"
    notes_root: "_Element"

    @property
    def body(self) -> "_Element":
        """The body."""
        return self.root[0]

    @property
    def notes(self) -> "dict[str, _Element]":
        """The notes by id, the separators aside."""
        every = self.notes_root.findall(w("footnote"))
        return {note.get(w("id"), ""): note for note in every if note.get(w("type")) is None}

    def relations(self, part: str) -> Mapping[str, Source]:
        """A part's relationships by id."""
        return self.package.relations(part)


def opened(content: bytes, file: str) -> Edition:
    """An edition that can be merged. Its marks are as they were written."""
    package, _ = open_edited(content, file)
    if package is None:
        raise RedlineRefused(Reason(Hindrance.DAMAGED, file))
    trees = {name: root_of(package.entries[name]) for name in story_names(package)}
    if tracked := [name for name, root in trees.items() if root is not None and is_tracked(root)]:
        raise RedlineRefused(*(Reason(Hindrance.TRACKED, file, name) for name in tracked))
    root, notes = trees.get(MAIN), trees.get(NOTES)
    if root is None or notes is None or (seen := next(foreign(root, notes), None)) is not None:
        detail = MAIN if root is None else NOTES if notes is None else seen or ""
        raise RedlineRefused(Reason(Hindrance.FOREIGN, file, detail))
    return Edition(package, root, notes)


def foreign(root: "_Element", notes: "_Element") -> Iterator[str]:
    """What shows that a document is not by our writer."""
    if not (same_spaces(root) and same_spaces(notes)) or len(root) != 1 or not len(root[0]):
        yield str(root.tag)
        return
    body = root[0]
    yield from (str(child.tag) for child in body if child.tag not in PARTS)
    if body[-1].tag != w("sectPr") or len(body) < 2 or body[-2].tag != w("p"):
        yield str(body[-1].tag)

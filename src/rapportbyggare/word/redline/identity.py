"""Two editions' trees made comparable: what bears a number bears the name of what it is instead, the same in both.

A bookmark's id becomes its name, a note's the pair of notes it belongs to; drawings lose their numbers. At the end all
are numbered anew (`redline/numbers.py`).
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from rapportbyggare.alignment.sequence import Item, aligned
from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.names import END
from rapportbyggare.word.namespaces import PIC, WP
from rapportbyggare.word.redline.atoms import CODE, ID, LINK, NAME, NOTE, START, STOP
from rapportbyggare.word.redline.editions import Edition
from rapportbyggare.word.redline.items import words_of
from rapportbyggare.word.redline.markup import inner
from rapportbyggare.word.revisions.names import drop

if TYPE_CHECKING:
    from lxml.etree import _Element

ANCHOR = w("anchor")
DRAWN = (f"{{{WP}}}docPr", f"{{{PIC}}}cNvPr")
CONTENTS = "_Toc"
AWAY = "_fore_"


@dataclass(frozen=True, slots=True)
class NotePair:
    """A note of both editions, or of one."""

    old: "_Element | None"
    new: "_Element | None"


def with_names(edition: Edition) -> None:
    """Bookmarks are known by their names; drawings by what they show. The end's bookmark is put back at the end."""
    for root in (edition.root, edition.notes_root):
        names = {mark.get(ID, ""): mark.get(NAME, "") for mark in root.iter(START)}
        for mark in list(root.iter(START, STOP)):
            name = names.get(mark.get(ID, ""), "")
            mark.set(ID, name)
            if name == END:
                drop(mark)
        for drawn in root.iter(*DRAWN):
            drawn.set("id", "0")
            drawn.set("name", drawn.get("name", "").rstrip("0123456789"))


def renamed(edition: Edition, names: Mapping[str, str]) -> None:
    """Bookmarks under other names, and what leads to them."""
    if not names:
        return
    for root in (edition.root, edition.notes_root):
        for element in root.iter(START, STOP, LINK, CODE):
            if element.tag == CODE:
                element.text = " ".join(names.get(word, word) for word in (element.text or "").split(" "))
                continue
            for attribute in (ANCHOR,) if element.tag == LINK else (ID, NAME):
                value = element.get(attribute, "")
                if value in names:
                    element.set(attribute, names[value])


def away(names: Container[str], edition: Edition) -> dict[str, str]:
    """Other names for bookmarks of the old edition that cannot keep theirs: the new edition has them elsewhere."""
    every = (mark.get(NAME, "") for root in (edition.root, edition.notes_root) for mark in root.iter(START))
    return {name: f"{AWAY}{sha256(name.encode()).hexdigest()[:12]}" for name in every if name.lower() in names}


def contents_names(old: Edition, new: Edition) -> dict[str, str]:
    """Names for the old headings' bookmarks: those that the same headings, reworded too, have in the new edition.

    A heading that is gone keeps its own, unless another has it now.
    """
    before, after = list(headings(old)), list(headings(new))
    pairs = aligned([item for item, _ in before], [item for item, _ in after])
    taken = {name for _, name in after}
    names = {before[first][1]: None if second is None else after[second][1] for first, second in pairs if first is not None}
    gone = {name: f"{CONTENTS}fore{place}" if name in taken else name for place, name in enumerate(names)}
    return {name: there or gone[name] for name, there in names.items()}


def headings(edition: Edition) -> Iterator[tuple[Item, str]]:
    """Headings that stand in the contents list, each with its bookmark's name."""
    for mark in edition.root.iter(START):
        name = mark.get(NAME, "")
        paragraph = mark.getparent()
        if name.startswith(CONTENTS) and paragraph is not None:
            own = (other.get(NAME, "") for other in paragraph.iter(START))
            key = next((other for other in own if other.startswith("_Ref_")), None)
            words = words_of(paragraph)
            yield Item("heading", key, words, words), name


def paired_notes(old: Edition, new: Edition) -> dict[str, NotePair]:
    """The notes of both editions side by side, by the name that their marks now bear in both."""
    before, after = old.notes, new.notes
    first, second = list(before), list(after)
    pairs = aligned([note_item(before[one]) for one in first], [note_item(after[one]) for one in second])
    found: dict[str, NotePair] = {}
    named: tuple[dict[str, str], dict[str, str]] = {}, {}
    for number, (a, b) in enumerate(pairs):
        name = f"not{number}"
        found[name] = NotePair(None if a is None else before[first[a]], None if b is None else after[second[b]])
        named[0].update({} if a is None else {first[a]: name})
        named[1].update({} if b is None else {second[b]: name})
    for edition, names in zip((old, new), named, strict=True):
        for mark in edition.root.iter(NOTE):
            mark.set(ID, names.get(mark.get(ID, ""), ""))
    return found


def note_names(old: Edition, new: Edition) -> dict[str, str]:
    """Names for the bookmarks of old notes' marks: those of the same notes in the new edition."""
    there = {mark: name for name, mark in marked(new)}
    return {name: there[mark] for name, mark in marked(old) if mark in there}


def marked(edition: Edition) -> Iterator[tuple[str, str]]:
    """The bookmarks round the marks of notes, each with the pair its note belongs to."""
    for mark in edition.root.iter(NOTE):
        run = mark.getparent()
        start = None if run is None else run.getprevious()
        if start is not None and start.tag == START:
            yield start.get(NAME, ""), mark.get(ID, "")


def note_item(note: "_Element") -> Item:
    """A note by its words."""
    return Item("note", None, inner(note), words_of(note))

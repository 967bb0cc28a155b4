"""The notes of a file: foot- and endnotes in one series, in the order they are marked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rapportbyggare.core.document import Note
from rapportbyggare.core.flat import Atom
from rapportbyggare.core.place import Place
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import DocumentText, LineBreak, Text
from rapportbyggare.word.digests import words_digest
from rapportbyggare.word.lint.elements import ID, NAME, START, w
from rapportbyggare.word.names import TARGET
from rapportbyggare.word.read.fields import Item, Thing
from rapportbyggare.word.read.ground import PARAGRAPH, Ground, order_of, place_of
from rapportbyggare.word.read.messages import DRAWN_IN_NOTE
from rapportbyggare.word.read.pen import Pen
from rapportbyggare.word.read.texts import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

NOTE_KINDS = ("footnote", "endnote")


def notes_of(ground: Ground, parts: "Mapping[str, _Element]", names: Mapping[int, str]) -> tuple[Note, ...]:
    """The notes that are marked; `parts` are those that hold notes, by kind, `names` the bookmarks round their marks."""
    found: list[tuple[int, DocumentText, Place]] = []
    for kind, root in parts.items():
        source = next((one.target for one in ground.relations.values() if one.kind == f"{kind}s"), "")
        pen = Pen(ground, ground.package.relations(source))
        for note in root.iterchildren(w(kind)):
            number = ground.notes.get((kind, note.get(w("id"), "")))
            if number is not None:
                found.append((number, *_note(note, pen)))
    found.sort(key=lambda one: one[0])
    keys = _keys([plain(content) for _, content, _ in found], ground, [names.get(number, "") for number, _, _ in found])
    return tuple(Note(number, key, content, place) for (number, content, place), key in zip(found, keys, strict=True))


def _note(note: "_Element", pen: Pen) -> tuple[DocumentText, Place]:
    paragraphs = list(note.iter(PARAGRAPH))
    items: list[Item] = []
    for n, paragraph in enumerate(paragraphs):
        items += [Atom(LineBreak())] if n else []
        items += pen.line(paragraph)
    pen.ground.remarks[DRAWN_IN_NOTE] += sum(isinstance(item, Thing) for item in items)
    place = place_of(pen.ground.name, order_of(paragraphs[0]) if paragraphs else 0)
    return text_of(_unled(items)), place


def _unled(items: Sequence[Item]) -> Sequence[Item]:
    """The items without the space after the note's own number."""
    first = items[0] if items else None
    if isinstance(first, Atom) and isinstance(first.leaf, Text):
        return [replace(first, leaf=Text(first.leaf.text.lstrip(" \t"))), *items[1:]]
    return items


def note_names(main: "_Element", ground: Ground) -> dict[int, str]:
    """The names of the bookmarks that stand round marks of notes."""
    named = ((mark.get(NAME, ""), ground.goals.get(mark.get(NAME, ""))) for mark in main.iter(START) if mark.get(ID))
    return {int(goal.number): name for name, goal in named if name.startswith(TARGET) and goal and goal.kind == "not"}


def _keys(texts: Sequence[str], ground: Ground, names: Sequence[str]) -> Iterator[str]:
    """What each note is called: by its bookmark, else by its words, else by its place among those that are known."""
    known = () if ground.edition is None else ground.edition.notes
    by_words = {words: name for name, words in known}
    found = [name or by_words.get(words_digest(text), "") for name, text in zip(names, texts, strict=True)]
    left = [name for name, _ in known if name not in found]
    lacking = sum(not name for name in found)
    rest = iter(left if len(left) == lacking else ())
    return (name or next(rest, "") for name in found)

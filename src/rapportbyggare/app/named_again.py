"""A final document read back, with the names that its sources give things: the file itself has none but its bookmarks'."""

from collections.abc import Mapping, Set
from dataclasses import replace
from functools import partial
from typing import TypeGuard

from rapportbyggare.app.replaced import in_side, retold
from rapportbyggare.core.blocks import ReadBlock, Table
from rapportbyggare.core.compared import Side
from rapportbyggare.core.document import Document, Note, note_mark
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import DocumentInline, DocumentLeaf, DocumentText, Emphasis, Link, Reference, Span, Strong
from rapportbyggare.core.walk import all_blocks
from rapportbyggare.word.names import TARGET, bookmark_name


def named_again(side: Side, document: Document) -> Side:
    """An edition read from a file, its keys and notes named as in the `document` that the file was built as.

    A note is known by its words, or by its number when all of them are there.
    """
    keys = {bookmark_name(TARGET, key).removeprefix(TARGET): key for key in document.targets}
    made = {block.key for section in document.sections for block in all_blocks(section.blocks) if _is_made(block)}
    renamed = in_side(side, lambda block: _block(retold(block, partial(_text, keys), lambda key: keys.get(key, key)), made))
    marks = {plain(note.content): note_mark(note.key) for note in document.notes}
    if len(document.notes) == len(side.notes):
        marks |= {plain(one.content): note_mark(note.key) for one, note in zip(side.notes, document.notes, strict=True)}
    return replace(renamed, notes=tuple(_note(note, keys, marks) for note in side.notes))


def _is_made(block: ReadBlock) -> TypeGuard[Table[DocumentLeaf]]:
    return isinstance(block, Table) and block.generated


def _block(block: ReadBlock, made: Set[str]) -> ReadBlock:
    """A table that a specification makes is known as such."""
    return replace(block, generated=True) if isinstance(block, Table) and block.key in made else block


def _note(note: Note, keys: Mapping[str, str], marks: Mapping[str, str]) -> Note:
    key = note.key or marks.get(plain(note.content), "")
    return replace(note, key=key, content=_text(keys, note.content))


def _text(keys: Mapping[str, str], content: DocumentText) -> DocumentText:
    return tuple(_inline(keys, item) for item in content)


def _inline(keys: Mapping[str, str], item: DocumentInline) -> DocumentInline:
    match item:
        case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children):
            return replace(item, children=_text(keys, children))
        case Reference(key, children=children):
            return replace(item, key=keys.get(key, key), children=_text(keys, children))
        case _:
            return item

"""Anchors that a program has let end a sign too early, or begin too late, reaching round their words again."""

from collections.abc import Mapping
from dataclasses import replace

from rapportbyggare.core.edited import EditionMap
from rapportbyggare.core.flat import Atom
from rapportbyggare.core.text import Text, Value
from rapportbyggare.word.read.fields import Items

Printed = Mapping[str, frozenset[str]]


def printed_in(edition: EditionMap | None) -> Printed:
    """What each value printed, by its identity: in a loop one expression prints several texts."""
    found: dict[str, frozenset[str]] = {}
    for ident, text in edition.values.values() if edition else ():
        found[ident] = found.get(ident, frozenset()) | {text}
    return found


def reached(items: Items, printed: Printed) -> Items:
    """The items of a paragraph, where a value has all the words that it printed if they stand beside it.

    LibreOffice ends a bookmark a sign early in some paragraphs.
    """
    for n, item in enumerate(items):
        if isinstance(item, Atom) and isinstance(item.leaf, Value) and item.leaf.text not in printed.get(item.leaf.ident, ()):
            for whole in printed.get(item.leaf.ident, ()):
                if _reaches(items, n, item, item.leaf, whole):
                    break
    return items


def _reaches(items: Items, n: int, atom: Atom, value: Value, whole: str) -> bool:
    after, before = _text(items, n + 1), _text(items, n - 1) if n else None
    if value.text and after is not None and whole.startswith(value.text):
        rest = whole[len(value.text) :]
        if after.startswith(rest):
            _exchange(items, n + 1, after[len(rest) :])
            items[n] = replace(atom, leaf=replace(value, text=whole))
            return True
    if value.text and before is not None and whole.endswith(value.text):
        rest = whole[: -len(value.text)]
        if before.endswith(rest):
            _exchange(items, n - 1, before[: -len(rest)])
            items[n] = replace(atom, leaf=replace(value, text=whole))
            return True
    return False


def _text(items: Items, n: int) -> str | None:
    item = items[n] if n < len(items) else None
    return item.leaf.text if isinstance(item, Atom) and isinstance(item.leaf, Text) else None


def _exchange(items: Items, n: int, text: str) -> None:
    item = items[n]
    if isinstance(item, Atom):
        items[n] = replace(item, leaf=Text(text))

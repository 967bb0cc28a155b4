"""Numbered lists: each has a number of its own, given in order; the old edition's bear those of the same lists in the new."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapportbyggare.alignment.sequence import Item, aligned
from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.redline.editions import Edition
from rapportbyggare.word.redline.items import words_of
from rapportbyggare.word.redline.markup import inner
from rapportbyggare.word.template.package import root_of

if TYPE_CHECKING:
    from lxml.etree import _Element

NUMBERING = "word/numbering.xml"
LIST, VALUE, START = w("numId"), w("val"), w("lvlOverride")
OLD = "fore"


def numbering_of(edition: Edition) -> "_Element | None":
    """The lists' definitions."""
    content = edition.package.entries.get(NUMBERING)
    return None if content is None else root_of(content)


def with_lists(old: Edition, new: Edition) -> None:
    """The old edition's lists get the numbers of the same lists in the new; those it lacks get names of their own."""
    before, after = own_lists(old), own_lists(new)
    used, there = list(uses(old, before)), list(uses(new, after))
    pairs = aligned([item for item, _ in used], [item for item, _ in there])
    names = {used[a][1]: f"{OLD}{used[a][1]}" if b is None else there[b][1] for a, b in pairs if a is not None}
    for use in old.root.iter(LIST):
        use.set(VALUE, names.get(use.get(VALUE, ""), use.get(VALUE, "")))


def own_lists(edition: Edition) -> dict[str, str]:
    """What is said of each list that begins anew, by its number."""
    root = numbering_of(edition)
    every = [] if root is None else root.findall(w("num"))
    return {one.get(LIST, ""): inner(one) for one in every if one.find(START) is not None}


def uses(edition: Edition, lists: dict[str, str]) -> Iterator[tuple[Item, str]]:
    """The lists that are used, each with its number."""
    words: dict[str, list[str]] = {}
    for use in edition.root.iter(LIST):
        number = use.get(VALUE, "")
        if number in lists:
            words.setdefault(number, []).extend(item_words(use))
    for number, every in words.items():
        yield Item(lists[number], None, tuple(every), tuple(every)), number


def item_words(use: "_Element") -> tuple[str, ...]:
    """The words of the paragraph that bears a list's number."""
    paragraph = next(use.iterancestors(w("p")), None)
    return () if paragraph is None else words_of(paragraph)


def with_old_lists(edition: Edition, old: Edition, root: "_Element") -> bytes | None:
    """The new edition's definitions with those of old lists that the merged body uses, which get numbers; None: no more."""
    from lxml import etree

    uses = [use for use in root.iter(LIST) if use.get(VALUE, "").startswith(OLD)]
    definitions, before = numbering_of(edition), numbering_of(old)
    if not uses or definitions is None or before is None:
        return None
    last = max((int(one.get(LIST, "0")) for one in definitions.findall(w("num"))), default=0)
    known = {one.get(LIST, ""): one for one in before.findall(w("num"))}
    numbers = {name: str(last + n) for n, name in enumerate(dict.fromkeys(use.get(VALUE, "") for use in uses), 1)}
    for name, number in numbers.items():
        one = known[name.removeprefix(OLD)]
        one.set(LIST, number)
        definitions.findall(w("num"))[-1].addnext(one)
    for use in uses:
        use.set(VALUE, numbers[use.get(VALUE, "")])
    return etree.tostring(definitions, xml_declaration=True, encoding="UTF-8", standalone=True)

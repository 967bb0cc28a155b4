"""Two built editions as one Word file, with what differs as tracked changes: all accepted it is the new, all rejected the old."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapportbyggare.word.namespaces import word_root
from rapportbyggare.word.redline.atoms import Unknown
from rapportbyggare.word.redline.blocks import Merge, merged_blocks
from rapportbyggare.word.redline.check import check
from rapportbyggare.word.redline.contents import contents_of, following_of
from rapportbyggare.word.redline.data import Attribution, Hindrance, Reason, RedlineRefused
from rapportbyggare.word.redline.editions import MAIN, NOTES, Edition, opened
from rapportbyggare.word.redline.hands import hands_of
from rapportbyggare.word.redline.heads import merged_heads
from rapportbyggare.word.redline.identity import away, contents_names, note_names, paired_notes, renamed, with_names
from rapportbyggare.word.redline.items import blocks_of
from rapportbyggare.word.redline.lists import NUMBERING, with_lists, with_old_lists
from rapportbyggare.word.redline.markup import markup
from rapportbyggare.word.redline.notes import numbered_notes, words_of_notes
from rapportbyggare.word.redline.numbers import clashes, numbered
from rapportbyggare.word.redline.package import merged_package, with_links
from rapportbyggare.word.redline.paragraphs import look_of
from rapportbyggare.word.template.package import root_of

if TYPE_CHECKING:
    from lxml.etree import _Element

ATTEMPTS = 4
# What reading a file gives rise to that is well-formed, but not as our writer would have written it.
STRANGE = (Unknown, LookupError, ValueError, TypeError, RuntimeError, StopIteration)


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged document: its parts, not yet numbered, and the editions it is made of."""

    old: Edition
    new: Edition
    root: "_Element"
    notes: "_Element"
    heads: "Mapping[str, _Element]"


def redline(old: bytes, new: bytes, attribution: Attribution) -> bytes:
    """The new edition's file with the changes from the old one tracked; both are as our writer wrote them.

    What is returned has been verified: accepting every change gives the new edition, rejecting every one the old.
    Raises RedlineRefused, with the reasons, when the two cannot be merged so.
    """
    try:
        done = package_of(without_clashes(old, new, attribution))
        check(old, new, done)
    except STRANGE as strange:
        raise RedlineRefused(Reason(Hindrance.FOREIGN, "old, new", f"{type(strange).__name__} {strange}")) from strange
    return done


def without_clashes(old: bytes, new: bytes, attribution: Attribution) -> Merged:
    """Both merged; a bookmark that would stand both in what is gone and in what has come gets another name where it is gone."""
    names: Set[str] = frozenset()
    for _ in range(ATTEMPTS):
        merged = merge(opened(old, "old"), opened(new, "new"), attribution, names)
        found = clashes((merged.root, merged.notes))
        if not found:
            return merged
        names |= found
    raise RedlineRefused(*(Reason(Hindrance.UNPROVEN, "redline", name) for name in sorted(names)))


def merge(old: Edition, new: Edition, attribution: Attribution, names: Set[str]) -> Merged:
    """Both in one; `names` are the bookmarks that the old edition's matter gives up."""
    with_names(old)
    with_names(new)
    notes = paired_notes(old, new)
    hands = replace(hands_of(attribution, old.package, new.package), notes=words_of_notes(notes))
    renamed(old, {**contents_names(old, new), **note_names(old, new)})
    renamed(old, away(names, old))
    with_links(old, new)
    with_lists(old, new)
    body = body_markup(old, new, Merge(hands, frozenset((*following_of(old.body), *following_of(new.body)))))
    root = tree("document", f"<w:body>{body}</w:body>")
    footnotes = tree("footnotes", numbered_notes(root, notes, new.notes_root, hands))
    return Merged(old, new, root, footnotes, merged_heads(old, new, hands))


def body_markup(old: Edition, new: Edition, merge: Merge) -> str:
    """The bodies' blocks, and the section they end in."""
    before, after = contents_of(old.body), contents_of(new.body)
    whole = (len(before) > 1) != (len(after) > 1) or sections(before) != sections(after)
    blocks = merged_blocks(blocks_of(old.body, before, whole), blocks_of(new.body, after, whole), merge)
    return "".join((*blocks, section(old.body[-1], new.body[-1], merge.hands.text)))


def sections(contents: "list[_Element]") -> list[str]:
    """The sections that the first and the last paragraph of a contents list end."""
    return [look_of(paragraph).section for paragraph in (*contents[:1], *contents[-1:])]


def section(old: "_Element", new: "_Element", hand: str) -> str:
    """The properties of the last section, and what they were."""
    before, after = markup(old), markup(new)
    if before == after:
        return after
    plain = "".join([markup(child) for child in old if not child.tag.endswith("Reference")])
    change = f"<w:sectPrChange {hand}><w:sectPr>{plain}</w:sectPr></w:sectPrChange>"
    return after.removesuffix("</w:sectPr>") + change + "</w:sectPr>"


def tree(name: str, content: str) -> "_Element":
    """A part's root from what is in it."""
    root = root_of(word_root(name, content).encode())
    if root is None:
        raise RedlineRefused(Reason(Hindrance.FAULTY, "redline", name))
    return root


def package_of(merged: Merged) -> bytes:
    """The finished package."""
    lists = with_old_lists(merged.new, merged.old, merged.root)
    trees = {MAIN: merged.root, NOTES: merged.notes, **merged.heads}
    numbered(tuple(trees.values()))
    return merged_package(merged.old, merged.new, trees, {} if lists is None else {NUMBERING: lists})

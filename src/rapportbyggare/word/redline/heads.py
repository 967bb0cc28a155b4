"""Headers and footers of two editions merged, where paragraphs of ours differ; others are left as the new edition has them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.namespaces import word_root
from rapportbyggare.word.redline.atoms import Unknown
from rapportbyggare.word.redline.editions import MAIN, Edition
from rapportbyggare.word.redline.hands import Hands
from rapportbyggare.word.redline.lines import Pen
from rapportbyggare.word.redline.markup import markup
from rapportbyggare.word.redline.paragraphs import merged_paragraph
from rapportbyggare.word.revisions.names import parent_of
from rapportbyggare.word.template.package import Package, root_of

if TYPE_CHECKING:
    from lxml.etree import _Element

PARAGRAPH = w("p")
HEADS = ("header", "footer")


def merged_heads(old: Edition, new: Edition, hands: Hands) -> "dict[str, _Element]":
    """The merged trees by the names of their parts."""
    differing = [name for name in head_names(new.package) if old.package.entries.get(name) != new.package.entries[name]]
    made = {name: merged_head(old.package.entries.get(name, b""), new.package.entries[name], hands) for name in differing}
    return {name: root for name, root in made.items() if root is not None}


def head_names(package: Package) -> Iterator[str]:
    """The headers' and footers' parts."""
    sources = package.relations(MAIN).values()
    yield from sorted({one.target for one in sources if one.kind in HEADS and one.target in package.entries})


def merged_head(old: bytes, new: bytes, hands: Hands) -> "_Element | None":
    """One of them; None where it is not the same paragraphs, or something in them that is not ours has changed."""
    before, after = root_of(old), root_of(new)
    if before is None or after is None or len(before) != len(after):
        return None
    pen = Pen(hands, hands.text)
    try:
        for first, second in zip(before, after, strict=True):
            merge_child(first, second, pen)
    except Unknown:
        return None
    return after


def merge_child(old: "_Element", new: "_Element", pen: Pen) -> None:
    """A paragraph of both, in its place in the new one's tree."""
    if markup(old) == markup(new):
        return
    if old.tag != PARAGRAPH or new.tag != PARAGRAPH:
        raise Unknown(new.tag)
    made = root_of(word_root("hdr", merged_paragraph(old, new, pen)).encode())
    if made is not None:
        parent_of(new).replace(new, made[0])

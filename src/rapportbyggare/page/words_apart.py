"""Two sentences as one, with the words that differ marked."""

from rapportbyggare.alignment.edits import Edit, edits
from rapportbyggare.alignment.tokens import tokens, weight
from rapportbyggare.page.markup import HARD_SPACE, words
from rapportbyggare.page.signs import come, gone

LONGEST, NEAR = 600, 80
CUT = f"{HARD_SPACE}… "


def words_apart(old: str, new: str) -> str:
    """The words of both as markup, each kept word once; what is long and tells nothing is left out."""
    if old == new:
        return words(shortened(new))
    before, after = tokens(old), tokens(new)
    found = edits(before, after, lambda index: weight(before[index]))
    last = len(found) - 1
    return "".join(_part(edit, before, after, n == 0, n == last) for n, edit in enumerate(found))


def _part(edit: Edit, before: tuple[str, ...], after: tuple[str, ...], first: bool, last: bool) -> str:
    old = "".join(before[edit.old_start : edit.old_end])
    if edit.same:
        return words(_around(old, first, last))
    new = "".join(after[edit.new_start : edit.new_end])
    return gone(words(shortened(old))) + come(words(shortened(new)))


def _around(kept: str, first: bool, last: bool) -> str:
    """Kept words: of a long stretch only those nearest to what differs."""
    if len(kept) <= 3 * NEAR:
        return kept
    head = "" if first else kept[:NEAR].rsplit(" ", 1)[0]
    tail = "" if last else kept[-NEAR:].split(" ", 1)[-1]
    return head + CUT + tail


def shortened(text: str) -> str:
    """A text of bounded length, cut at a space."""
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + CUT.rstrip(" ")

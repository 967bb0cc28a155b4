"""Mends the typography of a source, and of nothing but its typography.

No edit changes a digit, an expression, or anything else that `seals` takes out; a text that is mended once is not mended
again.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapportbyggare.checks import form_signs, form_spaces, form_words
from rapportbyggare.checks.form_rule import BOUND, DIGIT, SEALED, FormRule
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.seals import sealed

RULES: tuple[FormRule, ...] = (*form_words.RULES, *form_signs.RULES, *form_spaces.RULES)
MOST_TURNS = 12
ADDED = -1
COLUMNS = ("  ", "\t", "|")
LAID_OUT = lazy(r"\S(?: {3,}|\t+)\S|[\d%]  +\S|\S  +\d|^[ \t]*\|.*\|[ \t]*$")


class Edit(NamedTuple):
    """The characters from `start` on that are `old` become `new`, by the rule `code`."""

    start: int
    old: str
    new: str
    code: str

    @property
    def end(self) -> int:
        """The offset after the last character that is changed."""
        return self.start + len(self.old)


def tidied(text: str, markdown: bool, kept: Iterable[str] = ()) -> tuple[Edit, ...]:
    """The edits that mend a text's typography, in order and apart from each other.

    `markdown` says that it is a section, `kept` are names with a spelling of their own (`seals.kept_names`).
    """
    start, found = 0, list[Edit]()
    for line in sealed(text, markdown, kept).split("\n"):
        found += line_edits(line, text[start : start + len(line)], start)
        start += len(line) + 1
    return tuple(found)


def applied(text: str, edits: tuple[Edit, ...]) -> str:
    """The text with the edits made."""
    done, rest = [], 0
    for edit in edits:
        done += [text[rest : edit.start], edit.new]
        rest = edit.end
    return "".join(done) + text[rest:]


def line_edits(mask: str, line: str, start: int = 0) -> Iterator[Edit]:
    """The edits of one line, of which `mask` is what may be touched; `start` is its offset.

    Rules are tried until none finds anything: what one of them mends, another may then see.
    """
    found = _turn(mask) if mask.strip(SEALED + BOUND) else []
    if not found:
        return
    signs, codes = [_Sign(sign, offset) for offset, sign in enumerate(mask)], dict[int, str]()
    for _ in range(MOST_TURNS):
        done, rest = list[_Sign](), 0
        for edit in found:
            codes |= {one.origin: edit.code for one in signs[edit.start : edit.end]}
            done += [*signs[rest : edit.start], *(_Sign(sign, ADDED, edit.code) for sign in edit.new)]
            rest = edit.end
        signs = [*done, *signs[rest:]]
        found = _turn("".join([one.sign for one in signs]))
        if not found:
            break
    yield from _told(signs, codes, line, start)


class _Sign(NamedTuple):
    """A character of a line: where in it, or ADDED by a rule."""

    sign: str
    origin: int
    code: str = ""


def _turn(mask: str) -> list[Edit]:
    """What the rules find in a line; of two that meet, the earlier rule's."""
    found, taken = list[Edit](), bytearray(len(mask) + 1)
    for rule in _rules_for(mask):
        for start, end, new in rule.edits(mask):
            if not any(taken[start : end + 1]):
                taken[start : end + 1] = b"x" * (end + 1 - start)
                found.append(Edit(start, mask[start:end], new, rule.code))
    return sorted(found, key=lambda one: one.start)


def _rules_for(mask: str) -> Iterator[FormRule]:
    """The rules that a line may have something for."""
    laid_out = any(sign in mask for sign in COLUMNS) and LAID_OUT.search(mask) is not None
    counts = DIGIT.search(mask) is not None
    return (rule for rule in RULES if (rule.loose or not laid_out) and (counts or not rule.counts))


def _told(signs: list[_Sign], codes: dict[int, str], line: str, start: int) -> Iterator[Edit]:
    """The difference between a line and what has become of it."""
    rest, new, code = 0, "", ""
    for one in (*signs, _Sign("", len(line))):
        if one.origin == ADDED:
            new, code = new + one.sign, code or one.code
            continue
        if line[rest : one.origin] != new:
            yield _trimmed(Edit(start + rest, line[rest : one.origin], new, code or codes[rest]))
        rest, new, code = one.origin + 1, "", ""


def _trimmed(edit: Edit) -> Edit:
    """The edit without what begins or ends both the old words and the new."""
    old, new, start = edit.old, edit.new, edit.start
    while old and new and old[0] == new[0]:
        old, new, start = old[1:], new[1:], start + 1
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return Edit(start, old, new, edit.code)

"""Words compared as a reader does: hard spaces, hyphens and capitals make no difference."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_FOLDS = {ord(sign): " " for sign in "\t\n\r\u00a0\u2007\u2009\u200a\u202f"}
_FOLDS |= {ord(sign): "-" for sign in "\u2010\u2011\u2012\u2013\u2212"}
_FOLDS |= {ord(sign): '"' for sign in "”“„"}
_TOKEN = re.compile(r"\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:,\d+)*|[^\W\d_]+|\S")
NUMBER = "#"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign, folded, with its offsets in the text."""

    word: str
    start: int
    end: int


def folded(text: str) -> str:
    """The text with one kind of space and of hyphen, in small letters; its length is kept."""
    plain = text.translate(_FOLDS)
    small = plain.lower()
    return small if len(small) == len(plain) else plain


def flat(text: str) -> str:
    """The text folded, single spaces between its words and none round it."""
    return " ".join(folded(text).split())


def same(one: str, other: str) -> bool:
    """Whether two texts read the same."""
    return flat(one) == flat(other)


def tokens(text: str) -> tuple[Token, ...]:
    """The words, numbers and signs of a text; "1 341" is one."""
    return tuple(Token(found[0], found.start(), found.end()) for found in _TOKEN.finditer(folded(text)))


def skeleton(text: str) -> tuple[str, ...]:
    """The words of a text with its numbers left out."""
    return tuple(NUMBER if token.word[0].isdigit() else token.word for token in tokens(text))


def every(text: str) -> tuple[str, ...]:
    """The words, numbers and signs of a text."""
    return tuple(token.word for token in tokens(text))


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How alike two rows of words are, 0–1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def counterpart(old: str, start: int, end: int, standing: str) -> tuple[int, int]:
    """Where in `standing` that stands which stands at `start`–`end` in `old`: between the words round it that both share.

    Exactly that when the very words are there; the offsets are equal when nothing is.
    """
    before, after = tokens(old), tokens(standing)
    inside = [n for n, token in enumerate(before) if token.start < end and token.end > start]
    matcher = SequenceMatcher(None, [token.word for token in before], [token.word for token in after], autojunk=False)
    pairs = [(block.a + n, block.b + n) for block in matcher.get_matching_blocks() for n in range(block.size)]
    kept = [b for a, b in pairs if a in inside]
    if inside and len(kept) == len(inside) == kept[-1] - kept[0] + 1:
        return after[kept[0]].start, after[kept[-1]].end
    left = max((b + 1 for a, b in pairs if inside and a < inside[0]), default=0)
    right = min((b for a, b in pairs if inside and a > inside[-1]), default=len(after))
    if left >= right:
        here = after[right].start if right < len(after) else len(standing)
        return here, here
    return after[left].start, after[right - 1].end


def holds(text: str, words: str) -> bool:
    """Whether `words` stand in `text` as whole words."""
    row, sought = [token.word for token in tokens(text)], [token.word for token in tokens(words)]
    return bool(sought) and any(row[n : n + len(sought)] == sought for n in range(len(row) - len(sought) + 1))

"""A text as the smallest pieces that a reader sees as one: words, whole figures, spaces, marks."""

import re

# A date or an interval of digits is one piece; so is a number with its groups of thousands and its decimals.
TOKEN = re.compile(
    r"\d{4}-\d{2}(?:-\d{2})?(?!\d)"
    r"|[−-]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?!\d)"
    r"|[−-]?\d+(?:[.,:]\d+)*"
    r"|[^\W\d_]+(?:[-’'][^\W\d_]+)*"
    r"|.",
    re.DOTALL,
)


def tokens(text: str) -> tuple[str, ...]:
    """The pieces of a text; joined they are the text."""
    return tuple(TOKEN.findall(text))


def weight(token: str) -> int:
    """How much it matters that a piece is kept: its length, nothing for spaces and marks."""
    return len(token) if token[:1].isalnum() or token[-1:].isalnum() else 0

"""Words that wait for something to be filled in, as people write them."""

import re
from collections.abc import Iterator

from rapportbyggare.checks.patterns import lazy
from rapportbyggare.typography.dates import ANY_MONTH

PLACEHOLDER = lazy(
    r"§\s*(?:X{1,3}\b|N{1,2}\b|_+|0+(?!\d|[,.]\d))"
    r"|\b(?:19|20)(?:[\dX]X|ÅÅ|YY)\b|\bX{2,}\b|(?<=/)X(?=/)|\bÅÅÅÅ\b|\bYYYY\b|_{3,}"
    rf"|\bX\s+(?:{ANY_MONTH})\b"
    r"|\bTODO\b|\bFIXME\b|\bTBD\b|\?{2,}|\blorem ipsum\b"
    r"|\[(?:fyll i|namn|datum|text|belopp)\b[^\]]*\]|\(fyll i\b[^)]*\)",
    re.IGNORECASE,
)


CUES = ("§", "x", "åå", "yy", "__", "??", "[", "(fyll", "todo", "fixme", "tbd", "lorem")
"""What every placeholder has one of, in small letters: it spares most texts the search."""


def placeholders(words: str) -> Iterator[re.Match[str]]:
    """The placeholders in a text. A Roman number, a size and "1900-talet" are none; XX and XXX alone are."""
    small = words.lower()
    if any(cue in small for cue in CUES):
        yield from PLACEHOLDER.finditer(words)

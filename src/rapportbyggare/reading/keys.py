"""Keys and classes: `{#statistik .onumrerad}`."""

import re
from difflib import get_close_matches
from typing import NamedTuple

from rapportbyggare.core.blocks import HeadingKind
from rapportbyggare.core.place import Place
from rapportbyggare.reading import messages
from rapportbyggare.reading.inlines import InlineReader

KEY = re.compile(r"(?:[a-zåäö0-9_-]|\{\{ [^{}]* \}\})+", re.IGNORECASE)
KINDS = {"onumrerad": HeadingKind.UNNUMBERED, "bilaga": HeadingKind.APPENDIX}


class Words(NamedTuple):
    """What trailing braces say: a key ("" for none) and, for a heading, its kind."""

    key: str
    kind: HeadingKind


def read_words(words: list[str] | None, place: Place, inlines: InlineReader) -> Words:
    """The key and class among `words`; an unknown word is a problem."""
    key, kind = "", HeadingKind.NUMBERED
    for word in words or ():
        name = inlines.key(word[1:])
        if word.startswith("#"):
            key = name
            if not KEY.fullmatch(name):
                inlines.problems.append(messages.bad_key(place, name))
        elif name in KINDS:
            kind = KINDS[name]
        else:
            near = get_close_matches(name, KINDS, 1)
            inlines.problems.append(messages.unknown_class(place, name, near))
    return Words(key, kind)
